"""Splits a LOCALE.md file into its parts: `::: name` begins one, `:::` ends it.

A file without any fence is one part, the body. A fence may be longer than three colons; it is
closed by a line of as many, so that a part can show shorter ones as text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from letterkit.diagnostics import Origin

if TYPE_CHECKING:
    from letterkit.diagnostics import Diagnostics

BODY = "body"
PART_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
# Right-to-left editors put direction marks at the ends of lines; a fence is not printed.
_UNSEEN = r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*"
_FENCE = re.compile(
    rf"{_UNSEEN} {{0,3}}{_UNSEEN}(?P<colons>:{{3,}})[ \t]*(?P<name>.*?)[ \t]*{_UNSEEN}[ \t]*\Z"
)


@dataclass(frozen=True, slots=True)
class FencedPart:
    """The text of one part as written; `line` is the line of its first character, from 1.

    `origin` is where its name stands (or, in a file without fences, where the file begins).
    """

    name: str
    text: str
    line: int
    origin: Origin


@dataclass(slots=True)
class _Open:
    name: str
    colons: int
    origin: Origin
    name_origin: Origin


def split_parts(text: str, path: str, problems: Diagnostics) -> list[FencedPart]:
    """The parts of a file whose line ends are LF, in their order, repeated ones once.

    An unclosed part still ends where the next one begins, so that the rest can be read.
    """
    splitter = _Splitter(text.split("\n"), path, problems)
    return splitter.parts() if splitter.has_fences() else [splitter.whole()]


class _Splitter:
    def __init__(self, lines: list[str], path: str, problems: Diagnostics) -> None:
        self._lines = lines
        self._path = path
        self._problems = problems
        self._found: dict[str, FencedPart] = {}

    def has_fences(self) -> bool:
        return any(_FENCE.match(line) for line in self._lines)

    def whole(self) -> FencedPart:
        return FencedPart(BODY, "\n".join(self._lines), 1, Origin(self._path))

    def parts(self) -> list[FencedPart]:
        opened: _Open | None = None
        outside_told = False
        for number, line in enumerate(self._lines, start=1):
            fence = _FENCE.match(line)
            if fence is None or (opened and len(fence["colons"]) < opened.colons):
                if opened is None and line.strip() and not outside_told:
                    outside_told = True
                    self._tell_outside(number, line)
                continue
            outside_told = False
            name = fence["name"]
            origin = Origin(self._path, number, fence.start("colons") + 1)
            if opened is not None:
                if name or len(fence["colons"]) != opened.colons:
                    self._tell_unclosed(opened)
                self._keep(opened, number)
                if not name:
                    opened = None
                    continue
            elif not name:
                self._problems.error(
                    f"`{fence['colons']}` closes nothing",
                    origin,
                    "a part begins with `::: name` and ends with `:::`",
                )
                continue
            name_origin = Origin(self._path, number, fence.start("name") + 1)
            opened = _Open(
                self._checked_name(name, name_origin), len(fence["colons"]), origin, name_origin
            )
        if opened is not None:
            self._tell_unclosed(opened)
            self._keep(opened, len(self._lines) + 1)
        return list(self._found.values())

    def _keep(self, opened: _Open, end: int) -> None:
        """Store the lines after the opening fence, up to the line before number `end`."""
        first = opened.origin.line + 1
        earlier = self._found.get(opened.name)
        if earlier is not None:
            self._problems.error(
                f"the part `{opened.name}` stands twice",
                opened.name_origin,
                f"the first is in line {earlier.origin.line}; give one of them another name",
            )
            return
        text = "\n".join(self._lines[first - 1 : end - 1])
        self._found[opened.name] = FencedPart(opened.name, text, first, opened.name_origin)

    def _checked_name(self, name: str, origin: Origin) -> str:
        if not PART_NAME.match(name):
            self._problems.error(
                f"`{name}` cannot be the name of a part",
                origin,
                "a name is small letters a to z and digits, joined by hyphens, as in `opening`",
            )
        return name

    def _tell_outside(self, number: int, line: str) -> None:
        column = len(line) - len(line.lstrip()) + 1
        self._problems.error(
            f"`{_excerpt(line)}` stands outside any part",
            Origin(self._path, number, column),
            "put it between `::: name` and `:::`, or take every fence out of a file of plain words",
        )

    def _tell_unclosed(self, opened: _Open) -> None:
        self._problems.error(
            f"the part `{opened.name}` is not closed",
            opened.origin,
            f"end it with a line `{':' * opened.colons}`",
        )


def _excerpt(line: str, length: int = 30) -> str:
    words = line.strip()
    return words if len(words) <= length else words[: length - 1] + "…"
