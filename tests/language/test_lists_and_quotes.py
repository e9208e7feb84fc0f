"""Lists and quotation marks: the words of the language around values that stay values."""

from __future__ import annotations

import sys

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st
from tests.profiles import PROFILES

from letterkit.diagnostics import Origin
from letterkit.document import Direction, Emphasis, Phrase, Text, Value
from letterkit.language.errors import LanguageError
from letterkit.language.lists import _pattern, join
from letterkit.language.phrases import as_phrase, fill, label, value_of
from letterkit.language.quotes import quote
from letterkit.sources.nodes import DataText

LOCALES = sorted(PROFILES)


@pytest.mark.parametrize(
    ("locale", "items", "style", "expected"),
    [
        ("en", [], "and", ""),
        ("en", ["A"], "and", "A"),
        ("en", ["A", "B"], "and", "A and B"),
        ("en", ["A", "B", "C"], "and", "A, B and C"),
        ("en", ["A", "B", "C", "D", "E"], "or", "A, B, C, D or E"),
        ("tr", ["A", "B", "C"], "and", "A, B ve C"),
        ("tr", ["A", "B", "C"], "or", "A, B veya C"),
        ("ar", ["حلب", "حمص", "حماة"], "and", "حلب وحمص وحماة"),
        ("ar", ["حلب", "حمص"], "or", "حلب أو حمص"),
    ],
)
def test_a_list_as_the_language_writes_it(
    locale: str, items: list[str], style: str, expected: str
) -> None:
    assert str(join(PROFILES[locale], items, style)) == expected


def test_each_name_in_a_list_keeps_its_direction_and_its_place() -> None:
    place = Origin("people.yaml", 2, 9)
    found = join(PROFILES["ar"], [DataText("Médecins", place), "أطباء", Text("غيرهم")])
    values = [inline for inline in found if isinstance(inline, Value)]
    assert values == [
        Value("Médecins", sources=(place,), verbatim=True, direction=Direction.LTR),
        Value("أطباء", direction=Direction.RTL),
    ]
    assert str(found) == "Médecins وأطباء وغيرهم"


def test_what_a_language_sets_after_a_list_stands_at_its_end() -> None:
    malayalam = Locale.parse("ml").list_patterns["standard"]
    assert _pattern(malayalam, 4) == "{0}, {1}, {2}, {3} എന്നിവ"
    assert _pattern(malayalam, 2) == malayalam["2"]


def test_thousands_of_names_are_joined_in_the_time_of_as_many_steps() -> None:
    steps = 0

    def count(*_: object) -> None:
        nonlocal steps
        steps += 1

    def steps_for(length: int) -> int:
        nonlocal steps
        steps = 0
        items = [Text(f"name {number}") for number in range(length)]
        sys.setprofile(count)
        try:
            join(PROFILES["en"], items)
        finally:
            sys.setprofile(None)
        return steps

    assert steps_for(800) < 3 * steps_for(400)


def test_an_unknown_list_style_is_told() -> None:
    with pytest.raises(LanguageError, match="there is no list style `nor`"):
        join(PROFILES["en"], ["A"], "nor")


@given(st.lists(st.text(min_size=1)), st.sampled_from(LOCALES))
def test_every_item_of_a_list_is_there_unchanged_and_in_order(
    items: list[str], locale: str
) -> None:
    found = join(PROFILES[locale], items)
    assert [inline.text for inline in found if isinstance(inline, Value)] == items


@pytest.mark.parametrize(
    ("locale", "once", "twice", "thrice"),
    [
        ("en", "“a”", "“‘a’”", "“‘“a”’”"),
        ("ar", "«a»", "«”a“»", "«”«a»“»"),
        ("tr", "“a”", "“‘a’”", "“‘“a”’”"),
    ],
)
def test_quotation_marks_change_with_their_depth(
    locale: str, once: str, twice: str, thrice: str
) -> None:
    profile = PROFILES[locale]
    assert str(quote(profile, "a")) == once
    assert str(quote(profile, quote(profile, "a"))) == twice
    assert str(quote(profile, quote(profile, quote(profile, "a")))) == thrice
    assert str(quote(profile, "a", depth=1)) == str(quote(profile, quote(profile, "a")))[1:-1]


def test_marks_of_a_translator_and_of_data_stay_as_they_are() -> None:
    origin = Origin("en.md", 1, 1)
    phrase = Phrase.of(Text("“", origin), Value("“x”"), Emphasis((Text("”", origin),)))
    assert str(quote(PROFILES["en"], phrase)) == "“““x”””"


def test_quotes_within_a_list_within_quotes_move_inwards() -> None:
    english = PROFILES["en"]
    listed = join(english, [quote(english, "a"), quote(english, "b")])
    assert str(quote(english, listed)) == "“‘a’ and ‘b’”"


@given(st.text(), st.integers(0, 5), st.sampled_from(LOCALES))
def test_a_quoted_value_is_never_changed(text: str, depth: int, locale: str) -> None:
    found = quote(PROFILES[locale], value_of(text), depth)
    assert str(found)[1:-1] == text


@given(st.text())
def test_a_value_set_into_a_pattern_is_never_parsed(text: str) -> None:
    found = fill("a {x} b", {"x": text, "b": "no"})
    assert Value(text, direction=as_phrase(text)[0].direction) in found  # type: ignore[attr-defined]  # a value, as the line says


@pytest.mark.parametrize(
    ("pattern", "values", "expected"),
    [
        ("{a} {b}", {"a": "A", "b": "B"}, "A B"),
        ("{a} {b}", {"a": "A"}, "A"),
        ("{a} {b}", {"b": "B"}, "B"),
        ("x {a} y", {}, "x y"),
        ("{{a}}", {"a": "A"}, "{a}"),
    ],
)
def test_spaces_about_a_missing_value_close_up(
    pattern: str, values: dict[str, str], expected: str
) -> None:
    assert str(fill(pattern, values)) == expected


def test_labels_are_filled() -> None:
    assert str(label(PROFILES["ar"], "page", page="1", pages="2")) == "صفحة 1 من 2"
    assert str(label(PROFILES["tr"], "subject", subject="Yardım")) == "Konu: Yardım"
