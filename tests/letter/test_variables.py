"""Variables: each of the type that the template declares, or told why not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterkit.diagnostics import Diagnostics, Origin
from letterkit.letter import check_variables, free_variables
from letterkit.people.localized import LocalizedText
from letterkit.sources.nodes import DataMapping, DataText
from letterkit.sources.variables import VariableKind, VariableType
from letterkit.sources.yaml import parse_yaml

TEXT = VariableType(VariableKind.TEXT)
INTEGER = VariableType(VariableKind.INTEGER)
DAY = VariableType(VariableKind.DATE)
TRUTH = VariableType(VariableKind.TRUTH)
LINK = VariableType(VariableKind.LINK)
RECORD = VariableType(VariableKind.RECORD, fields={"name": TEXT, "beds": INTEGER})
RECORDS = VariableType(VariableKind.LIST, items=RECORD)
LETTER = Origin("letter.yaml")


def check(text: str, **declared: VariableType) -> tuple[dict[str, Any], list[str]]:
    problems = Diagnostics()
    node = parse_yaml(text, "f", problems)
    given_here = node if isinstance(node, DataMapping) else None
    made = check_variables(given_here, declared, LETTER, problems)
    return made, [f"{found.origin}: {found.message}" for found in problems]


def test_each_variable_becomes_what_its_type_says() -> None:
    made, found = check(
        "killed: 1500\nday: 2016-02-24\nsite: https://example.org\nwhy: {en: war}\n"
        "places: [{name: Kilis, beds: 40}]\n",
        killed=INTEGER,
        day=DAY,
        site=LINK,
        why=TEXT,
        places=RECORDS,
    )
    assert not found
    assert (made["killed"], made["day"], made["site"]) == (
        1500,
        date(2016, 2, 24),
        "https://example.org",
    )
    assert isinstance(made["why"], LocalizedText)
    (place,) = made["places"]
    assert place["beds"] == 40
    assert place["name"].in_locale("tr") == "Kilis"


@pytest.mark.parametrize(
    ("text", "declared", "message"),
    [
        ("a: '1,500'", INTEGER, "f:1:4: `1,500` is not an integer, as the template declares `a`"),
        ("a: 1.5", INTEGER, "f:1:4: `1.5` is not an integer, as the template declares `a`"),
        ("a: 0x5a", INTEGER, "f:1:4: `0x5a` is not an integer, as the template declares `a`"),
        ("a: [1]", INTEGER, "f:1:4: `[…]` is not an integer, as the template declares `a`"),
        ("a: 24/2/2016", DAY, "f:1:4: `24/2/2016` is not a date, as the template declares `a`"),
        ("a: no", TRUTH, "f:1:4: `no` is not true or false, as the template declares `a`"),
        ("a: false", TEXT, "f:1:4: `a` is a text, and `false` as a text is as true as any other"),
        ("a:", TEXT, "f:1:1: `a` has nothing after it"),
        ("a: [b]", TEXT, "f:1:4: `[…]` is not a text"),
        ("a: b", RECORDS, "f:1:4: `a` is not a list, as the template declares it"),
        ("a: [b]", RECORDS, "f:1:5: `b` has no fields, as the template declares for `item 1 of a`"),
        ("a: [{name: b}]", RECORDS, "f:1:5: `beds` is missing in `item 1 of a`"),
        ("{}", TEXT, "f:1:1: the variable `a` is missing"),
        ("", TEXT, "letter.yaml:1:1: the variable `a` is missing"),
        ("{a: b, c: d}", TEXT, "f:1:8: the template declares no variable `c`"),
    ],
)
def test_what_is_of_another_type_is_told(text: str, declared: VariableType, message: str) -> None:
    assert check(text, a=declared)[1] == [message]


def test_a_day_that_there_is_not_is_told_with_the_reason() -> None:
    problems = Diagnostics()
    node = parse_yaml("a: 2016-11-31\n", "f", problems)
    assert isinstance(node, DataMapping)
    assert check_variables(node, {"a": DAY}, LETTER, problems) == {}
    assert [found.hint for found in problems] == ["November has 30 days"]


@pytest.mark.parametrize("text", ["true", "false"])
def test_truth_is_said_in_one_word(text: str) -> None:
    assert check(f"a: {text}", a=TRUTH) == ({"a": text == "true"}, [])


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "example.org",
        "https://",
        "mailto:nobody",
        "https://example.org/\u202egro",
        "",
    ],
)
def test_a_link_leads_to_a_reader_safe_address_or_nowhere(target: str) -> None:
    made, found = check(f"a: '{target}'", a=LINK)
    assert len(found) == 1
    assert not made


@pytest.mark.parametrize(
    "target",
    ["https://example.org/a?b=c#d", "http://example.org", "mailto:a@example.org", "tel:+903420000"],
)
def test_web_mail_and_telephone_links_are_taken(target: str) -> None:
    assert check(f"a: '{target}'", a=LINK) == ({"a": target}, [])


def test_one_bad_record_hides_no_other() -> None:
    made, found = check(
        "a:\n- {name: One, beds: 1}\n- {name: Two, beds: many}\n- {nam: Three, beds: 3}\n"
        "- {name: Four, beds: 4}\n",
        a=RECORDS,
    )
    assert found == [
        "f:3:21: `many` is not an integer, as the template declares `beds`",
        "f:4:4: `item 3 of a` has no field `nam`",
        "f:4:3: `name` is missing in `item 3 of a`",
    ]
    assert [record.get("beds") for record in made["a"]] == [1, None, 3, 4]


def test_a_letter_without_a_template_has_texts_lists_and_records() -> None:
    node = parse_yaml("a: 0031\nb: {en: x, ar: y}\nc: [{day: z, who: w}]\n", "f", Diagnostics())
    assert isinstance(node, DataMapping)
    made = free_variables(node, Diagnostics())
    assert made["a"] == "0031"
    assert isinstance(made["b"], LocalizedText)
    assert made["c"] == [{"day": "z", "who": "w"}]


def test_a_letter_without_a_template_may_say_how_a_name_is_spoken() -> None:
    problems = Diagnostics()
    text = "a: {text: The Rose, pron: roz}\nb: {en: Rose, tr: {text: Rose, pron: roz}}\n"
    text += "c: {text: x}\nd: [{text: A, letters: maybe}]\ne: {en: x, EN: y}\n"
    node = parse_yaml(text, "f", problems)
    assert isinstance(node, DataMapping)
    made = free_variables(node, problems)
    for name in ("a", "b"):
        value = made[name]
        assert isinstance(value, LocalizedText)
        spoken = value.in_locale("tr")
        assert spoken is not None
        assert spoken.pronunciation == "roz"
    assert made["c"] == {"text": "x"}
    assert made["d"] == []
    assert "e" not in made
    assert [str(found.origin) for found in problems] == ["f:4:24", "f:5:12"]


@settings(deadline=None)
@given(st.integers(-(10**18) + 1, 10**18 - 1))
def test_an_integer_is_read_as_it_is_written(number: int) -> None:
    assert check(f"a: {number}", a=INTEGER) == ({"a": number}, [])


@settings(deadline=None)
@given(st.dates())
def test_a_date_is_read_as_it_is_written(day: date) -> None:
    assert check(f"a: {day.isoformat()}", a=DAY) == ({"a": day}, [])


@settings(deadline=None)
@given(st.text(max_size=12))
def test_whatever_is_given_ends_in_a_value_or_a_diagnostic(text: str) -> None:
    for kind in (INTEGER, DAY, LINK, TEXT, RECORDS):
        problems = Diagnostics()
        node = DataMapping(LETTER)
        node[DataText("a", LETTER)] = DataText(text, LETTER)
        made = check_variables(node, {"a": kind}, LETTER, problems)
        assert ("a" in made) != problems.has_errors
