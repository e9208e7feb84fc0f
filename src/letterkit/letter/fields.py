"""Fields of a letter's data: locales, lists of names, marks."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, PlainValidator, ValidationInfo

from letterkit.language import casing
from letterkit.language.locale_file import normalized
from letterkit.language.vocabulary import DELIVERIES
from letterkit.people.localized import (
    LocalizedText,
    PlainText,
    locale_name,
    tell_of_misspelt_key,
    validated,
)
from letterkit.sources.nodes import DataText
from letterkit.sources.schema import excerpt, fault, origin_of, truth_of

PREFERRED = "preferred"
"""Instead of a locale: that of each addressee."""
_MEANT_AS_TRUTH = frozenset({"true", "false", "yes", "no", "on", "off"})


def _locale(node: object) -> DataText:
    if isinstance(node, DataText) and normalized(node) == PREFERRED:
        return DataText(PREFERRED, node.origin)
    return locale_name(node)


def _delivery(node: object, info: ValidationInfo) -> LocalizedText:
    """A key of the vocabulary or words of the data's own; tells where a key is misspelt."""
    text = validated(node, info)
    tell_of_misspelt_key(text, DELIVERIES, "delivery", info)
    return text


def _confidentiality(node: object, info: ValidationInfo) -> LocalizedText | bool:
    """Whether the letter is confidential, or in which words it says so."""
    if (found := truth_of(node)) is not None:
        return found
    if isinstance(node, DataText) and casing.lower(node, "en") in _MEANT_AS_TRUTH:
        raise fault(
            f"`{excerpt(node)}` is neither true nor false",
            "write `true` or `false`, or the words that mark the letter",
            origin_of(node),
        )
    return validated(node, info)


def several(node: object) -> object:
    """A single text where a list is meant: one name needs no brackets."""
    return [node] if isinstance(node, DataText) else node


Locale = Annotated[DataText, PlainValidator(_locale)]
Delivery = Annotated[LocalizedText, PlainValidator(_delivery)]
Confidentiality = Annotated[LocalizedText | bool, PlainValidator(_confidentiality)]
Names = Annotated[tuple[PlainText, ...], BeforeValidator(several)]
