"""LOCALE.md files: the words of a letter or a template in one language, by parts."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from letterkit.sources.hidden import MAY_HIDE, tell_hidden
from letterkit.sources.text import Places
from letterkit.template.fences import split_parts
from letterkit.template.markup import parse_markup
from letterkit.template.nodes import expressions_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from letterkit.diagnostics import Diagnostics, Origin
    from letterkit.document import Block
    from letterkit.template.expressions import ExpressionEnvironment

_ENTITY = re.compile(r"\\?&(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+|#[xX][0-9A-Fa-f]+);")
_PARTS_CELLS = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Part:
    """The words of one part.

    `names` are the variables that its expressions ask for, `parts` the parts that it sets into its
    sentences.
    """

    name: str
    blocks: tuple[Block, ...]
    origin: Origin
    names: frozenset[str]
    parts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """The parts of one file, in the order they stand in it."""

    path: str
    parts: Mapping[str, Part]


def parse_words(
    text: str, path: str, environment: ExpressionEnvironment, problems: Diagnostics
) -> Words:
    """The parts of a text; `path` is the file's name as diagnostics show it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _tell_hidden(text, path, problems)
    parts = {}
    for fenced in split_parts(text, path, problems):
        blocks = parse_markup(fenced.text, path, fenced.line, environment, problems)
        expressions = list(expressions_in(blocks))
        parts[fenced.name] = Part(
            fenced.name,
            blocks,
            fenced.origin,
            names=frozenset(name for each in expressions for name in each.names),
            parts=frozenset(part for each in expressions for part in each.parts),
        )
    return Words(path, parts)


def _tell_hidden(text: str, path: str, problems: Diagnostics) -> None:
    """Tell of the hidden characters that are refused, of those written by their numbers too.

    What is between the cells of a table is no cell's: each is a line by itself.
    """
    if MAY_HIDE.search(text) is None and "&" not in text:
        return
    printed: list[str] = []
    offsets: list[int] = []
    done = 0
    for match in _ENTITY.finditer(text):
        meant = match[0] if match[0].startswith("\\") else html.unescape(match[0])
        printed += (text[done : match.start()], meant)
        offsets += (*range(done, match.start()), *[match.start()] * len(meant))
        done = match.end()
    printed.append(text[done:])
    offsets += range(done, len(text))
    lines = (
        _PARTS_CELLS.sub("\n", line) if line.lstrip().startswith("|") else line
        for line in "".join(printed).split("\n")
    )
    places = Places(text)
    tell_hidden(
        "\n".join(lines),
        lambda offset: places.origin(path, offsets[offset]),
        problems,
        data=False,
    )
