"""What is added to a designer's package: parts of ours, under names and numbers that are free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.letterhead.model import StoryPart
from letterkit.letterhead.packaging import relationship
from letterkit.ooxml.namespaces import WORD_MIME

if TYPE_CHECKING:
    from letterkit.letterhead.container import Container


class Additions:
    """Names the parts that a package gets, and relates the document to them.

    `relation` is the number of the next relation, `relations` are those made so far, as elements,
    and `types` the content types of their parts. The headers and footers of a letter have theirs
    from the writer, unless they are `related` here.
    """

    def __init__(self, container: Container, relation: int) -> None:
        self.relation = relation
        self.relations = ""
        self.types: dict[str, str] = {}
        self._container = container
        self._names: set[str] = set()

    def part(self, kind: str) -> str:
        """Relate the document to a part of this kind that the file lacks; gives its name."""
        name = self._free_name(kind)
        self._relate(self._next_relation(), kind, name)
        return f"word/{name}.xml"

    def story(
        self,
        kind: str,
        page: str,
        stem: str = "",
        *,
        other_first: bool = False,
        related: bool = False,
    ) -> StoryPart:
        """A header or footer for pages of this sort; `stem` begins its name, else its kind does."""
        name = self._free_name(stem or kind)
        story = StoryPart(name, self._next_relation(), kind, page, other_first)
        if related:
            self._relate(story.relation, kind, name)
        return story

    def _next_relation(self) -> int:
        self.relation += 1
        return self.relation - 1

    def _free_name(self, stem: str) -> str:
        """A name for a part below `word/`, without `.xml`, that no other has."""
        number, name = 0, stem
        if stem in {"header", "footer"}:
            number, name = 1, f"{stem}1"
        while f"word/{name}.xml" in self._container or name in self._names:
            number += 1
            name = f"{stem}{number}"
        self._names.add(name)
        return name

    def _relate(self, number: int, kind: str, name: str) -> None:
        self.relations += relationship(number, kind, f"{name}.xml")
        self.types[f"word/{name}.xml"] = f"{WORD_MIME}.{kind}+xml"
