from __future__ import annotations

import io
import zipfile

import pytest

from letterkit.ooxml.namespaces import PACKAGE_RELATIONSHIPS, RELATIONSHIPS, WORD
from letterkit.ooxml.package import Part, write_package
from letterkit.ooxml.reading import Limits, PackageError, read_package

TYPES = Part("[Content_Types].xml", b"<Types/>")


def package(**parts: str) -> bytes:
    names = {"relations": "word/_rels/document.xml.rels", "document": "word/document.xml"}
    return write_package(
        [TYPES, *(Part(names[name], content.encode()) for name, content in parts.items())]
    )


def relation(kind: str, mode: str = "") -> str:
    return (
        f'<Relationships xmlns="{PACKAGE_RELATIONSHIPS}"><Relationship Id="rId1"'
        f' Type="{RELATIONSHIPS}/{kind}" Target="https://example.org/x"{mode}/></Relationships>'
    )


def field(*instructions: str) -> str:
    runs = "".join(f"<w:r><w:instrText>{text}</w:instrText></w:r>" for text in instructions)
    return (
        f'<w:document xmlns:w="{WORD}"><w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:document>'
    )


EXTERNAL = ' TargetMode="External"'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"no zip at all", "no Word file"),
        (write_package([Part("a.txt", b"x")]), "no Word file"),
        (write_package([TYPES, Part("../a", b"x")]), "`../a` is not allowed"),
        (write_package([TYPES, Part("/a", b"x")]), "`/a` is not allowed"),
        (write_package([TYPES, Part("a", b"x"), Part("A", b"x")]), "stands in the file twice"),
        (write_package([TYPES, Part("a", b"x" * 2000)]), "`a` is too large"),
        (write_package([Part(str(n), b"") for n in range(30)]), "has 30 parts"),
        (package(document="<a>" + "<b/>" * 300 + "</a>"), "too many elements"),
        (package(document="<a><b></a>"), "is not XML"),
        (package(document='<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'), "declares a document type"),
        (package(relations=relation("vbaProject")), "macros"),
        (package(relations=relation("oleObject")), "an embedded object"),
        (package(relations=relation("aFChunk")), "altChunk"),
        (package(relations=relation("attachedTemplate", EXTERNAL)), "a template"),
        (package(relations=relation("image", EXTERNAL)), "would fetch `https://example.org/x`"),
        (package(document=field("DDEAUTO c:\\\\x")), "a field `DDEAUTO`"),
        (package(document=field(" INCLUDE", "PICTURE http://example.org/x")), "INCLUDEPICTURE"),
    ],
)
def test_a_file_that_is_broken_too_large_or_harmful_is_refused(data: bytes, message: str) -> None:
    limits = Limits(parts=20, part_bytes=1500, package_bytes=5000, nodes=100)
    with pytest.raises(PackageError) as caught:
        read_package(data, "sent.docx", limits)
    assert message in caught.value.diagnostic.message
    assert caught.value.diagnostic.origin is not None
    assert caught.value.diagnostic.origin.path == "sent.docx"


@pytest.mark.parametrize(
    "data",
    [
        package(relations=relation("hyperlink", EXTERNAL)),
        package(document=field(" PAGE ")),
        package(document=field(' HYPERLINK "https://example.org" ')),
    ],
)
def test_links_and_harmless_fields_are_let_in(data: bytes) -> None:
    assert read_package(data, "sent.docx")


def test_a_part_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(package(document="<a>" + "x" * 4000 + "</a>"))
    for header, offset in ((b"PK\1\2", 24), (b"PK\3\4", 22)):
        start = data.rindex(header) + offset
        data[start : start + 4] = (10).to_bytes(4, "little")
    with pytest.raises(PackageError):
        read_package(bytes(data), "sent.docx")


def test_an_encrypted_file_is_told_to_be_encrypted() -> None:
    buffer = io.BytesIO(package(document="<a/>"))
    with zipfile.ZipFile(buffer) as archive:
        offset = archive.getinfo("word/document.xml").header_offset
    data = bytearray(buffer.getvalue())
    data[data.rindex(b"PK\1\2") + 8] |= 1
    data[offset + 6] |= 1
    with pytest.raises(PackageError, match="encrypted"):
        read_package(bytes(data), "sent.docx")
