"""People as one language sees them: names fall back, phrases do not, signatories are counted."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2.sandbox import ImmutableSandboxedEnvironment
from tests.profiles import PROFILES

from letterkit.diagnostics import Diagnostics, Severity
from letterkit.language.vocabulary import Office
from letterkit.people.loading import load_addressees, load_signatories
from letterkit.people.localizer import Localizer
from letterkit.people.models import Organisation
from letterkit.people.signatories import SignatoriesView
from letterkit.people.views import AddresseeView, OrganisationView
from letterkit.sources.nodes import DataText
from letterkit.sources.schema import validate
from letterkit.sources.yaml import parse_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from letterkit.language.profile import Profile


@pytest.fixture(scope="module")
def profiles() -> dict[str, Profile]:
    return PROFILES


def addressee(folder: Path, text: str, profile: Profile) -> tuple[AddresseeView, Diagnostics]:
    path = folder / "people.yaml"
    path.write_text(f"somebody:\n{text}", encoding="utf-8")
    problems = Diagnostics()
    (entry,) = load_addressees(path, problems, name="f").items()
    return AddresseeView(entry[0], entry[1], Localizer(profile, problems)), problems


def signatories(folder: Path, text: str, profile: Profile) -> tuple[SignatoriesView, Diagnostics]:
    path = folder / "list.yaml"
    path.write_text(text, encoding="utf-8")
    problems = Diagnostics()
    found = load_signatories(path, problems, name="f")
    assert found is not None
    return SignatoriesView([found], Localizer(profile, problems)), problems


def test_a_view_gives_each_language_its_own(tmp_path: Path, profiles: dict[str, Profile]) -> None:
    text = "  name: {en: Lena Example, ar: لينا مثال}\n  title: {en: Minister, ar: وزيرة}\n"
    view, problems = addressee(tmp_path, text, profiles["ar"])
    assert (view.name, view.title, view.organisation) == ("لينا مثال", "وزيرة", "")
    assert isinstance(view.name, DataText)
    assert str(view.name.origin) == "f:2:32"
    assert not problems


def test_a_name_that_is_lacking_stands_in_its_own_script_with_a_note(
    tmp_path: Path, profiles: dict[str, Profile]
) -> None:
    view, problems = addressee(
        tmp_path, "  name: {ar: لينا مثال, en: Lena Example}\n", profiles["tr"]
    )
    assert view.name == "Lena Example"
    assert view.name == "Lena Example"
    assert [(found.severity, str(found.origin)) for found in problems] == [(Severity.NOTE, "f:2:9")]


def test_a_title_that_is_lacking_is_an_error_at_its_place(
    tmp_path: Path, profiles: dict[str, Profile]
) -> None:
    view, problems = addressee(tmp_path, "  title: {en: Minister}\n", profiles["tr"])
    assert not problems
    assert not view.title
    assert [(found.severity, f"{found.origin}: {found.message}") for found in problems] == [
        (Severity.ERROR, "f:2:10: the title `Minister` is lacking in `tr`")
    ]
    assert [found.hint for found in problems] == ["add `tr: …`"]


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ("tr", "write `TR`"),
        ("Tr", "write `TR`"),
        ("ZZ", "write its ISO 3166 code, or its name by locale"),
        ("XA", "write its ISO 3166 code, or its name by locale"),
    ],
)
def test_what_is_no_code_of_a_country_is_told(
    given: str, hint: str, tmp_path: Path, profiles: dict[str, Profile]
) -> None:
    view, problems = addressee(tmp_path, f"  name: A\n  country: {given}\n", profiles["en"])
    assert view.country in {"", given}
    assert [(str(found.origin), found.message, found.hint) for found in problems] == [
        ("f:3:12", f"`{given}` is no code of a country", hint)
    ]


@pytest.mark.parametrize("given", ["docter", "Doctor", "profesor"])
def test_a_misspelt_key_of_an_honorific_is_told(
    given: str, tmp_path: Path, profiles: dict[str, Profile]
) -> None:
    _, problems = addressee(tmp_path, f"  name: A\n  honorific: {given}\n", profiles["en"])
    assert [(found.severity, str(found.origin)) for found in problems] == [
        (Severity.WARNING, "f:3:14")
    ]


@pytest.mark.parametrize("given", ["doctor", "Captain", "Dr.", "{en: Docter}"])
def test_words_of_ones_own_are_an_honorific(
    given: str, tmp_path: Path, profiles: dict[str, Profile]
) -> None:
    _, problems = addressee(tmp_path, f"  name: A\n  honorific: {given}\n", profiles["en"])
    assert not problems


def test_a_country_is_named_by_its_code(tmp_path: Path, profiles: dict[str, Profile]) -> None:
    view, problems = addressee(tmp_path, "  name: A\n  country: DE\n", profiles["tr"])
    assert (view.country, view.country_code) == ("Almanya", "DE")
    assert not problems


def test_a_code_of_no_country_is_told(tmp_path: Path, profiles: dict[str, Profile]) -> None:
    view, problems = addressee(tmp_path, "  name: A\n  country: XQ\n", profiles["tr"])
    assert not view.country
    assert [found.message for found in problems] == ["`XQ` is no code of a country"]


def test_the_house_is_seen_with_its_people(profiles: dict[str, Profile]) -> None:
    problems = Diagnostics()
    node = parse_yaml(
        "name: {en: Example House}\n"
        "country: TR\n"
        "director: {name: Rana Example, gender: female, honorific: doctor, title: {en: Director}}\n"
        "website: https://example.org\n",
        "f",
        problems,
    )
    organisation = validate(Organisation, node, problems)
    assert organisation is not None
    view = OrganisationView(organisation, Localizer(profiles["en"], problems))
    assert view.director is not None
    assert (view.name, view.director.name, view.director.honorific) == (
        "Example House",
        "Rana Example",
        "Dr.",
    )
    assert view.contact is None
    assert view.website == "https://example.org"
    assert not problems


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("website", "javascript:alert(1)"),
        ("website", "example.org"),
        ("website", "https://example.org/a b"),
        ("email", "somebody"),
        ("email", "a@b@example.org"),
        ("telephone", "call us"),
    ],
)
def test_ways_to_reach_us_must_be_what_they_say(key: str, value: str) -> None:
    problems = Diagnostics()
    node = parse_yaml(f"name: A\n{key}: '{value}'\n", "f", problems)
    assert validate(Organisation, node, problems) is None
    assert [str(found.origin) for found in problems] == [f"f:2:{len(key) + 3}"]


COALITIONS = (
    "- organisation: Union of Examples\n  represents: 92\n"
    "- organisation: Second Union\n  represents: 120\n"
    "- organisation: Example Society\n"
    "- person: Rana Example\n  organisation: Example Press\n"
    "- person: Sami Example\n"
)


def test_a_coalition_counts_as_those_it_represents_and_an_affiliation_not_at_all(
    tmp_path: Path, profiles: dict[str, Profile]
) -> None:
    view, _ = signatories(tmp_path, COALITIONS, profiles["en"])
    assert (view.organisations, view.individuals, len(view)) == (92 + 120 + 1, 2, 5)


def test_no_signatories_are_false(profiles: dict[str, Profile]) -> None:
    view = SignatoriesView([], Localizer(profiles["en"], Diagnostics()))
    assert not view
    assert (view.organisations, view.individuals) == (0, 0)


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("en", ["Çınar", "Cuma", "İnci", "Işık"]), ("tr", ["Cuma", "Çınar", "Işık", "İnci"])],
)
def test_an_alphabetical_list_stands_as_the_language_sorts(
    tmp_path: Path, profiles: dict[str, Profile], locale: str, expected: list[str]
) -> None:
    rows = "".join(f"  - person: {name}\n" for name in ["İnci", "Işık", "Çınar", "Cuma"])
    view, _ = signatories(tmp_path, f"order: alphabetical\nsignatories:\n{rows}", profiles[locale])
    assert [each.name for each in view] == expected


@pytest.mark.parametrize(
    ("ignored", "expected"), [(False, ["الياء", "باء"]), (True, ["باء", "الياء"])]
)
def test_a_house_may_sort_arabic_names_without_their_article(
    tmp_path: Path, profiles: dict[str, Profile], ignored: bool, expected: list[str]
) -> None:
    profile = replace(profiles["ar"], article_is_ignored=ignored)
    rows = "".join(f"  - organisation: {name}\n" for name in ["باء", "الياء"])
    view, _ = signatories(tmp_path, f"order: alphabetical\nsignatories:\n{rows}", profile)
    assert [each.name for each in view] == expected


COUNTS = st.lists(st.one_of(st.none(), st.integers(0, 500), st.just("person")))


@settings(deadline=None)
@given(COUNTS)
def test_counting_is_the_sum_over_the_entries(
    tmp_path_factory: pytest.TempPathFactory,
    profiles: dict[str, Profile],
    entries: list[int | str | None],
) -> None:
    rows = []
    for number, entry in enumerate(entries):
        if entry == "person":
            rows.append(f"- {{person: P{number}, organisation: O{number}}}\n")
        elif entry is None:
            rows.append(f"- {{organisation: O{number}}}\n")
        else:
            rows.append(f"- {{organisation: O{number}, represents: {entry}}}\n")
    text = "".join(rows) or "signatories: []\n"
    view, _ = signatories(tmp_path_factory.mktemp("list"), text, profiles["en"])
    numbers = [entry for entry in entries if isinstance(entry, int)]
    assert view.organisations == sum(numbers) + entries.count(None)
    assert view.individuals == entries.count("person")


def test_expressions_reach_the_fields_and_nothing_behind_them(
    tmp_path: Path, profiles: dict[str, Profile]
) -> None:
    view, _ = signatories(tmp_path, COALITIONS, profiles["en"])
    environment = ImmutableSandboxedEnvironment()
    seen = environment.compile_expression(
        "[signatories.organisations, signatories.groups[0].heading]", undefined_to_none=False
    )
    assert seen(signatories=view) == [213, ""]
    for hidden in (
        "signatories._localizer",
        "signatories.groups[0]._group",
        "signatories.__class__",
    ):
        blocked = environment.compile_expression(hidden, undefined_to_none=False)(signatories=view)
        assert type(blocked).__name__ == "Undefined"


def test_ten_thousand_signatories_are_seen_in_a_moment(
    tmp_path: Path, profiles: dict[str, Profile]
) -> None:
    rows = "".join(f"- person: {{en: Name {n}, ar: اسم {n}}}\n" for n in range(10_000))
    view, _ = signatories(tmp_path, rows, profiles["ar"])
    start = time.perf_counter()
    assert sum(len(each.name) > 0 for each in view) == 10_000
    assert view.individuals == 10_000
    assert time.perf_counter() - start < 2  # far below that on a machine at rest


def test_the_kit_knows_an_honorific_by_its_key_and_words_print_it(
    tmp_path: Path, profiles: dict[str, Profile]
) -> None:
    view, problems = addressee(tmp_path, "  name: A\n  honorific: doctor\n", profiles["ar"])
    assert (view.honorific, view.honorific_key) == ("د.", "doctor")
    assert not problems


@pytest.mark.parametrize(
    ("data", "office"),
    [
        ("  organisation: Example Society\n", Office.ORGANISATION),
        ("  name: Rana Example\n", Office.PRIVATE_PERSON),
        ("  title: Head Cook\n  organisation: Example Society\n", Office.PRIVATE_PERSON),
        ("  organisation: Example Society\n  office: minister\n", Office.MINISTER),
    ],
)
def test_who_has_no_office_is_a_body_or_a_person(
    data: str, office: Office, tmp_path: Path, profiles: dict[str, Profile]
) -> None:
    view, _ = addressee(tmp_path, data, profiles["en"])
    assert view.office is office
