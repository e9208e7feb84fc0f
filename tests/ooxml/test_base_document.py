from __future__ import annotations

from typing import TYPE_CHECKING

import docx

from letterkit.ooxml import base_document
from letterkit.ooxml.lint import lint
from letterkit.ooxml.reading import read_package

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KNOWN_TO_REVIEWERS = {
    "Normal",
    "Body Text",
    "Date",
    "Salutation",
    "Closing",
    "Signature",
    "Quote",
    "List Bullet",
    "List Number",
    "List Paragraph",
    "Heading 1",
    "Heading 2",
    "Heading 3",
    "Title",
    "Header",
    "Footer",
    "footnote text",
    "footnote reference",
    "Caption",
    "Hyperlink",
    "Inside Address",
    "Table Grid",
}


def test_the_file_in_the_repository_is_what_the_builder_makes() -> None:
    """After a change of the builder: python -m letterkit.ooxml.base_document."""
    assert base_document.BASE_DOCUMENT.read_bytes() == base_document.build()


def test_it_has_the_styles_that_a_reviewer_knows() -> None:
    names = {style.name for style in docx.Document(str(base_document.BASE_DOCUMENT)).styles}
    assert names >= KNOWN_TO_REVIEWERS


def test_it_tells_of_no_author_no_date_and_no_theme_fonts() -> None:
    parts = read_package(base_document.build(), "letter.docx")
    everything = b"".join(parts.values())
    for trace in (b"creator", b"python-docx", b"2013-", b"asciiTheme", b"themeFontLang"):
        assert trace not in everything
    assert not [name for name in parts if name.startswith(("docProps", "customXml"))]


def test_validators_find_nothing_wrong(
    audit_faults: Callable[[Path], list[str]], sdk_faults: Callable[[Path], list[str]]
) -> None:
    assert audit_faults(base_document.BASE_DOCUMENT) == []
    assert sdk_faults(base_document.BASE_DOCUMENT) == []
    assert lint(read_package(base_document.build(), "letter.docx")) == []
