"""Words in a file with the place of every character, so that each can be told of and mended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

from letterkit.language.typography.findings import Passage
from letterkit.language.typography.proofreading import proofread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.diagnostics import Origin
    from letterkit.language.profile import Profile
    from letterkit.language.typography.findings import Finding

Span = tuple[int, int]
"""From where to where in a file a character was written: an escape takes several."""


class Style(Enum):
    """How the characters of a stretch are written in their file."""

    WORDS = "words"
    PLAIN = "plain"
    SINGLE_QUOTED = "single"
    DOUBLE_QUOTED = "double"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph or a phrase of data, as it prints.

    `spans[i]` is where the character `text[i]` was written, None where nobody can say; `origin` is
    where the whole begins. See `Passage` for `HIDDEN` in `text` and for `continues`, `proofread`
    for `any_language` and `unseen`.
    """

    text: str
    spans: Sequence[Span | None]
    origin: Origin
    profile: Profile
    style: Style
    any_language: bool = False
    unseen: bool = False
    continues: bool = False

    def findings(self) -> list[Finding]:
        """What is wrong with it."""
        passage = Passage(self.text, self.profile, continues=self.continues)
        return [
            finding
            for finding in proofread(passage, any_language=self.any_language, unseen=self.unseen)
            # Spaces may stand on both sides of what does not print.
            if finding.rule != "double-space" or self.written(finding) is not None
        ]

    def written(self, finding: Finding) -> Span | None:
        """Where the characters of a finding stand in the file; None where they are not together."""
        begin, end = finding.start, finding.end
        if begin == end:
            before = self.spans[begin - 1] if begin else None
            after = self.spans[begin] if begin < len(self.spans) else None
            if before and after and before[1] != after[0]:
                return None
            place = before[1] if before else after[0] if after else None
            return None if place is None else (place, place)
        found = list(self.spans[begin:end])
        for one, other in pairwise(found):
            if one is None or other is None or one[1] != other[0]:
                return None
        first, last = found[0], found[-1]
        return (first[0], last[1]) if first and last else None

    def place(self, finding: Finding) -> int | None:
        """Where in the file a finding begins, whether or not its characters stand together."""
        for offset in range(finding.start, len(self.spans)):
            if (span := self.spans[offset]) is not None:
                return span[0]
        before = self.spans[finding.start - 1] if finding.start else None
        return before[1] if before else None
