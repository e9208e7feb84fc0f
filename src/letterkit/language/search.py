"""Words as they are searched for, typed in a hurry and on any keyboard, in any language.

A text and what is looked for in it are folded alike, whatever language either is in: accents and
vowel marks, case, the dots of Turkish i and the seats of the Arabic hamza never make a difference.
So `istanbul` finds İSTANBUL, `Turkiye` Türkiye, and `الاطباء` الأطباء. A word is found by its
beginning, and an Arabic one also without what is written together with it: و, ف, ب, ل, ك and the
article, as the light stemming of Arabic has them (Larkey, Ballesteros and Connell, "Light Stemming
for Arabic Information Retrieval", 2007).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from letterkit.language.bidi import without_controls

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# What decomposition does not take apart, each to what is typed for it.
_ALIKE = str.maketrans(
    {
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ħ": "h",
        "ð": "d",
        "æ": "ae",
        "œ": "oe",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ې": "ي",
        "ة": "ه",
        "ە": "ه",
        "ھ": "ه",
        "ہ": "ه",
        "ک": "ك",
        "ء": None,
        "ـ": None,
    }
)
_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
_ARTICLE = "ال"
_MOST_BEFORE_ARTICLE = 2  # a conjunction and a preposition
_SHORTEST_STEM = 3
_AROUND = 36  # characters shown on each side of what was found


def words(text: str) -> list[str]:
    """The folded words of a text, in their order."""
    return [word for word, _, _ in _words_with_places(text)]


def stems(word: str) -> tuple[str, ...]:
    """A folded word, then an Arabic one without what is written together with it."""
    found = [word]
    rest = word
    if not _is_arabic(word):
        return (word,)
    for letters in (_CONJUNCTIONS, _PREPOSITIONS):
        if rest[:1] and rest[0] in letters and len(rest) - 1 >= _SHORTEST_STEM:
            # لل is ل and the article, whose alif is not written.
            article = rest[0] == "ل" and rest[1] == "ل"
            rest = rest[2:] if article else rest[1:]
            if len(rest) >= _SHORTEST_STEM:
                found.append(rest)
    bare = [each.removeprefix(_ARTICLE) for each in found if each.startswith(_ARTICLE)]
    return tuple(dict.fromkeys((*found, *(each for each in bare if len(each) >= _SHORTEST_STEM))))


def searchable(text: str) -> str:
    """A text as an index of words holds it: its folded words, then their stems."""
    folded = words(text)
    more = dict.fromkeys(stem for word in folded for stem in stems(word)[1:])
    return " ".join((*folded, *more))


@dataclass(frozen=True)
class Query:
    """What is looked for: every one of these terms, each of words that stand together."""

    text: str

    @cached_property
    def terms(self) -> tuple[tuple[str, ...], ...]:
        """The folded words of each term; one that is typed together stays together."""
        return tuple(filter(None, (tuple(words(typed)) for typed in self.text.split())))

    @cached_property
    def alternatives(self) -> tuple[tuple[tuple[str, ...], ...], ...]:
        """For each term what may stand for it: itself, or a single word without its article."""
        return tuple(
            tuple((stem,) for stem in _without_article(term[0])) if len(term) == 1 else (term,)
            for term in self.terms
        )

    def found_in(self, text: str) -> bool:
        """Whether all terms stand in a text, each by the beginning of its last word."""
        folded = searchable(text).split()
        return bool(self.terms) and all(
            any(_stands_in(folded, phrase) for phrase in phrases) for phrases in self.alternatives
        )

    def excerpt(self, text: str) -> str | None:
        """The words around the first place in a text where one of the terms stands."""
        places = list(_words_with_places(text))
        for number, (word, start, end) in enumerate(places):
            for phrases in self.alternatives:
                for phrase in phrases:
                    following = [each for each, _, _ in places[number + 1 :][: len(phrase) - 1]]
                    if any(_stands_in([stem, *following], phrase) for stem in stems(word)):
                        return _around(text, start, end)
        return None


def _without_article(word: str) -> tuple[str, ...]:
    """A word as somebody types it, and without the article and what stands before that."""
    if not _is_arabic(word):
        return (word,)
    place = word.find(_ARTICLE)
    before = word[:place] if 0 <= place <= _MOST_BEFORE_ARTICLE else None
    prefixed = before is not None and set(before) <= set(_CONJUNCTIONS + _PREPOSITIONS)
    bare = word[place + len(_ARTICLE) :] if prefixed else word
    return (word, bare) if len(bare) >= _SHORTEST_STEM and bare != word else (word,)


def _stands_in(folded: Sequence[str], phrase: Sequence[str]) -> bool:
    """Whether words stand together in a sequence, the last of them by its beginning."""
    *whole, last = phrase
    size = len(phrase)
    return any(
        folded[at + size - 1].startswith(last) and list(folded[at : at + size - 1]) == whole
        for at in range(len(folded) - size + 1)
    )


def _around(text: str, start: int, end: int) -> str:
    """A stretch of a text with what stands around it in the same paragraph."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    before, after = text[first:start], text[end:last]
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    return " ".join(without_controls(f"{before}{text[start:end]}{after}").split())


def _words_with_places(text: str) -> Iterator[tuple[str, int, int]]:
    """The folded words of a text with where each begins and ends."""
    pieces: list[str] = []
    start = end = 0
    for place, character in enumerate(text):
        folded = _folded(character)
        if folded is None:
            if pieces:
                yield "".join(pieces), start, end
                pieces = []
            continue
        if folded:
            if not pieces:
                start = place
            pieces.append(folded)
        if pieces:
            end = place + 1
    if pieces:
        yield "".join(pieces), start, end


class _Folded(dict[str, "str | None"]):
    """What each character folds to, made when first asked for."""

    def __missing__(self, character: str) -> str | None:
        made = self[character] = _made(character)
        return made


def _made(character: str) -> str | None:
    """What a character folds to: letters and digits, nothing for a mark, None between words."""
    decomposed = unicodedata.normalize("NFKD", character)
    made = decomposed.casefold().translate(_ALIKE)
    kept = "".join(
        str(unicodedata.digit(each, each)) if each.isdigit() else each
        for each in unicodedata.normalize("NFKD", made)
        if unicodedata.category(each)[0] in "LN"
    )
    if kept:
        return kept
    unseen = unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"} or character in "ءـ"
    return "" if unseen else None


_FOLDED = _Folded()


def _folded(character: str) -> str | None:
    return _FOLDED[character]


def _is_arabic(word: str) -> bool:
    return "\u0600" <= word[0] <= "\u06ff"
