from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from letterkit.diagnostics import Diagnostics
from letterkit.sources.variables import VariableKind
from letterkit.template.entries import compile_conditions
from letterkit.template.structure import known_kinds, load_kind, load_template

if TYPE_CHECKING:
    from pathlib import Path

    from letterkit.template.expressions import ExpressionEnvironment
    from letterkit.template.structure import Template

ORDERS = {
    "en": ["dateline", "inside-address", "salutation", "subject-line", "body"],
    "ar-SY": ["dateline", "inside-address", "subject-line", "salutation", "body"],
    "tr_TR": ["dateline", "subject-line", "inside-address", "salutation", "body"],
    "fr": ["dateline", "inside-address", "salutation", "subject-line", "body"],
}


def template(folder: Path, text: str) -> tuple[Template | None, list[str]]:
    problems = Diagnostics()
    place = folder / "appeal"
    place.mkdir()
    (place / "template.yaml").write_text(text, encoding="utf-8")
    found = load_template(place, [folder / "kinds"], problems, shown=lambda path: path.name)
    return found, [f"{each.origin}: {each.message} ({each.hint})" for each in problems]


@pytest.mark.parametrize(("locale", "expected"), ORDERS.items())
def test_the_parts_of_a_letter_follow_the_custom_of_the_language(
    locale: str, expected: list[str]
) -> None:
    problems = Diagnostics()
    kind = load_kind("letter", [], problems)
    assert kind is not None
    assert not list(problems)
    assert [use.id for use in kind.parts_for(locale) if use.id in expected] == expected


def test_a_template_has_its_own_parts_in_the_order_of_the_kind(tmp_path: Path) -> None:
    found, told = template(
        tmp_path,
        "parts: [inside-address, salutation, subject-line, opening, body, complimentary-close]\n",
    )
    assert told == []
    assert found is not None
    assert [use.id for use in found.parts_for("tr")] == [
        "subject-line",
        "inside-address",
        "salutation",
        "opening",
        "body",
        "complimentary-close",
    ]


@pytest.mark.parametrize("locale", ["ar", "tr", "en"])
def test_custom_moves_no_part_past_another_that_it_does_not_name(
    locale: str, tmp_path: Path
) -> None:
    own = ["inside-address", "salutation", "body", "complimentary-close", "signatories", "dateline"]
    found, told = template(tmp_path, f"parts: [{', '.join(own)}]\n")
    assert told == []
    assert found is not None
    assert [use.id for use in found.parts_for(locale)] == own


def test_a_template_may_set_an_order_of_its_own(tmp_path: Path) -> None:
    found, told = template(tmp_path, "parts: [a, b, c]\norder:\n  ar: [c, a]\n")
    assert told == []
    assert found is not None
    assert [use.id for use in found.parts_for("ar")] == ["c", "b", "a"]
    assert [use.id for use in found.parts_for("en")] == ["a", "b", "c"]


def test_a_folder_without_a_template_file_is_a_plain_letter(tmp_path: Path) -> None:
    problems = Diagnostics()
    found = load_template(tmp_path, [], problems)
    assert found is not None
    assert found.kind.name == "letter"
    assert "body" in [use.id for use in found.parts_for("en")]
    assert not list(problems)


def test_the_entries_of_a_template_are_read(tmp_path: Path, english: ExpressionEnvironment) -> None:
    found, told = template(
        tmp_path,
        "kind: letter\n"
        "source: en\n"
        "variables:\n"
        "  killed: integer\n"
        "  facilities: {list: {name: text, opened: date}}\n"
        "parts:\n"
        "  - {part: facility, each: facilities, as: facility}\n"
        "  - {part: facility, id: again, when: killed > 3}\n"
        "  - {part: signatories, columns: 2}\n",
    )
    assert told == []
    assert found is not None
    assert found.source == "en"
    assert found.variables["killed"].kind is VariableKind.INTEGER
    facilities = found.variables["facilities"]
    assert facilities.kind is VariableKind.LIST
    assert facilities.items is not None
    assert facilities.items.fields["opened"].kind is VariableKind.DATE
    first, second, third = found.parts
    assert (first.name, first.id, first.as_name) == ("facility", "facility", "facility")
    assert (second.name, second.id) == ("facility", "again")
    assert third.options == {"columns": 2}
    problems = Diagnostics()
    each = compile_conditions(first, english, problems).each
    when = compile_conditions(second, english, problems).when
    assert not list(problems)
    assert each is not None
    assert each.names == {"facilities"}
    assert when is not None
    assert when.evaluate({"killed": 4}) is True


