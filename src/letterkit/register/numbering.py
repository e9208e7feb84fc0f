"""Gives a letter that there is its reference number: drawn, and written into its `letter.yaml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.diagnostics import LetterkitError, Origin
from letterkit.letter import LETTER_FILE
from letterkit.register.durable import write_durably
from letterkit.register.numbers import draw_reference
from letterkit.sources.amending import amended

if TYPE_CHECKING:
    from letterkit.diagnostics import Diagnostics
    from letterkit.letter import Letter
    from letterkit.letter.references import ReferencePattern
    from letterkit.register.database import Register


class NumberingError(LetterkitError):
    """A letter cannot be given a number."""


def number_letter(
    register: Register, pattern: ReferencePattern, letter: Letter, problems: Diagnostics
) -> str:
    """The reference of a letter: the one of the pattern that it has, else the next one.

    Raises:
        NumberingError: where it has a reference of another pattern, or cannot be read any more.
        AmendingError: where nothing can be put into its `letter.yaml`.
        RegisterError: where the register cannot be written.
    """
    given = letter.data.reference
    if given is not None and pattern.read(given) is None:
        raise NumberingError(
            f"the letter has the reference `{given}` already",
            given.origin,
            f"take it out, and it is given one like `{pattern.write(letter.data.date.year, 1)}`",
        )

    def put(reference: str) -> None:
        path = letter.folder / LETTER_FILE
        try:
            text = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise NumberingError("the file can no longer be read", Origin(str(path))) from error
        changes = {"reference": reference}
        made = amended(text, letter.origin.path, changes, after=("place", "date"))
        write_durably(path, made.encode())

    return draw_reference(register, pattern, letter.name, letter.data.date.year, put, problems)
