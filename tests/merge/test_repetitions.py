"""Parts that are repeated: joined where they fit together, grouped, set into sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.merge.test_assembly import ROSE_TYPES, ROSES, lines

from letterkit.document import Heading, ItemList, Table, plain_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.merge.conftest import Merged

    Merge = Callable[..., Merged]


def headings(letter: Merged) -> list[str]:
    return [
        plain_text(block.inlines)
        for block in letter.document().blocks
        if isinstance(block, Heading)
    ]


@pytest.mark.parametrize(
    "head",
    [
        "| {{ item.name }} | Colour |\n|---|---|",
        "| {{ 'a' if item.name == 'Alba' else 'b' }} | Colour |\n|---|---|",
    ],
)
def test_tables_of_different_heads_stay_tables_of_their_own(merged: Merge, head: str) -> None:
    letter = merged(
        f"::: rose\n{head}\n| {{{{ item.name }}}} | {{{{ item.colour }}}} |\n:::\n",
        parts="[{part: rose, each: roses}]",
        data=ROSES,
        variables=ROSE_TYPES,
    )
    first, second = letter.document().blocks
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert plain_text(first.header[0]) != plain_text(second.header[0])


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("| A | B |\n|---|--:|\n| x | y |", "| A | B |\n|---|---|\n| x | y |", Table),
        ("| A | |\n|---|---|\n| x | y |", "| A |\n|---|\n| x |", Table),
        ("- x", "1. x", ItemList),
    ],
)
def test_lists_and_tables_of_different_kinds_stay_apart(
    merged: Merge, first: str, second: str, kind: type
) -> None:
    letter = merged(
        "::: rose\n{{ part('white') }}\n\n{{ part('pale') }}\n:::\n"
        f"::: white\n{first}\n:::\n::: pale\n{second}\n:::\n",
        parts=(
            "[{part: rose, each: roses}, {part: white, when: item.name == 'Alba'},"
            " {part: pale, when: item.name != 'Alba'}]"
        ),
        data=ROSES,
        variables=ROSE_TYPES,
    )
    blocks = letter.document().blocks
    assert [type(block) for block in blocks] == [kind, kind]
    assert letter.told == []


def test_repetitions_that_print_nothing_leave_no_comma_in_a_sentence(merged: Merge) -> None:
    letter = merged(
        '::: body\nWe love {{ part("rose") }}.\n:::\n'
        "::: rose\n{{ item.name if item.colour != 'red' else '' }}\n:::\n",
        parts="[body, {part: rose, each: roses}]",
        data=(
            "variables:\n  roses:\n    - {name: Alba, colour: white}\n"
            "    - {name: Gallica, colour: red}\n    - {name: Iceberg, colour: pale}\n"
        ),
        variables=ROSE_TYPES,
    )
    assert lines(letter.document()) == ["We love Alba and Iceberg."]


def test_a_part_is_repeated_for_each_signatory_and_each_of_a_group(merged: Merge) -> None:
    for each in ("signatories", "signatories.groups[0]"):
        letter = merged(
            "::: who\n{{ item.name }}\n:::\n",
            parts=f"[{{part: who, each: '{each}'}}]",
            data="signatories: [friends]\n",
        )
        assert lines(letter.document()) == ["Friends of Roses", "Ali Can"]
        assert letter.told == []


@pytest.mark.parametrize("name", ["part", "letter", "default", "addressee"])
def test_an_item_cannot_take_a_name_that_means_something_else(merged: Merge, name: str) -> None:
    letter = merged(
        "::: rose\nRose.\n:::\n",
        parts=f"[{{part: rose, each: roses, as: {name}}}]",
        data=ROSES,
        variables=ROSE_TYPES,
    )
    assert letter.told == [
        f"templates/appeal/template.yaml:2:39: `{name}` means something else in a letter"
    ]


def grouped(merged: Merge, field: str, kind: str, values: str, **options: str) -> Merged:
    return merged(
        "::: row\n{{ item.name }}\n:::\n",
        parts=f"[{{part: row, each: rows, group_by: {field}}}]",
        data=f"variables:\n  rows:\n{values}",
        variables=f"{{rows: {{list: {{name: text, {field}: {kind}}}}}}}",
        **options,
    )


@pytest.mark.parametrize(
    ("locale", "kind", "value", "heading"),
    [
        ("en", "integer", "1500", "1,500"),
        ("tr", "integer", "1500", "1.500"),
        ("tr", "date", "2020-03-04", "4 Mart 2020"),
        ("en", "text", "1500", "1500"),
    ],
)
def test_the_heading_of_a_group_is_printed_as_the_language_prints_it(
    merged: Merge, locale: str, kind: str, value: str, heading: str
) -> None:
    rows = f"    - {{name: A, field: {value}}}\n    - {{name: B, field: {value}}}\n"
    letter = grouped(merged, "field", kind, rows, locale=locale)
    assert headings(letter) == [heading]
    assert letter.told == []


def test_a_list_makes_no_heading(merged: Merge) -> None:
    letter = grouped(merged, "tags", "{list: text}", "    - {name: A, tags: [a, b]}\n")
    assert letter.told == [
        "templates/appeal/template.yaml:2:9: the `tags` of an item makes no heading"
    ]


def test_an_item_without_the_field_is_told(merged: Merge) -> None:
    letter = merged(
        "::: row\n{{ item.name }}\n:::\n",
        parts="[{part: row, each: copies, group_by: colour}]",
        data="copies: [mayor]\n",
    )
    assert letter.told == [
        "templates/appeal/template.yaml:2:9: an item has no `colour` to be grouped by"
    ]


@pytest.mark.parametrize("field", ["_addressee", "__class__"])
def test_no_group_is_made_by_what_is_not_for_expressions(merged: Merge, field: str) -> None:
    letter = merged(
        "::: row\n{{ item.name }}\n:::\n",
        parts=f"[{{part: row, each: copies, group_by: {field}}}]",
        data="copies: [mayor]\n",
    )
    assert [told.split(": ", 1)[1] for told in letter.told] == [
        "`group_by` names a field of the items that `each` goes through"
    ]


def test_groups_keep_their_headings_where_another_part_sets_them(merged: Merge) -> None:
    row = "::: row\n{{ item.name }}\n:::\n"
    parts = "[body, {part: row, each: roses, group_by: colour}]"
    alone = merged(
        '::: body\n{{ part("row") }}\n:::\n' + row, parts=parts, data=ROSES, variables=ROSE_TYPES
    )
    assert headings(alone) == ["white", "pale"]
    within = merged(
        '::: body\nSee {{ part("row") }}.\n:::\n' + row,
        parts=parts,
        data=ROSES,
        variables=ROSE_TYPES,
    )
    within.document()
    assert len(within.told) == 1
    assert "several paragraphs" in within.told[0]
