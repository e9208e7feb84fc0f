"""How a Turkish reader speaks the end of a written name: numbers, letters, signs and words.

Sources: TDK, Yazım Kılavuzu, “Kısaltmalar” (capitals by the name of the last letter, TDK’den;
those spoken as a word by that word, NATO’dan; small letters by the word they stand for, kg’dan).
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from letterkit.language.casing import lower
from letterkit.language.turkish_foreign import foreign_reading
from letterkit.language.turkish_numbers import (
    digits_reading,
    number_words,
    ordinal_words,
    roman_value,
)
from letterkit.language.turkish_sounds import VOWELS, letter_name, palatal, plain_letters
from letterkit.language.turkish_words import (
    ABBREVIATIONS,
    PALATAL,
    READINGS,
    SPOKEN_ABBREVIATIONS,
)

_FRONT_VOWELS = frozenset("eiöü")
_TURKISH_CAPITALS = frozenset("ÇĞİÖŞÜ")
_FOREIGN_CAPITALS = frozenset("QWX")

# A word that Turkish can speak: at most two consonants begin a word or end it, and only such as
# Turkish and its loan words know.
_CONSONANT = "[bcçdfgğhjklmnpqrsştvwxyz]"
_VOWEL = "[aeıioöuü]"
_BEGINNING = rf"(?:[bcdfgkpt]r|[bcfgkp]l|s[klmnpt]|{_CONSONANT})?"
_MIDDLE = rf"(?:{_CONSONANT}{{0,2}}|{_CONSONANT}{{2}}[rl])"
_END = rf"(?:r[ckmnpst]|l[kmpt]|n[cçkst]|s[kst]|ş[kt]|m[ps]|[bcdkpt]s|[kp]t|ft|{_CONSONANT})?"
_SPEAKABLE = re.compile(rf"{_BEGINNING}{_VOWEL}(?:{_MIDDLE}{_VOWEL})*{_END}")
_SPEAKABLE_SHORT = re.compile(rf"{_CONSONANT}{_VOWEL}{_CONSONANT}|.*{_VOWEL}")

_EDGES = "“”\"'’‘«»‹›()[]{}!?,;…"
_RAISED_NUMBER = re.compile(r"[0-9)]([⁰¹²³⁴⁵⁶⁷⁸⁹]+)\Z")
_FINAL_K = frozenset("cqx")

_PARTS = re.compile(r"[-‐‑–—/@_&+.:|]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
_ROMAN_TOKEN = re.compile(r"[IVX]+")


def reading_of(name: str, *, pronunciation: str | None = None, letters: bool | None = None) -> str:
    """The reading of the last word of a name; empty where nothing in it can be spoken.

    `pronunciation` is taken as it is; `letters` says whether the last word is spelled out.
    """
    if pronunciation is not None and any(c.isalnum() for c in pronunciation):
        spoken = unicodedata.normalize("NFC", last_token(pronunciation))
        return _spoken_word(spoken, listed=False) or digits_reading(spoken)
    name = unicodedata.normalize("NFC", name)
    token = last_token(name)
    if not token:
        return ""
    if letters is not None:
        written = [character for character in token if character.isalpha()]
        if written:
            return letter_name(written[-1]) if letters else _as_word(_last_part(token))
    return _number_or_sign(token, name) or _abbreviation(token) or _word_or_letters(token)


def last_token(name: str) -> str:
    """The last stretch without spaces that has something to speak in it."""
    for token in reversed(name.split()):
        if any(character.isalnum() for character in token) or token in READINGS:
            return token
    return ""


def is_foreign_script(word: str) -> bool:
    """Whether a word ends in a letter that is not Latin, so that its spelling tells no ending."""
    last = next((character for character in reversed(word) if character.isalnum()), "")
    if not last.isalpha() or word in READINGS or last in READINGS:
        return False
    called = unicodedata.name(last, "LATIN")
    return not any(word in called for word in ("LATIN", "SIGN", "ORDINAL"))


def _last_part(token: str) -> str:
    parts = [part for part in _PARTS.split(token) if any(c.isalnum() for c in part)]
    return parts[-1] if parts else token


def _number_or_sign(token: str, name: str) -> str:
    """The reading of a token that ends in a digit, a sign or an ordinal's full stop."""
    bare = token.strip(_EDGES)
    if bare.endswith("."):
        return _ordinal(bare[:-1])
    if raised := _RAISED_NUMBER.search(bare):  # 6⁴ is altı üssü dört
        bare = unicodedata.normalize("NFKC", raised[1])
    if bare.startswith("%") or bare.endswith("%"):
        return digits_reading(bare.strip("%"))
    if reading := digits_reading(name if name.endswith(bare) else bare):
        return reading
    if not bare[-1:].isalpha() and bare[-1:] in READINGS:
        return READINGS[bare[-1:]]
    # A single I, V or X is a numeral after another word only (Bölüm V), else a letter.
    if _ROMAN_TOKEN.fullmatch(bare) and (len(bare) > 1 or bare != name):
        value = roman_value(bare)
        return number_words(value) if value else ""
    return ""


