"""What only English needs: the plural of a regular noun, a title without its article."""

from __future__ import annotations

import re

_ARTICLE = re.compile(r"\A(?:The|the|THE)\s+(?=\S)")
_SIBILANTS = ("s", "x", "z", "ch", "sh")
_VOWELS = frozenset("aeiou")


def regular_plural(singular: str) -> str:
    """The plural by the rules of spelling: hospitals, charities, churches."""
    if singular.endswith(_SIBILANTS):
        return singular + "es"
    if singular.endswith("y") and singular[-2:-1] not in _VOWELS:
        return singular[:-1] + "ies"
    return singular + "s"


def without_article(title: str) -> str:
    """A title as somebody is called by it: the President is “Dear President”."""
    return _ARTICLE.sub("", title)
