"""A speaker stands behind a dash in every format, and behind one only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from letterkit.document import Direction, Document, Paragraph, Quotation, Text
from letterkit.ooxml.reading import parse_part, read_package
from letterkit.writers.docx import DocxWriter
from letterkit.writers.text import TextWriter

if TYPE_CHECKING:
    from letterkit.language.profile import Profile


@pytest.mark.parametrize("speaker", ["Rana Example, baker", "— Rana Example, baker"])
def test_a_speaker_stands_behind_one_dash(speaker: str, profiles: dict[str, Profile]) -> None:
    words = Quotation((Paragraph((Text("We have no flour."),)),), (Text(speaker),))
    document = Document("en", "en-GB", Direction.LTR, "", (words,))
    text = TextWriter(profiles["en"]).write(document)
    assert text.splitlines()[-1].strip() == "— Rana Example, baker"
    parts = read_package(DocxWriter(profiles["en"]).write(document), "letter.docx")
    root = parse_part(parts["word/document.xml"], "document.xml")
    lines = [
        "".join(run.text or "" for run in paragraph.iter("{*}t")) for paragraph in root.iter("{*}p")
    ]
    assert "— Rana Example, baker" in lines
