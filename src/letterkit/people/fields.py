"""Fields that people's data and letters have in common: dates and truth values."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import PlainValidator

from letterkit.language.dates import DateError, parse_date
from letterkit.sources.nodes import DataText
from letterkit.sources.schema import excerpt, fault, origin_of, truth_of


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


Date = Annotated[date, PlainValidator(_date)]
Truth = Annotated[bool, PlainValidator(_truth)]
