"""Fields of a letter's data: dates, truth values, locales, lists of names."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, PlainValidator

from letterkit.language.dates import DateError, parse_date
from letterkit.language.locale_file import normalized
from letterkit.people.localized import PlainText, locale_name
from letterkit.sources.nodes import DataText
from letterkit.sources.schema import excerpt, fault, origin_of, truth_of

PREFERRED = "preferred"
"""Instead of a locale: that of each addressee."""


def _date(node: object) -> date:
    try:
        return parse_date(str(node) if isinstance(node, DataText) else "")
    except DateError as error:
        raise fault(f"`{excerpt(node)}` is not a date", str(error), origin_of(node)) from None


def _truth(node: object) -> bool:
    if (found := truth_of(node)) is not None:
        return found
    raise fault(
        f"`{excerpt(node)}` is neither true nor false", "write `true` or `false`", origin_of(node)
    )


def _locale(node: object) -> DataText:
    if isinstance(node, DataText) and normalized(node) == PREFERRED:
        return DataText(PREFERRED, node.origin)
    return locale_name(node)


def several(node: object) -> object:
    """A single text where a list is meant: one name needs no brackets."""
    return [node] if isinstance(node, DataText) else node


Date = Annotated[date, PlainValidator(_date)]
Truth = Annotated[bool, PlainValidator(_truth)]
Locale = Annotated[DataText, PlainValidator(_locale)]
Names = Annotated[tuple[PlainText, ...], BeforeValidator(several)]
