"""Titles of respect before a name: Dr., الدكتورة. One that the name has already is not repeated."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from letterkit.diagnostics import nearest
from letterkit.document import Phrase, Text, plain_text
from letterkit.language import casing
from letterkit.language.errors import LanguageError
from letterkit.language.phrases import Printable, after_honorific, as_phrase
from letterkit.language.vocabulary import HONORIFICS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.language.profile import Profile
    from letterkit.language.vocabulary import Gender

_STOP = 1  # letters by which an abbreviation with its stop is longer
_FIRST_WORDS = 2  # an article, and a title: The King


def honorific(profile: Profile, key: str, gender: Gender) -> str:
    """The short title of respect before a name: Dr., د. The same for everybody where custom is so.

    Empty where the language has no such title. Raises `LanguageError` for a key that neither the
    locale nor letterkit's own vocabulary has.
    """
    known = profile.forms_of_address.honorifics
    if key not in known and key in HONORIFICS:
        return ""
    if key not in known:
        raise LanguageError(
            f"`{profile.locale}` has no honorific `{key}`", hint=nearest(key, known)
        )
    found = known[key]
    return found.short or found.by_gender.get(gender, "")


def honorific_in_full(profile: Profile, key: str, gender: Gender) -> str:
    """The title in full, as a salutation has it: الدكتورة. The short one for unknown gender."""
    short = honorific(profile, key, gender)
    found = profile.forms_of_address.honorifics.get(key)
    return found.by_gender.get(gender, short) if found else short


def honorific_in_words(profile: Profile, item: Printable, gender: Gender, *, full: bool) -> Phrase:
    """A key of the vocabulary in words; any other string is the data's own phrase."""
    known = profile.forms_of_address.honorifics
    if not isinstance(item, str) or not (item in known or item in HONORIFICS):
        return as_phrase(item)
    said = honorific_in_full if full else honorific
    return Phrase.of(Text(said(profile, item, gender)))


def named(profile: Profile, name: Printable, honorific: Printable | None, gender: Gender) -> Phrase:
    """A name with the short honorific before it, not to be parted: Dr. Hatem, د. محمد."""
    if honorific is None:
        return as_phrase(name)
    said = honorific_in_words(profile, honorific, gender, full=False)
    return with_honorific(profile, said, as_phrase(name))


def with_honorific(profile: Profile, said: Phrase, name: Phrase) -> Phrase:
    """Honorific and name, or the name alone where it begins with that honorific."""
    if not plain_text(said) or _begins_with(profile, plain_text(name), plain_text(said)):
        return name
    return after_honorific(said, name)


def not_said_by(profile: Profile, words: Sequence[str], name: Phrase) -> Sequence[str]:
    """Of the words before a name those that the name does not begin with itself.

    His Majesty King, before King Example or The King; Sa Majesté le roi, before le roi Exemple.
    """
    said = [_folded(profile, word) for word in plain_text(name).split()[: len(words) + 1]]
    before = [_folded(profile, word) for word in words]
    for start in range(len(before)):
        if before[start:] == said[: len(before) - start]:
            return words[:start]
    return words[:-1] if before[-1:] == said[1:_FIRST_WORDS] else words


def _begins_with(profile: Profile, name: str, honorific: str) -> bool:
    words, said = name.split(), honorific.split()
    if len(words) <= len(said) or abs(len(words[0]) - len(said[0])) > _STOP:
        return False
    return [_folded(profile, word) for word in words[: len(said)]] == [
        _folded(profile, word) for word in said
    ]


def _folded(profile: Profile, word: str) -> str:
    return folded_word(word, profile.language)


@lru_cache(maxsize=4096)
def folded_word(word: str, language: str) -> str:
    """A word without regard to capitals and the stop of an abbreviation."""
    return casing.fold(word, language).rstrip(".")
