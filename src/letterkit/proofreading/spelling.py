"""One word that is spelt in two ways: al-Salama and al Salama, organisation and organization.

Only what is hardly ever two words is told of: أعمال and إعمال are two, and so are *every day* and
*everyday*. Which of the two spellings is right, only the house knows.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from letterkit.language import casing
from letterkit.language.typography.findings import HIDDEN, is_arabic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from letterkit.diagnostics import Origin

_WORD = re.compile(r"[^\W\d_]+(?:[-‑’'‘ʼʿʾ`][^\W\d_]+)*")
_JOINING_SPACES = frozenset(" \u00a0\n")
_APOSTROPHES = re.compile("[’'‘ʼʿʾ`]")
_ENDINGS = re.compile(r"[’'](?:s|t|d|m|re|ll|ve)$")
_LAST_PART = re.compile("[-‑ ]")
_ARTICLES = ("al-", "al ")
_SHORTEST_COMPOUND = 7
_SHORTEST_PART = 3
_SHORTEST_ARABIC = 4
_TWO_WORDS = frozenset(
    {
        *("already", "altogether", "anyone", "anything", "anyway", "awhile", "another"),
        *("because", "cannot", "everybody", "everyday", "everyone", "everything", "forever"),
        *("however", "inside", "instead", "maybe", "nobody", "nothing", "outside", "overall"),
        *("somebody", "someday", "someone", "something", "sometime", "sometimes", "somewhat"),
        *("somewhere", "therefore", "today", "together", "tomorrow", "underway", "whatever"),
        *("whenever", "wherever", "whoever", "without", "within", "workout"),
    }
)
"""Words that two words side by side may look like."""
# British and American spelling; each only where at least three letters stand before it.
_AMERICAN = (
    (re.compile(r"(?<=\w{3})is(?=(?:e|es|ed|er|ers|ing|ation|ations|ational)$)"), "iz"),
    (re.compile(r"(?<=\w{3})ys(?=(?:e|es|ed|er|ers|ing)$)"), "yz"),
    (
        re.compile(r"(?<=\w{3})our(?=(?:s|ed|ing|able|ably|ful|hood|hoods|ite|ites|ly|er|ers)?$)"),
        "or",
    ),
    (re.compile(r"(?<=\w{3}t)re(?=s?$)"), "er"),
    (re.compile(r"(?<=\w{2}fen)ce(?=s?$)"), "se"),
    (re.compile(r"(?<=\w{3}[aeiou]l)l(?=(?:ed|ing|er|ers)$)"), ""),
)


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
        for offset, word, following in words_of(text):
            origin = place(offset)
            if origin is None:
                continue
            if is_arabic(word[0]):
                self._add_arabic(word, origin)
                continue
            self._add(word, word, origin)
            if following is not None and not is_arabic(following[0]):
                self._add_pair(word, following, origin)

    def in_two_ways(self) -> Iterator[tuple[Spelling, Spelling]]:
        """The first place of each rarer spelling, and the first of the usual one."""
        told: set[Origin] = set()
        for ways in self._ways.values():
            usual, *others = sorted(ways.values(), key=len, reverse=True)
            for other in others:
                if other[0].origin not in told:
                    told.add(other[0].origin)
                    yield other[0], usual[0]

    def _keep(self, key: str, way: str, word: str, origin: Origin) -> None:
        self._ways.setdefault(key, {}).setdefault(way, []).append(Spelling(word, origin))

    def _add(self, shown: str, word: str, origin: Origin) -> None:
        bare = _ENDINGS.sub("", word) if self._language == "en" else word
        shown = shown[: len(shown) - (len(word) - len(bare))]
        way = casing.fold(bare, self._locale)
        if self._language != "en":
            if self._language != "tr" and "-" in bare:
                self._keep(_solid(way), way, shown, origin)
            return
        key = _solid(way)
        for pattern, american in _AMERICAN:
            key = pattern.sub(american, key)
        key = unicodedata.normalize("NFD", key)
        key = "".join(each for each in key if not unicodedata.combining(each))
        way = _APOSTROPHES.sub("’", way.replace("‑", "-"))
        if re.search("[- ]", way) and _LAST_PART.split(bare)[-1][:1].isupper():
            key = "name " + (re.sub("ah$", "a", key) if way.startswith(_ARTICLES) else key)
            self._keep(key, way, shown, origin)
            return
        if bare.islower():
            key, way = (re.sub(r"(?<=[^\Ws])s$", "", each) for each in (key, way))
        # One word may elsewhere be two or have a hyphen, but *long-term* and *long term* are two.
        if "-" not in way:
            self._keep(f"{key} in two", way, shown, origin)
        if " " not in way:
            self._keep(key, way, shown, origin)

    def _add_pair(self, word: str, following: str, origin: Origin) -> None:
        """Two words that elsewhere may be one, or have a hyphen between them."""
        if self._language != "en":
            return
        pair = f"{word} {following}"
        if "-" in pair or _APOSTROPHES.search(pair):
            return
        are_names = following[0].isupper() and (
            word[0].isupper() or casing.fold(word, self._locale) in {"al", "el"}
        )
        are_common = word.islower() and following.islower() and _may_be_one(word, following)
        if are_names or are_common:
            self._add(pair, pair, origin)

    def _add_arabic(self, word: str, origin: Origin) -> None:
        """Hamza left out, and in words with the article ه for ة and ي for ى."""
        if self._language != "ar":
            return
        way = "".join(each for each in word if not unicodedata.combining(each)).replace("ـ", "")
        if len(way) < _SHORTEST_ARABIC:
            return
        key = way
        if re.match("[وفبك]?ال|لل", way):
            key = re.sub("[هة]$", "ة", key)
            key = re.sub("[يى]$", "ى", key)
        for hamza in ("أ", "إ", "آ"):
            if hamza in way:
                self._keep(f"{hamza} {key.replace(hamza, 'ا')}", way, word, origin)
        if not {"أ", "إ", "آ"} & set(way):
            for hamza in ("أ", "إ", "آ"):
                self._keep(f"{hamza} {key}", way, word, origin)


def _may_be_one(word: str, following: str) -> bool:
    """Whether two common words may stand for one, as in `air strike`."""
    return (
        min(len(word), len(following)) >= _SHORTEST_PART
        and len(word) + len(following) >= _SHORTEST_COMPOUND
        and word + following not in _TWO_WORDS
    )


def _solid(way: str) -> str:
    return _APOSTROPHES.sub("", way).replace("-", "").replace("‑", "").replace(" ", "")
