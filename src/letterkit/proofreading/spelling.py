"""One word that is spelt in two ways: al-Salama and al Salama, organisation and organization.

Which words may be one, the rules of each language tell (`letterkit.language.spelling`); which of
two spellings is right, only the house knows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from letterkit.language import casing
from letterkit.language.spelling import arabic, english, french, sorani, turkish
from letterkit.language.spelling.ways import of_plain_word, ways_with_hyphen
from letterkit.language.typography.findings import HIDDEN, is_arabic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from letterkit.diagnostics import Origin
    from letterkit.language.spelling.ways import Way

_LETTERS = "(?:[^\\W\\d_][\u0300-\u036f\u064b-\u0652\u0670]*)+"  # with their accents and vowels
_WORD = re.compile(rf"{_LETTERS}(?:[-‑’'‘ʼʿʾ`]{_LETTERS})*")
_JOINING_SPACES = frozenset(" \u00a0\n")
_WAYS_OF_WORDS = {
    "en": english.ways_of_word,
    "fr": french.ways_of_word,
    "tr": turkish.ways_of_word,
}
"""The rules of languages for words of letters other than Arabic ones."""
_WAYS_OF_PAIRS = {"en": english.ways_of_pair, "tr": turkish.ways_of_pair}
_WAYS_OF_ARABIC_WORDS = {"ar": arabic.ways_of_word, "ckb": sorani.ways_of_word}


@dataclass(frozen=True, slots=True)
class Spelling:
    """A word as it was written, and where."""

    word: str
    origin: Origin


def words_of(text: str) -> Iterator[tuple[int, str, str | None]]:
    """The words of a passage with their offsets, and the word that follows after a space."""
    found = [match for match in _WORD.finditer(text) if HIDDEN not in match[0]]
    for match, following in pairwise([*found, None]):
        assert match is not None  # noqa: S101 - only the last of the pairs is followed by None
        joined = following is not None and text[match.end() : following.start()] in _JOINING_SPACES
        yield match.start(), match[0], following[0] if following and joined else None


class Spellings:
    """The words of one language, as far as one of them may be spelt in two ways."""

    def __init__(self, locale: str) -> None:
        self._locale = locale
        self._language = casing.language_of(locale)
        self._ways: dict[str, dict[str, list[Spelling]]] = {}

    def add(self, text: str, place: Callable[[int], Origin | None]) -> None:
        """Take in the words of a passage; `place` says where each character stands."""
        last = ""
        for offset, word, following in words_of(text):
            beside = (last, following or "")
            # What stands in a name is spelt as its bearer spells it.
            named = word[:1].isupper() and any(each[:1].isupper() for each in beside)
            last = word if following is not None else ""
            origin = place(offset)
            if origin is None:
                continue
            self._keep(_ways_of_word(word, self._language, self._locale, named=named), origin)
            if following is not None and not is_arabic(word[0]) and not is_arabic(following[0]):
                of_pair = _WAYS_OF_PAIRS.get(self._language)
                self._keep(of_pair(word, following) if of_pair else (), origin)

    def in_two_ways(self) -> Iterator[tuple[Spelling, Spelling]]:
        """The first place of each rarer spelling, and the first of the usual one."""
        told: set[Origin] = set()
        for key, ways in self._ways.items():
            usual, *others = sorted(ways.values(), key=len, reverse=True)
            plain = of_plain_word(key)
            for other in others:
                if plain is not None and ways.get(plain) not in (usual, other):
                    continue
                if other[0].origin not in told:
                    told.add(other[0].origin)
                    yield other[0], max(usual, key=partial(_same_letters_at_end, other[0]))

    def _keep(self, ways: Iterable[Way], origin: Origin) -> None:
        for key, way, written in ways:
            self._ways.setdefault(key, {}).setdefault(way, []).append(Spelling(written, origin))


def _same_letters_at_end(one: Spelling, other: Spelling) -> int:
    """How much two spellings have in common from the end on: coloured is nearer to colored."""
    pairs = zip(reversed(one.word), reversed(other.word), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


@lru_cache(maxsize=1 << 14)  # the same words stand in each letter
def _ways_of_word(word: str, language: str, locale: str, *, named: bool) -> Sequence[Way]:
    if is_arabic(word[0]):
        of_arabic_word = _WAYS_OF_ARABIC_WORDS.get(language)
        return tuple(of_arabic_word(word)) if of_arabic_word else ()
    of_word = _WAYS_OF_WORDS.get(language)
    return tuple(of_word(word, named=named) if of_word else ways_with_hyphen(word, locale))
