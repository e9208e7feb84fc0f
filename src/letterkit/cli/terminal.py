"""What the terminal shows: diagnostics with their place first, colours where they are wanted.

Results go to stdout, everything else to stderr.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letterkit.diagnostics import Diagnostic, Origin, Severity
from letterkit.language.bidi import isolate, value_direction

if TYPE_CHECKING:
    from collections.abc import Iterable

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_STEERING = frozenset("\x1b\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_NAMED = re.compile(r"`[^`]*`")


def prepare_streams() -> None:
    """Let the terminal take every language, whatever the system thinks of its encoding."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def is_terminal() -> bool:
    """Whether somebody is there who can be asked: questions go to stderr, answers come by stdin."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def colours_wanted() -> bool | None:
    """False where NO_COLOR is set (no-color.org), else None: click looks at the terminal."""
    return False if os.environ.get("NO_COLOR") else None


def say(text: str) -> None:
    """Tell something that is not a result."""
    click.echo(text, err=True, color=colours_wanted())


def result(text: str) -> None:
    """Print a result."""
    click.echo(text, color=colours_wanted())


def show(diagnostics: Iterable[Diagnostic], root: Path | None = None) -> None:
    """Print diagnostics to stderr; `root` is the folder that their paths are relative to."""
    for diagnostic in diagnostics:
        place = f"{place_of(diagnostic.origin, root)}: " if diagnostic.origin else ""
        severity = click.style(f"{diagnostic.severity}:", fg=_COLOURS[diagnostic.severity])
        say(f"{place}{severity} {readable(diagnostic.message)}")
        if diagnostic.hint:
            say(f"    hint: {readable(diagnostic.hint)}")


def place_of(origin: Origin, root: Path | None) -> str:
    """`file:line:column`, the file as seen from the current folder, so that editors find it.

    Of a workbook, file, sheet and cell.
    """
    path = origin.path
    if root is not None and not Path(path).is_absolute():
        path = from_here(root / path)
    if origin.sheet:
        return f"{readable(path)}, sheet “{readable(origin.sheet)}”, {origin.cell}"
    return f"{readable(path)}:{origin.line}:{origin.column}"


def from_here(path: Path) -> str:
    """A path as seen from the current folder; whole where there is no way from here."""
    try:
        return os.path.relpath(path)
    except (OSError, ValueError):  # the folder we are in is gone; another drive, on Windows
        return str(path)


def readable(text: str) -> str:
    """Text that neither moves the cursor nor turns the line around.

    Control characters are shown by their number; what runs from right to left is isolated, so
    that a terminal which cannot order Arabic still shows the sentence around it.
    """
    shown = "".join(
        f"\\u{ord(character):04x}"
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        and character not in "\u200c\u200d"  # joiners belong to Arabic and emoji spelling
        else character
        for character in text
    )
    isolated = _NAMED.sub(
        lambda named: isolate(named[0]) if value_direction(named[0]) == "rtl" else named[0], shown
    )
    if isolated == shown and any(
        unicodedata.bidirectional(character) in {"R", "AL"} for character in shown
    ):
        return isolate(shown)
    return isolated


def readable_diff(diff: str) -> str:
    """A unified diff in colours, with nothing in it that would steer the terminal."""
    colours = {"+": "green", "-": "red", "@": "cyan"}
    lines = []
    for line in diff.splitlines():
        shown = "".join(
            f"\\u{ord(character):04x}" if character in _STEERING else character
            for character in line
        )
        lines.append(click.style(shown, fg=colours.get(line[:1])))
    return "\n".join(lines)


def count_of(diagnostics: Iterable[Diagnostic]) -> str:
    """`2 errors, 1 warning`, or nothing where nothing was found."""
    severities = [diagnostic.severity for diagnostic in diagnostics]
    parts = []
    for severity in Severity:
        number = severities.count(severity)
        if number:
            parts.append(f"{number} {severity}{'' if number == 1 else 's'}")
    return ", ".join(parts)


def as_json(diagnostic: Diagnostic) -> dict[str, object]:
    """A diagnostic for `--json`: the same fields, the place taken apart."""
    origin = diagnostic.origin
    return {
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "path": origin.path if origin else None,
        "line": origin.line if origin else None,
        "column": origin.column if origin else None,
        "sheet": (origin.sheet or None) if origin else None,
    }
