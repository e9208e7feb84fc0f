"""Explains faults of YAML syntax as a person would, and takes the faulty entry out of the text.

The wordings of libyaml and of PyYAML's own parser differ; both are known here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from yaml.error import MarkedYAMLError

from letterkit.sources.yaml_builder import ARABIC_COMMA, COMMA_HINT

if TYPE_CHECKING:
    from letterkit.sources.yaml_builder import Builder

_ENTRY = re.compile(
    r"""(?P<before>[ ]*(?:-[ ]+)*)            # indentation and the dashes of items
        (?:(?P<key>"[^"]*"|'[^']*'|[^\s\#'"\-\[\]{},&*!|>%@`][^:]*?)[ ]*:(?=\s|$))?
    """,
    re.VERBOSE,
)
_DASH = re.compile(r"[ ]*(?:-[ ]+)*-(?=\s|$)")
_COLON_WITHOUT_SPACE = re.compile(r"\s*(?:-\s+)*[\w-]+:(?=[^\s/])")
_QUOTES_HINT = "put the whole value in quotes"
_QUOTED = re.compile(r"""\"[^"]*\"|'[^']*'""")


@dataclass(frozen=True, slots=True)
class Told:
    """A fault of syntax: its place, from 0, what it is and what to do.

    `entry` is where the entry that cannot be read begins, where that is not the place itself.
    """

    line: int
    column: int
    message: str
    hint: str
    entry: tuple[int, int] | None = None


class Lines:
    """The lines of a text, of which faulty entries are blanked out one by one."""

    def __init__(self, text: str) -> None:
        self.original = text.split("\n")
        self.masked: set[int] = set()
        self.faults = 0
        self._lines = list(self.original)
        self._gone: set[int] = set()

    def __str__(self) -> str:
        return "\n".join(self._lines)

    def mask(self, number: int, column: int) -> bool:
        """Take out the value of the entry at a place, or the whole line where that was not enough.

        False where nothing is left to take out.
        """
        number = min(number, len(self._lines) - 1)
        if number in self._gone or not self._lines[number].strip():
            return False
        line = self._lines[number]
        entry = _ENTRY.match(line)
        dash = _DASH.match(line)
        if number not in self.masked and entry and entry["key"] and column >= entry.end("key"):
            colon = line.index(":", entry.end("key"))
            self._blank(number, colon + 1, deeper_than=len(entry["before"]))
            self.masked.add(number)
        elif number not in self.masked and dash and column >= dash.end():
            self._blank(number, dash.end(), deeper_than=dash.end() - 1)
            self.masked.add(number)
        else:
            self.masked.discard(number)
            self._gone.add(number)
            self._blank(number, 0, deeper_than=None)
            self._mask_owner(number)
        return True

    def _mask_owner(self, number: int) -> None:
        """A key or dash whose first line of value is gone holds something unread, not nothing."""
        for before in range(number - 1, -1, -1):
            line = self._lines[before].rstrip(" ")
            if line:
                if line.endswith((":", "-")):
                    self.masked.add(before)
                return

    def _blank(self, number: int, keep: int, deeper_than: int | None) -> None:
        """Keep the start of a line, and blank the lines after it that are indented deeper."""
        self._lines[number] = self._lines[number][:keep]
        if deeper_than is None:
            return
        for after in range(number + 1, len(self._lines)):
            line = self._lines[after]
            if line.strip() and len(line) - len(line.lstrip(" ")) <= deeper_than:
                break
            self._lines[after] = ""


def explain(  # noqa: C901, PLR0911 - one branch a kind of fault
    fault: Exception, lines: Lines, builder: Builder
) -> Told:
    """Where the fault of syntax really is, and what a person can do about it."""
    if not isinstance(fault, MarkedYAMLError) or fault.problem_mark is None:
        return _without_place(fault, lines, builder)
    context, problem = fault.context or "", fault.problem or ""
    at = _place(fault.problem_mark, lines)
    start = at if fault.context_mark is None else _place(fault.context_mark, lines)
    line = lines.original[at[0]]
    late = _closed_late(builder.last_scalar, problem, at[0])
    if late is not None:
        return late
    if "quoted scalar" in context:
        if "escape" in problem or "hexdecimal" in problem:
            return replace(_escape(at, line, problem), entry=start)
        mark = lines.original[start[0]][start[1] : start[1] + 1]
        return Told(*start, f"quotation mark `{mark}` is never closed", "close it in the same line")
    if "cannot start any token" in problem:
        return _bad_start(at, line)
    first = lines.original[start[0]][start[1] : start[1] + 1]
    if context.startswith(("while scanning an alias", "while scanning an anchor")) or (
        first == "!" and "tag" in context
    ):
        return Told(*start, f"a value cannot begin with `{first}`", _QUOTES_HINT)
    if "block scalar" in context:
        return Told(
            *start,
            f"nothing may follow `{first}` in its line",
            "put the value in quotes, or begin the text in the next line, indented",
        )
    if "simple key" in context or "':'" in problem:
        return _no_key(start, lines.original[start[0]])
    if "mapping values" in problem:
        return _second_colon(at, line, lines, builder)
    if "sequence entries" in problem:
        return Told(
            *at, "an item `-` cannot begin here", "begin the list in the line below its key"
        )
    if "flow" in context:
        return _within_brackets(at, start, lines)
    if "block mapping" in context or "block collection" in context:
        return _does_not_fit(at, line, builder.last_scalar, "mapping" in context)
    return Told(
        *at,
        f"YAML cannot be read from here: {problem}",
        "look at the quotation marks, colons and indentation around this line",
    )


def _place(mark: Any, lines: Lines) -> tuple[int, int]:
    line = min(mark.line, len(lines.original) - 1)
    if line < mark.line:
        return line, len(lines.original[line])
    return line, mark.column


def _without_place(fault: Exception, lines: Lines, builder: Builder) -> Told:
    """A fault that PyYAML raises without saying where: an escape beyond the last character."""
    last = builder.last_scalar
    line = 0 if last is None else min(last.end_mark.line, len(lines.original) - 1)
    for number in range(line, len(lines.original)):
        column = lines.original[number].find("\\U")
        if column >= 0:
            return _escape((number, column), lines.original[number], "Unicode")
    return Told(
        line, 0, f"YAML cannot be read from here: {fault}", "look at this line and the next"
    )


def _closed_late(last: Any, problem: str, line: int) -> Told | None:
    """The last quoted text runs over lines and something stands behind it: it began by mistake."""
    if last is None or last.style not in ('"', "'") or last.end_mark.line != line:
        return None
    if last.start_mark.line == line or "escape" in problem:
        return None
    return Told(
        last.start_mark.line,
        last.start_mark.column,
        f"quotation mark `{last.style}` is closed only in line {line + 1}",
        "close it where the value ends",
    )


def _escape(at: tuple[int, int], line: str, problem: str) -> Told:
    column = line.rfind("\\", 0, at[1] + 1)
    column = at[1] if column < 0 else column
    if "unknown" in problem:
        return Told(
            at[0],
            column,
            f"`{line[column : column + 2]}` means nothing in double quotes",
            "write the backslash twice, or use single quotes",
        )
    return Told(at[0], column, "this escape stands for no character", "write the character itself")


def _bad_start(at: tuple[int, int], line: str) -> Told:
    if line[: at[1] + 1].isspace():
        first_tab = line.index("\t")
        return Told(at[0], first_tab, "a tab stands before the text", "indent with spaces")
    if line.lstrip().startswith("```"):
        return Told(*at, "a fence of Markdown stands in the data", "take this line out")
    character = line[at[1] : at[1] + 1]
    if character == "\t":
        return Told(*at, "a tab stands where a space belongs", "write a space")
    return Told(*at, f"a value cannot begin with `{character}`", _QUOTES_HINT)


def _no_key(at: tuple[int, int], line: str) -> Told:
    if _COLON_WITHOUT_SPACE.match(line):
        return Told(*at, "no space after the colon", "write `key: value`")
    shown = line.strip()
    shown = shown if len(shown) <= 60 else shown[:59] + "…"  # noqa: PLR2004 - one line's worth
    return Told(
        *at,
        f"`{shown}` is neither a key with a value nor an item of a list",
        "write `key: value`; a text that goes on is indented deeper than its key",
    )


def _second_colon(at: tuple[int, int], line: str, lines: Lines, builder: Builder) -> Told:
    last = builder.last_scalar
    if (
        last is not None
        and not last.style
        and last.start_mark.line < at[0]
        and last.end_mark.line == at[0]
    ):
        before = lines.original[last.start_mark.line]
        if _COLON_WITHOUT_SPACE.match(before):
            return Told(
                last.start_mark.line,
                last.start_mark.column,
                "no space after the colon",
                "write `key: value`",
            )
        return Told(
            *at,
            f"`{line.strip()}` goes on with the value in the line before",
            "check the indentation: keys of one mapping begin in the same column",
        )
    return Told(*at, "a second colon stands in one value", _QUOTES_HINT)


def _arabic_comma(at: tuple[int, int], start: tuple[int, int], lines: Lines) -> Told | None:
    """The comma of an Arabic keyboard in the entry of a flow collection that ends at the fault."""
    entry = [*lines.original[start[0] : at[0]], lines.original[at[0]][: at[1] + 1]]
    entry[0] = " " * start[1] + entry[0][start[1] :]
    blanked = _QUOTED.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), "\n".join(entry))
    begin = max(map(blanked.rfind, ",[{"))
    place = blanked.find(ARABIC_COMMA, begin)
    if place < 0:
        return None
    line = blanked.count("\n", 0, place)
    column = place - blanked.rfind("\n", 0, place) - 1
    message = f"`{ARABIC_COMMA}` does not part the entries of a mapping or a list"
    return Told(start[0] + line, column, message, COMMA_HINT, entry=start)


