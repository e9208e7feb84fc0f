"""What holds for any words and any data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from letterkit.diagnostics import Diagnostics, Origin
from letterkit.document import Inline, Paragraph, Text, Value
from letterkit.sources.nodes import DataText
from letterkit.template.masking import MaskedText
from letterkit.template.nodes import expressions_in
from letterkit.template.words import parse_words

if TYPE_CHECKING:
    from letterkit.template.expressions import ExpressionEnvironment

# Everything but the characters that Markdown or an expression gives a meaning to.
MARKUP = r"""\`*_{}[]()<>#+-.!|&~^:=—―"'"""
PLAIN = st.text(
    st.characters(exclude_characters=MARKUP + "\r\n\t\x00", exclude_categories=["Cs", "Cc"])
)
UGLY = st.text(st.sampled_from("ab \n\t*_`[]()<>#|{}%&\\~:=-+.1!^—\"'\u200f\U000f0000ابİ"))
VALUES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(st.lists(PLAIN.filter(lambda line: line.strip()), min_size=1, max_size=4))
def test_words_without_markup_are_kept_character_for_character(
    english: ExpressionEnvironment, lines: list[str]
) -> None:
    lines = [line for line in lines if not line.lstrip()[:1].isdigit()]
    problems = Diagnostics()
    words = parse_words("\n\n".join(lines), "en.md", english, problems)
    made = [
        "".join(inline.text for inline in block.inlines if isinstance(inline, Text))
        for block in words.parts["body"].blocks
        if isinstance(block, Paragraph)
    ]
    assert made == [line.strip() for line in lines]
    assert not [
        each
        for each in problems
        if not any(word in each.message for word in ("invisible", "not seen", "`U+"))
    ]


@given(UGLY)
def test_no_words_at_all_bring_the_parser_down(english: ExpressionEnvironment, text: str) -> None:
    problems = Diagnostics()
    parse_words(text, "en.md", english, problems)
    lines = text.replace("\r", "\n").split("\n")
    for each in problems:
        assert each.origin is not None
        assert 1 <= each.origin.line <= len(lines)
        assert 1 <= each.origin.column <= len(lines[each.origin.line - 1]) + 1


@given(UGLY.map(lambda text: text.replace("{", "").replace(":", "")))
def test_letters_of_words_are_printed_or_told_of(english: ExpressionEnvironment, text: str) -> None:
    problems = Diagnostics()
    words = parse_words(text, "en.md", english, problems)
    if not problems.has_errors:
        printed = repr(words.parts["body"].blocks)
        for letter in "اİ":  # letters that no name of a class or field has
            assert printed.count(letter) == text.count(letter)


@given(
    st.lists(st.tuples(UGLY, st.sampled_from(["a", "a.b", "a | upper", 'a ~ "}}|"'])), max_size=6)
)
def test_every_placeholder_keeps_its_place(
    english: ExpressionEnvironment, pieces: list[tuple[str, str]]
) -> None:
    """Whatever stands around: an expression is found, and where it is found it was written."""
    text = "".join(f"{words.replace('{', '')}{{{{ {source} }}}}" for words, source in pieces)
    problems = Diagnostics()
    words = parse_words(text.replace("\\{", "{"), "en.md", english, problems)
    lines = text.replace("\\{", "{").split("\n")
    for part in words.parts.values():
        for expression in expressions_in(part.blocks):
            line = lines[expression.origin.line - 1][expression.origin.column - 1 :]
            assert line.startswith(expression.source)


@given(UGLY.filter(lambda text: "\\" not in text))
def test_unmasking_gives_the_words_back(text: str) -> None:
    text = text.replace("b", "{{ b }}")
    masked = MaskedText(text, "en.md", 1, Diagnostics())
    assert masked.unmasked(masked.text) == text


@given(VALUES)
def test_no_value_is_ever_read_as_markup_or_code(english: ExpressionEnvironment, text: str) -> None:
    words = parse_words(
        "**A {{ name }}** [b]({{ name }})\n\n- {{ name }}", "en.md", english, Diagnostics()
    )
    place = Origin("data.yaml", 3, 7)
    made: list[Inline] = []
    for expression in expressions_in(words.parts["body"].blocks):
        made += expression.inlines({"name": DataText(text, place)})
    assert len(made) == 3
    for inline in made:
        assert isinstance(inline, Value)
        assert inline.text == text
        assert inline.verbatim
        assert inline.sources == (place,)


@given(VALUES, VALUES)
def test_a_combined_value_keeps_every_character(
    english: ExpressionEnvironment, first: str, second: str
) -> None:
    problems = Diagnostics()
    expression = english.compile("[a, b] | join_and", Origin("en.md"), problems)
    assert expression is not None
    values = {"a": DataText(first, Origin("d")), "b": DataText(second, Origin("d"))}
    texts = [each.text for each in expression.inlines(values) if isinstance(each, Value)]
    assert texts == [first, second]


def test_placeholders_are_found_once_each(english: ExpressionEnvironment) -> None:
    words = parse_words(
        "{{ a }} [{{ b }}]({{ c }}) ![{{ d }}]({{ e }}.png)", "x", english, Diagnostics()
    )
    found = list(expressions_in(words.parts["body"].blocks))
    assert [each.source for each in found] == ["a", "b", "c", "e", "d"]
    assert words.parts["body"].names == frozenset("abcde")
