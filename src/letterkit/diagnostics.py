"""What letterkit tells a person about a fault: where it is, what it is, how to mend it.

Every reader of a user's files collects diagnostics and goes on, so that all faults of a run are
told at once. Position and hint are fields, never parts of a message.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Severity(StrEnum):
    """How much a finding weighs: only an error holds back a document."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A place in a file of the user's: path as given, line and column counted from 1.

    In a workbook, which has a `sheet`, they are those of a cell, and are shown as people know them:
    `donors.xlsx, sheet “Donors”, C12`.
    """

    path: str
    line: int = 1
    column: int = 1
    sheet: str = ""

    def __str__(self) -> str:
        if self.sheet:
            return f"{self.path}, sheet “{self.sheet}”, {self.cell}"
        return f"{self.path}:{self.line}:{self.column}"

    @property
    def source(self) -> tuple[str, str]:
        """The file, and the sheet of a workbook."""
        return self.path, self.sheet

    @property
    def cell(self) -> str:
        """The name of a cell of a workbook: `C12` for line 12 and column 3."""
        return f"{column_letters(self.column)}{self.line}"

    def shifted(self, columns: int) -> Origin:
        """The place `columns` characters further on in the same line; a cell is one place."""
        if self.sheet:
            return self
        return Origin(self.path, self.line, self.column + columns)


def column_letters(column: int) -> str:
    """What a workbook calls a column, counted from 1: `A`, `Z`, `AA`."""
    letters = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about a user's input.

    `message` is lower-case, names the offending value in backquotes and ends without a full stop;
    `hint` says what to do about it, in the same manner.
    """

    severity: Severity
    message: str
    origin: Origin | None = None
    hint: str | None = None


class Diagnostics:
    """What has been found so far, in the order found, each finding once."""

    def __init__(self, found: Iterable[Diagnostic] = ()) -> None:
        self._found: dict[Diagnostic, None] = dict.fromkeys(found)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    @property
    def has_errors(self) -> bool:
        """Whether anything found so far holds a document back."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self._found)

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep one finding."""
        self._found[diagnostic] = None

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep several findings."""
        for diagnostic in diagnostics:
            self.add(diagnostic)

    def error(self, message: str, origin: Origin | None = None, hint: str | None = None) -> None:
        """Tell of a fault that holds a document back."""
        self.add(Diagnostic(Severity.ERROR, message, origin, hint))

    def warning(self, message: str, origin: Origin | None = None, hint: str | None = None) -> None:
        """Tell of something that is probably not meant."""
        self.add(Diagnostic(Severity.WARNING, message, origin, hint))

    def note(self, message: str, origin: Origin | None = None, hint: str | None = None) -> None:
        """Tell of something the user may want to know."""
        self.add(Diagnostic(Severity.NOTE, message, origin, hint))

    def sorted(self) -> list[Diagnostic]:
        """By file, sheet, line and column; findings without a place last."""
        placeless = Origin("\U0010ffff")

        def order(diagnostic: Diagnostic) -> tuple[str, str, int, int]:
            at = diagnostic.origin or placeless
            return (at.path, at.sheet, at.line, at.column)

        return sorted(self._found, key=order)


class LetterkitError(Exception):
    """The one root of letterkit's exceptions; carries what was found and the exit code.

    Raised only where nothing can go on; wherever a reader can recover it collects instead.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, origin: Origin | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.diagnostic = Diagnostic(Severity.ERROR, message, origin, hint)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """A hint that names the known word nearest to `word`, else lists the known ones.

    None where nothing is known.
    """
    words = list(dict.fromkeys(known))
    if not words:
        return None
    if "،" in word:  # two words of a list, which an Arabic keyboard has parted
        return "write `,`, not `،`"
    close = get_close_matches(word, words, n=1, cutoff=0.6)
    if close:
        return f"did you mean `{close[0]}`?"
    return "known: " + ", ".join(f"`{name}`" for name in sorted(words))
