"""Which other letters a letter is composed of, as a newsletter is."""

from __future__ import annotations

from pydantic import model_validator

from letterkit.people.localized import Localized, PlainText
from letterkit.sources.nodes import DataMapping, DataText
from letterkit.sources.schema import DataModel


class ComposedData(DataModel):
    """Another letter of the workspace, by the name of its folder, and what is said about it.

    `title` stands over it instead of its own headline, and `introduction` as a paragraph before it.
    A name alone is an entry too.
    """

    letter: PlainText
    title: Localized | None = None
    introduction: Localized | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_a_name(cls, node: object) -> object:
        if not isinstance(node, DataText):
            return node
        entry = DataMapping(node.origin)
        entry[DataText("letter", node.origin)] = node
        return entry
