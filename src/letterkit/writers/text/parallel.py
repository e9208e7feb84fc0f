"""Letters in two languages as plain text: one below the other.

Side by side they could not be read: an editor orders each line as a whole, so in a line of two
directions the columns would change places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.writers.text.writer import TextWriter

if TYPE_CHECKING:
    from letterkit.document import Parallel
    from letterkit.language.profile import Profile

_RULE: Final = "-"
_WIDTH: Final = 72  # cells of a terminal, where lines are not wrapped


class ParallelTextWriter:
    """Writes letters in two languages as plain text, with a rule between them."""

    def __init__(self, first: Profile, second: Profile, wrap: int | None = None) -> None:
        self._writers = (TextWriter(first, wrap), TextWriter(second, wrap))
        self._rule = _RULE * (wrap or _WIDTH)

    def write(self, parallel: Parallel) -> str:
        """The whole letter in the first language, then in the second."""
        first, second = (
            writer.write(document)
            for writer, document in zip(self._writers, parallel.documents, strict=True)
        )
        return f"{first}\n{self._rule}\n\n{second}"
