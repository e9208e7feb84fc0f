"""What nobody sees: what is refused of a text, and what a writing system needs."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.diagnostics import Diagnostics, Origin
from letterkit.sources.hidden import MAY_HIDE, hidden_in
from letterkit.sources.nodes import DataFaulty
from letterkit.sources.yaml import parse_yaml

REFUSED = [
    ("a\u202eb\u202c", [1, 3]),
    ("\u2066a", [0]),
    ("a\u2069", [1]),
    ("\u2067\u2066a\u2069", [0]),
    ("\u2066a\nb\u2069", [0, 4]),
    ("x\u200by", [1]),
    ("so\u00adft", [2]),
    ("a\u2060b", [1]),
    ("a\u2028b\u2029c\x85d", [1, 3, 5]),
    ("in\ufeffside", [2]),
    ("a\U000e0061\U000e007f", [1, 2]),
    ("a\u206fb", [1]),
    ("a\u2062b", [1]),
    ("x\u200cy", [1]),
    ("x\u200dy", [1]),
    ("דג\u200dים", [2]),
    ("a\ufe0f", [1]),
    ("a\u3164b", [1]),
    ("don\x92t", [3]),
]
MEANT = [
    "\u200eLeft\u200e \u200fיא\u200f \u061c١",
    "by \u2068\u2067بيت\u2069\u2069",
    "نامه\u200cها",
    "کتێب\u200cخانە",
    "1437 ه\u200d",
    "क्\u200dष র\u200d্য",
    "👩🏽\u200d💻 ❤\ufe0f\u200d🔥 1\ufe0f\u20e3",
    "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "ภาษา\u200bไทย",
    "葛\U000e0100",
    "ᠮ\u180bᠣ",
]


@pytest.mark.parametrize(("text", "offsets"), REFUSED)
def test_what_hides_is_refused_at_its_place(text: str, offsets: list[int]) -> None:
    assert [each.offset for each in hidden_in(text)] == offsets


@pytest.mark.parametrize("text", MEANT)
def test_what_a_writing_system_needs_is_no_trick(text: str) -> None:
    assert hidden_in(text) == []


@pytest.mark.parametrize("text", ["so\u00adft", "a\u2060b", "Auf\u200clage"])
def test_words_may_say_where_a_line_can_end(text: str) -> None:
    assert hidden_in(text, data=False) == []


def test_the_character_is_named_by_number_and_name() -> None:
    (found,) = hidden_in("a\u202eb")
    assert found.message == (
        "`U+202E RIGHT-TO-LEFT OVERRIDE` shows words in another order than they are read in"
    )
    (found,) = hidden_in("a\x92b")
    assert found.message.startswith("`U+0092` is not seen")


def test_a_row_of_hidden_characters_is_told_once() -> None:
    hidden = "".join(chr(0xE0000 + ord(letter)) for letter in "ignore this")
    problems = Diagnostics()
    parse_yaml(f"a: Rose{hidden} and\u200b\u202e\n", "f", problems)
    tags, *others = problems
    unseen = "is not seen, and makes other words of these"
    assert tags.origin == Origin("f", 1, 8)
    assert tags.message.startswith("`U+E0069 TAG LATIN SMALL LETTER I` ")
    assert tags.message.endswith(f"{unseen} (so are 10 more after it)")
    assert [str(each.origin) for each in others] == ["f:1:23", "f:1:24"]


@given(st.characters(codec="utf-8"))
def test_no_format_character_between_letters_goes_unseen(character: str) -> None:
    """But for marks of direction: a soft hyphen, an unknown format character, a tag."""
    hides = unicodedata.category(character) in {"Cf", "Zl", "Zp"} or character in "\u3164\ufe0f"
    shown = "\u0600" <= character <= "\u08e2" or "\U00013430" <= character <= "\U0001345f"
    shown = shown or character in "\U000110bd\U000110cd"  # signs that stand about numbers
    if hides and not shown and character not in "\u200e\u200f":
        assert hidden_in(f"a{character}b")
    if not MAY_HIDE.match(character):
        assert not hidden_in(f"a{character}b")


YAML = [
    ("a: x\u202ey\n", ["f:1:5"], {"a"}),
    ("a: {en: x\u200by, ar: z}\n", ["f:1:10"], {"en"}),
    ("a: [\u2066x, y\u2069]\n", ["f:1:5", "f:1:10"], {"0", "1"}),
    ("a: >-\n  x\u2066\n  y\u2069\n", ["f:2:4", "f:3:4"], {"a"}),
    ('a: "x\\u202Ey \\U000E0041 \\L"\n', ["f:1:6", "f:1:14", "f:1:25"], {"a"}),
    ('a: "x\\n\n\n  \\u200b"\n', ["f:3:3"], {"a"}),
    ("a\u200b: x\nb: y\n", ["f:1:2"], {"a\u200b"}),
    ("a: 'it''s \u202ax'\n", ["f:1:11"], {"a"}),
]


def faulty(node: object, key: str = "") -> set[str]:
    if isinstance(node, DataFaulty):
        return {key}
    pairs = (
        node.items()
        if isinstance(node, dict)
        else enumerate(node)
        if isinstance(node, list)
        else ()
    )
    return {each for name, value in pairs for each in faulty(value, str(name))}


@pytest.mark.parametrize(("text", "places", "left_out"), YAML)
def test_a_value_of_yaml_that_hides_something_is_left_out_and_the_rest_is_read(
    text: str, places: list[str], left_out: set[str]
) -> None:
    problems = Diagnostics()
    node = parse_yaml(text, "f", problems)
    assert [str(each.origin) for each in problems] == places
    assert faulty(node) == left_out


def test_a_comment_that_shows_lines_in_another_order_makes_a_file_unreadable() -> None:
    problems = Diagnostics()
    node = parse_yaml("a: x # \u202e y\nb: \u2066z\u2069 # fine\u200b\n", "f", problems)
    assert isinstance(node, DataFaulty)
    assert [each.origin for each in problems] == [Origin("f", 1, 8)]
