"""YAML as a source of data: every text with its place, no type guessed, no key lost.

The syntax is read by libyaml's event parser where PyYAML has it, else by PyYAML's own; the tree is
built here. A fault of syntax is told with its place; the entry it stands in is left out (a
`DataFaulty` in its place) and the rest is read on, so that one fault does not hide the next.

A value that YAML would turn into a number, a date, a boolean or nothing (`NO`, `0031`, `22:30`,
`~`) is the text it is. Not read are merge keys, keys that are no text, and tags.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from yaml.error import YAMLError
from yaml.loader import BaseLoader

from letterkit.diagnostics import Diagnostics, Origin
from letterkit.sources.hidden import hidden_in
from letterkit.sources.nodes import DataFaulty, DataMapping, DataNothing, DataSequence
from letterkit.sources.text import Places, read_text, without_forbidden
from letterkit.sources.yaml_builder import Builder
from letterkit.sources.yaml_recovery import Lines, explain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from letterkit.sources.nodes import DataNode
    from letterkit.sources.yaml_builder import EventParser

MOST_FAULTS = 20
"""Faults of syntax told of one file before the rest of it is left unread."""

_UNREADABLE_TO_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
_SWALLOWED = re.compile(r"(?<=[ \t])#(?=[^\s#!])")


def _parsers() -> tuple[Callable[[str], EventParser], ...]:
    """What can read events, the quickest first."""
    try:
        from yaml._yaml import CParser
    except ImportError:  # PyYAML was built without libyaml
        return (cast("Callable[[str], EventParser]", BaseLoader),)
    return (CParser, cast("Callable[[str], EventParser]", BaseLoader))


def load_yaml(
    path: Path, problems: Diagnostics, *, name: str | None = None
) -> DataMapping | DataSequence | None:
    """The data of a YAML file; None where the file cannot be read or holds neither keys nor items.

    `name` is the path to show in places. An empty file is told like any other that holds nothing.
    """
    text = read_text(path, problems, name=name)
    if text is None:
        return None
    shown = str(path) if name is None else name
    before = len(problems)
    node = parse_yaml(text, shown, problems)
    if isinstance(node, DataMapping | DataSequence):
        return node
    if len(problems) == before:
        if isinstance(node, DataNothing):
            problems.error("the file is empty", node.origin, "write `key: value`, one a line")
        else:
            problems.error(
                f"`{_shortened(node)}` is neither a key with a value nor an item of a list",
                node.origin,
                "write `key: value`, with a plain space after the colon",
            )
    return None


def parse_yaml(
    text: str,
    name: str,
    problems: Diagnostics,
    *,
    parser: Callable[[str], EventParser] | None = None,
    hidden_kept: bool = False,
) -> DataNode:
    """The data of a YAML text; `name` is the path to show in places.

    Text that holds nothing gives `DataNothing`. A value with a hidden character that is refused
    (see `letterkit.sources.hidden`) is told and left out; where one steers the order of a line
    outside of values, as in a comment, no line can be trusted and nothing is read. Whoever only
    mends the file keeps them. `parser` makes the event parser of a text (a test tries both).
    """
    make_parser = parser or _parsers()[0]
    written = text = without_forbidden(text.removeprefix("\ufeff"), name, problems)
    text, stand_ins = _with_stand_ins(text)
    lines = Lines(text)
    while True:
        found = Diagnostics()
        left = str(lines)
        builder = Builder(
            make_parser(left),
            left,
            name,
            found,
            masked=lines.masked,
            stand_ins=stand_ins,
            kept=hidden_kept,
        )
        try:
            node = builder.build()
        except (YAMLError, ValueError) as fault:  # ValueError: the pure parser's chr() of an escape
            told = explain(fault, lines, builder)
            problems.error(told.message, Origin(name, told.line + 1, told.column + 1), told.hint)
            lines.faults += 1
            if lines.faults < MOST_FAULTS and lines.mask(*(told.entry or (told.line, told.column))):
                continue
            place = Origin(name, told.line + 1, 1)
            problems.error("the rest of the file was not read", place, "mend the faults before it")
            node = builder.node
        break
    problems.extend(found)
    _tell_swallowed(lines, builder, name, problems)
    if not hidden_kept and _tell_reordered(written, builder, name, problems):
        return DataFaulty(Origin(name))
    return node if node is not None else DataNothing(Origin(name))


def _tell_reordered(text: str, builder: Builder, name: str, problems: Diagnostics) -> bool:
    """Tell of what steers the order of a line outside of values; whether anything does."""
    found = [each for each in hidden_in(text) if each.reorders]
    places = Places(text) if found else None
    told = False
    for each in found:
        place = places.origin(name, each.offset) if places else Origin(name)
        if place not in builder.hidden:
            problems.error(each.message, place, each.hint)
            told = True
    return told


def _with_stand_ins(text: str) -> tuple[str, dict[int, str]]:
    """The text with private-use characters for those that YAML 1.1 cannot read or takes for breaks.

    A letter may hold them (they come with text pasted from web pages), so they are put back when
    the tree is built.
    """
    unreadable = sorted(set(_UNREADABLE_TO_YAML.findall(text)))
    if not unreadable:
        return text, {}
    present = set(text)
    free = (chr(code) for code in range(0x10F000, 0x10FFFE) if chr(code) not in present)
    to_stand_in = dict(zip(map(ord, unreadable), free, strict=False))
    back = {ord(stand_in): chr(code) for code, stand_in in to_stand_in.items()}
    return text.translate(to_stand_in), back


def _tell_swallowed(lines: Lines, builder: Builder, name: str, problems: Diagnostics) -> None:
    """Warn of `#word` after a value: YAML takes it for a comment, the user often does not."""
    for number, line in enumerate(lines.original):
        if "#" not in line:
            continue
        for match in _SWALLOWED.finditer(line):
            end = builder.value_ends.get(number)
            start = match.start()
            if end is not None and end <= start and not line[end:start].strip(" \t"):
                problems.warning(
                    f"`{_shortened(line[start:].rstrip())}` is left out as a comment",
                    Origin(name, number + 1, start + 1),
                    "put the whole value in quotes, or write a space after `#`",
                )
                break


def _shortened(text: object) -> str:
    shown = str(text).split("\n", maxsplit=1)[0]
    return shown if len(shown) <= 60 else shown[:59] + "…"  # noqa: PLR2004 - one line's worth
