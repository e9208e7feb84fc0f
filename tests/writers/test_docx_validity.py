"""Every produced Word file is judged by two validators, by our lint, and opened by LibreOffice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.printed import words_of

from letterkit.ooxml.lint import lint
from letterkit.ooxml.reading import read_package
from letterkit.writers.docx import DocxWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from letterkit.document import Document
    from letterkit.language.profile import Profile

LOCALES = ("en", "ar", "tr")


@pytest.fixture(scope="session")
def files(profiles: dict[str, Profile], letters: dict[str, Document]) -> dict[str, bytes]:
    return {
        f"{locale}.docx": DocxWriter(profiles[locale]).write(letters[locale]) for locale in LOCALES
    }


@pytest.mark.parametrize("locale", LOCALES)
def test_the_open_xml_sdk_finds_nothing_wrong(
    locale: str,
    files: dict[str, bytes],
    tmp_path: Path,
    sdk_faults: Callable[[Path], list[str]],
) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(files[f"{locale}.docx"])
    assert sdk_faults(path) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_openxml_audit_finds_nothing_wrong(
    locale: str,
    files: dict[str, bytes],
    tmp_path: Path,
    audit_faults: Callable[[Path], list[str]],
) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(files[f"{locale}.docx"])
    assert audit_faults(path) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_our_lint_finds_nothing_wrong(locale: str, files: dict[str, bytes]) -> None:
    assert lint(read_package(files[f"{locale}.docx"], "letter.docx")) == []


def test_libreoffice_prints_every_sentence(
    files: dict[str, bytes],
    sentences: dict[str, tuple[str, ...]],
    convert_to_pdf: Callable[[Mapping[str, bytes]], dict[str, Path]],
    pdf_text: Callable[[Path], str],
) -> None:
    for name, path in convert_to_pdf(files).items():
        text = words_of(pdf_text(path))
        for sentence in sentences[name.removesuffix(".docx")]:
            assert words_of(sentence) <= text, (name, sentence)
