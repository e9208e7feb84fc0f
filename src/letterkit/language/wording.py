"""Which of a locale's patterns is said to somebody, or to several, and what fills it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from letterkit.document import Phrase, Text, Value, plain_text
from letterkit.language.conventions import Grammar
from letterkit.language.english import without_article
from letterkit.language.honorifics import (
    folded_word,
    honorific_in_words,
    not_said_by,
    with_honorific,
)
from letterkit.language.locale_file import placeholders
from letterkit.language.phrases import Printable, as_phrase, fill
from letterkit.language.vocabulary import Company, Gender, Office

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from letterkit.language.conventions import TitlesInShort, Wording
    from letterkit.language.profile import Profile

_IMPLIED_HONORIFICS = {
    Office.DOCTOR: "doctor",
    Office.PROFESSOR: "professor",
    Office.JUDGE: "judge",
}
_BEFORE_NAME = re.compile(r"(?P<words>[^{}]+ )\{(?P<name>name|family_name)\}")


@dataclass(frozen=True, slots=True)
class Addressed:
    """Somebody as a salutation must know them; see `salutation` for what the fields hold."""

    office: Office
    gender: Gender = Gender.UNKNOWN
    name: Printable | None = None
    family_name: Printable | None = None
    title: Printable | None = None
    honorific: Printable | None = None
    organisation: Printable | None = None
    several: bool = False


@dataclass(frozen=True, slots=True)
class Several:
    """More than one addressee: how many, where that is known, and who is among them."""

    number: int | None = None
    company: Company = Company.UNKNOWN


def values_of(profile: Profile, person: Addressed) -> dict[str, Phrase]:
    """What there is to fill patterns with; where a courtesy (Mr.) is due it is the honorific."""
    gender, honorific = person.gender, person.honorific
    given = {
        "name": person.name,
        "family_name": person.family_name,
        "title": person.title,
        "called": None if person.title is None else _in_short(profile, as_phrase(person.title)),
        "organisation": person.organisation,
    }
    values = {key: as_phrase(item) for key, item in given.items() if item is not None}
    forms = profile.forms_of_address
    implied = _IMPLIED_HONORIFICS.get(person.office)
    if honorific is None and implied in forms.honorifics:
        honorific = implied
    said = Phrase()
    if honorific is not None:
        said = honorific_in_words(profile, honorific, gender, full=True)
    if not plain_text(said) and gender in forms.courtesy:
        said = Phrase.of(Text(forms.courtesy[gender]))
    values["honorific"] = said
    return {key: phrase for key, phrase in values.items() if plain_text(phrase)}


def patterns_of(
    wordings: Sequence[Wording], gender: Gender, several: Several | None = None
) -> Iterator[str]:
    """All patterns that could serve, the fittest first."""
    if several is not None:
        for wording in wordings:
            for patterns in wording.to_several(several.company, several.number):
                yield from patterns
        gender = Gender.UNKNOWN
    for wording in wordings:
        yield from wording.by_gender.get(gender, ())
        yield from wording.by_gender.get(Gender.UNKNOWN, ())


def worded(
    profile: Profile,
    wordings: Sequence[Wording],
    gender: Gender,
    values: Mapping[str, Phrase],
    *,
    several: Several | None = None,
    called: bool = False,
) -> Phrase:
    """The first pattern all of whose values are known; empty where there is none.

    `called` says that somebody is called so (“Dear …”): an English title loses its article.
    """
    bare = called and profile.grammar is Grammar.ENGLISH
    for pattern in patterns_of(wordings, gender, several):
        if all(field in values for field in placeholders(pattern)):
            if bare and "title" in values and not pattern.startswith("{title}"):
                values = {**values, "title": _without_article(values["title"])}
            return _filled(profile, pattern, values)
    return Phrase()


def respelled(inline: Text | Value, text: str) -> Text | Value:
    """An inline with other letters; a value that is changed is no longer verbatim."""
    if isinstance(inline, Text):
        return Text(text, inline.origin)
    return Value(
        text,
        expression=inline.expression,
        sources=inline.sources,
        verbatim=inline.verbatim and text == inline.text,
        direction=inline.direction,
        origin=inline.origin,
    )


def _filled(profile: Profile, pattern: str, values: Mapping[str, Phrase]) -> Phrase:
    """A pattern filled; an honorific and the name after it are not parted at a line's end.

    A title of the pattern that the name has already is not said twice: His Majesty King {name}.
    """
    for name in ("name", "family_name"):
        together = f"{{honorific}} {{{name}}}"
        if together in pattern:
            person = with_honorific(profile, values["honorific"], values[name])
            return fill(pattern.replace(together, "{person}"), {**values, "person": person})
    if found := _BEFORE_NAME.search(pattern):
        words = not_said_by(profile, found["words"].split(), values[found["name"]])
        before = "".join(f"{word} " for word in words)
        pattern = pattern[: found.start()] + before + pattern[found.end("words") :]
    return fill(pattern, values)


def _without_article(title: Phrase) -> Phrase:
    """An English title without the article before it."""
    first, *rest = title
    if isinstance(first, Text | Value):
        return Phrase.of(respelled(first, without_article(first.text)), *rest)
    return title


def _in_short(profile: Profile, title: Phrase) -> Phrase | None:
    """What somebody with a title is called, still a value of the data; None if it tells nothing."""
    if len(title) != 1 or not isinstance(inline := title[0], Text | Value):
        return None
    called = _called(profile.forms_of_address.titles, inline.text, profile.language)
    return None if called is None else Phrase.of(respelled(inline, called))


@lru_cache(maxsize=1024)
def _called(titles: TitlesInShort, title: str, language: str) -> str | None:
    """By the last words of the title's own part, the longest that are known."""
    names = _names_in_short(titles, language)
    words = _folded(title.partition(",")[0], language)
    own = tuple(takewhile(lambda word: not _ends_a_title(word, titles.until), words))
    return next(
        (names[own[start:]] for start in range(len(own)) if own[start:] in names),
        None,
    )


@lru_cache(maxsize=64)
def _names_in_short(titles: TitlesInShort, language: str) -> Mapping[tuple[str, ...], str]:
    return {_folded(name, language): called for name, called in titles.names.items()}


def _ends_a_title(word: str, until: tuple[str, ...]) -> bool:
    """Whether a word is `of`, or begins with an elided one: d’Exemple."""
    elided, mark, _ = word.replace("'", "’").partition("’")
    return word in until or elided + mark in until


def _folded(text: str, language: str) -> tuple[str, ...]:
    return tuple(folded_word(word, language) for word in text.split())
