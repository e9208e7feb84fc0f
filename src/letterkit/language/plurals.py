"""Plural categories of CLDR, by Babel."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from letterkit.language.profile import Profile


def plural_category(profile: Profile, number: float | Decimal) -> str:
    """`zero`, `one`, `two`, `few`, `many` or `other` (Unicode Technical Standard #35)."""
    return str(profile.babel.plural_form(number))


def ordinal_category(profile: Profile, number: int) -> str:
    """The CLDR category of an ordinal: in English `one` for 1st and 21st, `other` for 4th."""
    return str(profile.babel.ordinal_form(number))
