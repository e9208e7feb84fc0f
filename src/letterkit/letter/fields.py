"""Fields of a letter's data: locales and lists of names."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, PlainValidator

from letterkit.language.locale_file import normalized
from letterkit.people.localized import PlainText, locale_name
from letterkit.sources.nodes import DataText

PREFERRED = "preferred"
"""Instead of a locale: that of each addressee."""


def _locale(node: object) -> DataText:
    if isinstance(node, DataText) and normalized(node) == PREFERRED:
        return DataText(PREFERRED, node.origin)
    return locale_name(node)


def several(node: object) -> object:
    """A single text where a list is meant: one name needs no brackets."""
    return [node] if isinstance(node, DataText) else node


Locale = Annotated[DataText, PlainValidator(_locale)]
Names = Annotated[tuple[PlainText, ...], BeforeValidator(several)]
