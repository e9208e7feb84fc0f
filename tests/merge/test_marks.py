"""How a letter is sent, that it is confidential, and which language's text prevails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.profiles import profile_of, written

from letterkit.diagnostics import Diagnostics, Severity
from letterkit.document import Paragraph, Role, plain_text
from letterkit.language.language_names import language_name
from letterkit.language.profile import load_profile
from letterkit.language.vocabulary import DELIVERIES
from letterkit.template.structure import load_kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tests.merge.conftest import Merged

    from letterkit.document import Block

    Merge = Callable[..., Merged]

WORDS = "::: body\nWords.\n:::\n"


def lines(blocks: Iterable[Block], role: Role) -> list[str]:
    return [
        plain_text(block.inlines)
        for block in blocks
        if isinstance(block, Paragraph) and block.role is role
    ]


@pytest.mark.parametrize(
    ("locale", "data", "printed"),
    [
        ("en", "by-hand", "By hand"),
        ("ar", "by-hand", "يُسلَّم باليد"),
        ("tr", "by-registered-post", "Taahhütlü posta ile"),
        ("tr", "{en: By drone, tr: Dron ile}", "Dron ile"),
        ("en", "Through the embassy", "Through the embassy"),
    ],
)
def test_the_way_of_sending_is_printed_in_the_language(
    merged: Merge, locale: str, data: str, printed: str
) -> None:
    letter = merged(WORDS, parts="[delivery, body]", data=f"delivery: {data}\n", locale=locale)
    assert lines(letter.document().blocks, Role.DELIVERY) == [printed]
    assert letter.told == []


def test_every_way_of_sending_that_has_a_key_has_words_in_each_language() -> None:
    for locale in ("en", "ar", "tr"):
        profile = profile_of(locale)
        assert len({profile.labels[key] for key in DELIVERIES}) == len(DELIVERIES)


@pytest.mark.parametrize("written", ["By hand", "By-Hand", "BY-HAND", "by-hnd"])
def test_a_key_that_is_misspelt_is_told(merged: Merge, written: str) -> None:
    letter = merged(WORDS, parts="[delivery, body]", data=f"delivery: {written}\n")
    (found,) = letter.problems
    assert found.severity is Severity.WARNING
    assert found.message == f"the delivery `{written}` prints as it is in every language"
    assert found.hint == "did you mean `by-hand`?"
    assert str(found.origin) == "letters/appeal/letter.yaml:4:11"


@pytest.mark.parametrize(
    ("locale", "data", "printed"),
    [
        ("en", "true", "Confidential"),
        ("ar", "true", "سري"),
        ("tr", "true", "GİZLİ"),
        ("en", "{en: Strictly private, tr: Kişiye özel}", "Strictly private"),
    ],
)
def test_a_confidential_letter_says_so_above_its_text_and_at_the_foot_of_every_page(
    merged: Merge, locale: str, data: str, printed: str
) -> None:
    letter = merged(
        WORDS, parts="[confidentiality, body]", data=f"confidential: {data}\n", locale=locale
    )
    document = letter.document()
    assert lines(document.blocks, Role.CONFIDENTIALITY) == [printed]
    assert lines(document.footer, Role.FOOTER)[0] == printed
    assert letter.told == []


@pytest.mark.parametrize("data", ["", "confidential: false\n"])
def test_a_letter_that_is_not_confidential_says_nothing_of_it(merged: Merge, data: str) -> None:
    letter = merged(WORDS, parts="[confidentiality, delivery, body]", data=data)
    document = letter.document()
    assert lines(document.blocks, Role.CONFIDENTIALITY) == []
    assert lines(document.blocks, Role.DELIVERY) == []
    assert len(document.footer) == 1


def test_a_part_that_does_not_stand_marks_no_foot_of_a_page(merged: Merge) -> None:
    parts = "[{part: confidentiality, when: letter.reference}, body]"
    letter = merged(WORDS, parts=parts, data="confidential: true\n")
    assert len(letter.document().footer) == 1


def test_confidentiality_that_no_part_prints_holds_the_letter_back(merged: Merge) -> None:
    letter = merged("Words.\n", data="confidential: true\n")
    (found,) = letter.problems
    assert found.severity is Severity.ERROR
    assert found.message == "nothing in `en` prints `confidential`"


@pytest.mark.parametrize(
    ("data", "field", "printed"),
    [
        ("delivery: by-fax\n", "delivery", "By fax"),
        ("confidential: true\n", "confidential", "Confidential"),
        ("original: tr\n", "original", "Turkish"),
    ],
)
def test_an_expression_may_print_them(merged: Merge, data: str, field: str, printed: str) -> None:
    files = {"letters/appeal/tr.md": "Söz.\n"}
    letter = merged(f"It is {{{{ letter.{field} }}}}.\n", data=data, files=files)
    assert lines(letter.document().blocks, Role.BODY) == [f"It is {printed}."]
    assert letter.told == []


@pytest.mark.parametrize(
    ("locale", "original", "printed"),
    [
        ("en", "tr", ["Courtesy translation: the Turkish text prevails."]),
        ("ar", "en", ["ترجمة غير رسمية: يُعتد بالنص المحرر باللغة الإنكليزية."]),
        ("ar", "tr", ["ترجمة غير رسمية: يُعتد بالنص المحرر باللغة التركية."]),
        ("tr", "ar", ["Bilgi amaçlı çeviridir: Arapça metin esas alınır."]),
        ("tr", "tr", []),
        ("en-GB", "en", []),
    ],
)
def test_a_translation_says_which_text_prevails_and_the_original_does_not(
    merged: Merge, locale: str, original: str, printed: list[str]
) -> None:
    letter = merged(
        WORDS,
        parts="[courtesy-translation, body]",
        data=f"original: {original}\n",
        locale=locale,
        files={f"letters/appeal/{original}.md": WORDS},
    )
    assert lines(letter.document().blocks, Role.COURTESY_TRANSLATION) == printed
    assert letter.told == []


def test_an_original_that_no_part_prints_is_told_in_the_translations_alone(merged: Merge) -> None:
    files = {"letters/appeal/tr.md": "Söz.\n"}
    assert merged("Words.\n", data="original: tr\n", files=files).told == [
        "letters/appeal/letter.yaml:4:1: nothing in `en` prints `original`"
    ]
    assert merged("Words.\n", data="original: en\n").told == []


def test_an_original_without_words_is_told(merged: Merge) -> None:
    files = {"letters/appeal/ar.md": None, "letters/appeal/tr.md": None}
    letter = merged(WORDS, parts="[courtesy-translation, body]", data="original: tr\n", files=files)
    (found,) = letter.problems
    assert found.severity is Severity.ERROR
    assert found.message == "the letter has no words in `tr`, its original"
    assert str(found.origin) == "letters/appeal/letter.yaml:4:11"
    assert "letters/appeal/tr.md" in (found.hint or "")


def test_a_house_has_its_own_names_of_languages(tmp_path: Path) -> None:
    text = "languages: {pt_br: Brasileiro, qab: Port}\n"
    profile = profile_of("en", written(tmp_path, en=text))
    assert language_name(profile, "pt-BR") == "Brasileiro"
    assert language_name(profile, "pt-PT") == "European Portuguese"
    assert language_name(profile, "ar-SY") == "Arabic"
    assert language_name(profile, "qab") == "Port"
    assert language_name(profile, "qac") is None


def test_a_name_of_a_language_stands_after_its_code(tmp_path: Path) -> None:
    text = "languages: {Portuguese: Lusitanian}\n"
    problems = Diagnostics()
    load_profile("en", [written(tmp_path, en=text)], problems)
    assert [f"{found.origin}: {found.message}" for found in problems] == [
        "locales/en.yaml:1:13: `Portuguese` is no locale"
    ]


def test_a_language_without_a_name_in_another_is_told(merged: Merge) -> None:
    letter = merged(
        WORDS,
        parts="[courtesy-translation, body]",
        data="original: qac\n",
        files={"letters/appeal/qac.md": WORDS},
    )
    (found,) = letter.problems
    assert found.message == "`en` has no name for the language `qac`"
    assert found.hint == "give `languages: {qac: …}` in locales/en.yaml"


@pytest.mark.parametrize(
    ("locale", "order"),
    [
        ("en", ["dateline", "confidentiality", "delivery", "inside-address"]),
        ("ar", ["confidentiality", "dateline", "delivery", "inside-address"]),
        ("tr", ["confidentiality", "dateline", "subject-line", "delivery", "inside-address"]),
    ],
)
def test_they_stand_where_custom_has_them(locale: str, order: list[str]) -> None:
    kind = load_kind("letter", [], Diagnostics())
    assert kind is not None
    ids = [use.id for use in kind.parts_for(locale)]
    assert [ids.index(name) for name in order] == sorted(ids.index(name) for name in order)
    assert ids.index("courtesy-translation") < ids.index("reference-line")
