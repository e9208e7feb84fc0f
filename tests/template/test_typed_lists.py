"""Lines typed as the items of a list that CommonMark runs together into one paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.diagnostics import Diagnostics, Severity
from letterkit.document import ItemList
from letterkit.template.markup import parse_markup
from letterkit.template.typed_lists import first_typed_item

if TYPE_CHECKING:
    from letterkit.template.expressions import ExpressionEnvironment


def warned(text: str, environment: ExpressionEnvironment) -> list[str]:
    problems = Diagnostics()
    parse_markup(text, "en.md", 1, environment, problems)
    return [f"{found.origin}: {found.severity}: {found.message}" for found in problems]


MARKS = [
    *("(a) first", "(١) أولا", "(iv) fourth", "a) first", "أ) أولا", "هـ) خامسا", "ğ) yedinci"),
    *("١. أولا", "١- أولا", "١-أولا", "۲. دوم", "3- third", "أ- أولا"),
    *("• first", "•first", "– first", "— first", "● first", "-first", "\u200f• أولا", "2) second"),
]


@pytest.mark.parametrize("line", MARKS)
def test_lines_typed_as_items_are_told_at_the_first_of_them(
    line: str, english: ExpressionEnvironment
) -> None:
    problems = Diagnostics()
    parse_markup(f"We ask:\n{line}\n{line}\n", "en.md", 1, english, problems)
    (found,) = problems
    assert (found.severity, found.message) == (
        Severity.WARNING,
        "these lines run together into one paragraph",
    )
    assert found.hint == "begin each with `1. ` or `- `, or leave an empty line between two"
    assert found.origin is not None
    assert (found.origin.line, found.origin.column) == (2, 1)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("(a) first\n(b) second", "en.md:1:1"),
        ("First.\n\n> We ask:\n> • one\n> • two\n", "en.md:4:3"),
        ("- An item:\n  a) one\n  b) two\n", "en.md:2:3"),
        ("We ask:\n  • {{ name }}\n  • {{ name }}\n", "en.md:2:3"),
        ("We ask:\n2. one\n3. two\n", "en.md:2:1"),
    ],
)
def test_the_place_is_that_of_the_mark(
    text: str, place: str, english: ExpressionEnvironment
) -> None:
    message = "these lines run together into one paragraph"
    assert warned(text, english) == [f"{place}: warning: {message}"]


@pytest.mark.parametrize(
    "text",
    [
        "(a) first\n\n(b) second",
        "(a) first\\\n(b) second",
        "(a) first  \n(b) second",
        "1. first\n2. second",
        "- first\n- second",
        "What we ask (see\n(a) above) is little.",
        "In the year\n2016. Then\n2017. And",
        "It was on\n2016-02-24 and\n2016-02-25.",
        "An\ne-mail and a\nt-shirt",
        "-5 degrees\n-6 degrees",
        "\\(a) first\n\\(b) second",
        "*first*\n*second*",
        "(the first)\n(the second)",
        "**(a)** first\\\n**(b)** second",
        "> Water is life.\n> — Ada Moss",
    ],
)
def test_what_is_no_such_list_is_not_told(text: str, english: ExpressionEnvironment) -> None:
    assert warned(text, english) == []


@pytest.mark.parametrize("begin", ["- ", "1. "])
@pytest.mark.parametrize("line", MARKS)
def test_what_the_hint_says_makes_a_list_of_them(
    line: str, begin: str, english: ExpressionEnvironment
) -> None:
    blocks = parse_markup(
        f"We ask:\n\n{begin}{line}\n{begin}{line}\n", "en.md", 1, english, Diagnostics()
    )
    assert isinstance(blocks[1], ItemList)
    assert len(blocks[1].items) == 2


@given(st.lists(st.text(), max_size=4))
def test_any_lines_can_be_looked_at(lines: list[str]) -> None:
    found = first_typed_item(lines)
    assert found is None or 0 <= found < len(lines) - 1
