"""Word files from outside: measured before they are opened, refused where they could do harm.

A small file may unpack to gigabytes, fetch addresses when opened, or run a program. Sizes are
those the zip file declares; a file that lies about them fails its checksum when read.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from letterkit.diagnostics import LetterkitError, Origin
from letterkit.ooxml.namespaces import CONTENT_TYPES, PACKAGE_RELATIONSHIPS, RELATIONSHIPS, WORD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


class PackageError(LetterkitError):
    """A file that is no Word file, or one that must not be opened."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be before it is refused; the defaults are far above an honest letter."""

    parts: int = 2_000
    part_bytes: int = 64_000_000
    package_bytes: int = 256_000_000
    nodes: int = 2_000_000
    """Elements of one XML part, counted before a tree is built of them."""


DEFAULT_LIMITS: Final = Limits()

_NO_WORD_FILE: Final = "open it in Word and save it as .docx"
_DAMAGED: Final = "open it in Word, which may mend it, and save it again as .docx"
_TOO_LARGE: Final = "make it anew in Word, with only what it needs"
_NAME: Final = re.compile(r"(?:[^/\\:*?\"<>|\x00-\x1f]+/)*[^/\\:*?\"<>|\x00-\x1f]+")
_REFUSED_TYPES: Final = {
    "vbaProject": "macros",
    "wordVbaData": "macros",
    "oleObject": "an embedded object",
    "package": "an embedded file",
    "control": "an ActiveX control",
    "aFChunk": "a foreign file that Word would merge (`altChunk`)",
    "attachedTemplate": "a template that Word would fetch",
    "subDocument": "a subdocument that Word would fetch",
    "frame": "a frame that Word would fetch",
}
_MACROS: Final = "save it as a Word document without macros (.docx)"
_OBJECT: Final = "in Word, put a picture in its place"
_HINTS: Final = {
    "vbaProject": _MACROS,
    "wordVbaData": _MACROS,
    "oleObject": _OBJECT,
    "package": _OBJECT,
    "control": _OBJECT,
    "attachedTemplate": "in Word, attach `Normal` under Developer, Document Template, and save",
}
_MERGED: Final = "in Word, put what is meant into the file itself"
_FETCHED: Final = "in Word, embed it in the file instead of linking to it"
_ABSOLUTE: Final = re.compile(r"(?:[a-z][a-z0-9+.-]+:|//|\\\\)", re.IGNORECASE)
_MACRO_TYPE: Final = re.compile("macroEnabled|vbaProject|vbaData", re.IGNORECASE)
_VML_SOURCES: Final = (
    "src",
    f"{{{RELATIONSHIPS}}}href",
    "{urn:schemas-microsoft-com:office:office}href",
)
_VML_PICTURE: Final = "{urn:schemas-microsoft-com:vml}imagedata"

_REFUSED_FIELDS: Final = re.compile(
    r"^\s*(DDE|DDEAUTO|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|EMBED|MACROBUTTON)\b",
    re.IGNORECASE,
)


def read_package(data: bytes, path: str, limits: Limits = DEFAULT_LIMITS) -> dict[str, bytes]:
    """The parts of a Word file by name, each within the limits and free of what could do harm.

    `path` is named in errors.

    Raises:
        PackageError: the file is broken, too large, encrypted or harmful.
    """
    origin = Origin(path)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            _refuse_directory(infos, origin, limits)
            parts = {info.filename: archive.read(info) for info in infos}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise PackageError(
            "this is no Word file, or it is damaged", origin, _NO_WORD_FILE
        ) from error
    if "[Content_Types].xml" not in parts:
        raise PackageError("this zip file is no Word file", origin, _NO_WORD_FILE)
    is_markup = _markup_test(parse_part(parts["[Content_Types].xml"], path, limits), origin)
    for name, content in parts.items():
        if is_markup(name):
            _refuse_harm(name, parse_part(content, path, limits), origin)
    return parts


def _markup_test(types: Any, origin: Origin) -> Callable[[str], bool]:
    """Tells which parts are XML: what a part is called is no proof, what it is declared is."""
    extensions = {"xml", "rels"}
    names: set[str] = set()
    for element in types.iter(f"{{{CONTENT_TYPES}}}Default", f"{{{CONTENT_TYPES}}}Override"):
        kind = element.get("ContentType", "")
        if _MACRO_TYPE.search(kind):
            raise PackageError("the file holds macros", origin, _MACROS)
        if kind.lower().endswith(("+xml", "/xml")):
            extensions.add(element.get("Extension", "").lower())
            names.add(element.get("PartName", "").removeprefix("/").lower())
    return lambda name: (
        name.lower() in names or name.rpartition(".")[2].lower() in extensions - {""}
    )


