"""Where names land on a line, by an independent implementation of the bidi algorithm."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from letterkit.document import Document, Inline, Paragraph, Text, Value
from letterkit.language.bidi import value_direction, without_controls
from letterkit.ooxml.namespaces import WORD
from letterkit.writers.docx import DocxWriter

if TYPE_CHECKING:
    from letterkit.language.profile import Profile

LATIN = (
    "Harbour Press",
    "4 Orchard Square",
    "Seaford 103132",
    "@press",
    "Help4Sea",
    "LK/ADV/2016/014",
    "+90 342 000 00 00",
    "2016-02-24",
    "press@sea.example.org",
    "https://sea.example.org/",
)
# Ends that are neither letters nor digits, brackets apart: python-bidi does not mirror those.
SEPARATORS = ("، ", " و", " – ", " 25 ", "؛ ")


def visual_line(profile: Profile, *inlines: Inline) -> str:
    document = Document(
        profile.locale, profile.language_tag, profile.direction, "T", (Paragraph(inlines),)
    )
    with zipfile.ZipFile(io.BytesIO(DocxWriter(profile).write(document))) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    paragraph = next(root.iter(f"{{{WORD}}}p"))
    base = "R" if profile.direction == "rtl" else "L"
    return without_controls(str(get_display("".join(paragraph.itertext()), base_dir=base)))


def value(text: str) -> Value:
    return Value(text, direction=value_direction(text), verbatim=True)


@settings(max_examples=60, deadline=None)
@given(
    names=st.lists(st.sampled_from(LATIN), min_size=1, max_size=4),
    separator=st.sampled_from(SEPARATORS),
    beginning=st.sampled_from(["", "في ", "كتبت "]),
)
def test_latin_names_in_arabic_stand_whole_and_one_after_the_other_from_the_right(
    names: list[str], separator: str, beginning: str, profiles: dict[str, Profile]
) -> None:
    inlines: list[Inline] = [Text(beginning)]
    for number, name in enumerate(names):
        inlines += [Text(separator)] if number else []
        inlines.append(value(name))
    line = visual_line(profiles["ar"], *inlines, Text(" اليوم"))
    position = len(line)
    for name in names:
        position = line.rfind(name, 0, position)
        assert position >= 0, (name, line)


@pytest.mark.parametrize("after", [" in 2016", ", 2016", " 25 of them"])
def test_an_arabic_name_in_english_takes_no_number_to_its_other_side(
    after: str, profiles: dict[str, Profile]
) -> None:
    line = visual_line(profiles["en"], Text("by "), value("دار البحر"), Text(after))
    assert line == "by رحبلا راد" + after
