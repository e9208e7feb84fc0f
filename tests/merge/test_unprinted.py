"""What a letter's data say and nobody would read is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from letterkit.diagnostics import Severity
from letterkit.letter import LetterData
from letterkit.letter.data import PRINTABLE
from letterkit.letter.version import Stage, Version
from letterkit.merge.makers import MAKERS, PRINTED

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.merge.conftest import Merged

    Merge = Callable[..., Merged]

EMBARGO = 'embargo: {until: "2020-03-05 10:00", zone: Europe/London, place: London time}\n'
QUOTES = (
    "quotes:\n  rain: {speaker: Ada, words: It rains}\n  sun: {speaker: Can, words: It shines}\n"
)
WITHIN = """{{ part("line") }} {{ signatories.organisations }}
:::
::: line
{{ letter.reference }} {{ copies | length }}"""


@pytest.mark.parametrize(
    ("data", "part"),
    [
        ("place: Oslo\n", "dateline"),
        ("reference: R/1\n", "reference-line"),
        ("signatories: [friends]\n", "signatories"),
        ("copies: [mayor]\n", "copies"),
        ("enclosures: [A map]\n", "enclosures"),
        ("release_number: 7\n", "release-number"),
        ('hashtags: ["#roses"]\n', "hashtags"),
    ],
)
def test_a_field_that_no_part_prints_is_told_where_it_stands(
    merged: Merge, data: str, part: str
) -> None:
    field = data.partition(":")[0]
    letter = merged("Words.\n", data=data)
    (told,) = letter.problems
    assert (told.severity, told.message) == (
        Severity.WARNING,
        f"nothing in `en` prints `{field}`",
    )
    assert str(told.origin) == "letters/appeal/letter.yaml:4:1"
    assert told.hint == f"add the part `{part}`, or take it out"
    printed = merged("::: body\nWords.\n:::\n", parts=f"[{part}, body]", data=data)
    assert printed.told == []


def test_an_embargo_that_no_part_prints_holds_the_letter_back(merged: Merge) -> None:
    letter = merged("Words.\n", data=EMBARGO)
    (told,) = letter.problems
    assert told.severity is Severity.ERROR
    assert letter.told == ["letters/appeal/letter.yaml:4:1: nothing in `en` prints `embargo`"]


def test_a_released_letter_has_no_embargo_to_print(merged: Merge) -> None:
    assert merged("Words.\n", data=EMBARGO, version=Version(Stage.RELEASED)).told == []
    assert merged("Words.\n", data=EMBARGO, version=Version(Stage.EMBARGOED)).told != []


def test_words_instead_of_what_the_kit_makes_print_its_field_no_more(merged: Merge) -> None:
    parts = "[embargo, body]"
    body = "::: body\nWords.\n:::\n"
    lost = merged(f"::: embargo\nWait.\n:::\n{body}", parts=parts, data=EMBARGO)
    assert len(lost.told) == 1
    kept = merged(f"::: embargo\nWait. {{{{ default }}}}\n:::\n{body}", parts=parts, data=EMBARGO)
    assert kept.told == []


@pytest.mark.parametrize(
    "words",
    [
        "{{ letter.reference }} {{ copies[0].title }} {{ signatories.organisations }}",
        '{{ letter["reference"] }} {{ copies | length }} {{ signatories.individuals }}',
        WITHIN,
    ],
)
def test_a_field_that_an_expression_asks_for_is_used(merged: Merge, words: str) -> None:
    data = "reference: R/1\ncopies: [prefect]\nsignatories: [friends]\n"
    letter = merged(f"::: body\n{words}\n:::\n", data=data)
    assert letter.told == []


def test_each_quotation_that_nobody_quotes_is_told_where_it_stands(merged: Merge) -> None:
    letter = merged("{{ quotes.sun }}\n", data=QUOTES)
    assert letter.told == ["letters/appeal/letter.yaml:5:3: nothing in `en` prints `quotes.rain`"]
    (told,) = letter.problems
    assert told.hint == "add `{{ quotes.rain }}` in the words, or take it out"


def test_a_quotation_without_words_in_a_language_is_not_missed_there(merged: Merge) -> None:
    data = "quotes: {rain: {speaker: Ada, words: {en: It rains}}}\n"
    assert merged("Sözler.\n", locale="tr", data=data).told == []
    assert len(merged("Words.\n", data=data).told) == 1


def test_the_subject_is_used_as_the_title(merged: Merge) -> None:
    letter = merged("Words.\n", data="subject: Roses\n")
    assert letter.told == []
    assert letter.document().title == "Roses"


def test_every_printable_field_has_a_part_that_prints_it() -> None:
    assert set(PRINTED) <= set(MAKERS)
    printed = set().union(*PRINTED.values())
    assert printed <= set(LetterData.model_fields)
    assert printed - {"date", "subject"} == set(PRINTABLE)
