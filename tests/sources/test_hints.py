"""Hints that name what was probably meant."""

from __future__ import annotations

import pytest

from letterkit.diagnostics import nearest


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("ministre", "did you mean `minister`?"),
        ("queen", "known: `judge`, `minister`"),
        ("minister، judge", "write `,`, not `،`"),
    ],
)
def test_the_hint_for_an_unknown_word_says_what_to_write(word: str, hint: str) -> None:
    assert nearest(word, ["minister", "judge"]) == hint


def test_where_nothing_is_known_there_is_no_hint() -> None:
    assert nearest("minister، judge", []) is None
