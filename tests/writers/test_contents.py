"""Tables of contents: in Word with links and pages, on the web with links, in plain text alone."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree
from tests.conftest import required_program
from tests.letterhead.designer import COVER, house_letterhead
from tests.writers.conftest import SENTENCES, paragraph

from letterkit.diagnostics import Diagnostics
from letterkit.document import (
    Block,
    Contents,
    ContentsEntry,
    Direction,
    Document,
    Heading,
    Role,
    Text,
    Value,
)
from letterkit.language.bidi import without_controls
from letterkit.letterhead import load_letterhead
from letterkit.ooxml.lint import lint
from letterkit.ooxml.namespaces import WORD
from letterkit.ooxml.reading import read_package
from letterkit.writers.docx import DocxWriter
from letterkit.writers.docx.combined import CombinedWriter
from letterkit.writers.html import HtmlWriter
from letterkit.writers.text import TextWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from letterkit.language.profile import Profile

W = f"{{{WORD}}}"
LOCALES = ("en", "ar", "tr")
ANCHORS = ("en-article-1", "en-article-2", "en-article-3")
TITLES = {"en": "Contents", "ar": "المحتويات", "tr": "İçindekiler"}


def issue(locale: str) -> Document:
    """Three articles of different lengths, each under a heading that the contents lead to."""
    words = SENTENCES[locale]
    titles = [(Text(words[number]), Value(f" № {number}")) for number in range(3)]
    entries = tuple(map(ContentsEntry, titles, ANCHORS))
    blocks: list[Block] = [Contents((Text(TITLES[locale]),), entries)]
    for title, anchor, length in zip(titles, ANCHORS, (70, 40, 3), strict=True):
        blocks.append(Heading(1, title, anchor=anchor))
        blocks += [paragraph(words[4]) for _ in range(length)]
    direction = Direction.RTL if locale == "ar" else Direction.LTR
    return Document(locale, locale, direction, "Issue", tuple(blocks))


def body(data: bytes) -> Any:
    return etree.fromstring(read_package(data, "issue.docx")["word/document.xml"])


@pytest.fixture(scope="session")
def files(
    profiles: dict[str, Profile], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    """The issue on our letterhead and on a designer's."""
    house = tmp_path_factory.mktemp("letterheads") / "house.docx"
    house.write_bytes(house_letterhead())
    made: dict[str, bytes] = {}
    for kind in ("plain", "designed"):
        path = house if kind == "designed" else None
        for locale in LOCALES:
            profile, problems = profiles[locale], Diagnostics()
            letterhead = load_letterhead(path, profile, problems, name=kind) if path else None
            assert list(problems) == []
            writer = DocxWriter(profile, letterhead)
            made[f"{kind}-{locale}.docx"] = writer.write(issue(locale))
            assert writer.write(issue(locale)) == made[f"{kind}-{locale}.docx"]
    return made


def test_each_entry_is_a_link_to_the_bookmark_of_its_heading(files: dict[str, bytes]) -> None:
    for name, data in files.items():
        root = body(data)
        links = [
            link.get(f"{W}anchor")
            for link in root.iter(f"{W}hyperlink")
            if link.get(f"{W}anchor") is not None
        ]
        assert links == ["_lk_en_article_1", "_lk_en_article_2", "_lk_en_article_3"], name
        for bookmark in links:
            (start,) = [
                one for one in root.iter(f"{W}bookmarkStart") if one.get(f"{W}name") == bookmark
            ]
            assert start.getparent().find(f"{W}pPr/{W}pStyle") is not None
        assert not [field for field in root.iter(f"{W}fldChar") if field.get(f"{W}dirty")]


def test_the_page_stands_at_the_end_of_the_line_behind_dots(files: dict[str, bytes]) -> None:
    for name, data in files.items():
        root = body(data)
        stops = list(root.iter(f"{W}tab"))
        stops = [stop for stop in stops if stop.getparent().tag == f"{W}tabs"]
        assert len([stop for stop in stops if stop.get(f"{W}leader") == "dot"]) == len(ANCHORS)
        for stop in stops:
            turned = stop.getparent().getparent().find(f"{W}bidi")
            if name.endswith("ar.docx"):
                assert turned is not None
                assert turned.get(f"{W}val", "1") == "1"


