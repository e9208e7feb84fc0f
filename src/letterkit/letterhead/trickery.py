"""What of a designer's words is shown in another order than it is read in: refused.

The characters for it are those that are refused of any text (`letterkit.sources.hidden`); Word has
an element of its own besides, `w:bdo` (ECMA-376 Part 1, 17.3.2.3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from letterkit.letterhead.markup import w
from letterkit.sources.hidden import hidden_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letterkit.diagnostics import Diagnostics, Origin

_HINT: Final = "write these words anew in Word, and save the letterhead again"


def tell_of_trickery(roots: Iterable[Any], origin: Origin, problems: Diagnostics) -> None:
    """Tell of each character and element that reorders the words of a paragraph."""
    told: dict[str, None] = {}
    for root in roots:
        for paragraph in root.iter(w("p")):
            words = "".join(text.text or "" for text in paragraph.iter(w("t")))
            told |= dict.fromkeys(
                f"{found.message}, in the words of the letterhead"
                for found in hidden_in(words, data=False)
                if found.reorders
            )
        if next(root.iter(w("bdo")), None) is not None:
            told["the letterhead turns the order of words about (`w:bdo`)"] = None
    for message in told:
        problems.error(message, origin, _HINT)
