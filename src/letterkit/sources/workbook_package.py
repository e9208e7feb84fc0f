"""Workbooks (.xlsx) from outside: measured before they are opened, and never asked to do anything.

Only the parts that say what stands in the cells are read; macros, links and pictures are not. A
small file may unpack to gigabytes, so that sizes are limited; no entity is resolved, nothing is
fetched.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

from letterkit.diagnostics import LetterkitError, Origin
from letterkit.sources.sheet import MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_PARTS = 5_000
MOST_PART_BYTES = 256_000_000
_CONTENT_TYPES = "[Content_Types].xml"
_SAVE_AS = "open it in Excel or LibreOffice and save it as .xlsx"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TOO_LARGE = "copy the rows that are needed into a new workbook"
_OTHERS = {
    "mimetype": "this is no Excel workbook but another kind of office file",
    "xl/workbook.bin": "this is a binary workbook (.xlsb)",
    "Index/Document.iwa": "this is a file of Apple Numbers",
    "word/document.xml": "this is a Word file",
}


class WorkbookError(LetterkitError):
    """A file that is no workbook, or one that must not be opened."""


class WorkbookPackage:
    """The parts of a workbook file by their names.

    Raises `WorkbookError` where it is broken, too large, encrypted, or of another format.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.origin = Origin(name)
        if len(data) > MOST_BYTES:
            raise WorkbookError(
                f"the file has more than {MOST_BYTES // 1_000_000} MB", self.origin, _TOO_LARGE
            )
        _refuse_by_first_bytes(data, self.origin)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self._infos = {info.filename: info for info in self._archive.infolist()}
        except (zipfile.BadZipFile, ValueError, EOFError, OSError, NotImplementedError) as error:
            raise self._damaged() from error
        if len(self._infos) > MOST_PARTS:
            raise WorkbookError(f"the file has {len(self._infos)} parts", self.origin, _TOO_LARGE)
        for part, what in _OTHERS.items():
            if part in self._infos:
                raise WorkbookError(what, self.origin, _SAVE_AS)
        if _CONTENT_TYPES not in self._infos:
            raise WorkbookError("this zip file is no workbook", self.origin, _SAVE_AS)
        types = self.read(_CONTENT_TYPES)
        if b"macroEnabled" in types or any(part.endswith("vbaProject.bin") for part in self._infos):
            raise WorkbookError(
                "the workbook holds macros", self.origin, "save it as a workbook without (.xlsx)"
            )

    def __contains__(self, part: str) -> bool:
        return part in self._infos

    @property
    def has_links(self) -> bool:
        """Whether values come from other workbooks."""
        return any(part.startswith("xl/externalLinks/") for part in self._infos)

    def read(self, part: str) -> bytes:
        """A part, as it is."""
        info = self._infos.get(part)
        if info is None:
            raise self._damaged()
        if info.flag_bits & 1:
            raise WorkbookError("the file is encrypted", self.origin, "save it without a password")
        if info.file_size > MOST_PART_BYTES:
            raise WorkbookError("the file is too large when unpacked", self.origin, _TOO_LARGE)
        try:
            with self._archive.open(info) as stream:
                # A file that lies about its sizes must not fill the memory before it is found out.
                content = stream.read(MOST_PART_BYTES + 1)
        except (
            *(zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError),
            *(RuntimeError, ValueError, MemoryError),
        ) as error:
            raise self._damaged() from error
        if len(content) > MOST_PART_BYTES:
            raise WorkbookError("the file is too large when unpacked", self.origin, _TOO_LARGE)
        return content

    def root(self, part: str) -> Any:
        """The root element (lxml) of a small part."""
        from lxml import etree

        content = self.read(part)
        self._refuse_declarations(content)
        try:
            return etree.fromstring(content, etree.XMLParser(**_SAFELY))
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._damaged() from error

    def elements(self, part: str, name: str) -> Iterator[Any]:
        """The elements (lxml) of a part that are called so, each forgotten when the next is asked.

        `name` is without its namespace.
        """
        from lxml import etree

        content = self.read(part)
        self._refuse_declarations(content)
        options = {key: value for key, value in _SAFELY.items() if key != "resolve_entities"}
        events = etree.iterparse(
            io.BytesIO(content), tag=f"{{*}}{name}", resolve_entities=False, **options
        )
        try:
            for _, element in events:
                yield element
                element.clear(keep_tail=False)
                parent = element.getparent()
                while parent is not None and element.getprevious() is not None:
                    del parent[0]
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._damaged() from error

    def _refuse_declarations(self, content: bytes) -> None:
        """No part of a workbook has a document type; one that declares entities is an attack."""
        if _DOCUMENT_TYPE.search(content, 0, 4096) is not None or content[:2] in _UTF_16:
            raise WorkbookError(
                "a part of the file declares a document type", self.origin, _SAVE_AS
            )

    def _damaged(self) -> WorkbookError:
        return WorkbookError("this is no workbook, or it is damaged", self.origin, _SAVE_AS)


_SAFELY: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
}
_DOCUMENT_TYPE = re.compile(rb"<!DOCTYPE|<!ENTITY")
_UTF_16 = frozenset({b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<"})


def _refuse_by_first_bytes(data: bytes, origin: Origin) -> None:
    """Say what a file is that is called a workbook and is none."""
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise WorkbookError("the workbook has a password", origin, "save it without a password")
        raise WorkbookError("this is a workbook of the old format (.xls)", origin, _SAVE_AS)
    if not data:
        raise WorkbookError("the file is empty", origin, _SAVE_AS)
    if data[:2] != b"PK":
        beginning = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
        if beginning.startswith(b"<"):
            raise WorkbookError("this is a web page or other text, no workbook", origin, _SAVE_AS)
        raise WorkbookError(
            "this is no workbook",
            origin,
            f"is it a CSV file? then name it `.csv`; else {_SAVE_AS}",
        )
