"""Whether those who sign a letter have agreed to sign it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.letter.version import Stage
from letterkit.people.loading import signatories_of
from letterkit.sources.schema import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letterkit.diagnostics import Diagnostics
    from letterkit.letter import Letter
    from letterkit.letter.version import Version
    from letterkit.people.loading import SignatoryList


def check_consents(
    letter: Letter, lists: Iterable[SignatoryList], version: Version, problems: Diagnostics
) -> None:
    """Tell of everybody who signs and has not agreed to sign this letter.

    A draft is what people are asked with, so it is only told of there. Members that stand under a
    coalition sign through it.
    """
    if letter.data.consent_is_elsewhere:
        return
    tell = problems.warning if version.stage is Stage.DRAFT else problems.error
    for signatory in signatories_of(lists):
        if signatory.withdrawn or any(each.letter == letter.name for each in signatory.consent):
            continue
        _, name = signatory.name.anywhere()
        tell(
            f"`{excerpt(name)}` has not agreed to sign `{letter.name}`",
            name.origin,
            f"add `consent: {{letter: {letter.name}, by: …, date: …}}`, or to the letter"
            " `consent: elsewhere`, where such records are kept elsewhere",
        )