def _opened_before(at: tuple[int, int], lines: Lines) -> tuple[int, int] | None:
    """The nearest bracket before a place that nothing before it closes."""
    depth = 0
    for number in range(at[0], -1, -1):
        line = _QUOTED.sub(lambda found: " " * len(found[0]), lines.original[number])
        end = at[1] if number == at[0] else len(line)
        for column in range(end - 1, -1, -1):
            if line[column] in "]}":
                depth += 1
            elif line[column] in "[{":
                if not depth:
                    return number, column
                depth -= 1
    return None


def _within_brackets(at: tuple[int, int], start: tuple[int, int], lines: Lines) -> Told:
    line = lines.original[at[0]]
    opening = lines.original[start[0]][start[1] : start[1] + 1]
    if opening not in ("[", "{"):  # the parser waits for a value and keeps no bracket in mind
        start = _opened_before(at, lines) or start
        opening = lines.original[start[0]][start[1] : start[1] + 1]
    if (comma := _arabic_comma(at, start, lines)) is not None:
        return comma
    closing = "]" if opening == "[" else "}"
    rest = line[at[1] :]
    if at[0] != start[0] or closing not in rest:
        return Told(
            *start,
            f"`{opening}` is not closed with `{closing}`",
            f"close it; a text that begins with `{opening}` must stand in quotes",
        )
    if rest.startswith(":"):
        return Told(*at, "a second colon stands in one value", _QUOTES_HINT, entry=start)
    return Told(
        *at,
        f"`{rest.partition(closing)[0].strip()}` does not fit in here",
        "a text with commas, colons or quotation marks must stand in quotes",
        entry=start,
    )


def _does_not_fit(at: tuple[int, int], line: str, last: Any, mapping: bool) -> Told:
    if last is not None and last.style in ('"', "'") and last.end_mark.line == at[0]:
        return Told(
            *at,
            "text stands after the closing quotation mark",
            "put the whole value in one pair of quotes; `''` is an apostrophe in single quotes",
        )
    before = line[: at[1]].rstrip()
    if before.endswith(("]", "}")):
        return Told(
            *at,
            f"text stands after the closing `{before[-1]}`",
            "a text that begins with `[` or `{` must stand in quotes",
        )
    what = "keys of one mapping" if mapping else "items of one list"
    shown = line.strip()
    shown = shown if len(shown) <= 60 else shown[:59] + "…"  # noqa: PLR2004 - one line's worth
    return Told(
        *at,
        f"`{shown}` does not fit in here",
        f"check the indentation: {what} begin in the same column",
    )
