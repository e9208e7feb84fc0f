"""Numbers of a workbook as people see them there (ECMA-376 Part 1, §18.8.30 and §18.8.31).

A workbook keeps binary fractions and counted days; a number format makes of them what is seen. What
is taken over of it: leading zeros, the marks within telephone numbers and identifiers, the number
of decimals, hundredths, dates. Separators and the signs of currencies are not: a letter writes
numbers as its own language does.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache

from letterkit.sources.sheet import CellKind

GENERAL = "General"
BUILT_IN = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy-mm-dd",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy-mm-dd h:mm",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    **dict.fromkeys((5, 6, 37, 38), "#,##0"),
    **dict.fromkeys((7, 8, 39, 40), "#,##0.00"),
    **dict.fromkeys((41, 42), "#,##0"),
    **dict.fromkeys((43, 44), "#,##0.00"),
    **dict.fromkeys((*range(27, 37), *range(50, 59)), "yyyy-mm-dd"),  # of East Asian languages
    48: "##0.0E+0",
    49: "@",
}
"""The formats that a workbook names by number alone (§18.8.30)."""

_DIGITS_KEPT = 15
"""Significant digits that Excel keeps and shows; those beyond are noise of binary fractions."""
_TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|_.|\*.|\[([^\]]*)\]|(General)|(AM/PM|A/P)|(.)', re.IGNORECASE | re.DOTALL
)
_ELAPSED = re.compile(r"(h+|m+|s+)", re.IGNORECASE)
_CURRENCY_CODE = re.compile(r"\b[A-Z]{3}\b|\bTL\b")
_PLACES = "0#?"
_WHOLE = re.compile(r"-?[0-9]+")
_EXACT = Context(prec=_DIGITS_KEPT, rounding=ROUND_HALF_UP)
_LEAP_DAY_THAT_NEVER_WAS = 60  # Excel counts 29 February 1900 (§18.17.4.1)
_LAST_DAY = 2_958_465  # 31 December 9999
_MOST_DIGITS = 400


class NotShownError(ValueError):
    """A number that its format cannot show, as a day before the calendar begins."""


@dataclass(frozen=True, slots=True)
class _Section:
    """What a section of a number format says; `pattern` are its places and literals in order."""

    pattern: tuple[tuple[bool, str], ...]
    has_date: bool = False
    has_time: bool = False
    places: int = 0
    decimals: int | None = None
    percent: bool = False
    grouped: bool = False
    thousands: int = 0
    currency: bool = False
    plain: bool = True
    """Whether it is digits alone: no fraction, no exponent, no mark but literal ones."""


def shown(raw: str, code: str, *, since_1904: bool = False) -> tuple[str, CellKind]:
    """What is seen of a number with a number format, and what kind of thing that is.

    Raises `NotShownError` for what is no number, and for a day that no calendar has.
    """
    try:
        number = Decimal(raw) if len(raw) <= _MOST_DIGITS else Decimal("NaN")
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        raise NotShownError(f"`{raw[:20]}` is not a number")
    if not _WHOLE.fullmatch(raw):
        number = number.normalize(_EXACT)
    section = _section_for(code, number)
    if section.has_date or section.has_time:
        return _moment(number, section, since_1904=since_1904)
    return _number(number, section)


def _number(number: Decimal, section: _Section) -> tuple[str, CellKind]:
    if not section.places:
        return _plain(number), _kind_of(number)
    has_separators = section.percent or section.grouped or section.currency
    if section.plain and section.decimals is None and not has_separators:
        return _masked(number.quantize(Decimal(1), rounding=ROUND_HALF_UP), section)
    number = number.scaleb(2 if section.percent else 0).scaleb(-3 * section.thousands)
    if section.plain:
        return format(_rounded(number, section.decimals or 0), "f"), CellKind.AMOUNT
    return _plain(number), CellKind.AMOUNT


def _masked(number: Decimal, section: _Section) -> tuple[str, CellKind]:
    """Digits in their places, as `00000` and `000-0000` have them."""
    digits = _plain(abs(number))
    sign = "-" if number < 0 else ""
    zeros = sum(is_place and place == "0" for is_place, place in section.pattern)
    if zeros <= 1 and not _has_literal_within(section):
        return sign + digits, CellKind.FIGURE
    made: list[str] = []
    left = len(digits)
    rest = [place for place in section.pattern if place[0]]
    for is_place, text in reversed(section.pattern):
        if not is_place:
            made.append(text)
            continue
        rest.pop()
        if left > 0:
            left -= 1
            made.append(digits[left])
            if not rest:  # the first place takes all that is left
                made.append(digits[:left])
                left = 0
        elif text == "0":
            made.append("0")
    return sign + "".join(reversed(made)).strip(), CellKind.TEXT


def _has_literal_within(section: _Section) -> bool:
    places = [at for at, (is_place, _) in enumerate(section.pattern) if is_place]
    return places[-1] - places[0] + 1 > len(places)


def _moment(number: Decimal, section: _Section, *, since_1904: bool) -> tuple[str, CellKind]:
    """A day, a time, or both, by what the format shows of them."""
    if not 0 <= number <= _LAST_DAY + 1:
        raise NotShownError(f"`{_plain(number)}` is no day of the calendar")
    day = int(number)
    seconds = int(((number - day) * 86_400).quantize(Decimal(1), rounding=ROUND_HALF_UP))
    if not section.has_date:
        minutes, second = divmod(day * 86_400 + seconds, 60)
        hour, minute = divmod(minutes, 60)
        text = f"{hour:02}:{minute:02}" + (f":{second:02}" if second else "")
        return text, CellKind.TEXT
    if since_1904:
        begin = datetime(1904, 1, 1)  # noqa: DTZ001 - a day of a calendar, in no zone
    elif day in {0, _LEAP_DAY_THAT_NEVER_WAS}:
        raise NotShownError(f"`{day}` is no day of the calendar")
    else:
        begin = datetime(1899, 12, 31 if day < _LEAP_DAY_THAT_NEVER_WAS else 30)  # noqa: DTZ001
    try:
        moment = begin + timedelta(days=day, seconds=seconds)
    except OverflowError:
        raise NotShownError(f"`{_plain(number)}` is no day of the calendar") from None
    if section.has_time and seconds:
        clock = moment.strftime("%H:%M:%S").removesuffix(":00")
        return f"{moment.date().isoformat()} {clock}", CellKind.TEXT
    return moment.date().isoformat(), CellKind.DATE


def _kind_of(number: Decimal) -> CellKind:
    return CellKind.FIGURE if number == number.to_integral_value() else CellKind.AMOUNT


def _plain(number: Decimal) -> str:
    """All digits, no exponent, no zeros at the end but those of a whole number."""
    if number == number.to_integral_value():
        text = format(number.to_integral_value(), "f")
        return "0" if text == "-0" else text
    return format(number, "f")


def _rounded(number: Decimal, decimals: int) -> Decimal:
    context = Context(prec=_MOST_DIGITS * 2, rounding=ROUND_HALF_UP)
    return number.quantize(Decimal(1).scaleb(-decimals), context=context)


def _section_for(code: str, number: Decimal) -> _Section:
    """The section of a format that shows this number: for positive, negative ones and zero."""
    sections = _sections(code)
    if number < 0 and len(sections) > 1:
        return sections[1]
    if number == 0 and len(sections) > 2:  # noqa: PLR2004 - the third section shows zero
        return sections[2]
    return sections[0]


@lru_cache(maxsize=256)
def _sections(code: str) -> tuple[_Section, ...]:
    parts: list[list[tuple[str, str]]] = [[]]
    for match in _TOKEN.finditer(code):
        if match[0] == ";":
            parts.append([])
        elif (token := _token(match)) is not None:
            parts[-1].append(token)
    return tuple(map(_section, parts[:3]))


def _token(match: re.Match[str]) -> tuple[str, str] | None:
    """What a piece of a format is, and its text; None for what only sets it out on the screen."""
    quoted, escaped, bracketed, general, meridiem, single = match.groups()
    if quoted is not None or escaped is not None:
        return "literal", quoted if quoted is not None else escaped
    if bracketed is not None:
        if bracketed.startswith("$"):
            return "currency", bracketed[1:].partition("-")[0]
        return ("code", bracketed) if _ELAPSED.fullmatch(bracketed) else None
    if general is not None:
        return "general", general
    if meridiem is not None:
        return "code", "h"
    return None if single is None else ("code", single)


def _section(tokens: list[tuple[str, str]]) -> _Section:
    code = "".join(text for kind, text in tokens if kind == "code")
    literals = "".join(text for kind, text in tokens if kind == "literal")
    places = sum(character in _PLACES for character in code)
    small = code.translate(str.maketrans("YMDHS", "ymdhs"))
    if not code.strip("_ ") or any(kind == "general" for kind, _ in tokens) or "@" in code:
        return _Section(())
    has_time = "h" in small or "s" in small
    has_date = "y" in small or "d" in small or ("m" in small and not has_time)
    if (has_date or has_time) and "#" not in code and "E" not in code:
        return _Section((), has_date=has_date, has_time=has_time)
    currency = (
        any(kind == "currency" and text for kind, text in tokens)
        or any(unicodedata.category(sign) == "Sc" for sign in code + literals)
        or _CURRENCY_CODE.search(literals) is not None
    )
    before, point, after = code.partition(".")
    numeral = re.sub(r"[^0#?,]", "", before)
    return _Section(
        tuple(
            (kind == "code" and text in _PLACES, text)
            for kind, text in tokens
            if kind in {"code", "literal"} and text
        ),
        places=places,
        decimals=sum(sign in _PLACES for sign in after) if point else None,
        percent="%" in code,
        grouped="," in numeral.rstrip(","),
        thousands=len(code.rstrip("%) ")) - len(code.rstrip("%) ").rstrip(",")),
        currency=currency,
        plain="E" not in code and "e" not in code and "/" not in code,
    )
