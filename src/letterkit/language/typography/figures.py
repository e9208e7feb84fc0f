"""Numbers in words: their digits, the signs within them, and the signs beside them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from letterkit.language.conventions import DIGITS
from letterkit.language.measures import format_money
from letterkit.language.numbers import format_number, format_percent
from letterkit.language.typography.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.language.profile import Profile
    from letterkit.language.typography.findings import Passage

_SPACES = " \u00a0\u202f"
_DIGIT = re.compile(r"\d")
_PERCENT = re.compile(
    rf"(?<![\w.,%٪])(?:[%٪][{_SPACES}]?\d[\d.,٫٬]*\d|[%٪][{_SPACES}]?\d|\d+(?:[.,٫٬]\d+)*"
    rf"[{_SPACES}]?[%٪])(?![^\W\u0620-\u06ff])"
)
_BESIDE_SIGN = re.compile(r"[^\s()\[\].,;:!?…’'“”«»–—-]")
_NUMBER = re.compile(r"\d(?:[\d.,٫٬]*\d)?")
_SPACED_GROUPS = re.compile(
    r"(?<![\d+.,][ \u00a0\u202f])(?<![\w+.,/-])[1-9]\d{0,2}(?: \d{3})+(?! ?[\d.,/-]\d)(?!\d)"
)
_GROUPS = re.compile(
    r"(?<![\w.,:/+-])[1-9]\d{0,2}(?P<sign>[.,])\d{3}(?:(?P=sign)\d{3})*(?![\w/:-]|[.,]\d)"
)
_AMOUNT_BEFORE = re.compile(rf"(?<=\d)(?P<space>[{_SPACES}]?)(?P<sign>[€£₺])(?!\w)")
_AMOUNT_AFTER = re.compile(rf"(?<![\w$€£₺])(?P<sign>[$€£₺])(?P<space>[{_SPACES}]?)(?=\d)")
_CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "₺": "TRY"}
_COMMA_DECIMALS = re.compile(r"(?<![\w.,:/-])\d+,\d{1,2}(?![\w/:-]|[.,]\d)")
_EXAMPLE = 5
_PERSIAN = re.compile("[۰-۹]+")
_LATIN_DIGITS = re.compile(r"(?<![\w./:-])[0-9]+(?![\w/:-]|[.,]\d)")
_ARABIC_DIGITS = re.compile("[٠-٩]+")
_HALF_CLOSED = re.compile(r"(?<![\w.,/–-])((?:19|20)\d\d)(?: [-–]|[-–] )(?=(?:19|20)\d\d(?!\d))")


def check_figures(passage: Passage) -> Iterator[Finding]:
    """All findings about numbers and the signs beside them."""
    shape = passage.shape
    if _DIGIT.search(shape) is None:
        return
    yield from _percent(passage)
    yield from _amounts(passage)
    yield from _digits(passage)
    yield from _separators(passage)
    dash = passage.profile.typography.range_dash or "-"
    for match in _HALF_CLOSED.finditer(shape):
        at = match.end(1)
        yield Finding("dash", at, match.end(), "a space on one side of the dash", dash)


def _percent(passage: Passage) -> Iterator[Finding]:
    """The sign on the side, and with the space, that the language has."""
    usual = format_percent(passage.profile, _EXAMPLE, digits="latn")
    for match in _PERCENT.finditer(passage.shape):
        digits = _NUMBER.search(match[0])
        if digits is None:
            continue
        sign = "٪" if "٪" in match[0] else "%"
        wanted = usual.replace(str(_EXAMPLE), digits[0]).replace("%", sign).replace("٪", sign)
        if (match[0][0] in "%٪") != (usual[0] in "%٪"):
            # Beside Arabic letters both are read alike, and which was meant cannot be told.
            certain = not passage.right_to_left and not _BESIDE_SIGN.search(
                passage.before(match.start()) + " " + passage.after(match.end())
            )
            what = "the sign on the other side"
            yield Finding("percent", *match.span(), what, wanted, certain)
        elif _no_break(match[0]) != _no_break(wanted):
            what = "not the space that stands beside the sign"
            yield Finding("percent", *match.span(), what, wanted, certain=True)


def _no_break(text: str) -> str:
    return text.replace("\u202f", "\u00a0")


def _amounts(passage: Passage) -> Iterator[Finding]:
    """The space between an amount and the sign of its currency, where the sign is on its side."""
    for pattern in (_AMOUNT_BEFORE, _AMOUNT_AFTER):
        for match in pattern.finditer(passage.shape):
            wanted = _space_of_currency(passage.profile, match["sign"])
            if wanted is None or wanted[0] != (pattern is _AMOUNT_BEFORE):
                continue
            if _no_break(match["space"]) != _no_break(wanted[1]):
                what = f"not the space that stands beside `{match['sign']}`"
                certain = match["space"] == " " and wanted[1] != ""
                yield Finding("money", *match.span("space"), what, wanted[1], certain)


@lru_cache(maxsize=64)
def _space_of_currency(profile: Profile, sign: str) -> tuple[bool, str] | None:
    """Whether the number stands before the sign, and the space between them."""
    printed = format_money(profile, _EXAMPLE, _CURRENCIES[sign], "symbol", digits="latn")
    space = re.sub(rf"[^{_SPACES}]", "", printed)
    if sign not in printed:
        return None
    return printed.startswith(str(_EXAMPLE)), space.replace(" ", "\u00a0")


def _digits(passage: Passage) -> Iterator[Finding]:
    """Persian digits among Arabic-Indic ones, and two kinds of digits in one paragraph."""
    if not passage.right_to_left or passage.profile.digits == "arabext":
        return
    shape = passage.shape
    if passage.profile.babel.default_numbering_system != "arabext":
        for match in _PERSIAN.finditer(shape):
            usual = match[0].translate(
                {ord(DIGITS["arabext"]) + n: ord(DIGITS["arab"]) + n for n in range(10)}
            )
            yield Finding("digits", *match.span(), "digits of Persian", usual, certain=True)
    latin, arabic = list(_LATIN_DIGITS.finditer(shape)), list(_ARABIC_DIGITS.finditer(shape))
    if latin and arabic:
        zeros = {"0": ord("0"), "٠": ord("٠")}
        own = passage.profile.digits == "arab"
        few, to = (latin, "٠") if own else (arabic, "0")
        for match in few:
            wanted = "".join(chr(zeros[to] + int(each)) for each in match[0])
            yield Finding("digits", *match.span(), "digits of two kinds in one paragraph", wanted)


def _separators(passage: Passage) -> Iterator[Finding]:
    """Thousands set apart as another language does, which there are decimals."""
    profile = passage.profile
    whole, parts = _signs(profile)
    if whole in _SPACES and whole:
        for match in _SPACED_GROUPS.finditer(passage.shape):
            wanted = match[0].replace(" ", whole)
            what = "a line may end within the number"
            yield Finding("no-break-space", *match.span(), what, wanted, certain=True)
    if passage.right_to_left:
        return  # both ways are usual there
    for match in _GROUPS.finditer(passage.shape):
        sign = match["sign"]
        if sign != whole:
            wanted = match[0].replace(sign, whole)
            what = f"`{sign}` does not stand between thousands"
            if sign == parts:
                what = f"with `{sign}` these are decimals"
            yield Finding("separators", *match.span(), what, wanted)
    if parts == ".":
        for match in _COMMA_DECIMALS.finditer(passage.shape):
            what = f"decimals stand behind `{parts}`"
            wanted = match[0].replace(",", parts)
            yield Finding("separators", *match.span(), what, wanted)


@lru_cache(maxsize=64)
def _signs(profile: Profile) -> tuple[str, str]:
    """What stands between thousands and before decimals."""
    thousands = format_number(profile, 1_000_000, digits="latn").strip("10")[:1]
    return thousands, format_number(profile, 1.5, digits="latn").strip("15")
