"""A variable is of use to some words, or it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.workspaces import LETTER, SETTINGS, TEMPLATE, changed, make_workspace, plain_letter

from letterkit.diagnostics import Diagnostics
from letterkit.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

ALL = "en, ar, tr"
THREE = plain_letter("  a: 1\n  b: 2\n", ALL)


def told(root: Path, locale: str = "en") -> list[str]:
    problems = Diagnostics()
    workspace = Workspace(root, problems)
    letter = workspace.letter("appeal", problems)
    assert letter is not None
    workspace.assembly(letter, locale, problems)
    return [f"{found.severity} {found.origin}: {found.message}" for found in problems.sorted()]


def words(**by_locale: str | None) -> dict[str, str | bytes | None]:
    return {f"letters/appeal/{locale}.md": text for locale, text in by_locale.items()}


@pytest.mark.parametrize("locale", ["en", "ar", "tr"])
def test_one_that_no_language_uses_is_an_error(tmp_path: Path, locale: str) -> None:
    root = make_workspace(
        tmp_path,
        {
            "letters/appeal/letter.yaml": THREE,
            **words(en="{{ a }}", ar="{{ a }}", tr="{{ a }}"),
        },
    )
    assert told(root, locale) == [
        "error letters/appeal/letter.yaml:5:3: no words use the variable `b`"
    ]


def test_one_that_another_language_uses_is_a_warning(tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path,
        {
            "letters/appeal/letter.yaml": THREE,
            **words(en="{{ a }}", ar="{{ a }} {{ b }}", tr="{{ a }} {{ b }}"),
        },
    )
    assert told(root, "en") == [
        "warning letters/appeal/letter.yaml:5:3: the words in `en` do not use the variable `b`"
    ]
    assert told(root, "ar") == []


def test_nothing_is_said_while_a_language_is_not_written_yet(tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path,
        {"letters/appeal/letter.yaml": THREE, **words(en="{{ a }}", ar="{{ a }}", tr="")},
    )
    assert told(root, "en") == []


def test_a_language_that_the_letter_is_not_sent_in_counts_for_nothing(tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path,
        {
            "letters/appeal/letter.yaml": changed(LETTER, "date:", "locales: [en]\ndate:")
            + "  roses: 3\n",
            "templates/appeal/template.yaml": changed(
                TEMPLATE, "houses: integer", "houses: integer\n  roses: integer"
            ),
            "letters/appeal/ar.md": None,
            "letters/appeal/tr.md": None,
        },
    )
    assert told(root) == ["error letters/appeal/letter.yaml:9:3: no words use the variable `roses`"]


def test_conditions_repetitions_links_and_pictures_use_variables(tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path,
        {
            "letters/appeal/letter.yaml": (
                "template: appeal\ndate: 2020-03-04\nlocales: [en]\n"
                "variables: {w: 1, xs: [a], y: z}\n"
            ),
            "letters/appeal/en.md": "[link](https://example.org/{{ y }})",
            "letters/appeal/ar.md": None,
            "letters/appeal/tr.md": None,
            "templates/appeal/template.yaml": (
                "variables: {w: integer, xs: {list: text}, y: text}\n"
                "parts: [body, {part: thanks, when: w > 0, each: xs}]\n"
            ),
        },
    )
    assert told(root) == []


def test_a_declared_variable_need_not_be_given_where_no_words_ask_for_it(tmp_path: Path) -> None:
    declared = changed(TEMPLATE, "houses: integer", "houses: integer\n  roses: integer")
    root = make_workspace(tmp_path, {"templates/appeal/template.yaml": declared})
    assert told(root) == []
    root = make_workspace(
        tmp_path,
        {
            "templates/appeal/template.yaml": declared,
            "letters/appeal/tr.md": "{{ houses }} {{ roses }}",
        },
    )
    assert told(root, "tr") == [
        "error letters/appeal/letter.yaml:7:3: the variable `roses` is missing"
    ]


def test_a_text_that_only_other_languages_use_may_lack_this_one(tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path,
        {
            "letters/appeal/letter.yaml": plain_letter("  b: {en: roses, tr: güller}\n", ALL),
            **words(en="{{ b }}", ar="ورد", tr="{{ b }}"),
        },
    )
    assert [line.split()[0] for line in told(root, "ar")] == ["warning"]


def test_one_that_only_a_language_of_the_template_uses_is_no_error(tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path,
        {
            "letterkit.yaml": changed(SETTINGS, "[en, ar, tr]", "[en]"),
            "letters/appeal/letter.yaml": LETTER + "locales: preferred\n",
            **words(en="Houses.", ar=None, tr=None),
            "templates/appeal/tr.md": "::: body\nEv.\n:::\n::: thanks\n{{ houses }}\n:::\n",
        },
    )
    assert told(root) == [
        "warning letters/appeal/letter.yaml:7:3: the words in `en` do not use the variable `houses`"
    ]
    assert told(root, "tr") == []


def test_one_that_only_a_part_written_anew_would_use_is_an_error(tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path,
        {
            "letters/appeal/letter.yaml": changed(LETTER, "date:", "locales: [en]\ndate:"),
            **words(en="No count.", ar=None, tr=None),
            "templates/appeal/en.md": "::: body\n{{ houses }}\n:::\n::: thanks\nThanks.\n:::\n",
        },
    )
    assert told(root) == [
        "error letters/appeal/letter.yaml:8:3: no words use the variable `houses`"
    ]
