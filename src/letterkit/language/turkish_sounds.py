"""How Turkish words sound where a suffix meets them: vowel harmony, hard consonants, letter names.

A *reading* is a word as it is spoken, in Turkish spelling and small letters: the reading of
`BM` is `be me`, of `2016` `iki bin on altı`. Only the end of a reading matters here. In a reading
ä, ö and ü may stand for an a, o or u that is followed by a palatal consonant (`kemäl`), and so
takes front suffixes although it is written with a back vowel.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from letterkit.language.casing import lower
from letterkit.language.turkish_nouns import SOFTENED

VOWELS = frozenset("aeıioöuüäâîû")
HARD_CONSONANTS = frozenset("fstkçşhp")
"""Fıstıkçı Şahap: after these a suffix begins with t, not d (TDK, ünsüz benzeşmesi)."""

_FRONT = frozenset("eiöüäî")
_ROUND = frozenset("oöuüû")
_HIGH = {(False, False): "ı", (False, True): "u", (True, False): "i", (True, True): "ü"}

# Letters that Turkish does not have, as Turkish readers speak them.
_FOREIGN = str.maketrans(
    {
        "š": "ş",
        "č": "ç",
        "ć": "ç",
        "ž": "j",
        "ø": "ö",
        "ő": "ö",
        "ű": "ü",
        "å": "o",
        "æ": "e",
        "œ": "ö",
        "ə": "e",
        "ё": "o",
        "ß": "s",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "t",
        "ħ": "h",
        "ʼ": None,
        "ʿ": None,
        "ʾ": None,
    }
)
_SOFT = {"p": "b", "ç": "c", "k": "ğ"}
_KEPT_MARKS = frozenset("çğıöşüäâîû")

# TDK, Yazım Kılavuzu, “Harfler”: k is `ke`, h is `he`; q, w and x by their usual names.
_LETTER_NAMES = {"ğ": "yumuşak ge", "q": "kü", "w": "çift ve", "x": "iks"}


@dataclass(frozen=True, slots=True)
class Ending:
    """What a suffix needs to know of the word before it."""

    front: bool
    rounded: bool
    vowel: bool
    hard: bool

    @property
    def high_vowel(self) -> str:
        """The vowel of -ın, -in, -un, -ün."""
        return _HIGH[self.front, self.rounded]

    @property
    def low_vowel(self) -> str:
        """The vowel of -da, -de."""
        return "e" if self.front else "a"

    @property
    def dental(self) -> str:
        """The consonant of -da, -ta."""
        return "t" if self.hard else "d"


def ending(reading: str) -> Ending:
    """How a reading ends. One without a vowel ends as if it were spelled by letter names."""
    sounds = [character for character in plain_letters(reading) if character.isalpha()]
    place = next((n for n in range(len(sounds) - 1, -1, -1) if sounds[n] in VOWELS), None)
    if place is None:
        return Ending(front=True, rounded=False, vowel=True, hard=False)
    vowel, after = sounds[place], sounds[place + 1 :]
    # A circumflex before l tells that the l is palatal (hâl, Celâl); elsewhere it tells of length
    # or of a palatal consonant before the vowel, which leaves the suffix alone (rüzgâr, mekân).
    front = vowel in _FRONT or (vowel in "âû" and after[:1] == ["l"])
    hard = bool(after) and after[-1] in HARD_CONSONANTS
    return Ending(front=front, rounded=vowel in _ROUND, vowel=not after, hard=hard)


@lru_cache(maxsize=4096)
def plain_letters(text: str) -> str:
    """Text in small letters, with no marks but those that tell Turkish sounds apart."""
    made: list[str] = []
    for character in lower(text, "tr").translate(_FOREIGN):
        if character in _KEPT_MARKS:
            made.append(character)
            continue
        decomposed = unicodedata.normalize("NFD", character)
        made.append("".join(part for part in decomposed if not unicodedata.combining(part)))
    return "".join(made)


def palatal(reading: str) -> str:
    """The reading with its last vowel before a palatal consonant: `kemal` → `kemäl`."""
    for place in range(len(reading) - 1, -1, -1):
        if reading[place] in VOWELS:
            changed = {"a": "ä", "â": "ä", "o": "ö", "u": "ü", "û": "ü"}.get(reading[place])
            return reading[:place] + (changed or reading[place]) + reading[place + 1 :]
    return reading


def letter_name(letter: str) -> str:
    """The Turkish name of a letter: `m` is me, `a` is a, `w` is çift ve."""
    plain = plain_letters(letter)[:1]
    if not plain or plain in VOWELS:
        return plain
    return _LETTER_NAMES.get(plain, plain + "e")


def soften(word: str) -> str:
    """The stem of a common noun before a suffix that begins with a vowel: kitap → kitab.

    TDK, “Ünsüz yumuşaması”: p, ç and k of words of more than one syllable, and n-k; t, words of
    one syllable and words that lose a vowel (şehir, şehri) by a list.
    """
    before, space, last = word.rpartition(" ")
    if listed := SOFTENED.get(lower(last, "tr")):
        return before + space + last[:1] + listed[1:]
    if sum(character in VOWELS for character in lower(last, "tr")) <= 1:
        return word
    if word.endswith("nk"):
        return word[:-1] + "g"
    return word[:-1] + _SOFT.get(word[-1], word[-1])
