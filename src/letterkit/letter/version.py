"""At which stage a letter is made: at work, a numbered draft, under embargo, or released.

Stages differ in marks and in file names, never in the text itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """How far a letter has come."""

    WORKING = "working"
    DRAFT = "draft"
    EMBARGOED = "embargoed"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class Version:
    """A stage, and of a draft its number."""

    stage: Stage = Stage.WORKING
    number: int = 0

    @property
    def file_suffix(self) -> str:
        """What the stage adds to the stem of a file's name: `.draft-3`."""
        match self.stage:
            case Stage.WORKING:
                return ""
            case Stage.DRAFT:
                return f".draft-{self.number}"
        return f".{self.stage}"

    @property
    def leaves_the_house(self) -> bool:
        """Whether others will read it, so that no note to reviewers may be left in it."""
        return self.stage in {Stage.EMBARGOED, Stage.RELEASED}


WORKING = Version()
