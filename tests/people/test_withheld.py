"""Those who sign and are not named: numbers, and no trace of anything else."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.profiles import profile_of

from letterkit.diagnostics import Diagnostics
from letterkit.people.loading import SignatoryList, load_signatories
from letterkit.people.localizer import Localizer
from letterkit.people.signatories import SignatoriesView
from letterkit.people.withheld import Withheld

if TYPE_CHECKING:
    from pathlib import Path

HIDDEN = "Xylophone"


def read(folder: Path, text: str) -> tuple[SignatoryList | None, Diagnostics]:
    path = folder / "list.yaml"
    path.write_text(text, encoding="utf-8")
    problems = Diagnostics()
    return load_signatories(path, problems, name="list.yaml"), problems


def view(folder: Path, text: str, day: date | None = None) -> SignatoriesView:
    found, problems = read(folder, text)
    assert found is not None
    assert not problems
    profile = profile_of("en")
    return SignatoriesView([found], Localizer(profile, problems), day)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("withheld: 14", Withheld(14, 0)),
        ("withheld: {organisations: 3, individuals: 2}", Withheld(3, 2)),
        ("withheld: {individuals: 2}", Withheld(0, 2)),
        ("{withheld: true, organisation: Xylophone Trust}", Withheld(1, 0)),
        ("{withheld: true, person: Xylophone, organisation: B}", Withheld(0, 1)),
        ("{withheld: true, organisation: Xylophone Union, represents: 7}", Withheld(7, 0)),
    ],
)
def test_an_entry_becomes_a_number(entry: str, expected: Withheld, tmp_path: Path) -> None:
    signatories = view(tmp_path, f"- organisation: Rosewater Trust\n- {entry}\n")
    assert signatories.withheld == expected
    assert signatories.organisations == 1 + expected.organisations
    assert signatories.individuals == expected.individuals
    assert [each.name for each in signatories] == ["Rosewater Trust"]


def test_withheld_false_names_an_entry(tmp_path: Path) -> None:
    signatories = view(tmp_path, "- {organisation: Rosewater Trust, withheld: false}\n")
    assert [each.name for each in signatories] == ["Rosewater Trust"]
    assert not signatories.withheld


def test_nothing_of_a_withheld_entry_is_kept(tmp_path: Path) -> None:
    found, problems = read(
        tmp_path,
        "- {withheld: true, organisation: Xylophone Trust, country: XY, sort_as: Xylophone}\n",
    )
    assert HIDDEN not in repr(found)
    assert not problems


@pytest.mark.parametrize(
    "entry",
    [
        "{withheld: Xylophone}",
        "{withheld: Xylophone Trust, organisation: Xylophone Trust}",
        "{withheld: {Xylophone: 1}}",
        "{withheld: }",
        "{withheld: [Xylophone]}",
        "{withheld: true, organisation: Xylophone, joined: Xylophone}",
        "{withheld: true, Xylophone: Xylophone, organisation: Xylophone}",
        "{withheld: true, organisation: Xylophone, organisation: Xylophone}",
        "{withheld: true, organisation: 'Xylophone}",
        "{withheld: true, organisation: Xylophone: Xylophone}",
        "{withheld: true, organisation: *Xylophone}",
        "{withheld: true, organisation: !Xylophone a}",
    ],
)
def test_no_message_shows_anything_of_a_withheld_entry(entry: str, tmp_path: Path) -> None:
    found, problems = read(tmp_path, f"- organisation: Rosewater Trust\n- {entry}\n")
    assert HIDDEN not in repr(found)
    assert not [each for each in problems if HIDDEN in f"{each.message} {each.hint}"]


@pytest.mark.parametrize("key", ["witheld", "withhold", "Withheld", "withhelt", "with-held"])
def test_a_mark_that_is_misspelt_withholds_and_is_told(key: str, tmp_path: Path) -> None:
    found, problems = read(tmp_path, f"- organisation: Xylophone Trust\n  {key}: true\n")
    assert HIDDEN not in repr(found)
    assert problems.has_errors
    assert not [each for each in problems if HIDDEN in f"{each.message} {each.hint}"]


def test_withdrawn_is_another_word(tmp_path: Path) -> None:
    found, problems = read(tmp_path, "- {organisation: Ivy, withdrawn: 2020-01-01}\n")
    assert found is not None
    assert found.groups[0].signatories
    assert not problems


def test_what_is_no_clear_mark_withholds_and_is_told(tmp_path: Path) -> None:
    found, problems = read(tmp_path, "- organisation: Xylophone Trust\n  withheld: perhaps\n")
    assert HIDDEN not in repr(found)
    assert [(each.message, str(each.origin)) for each in problems] == [
        ("it is not said how many are withheld here", "list.yaml:2:3")
    ]


def test_the_withheld_join_and_withdraw_like_others(tmp_path: Path) -> None:
    entries = (
        "- withheld: 4\n"
        "- {withheld: 2, joined: 2026-03-09}\n"
        "- {withheld: true, organisation: Xylophone Trust, withdrawn: 2026-03-01}\n"
    )
    signatories = view(tmp_path, entries, date(2026, 3, 4))
    assert signatories.organisations == 4
    assert signatories.late.organisations == 2
    assert signatories.late.withheld == Withheld(2, 0)


def test_members_of_a_coalition_may_be_withheld(tmp_path: Path) -> None:
    entries = (
        "- organisation: Council\n"
        "  signatories:\n"
        "    - organisation: Ivy Clinic\n"
        "    - {withheld: true, organisation: Xylophone Clinic}\n"
    )
    signatories = view(tmp_path, entries)
    (council,) = signatories
    assert signatories.organisations == 2
    assert council.represents == 2
    assert [member.name for member in council.members_by_name] == ["Ivy Clinic"]
    assert council.members_withheld == Withheld(1, 0)


def test_a_mark_that_stands_askew_names_nobody(tmp_path: Path) -> None:
    found, problems = read(tmp_path, f"- organisation: {HIDDEN}\n\twithheld: true\n")
    assert found is None
    assert problems.has_errors
    assert HIDDEN not in repr(list(problems))


def test_a_warning_about_the_file_shows_nothing_either(tmp_path: Path) -> None:
    _, problems = read(tmp_path, f"- organisation: Ivy\n  withheld: &{HIDDEN} true\n")
    assert problems
    assert HIDDEN not in repr(list(problems))
