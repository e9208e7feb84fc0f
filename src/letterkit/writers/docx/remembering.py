"""Makes fragments of blocks, and remembers those of the last letter for the next one."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from letterkit.document import Paragraph, Role
from letterkit.writers.docx.blocks import fragment_of, leads_to, story_fragment
from letterkit.writers.docx.paragraphs import Context
from letterkit.writers.docx.runs import ALONE, Combined

if TYPE_CHECKING:
    from letterkit.document import Block, Document
    from letterkit.language.profile import Profile
    from letterkit.letterhead import Letterhead
    from letterkit.writers.docx.fragments import Fragment

_HEADER_RULE: Final = (
    '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="6" w:color="808080"/></w:pBdr>'
)

Remembered = dict[tuple[int, bool], "tuple[Block, Fragment]"]
Told = tuple["Fragment | None", "Fragment | None", "Fragment | None"]
"""The header, the continuation and the footer of a letter; None for what it does not have."""


class Remembering:
    """The fragments of one letter after another, on one letterhead.

    They are remembered by the identity of their blocks, so letters that share blocks (all but the
    address, in most mailings) cost little more than their compression. `signs` draws the signatures
    of released letters.
    """

    def __init__(
        self,
        profile: Profile,
        letterhead: Letterhead,
        *,
        combined: Combined = ALONE,
        signs: bool = False,
    ) -> None:
        self._places = letterhead.stories
        self._context = Context(
            profile.direction,
            letterhead.text_width,
            letterhead.text_height,
            sheet=letterhead.sheet,
            lists=letterhead.lists,
            combined=combined,
            signs=signs,
        )
        self._aside = replace(self._context, anchored=False)
        self._fragments: Remembered = {}
        self._stories: dict[str, tuple[tuple[Block, ...], Fragment]] = {}

    def body(self, document: Document) -> list[Fragment]:
        """The fragments of the body; those of the last document are used again.

        The block is kept with its fragment: an identity means nothing once its object is gone.
        """
        remembered, self._fragments = self._fragments, {}
        fragments: list[Fragment] = []
        marks = () if self._places.header else marks_of(document)
        blocks = (*marks, *document.blocks)
        for block, follower in zip_longest(blocks, blocks[1:]):
            keep = follower is not None and leads_to(block, follower)
            key = (id(block), keep)
            entry = remembered.get(key)
            if entry is None:
                context = self._aside if marks and block in marks else self._context
                entry = (block, fragment_of(block, context, keep_next=keep))
            self._fragments[key] = entry
            fragments.append(entry[1])
        return fragments

    def stories(self, document: Document) -> Told:
        """What stands at the head and the foot of the pages, where it is not the letterhead's."""
        places = self._places
        return (
            self._story("header", document.header, _HEADER_RULE) if places.header else None,
            self._story("continuation", document.continuation, _HEADER_RULE)
            if places.continuation
            else None,
            self._story("footer", document.footer) if places.footer else None,
        )

    def _story(self, name: str, blocks: tuple[Block, ...], rule: str = "") -> Fragment | None:
        if not blocks:
            return None
        remembered = self._stories.get(name)
        if remembered is None or remembered[0] != blocks:
            remembered = (blocks, story_fragment(blocks, self._aside, rule))
            self._stories[name] = remembered
        return remembered[1]


def marks_of(document: Document) -> tuple[Block, ...]:
    """The mark of a document's stage, which stands in its header."""
    return tuple(
        block
        for block in document.header
        if isinstance(block, Paragraph) and block.role is Role.EMBARGO
    )
