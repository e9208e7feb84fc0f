"""Letters as PDF, printed by LibreOffice where it is installed."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest
from tests.conftest import required_program
from tests.printed import lacking

from letterkit.writers import pdf
from letterkit.writers.pdf import PdfWriter, PrintingError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from letterkit.document import Document
    from letterkit.language.profile import Profile


def test_a_letter_is_printed_with_all_its_words(
    profiles: dict[str, Profile],
    letters: dict[str, Document],
    sentences: dict[str, tuple[str, ...]],
    tmp_path: Path,
    pdf_text: Callable[[Path], str],
) -> None:
    required_program("soffice", "libreoffice")
    writer = PdfWriter(profiles["ar"])
    path = tmp_path / "letter.pdf"
    path.write_bytes(writer.write(letters["ar"]))
    assert path.read_bytes().startswith(b"%PDF-")
    assert lacking(" ".join(sentences["ar"]), pdf_text(path)) == set()


def test_a_letter_that_is_printed_twice_is_the_same_to_the_byte(
    profiles: dict[str, Profile], letters: dict[str, Document]
) -> None:
    required_program("soffice", "libreoffice")
    first = PdfWriter(profiles["ar"]).write(letters["ar"])
    time.sleep(1.1)  # which LibreOffice would write into the file
    assert PdfWriter(profiles["ar"]).write(letters["ar"]) == first
    assert b"CreationDate" not in first
    identifiers = {*re.findall(rb"<([0-9a-f]{32})>", first[first.rindex(b"trailer") :])}
    assert len(identifiers) == 1
    assert PdfWriter(profiles["en"]).write(letters["en"])[-300:] != first[-300:]


def test_without_libreoffice_a_clear_word_is_said(
    profiles: dict[str, Profile], letters: dict[str, Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "find_libreoffice", lambda: None)
    with pytest.raises(PrintingError, match="is not installed") as caught:
        PdfWriter(profiles["en"]).write(letters["en"])
    assert caught.value.diagnostic.hint


def test_a_program_that_prints_nothing_is_told(
    profiles: dict[str, Profile],
    letters: dict[str, Document],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(pdf, "find_libreoffice", lambda: tmp_path / "no-such-program")
    with pytest.raises(PrintingError, match="did not print"):
        PdfWriter(profiles["en"]).write(letters["en"])