def parse_part(data: bytes, path: str, limits: Limits = DEFAULT_LIMITS) -> Any:
    """The root element (lxml) of one XML part; no entity is resolved, nothing is fetched.

    Raises:
        PackageError: not XML, a document type declaration, or more nodes than the limits allow.
    """
    from lxml import etree

    origin = Origin(path)
    if data.count(b"<") > 2 * limits.nodes:
        raise PackageError("the file holds too many elements", origin, _TOO_LARGE)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        message = f"a part of the file is not XML: {error.msg}"
        raise PackageError(message, origin, _DAMAGED) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise PackageError("a part of the file declares a document type", origin, _DAMAGED)
    return root


def _refuse_directory(infos: list[zipfile.ZipInfo], origin: Origin, limits: Limits) -> None:
    if len(infos) > limits.parts:
        raise PackageError(f"the file has {len(infos)} parts", origin, _TOO_LARGE)
    if sum(info.file_size for info in infos) > limits.package_bytes:
        raise PackageError("the file is too large when unpacked", origin, _TOO_LARGE)
    seen: set[str] = set()
    for info in infos:
        name = info.filename
        if info.flag_bits & 1:
            raise PackageError("the file is encrypted", origin, "save it without a password")
        if info.file_size > limits.part_bytes:
            raise PackageError(
                f"the part `{name}` is too large", origin, "make its pictures smaller"
            )
        if not _NAME.fullmatch(name) or {".", ".."} & set(name.split("/")):
            raise PackageError(f"the part name `{name}` is not allowed", origin, _DAMAGED)
        # Part names are compared without regard to the case of ASCII letters (Part 2, 6.3.5).
        if name.lower() in seen:
            raise PackageError(f"the part `{name}` stands in the file twice", origin, _DAMAGED)
        seen.add(name.lower())


def _refuse_harm(name: str, root: Any, origin: Origin) -> None:
    if name.lower().endswith(".rels"):
        for relation in root.iter(f"{{{PACKAGE_RELATIONSHIPS}}}Relationship"):
            _refuse_relation(relation.attrib, origin)
        return
    for instruction in _field_instructions(root):
        field = _REFUSED_FIELDS.match(instruction)
        if field:
            message = f"the file holds a field `{field[1].strip()}`"
            raise PackageError(message, origin, "in Word, replace the field by what it shows")
    for picture in root.iter(_VML_PICTURE):
        for source in filter(None, map(picture.get, _VML_SOURCES)):
            raise PackageError(f"the file would fetch `{source}` when opened", origin, _FETCHED)


def _refuse_relation(attributes: Mapping[str, str], origin: Origin) -> None:
    kind = attributes.get("Type", "").rsplit("/", 1)[-1]
    if kind in _REFUSED_TYPES:
        message = f"the file holds {_REFUSED_TYPES[kind]}"
        raise PackageError(message, origin, _HINTS.get(kind, _MERGED))
    target = attributes.get("Target", "")
    outside = attributes.get("TargetMode") == "External" or _ABSOLUTE.match(target)
    if outside and kind != "hyperlink":
        raise PackageError(f"the file would fetch `{target}` when opened", origin, _FETCHED)


def _field_instructions(root: Any) -> Iterator[str]:
    """Each field's instruction, put together where Word split it over several runs."""
    for simple in root.iter(f"{{{WORD}}}fldSimple"):
        yield simple.get(f"{{{WORD}}}instr", "")
    open_fields: list[list[str]] = []
    for element in root.iter(f"{{{WORD}}}fldChar", f"{{{WORD}}}instrText"):
        if element.tag.endswith("instrText"):
            if open_fields:
                open_fields[-1].append(element.text or "")
            else:
                yield element.text or ""
            continue
        match element.get(f"{{{WORD}}}fldCharType"):
            case "begin":
                open_fields.append([])
            case "separate" | "end" if open_fields and open_fields[-1]:
                yield "".join(open_fields[-1])
                open_fields[-1] = []
        if element.get(f"{{{WORD}}}fldCharType") == "end" and open_fields:
            open_fields.pop()
