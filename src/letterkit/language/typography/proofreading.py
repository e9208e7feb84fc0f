"""Puts the rules together: all that is wrong with a stretch of words, and the stretch mended."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from letterkit.language.typography.characters import check_characters, check_unseen
from letterkit.language.typography.damage import check_damage
from letterkit.language.typography.figures import check_figures
from letterkit.language.typography.findings import HIDDEN, Finding, Passage
from letterkit.language.typography.quotation import check_quotation_marks
from letterkit.language.typography.remains import check_remains
from letterkit.language.typography.repetition import check_repetition
from letterkit.language.typography.spacing import check_parts_of_words, check_spaces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from letterkit.language.profile import Profile

_IN_ANY_LANGUAGE = (check_remains, check_damage, check_unseen)
_RULES = (
    *_IN_ANY_LANGUAGE,
    check_parts_of_words,
    check_quotation_marks,
    check_characters,
    check_figures,
    check_repetition,
    check_spaces,
)
_MOST_ROUNDS = 8
"""How often a text is read again after it was mended: what was mended may show another fault."""


def proofread(
    passage: Passage, *, any_language: bool = False, unseen: bool = False
) -> list[Finding]:
    """What is wrong with a passage, from its beginning on, no two findings over one another.

    `any_language` asks only for what is wrong in every language: of a name that stands once for
    all of them nobody knows how it is set. `unseen` asks only for what cannot be seen, as in a
    telephone number.
    """
    rules: Iterable[Callable[[Passage], Iterator[Finding]]] = (
        _IN_ANY_LANGUAGE if any_language else _RULES
    )
    if unseen:
        rules = (check_unseen,)
    found: list[Finding] = []
    for rule in rules:
        for finding in rule(passage):
            if HIDDEN not in passage.text[finding.start : finding.end]:
                _put_in(found, finding)
    return found


def with_replacements(text: str, findings: Iterable[Finding]) -> str:
    """A text with every finding mended that is certain."""
    made = ""
    done = 0
    for finding in findings:
        if finding.certain and finding.replacement is not None:
            made += text[done : finding.start] + finding.replacement
            done = finding.end
    return made + text[done:]


def mended(text: str, profile: Profile, *, any_language: bool = False) -> str:
    """A text in which nothing is left that can be mended with certainty."""
    for _ in range(_MOST_ROUNDS):
        better = with_replacements(
            text, proofread(Passage(text, profile), any_language=any_language)
        )
        if better == text:
            break
        text = better
    return text


def _put_in(found: list[Finding], finding: Finding) -> None:
    """Put a finding among others, which are in order and none over another, if it fits there."""
    place = bisect_left(found, _span(finding), key=_span)
    for at in range(place - 1, -1, -1):
        if found[at].end < finding.start:
            break
        if _collide(finding, found[at]):
            return
    for at in range(place, len(found)):
        if found[at].start > finding.end:
            break
        if _collide(finding, found[at]):
            return
    found.insert(place, finding)


def _span(finding: Finding) -> tuple[int, int]:
    return finding.start, finding.end


def _collide(one: Finding, other: Finding) -> bool:
    """Whether two findings touch the same characters, or insert at the same place."""
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end
