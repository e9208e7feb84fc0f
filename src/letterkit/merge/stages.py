"""What the stage of a letter adds to it: its mark on the pages, and notes to reviewers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.diagnostics import LetterkitError
from letterkit.document import Block, Phrase, Role, Strong, Text
from letterkit.language.numbers import format_number
from letterkit.language.phrases import label
from letterkit.letter.version import Stage
from letterkit.merge.occasion import paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from letterkit.language.profile import Profile
    from letterkit.letter.version import Version


class NoteError(LetterkitError):
    """A note to reviewers stands in a letter that leaves the house."""


def stage_mark(profile: Profile, version: Version) -> tuple[Block, ...]:
    """The mark of a draft or of an embargo, in the language; nothing at other stages."""
    match version.stage:
        case Stage.DRAFT:
            number = Phrase.of(Text(format_number(profile, version.number)))
            return paragraph(label(profile, "draft", number=number), Role.EMBARGO)
        case Stage.EMBARGOED:
            return paragraph(label(profile, "embargoed"), Role.EMBARGO)
    return ()


def note_setter(profile: Profile, version: Version) -> Callable[[str], Phrase]:
    """The function that expressions call as `note("…")`, a note to reviewers.

    It prints in brackets while the letter is at work, and holds back one that leaves the house.
    """

    def note(words: str) -> Phrase:
        if version.leaves_the_house:
            raise NoteError(
                f"the note `{words}` is still there",
                hint="settle it and take it out before the letter is sent",
            )
        said = (Text("["), *label(profile, "note"), Text(f" {words}]"))
        return Phrase.of(Strong(said))

    return note
