"""What a letter to the press says besides: its embargo, and the words of others that it quotes."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import PlainValidator

from letterkit.language.dates import DateError, parse_date
from letterkit.people.localized import Localized
from letterkit.sources.nodes import DataText
from letterkit.sources.schema import DataModel, excerpt, fault, origin_of

_TIME = re.compile(r"[ T][0-9]{2}:[0-9]{2}")


def _moment(node: object) -> datetime:
    text = str(node) if isinstance(node, DataText) else ""
    for form in ("%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M"):
        try:
            # The zone is a field of its own, which the view joins to it.
            return datetime.strptime(text, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    raise fault(f"`{excerpt(node)}` is not a day and time", _why_no_moment(text), origin_of(node))


def _why_no_moment(text: str) -> str:
    day, time = text[: len("2016-02-24")], text[len("2016-02-24") :]
    if _TIME.fullmatch(time):
        try:
            parse_date(day)
        except DateError as error:
            return str(error)
    return "write them as in `2016-02-24 10:00`"


def _zone(node: object) -> ZoneInfo:
    try:
        return ZoneInfo(str(node) if isinstance(node, DataText) else "")
    except (ValueError, OSError, KeyError):
        raise fault(
            f"`{excerpt(node)}` is no time zone",
            "write its name in the IANA database, as in `Europe/Istanbul`",
            origin_of(node),
        ) from None


Moment = Annotated[datetime, PlainValidator(_moment)]
Zone = Annotated[ZoneInfo, PlainValidator(_zone)]


class EmbargoData(DataModel):
    """Until when nothing may be published; `place` is whose time that is, in words."""

    until: Moment
    zone: Zone
    place: Localized

    @property
    def moment(self) -> datetime:
        """The moment in its own zone."""
        return self.until.replace(tzinfo=self.zone)


class QuotationData(DataModel):
    """The words of somebody else: one place for all the letters' sentences that quote them."""

    speaker: Localized
    office: Localized | None = None
    words: Localized
