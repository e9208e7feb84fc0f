"""Where in a YAML file each character of a text was written (YAML 1.2, chapters 7 and 8)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from letterkit.proofreading.stretches import Span, Style

if TYPE_CHECKING:
    from collections.abc import Iterator

_PROPERTIES = re.compile(r"(?:[&!]\S*[ \t]+)*")
_FOLD = re.compile(r"[ \t]*(?:\n[ \t]*)+")
_ESCAPED_BREAK = re.compile(r"\\\n[ \t]*")
_ESCAPE = re.compile(
    r"\\(?:x(?P<x>[0-9A-Fa-f]{2})|u(?P<u>[0-9A-Fa-f]{4})|U(?P<U>[0-9A-Fa-f]{8})|(?P<one>.))"
)
_NAMED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_HEADER = re.compile(r"[|>](?P<sign>[0-9+-]*)[ \t]*(?:#[^\n]*)?\n")
_STYLES = {"'": Style.SINGLE_QUOTED, '"': Style.DOUBLE_QUOTED, "|": Style.BLOCK, ">": Style.BLOCK}
# What would end a plain text, or make another thing of it, where it did not before.
_NOT_PLAIN = re.compile(r":(?=\s|$)|\s#|^[-?:](?=\s)|^[,\[\]{}#&*!|>'\"%@`]|^\s|\s$")


def written_spans(source: str, offset: int, value: str) -> tuple[Style, list[Span | None]]:
    """How the text that begins at an offset is written, and the place of each of its characters.

    A character after one that cannot be found has none.
    """
    properties = _PROPERTIES.match(source, offset)
    at = properties.end() if properties else offset
    style = _STYLES.get(source[at : at + 1], Style.PLAIN)
    if style is Style.BLOCK:
        spans = _block(source, at, value)
    else:
        spans = _flow(source, at + (style is not Style.PLAIN), value, style)
    found = list(spans)
    return style, found + [None] * (len(value) - len(found))


def encoded(text: str, style: Style) -> str:
    """A text as it must be written within a text of this style."""
    if style is Style.SINGLE_QUOTED:
        return text.replace("'", "''")
    if style is Style.DOUBLE_QUOTED:
        text = text.replace("\\", "\\\\").replace('"', '\\"')
        return text.replace("\u00a0", "\\u00a0").replace("\u202f", "\\u202f")
    return text


def may_stand(value: str, before: str, style: Style) -> bool:
    """Whether a text can be written in this style where another stood."""
    if style is not Style.PLAIN:
        return True
    return len(_NOT_PLAIN.findall(value)) <= len(_NOT_PLAIN.findall(before))


def _flow(source: str, at: int, value: str, style: Style) -> Iterator[Span | None]:
    """A plain or quoted text, whose lines are folded."""
    position = 0
    while position < len(value) and at < len(source):
        character = value[position]
        if style is Style.DOUBLE_QUOTED and source[at] == "\\":
            if skipped := _ESCAPED_BREAK.match(source, at):
                at = skipped.end()
                continue
            escape = _ESCAPE.match(source, at)
            if escape is None or _decoded(escape) != character:
                return
            end = escape.end()
        elif style is Style.SINGLE_QUOTED and source.startswith("''", at):
            end = at + 2
            if character != "'":
                return
        elif (fold := _FOLD.match(source, at)) is not None:
            breaks = fold[0].count("\n")
            folded = " " if breaks == 1 else "\n" * (breaks - 1)
            if not value.startswith(folded, position):
                return
            yield from (None for _ in folded)  # no edit may take a line end away
            position += len(folded)
            at = fold.end()
            continue
        elif source[at] == character:
            end = at + 1
        else:
            return
        yield at, end
        at = end
        position += 1


def _block(source: str, at: int, value: str) -> Iterator[Span | None]:
    """A text under `|` or `>`: its lines without their indentation."""
    header = _HEADER.match(source, at)
    if header is None:
        return
    folded = source[at] == ">"
    at = header.end()
    first = re.compile(r"(?:[ ]*\n)*(?P<indent> *)").match(source, at)
    indent = len(first["indent"]) if first else 0
    if header["sign"].strip("+-"):
        return  # an indentation said in so many words: nobody writes it
    at = _indented(source, at, indent)
    position = 0
    while position < len(value) and at < len(source):
        character = value[position]
        if source[at] == "\n":
            end = at + 1
            breaks = 1
            while folded and source[_indented(source, end, indent) :].startswith("\n"):
                end = _indented(source, end, indent) + 1
                breaks += 1
            printed = "\n" if not folded else " " if breaks == 1 else "\n" * (breaks - 1)
            if not value.startswith(printed, position):
                return
            end = _indented(source, end, indent)
            yield from (None for _ in printed)
            position += len(printed)
        elif source[at] == character:
            end = at + 1
            yield at, end
            position += 1
        else:
            return
        at = end


def _indented(source: str, at: int, indent: int) -> int:
    """Past the indentation of a line; a line of spaces alone may have less of it."""
    end = at
    while end < at + indent and source[end : end + 1] == " ":
        end += 1
    return end


def _decoded(escape: re.Match[str]) -> str:
    code = escape["x"] or escape["u"] or escape["U"]
    return chr(int(code, 16)) if code else _NAMED.get(escape["one"], escape["one"])
