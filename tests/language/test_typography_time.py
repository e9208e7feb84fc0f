"""Rows of one sign, as a slip of the keyboard or another program leaves them, take no time."""

from __future__ import annotations

import time

import pytest
from tests.profiles import PROFILES

from letterkit.language.typography.findings import Passage
from letterkit.language.typography.proofreading import proofread
from letterkit.proofreading.words import spaces_at_line_ends
from letterkit.sources.hidden import faults_of

LENGTH = 60_000
LONGEST = 6.0  # seconds of the processor; by the square of the length each row takes far longer
ROWS = {
    "letters": "a" * LENGTH,
    "Arabic letters": "ا" * LENGTH,
    "a letter of another language": "ی" * LENGTH,
    "marks that end otherwise": "Roses" + "!" * 30 + "?",
    "attributes of a shortcode that does not end": "[rose" + ' red="yes"' * 30,
    "an attribute and spaces": "[rose=" + " " * LENGTH,
    "Arabic commas": "،" * LENGTH,
    "brackets that close nothing": "a)" * (LENGTH // 2),
    "quotations in quotations": "“" * (LENGTH // 4) + "”" * (LENGTH // 4),
}


@pytest.mark.parametrize("text", ROWS.values(), ids=ROWS)
def test_a_long_row_of_one_sign_is_read_in_a_moment(text: str) -> None:
    for locale in ("en", "ar"):
        started = time.process_time()
        proofread(Passage(text, PROFILES[locale]))
        assert time.process_time() - started < LONGEST


def test_joiners_pictures_and_spaces_at_line_ends_are_looked_at_once() -> None:
    flag = "\U0001f3f4\U000e0067\U000e007f"
    started = time.process_time()
    faults_of("a\u200d" * LENGTH)
    faults_of(flag * (LENGTH // 3))
    list(spaces_at_line_ends("a " * LENGTH + "\n" + "{{" * LENGTH))
    assert time.process_time() - started < LONGEST
