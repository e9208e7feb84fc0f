"""Capital and small letters by language, never by the machine's locale.

Unicode gives every letter one partner, but Turkish and Azerbaijani pair i with İ and ı with I
(Unicode Standard, SpecialCasing.txt, conditional mappings for tr and az). Text is composed first
(NFC), so that a dot written as a combining mark is seen for what it is. The final sigma of Greek
and the sharp s of German are as Python has them; Arabic and other scripts without case are left
as they are.

A locale is a language code, alone or with a region: `tr`, `tr-TR`, `en_GB`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

DOTTED_I_LANGUAGES = frozenset({"tr", "az"})

_TO_UPPER = str.maketrans({"i": "İ", "ı": "I"})
_TO_LOWER = str.maketrans({"İ": "i", "I": "ı"})

_WORD = re.compile(r"[^\W\d_]+")

_APOSTROPHES = frozenset("'’ʼ‘`´＇")
_INVISIBLE = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u061c\u2060\u2066\u2067\u2068\u2069\ufeff"
)
# Arabic vowel marks and tatweel: optional in writing, so that they never make a difference.
_ARABIC_MARKS = frozenset(
    map(chr, (0x0640, *range(0x064B, 0x0653), *range(0x0656, 0x0660), 0x0670))
)


def language_of(locale: str) -> str:
    """The language code of a locale name: `tr` of `tr-TR` and of `TR_tr`."""
    return locale.replace("_", "-").partition("-")[0].lower()


def upper(text: str, locale: str) -> str:
    """All letters as capitals: `istanbul` is İSTANBUL in `tr`, ISTANBUL in `en`."""
    composed = unicodedata.normalize("NFC", text)
    if language_of(locale) in DOTTED_I_LANGUAGES:
        composed = composed.translate(_TO_UPPER)
    return unicodedata.normalize("NFC", composed.upper())


def lower(text: str, locale: str) -> str:
    """All letters as small ones: `ISPARTA` is ısparta in `tr`, isparta in `en`."""
    composed = unicodedata.normalize("NFC", text)
    if language_of(locale) in DOTTED_I_LANGUAGES:
        composed = composed.translate(_TO_LOWER)
    else:
        # Python writes İ as i and a combining dot above, which no language but Lithuanian wants.
        composed = composed.replace("İ", "i")
    return unicodedata.normalize("NFC", composed.lower())


def title(
    text: str, locale: str, *, small: Collection[str] = (), last_is_capital: bool = False
) -> str:
    """Each word with a capital first letter and small ones after it.

    A letter after an apostrophe is within its word: `istanbul’da ılık işler` is İstanbul’da Ilık
    İşler. A word that begins with a digit keeps its letters small: `3rd`. So do the words `small`
    after the first, and where `last_is_capital` before the last: `Suç ve Ceza`.
    """
    text = lower(text, locale)
    words = list(_WORD.finditer(text))
    linking = words[1:-1] if last_is_capital else words[1:]
    kept = {
        found.start() for found in linking if found.group() in small and _stands_alone(text, found)
    }
    made: list[str] = []
    in_word = False
    letter_before = False
    for place, character in enumerate(text):
        if character.isalpha() and not in_word and place not in kept:
            made.append(_initial(character, locale))
        else:
            made.append(character)
        if character.isalnum() or unicodedata.combining(character):
            in_word = letter_before = True
        else:
            # An apostrophe continues a word; without a letter before it, it opens a quotation.
            in_word = letter_before and character in _APOSTROPHES
            letter_before = False
    return unicodedata.normalize("NFC", "".join(made))


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    """Whether a word is no part of a longer one, as in “de-Gaulle” and “ya’nın”.

    Nor does it begin a subtitle: `Roses: The Story`.
    """
    before, after = text[: found.start()], text[found.end() :][:1]
    begins = before.rstrip()[-1:] in {":", "?", "!"}
    return (
        before[-1:].isspace() and not begins and (not after or after.isspace() or after in ",;:.?!")
    )


def capital(text: str, locale: str) -> str:
    """A capital at the beginning, all else as it is: `iki yüz` is İki yüz in `tr`.

    What does not begin with a letter (`3 schools`) is left as it is; quotation marks and brackets
    before the first letter do not count.
    """
    for place, character in enumerate(text):
        if character.isalpha():
            return text[:place] + _initial(character, locale) + text[place + 1 :]
        if character.isalnum():
            break
    return text


def fold(text: str, locale: str) -> str:
    """Text as it is compared and searched for, whatever its case and its invisible marks.

    Compatibility forms, case, soft hyphens, direction marks, Arabic vowel marks, tatweel and the
    spacing of words do not count; accents do. Folding again changes nothing.
    """
    if text.isascii() and (language_of(locale) not in DOTTED_I_LANGUAGES or "I" not in text):
        return " ".join(text.casefold().split())  # nothing in it has another form
    folded = text
    while True:
        # One pass may bring forth what the next composes (a mark freed from an invisible sign).
        again = _folded_once(folded, locale)
        if again == folded:
            return folded
        folded = again


def _folded_once(text: str, locale: str) -> str:
    composed = unicodedata.normalize("NFKC", text)
    kept = "".join(c for c in composed if c not in _INVISIBLE and c not in _ARABIC_MARKS)
    kept = unicodedata.normalize("NFC", kept)
    if language_of(locale) in DOTTED_I_LANGUAGES:
        kept = kept.translate(_TO_LOWER)
    else:
        kept = kept.replace("İ", "i")
    return unicodedata.normalize("NFKC", " ".join(kept.casefold().split()))


def _initial(character: str, locale: str) -> str:
    if language_of(locale) in DOTTED_I_LANGUAGES:
        character = character.translate(_TO_UPPER)
    return character.title()