FAULTS = {
    "knd: letter": "template.yaml:1:1: `knd` is not a key here (did you mean `kind`?)",
    "kind: leter": "template.yaml:1:7: there is no kind `leter` (did you mean `letter`?)",
    "kind: [a]": "template.yaml:1:7: `kind` is a name (write `kind: …` with one word)",
    "parts: body": "template.yaml:1:8: `parts` is a list (write `parts: [dateline, body]`)",
    "parts: [a, [b]]": (
        "template.yaml:1:12: a part is a name (as in `- body`, or `- {part: body}`)"
    ),
    "parts: [a, a]": (
        "template.yaml:1:12: `a` stands twice, first in line 1 (give the second one an `id` of its"
        " own)"
    ),
    "parts: [{prt: a}]": "template.yaml:1:10: a part has no key `prt` (did you mean `part`?)",
    "parts: [{part: a, columns: 9}]": (
        "template.yaml:1:28: `columns` is 1 to 4 (as in `columns: 2`)"
    ),
    "parts: [{part: contact, label: page}]": (
        "template.yaml:1:32: `label` is `contact` or `press-contact` (as in `label: press-contact`)"
    ),
    "parts: [{part: body, label: press-contact}]": (
        "template.yaml:1:22: `label` is for the part `contact` alone (take `label` out)"
    ),
    "parts: [{part: body, columns: 3}]": (
        "template.yaml:1:22: `columns` is for the parts `signatories` and `logos` alone"
        " (take `columns` out)"
    ),
    "parts: [{part: body, join: or}]": (
        "template.yaml:1:22: `join` is for what `each` goes through, and there is no `each`"
        " (add `each: …`, or take `join` out)"
    ),
    "parts: [{part: a, as: b}]": (
        "template.yaml:1:23: `as` names what `each` goes through, and there is no `each`"
        " (add `each: …`, or take `as` out)"
    ),
    "parts: [{part: a, each: b, as: 9c}]": (
        "template.yaml:1:32: `9c` cannot be a name in expressions (a name is letters, digits and"
        " underscores, as in `facility`)"
    ),
    "parts: [Giriş]": (
        "template.yaml:1:9: `Giriş` cannot be the name of a part (a name is small letters a to z"
        " and digits, joined by hyphens, as in `opening`)"
    ),
    "parts: [a, b]\norder: {tr: [b, c]}": (
        "template.yaml:2:17: no part is called `c` (known: `a`, `b`)"
    ),
    "parts: [a, b]\norder: {tr: [b, b]}": (
        "template.yaml:2:17: `b` stands twice, first in line 2 (take one of them out)"
    ),
    "parts: [a, b]\norder: {tr: [b, a], TR: [a, b]}": (
        "template.yaml:2:21: `TR` is a locale that has its order already"
        " (write it once, as `tr: […]`)"
    ),
    "order: [a]": (
        "template.yaml:1:8: `order` goes by locale (write `order: {ar: [dateline, …]}`)"
    ),
    "variables: {a: intger}": (
        "template.yaml:1:16: `intger` is not a type of variables (did you mean `integer`?)"
    ),
    "variables: {a: list}": (
        "template.yaml:1:16: `list` is not a type of variables (as in `{list: text}` or"
        " `{list: {name: text, district: text}}`)"
    ),
    "variables: {a-b: text}": (
        "template.yaml:1:13: `a-b` cannot be a name in expressions (a name is letters, digits and"
        " underscores, as in `civilians_killed`)"
    ),
    "- a": (
        "template.yaml:1:1: a template has keys, as `parts:` (known: `kind`, `source`,"
        " `variables`, `parts`, `order`)"
    ),
}


@pytest.mark.parametrize(("text", "expected"), FAULTS.items())
def test_a_fault_of_a_template_is_told(text: str, expected: str, tmp_path: Path) -> None:
    assert expected in template(tmp_path, text)[1]


def test_a_kind_of_the_workspace_goes_before_ours(tmp_path: Path) -> None:
    folder = tmp_path / "kinds"
    folder.mkdir()
    (folder / "letter.yaml").write_text("parts: [body]\n", encoding="utf-8")
    (folder / "circular.yaml").write_text("parts: [headline, body]\n", encoding="utf-8")
    problems = Diagnostics()
    ours = known_kinds([])
    assert "letter" in ours
    assert "circular" not in ours
    assert known_kinds([folder]) == sorted([*ours, "circular"])
    letter = load_kind("letter", [folder], problems)
    circular = load_kind("circular", [folder, tmp_path / "none"], problems)
    assert letter is not None
    assert circular is not None
    assert [use.id for use in letter.parts] == ["body"]
    assert [use.id for use in circular.parts] == ["headline", "body"]
    assert not list(problems)


@pytest.mark.parametrize("text", ["order: {}\n", "parts: []\n"])
def test_a_kind_without_parts_is_told(text: str, tmp_path: Path) -> None:
    (tmp_path / "memo.yaml").write_text(text, encoding="utf-8")
    problems = Diagnostics()
    assert load_kind("memo", [tmp_path], problems) is None
    assert [each.message for each in problems] == ["the kind `memo` names no parts"]
