"""A designer's headers, footers and notes: whether they can be used, and show anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from letterkit.letterhead import body, sections
from letterkit.ooxml.namespaces import RELATIONSHIPS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letterkit.diagnostics import Diagnostics, Origin
    from letterkit.letterhead.container import Relation


@dataclass(frozen=True, slots=True)
class ShownStories:
    """Whether the designer's headers and footers show something."""

    header: bool
    footer: bool


def shown_stories(
    stories: Iterable[tuple[Relation, Any]], root: Any, origin: Origin, problems: Diagnostics
) -> ShownStories | None:
    """Which of a document's headers and footers show something; None where one cannot be used.

    `stories` are their parts with the roots of these, `root` is that of the document.
    """
    shown: set[str] = set()
    fit = True
    for relation, story in stories:
        if body.has_changes(story):
            body.tell_of_changes(origin, problems)
            fit = False
        if body.holds_marker(story):
            problems.error(
                f"`{body.MARKER}` stands in a {relation.kind} of the letterhead",
                origin,
                "put it into the page itself",
            )
            fit = False
        if body.shows_something(story):
            shown.add(relation.id)
    found = {
        kind: any(
            reference.get(f"{{{RELATIONSHIPS}}}id") in shown
            for reference in sections.references(root, kind)
        )
        for kind in ("header", "footer")
    }
    return ShownStories(found["header"], found["footer"]) if fit else None
