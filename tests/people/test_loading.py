"""Files of people: every fault at its place, and one bad entry hides no other."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterkit.diagnostics import Diagnostics, Severity
from letterkit.language.vocabulary import Gender, Office
from letterkit.people.loading import Order, load_addressees, load_signatories
from letterkit.sources.hidden import hidden_in
from letterkit.sources.schema import DataModel

if TYPE_CHECKING:
    from pathlib import Path

    from letterkit.people.loading import SignatoryList
    from letterkit.people.localized import LocalizedText
    from letterkit.people.models import Addressee


def addressees(folder: Path, text: str) -> tuple[dict[str, Addressee], Diagnostics]:
    path = folder / "people.yaml"
    path.write_text(text, encoding="utf-8")
    problems = Diagnostics()
    found = load_addressees(path, problems, name="f")
    return {str(key): value for key, value in found.items()}, problems


def signatories(folder: Path, text: str) -> tuple[SignatoryList | None, Diagnostics]:
    path = folder / "list.yaml"
    path.write_text(text, encoding="utf-8")
    problems = Diagnostics()
    return load_signatories(path, problems, name="f"), problems


def messages(problems: Diagnostics) -> list[str]:
    return [f"{found.origin}: {found.message}" for found in problems.sorted()]


def english(text: LocalizedText | None) -> str | None:
    return None if text is None else text.in_locale("en")


def test_an_addressee_is_a_person_an_office_or_a_body(tmp_path: Path) -> None:
    found, problems = addressees(
        tmp_path,
        "minister:\n"
        "  name: {en: Lena Example, ar: لينا مثال}\n"
        "  gender: female\n"
        "  office: minister\n"
        "  title: {en: Minister of Health}\n"
        "  address: [1 Example Street, Exampleville 100]\n"
        "  country: TR\n"
        "presidency:\n"
        "  office: un-official\n"
        "  title: President of the Council\n"
        "body:\n"
        "  organisation: Example Society\n",
    )
    assert not problems
    minister = found["minister"]
    assert (minister.gender, minister.office) == (Gender.FEMALE, Office.MINISTER)
    assert [english(line) for line in minister.address] == ["1 Example Street", "Exampleville 100"]
    assert found["presidency"].gender is Gender.UNKNOWN
    assert found["body"].office is None


def test_every_fault_of_a_file_is_told_and_good_entries_are_kept(tmp_path: Path) -> None:
    found, problems = addressees(
        tmp_path,
        "one:\n"
        "  name: '*SAMA* {x} {message}'\n"
        "  gender: mal\n"
        "  office: head of state\n"
        "  titel: x\n"
        "  honorific:\n"
        "  address: 4 Example Street\n"
        "two: Name\n"
        "three:\n"
        "  gender: female\n"
        "four:\n"
        "  name: Four\n"
        "five:\n"
        "  name: Five\n"
        '  "address\\u200b": [x]\n'
        "six:\n"
        "  name: Six: and more\n"
        "  office: {en: x}\n",
    )
    assert list(found) == ["four"]
    assert messages(problems) == [
        "f:3:11: `mal` is no value of `gender`",
        "f:4:11: `head of state` is no value of `office`",
        "f:5:3: there is no key `titel` here",
        "f:6:3: `honorific` has nothing after it",
        "f:7:12: `4 Example Street` is not a list",
        "f:8:6: `Name` is not a mapping of keys to values",
        "f:10:3: nobody is named here",
        "f:15:11: `U+200B ZERO WIDTH SPACE` is not seen, and makes other words of these",
        "f:17:12: a second colon stands in one value",
        "f:18:11: `{…}` is no value of `office`",
    ]
    hints = {found.origin.line: found.hint for found in problems if found.origin}
    assert hints[3] == "did you mean `male`?"
    assert hints[5] == "did you mean `title`?"
    assert hints[15] == "take it out"


def test_a_value_with_braces_is_shown_as_it_is(tmp_path: Path) -> None:
    _, problems = addressees(tmp_path, "a:\n  name: A\n  address: 'x {hint} {y}'\n")
    assert messages(problems) == ["f:3:12: `x {hint} {y}` is not a list"]


def test_two_addressees_of_one_id_are_told(tmp_path: Path) -> None:
    found, problems = addressees(tmp_path, "a:\n  name: One\na:\n  name: Two\n")
    assert messages(problems) == ["f:3:1: key `a` stands here a second time"]
    assert english(found["a"].name) == "One"


FIVE_SHAPES = (
    "heading: {en: Signatories}\n"
    "signatories:\n"
    "  - organisation: {en: Union of Examples}\n"
    "    represents: 92\n"
    "    members: organisation\n"
    "    area: {en: in the north}\n"
    "  - organisation: Example Doctors\n"
    "    description: {en: a society of doctors}\n"
    "  - organisation: Example Network\n"
    "  - person: Rana Example\n"
    "    organisation: Example Press\n"
    "  - person: Sami Example\n"
    "    honorific: doctor\n"
    "    title: {en: Director}\n"
    "    gender: male\n"
    "    organisation: Example House\n"
)


def test_signatories_have_five_shapes(tmp_path: Path) -> None:
    found, problems = signatories(tmp_path, FIVE_SHAPES)
    assert found is not None
    assert not problems
    (group,) = found.groups
    assert english(group.heading) == "Signatories"
    assert group.order is Order.GIVEN
    assert [english(each.name) for each in group.signatories] == [
        "Union of Examples",
        "Example Doctors",
        "Example Network",
        "Rana Example",
        "Sami Example",
    ]
    assert group.signatories[0].represents == 92


def test_groups_have_headings_and_orders_of_their_own(tmp_path: Path) -> None:
    found, problems = signatories(
        tmp_path,
        "order: alphabetical\n"
        "groups:\n"
        "  - heading: {en: Doctors}\n"
        "    signatories: [{person: B}, {person: A}]\n"
        "  - heading: {en: Others}\n"
        "    order: given\n"
        "    signatories: [{organisation: C}]\n",
    )
    assert found is not None
    assert not problems
    assert [(english(group.heading), group.order) for group in found.groups] == [
        ("Doctors", Order.ALPHABETICAL),
        ("Others", Order.GIVEN),
    ]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("{}", "nobody is named here"),
        ("{title: x}", "nobody is named here"),
        ("{person: A, represents: 3}", "a person does not represent organisations here"),
        (
            "{organisation: A, area: x}",
            "`members` and `area` tell of those whom a coalition represents",
        ),
        ("{organisation: A, title: x}", "an organisation has no title"),
        ("{organisation: A, represents: many}", "`many` is not a whole number"),
        ("{organisation: A, represents: -1}", "`-1` is not a whole number"),
        ("{organisation: A, represents: '1,500'}", "`1,500` is not a whole number"),
        ("just a name", "`just a name` stands here alone"),
        ("", "nothing stands here alone"),
        ("{persn: A, organisation: B}", "there is no key `persn` here"),
    ],
)
def test_one_bad_row_is_told_and_hides_no_other(tmp_path: Path, row: str, message: str) -> None:
    text = f"signatories:\n  - person: First\n  - {row}\n  - person: Last\n"
    found, problems = signatories(tmp_path, text)
    assert [each.message for each in problems] == [message]
    assert all(each.origin and each.origin.line == 3 for each in problems)
    assert found is not None
    kept = [english(each.name) for group in found.groups for each in group.signatories]
    assert kept == ["First", "Last"]


def test_a_name_that_stands_twice_is_a_warning_with_both_places(tmp_path: Path) -> None:
    found, problems = signatories(
        tmp_path,
        "- organisation: {en: Example Society, tr: Örnek Derneği}\n"
        "- person: Rana Example\n"
        "- organisation: {en: EXAMPLE  society, tr: Başka Dernek}\n"
        "- person: Sami Example\n  organisation: Rana Example\n",
    )
    assert found is not None
    (told,) = problems
    assert told.severity is Severity.WARNING
    assert str(told.origin) == "f:3:22"
    assert told.hint == "the first stands at f:1:22; take one of them out"


def test_no_file_of_a_workspace_is_too_odd_to_be_told(tmp_path: Path) -> None:
    for text in (
        "",
        "a",
        "signatories: a",
        "groups: a",
        "groups: [a]",
        "order: up\nsignatories: []",
    ):
        _, problems = signatories(tmp_path, text)
        assert len(problems) == 1, text


@settings(deadline=None)
@given(
    st.lists(
        st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1).filter(
            lambda name: not hidden_in(name)
        ),
        min_size=1,
        unique=True,
    )
)
def test_names_however_ugly_are_kept_as_they_are(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    rows = "".join(f"- person: '{name.replace(chr(39), chr(39) * 2)}'\n" for name in names)
    found, problems = signatories(tmp_path_factory.mktemp("list"), rows)
    assert found is not None
    assert not problems.has_errors
    assert [english(each.name) for each in found.groups[0].signatories] == names


def test_ten_thousand_signatories_are_loaded_in_linear_time(tmp_path: Path) -> None:
    def seconds(count: int) -> float:
        rows = "".join(f"- person: {{en: Name {n}, ar: اسم {n}}}\n" for n in range(count))
        start = time.process_time()
        found, problems = signatories(tmp_path, rows)
        assert found is not None
        assert not problems
        assert len(found.groups[0].signatories) == count
        return time.process_time() - start

    small, large = min(seconds(1_000) for _ in range(3)), seconds(10_000)
    assert large < 40 * small  # ten times as many; the rest is leave for a busy machine


def test_models_are_immutable_and_know_no_unknown_keys() -> None:
    assert DataModel.model_config["frozen"]
    assert DataModel.model_config["extra"] == "forbid"
