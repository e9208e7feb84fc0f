"""Builds data nodes from the events of a YAML parser, with the place of every key and value."""

from __future__ import annotations

import gc
import re
from typing import TYPE_CHECKING, Any, Protocol

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from letterkit.diagnostics import Diagnostic, Origin, Severity
from letterkit.sources.hidden import MAY_HIDE, faults_of
from letterkit.sources.nodes import DataFaulty, DataMapping, DataNothing, DataSequence, DataText
from letterkit.sources.text import FORBIDDEN, forbidden_fault, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from letterkit.diagnostics import Diagnostics
    from letterkit.sources.nodes import DataNode

DEEPEST = 64
"""How deep data may be nested; no letter's data is."""
LARGEST = 2_000_000
"""How many nodes data may have when each alias counts as what it stands for."""
ARABIC_COMMA = "،"
COMMA_HINT = (
    f"write `,`, not `{ARABIC_COMMA}`; where it belongs to the text, put the whole text in quotes"
)

_PLAIN_TAGS = frozenset(
    {None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}
)
_ESCAPE = re.compile(
    r"\\(?:x(?P<x>[0-9A-Fa-f]{2})|u(?P<u>[0-9A-Fa-f]{4})|U(?P<U>[0-9A-Fa-f]{8})|(?P<one>.))"
)
_NAMED_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_WRITES_HIDDEN = re.compile(r"\\[xuULPN]")


class EventParser(Protocol):
    """What PyYAML's parsers have in common, and all that is used of them."""

    def get_event(self) -> Any:
        """The next event, or None after the last."""
        ...


