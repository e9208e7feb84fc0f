"""letter.yaml: what is sent, told of key by key."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.profiles import PROFILES

from letterkit.diagnostics import Diagnostics
from letterkit.letter import Letter, LetterView, load_letter
from letterkit.people.localizer import Localizer

if TYPE_CHECKING:
    from pathlib import Path


def load(
    folder: Path, text: str, *, dated: date | None = None
) -> tuple[Letter | None, list[tuple[str, str | None]]]:
    (folder / "letter.yaml").write_text(text, encoding="utf-8")
    problems = Diagnostics()
    letter = load_letter(folder, problems, shown="letters/x", dated=dated)
    return letter, [
        (f"{found.origin}: {found.message}".removeprefix("letters/x/letter.yaml:"), found.hint)
        for found in problems.sorted()
    ]


def test_a_letter_is_read_whole(tmp_path: Path) -> None:
    letter, found = load(
        tmp_path,
        "template: open-letter\n"
        "date: 2016-02-24\n"
        "place: {en: Gaziantep, ar: غازي عنتاب}\n"
        "reference: 0031\n"
        "addressees: [a, b]\n"
        "joint: true\n"
        "signatories: [c]\n"
        "copies: d\n"
        "enclosures: [{en: A list}]\n"
        "locales: [en, ar_sy, EN]\n"
        "variables: {killed: 1500}\n",
    )
    assert not found
    assert letter is not None
    data = letter.data
    assert (data.template, data.date, data.reference) == ("open-letter", date(2016, 2, 24), "0031")
    assert (data.addressees, data.joint, data.signatories) == (("a", "b"), True, ("c",))
    assert data.copies == ("d",)
    assert letter.locales == ("en", "ar-SY")
    assert not letter.prefers_addressee
    assert letter.name == tmp_path.name


def test_a_letter_may_leave_its_languages_to_the_addressees(tmp_path: Path) -> None:
    letter, _ = load(tmp_path, "date: 2016-02-24\nlocales: preferred\n")
    assert letter is not None
    assert letter.prefers_addressee
    assert letter.locales == ()


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("place: x\n", "1:1: `date` is missing", "add `date: …`"),
        (
            "date: 24.02.2016\n",
            "1:7: `24.02.2016` is not a date",
            "write year, month and day, as in `2016-02-24`",
        ),
        (
            "date: 2016-02-24\nconfidential: yes\n",
            "2:15: `yes` is neither true nor false",
            "write `true` or `false`, or the words that mark the letter",
        ),
        (
            "date: 2016-02-24\noriginal: English text\n",
            "2:11: `English text` is no locale",
            "a locale is a code as `en`, `ar`, `tr`",
        ),
        (
            "date: 2016-02-30\n",
            "1:7: `2016-02-30` is not a date",
            "February 2016 has 29 days",
        ),
        (
            "date: 2016-02-24\nembargo: {until: 2016-04-31 10:00, zone: Asia/Baku, place: A}\n",
            "2:18: `2016-04-31 10:00` is not a day and time",
            "April has 30 days",
        ),
        (
            "date: 2016-02-24\nembargo: {until: 2016-04-30 25:00, zone: Asia/Baku, place: A}\n",
            "2:18: `2016-04-30 25:00` is not a day and time",
            "write them as in `2016-02-24 10:00`",
        ),
        (
            "date:\n",
            "1:1: `date` has nothing after it",
            "give it a value, or take the key out",
        ),
        (
            "date: 2016-02-24\nlocals: [en]\n",
            "2:1: there is no key `locals` here",
            "did you mean `locales`?",
        ),
        (
            "date: 2016-02-24\njoint: yes\n",
            "2:8: `yes` is neither true nor false",
            "write `true` or `false`",
        ),
        (
            "date: 2016-02-24\ntemplate: x\nkind: letter\n",
            "3:7: a letter has a `template` or a `kind`, not both",
            "take `kind` out: the template has one",
        ),
        (
            "date: 2016-02-24\nvariables: [a]\n",
            "2:12: `[…]` is not a mapping of names to values",
            "write `name: value`, one a line, indented below it",
        ),
        (
            "date: 2016-02-24\nvariables: {letter: a}\n",
            "2:13: `letter` means something else in a letter",
            "give the variable another name",
        ),
        (
            "date: 2016-02-24\nvariables: {a-b: a}\n",
            "2:13: `a-b` cannot be a name in expressions",
            "a name is letters, digits and underscores, as in `civilians_killed`",
        ),
        (
            "- date\n",
            "1:1: `[…]` is not a mapping of keys to values",
            "write `key: value`, one a line, indented below it",
        ),
    ],
)
def test_a_fault_is_told_at_its_place_with_a_hint(
    tmp_path: Path, text: str, message: str, hint: str
) -> None:
    assert load(tmp_path, text)[1] == [(message, hint)]


def test_all_faults_of_a_letter_are_told_at_once(tmp_path: Path) -> None:
    _, found = load(
        tmp_path,
        "date: today\ntemplte: x\naddressees: {a: b}\nplace: [x]\nsubject: {en: a: b}\n",
    )
    assert [message for message, _ in found] == [
        "1:7: `today` is not a date",
        "2:1: there is no key `templte` here",
        "3:13: `from` is missing",
        "3:14: there is no key `a` here",
        "4:8: `[…]` is not a text",
        "5:16: a second colon stands in one value",
    ]


def test_an_embargo_that_is_over_before_the_letter_is_written_is_told(tmp_path: Path) -> None:
    said = "date: {}\nembargo: {{until: 2016-02-23 10:00, zone: Asia/Baku, place: A}}\n"
    letter, found = load(tmp_path, said.format("2016-02-24"))
    assert letter is not None
    assert found == [
        (
            "2:1: the embargo ends on 2016-02-23, before the letter’s date",
            "the letter is of 2016-02-24; one of the two is mistyped",
        )
    ]
    assert not load(tmp_path, said.format("2016-02-23"))[1]


def test_a_letter_without_its_file_is_told(tmp_path: Path) -> None:
    problems = Diagnostics()
    assert load_letter(tmp_path, problems, shown="letters/x") is None
    assert [found.message for found in problems] == ["file `letters/x/letter.yaml` does not exist"]
    assert [found.hint for found in problems] == ["write it, or mend its name"]


@pytest.mark.parametrize("text", ["date: 2016-02-24\n", "date: today\n", "place: x\n"])
def test_a_date_that_is_given_with_the_order_stands_instead(tmp_path: Path, text: str) -> None:
    letter, found = load(tmp_path, text, dated=date(2020, 1, 2))
    assert not found
    assert letter is not None
    assert letter.data.date == date(2020, 1, 2)


def test_a_subject_that_a_language_lacks_is_told_when_it_is_asked_for(tmp_path: Path) -> None:
    letter, _ = load(tmp_path, "date: 2016-02-24\nsubject: {en: Water}\nplace: Kilis\n")
    problems = Diagnostics()
    assert letter is not None
    view = LetterView(letter, Localizer(PROFILES["tr"], problems))
    assert (view.place, view.date) == ("Kilis", date(2016, 2, 24))
    assert not problems
    assert not view.subject
    assert [found.message for found in problems] == ["the subject `Water` is lacking in `tr`"]
