"""What a run did: the files it made, what it found, and what it held back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics, Severity

if TYPE_CHECKING:
    from letterkit.batch.files import Settled
    from letterkit.diagnostics import Diagnostic, Origin


@dataclass(frozen=True, slots=True)
class Made:
    """One file: which letter, to whom, in which language, and what its fate was.

    `locale` joins the two of a letter in two languages: `en+ar`. `combined` names all addressees of
    a file that holds many letters.
    """

    letter: str
    addressee: str
    locale: str
    format: str
    settled: Settled
    combined: tuple[str, ...] = ()


@dataclass(slots=True)
class Report:
    """What a run did: the files it made, what was found, and what was held back."""

    made: list[Made] = field(default_factory=list)
    problems: Diagnostics = field(default_factory=Diagnostics)
    held_back: list[tuple[str, str, str]] = field(default_factory=list)
    """Letter, addressee and locale of each document that a fault kept from being written."""
    rows: dict[tuple[str, str], Origin] = field(default_factory=dict)
    """The rows of tables, by the letter and the addressee that they stand for."""

    def reasons(self) -> dict[tuple[str, str], Diagnostic]:
        """For each of these rows that has one, the first fault in it."""
        faults: dict[Origin, Diagnostic] = {}
        for found in self.problems if self.rows else ():
            if found.severity is Severity.ERROR and found.origin is not None:
                faults.setdefault(replace(found.origin, column=1), found)
        return {who: faults[row] for who, row in self.rows.items() if row in faults}
