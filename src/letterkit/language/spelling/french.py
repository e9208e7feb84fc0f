"""French words in the spelling of before 1990 and after it, or without accents: maitre, medecin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from letterkit.language import casing
from letterkit.language.spelling.ways import APOSTROPHES, Way, ways_with_hyphen, ways_without_signs

if TYPE_CHECKING:
    from collections.abc import Iterator

_LANGUAGE = "fr"
# The accent on the last e tells forms of a verb apart (infecte, infecté), and some adverbs.
_ENDING = re.compile("(?:(?:é|e)(?:e?s?|r|z|nt|ment))?$")
_SHORTEST_REFORMED = 6  # letters; shorter ones may be other words


def ways_of_word(word: str, *, named: bool) -> Iterator[Way]:
    """A word as the reform spells it (Conseil supérieur de la langue française, 1990)."""
    del named  # names are read as other words are
    if "-" in word:
        yield from ways_with_hyphen(word, _LANGUAGE)
    else:
        way = casing.fold(word, _LANGUAGE)
        yield Way(f"{_reformed(way)} in French", way, word)
        if word.isupper():
            return  # on capitals accents are often left out
        way, written = (APOSTROPHES.split(each)[-1] for each in (way, word))  # l’hôpital
        ending = _ENDING.search(way)
        at = ending.start() if ending else len(way)
        yield from ways_without_signs(way[:at], way[at:], written)


def _reformed(way: str) -> str:
    """A word as both spellings have it: événement, maitre, coeur."""
    key = way.replace("œ", "oe").replace("æ", "ae")
    key = re.sub("è(?=[^aeiouyéèêà]+e)(?!rent$)", "é", key)  # diffèrent is a verb
    return key.replace("î", "i") if len(key) >= _SHORTEST_REFORMED else key
