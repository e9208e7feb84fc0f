"""Which parts come into a letter, and through which others: places resolved to their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from letterkit.merge.makers import ADDRESSED, MAKERS
from letterkit.template.entries import PartUse
from letterkit.template.nodes import expressions_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from letterkit.template.entries import Conditions
    from letterkit.template.expressions import Expression
    from letterkit.template.words import Part

DEFAULT = "default"
"""What the words of a part call that which the kit would have made there."""

_ADDRESSEE_NAMES = frozenset({"addressee", "addressees"})


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a structure by their ids, the words by the names of their parts.

    A place and a part may have the same name and not be the same: a place is looked for first.
    """

    uses: Mapping[str, PartUse]
    words: Mapping[str, Part]
    conditions: Mapping[str, Conditions]

    def find(self, identity: str) -> PartUse | None:
        """The place of an id, else one for words that no structure names; None for neither."""
        use = self.uses.get(identity)
        if use is None and identity in self.words:
            return PartUse(identity, identity, self.words[identity].origin)
        return use

    def within(self) -> frozenset[str]:
        """The ids of the places that words set into their sentences."""
        return frozenset(name for part in self.words.values() for name in part.parts)

    def placed(self) -> list[PartUse]:
        """The places that stand by themselves, in their order."""
        within = self.within()
        return [use for use in self.uses.values() if use.id not in within]

    def reached(self) -> list[PartUse]:
        """All places that come into the letter, by themselves or within sentences."""
        found: dict[str, PartUse] = {}
        for use in self.placed():
            found |= {inner.id: inner for inner in self._from(use)}
        return list(found.values())

    def differs(self, use: PartUse) -> bool:
        """Whether what stands in a place may differ from addressee to addressee."""
        return any(self._differs_itself(inner) for inner in self._from(use))

    def expressions(self, use: PartUse) -> Iterator[Expression]:
        """Those of a place's words, and of the conditions that it stands under."""
        if (part := self.words.get(use.name)) is not None:
            yield from expressions_in(part.blocks)
        if (conditions := self.conditions.get(use.id)) is not None:
            yield from filter(None, (conditions.when, conditions.each))

    def made_by_the_kit(self, use: PartUse) -> bool:
        """Whether what the kit makes of data stands in a place, alone or among words."""
        part = self.words.get(use.name)
        return use.name in MAKERS and (part is None or DEFAULT in part.names)

    def _differs_itself(self, use: PartUse) -> bool:
        if use.name in ADDRESSED and self.made_by_the_kit(use):
            return True
        return any(each.names & _ADDRESSEE_NAMES for each in self.expressions(use))

    def _from(self, use: PartUse) -> Iterator[PartUse]:
        """A place and those within it, each once."""
        found = {use.id: use}
        waiting = [use]
        while waiting:
            here = waiting.pop()
            yield here
            part = self.words.get(here.name)
            for identity in sorted(part.parts) if part else ():
                inner = self.find(identity)
                if inner is not None and identity not in found:
                    found[identity] = inner
                    waiting.append(inner)
