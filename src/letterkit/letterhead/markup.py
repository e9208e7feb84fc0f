"""The markup of a designer's parts, opened where letters add to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from letterkit.letterhead.model import NAMESPACES
from letterkit.ooxml.namespaces import WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_PLACE: Final = ("letterkit", "place")
_PLACE_MARK: Final = b"<?letterkit place?>"
_OFF: Final = frozenset(("0", "false", "off"))


def w(name: str) -> str:
    """A name of WordprocessingML, for lxml."""
    return f"{{{WORD}}}{name}"


def value_of(element: Any, name: str = "val") -> str:
    """An attribute of WordprocessingML; empty where there is none, or no element."""
    return "" if element is None else str(element.get(w(name), ""))


def is_on(element: Any) -> bool:
    """Whether a property that is on by standing there is on (17.17.4)."""
    return element is not None and element.get(w("val"), "1") not in _OFF


def rooted(root: Any) -> Any:
    """The same root with the namespace prefixes that our markup uses; comments go.

    Elements that a prefix stood for something else in declare it for themselves.
    """
    from lxml import etree

    etree.strip_tags(root, etree.Comment)
    for instruction in list(root.iter(etree.ProcessingInstruction)):
        remove(instruction)
    made = etree.Element(root.tag, dict(root.attrib), {**root.nsmap, **NAMESPACES})
    made.text = root.text
    made.extend(list(root))
    return made


def remove(element: Any) -> None:
    """Take an element out of its tree, and not the text behind it."""
    parent = element.getparent()
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def place_mark() -> Any:
    """What stands where letters add their own."""
    from lxml import etree

    return etree.ProcessingInstruction(*_PLACE)


def place_mark_text() -> bytes:
    """What `place_mark` made, as it stands in a part."""
    return _PLACE_MARK


def is_place_mark(node: Any) -> bool:
    """Whether a node is what `place_mark` made."""
    from lxml import etree

    return node.tag is etree.ProcessingInstruction and node.target == _PLACE[0]


def halves(root: Any) -> tuple[bytes, bytes]:
    """A part before and after its place mark."""
    before, after = whole(root).split(_PLACE_MARK)
    return before, after


def whole(root: Any) -> bytes:
    """A part as it stands in a package."""
    from lxml import etree

    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return data


def markup_of(element: Any) -> bytes:
    """An element as it stands within a part."""
    from lxml import etree

    markup: bytes = etree.tostring(element, encoding="UTF-8")
    return markup


def put_in_order(parent: Any, element: Any, order: Sequence[str]) -> None:
    """Add a child where the schema wants it; one of its name is replaced."""
    for present in parent.findall(element.tag):
        remove(present)
    names = [w(name) for name in order]
    rank = names.index(element.tag)
    for position, child in enumerate(parent):
        if child.tag in names and names.index(child.tag) > rank:
            parent.insert(position, element)
            return
    parent.append(element)


def parsed(markup: str) -> list[Any]:
    """Elements from markup that uses our prefixes."""
    from lxml import etree

    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return list(etree.fromstring(f"<root {declared}>{markup}</root>"))


def new_root(name: str) -> Any:
    """The root of a part that a letterhead lacks."""
    from lxml import etree

    return rooted(etree.Element(w(name), nsmap={"w": WORD}))


def text_halves(root: Any) -> tuple[str, str]:
    """`halves` as text."""
    before, after = halves(root)
    return before.decode("utf-8"), after.decode("utf-8")


def numbers_in(elements: Iterable[Any], name: str) -> Iterator[int]:
    """The numbers that elements have in an attribute."""
    for element in elements:
        number = element.get(name, "")
        if number.isascii() and number.isdigit():
            yield int(number)
