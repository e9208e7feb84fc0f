"""What kind of name a Turkish name is: a possessive compound, an institution, a title, a people.

A possessive compound (*belirtisiz isim tamlaması*: Türk Dil Kurumu) ends in the possessive suffix
and takes n before a case suffix: Türk Dil Kurumu’nda. The spelling of a plain name can be the
same (Kobani’de, Bahçeli’de), so it is known by its last word, by endings that only such compounds
have, or by the words before it. Where that fails, a user says `compound`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from letterkit.language.casing import lower
from letterkit.language.turkish_sounds import VOWELS, plain_letters
from letterkit.language.turkish_words import (
    ALSO_NAMES,
    BARE_INSTITUTIONS,
    BARE_TITLES,
    BEFORE_BARE_TITLES,
    BEFORE_INSTITUTIONS,
    CLOSED_COMPOUNDS,
    INSTITUTIONS,
    INSTITUTIONS_ALONE,
    LANGUAGE_STEMS,
    NEVER_POSSESSED,
    OFFICES,
    OTHER_POSSESSED,
    PEOPLES,
    PLACES,
    POSSESSED_TITLES,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_KNOWN_HEADS = INSTITUTIONS | OTHER_POSSESSED | POSSESSED_TITLES

# Endings of possessed nouns: derived nouns in -lık, -hane, -me; loans in -iyet, -ite, -yon; -cI.
_INSTITUTION_ENDING = re.compile(
    r"..(?:[lc][ıi]ğ[ıi]|[lc]uğu|[lc]üğü|hanesi|iyeti|itesi|yonu|gâhı)\Z"
)
_OTHER_ENDING = re.compile(
    r"...(?:ları|leri|ması|mesi|[cç]ısı|[cç]isi|[cç]usu|[cç]üsü|[ei][şçt]imi|ımı|umu|ümü|ışı|uşu|üşü)\Z"
)
# No foreign name ends in ı, and few Turkish ones that are not derived: Umut Misakı, Veritabanı.
_BACK_ENDING = re.compile(r"..[aı][bfğhjkmnprştvyz]ı\Z(?<!kapı)(?<!yapı)(?<!yazı)(?<!batı)")
# Not after i: Arabic surnames end so (Reisi, Bitlisi).
_AFTER_VOWEL = re.compile(r"..([aeıoöuü])s([ıiuü])\Z")
_HARMONIC = {"a": "ı", "ı": "ı", "e": "i", "i": "i", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}
_DERIVED = re.compile(r"(?:[lcç][ıiuü]|s[ae]l[ıi]|ki)\Z")
_PLURAL = re.compile(r"....l[ae]r(?:aras[ıi])?\Z")
_ADJECTIVE = re.compile(r"....s[ae]l\Z")

# A name in the genitive, before what it has: BM’nin kararı.
_GENITIVE = re.compile(r"[’'](?:[ns]?[ıiuü])?n?[ıiuü]n\Z")

# What is derived from a proper name: languages in -ca; who comes from a place, in -lı; religions
# in -lık; and their plurals.
_LANGUAGE = re.compile(r"[cç][ae]\Z")
_OF_A_PLACE = re.compile(r"l[ıiuü]\Z")
_PEOPLE_OF_A_PLACE = re.compile(r"l[ıiuü]l[ae]r\Z")
_PLURAL_SUFFIX = re.compile(r"l[ae]r\Z")
_BEING = re.compile(r"l[ıiuü][kğ]\Z")

# Places whose names are compounds written as one word: Kadıköyü, Zeytinburnu, Boğaziçi.
_CLOSED_ENDING = re.compile(
    r"..(?:köyü|kenti|dağı|gölü|burnu|düzü|pınarı|hisarı|ovası|ağzı|sarayı|meydanı|bahçesi|"
    r"tepesi|deresi|köprüsü|kavağı|kuyusu|ormanı|yolu)\Z|...içi\Z"
)
# A k that has softened before the possessive: Umut Işığı, Hayat Toprağı.
_SOFTENED_ENDING = re.compile(r"..[aeıioöuü]ğ[ıiuü]\Z")
# How long the last part of a word must be to be known inside it: `Cumhurbaşkanı`.
_LEAST_CLOSED = 6
_CLOSED_HEADS = tuple(head for head in _KNOWN_HEADS if len(head) >= _LEAST_CLOSED)
_CLOSED_TITLES = tuple(title for title in POSSESSED_TITLES if len(title) >= _LEAST_CLOSED)


# A union and a state, though they are called as institutions are.
_NO_INSTITUTIONS = frozenset({("avrupa", "birliği"), ("rusya", "federasyonu")})


@lru_cache(maxsize=4096)
def is_possessive_compound(name: str) -> bool:
    """Whether a name ends in a noun with the possessive suffix of the third person."""
    words = _words(name)
    if not words:
        return False
    last, before = words[-1], words[:-1]
    if last in NEVER_POSSESSED:
        return False
    if last in CLOSED_COMPOUNDS or last.endswith(_CLOSED_HEADS) or _is_surname(last):
        return True
    if _CLOSED_ENDING.search(last):
        return True
    if not before:
        return last in _KNOWN_HEADS and last not in ALSO_NAMES
    return (
        last in _KNOWN_HEADS
        or _SOFTENED_ENDING.search(last) is not None
        or _ends_in_vowel_and_possessive(last)
        or _INSTITUTION_ENDING.search(last) is not None
        or _OTHER_ENDING.search(last) is not None
        or _BACK_ENDING.search(plain_letters(last)) is not None
        or (any(map(_GENITIVE.search, before)) and _looks_possessed(last))
        or (_speaks_of_institution(before) and _looks_possessed(last))
    )


def is_institution(name: str) -> bool:
    """Whether a name is that of an institution, and of no place, event, law or person.

    An institution need not be a compound: Birleşmiş Milletler, Türk Kızılay, Yargıtay. TDK writes
    no apostrophe after the names of institutions (Türk Dil Kurumundan), but one after states
    (Osmanlı Devleti’ndeki), places, treaties, laws and events (Çanakkale Boğazı’nın), and after
    Avrupa Birliği.
    """
    words = _words(name)
    if not words or words[-2:] in _NO_INSTITUTIONS:
        return False
    *before, last = words
    if last in INSTITUTIONS_ALONE or last in OFFICES or (before and last in BARE_INSTITUTIONS):
        return True
    if _PLURAL.search(last) and BEFORE_INSTITUTIONS.intersection(before):
        return True
    if last in OTHER_POSSESSED or last in CLOSED_COMPOUNDS or _is_surname(last):
        return False
    if _CLOSED_ENDING.search(last):
        return False
    return is_possessive_compound(name) and not is_title(name)


def is_title(name: str) -> bool:
    """Whether a name is a title (Cumhurbaşkanı, Genel Sekreter); TDK adds no apostrophe to one."""
    words = _words(name)
    if not words:
        return False
    *before, last = words
    if last in BARE_TITLES:
        return BEFORE_BARE_TITLES.issuperset(before)
    return _is_title_word(last)


def is_derived(name: str) -> bool:
    """Whether a name is derived from a proper name: Türkçe, Suriyeliler, Kürtler, Müslümanlık.

    TDK writes no apostrophe after suffixes that derive words, nor after the plural of a people.
    Who comes from a place is known by the place, and where no name stands before it: Suriyeli is
    one, Denizli a town, Kaya Halepli a person, Beyaz Baretliler an organisation.
    """
    words = _words(name)
    if not words:
        return False
    *before, last = words
    if last in PLACES or not _in_harmony(last):
        return False
    of_a_place = _stem(_PEOPLE_OF_A_PLACE, last)
    return (
        of_a_place in PLACES
        or (not before and bool(of_a_place))
        or _stem(_PLURAL_SUFFIX, last) in PEOPLES
        or _stem(_LANGUAGE, last) in LANGUAGE_STEMS
        or _stem(_BEING, last) in PEOPLES
        or (not before and _stem(_OF_A_PLACE, last) in PLACES)
    )


def softens(name: str) -> bool:
    """Whether a name softens its last consonant: Başbakanlığa, Türklüğün, Patriğe.

    TDK, “Kesme İşareti”: the names of offices, what is derived in -lık, and titles, as common nouns
    do. Other names keep their spelling.
    """
    words = _words(name)
    return bool(words) and (_BEING.search(words[-1]) is not None or is_title(name))


def _stem(ending: re.Pattern[str], word: str) -> str:
    """A word without an ending; empty if it has another."""
    found = ending.search(word)
    return word[: found.start()] if found else ""


def _in_harmony(word: str) -> bool:
    """Whether the last two vowels of a word are both front or both back, as with a suffix."""
    vowels = [character for character in plain_letters(word) if character in VOWELS]
    return len(vowels) > 1 and (vowels[-1] in "eiöü") == (vowels[-2] in "eiöüâ")


def _is_surname(word: str) -> bool:
    return word.endswith(("oğlu", "oğulları", "zadesi"))


def _ends_in_vowel_and_possessive(word: str) -> bool:
    """Whether a word ends in -sı, -si, -su, -sü after a vowel: İdaresi."""
    matched = _AFTER_VOWEL.search(plain_letters(word))
    return matched is not None and _HARMONIC[matched[1]] == matched[2]


def _speaks_of_institution(before: Sequence[str]) -> bool:
    """Whether the words before the last one tell that no person is named.

    A person is named after a title, whatever stands before that: Mısır Cumhurbaşkanı Sisi.
    """
    titles = [place for place, word in enumerate(before) if _is_title_word(word)]
    return any(
        word in BEFORE_INSTITUTIONS or _PLURAL.search(word) or _ADJECTIVE.search(word)
        for word in before[titles[-1] + 1 if titles else 0 :]
    )


def _is_title_word(word: str) -> bool:
    return word in POSSESSED_TITLES or word in BARE_TITLES or word.endswith(_CLOSED_TITLES)


def _looks_possessed(word: str) -> bool:
    """Whether a word ends as if in -ı, -i, -u, -ü by vowel harmony, and not in -lı or -cı."""
    letters = plain_letters(word)
    *before, vowel = [character for character in letters if character in VOWELS] or [""]
    if not before or letters[-1] != vowel or _DERIVED.search(letters):
        return False
    return letters[-2] not in VOWELS and _HARMONIC.get(before[-1]) == vowel


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    """The words of a name in small letters, without punctuation at their edges."""
    words = re.split(r"[\s/]+", lower(name, "tr"))
    bare = (word.strip("“”\"'’‘«»‹›()[]{}.,;:!?…-–—") for word in words)
    return tuple(word for word in bare if word)
