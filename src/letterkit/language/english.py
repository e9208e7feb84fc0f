"""What only English needs: the plural of a regular noun."""

from __future__ import annotations

_SIBILANTS = ("s", "x", "z", "ch", "sh")
_VOWELS = frozenset("aeiou")


def regular_plural(singular: str) -> str:
    """The plural by the rules of spelling: hospitals, charities, churches."""
    if singular.endswith(_SIBILANTS):
        return singular + "es"
    if singular.endswith("y") and singular[-2:-1] not in _VOWELS:
        return singular[:-1] + "ies"
    return singular + "s"
