"""Letterheads that are none: refused with the reason and what to do, never with a traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.letterhead.designer import (
    changed,
    package_of,
    parts_of,
    plain_letterhead,
    replaced,
    with_header,
    with_part,
)

from letterkit.diagnostics import Diagnostics
from letterkit.letterhead import load_letterhead
from letterkit.ooxml.namespaces import RELATIONSHIPS, WORD
from letterkit.ooxml.reading import parse_part
from letterkit.writers.docx import DocxWriter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from letterkit.document import Document
    from letterkit.language.profile import Profile
    from letterkit.letterhead import Letterhead

    Load = Callable[..., tuple[Letterhead | None, Diagnostics]]

PLAIN = plain_letterhead("x")
HEADED = with_header("x")
DOCUMENT = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"


def related(kind: str, target: str, mode: str = "") -> bytes:
    """A plain letterhead whose document refers to one more part."""
    relation = f'<Relationship Id="x1" Type="{RELATIONSHIPS}/{kind}" Target="{target}"{mode}/>'
    return replaced(PLAIN, RELATIONS, "</Relationships>", f"{relation}</Relationships>")


def field(instruction: str) -> bytes:
    return replaced(
        HEADED, "word/header1.xml", "<w:r>", f'<w:fldSimple w:instr="{instruction}"/><w:r>'
    )


def without(data: bytes, name: str) -> bytes:
    parts = parts_of(data)
    del parts[name]
    return package_of(parts)


VML = (
    '<w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml"'
    ' src="https://example.org/x"/></w:pict></w:r><w:r>'
)
DOCTYPE = "<!DOCTYPE w:document>"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
EXTERNAL = ' TargetMode="External"'
MAIN = "wordprocessingml.document.main+xml"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no Word file"),
        (b"\xd0\xcf\x11\xe0 an old .doc", "no Word file"),
        (PLAIN[:-200], "no Word file"),
        (package_of({"a.txt": b"x"}), "no Word file"),
        (package_of({TYPES: parts_of(PLAIN)[TYPES]}), "holds no document"),
        (replaced(PLAIN, TYPES, f"application/vnd.openxmlformats-officedocument.{MAIN}",
                  "application/vnd.ms-word.document.macroEnabled.main+xml"), "macros"),
        (replaced(PLAIN, TYPES, MAIN, "spreadsheetml.sheet.main+xml"), "no Word document"),
        (replaced(PLAIN, "_rels/.rels", f"{RELATIONSHIPS}/officeDocument",
                  f"{STRICT}/officeDocument"), "Strict"),
        (related("vbaProject", "vbaProject.bin"), "macros"),
        (related("oleObject", "o.bin"), "an embedded object"),
        (related("aFChunk", "a.html"), "altChunk"),
        (related("attachedTemplate", "file:///C:/a.dotm", EXTERNAL), "a template"),
        (related("image", "https://example.org/x.png", EXTERNAL), "would fetch"),
        (related("image", "https://example.org/x.png"), "would fetch"),
        (related("header", "https://example.org/h.xml"), "would fetch"),
        (related("header", "header9.xml"), "is not in it"),
        (with_part(PLAIN, "word/header9.thing", "<a/>", "header", "text/xml"), ""),
        (field("DDEAUTO c:\\x"), "a field `DDEAUTO`"),
        (field(" INCLUDEPICTURE &quot;https://example.org/x&quot;"), "a field `INCLUDEPICTURE`"),
        (replaced(PLAIN, DOCUMENT, "<w:document", f"{DOCTYPE}<w:document"), "a document type"),
        (replaced(PLAIN, DOCUMENT, "</w:body>", ""), "is not XML"),
        (replaced(PLAIN, "word/styles.xml", "<w:styles", "<w:styles <"), "is not XML"),
        (without(HEADED, "word/header1.xml"), "is not in it"),
        (replaced(HEADED, DOCUMENT, 'r:id="', 'r:id="nowhere'), "refers to `nowhere"),
        (replaced(PLAIN, DOCUMENT, "<w:r>", VML), "would fetch"),
        (changed(PLAIN, DOCUMENT, lambda _: f'<w:document xmlns:w="{WORD}"/>'), "no body"),
    ],
)  # fmt: skip
def test_what_is_broken_or_could_do_harm_is_refused(data: bytes, message: str, load: Load) -> None:
    letterhead, problems = load(data)
    if not message:  # the contrary: odd, but honest
        assert letterhead is not None
        return
    assert letterhead is None
    (problem,) = problems
    assert message in problem.message
    assert problem.hint
    assert problem.origin
    assert problem.origin.path == "house.docx"


def test_markup_is_searched_for_harm_whatever_its_part_is_called(load: Load) -> None:
    header = f'<w:hdr xmlns:w="{WORD}"><w:p><w:fldSimple w:instr="DDE x"/></w:p></w:hdr>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    letterhead, problems = load(with_part(PLAIN, "word/header9.dat", header, "header", kind))
    assert letterhead is None
    assert "`DDE`" in next(iter(problems)).message


def test_a_letterhead_that_is_not_there_is_told(
    tmp_path: Path, profiles: dict[str, Profile]
) -> None:
    for path in (tmp_path / "none.docx", tmp_path):
        problems = Diagnostics()
        assert load_letterhead(path, profiles["en"], problems, name="none.docx") is None
        (problem,) = problems
        assert "`none.docx` cannot be read" in problem.message
        assert problem.hint


def test_a_word_template_is_taken_for_a_document(load: Load) -> None:
    letterhead, problems = load(replaced(PLAIN, TYPES, MAIN, MAIN.replace("document", "template")))
    assert letterhead is not None
    assert list(problems) == []
    assert letterhead.part_types[DOCUMENT].endswith(MAIN)


@pytest.mark.parametrize(
    "name", ["word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/theme/theme1.xml"]
)
def test_a_part_that_is_not_there_and_not_asked_for_is_made(name: str, load: Load) -> None:
    stem = name.removeprefix("word/")
    data = changed(
        without(PLAIN, name),
        RELATIONS,
        lambda text: "".join(
            piece + ">" for piece in text.split(">")[:-1] if f'"{stem}"' not in piece
        ),
    )
    letterhead, problems = load(data)
    assert letterhead is not None, list(problems)
    assert letterhead.sheet.of("BodyText") == "BodyText"


@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_whatever_is_changed_in_a_file_there_is_a_letterhead_or_a_reason(
    data: st.DataObject,
    house: bytes,
    letters: dict[str, Document],
    profiles: dict[str, Profile],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Numbers, names and elements of a part are changed, doubled or taken out."""
    parts = parts_of(house)
    markup = sorted(
        name for name in parts if name.endswith((".xml", ".rels")) and "customXml" not in name
    )
    name = data.draw(st.sampled_from(markup))
    pieces = parts[name].split(b"<")
    at = data.draw(st.integers(2, len(pieces) - 1))
    piece = pieces[at]
    change = data.draw(st.sampled_from(["cut", "double", "number", "empty", "letter"]))
    if change == "cut":
        del pieces[at]
    elif change == "double":
        pieces.insert(at, piece)
    elif change == "number":
        pieces[at] = bytes(0x39 if 0x30 <= byte <= 0x39 else byte for byte in piece)
    elif change == "empty":
        pieces[at] = b'"'.join(
            b"" if number % 2 else one for number, one in enumerate(piece.split(b'"'))
        )
    else:
        pieces[at] = piece.replace(b"w:", b"r:")
    path = tmp_path_factory.mktemp("changed") / "letterhead.docx"
    path.write_bytes(package_of({**parts, name: b"<".join(pieces)}))
    problems = Diagnostics()
    letterhead = load_letterhead(path, profiles["ar"], problems, name="house.docx")
    if letterhead is None:
        assert problems.has_errors
    else:
        written = DocxWriter(profiles["ar"], letterhead).write(letters["ar"])
        for part, content in parts_of(written).items():
            if part.endswith((".xml", ".rels")):
                parse_part(content, part)
