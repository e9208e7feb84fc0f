"""One letter in two languages: what stands beside what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.workspaces import make_workspace

from letterkit.diagnostics import Diagnostics
from letterkit.document import (
    Block,
    Direction,
    Document,
    Heading,
    ItemList,
    Paragraph,
    Role,
    Text,
    plain_text,
)
from letterkit.merge.assembly import PlacedPart
from letterkit.merge.parallel import side_by_side
from letterkit.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from letterkit.document import Parallel, Row


def said(text: str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph((Text(text),), role)


def part(name: str, *blocks: Block, is_sorted: bool = False) -> PlacedPart:
    return PlacedPart(name, blocks, is_sorted)


def letter(*parts: PlacedPart) -> tuple[Document, Sequence[PlacedPart]]:
    blocks = tuple(block for part in parts for block in part.blocks)
    return Document("en", "en-GB", Direction.LTR, "", blocks), parts


def words_in(row: Row) -> tuple[list[str], ...]:
    return tuple(
        [plain_text(block.inlines) for block in side if isinstance(block, Paragraph)]
        for side in row
    )


def rows(first: Sequence[PlacedPart], second: Sequence[PlacedPart]) -> list[tuple[list[str], ...]]:
    return [words_in(row) for row in side_by_side(letter(*first), letter(*second)).rows]


A, B, C = (part(name, said(name)) for name in "abc")
X, Y, Z = (part(name, said(other)) for name, other in zip("abc", "xyz", strict=True))


def test_parts_are_paired_by_their_ids_and_their_paragraphs_one_by_one() -> None:
    body = part("body", said("one"), said("two"))
    other = part("body", said("eins"), said("zwei"))
    assert rows([A, body], [X, other]) == [(["a"], ["x"]), (["one"], ["eins"]), (["two"], ["zwei"])]


@pytest.mark.parametrize(
    "other",
    [
        (said("eins"),),
        (said("eins"), said("zwei"), said("drei")),
        (said("eins"), said("zwei", Role.NOTE)),
        (said("eins"), Heading(2, ())),
        (said("eins"), ItemList(())),
    ],
)
def test_a_part_that_is_built_otherwise_is_one_row(other: tuple[Block, ...]) -> None:
    body = part("body", said("one"), said("two"))
    parallel = side_by_side(letter(body), letter(part("body", *other)))
    assert parallel.rows == ((body.blocks, other),)


def test_sections_stand_beside_each_other_where_one_has_more_paragraphs() -> None:
    def section(level: int, *texts: str) -> tuple[Block, ...]:
        return Heading(level, (Text("heading"),)), *map(said, texts)

    body = part("body", said("one"), *section(1, "two", "three"), *section(2, "four"))
    other = part("body", said("eins"), *section(1, "zwei"), *section(2, "vier"))
    heading: tuple[list[str], list[str]] = ([], [])
    assert rows([body], [other]) == [
        (["one"], ["eins"]),
        heading,
        (["two", "three"], ["zwei"]),
        heading,
        (["four"], ["vier"]),
    ]
    otherwise = part("body", said("eins"), *section(2, "zwei"), *section(1, "vier"))
    assert rows([body], [otherwise]) == [
        (["one", "two", "three", "four"], ["eins", "zwei", "vier"])
    ]


def test_what_each_language_sorts_for_itself_is_not_paired() -> None:
    body = part("body", said("apple"), said("pear"), is_sorted=True)
    other = part("body", said("Apfel"), said("Birne"))
    assert rows([body], [other]) == [(["apple", "pear"], ["Apfel", "Birne"])]


def test_a_part_of_one_language_has_nothing_beside_it() -> None:
    assert rows([A, B, C], [X, Z]) == [(["a"], ["x"]), (["b"], []), (["c"], ["z"])]
    assert rows([B], [X, Y, Z]) == [([], ["x"]), (["b"], ["y"]), ([], ["z"])]
    assert rows([A, part("b")], [X, Y]) == [(["a"], ["x"]), ([], ["y"])]


def test_where_custom_has_another_order_each_column_keeps_its_own() -> None:
    assert rows([A, B, C], [Y, X, Z]) == [(["a", "b"], ["y", "x"]), (["c"], ["z"])]
    assert rows([A, B, C], [Z, X, Y]) == [(["a", "b", "c"], ["z", "x", "y"])]


def test_nothing_beside_nothing_is_nothing() -> None:
    assert rows([part("a")], [part("a")]) == []
    assert rows([], []) == []


BLOCKS = st.lists(
    st.builds(said, st.text("abc", min_size=1, max_size=3), st.sampled_from([Role.BODY, Role.NOTE]))
    | st.builds(Heading, st.integers(1, 2), st.just(())),
    max_size=3,
)


@st.composite
def some_parts(draw: st.DrawFn) -> list[PlacedPart]:
    names = draw(st.lists(st.sampled_from("abcdef"), unique=True))
    return [part(name, *draw(BLOCKS), is_sorted=draw(st.booleans())) for name in names]


@given(some_parts(), some_parts())
def test_each_column_is_the_whole_letter_in_its_order(
    first: list[PlacedPart], second: list[PlacedPart]
) -> None:
    parallel = side_by_side(letter(*first), letter(*second))
    for side in (0, 1):
        column = [block for row in parallel.rows for block in row[side]]
        blocks = parallel.documents[side].blocks
        assert len(column) == len(blocks)
        assert all(one is other for one, other in zip(column, blocks, strict=True))
    assert all(any(row) for row in parallel.rows)


def test_a_heading_with_nothing_below_it_stands_beside_the_whole_of_the_other() -> None:
    opening, heading, words = said("a"), Heading(1, ()), said("b")
    parallel = side_by_side(
        letter(PlacedPart("body", (opening, heading))),
        letter(PlacedPart("body", (opening, heading, words))),
    )
    assert parallel.rows == (((opening,), (opening,)), ((heading,), (heading, words)))


@given(some_parts(), some_parts())
def test_parts_of_one_id_stand_in_one_row(
    first: list[PlacedPart], second: list[PlacedPart]
) -> None:
    parallel = side_by_side(letter(*first), letter(*second))
    theirs = {part.id: part for part in second if part.blocks}
    for mine in first:
        if mine.blocks and mine.id in theirs:
            here = {_row(parallel, 0, block) for block in mine.blocks}
            there = {_row(parallel, 1, block) for block in theirs[mine.id].blocks}
            assert here == there


def _row(parallel: Parallel, side: int, wanted: Block) -> int:
    return next(
        number
        for number, row in enumerate(parallel.rows)
        if any(block is wanted for block in row[side])
    )


def made(root: Path, locales: tuple[str, str], files: dict[str, str | bytes | None]) -> Parallel:
    problems = Diagnostics()
    workspace = Workspace(make_workspace(root, files), problems)
    appeal = workspace.letter("appeal", problems)
    assert appeal is not None
    (recipients, *_) = workspace.recipients(appeal, problems)
    placed = []
    for locale in locales:
        assembly = workspace.assembly(appeal, locale, problems)
        profile = workspace.profile(locale, problems)
        assert assembly is not None
        assert profile is not None
        views = workspace.recipient_views(recipients, profile, problems)
        placed.append(assembly.in_parts(views, problems))
    assert not problems.has_errors, list(problems)
    return side_by_side(*placed)


def test_the_subject_line_stands_where_each_language_has_it(tmp_path: Path) -> None:
    letter = (
        "date: 2020-03-04\nkind: letter\naddressees: [minister]\n"
        "subject: {en: Houses, ar: بيوت, tr: Evler}\n"
    )
    parallel = made(
        tmp_path,
        ("en", "ar"),
        {
            "letters/appeal/letter.yaml": letter,
            "letters/appeal/en.md": "We write.\n",
            "letters/appeal/ar.md": "نكتب.\n",
            "letters/appeal/tr.md": None,
            **dict.fromkeys(f"templates/appeal/{name}.md" for name in ("en", "ar", "tr")),
            "templates/appeal/template.yaml": None,
        },
    )
    roles = [
        tuple([block.role for block in side if isinstance(block, Paragraph)] for side in row)
        for row in parallel.rows
    ]
    greeting = [Role.SALUTATION, Role.SUBJECT_LINE]
    assert (greeting, greeting[::-1]) in roles
    assert ([Role.BODY], [Role.BODY]) in roles


def test_a_list_that_is_sorted_by_language_is_found(tmp_path: Path) -> None:
    template = (
        "variables:\n  towns: {list: text}\nparts:\n"
        "  - {part: town, each: towns | alphabetical, as: town}\n"
    )
    towns = "[{en: Akkar, ar: عكار}, {en: Zahle, ar: زحلة}]"
    parallel = made(
        tmp_path,
        ("en", "ar"),
        {
            "letters/appeal/letter.yaml": (
                f"template: appeal\ndate: 2020-03-04\nvariables:\n  towns: {towns}\n"
            ),
            **dict.fromkeys(f"letters/appeal/{name}.md" for name in ("en", "ar", "tr")),
            "templates/appeal/template.yaml": template,
            "templates/appeal/en.md": "::: town\n{{ town }}\n:::\n",
            "templates/appeal/ar.md": "::: town\n{{ town }}\n:::\n",
        },
    )
    assert [words_in(row) for row in parallel.rows] == [(["Akkar", "Zahle"], ["زحلة", "عكار"])]


def test_repeated_signatories_are_taken_for_sorted(tmp_path: Path) -> None:
    template = "parts:\n  - {part: signer, each: signatories, as: signer}\n"
    letter = "template: appeal\ndate: 2020-03-04\nsignatories: [friends]\n"
    words = "::: signer\n{{ signer.name }}\n:::\n"
    parallel = made(
        tmp_path,
        ("en", "tr"),
        {
            "letters/appeal/letter.yaml": letter,
            **dict.fromkeys(f"letters/appeal/{name}.md" for name in ("en", "ar", "tr")),
            "templates/appeal/template.yaml": template,
            "templates/appeal/en.md": words,
            "templates/appeal/tr.md": words,
        },
    )
    (row,) = parallel.rows
    assert words_in(row) == (["Friends of Roses", "Ali Can"], ["Gül Dostları", "Ali Can"])
