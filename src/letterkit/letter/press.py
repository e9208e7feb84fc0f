"""What a letter to the press says besides: its embargo, and the words of others that it quotes."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

from pydantic import PlainValidator, ValidationInfo

from letterkit.language.dates import DateError, parse_date
from letterkit.people.localized import Localized
from letterkit.sources.nodes import DataText
from letterkit.sources.schema import DataModel, excerpt, fault, origin_of, problems_of

if TYPE_CHECKING:
    from letterkit.diagnostics import Origin

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


def _zone(node: object, info: ValidationInfo) -> ZoneInfo:
    try:
        zone = ZoneInfo(str(node) if isinstance(node, DataText) else "")
    except (ValueError, OSError, KeyError):
        raise fault(
            f"`{excerpt(node)}` is no time zone",
            "write its name in the IANA database, as in `Europe/Istanbul`",
            origin_of(node),
        ) from None
    until = info.data.get("until")
    if isinstance(until, datetime):
        _check_clock(until, zone, origin_of(node), info)
    return zone


def _check_clock(
    until: datetime, zone: ZoneInfo, origin: Origin | None, info: ValidationInfo
) -> None:
    """Tell of a moment that the clocks of a zone do not show, or show twice (PEP 495)."""
    earlier, later = (until.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if earlier.utcoffset() == later.utcoffset():
        return
    time = f"{until:%Y-%m-%d %H:%M}"
    if earlier.astimezone(UTC).astimezone(zone).replace(tzinfo=UTC) != until:
        raise fault(
            f"`{zone.key}` has no `{time}`",
            "its clocks are put forward then; write a time before that or after",
            origin,
        )
    problems_of(info).warning(
        f"`{zone.key}` has `{time}` twice, since its clocks are put back then",
        origin,
        "the first of them is meant; another time leaves no doubt",
    )


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