class Builder:
    """Makes one tree of one text; what was built before a fault of syntax is in `node`.

    `masked` are the lines (from 0) whose value was taken out because it cannot be read;
    `stand_ins` the characters to be put back in texts. Texts with hidden characters that are
    refused are told, and a `DataFaulty` stands for each, unless they are `kept`.
    """

    def __init__(
        self,
        parser: EventParser,
        text: str,
        name: str,
        problems: Diagnostics,
        *,
        masked: Collection[int] = (),
        stand_ins: Mapping[int, str] | None = None,
        kept: bool = False,
    ) -> None:
        self.hidden: set[Origin] = set()
        self.node: DataNode | None = None
        self.last_scalar: Any = None
        self.value_ends: dict[int, int] = {}
        self._parser = parser
        self._text = text
        self._name = name
        self._problems = problems
        self._masked = masked
        self._stand_ins = stand_ins
        self._comments = "#" in text
        self._looks = not kept and bool(
            stand_ins or MAY_HIDE.search(text) or _WRITES_HIDDEN.search(text)
        )
        self._faulty_keys: list[tuple[DataMapping, DataText, DataFaulty]] = []
        self._anchors: dict[str, _Anchored] = {}
        self._nodes = 0
        self._documents = 0
        self._finished = False
        self._within: DataMapping | DataSequence | None = None
        self._key: DataNode | None = None
        self._anchored: _Anchored | None = None
        self._before = 0
        self._stack: list[tuple[Any, DataNode | None, _Anchored | None, int]] = []

    def build(self) -> DataNode | None:
        """The tree; None where the text holds nothing. Raises PyYAML's YAMLError."""
        collecting = gc.isenabled()
        gc.disable()  # nothing made here is garbage: collections would double the time
        try:
            return self._build()
        finally:
            if collecting:
                gc.enable()

    def _build(self) -> DataNode | None:
        get_event = self._parser.get_event
        handlers: dict[type[Event], Callable[[Any], None]] = {
            ScalarEvent: self._on_scalar,
            MappingStartEvent: self._on_mapping,
            SequenceStartEvent: self._on_sequence,
            MappingEndEvent: self._on_end,
            SequenceEndEvent: self._on_sequence_end,
            AliasEvent: self._on_alias,
            DocumentStartEvent: self._on_document,
        }
        while not self._finished:
            event = get_event()
            if event is None:
                break
            handle = handlers.get(type(event))
            if handle is not None:
                handle(event)
        self._tell_unused_anchors()
        for mapping, key, faulty in self._faulty_keys:
            if key in mapping:
                mapping[key] = faulty
        return self.node

    def _on_document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._finished = True
            self._problems.error(
                "a second document begins here",
                self._origin(event.start_mark),
                "take the line `---` out, or make two files of it",
            )

    def _on_mapping(self, event: Any) -> None:
        self._open(event, DataMapping(self._origin(event.start_mark)))

    def _on_sequence(self, event: Any) -> None:
        self._open(event, DataSequence(self._origin(event.start_mark)))

    def _open(self, event: Any, node: DataMapping | DataSequence) -> None:
        self._put(node)
        anchored = None if event.anchor is None else self._anchor(event, node)
        if event.tag is not None and event.tag not in _PLAIN_TAGS:
            self._tell_tag(event)
        self._stack.append((self._within, self._key, self._anchored, self._before))
        self._within, self._key = node, None
        self._anchored, self._before = anchored, self._nodes - 1
        if len(self._stack) > DEEPEST:
            self._tell_too_much("nested too deep", event)

    def _on_end(self, _event: Any) -> None:
        if self._anchored is not None:
            self._anchored.size = self._nodes - self._before
        self._within, self._key, self._anchored, self._before = self._stack.pop()

    def _on_sequence_end(self, event: Any) -> None:
        """Warn of `[en، ar]`, which is one item with the comma of an Arabic keyboard in it."""
        items = self._within
        if (
            items is not None
            and len(items) == 1
            and self._text.startswith("]", event.start_mark.index)
            and isinstance(item := next(iter(items)), DataText)
            and ARABIC_COMMA in item
            and not self.last_scalar.style
        ):
            self._problems.warning(
                f"`{item}` is one item: `{ARABIC_COMMA}` does not part the items of a list",
                item.origin,
                COMMA_HINT,
            )
        self._on_end(event)

    def _on_scalar(self, event: Any) -> None:
        start = event.start_mark
        value: str = event.value
        style = event.style
        self.last_scalar = event
        origin = Origin(self._name, start.line + 1, start.column + 1)
        if event.tag is not None and event.tag not in _PLAIN_TAGS:
            self._tell_tag(event)
        if style in ("|", ">"):
            value = value.rstrip("\n")  # the end of the block, not of the user's text
        elif self._comments:
            self.value_ends[event.end_mark.line] = event.end_mark.column
        node: DataNode
        if not value and not style and event.tag is None:
            node = DataFaulty(origin) if start.line in self._masked else DataNothing(origin)
        else:
            if style == '"' and FORBIDDEN.search(value):
                self._tell_forbidden(event)
                value = FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", value)
            if self._stand_ins:
                value = value.translate(self._stand_ins)
            node = DataText(value, origin) if style or value != "<<" else _Merge(value, origin)
            if self._looks and (faults := self._hidden_in(event, value)):
                faulty = DataFaulty(origin, faults)
                if type(self._within) is DataMapping and self._key is None:
                    # The key still says what it was meant for: that somebody is withheld, too.
                    self._faulty_keys.append((self._within, node, faulty))
                else:
                    node = faulty
        self._put(node)
        if event.anchor is not None:
            self._anchor(event, node).size = 1

    def _on_alias(self, event: Any) -> None:
        name = str(event.anchor)
        anchored = self._anchors.get(name)
        origin = self._origin(event.start_mark)
        if anchored is None:
            self._problems.error(
                f"`*{name}` refers to nothing",
                origin,
                "a value that begins with `*` must stand in quotes",
            )
        elif anchored.size is None:
            anchored.used = True
            self._problems.error(f"`*{name}` refers to what it stands in itself", origin)
        else:
            anchored.used = True
            self._put(anchored.node)
            self._nodes += anchored.size - 1
            if self._nodes > LARGEST:
                self._tell_too_much("too large with its aliases written out", event)
            return
        self._put(DataFaulty(origin))

    def _put(self, node: DataNode) -> None:
        """Take the next item of what is being read, or by turns a key and its value."""
        self._nodes += 1
        within = self._within
        if type(within) is DataMapping:
            key = self._key
            if key is None:
                self._key = node
                return
            self._key = None
            if type(key) is DataText and key not in within:
                within[key] = node
            else:
                self._tell_bad_key(within, key)
        elif type(within) is DataSequence:
            within.append(node)
        elif self.node is None:
            self.node = node

    def _origin(self, mark: Any) -> Origin:
        return Origin(self._name, mark.line + 1, mark.column + 1)

    def _anchor(self, event: Any, node: DataNode) -> _Anchored:
        anchored = _Anchored(node, self._origin(event.start_mark))
        self._anchors[str(event.anchor)] = anchored
        return anchored

    def _tell_bad_key(self, mapping: DataMapping, key: DataNode) -> None:
        """The key is no text, or a merge key, or stands there already."""
        if not isinstance(key, DataText):
            if not isinstance(key, DataFaulty):
                self._problems.error(
                    "a key must be a text",
                    key.origin,
                    "a value that begins with `{`, `[` or `?` must stand in quotes",
                )
        elif isinstance(key, _Merge):
            self._problems.error(
                "merge keys `<<` are not read", key.origin, "write the keys out, or use an alias"
            )
        else:
            first = next(other for other in mapping if other == key)
            self._problems.error(
                f"key `{visible(key)}` stands here a second time",
                key.origin,
                f"it stands first at {first.origin}; keep one of the two",
            )

    def _tell_tag(self, event: Any) -> None:
        tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
        self._problems.error(
            f"tag `{tag}` is not read",
            self._origin(event.start_mark),
            "take it out; a value that begins with `!` must stand in quotes",
        )

    def _tell_forbidden(self, event: Any) -> None:
        """Tell of each escape that makes a character no Word file can hold, at its place."""
        for character, place in self._written(event):
            if FORBIDDEN.match(character):
                message, hint = forbidden_fault(character)
                self._problems.error(message, place, hint)

    def _hidden_in(self, event: Any, value: str) -> tuple[Diagnostic, ...]:
        """Each hidden character that is refused, at its place, which is told."""
        if value.isascii() or MAY_HIDE.search(value) is None:
            return ()
        written = self._written(event)
        found: list[Diagnostic] = []
        for each in faults_of("".join(character for character, _ in written)):
            place = written[each.offset][1]
            self.hidden.add(place)
            found.append(Diagnostic(Severity.ERROR, each.message, place, each.hint))
        self._problems.extend(found)
        return tuple(found)

    def _written(self, event: Any) -> list[tuple[str, Origin]]:
        """The characters that a text is written with, escapes as what they stand for."""
        source = self._text[event.start_mark.index : event.end_mark.index]
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        escaped = event.style == '"'
        found: list[tuple[str, Origin]] = []
        at = 0
        while at < len(source):
            match = _ESCAPE.match(source, at) if escaped else None
            character = source[at]
            if match is not None:
                code = match["x"] or match["u"] or match["U"]
                made = chr(int(code, 16)) if code else _NAMED_ESCAPES.get(match["one"], "")
                character = made or match["one"]
            elif self._stand_ins:
                character = character.translate(self._stand_ins)
            found.append((character, Origin(self._name, line, column)))
            end = match.end() if match is not None else at + 1
            column += end - at
            if source[at] == "\n":
                line, column = line + 1, 1
            at = end
        return found

    def _tell_unused_anchors(self) -> None:
        for name, anchored in self._anchors.items():
            if not anchored.used:
                self._problems.warning(
                    f"`&{name}` is left out: nothing refers to it",
                    anchored.origin,
                    "a value that begins with `&` must stand in quotes",
                )

    def _tell_too_much(self, what: str, event: Any) -> None:
        self._finished = True
        self._problems.error(
            f"the data is {what}", self._origin(event.start_mark), "the rest was not read"
        )


class _Merge(DataText):
    """A bare `<<`, which as a key would merge another mapping into this one."""

    __slots__ = ()


class _Anchored:
    """A node that an anchor names; `size` counts its nodes and is None until it is complete."""

    __slots__ = ("node", "origin", "size", "used")

    def __init__(self, node: DataNode, origin: Origin) -> None:
        self.node = node
        self.origin = origin
        self.size: int | None = None
        self.used = False
