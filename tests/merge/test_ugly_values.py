"""Whatever a value holds prints as it is, and changes nothing around it."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.workspaces import make_workspace, plain_letter

from letterkit.diagnostics import Diagnostics, Origin
from letterkit.sources.nodes import DataMapping, DataText
from letterkit.sources.text import FORBIDDEN
from letterkit.workspace import Workspace
from letterkit.writers.docx import DocxWriter
from letterkit.writers.text import TextWriter

if TYPE_CHECKING:
    from collections.abc import Callable

    from letterkit.document import Document
    from letterkit.language.profile import Profile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORDS = {
    "en": "Before {{ value }} after.\n\nNext *one*.\n",
    "ar": "قبل {{ value }} بعد.\n\nالفقرة *التالية*.\n",
}
MARKS = {
    ord(mark): None for mark in "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
}

UGLY = [
    "& < > \" ' * _ { | # \\ ` ~",
    "{{ organisation.name }}",
    "{% if x %}",
    "::: body",
    "2. Ministry",
    "# heading",
    "- item",
    "> quotation",
    "[link](https://example.org)",
    "<script>",
    "]]>",
    "<!-- x -->",
    "a  b",
    "🦉👩‍👩‍👧",
    "\u202eright to left",
    "\u2067unclosed",
    "\u2069\u2069closed too often",
    "فندق (الورد) 12",
    "İstanbul’da",
    "e\u0301",
    "a\u00a0b",
    "\ufeffa\u200bb",
    "\\x00",
]


@pytest.fixture(scope="module", params=["en", "ar"])
def printed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], tuple[str, list[str]]]:
    """The plain text, and the text of each paragraph of the Word file, of a letter with a value."""
    locale = request.param
    root = make_workspace(
        tmp_path_factory.mktemp(locale),
        {
            "letters/appeal/letter.yaml": plain_letter("  value: x\n", locale),
            **{f"letters/appeal/{name}.md": words for name, words in WORDS.items()},
        },
    )
    problems = Diagnostics()
    workspace = Workspace(root, problems)
    letter = workspace.letter("appeal", problems)
    profile = workspace.profile(locale, problems)
    assert letter is not None
    assert profile is not None
    text_writer, docx_writer = TextWriter(profile), DocxWriter(profile)

    def print_with(value: str) -> tuple[str, list[str]]:
        variables = DataMapping(Origin("letter.yaml"))
        variables[DataText("value", Origin("letter.yaml"))] = DataText(value, Origin("letter.yaml"))
        data = letter.data.model_copy(update={"variables": variables})
        spoilt = type(letter)(letter.name, letter.folder, data, letter.origin)
        document = merged(workspace, spoilt, profile)
        return text_writer.write(document), paragraphs(docx_writer.write(document))

    def merged(workspace: Workspace, letter: object, profile: Profile) -> Document:
        found = Diagnostics()
        assembly = workspace.assembly(letter, profile.locale, found)  # type: ignore[arg-type]  # a letter
        assert assembly is not None
        document = assembly.document((), found)
        assert not found.has_errors, list(found)
        return document

    return print_with


def paragraphs(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    return [
        "".join(
            "\t" if node.tag == f"{W}tab" else "\n" if node.tag == f"{W}br" else node.text or ""
            for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br")
            if node.getparent().tag == f"{W}r"
        )
        for paragraph in body.iter(f"{W}p")
    ]


def without_marks(text: str) -> str:
    """The text without the direction marks that a writer may add, composed as files are."""
    return unicodedata.normalize("NFC", text.translate(MARKS))


values = st.text(
    # A tab is white space of any width, which a writer may print as a space.
    st.characters(exclude_categories=["Cs"], exclude_characters="\t").filter(
        lambda each: not FORBIDDEN.match(each)
    ),
    min_size=1,
    max_size=30,
).filter(lambda value: len(value.split()) > 0 and value.splitlines() == [value])


def holds(printed: Callable[[str], tuple[str, list[str]]], value: str) -> None:
    neutral_text, neutral_docx = printed("x")
    text, docx = printed(value)
    expected = without_marks(value)
    mark = "before x after" if "Before" in neutral_text else "قبل x بعد"
    for before, after in ((neutral_text.split("\n"), text.split("\n")), (neutral_docx, docx)):
        assert len(after) == len(before)
        for line_before, line_after in zip(before, after, strict=True):
            plain = without_marks(line_before)
            if mark in plain.lower():
                plain = plain.replace(" x ", f" {expected} ")
            assert without_marks(line_after).strip() == plain.strip()


@pytest.mark.parametrize("value", UGLY)
def test_an_ugly_value_prints_as_it_is(
    printed: Callable[[str], tuple[str, list[str]]], value: str
) -> None:
    holds(printed, value)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(values)
@example("\u2066" * 5)
def test_any_value_prints_as_it_is(
    printed: Callable[[str], tuple[str, list[str]]], value: str
) -> None:
    holds(printed, value)
