"""Which headings a page has: one of the first level, and below it none that skips a level.

A screen reader's user finds the way by headings, so their levels say how the page is built, not
how large they are printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from letterkit.document import Heading, Paragraph, Role, every_block
from letterkit.writers.html.inlines import prints_something

if TYPE_CHECKING:
    from letterkit.document import Document

_DEEPEST: Final = 6


@dataclass(frozen=True, slots=True)
class Outline:
    """The levels of a page's headings.

    `main` is what the page's one heading of the first level is: a role, the level of a heading of
    the text, or None where nothing of the letter is and its title must stand for it. `used` are
    the levels of all other headings of the text, from `top` on; a headline that is one of several
    is of level `headlines`. In a document of articles, a heading of a group is within its article.
    """

    main: Role | int | None
    used: tuple[int, ...]
    top: int
    headlines: int = 2
    articles: bool = False

    def level(self, heading: Heading) -> int:
        """The level on the page of a heading of the text."""
        if heading.level == self.main:
            return 1
        rank = self.used.index(heading.level) if heading.level in self.used else 0
        return min(self.top + rank, _DEEPEST)

    def role_level(self, role: Role) -> int | None:
        """The level of a paragraph with this role, None where it is no heading."""
        if role is self.main:
            return 1
        groups = self.top + 1 if self.articles else self.top
        return {Role.HEADLINE: self.headlines, Role.GROUP_HEADING: groups}.get(role)


def outline_of(document: Document) -> Outline:
    """The outline: a sole headline is the main heading, else a sole subject line.

    Of several headlines, as in a newsletter, none is above the others.
    """
    headings: list[int] = []
    roles: list[Role] = []
    articles = False
    for block in every_block(document.blocks):
        if isinstance(block, Heading):
            headings.append(block.level)
            articles = articles or bool(block.anchor)
        elif isinstance(block, Paragraph) and prints_something(block.inlines):
            roles.append(block.role)
    used = tuple(sorted(set(headings)))
    headlines = roles.count(Role.HEADLINE)
    if headlines > 1:
        return Outline(None, used, top=3, articles=articles)
    if headlines:
        return Outline(Role.HEADLINE, used, top=2, articles=articles)
    if roles.count(Role.SUBJECT_LINE) == 1 and not articles:
        return Outline(Role.SUBJECT_LINE, used, top=2)
    if headings.count(1) == 1 and headings[0] == 1 and not articles:
        return Outline(1, used[1:], top=2)
    return Outline(None, used, top=2, articles=articles)
