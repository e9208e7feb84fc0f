"""Text in several languages: one string, or one for each language, with what Turkish must know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.profiles import begun_profile_of

from letterkit.diagnostics import Diagnostics, Origin
from letterkit.document import Direction
from letterkit.language.scripts import script_of_language
from letterkit.people.localized import EVERYWHERE, LocalizedText, is_localized, localized
from letterkit.sources.nodes import DataMapping, DataText
from letterkit.sources.yaml import parse_yaml

if TYPE_CHECKING:
    from pathlib import Path


def read(text: str) -> tuple[LocalizedText | None, list[str]]:
    problems = Diagnostics()
    node = parse_yaml(f"a: {text}\n", "f", problems)
    assert isinstance(node, DataMapping)
    found = localized(next(iter(node.values())), problems)
    return found, [f"{each.origin}: {each.message}" for each in problems]


def test_one_string_is_the_text_of_every_language() -> None:
    text, found = read("Help4Syria")
    assert text is not None
    assert text.in_locale("ar") == text.in_locale("tr") == "Help4Syria"
    assert not found


def test_a_mapping_has_a_text_for_each_language() -> None:
    text, found = read("{en: Aleppo, ar_SY: حلب, tr: Halep}")
    assert text is not None
    assert not found
    asked = ("en", "en-GB", "ar-SY", "ar", "tr", "fr")
    assert [text.in_locale(locale) for locale in asked] == [
        "Aleppo",
        "Aleppo",
        "حلب",
        "حلب",
        "Halep",
        None,
    ]


def test_each_text_keeps_its_place() -> None:
    text, _ = read("{en: Aleppo, ar: حلب}")
    assert text is not None
    found = text.in_locale("ar")
    assert found is not None
    assert found.origin == Origin("f", 1, 21)
    assert text.origin == Origin("f", 1, 4)


def test_what_turkish_must_know_of_a_name_goes_with_it() -> None:
    text, found = read("{tr: {text: The Guardian, pron: gardiyan, compound: true, letters: false}}")
    assert text is not None
    assert not found
    name = text.in_locale("tr")
    assert name is not None
    assert (str(name), name.pronunciation, name.compound, name.letters) == (
        "The Guardian",
        "gardiyan",
        True,
        False,
    )


def test_a_name_for_all_languages_can_be_described_too() -> None:
    text, found = read("{text: UNHCR, letters: true}")
    assert text is not None
    assert not found
    name = text.in_locale("en")
    assert name is not None
    assert (str(name), name.letters, name.compound) == ("UNHCR", True, None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[a, b]", "f:1:4: `[…]` is not a text"),
        ("{english: a}", "f:1:5: `english` is no locale"),
        ("{en: in Aleppo, Idlib}", "f:1:20: `Idlib` is no locale"),
        ("{en: a, ar: }", "f:1:12: `ar` has nothing after it"),
        ("''", "f:1:4: the text is empty"),
        ('{en: "  "}', "f:1:9: the text is empty"),
        ('{en: "\\u200e"}', "f:1:9: the text is empty"),
        ("{en: [a]}", "f:1:9: `[…]` is not a text"),
        ("{tr: {txt: a, text: b}}", "f:1:10: there is no key `txt` here"),
        ("{tr: {pron: a}}", "f:1:9: `text` is missing"),
        ("{tr: {text: a, letters: yes}}", "f:1:28: `yes` is neither true nor false"),
        ("{en: a, en: b}", "f:1:12: key `en` stands here a second time"),
    ],
)
def test_a_fault_is_told_where_it_stands(text: str, message: str) -> None:
    assert read(text)[1] == [message]


def test_a_comma_that_splits_a_text_in_two_is_recognised() -> None:
    problems = Diagnostics()
    node = parse_yaml("{en: in Aleppo, Idlib}", "f", problems)
    localized(node, problems)
    assert [found.hint for found in problems] == ["a text with a comma in it must stand in quotes"]


def test_a_name_falls_back_to_the_script_that_readers_of_the_letter_read() -> None:
    text, _ = read("{ar: حلب, en: Aleppo}")
    assert text is not None
    assert text.anywhere(Direction.LTR) == ("en", "Aleppo")
    assert text.anywhere(Direction.RTL) == ("ar", "حلب")
    assert text.anywhere() == ("ar", "حلب")
    assert text.anywhere(Direction.RTL, "ARABIC") == ("ar", "حلب")
    assert text.anywhere(Direction.RTL, "HEBREW") == ("en", "Aleppo")
    assert text.anywhere(Direction.LTR, "CYRILLIC") == ("en", "Aleppo")


@pytest.mark.parametrize(
    ("locale", "script"),
    [("en", "LATIN"), ("ckb", "ARABIC"), ("he", "HEBREW"), ("ru", "CYRILLIC"), ("qaa", None)],
)
def test_the_script_of_a_language_is_known(tmp_path: Path, locale: str, script: str | None) -> None:
    if locale not in {"en", "ckb"}:
        direction = "direction: rtl\n" if locale == "qaa" else "labels: {contact: x}\n"
        (tmp_path / f"{locale}.yaml").write_text(direction)
    profile = begun_profile_of(locale, tmp_path)
    assert script_of_language(profile) == script


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{en: a, ar: b}", True),
        ("{day: a, who: b}", False),
        ("{name: a, district: b}", False),
        ("{en: [a]}", False),
        ("{text: a, pron: b}", True),
        ("{en: a, tr: {text: a, pron: b}}", True),
        ("{text: a}", False),
        ("{text: a, who: b}", False),
        ("{}", False),
    ],
)
def test_a_record_is_told_from_a_text_by_its_keys(text: str, expected: bool) -> None:
    node = parse_yaml(text, "f", Diagnostics())
    assert isinstance(node, DataMapping)
    assert is_localized(node) is expected


SEEN = st.text(min_size=1).filter(lambda text: any(c.isalnum() for c in text))


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["en", "ar", "tr", "fr", "ku", "en-GB"]), SEEN, min_size=1))
def test_a_text_that_is_there_is_found_unchanged_and_no_other_language_gets_it(
    texts: dict[str, str],
) -> None:
    origin = Origin("f")
    node = DataMapping(origin)
    for locale, text in texts.items():
        node[DataText(locale, origin)] = DataText(text, origin)
    problems = Diagnostics()
    made = localized(node, problems)
    assert made is not None
    assert not problems
    for locale, text in texts.items():
        assert made.in_locale(locale) == text
    for locale in ("en", "ar", "tr", "fr", "ku"):
        found = made.in_locale(locale)
        own = {text for each, text in texts.items() if each.partition("-")[0] == locale}
        assert (found in own) if own else found is None
    assert EVERYWHERE not in made.texts


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("{en: One, EN: Two}", "f:1:14", "`EN` is the same locale as `en` in line 1"),
        ("{en-GB: One, en_gb: Two}", "f:1:17", "`en_gb` is the same locale as `en-GB` in line 1"),
    ],
)
def test_a_locale_that_is_given_twice_in_two_spellings_is_told(
    text: str, place: str, told: str
) -> None:
    found, problems = read(text)
    assert found is None
    assert problems == [f"{place}: {told}"]