def _ordinal(number: str) -> str:
    """The reading of digits or a Roman numeral before an ordinal's full stop: II. is ikinci."""
    if number.isascii() and number.isdigit():
        return ordinal_words(int(number[-24:]))
    value = roman_value(number) if len(number) > 1 or _ROMAN_TOKEN.fullmatch(number) else None
    return ordinal_words(value) if value else ""


def _abbreviation(token: str) -> str:
    """The reading of a unit in small letters, of initials and of what ends in a full stop."""
    bare = token.strip(_EDGES)
    if _INITIALS.fullmatch(bare):
        return letter_name(bare.rstrip(".")[-1])
    if bare.endswith("."):
        known = ABBREVIATIONS.get(lower(bare.rstrip("."), "tr"))
        return known or ""
    part = bare.rpartition("/")[2]
    unit = READINGS.get(part) or READINGS.get(part.lower() if part in {"kW", "MW"} else "")
    return unit or ""


def _as_word(part: str) -> str:
    return _capitals_reading(part) if is_capitals(part) else _spoken_word(part)


def _word_or_letters(token: str) -> str:
    whole = "".join(c for c in token if c.isalpha())
    part = "".join(c for c in _last_part(token) if c.isalpha())
    if len(part) <= 1:
        return letter_name(part or whole[-1:])
    if is_capitals(part):
        # Türk-İş is spoken as one word in capitals too: TÜRK-İŞ.
        spoken = next((word for word in (part, whole) if is_capitals(word) and is_spoken(word)), "")
        return _capitals_reading(spoken) if spoken else letter_name(part[-1])
    plain = plain_letters(part)
    if VOWELS.isdisjoint(plain):
        return plain.replace("y", "i") if "y" in plain else letter_name(part[-1])
    return _spoken_word(part)


def is_capitals(word: str) -> bool:
    """Whether a word is written in capitals throughout."""
    return word.isupper() and len(word) > 1


def is_spoken(capitals: str) -> bool:
    """Whether capitals are spoken as a word (NATO, IŞİD) rather than spelled out (BM, AKP).

    Two letters are spelled out; three are spoken as consonant, vowel, consonant (YÖK, MİT);
    more are spoken where Turkish can speak them. A vowel at the end makes no difference.
    """
    plain = _plain_capitals(capitals)
    if plain in SPOKEN_ABBREVIATIONS:
        return True
    if len(plain) <= len("BM"):
        return False
    pattern = _SPEAKABLE_SHORT if len(plain) == len("YÖK") else _SPEAKABLE
    return pattern.fullmatch(plain) is not None


def _capitals_reading(capitals: str) -> str:
    plain = _plain_capitals(capitals)
    return SPOKEN_ABBREVIATIONS.get(plain) or _spoken_word(plain)


def _plain_capitals(capitals: str) -> str:
    """Capitals as small letters; I is a dotted i where the word is not Turkish.

    Not Turkish is what has q, w or x, two vowels side by side, vowels against harmony, a beginning
    such as UN, or I as the only vowel of a short word; a letter with a mark makes it Turkish.
    """
    plain = plain_letters(capitals)
    if "ı" not in plain or not _TURKISH_CAPITALS.isdisjoint(capitals):
        return plain
    vowels = [character for character in plain if character in VOWELS]
    foreign = (
        not _FOREIGN_CAPITALS.isdisjoint(capitals)
        or capitals.startswith(("UN", "US", "EU"))
        or re.search(rf"{_VOWEL}{{2}}", plain) is not None
        or not _FRONT_VOWELS.isdisjoint(vowels)
        or any(after == "ı" and before in "ou" for before, after in pairwise(vowels))
        or (
            set(vowels) == {"ı"}
            and len(plain) <= len("BRICS")
            and plain not in SPOKEN_ABBREVIATIONS
        )
    )
    return plain.replace("ı", "i") if foreign else plain


def _spoken_word(word: str, *, listed: bool = True) -> str:
    """The reading of a word from its spelling; `listed` lets the lists of irregular words speak."""
    plain = "".join(character for character in plain_letters(word) if character.isalpha())
    if not listed:
        return plain
    if plain in PALATAL:
        return palatal(plain)
    if foreign := foreign_reading(word, plain):
        return foreign
    if len(plain) > 1 and plain[-1] == "y" and plain[-2] not in VOWELS:
        return plain[:-1] + "i"  # Kerry, Kennedy
    # Turkish words do not end in c; foreign ones that do are spoken with k (Eric, OPEC).
    return plain[:-1] + "k" if plain[-1:] in _FINAL_K else plain
