"""Where plain text breaks its lines, and that nothing is lost or torn by it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.profiles import BY_DIRECTION
from uniseg.linebreak import line_break_boundaries

from letterkit.document import (
    Block,
    Columns,
    Direction,
    Document,
    Group,
    Inline,
    ItemList,
    Paragraph,
    Quotation,
    Role,
    Text,
    Value,
)
from letterkit.language.bidi import LRM, RLM
from letterkit.writers.text import TextWriter
from letterkit.writers.text.wrapping import break_opportunities, display_width, wrapped


def paragraph(*parts: str | Inline) -> Paragraph:
    return Paragraph(tuple(Text(part) if isinstance(part, str) else part for part in parts))


def written(block: Block, wrap: int, base: Direction = Direction.LTR) -> str:
    return TextWriter(BY_DIRECTION[base], wrap).write(Document("x", "x", base, "", (block,)))


def units(text: str) -> list[str]:
    places = [0, *break_opportunities(text), len(text)]
    return [text[start:end] for start, end in pairwise(places)]


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("Leeds", 5),
        ("مُنظَّمة", 5),
        ("\u2066a\u2069", 1),
        ("I\u0307zmir’e", 7),
        ("中文", 4),
        ("a\x07b", 2),
        ("", 0),
    ],
)
def test_width_is_that_of_the_cells_of_a_terminal(text: str, width: int) -> None:
    assert display_width(text) == width


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "See https://example.org/a/statement?id=24-b now",
            ["See ", "https://example.org/a/statement?id=24-b ", "now"],
        ),
        (
            "under LK-12/3 and S/RES/2258\u00a0(2015).",
            ["under ", "LK-12/3 ", "and ", "S/RES/2258\u00a0(2015)."],
        ),
        ("a well-known war—again", ["a ", "well-", "known ", "war", "—", "again"]),
        (
            "call +90 342 555 01 02 or (0342) 555 01 02 now",
            ["call ", "+90 342 555 01 02 ", "or ", "(0342) 555 01 02 ", "now"],
        ),
        (
            "write to first-last@example.org now",
            ["write ", "to ", "first-last@example.org ", "now"],
        ),
        ("on 24 شباط/فبراير 2016", ["on ", "24 ", "شباط/فبراير ", "2016"]),
        ("قال «باب السلامة» ! ثم", ["قال ", "«باب ", "السلامة» ! ", "ثم"]),
        ("中文字", ["中", "文", "字"]),
        ("extra\u00adordinary", ["extra\u00ad", "ordinary"]),
    ],
)
def test_lines_end_between_words_but_not_within_references(text: str, expected: list[str]) -> None:
    assert units(text) == expected


@given(st.text("ab-— ,.()«»“”‘’!?؟،؛:;…%$أبً12\u00a0\u200b\u2060中文", max_size=16).map(str.strip))
def test_lines_end_where_unicode_lets_them(text: str) -> None:
    if not text:
        return
    allowed = {place for place in line_break_boundaries(text) if place < len(text)}
    found = set(break_opportunities(text))
    assert found <= allowed
    assert not any(text[place - 1] == " " for place in allowed - found)


@given(st.text("ab-/ 12.أبً中\u00a0", max_size=40), st.integers(1, 12), st.integers(1, 12))
def test_wrapping_loses_nothing_but_spaces_at_line_ends(text: str, first: int, rest: int) -> None:
    ranges = list(wrapped(text, first, rest))
    assert ranges[0][0] == 0
    gaps = [
        text[end:start]
        for (_, end), (start, _) in zip(ranges, [*ranges[1:], (len(text), 0)], strict=True)
    ]
    assert all(not gap.strip() for gap in gaps)
    lines = (text[start:end] for start, end in ranges)
    assert "".join(line + gap for line, gap in zip(lines, gaps, strict=True)) == text
    for number, (start, end) in enumerate(ranges):
        within = [place for place in break_opportunities(text) if start < place < end]
        assert not within or display_width(text[start:end]) <= (rest if number else first)


@given(st.lists(st.text("abc", min_size=1, max_size=9), min_size=1), st.integers(16, 40))
def test_joining_the_lines_again_gives_the_text(words: list[str], wrap: int) -> None:
    text = " ".join(words)
    lines = written(paragraph(text), wrap).splitlines()
    assert " ".join(lines) == text
    assert max(map(len, lines)) <= wrap


BLOCKS: list[tuple[Block, str]] = [
    (
        ItemList(((paragraph("Stop the bombing of hospitals."),),), start=1),
        "1. Stop the bombing\n   of hospitals.\n",
    ),
    (
        Quotation((paragraph("We go on until they stop."),), (Text("Ada Quill, Director"),)),
        "    We go on until\n    they stop.\n    — Ada Quill,\n      Director\n",
    ),
    (
        Columns(2, ((paragraph("Horizon Relief of the North"),), (paragraph("Elm"),))),
        "Horizon Relief of\n  the North\nElm\n",
    ),
    (
        Group(Role.COPIES, (paragraph("Copy to the Council of Elders"), paragraph("Elm"))),
        "Copy to the Council\n  of Elders\nElm\n",
    ),
    (
        paragraph("Read https://example.org/a/long/address-of/it now"),
        "Read\nhttps://example.org/a/long/address-of/it\nnow\n",
    ),
    (
        paragraph("of Leeds and 2258\u00a0(2015) it is", Value(" said")),
        "of Leeds and\n2258\u00a0(2015) it is\nsaid\n",
    ),
]


@pytest.mark.parametrize(("block", "expected"), BLOCKS)
def test_further_lines_hang_under_the_first(block: Block, expected: str) -> None:
    assert written(block, 20) == expected


def test_each_arabic_line_says_its_direction_and_isolates_its_part_of_a_value() -> None:
    name = Value("Horizon Relief of the North (HRN)", direction=Direction.LTR)
    lines = written(paragraph("كتبت ", name, " اليوم"), 19, Direction.RTL).splitlines()
    assert lines == [
        "كتبت \u2066Horizon Relief\u2069",
        f"{RLM}\u2066of the North (HRN)\u2069",
        "اليوم",
    ]


def test_an_island_that_is_broken_is_one_on_each_line() -> None:
    block = paragraph("العنوان هو، 7 Elm Row, 20 Oak Lane, York 5.")
    assert written(block, 22, Direction.RTL).splitlines() == [
        f"العنوان هو، {LRM}7 Elm Row,{LRM}",
        f"{RLM}{LRM}20 Oak Lane, York 5{LRM}.",
    ]
