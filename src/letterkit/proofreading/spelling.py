"""One word that is spelt in two ways: al-Salama and al Salama, organisation and organization.

Only what is hardly ever two words is told of: أعمال and إعمال are two, and so are *every day* and
*everyday*. Which of the two spellings is right, only the house knows.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import partial
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from letterkit.language import casing
from letterkit.language.typography.findings import HIDDEN, is_arabic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from letterkit.diagnostics import Origin

_LETTERS = "(?:[^\\W\\d_][\u0300-\u036f\u064b-\u0652\u0670]*)+"  # with their accents and vowels
_WORD = re.compile(rf"{_LETTERS}(?:[-‑’'‘ʼʿʾ`]{_LETTERS})*")
_JOINING_SPACES = frozenset(" \u00a0\n")
_APOSTROPHES = re.compile("[’'‘ʼʿʾ`]")
_ENDINGS = re.compile(r"[’'](?:s|t|d|m|re|ll|ve)$")
_SHORTEST_TURKISH_PART = 4
_SHORTEST_REFORMED = 6
_LAST_PART = re.compile("[-‑ ]")
_ARTICLES = ("al-", "al ")
_SHORTEST_COMPOUND = 7
_SHORTEST_PART = 3
_SHORTEST_ARABIC = 4
# Words that Arabic presses spell in two ways, whatever stands before and after them. By the way a
# word has, its letters that differ are `way`.
_ARABIC_WAYS = {
    "مئة": re.compile("(?P<way>ما?ئ)(?=ة$|تا?$|تي$|تان$|تين$)"),
    "أمريكا": re.compile("أم(?P<way>ير|ري)ك(?=[اي])"),
    "إنكليزي": re.compile("إن(?P<way>[جك])ليز"),
    "غرام": re.compile("^(?:ال)?(?:كيلو|ملي|ميلي)?(?P<way>[غج])رام(?:ا|ات)?$"),
    "هيئة": re.compile("هي(?P<way>[أئ])ة$"),
    "إلى": re.compile("^(?P<way>[إا])لى$"),
    "إذا": re.compile("^(?P<way>[إا])ذا$"),
}
_FATHATAN = re.compile("(?P<way>\u064bا|ا\u064b)$")
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
# British and American spelling: the letters before, those that differ, an ending, and what American
# English has. Of organise and organized organis and organiz are left: one word in two ways.
_AMERICAN = tuple(
    (re.compile(f"^(?P<stem>{stem})(?P<way>{way})(?:{ending})$"), american)
    for stem, way, ending, american in (
        (r"\w{3,}", "i[sz]", "e|es|ed|er|ers|ing|ation|ations|ational", "iz"),
        (r"\w{3,}", "y[sz]", "e|es|ed|er|ers|ing", "yz"),
        (r"\w{3,}", "ou?r", "|s|ed|ing|able|ably|ful|hood|hoods|ite|ites|ly|er|ers", "or"),
        (r"\w{3,}t", "re|er", "s?", "er"),
        (r"\w{2,}fen", "[cs]e", "s?", "se"),
        (r"\w{3,}[aeiou]l", "l?", "ed|ing|er|ers", ""),
        (r"\w{2,}gram", "(?:me)?", "s?", ""),
        (r"\w{3,}og", "(?:ue)?", "s?", ""),
        (r"\w{2,}dg", "e?", "ments?", ""),
    )
)
_AMERICAN_VOWEL = re.compile("[ao]e")
_SHORTEST_WITH_TWO_VOWELS = 8  # gynaecology; poems are no pems


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
            named = word[:1].isupper() and any(each[:1].isupper() for each in beside)
            last = word if following is not None else ""
            origin = place(offset)
            if origin is None:
                continue
            if is_arabic(word[0]):
                self._add_arabic(word, origin)
                continue
            self._add(word, word, origin, named=named)
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
                    yield other[0], max(usual, key=partial(_same_letters_at_end, other[0]))

    def _keep(self, key: str, way: str, word: str, origin: Origin) -> None:
        self._ways.setdefault(key, {}).setdefault(way, []).append(Spelling(word, origin))

    def _add(self, shown: str, word: str, origin: Origin, *, named: bool = False) -> None:
        """Take in a word; one that is `named` stands in a name, which its bearer spells."""
        bare = _ENDINGS.sub("", word) if self._language == "en" else word
        shown = shown[: len(shown) - (len(word) - len(bare))]
        way = casing.fold(bare, self._locale)
        if self._language != "en":
            if self._language == "tr":
                self._add_turkish(way, shown, origin)
            elif "-" in bare:
                self._keep(_solid(way), way, shown, origin)
            elif self._language == "fr":
                self._keep(f"{_reformed(way)} in French", way, shown, origin)
            return
        key = _solid(way)
        if not named or "-" in way:
            key, way = _american(key, way)
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
        if self._language == "tr" and following.islower():
            parts = (len(word), len(following))
            if min(parts) >= _SHORTEST_TURKISH_PART:
                shown = f"{word} {following}"
                self._add_turkish(casing.fold(shown, self._locale), shown, origin)
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

    def _add_turkish(self, way: str, shown: str, origin: Origin) -> None:
        """A compound, in one word or in two."""
        solid = way.replace(" ", "")
        if "-" not in way and len(solid) >= 2 * _SHORTEST_TURKISH_PART:
            self._keep(solid, way, shown, origin)

    def _add_arabic(self, word: str, origin: Origin) -> None:
        """Hamza left out, and in words with the article ه for ة and ي for ى."""
        if self._language != "ar":
            return
        way = "".join(each for each in word if not unicodedata.combining(each)).replace("ـ", "")
        self._add_arabic_custom(word, way, origin)
        way = re.sub("^[وف](?=ال)", "", way)
        if re.fullmatch("[وف]?ف[يى]", way):
            self._keep("في", way.lstrip("و")[-2:], word, origin)
        if len(way) < _SHORTEST_ARABIC:
            return
        key = way
        if re.match("[وفبك]?ال|لل", way):
            key = re.sub("[هة]$", "ة", key)
            key = re.sub("[يى]$", "ى", key)
        seat = re.sub("[ؤئ]", "ئ", key)
        if seat != key or "ئ" in key:  # مسؤول, مسئول
            self._keep(f"ئ {seat}", way, word, origin)
        for hamza in ("أ", "إ", "آ"):
            if hamza in way:
                self._keep(f"{hamza} {key.replace(hamza, 'ا')}", way, word, origin)
        if not {"أ", "إ", "آ"} & set(way):
            for hamza in ("أ", "إ", "آ"):
                self._keep(f"{hamza} {key}", way, word, origin)

    def _add_arabic_custom(self, word: str, bare: str, origin: Origin) -> None:
        """What presses spell by custom: أمريكا and أميركا, مدنيًا and مدنياً."""
        accusative = _FATHATAN.search(word)
        if accusative:
            stem = word[: accusative.start()]
            self._keep(f"{stem} in the accusative", accusative["way"], word, origin)
        for key, pattern in _ARABIC_WAYS.items():
            found = pattern.search(bare)
            if found:
                self._keep(f"{key} by its way", found["way"], word, origin)


def _same_letters_at_end(one: Spelling, other: Spelling) -> int:
    """How much two spellings have in common from the end on: coloured is nearer to colored."""
    pairs = zip(reversed(one.word), reversed(other.word), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _american(key: str, way: str) -> tuple[str, str]:
    """A word as American English spells it, and as it was spelt; both without a verb's ending."""
    for pattern, american in _AMERICAN:
        match = pattern.match(key)
        if match:
            ending = len(key) - match.end("way")
            key = match["stem"] + american
            way = way[: len(way) - ending]
            break
    return _AMERICAN_VOWEL.sub("e", key) if len(key) >= _SHORTEST_WITH_TWO_VOWELS else key, way


def _reformed(way: str) -> str:
    """A French word as both spellings of 1990 have it: événement, maitre, coeur."""
    key = way.replace("œ", "oe").replace("æ", "ae")
    key = re.sub("è(?=[^aeiouyéèêà]+e)", "é", key)
    return key.replace("î", "i") if len(key) >= _SHORTEST_REFORMED else key


def _may_be_one(word: str, following: str) -> bool:
    """Whether two common words may stand for one, as in `air strike`."""
    return (
        min(len(word), len(following)) >= _SHORTEST_PART
        and len(word) + len(following) >= _SHORTEST_COMPOUND
        and word + following not in _TWO_WORDS
    )


def _solid(way: str) -> str:
    return _APOSTROPHES.sub("", way).replace("-", "").replace("‑", "").replace(" ", "")
