"""Those who sign and are not named: numbers from the moment they are read, and nothing else.

Nothing that an entry holds besides is kept or told, in no message either: what was never taken up
cannot get out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date  # noqa: TC003 - pydantic reads the types of Withheld
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostic
from letterkit.language.dates import DateError, parse_date
from letterkit.sources.nodes import DataMapping, DataNothing, DataSequence, DataText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letterkit.diagnostics import Diagnostics, Origin

WITHHELD = "withheld"
ORGANISATIONS = "organisations"
INDIVIDUALS = "individuals"

_WHOLE = re.compile(r"[0-9]{1,9}")
_PERSONS = re.compile(r"([0-9]{1,9}) individuals")
_SLIP = 0.8
"""How like the mark a key is that was hardly meant for anything else (0 to 1)."""
_HINT = (
    "write `withheld: true` beside an entry, or instead of one a number of organisations,"
    " or `{organisations: 3, individuals: 1}`; in a table `3` or `1 individuals`"
)
_SHOWN = re.compile(r"`[^`]*`")


@dataclass(frozen=True, slots=True)
class Withheld:
    """So many organisations and individuals who sign and are not named; `joined` as of others."""

    organisations: int = 0
    individuals: int = 0
    joined: date | None = None

    def __bool__(self) -> bool:
        return bool(self.organisations or self.individuals)


def total(several: Iterable[Withheld]) -> Withheld:
    """All of them together, whenever they joined."""
    entries = tuple(several)
    return Withheld(
        sum(entry.organisations for entry in entries), sum(entry.individuals for entry in entries)
    )


def is_withheld(entry: DataMapping) -> bool:
    """Whether an entry asks not to be named; what is unclear is taken for yes."""
    mark = _value(entry, WITHHELD)
    if mark is not None:
        return not (isinstance(mark, DataText) and mark == "false")
    # Who is to be withheld must not be named because of a slip.
    return any(_is_slip(str(key)) for key in entry)


@lru_cache(maxsize=256)
def _is_slip(key: str) -> bool:
    return bool(get_close_matches(key, (WITHHELD,), n=1, cutoff=_SLIP))


def withheld_in(entry: DataMapping, problems: Diagnostics) -> Withheld:
    """How many a withheld entry stands for; nobody, where they have withdrawn.

    What is wrong with the mark is told without a word of the entry.
    """
    organisations, individuals = _numbers(entry, problems)
    joined = _date(entry, "joined", problems)
    if _date(entry, "withdrawn", problems) is not None:
        return Withheld()
    return Withheld(organisations, individuals, joined)


def without_words(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Findings about a file that cannot be read, and may show what it is that must not be shown."""
    return [
        Diagnostic(each.severity, _SHOWN.sub("`…`", each.message), each.origin) for each in found
    ]


def _numbers(entry: DataMapping, problems: Diagnostics) -> tuple[int, int]:
    mark = _value(entry, WITHHELD)
    if isinstance(mark, DataText) and mark == "true":
        return _one(entry)
    if isinstance(mark, DataText) and _WHOLE.fullmatch(mark):
        return int(mark), 0
    if isinstance(mark, DataText) and (persons := _PERSONS.fullmatch(mark)):
        return 0, int(persons[1])
    if isinstance(mark, DataMapping) and {*mark} <= {ORGANISATIONS, INDIVIDUALS}:
        found = [_whole(_value(mark, name)) for name in (ORGANISATIONS, INDIVIDUALS)]
        if None not in found:
            return found[0] or 0, found[1] or 0
    problems.error("it is not said how many are withheld here", _place(entry), _HINT)
    return 0, 0


def _one(entry: DataMapping) -> tuple[int, int]:
    """What an entry with a name of its own counts for; the name is not looked at."""
    if _value(entry, "person") is not None:
        return 0, 1
    members = _value(entry, "signatories")
    represents = _value(entry, "represents")
    if represents is None:
        return (len(members) if isinstance(members, DataSequence) else 1), 0
    represented = _whole(represents)
    return (1 if represented is None else represented), 0


def _whole(node: object) -> int | None:
    if node is None:
        return 0
    return int(node) if isinstance(node, DataText) and _WHOLE.fullmatch(node) else None


def _date(entry: DataMapping, key: str, problems: Diagnostics) -> date | None:
    node = _value(entry, key)
    if node is None or isinstance(node, DataNothing):
        return None
    try:
        return parse_date(str(node) if isinstance(node, DataText) else "")
    except DateError:
        problems.error(f"`{key}` of a withheld entry is not a date", _place(entry), "as 2016-02-24")
        return None


def _value(entry: DataMapping, key: str) -> object:
    # A key is found by its text, whatever its place.
    return entry.get(key)  # type: ignore[call-overload]


def _place(entry: DataMapping) -> Origin:
    """The place of the mark, which tells nothing of the entry."""
    return next((key.origin for key in entry if key == WITHHELD), entry.origin)