def test_files_with_contents_are_valid(
    files: dict[str, bytes],
    tmp_path: Path,
    sdk_faults: Callable[[Path], list[str]],
    audit_faults: Callable[[Path], list[str]],
) -> None:
    designed = lint(read_package(house_letterhead(), "house.docx"))
    theirs = {fault.message for fault in designed} | {
        f"the paragraph `{text}` does not say its direction (`w:bidi`)"
        for text in (COVER[:40], "a point of the house", "its first number")
    }
    for name, data in files.items():
        found = {fault.message for fault in lint(read_package(data, name))}
        assert found <= (theirs if name.startswith("designed") else set()), name
        path = tmp_path / name
        path.write_bytes(data)
        assert audit_faults(path) == [], name
        if name.endswith("ar.docx"):  # it is slow, and languages differ in little else
            assert sdk_faults(path) == [], name


def pages_of(path: Path) -> list[str]:
    command = [required_program("pdftotext"), "-layout", "-enc", "UTF-8", str(path), "-"]
    answer = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return without_controls(answer.stdout).split("\f")


def test_libreoffice_prints_the_pages_that_the_articles_are_on(
    files: dict[str, bytes],
    convert_to_pdf: Callable[[Mapping[str, bytes]], dict[str, Path]],
) -> None:
    for name, path in convert_to_pdf(files).items():
        # pdftotext puts what stands behind the dots before them in a line from right to left.
        behind = r"(\d+) *\.{5,}" if name.endswith("ar.docx") else r"\.{5,} *(\d+)"
        pages = pages_of(path)
        shown = [int(page) for page in re.findall(behind, "\n".join(pages))]
        real = [
            max(
                at
                for at, page in enumerate(pages, start=1)
                if re.search(rf"№\s*{number}|{number}\s*№", page)
            )
            for number in range(3)
        ]
        assert len(set(real)) == 3, name
        assert shown == real, (name, pages)


def test_a_web_page_links_to_its_headings(profiles: dict[str, Profile]) -> None:
    page = HtmlWriter(profiles["ar"]).write(issue("ar"))
    assert f'<nav class="letter-contents" aria-label="{TITLES["ar"]}">' in page
    for anchor in ANCHORS:
        assert page.count(f'<li><a href="#{anchor}">') == 1
        assert re.search(rf'<h2 id="{anchor}">', page)


def test_plain_text_lists_the_titles(profiles: dict[str, Profile]) -> None:
    text = TextWriter(profiles["en"]).write(issue("en"))
    assert text.startswith(
        "Contents\n--------\n\n"
        "- We write on behalf of more than 200 organisations. № 0\n"
        "- Resolutions 2258 (2015) and 2139 (2014) remain without effect. № 1\n"
        "- Stop the attacks on hospitals at once. № 2\n\n"
    )


def test_an_entry_that_leads_nowhere_is_a_line(profiles: dict[str, Profile]) -> None:
    document = issue("en")
    contents = document.blocks[0]
    assert isinstance(contents, Contents)
    entries = tuple(replace(entry, anchor="") for entry in contents.entries)
    alone = replace(document, blocks=(replace(contents, entries=entries),))
    root = body(DocxWriter(profiles["en"]).write(alone))
    assert list(root.iter(f"{W}hyperlink", f"{W}fldChar")) == []
    assert "<a " not in HtmlWriter(profiles["en"]).write(alone)


def test_on_the_web_a_group_in_an_article_stands_below_its_title(
    profiles: dict[str, Profile],
) -> None:
    document = issue("en")
    group = paragraph("Signatories", role=Role.GROUP_HEADING)
    page = HtmlWriter(profiles["en"]).write(replace(document, blocks=(*document.blocks, group)))
    assert '<h3 class="letter-group-heading">Signatories</h3>' in page


def test_each_letter_of_a_combined_file_leads_to_its_own_headings(
    profiles: dict[str, Profile],
) -> None:
    data = CombinedWriter(profiles["ar"]).write([issue("ar"), issue("ar")])
    assert lint(read_package(data, "all.docx")) == []
    links = [link.get(f"{W}anchor") for link in body(data).iter(f"{W}hyperlink")]
    names = [f"_lk_en_article_{article}_{letter}" for letter in (1, 2) for article in (1, 2, 3)]
    assert links == names
