"""People from tables: headings in any language, and every bad row at its cell."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from tests.workbooks import save_workbook

from letterkit.diagnostics import Diagnostics
from letterkit.language.vocabulary import Gender, Office
from letterkit.people.cell_words import country_of, gender_of, language_of, nearest_language
from letterkit.people.headings import ADDRESSEE_HEADINGS, field_of
from letterkit.people.localizer import ABSENT
from letterkit.people.sheet_reference import SheetReference
from letterkit.people.signatory_tables import signatories_in
from letterkit.people.tables import Table, addressees_in
from letterkit.sources.schema import validate
from letterkit.sources.yaml import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from letterkit.people.loading import SignatoryList
    from letterkit.people.tables import Listed

LOCALES = ("ar", "en", "tr")


def told(problems: Diagnostics) -> list[str]:
    return [f"{found.severity} {found.origin}: {found.message}" for found in problems]


def reference(said: str) -> SheetReference:
    problems = Diagnostics()
    found = validate(SheetReference, parse_yaml(said, "letter.yaml", problems), problems)
    assert found is not None, told(problems)
    return found


def table(
    path: Path,
    content: str | list[list[object]],
    said: str = "",
    condition: Callable[[Mapping[str, object], Diagnostics], bool | None] | None = None,
) -> Table:
    if isinstance(content, str):
        path = path / "list.csv"
        path.write_text(content, encoding="utf-8")
    else:
        path = save_workbook(path / "list.xlsx", content, sheet="List")
    return Table(path, path.name, reference(said) if said else None, LOCALES, condition)


def addressees(
    path: Path, content: str | list[list[object]], said: str = ""
) -> tuple[list[Listed], Diagnostics]:
    problems = Diagnostics()
    return addressees_in(table(path, content, said), problems), problems


def signatories(
    path: Path, content: str, said: str = ""
) -> tuple[SignatoryList | None, Diagnostics]:
    problems = Diagnostics()
    return signatories_in(table(path, content, said), problems), problems


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("NAME", ("name", "")),
        ("ADI", ("name", "")),
        ("İsim", ("name", "")),
        ("kurulus", ("organisation", "")),
        ("KURULUŞ", ("organisation", "")),
        ("الإسم", ("name", "")),
        ("المؤسسه:", ("organisation", "")),
        ("name.ar", ("name", "ar")),
        ("name_tr", ("name", "tr")),
        ("Name (ar-SY)", ("name", "ar-SY")),
        ("Name (Arabic)", ("name", "ar")),
        ("Name in Arabic", ("name", "ar")),
        ("Arabic name", ("name", "ar")),
        ("الاسم باللغة العربية", ("name", "ar")),
        ("الاسم بالتركية", ("name", "tr")),
        ("Ad (İngilizce)", ("name", "en")),
        ("Address line 2", ("address", "")),
        ("Adres 1", ("address", "")),
        ("Sprache", None),
        ("Name (French)", None),
        ("Amount", None),
        ("2026", None),
    ],
)
def test_a_heading_is_known_in_any_language(heading: str, field: tuple[str, str] | None) -> None:
    assert field_of(heading, ADDRESSEE_HEADINGS, LOCALES) == field


def test_words_in_cells_are_understood_where_they_mean_one_thing() -> None:
    assert {gender_of(word) for word in ("Female", "أنثى", "انثى", "KADIN", "f")} == {"female"}
    assert {gender_of(word) for word in ("erkek", "ERKEK", "ذكر", "M")} == {"male"}
    assert gender_of("person") == "person"
    assert {country_of(name) for name in ("TR", "Turkey", "Türkiye", "تركيا", "TÜRKİYE")} == {"TR"}
    assert country_of("Narnia") == "Narnia"
    names = ("ar", "Arabic", "العربية", "ARAPÇA", "arapca")
    assert {language_of(name) for name in names} == {"ar"}
    assert language_of("français") == language_of("FR") == language_of("Fransızca") == "fr"
    assert language_of("Klingonish") is None


def test_the_language_nearest_to_one_that_lacks_is_offered() -> None:
    offered = {locale: nearest_language(locale, LOCALES) for locale in ("fr", "fa", "az", "ku")}
    assert offered == {"fr": "en", "fa": "ar", "az": "tr", "ku": "en"}


def test_a_row_becomes_an_addressee_with_all_that_it_says(tmp_path: Path) -> None:
    ((listed,), problems) = addressees(
        tmp_path,
        [
            ["ID", "Name", "الاسم", "Cinsiyet", "Office", "Address", "Ülke", "Dil", "Given on"],
            [
                *("d-1", "Nour Example", "نور مثال", "kadın", "Prime minister"),
                *("1 Rose Street\n10000 Kilis", "Lübnan", "Arapça", date(2026, 1, 9)),
            ],
        ],
        '{from: list.xlsx, columns: {"الاسم": name.ar}}',
    )
    assert told(problems) == []
    addressee = listed.addressee
    assert addressee is not None
    assert addressee.name is not None
    assert (listed.name, addressee.gender) == ("d-1", Gender.FEMALE)
    assert addressee.office is Office.HEAD_OF_GOVERNMENT
    assert addressee.name.in_locale("ar") == "نور مثال"
    assert addressee.name.in_locale("tr") == "Nour Example"
    assert [line.in_locale("en") for line in addressee.address] == ["1 Rose Street", "10000 Kilis"]
    assert addressee.country is not None
    assert (addressee.country.in_locale("en"), addressee.locale) == ("LB", "ar")
    assert addressee.values == {"given_on": date(2026, 1, 9)}


def test_values_have_the_type_that_the_letter_or_else_the_workbook_says(tmp_path: Path) -> None:
    path = save_workbook(
        tmp_path / "list.xlsx",
        [
            ["Name", "Amount", "Year", "Count", "Paid", "Note", "Empty"],
            ["Nour", 1250.5, 2016, 3, True, "a, b", None],
        ],
        formats={"B2": "#,##0.00"},
    )
    said = reference("{from: list.xlsx, types: {count: integer}}")
    problems = Diagnostics()
    (listed,) = addressees_in(Table(path, "list.xlsx", said, LOCALES), problems)
    assert told(problems) == []
    assert listed.addressee is not None
    values = listed.addressee.values
    assert values["amount"] == Decimal("1250.50")
    assert (values["year"], values["count"], values["paid"]) == ("2016", 3, True)
    assert (values["note"], values["empty"]) == ("a, b", ABSENT)


BAD = [
    (
        "Name,Gender\nNour,womn\n",
        "error list.csv:2:6: `womn` is no value of `gender`",
    ),
    (
        "Name,Language\nJean,French\n",
        "error list.csv:2:6: there is no language `French` (`fr`) here",
    ),
    ("Name,Language\nJean,Klingonish\n", "error list.csv:2:6: `Klingonish` is no language"),
    ("Name,Town\n,Kilis\n", "error list.csv:2:1: nobody is named here"),
    ("Name\nNour\nNOUR\n", "error list.csv:3:1: `NOUR` stands twice"),
    ("Id,Name\n7,Nour\n7,Ada\n", "error list.csv:3:1: `7` stands twice"),
    ("Name,Office\nNour,kingpin\n", "error list.csv:2:6: `kingpin` is no value of `office`"),
    ("Name,Town\nNour,Kilis,Ankara\n", "error list.csv:2:12: `Ankara` stands under no heading"),
    ("Name,Language\nNour,\n", "warning list.csv:2:1: no language is given"),
    ("Naem of donor\nNour\n", "error list.csv:1:1: no column says who is written to"),
    ("Name,Langauge\nNour,en\n", "warning list.csv:1:6: the heading `Langauge` is not known"),
    ("Name,Full name\nNour,Nour\n", "error list.csv:1:6: `Name` and `Full name` both hold `name`"),
    (
        "Name,100%\nNour,1\n",
        "warning list.csv:1:6: the heading `100%` cannot be a name in expressions",
    ),
    (
        "Name,Country code\nNour,TR\n",
        "warning list.csv:1:6: the heading `Country code` means something else there",
    ),
    ("Name\n", "error list.csv:1:1: nobody stands in the table"),
]


@pytest.mark.parametrize(("content", "fault"), BAD)
def test_what_is_wrong_is_told_at_its_cell(tmp_path: Path, content: str, fault: str) -> None:
    _, problems = addressees(tmp_path, content)
    assert any(found.startswith(fault) for found in told(problems)), told(problems)
    assert all(found.hint for found in problems)


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("columns: {Nme: name}", "letter.yaml:1:33: there is no column `Nme`"),
        ("types: {age: integer}", "letter.yaml:1:8: there is no column `age`"),
        ("types: {town: integer}", "list.csv:2:6: `Kilis` is not of the type `integer`"),
        ("header: 9", "list.csv:1:1: row 9 holds no headings"),
    ],
)
def test_what_the_letter_says_must_fit_the_table(tmp_path: Path, said: str, fault: str) -> None:
    _, problems = addressees(tmp_path, "Name,Town\nNour,Kilis\n", f"{{from: list.csv, {said}}}")
    assert any(found.startswith(f"error {fault}") for found in told(problems)), told(problems)


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("{sheet: A}", "`from` is missing"),
        ("{from: a.csv, encoding: utf8}", "`utf8` is no encoding that is known here"),
        ("{from: a.csv, delimiter: '|'}", "`|` parts no cells"),
        ("{from: a.csv, header: zero}", "`zero` is not the number of a row"),
        ("{from: a.csv, types: {a: number}}", "`number` is no type of a column"),
        ("{from: a.csv, columns: {A: a b}}", "`a b` cannot be the name of a column"),
        ("{from: a.csv, columns: [a]}", "`[…]` is not a mapping of headings"),
        ("{from: a.csv, sheets: A}", "there is no key `sheets` here"),
    ],
)
def test_a_reference_is_judged_before_any_table_is_read(said: str, fault: str) -> None:
    problems = Diagnostics()
    validate(SheetReference, parse_yaml(said, "letter.yaml", problems), problems)
    assert fault in [found.message for found in problems]


@pytest.mark.parametrize(
    ("headings", "names"),
    [
        ("Name,Name (Arabic)", {"name": "a"}),
        ("Name (Arabic),Name", {"name": "b"}),
        ("Name (Arabic),Name (Turkish)", {"name": {"ar": "a", "tr": "b"}}),
        ("Name,Amount", {"name": "a", "amount": "b"}),
    ],
)
def test_a_condition_sees_the_columns_of_a_row(
    tmp_path: Path, headings: str, names: dict[str, object]
) -> None:
    seen: list[Mapping[str, object]] = []

    def condition(row: Mapping[str, object], _: Diagnostics) -> bool:
        seen.append(row)
        return False

    addressees_in(table(tmp_path, f"{headings}\na,b\n", condition=condition), Diagnostics())
    assert seen == [names]


def test_a_cell_under_a_merged_one_is_told_where_its_column_is_read(tmp_path: Path) -> None:
    path = save_workbook(
        tmp_path / "list.xlsx",
        [["Name", "Language"], ["Nour", "ar"], ["Ada", None]],
        sheet="List",
        merged=["B2:B3"],
    )
    problems = Diagnostics()
    addressees_in(Table(path, "list.xlsx", None, LOCALES), problems)
    assert told(problems)[0] == (
        "warning list.xlsx, sheet “List”, B3: the cell is merged into B2, so `Language` is empty"
        " here"
    )


def test_rows_under_one_heading_stand_together(tmp_path: Path) -> None:
    found, problems = signatories(
        tmp_path,
        "Organisation,Name,Group,Represents,Phone\nIvy,,Aid,,1\nRose,Nour,Press,,2\nUnion,,aid,9,3\n",
    )
    assert found is not None
    assert [
        (str(group.heading.anywhere()[1]) if group.heading else "", len(group.signatories))
        for group in found.groups
    ] == [("Aid", 2), ("Press", 1)]
    assert found.groups[0].signatories[1].represents == 9
    assert found.groups[1].signatories[0].person is not None
    assert told(problems) == ["note list.csv:1:36: nothing is read of `Phone`"]


def test_a_name_alone_may_be_of_a_person_or_an_organisation(tmp_path: Path) -> None:
    found, problems = signatories(tmp_path, "Name\nIvy\n")
    assert found is None
    assert told(problems) == ["error list.csv:1:1: no column says who signs"]
    found, problems = signatories(
        tmp_path, "Name\nIvy\n", "{from: list.csv, columns: {Name: organisation}}"
    )
    assert found is not None
    assert len(found.groups[0].signatories) == 1


SECRET = "Zerdali"  # noqa: S105 - the name of nobody


@pytest.mark.parametrize(
    "row",
    [
        f"{SECRET} Org,{SECRET},yes,x",
        f"{SECRET} Org,{SECRET},evet,",
        f"{SECRET} Org,{SECRET},perhaps,",
        f"{SECRET} Org,{SECRET},نعم,,{SECRET}",
        f'{SECRET} Org,"{SECRET}"{SECRET},yes,',
        f'{SECRET} Org,"{SECRET},yes,',
    ],
)
def test_of_a_withheld_row_nothing_is_kept_or_told_but_a_number(tmp_path: Path, row: str) -> None:
    found, problems = signatories(
        tmp_path, f"Organisation,Group,Withheld,Country\nIvy,Aid,no,TR\n{row}\n"
    )
    assert SECRET not in repr(found)
    assert SECRET not in repr(list(problems))
    assert found is not None
    assert [str(each.name.anywhere()[1]) for each in found.groups[0].signatories] == ["Ivy"]
    if row.count('"') != 1 and "perhaps" not in row:
        (withheld,) = found.groups[-1].withheld
        assert (withheld.organisations, found.groups[-1].heading) == (1, None)


def test_a_misspelt_mark_names_nobody(tmp_path: Path) -> None:
    found, problems = signatories(tmp_path, f"Organisation,Witheld\n{SECRET},yes\n")
    assert found is None
    assert problems.has_errors
    assert SECRET not in repr(list(problems))


def test_consent_and_dates_stand_in_columns_too(tmp_path: Path) -> None:
    found, problems = signatories(
        tmp_path,
        "Organisation,Joined,Consent letter,Consent by,Consent date\n"
        "Ivy,2026-01-02,bread,Ada Kaya,2026-01-01\n",
    )
    assert told(problems) == []
    assert found is not None
    (ivy,) = found.groups[0].signatories
    assert ivy.joined == date(2026, 1, 2)
    assert [(each.letter, each.by, each.date) for each in ivy.consent] == [
        ("bread", "Ada Kaya", date(2026, 1, 1))
    ]


def test_reading_takes_time_in_proportion_to_the_rows(tmp_path: Path) -> None:
    def seconds(number: int) -> float:
        lines = "".join(f"Org {row},مؤسسة {row},TR\n" for row in range(number))
        begin = time.process_time()
        found, _ = signatories(tmp_path, f"Organisation,Organisation (ar),Country\n{lines}")
        assert found is not None
        assert len(found.groups[0].signatories) == number
        return time.process_time() - begin

    seconds(10)
    small, large = seconds(500), seconds(4000)
    assert large < small * 8 * 3


@pytest.mark.parametrize(("mark", "merged"), [("#REF!", ()), ("", ("B2:B3",))])
def test_a_mark_that_cannot_be_read_names_nobody(
    tmp_path: Path, mark: str, merged: tuple[str, ...]
) -> None:
    rows = [("Organisation", "Withheld"), ("Ivy", "no"), (SECRET, mark)]
    path = save_workbook(tmp_path / "list.xlsx", rows, merged=merged)
    problems = Diagnostics()
    found = signatories_in(Table(path, "list.xlsx", None, ("en",)), problems)
    assert SECRET not in repr(found)
    assert SECRET not in repr(list(problems))
    assert problems.has_errors
