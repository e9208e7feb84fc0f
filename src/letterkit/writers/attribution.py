"""Who said the words of a quotation, as every format prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.document import Text, plain_text

if TYPE_CHECKING:
    from letterkit.document import Inline, Quotation

DASH: Final = "— "
_DASHES: Final = ("—", "–", "―", "-")


def needs_dash(quotation: Quotation) -> bool:
    """Whether the speaker is to be set off by a dash that the words do not bring."""
    return not plain_text(quotation.attribution).lstrip().startswith(_DASHES)


def attribution_line(quotation: Quotation) -> tuple[Inline, ...]:
    """The speaker behind a dash, where the words do not bring one; empty where none is named."""
    speaker = quotation.attribution
    return (Text(DASH), *speaker) if speaker and needs_dash(quotation) else speaker
