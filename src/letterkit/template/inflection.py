"""Filters that put Turkish case endings on names, numbers, dates and abbreviations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.document import Emphasis, Inline, Link, Phrase, Strong, Text, Value, plain_text
from letterkit.template.given import flag_in
from letterkit.template.values import FilterError, NamedValue, computed, phrase_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from letterkit.diagnostics import Origin
    from letterkit.language.profile import Profile
    from letterkit.language.turkish import Case
    from letterkit.sources.nodes import DataText

CASES = (
    "genitive",
    "dative",
    "accusative",
    "locative",
    "ablative",
    "instrumental",
    "possessive",
)
"""The endings there are a filter for; the possessive is that of the third person."""


class Inflection:
    """The cases; each takes what the spelling does not tell, or finds it beside the name in YAML.

    `pron` is how the word is spoken, `compound` says that it is a possessive compound (Dışişleri
    Bakanlığı), `letters` whether an abbreviation is spoken letter by letter, `apostrophe` whether
    the ending is set off from a name; what is not said goes by `case-endings` of the locale file.
    """

    def __init__(self, profile: Profile) -> None:
        self._profile = profile

    def filters(self) -> dict[str, Callable[..., Phrase]]:
        """A filter for each case, by its name: Ankara’nın, Ankara’ya, Kurbanların %97’si."""
        return {name: self._filter(name) for name in CASES}

    def _filter(self, name: str) -> Callable[..., Phrase]:
        def inflected(
            value: object,
            *,
            pron: str | None = None,
            compound: bool | None = None,
            letters: bool | None = None,
            apostrophe: bool | None = None,
        ) -> Phrase:
            return self._inflected(name, value, pron, compound, letters, apostrophe)

        return inflected

    def _inflected(
        self,
        name: str,
        value: object,
        pron: str | None,
        compound: bool | None,
        letters: bool | None,
        apostrophe: bool | None,
    ) -> Phrase:
        language = self._profile.language
        if language != "tr":
            raise FilterError(
                f"`{name}` puts Turkish endings on words, and this is `{self._profile.locale}`",
                hint="leave the filter out, or write the words out in this language",
            )
        if pron is not None and not isinstance(pron, str):
            raise FilterError(f"`{name}` takes text as its `pron`", hint='as in `pron="gardiyan"`')
        for option, given in (
            ("compound", compound),
            ("letters", letters),
            ("apostrophe", apostrophe),
        ):
            if given is not None:
                flag_in(name, option, given)
        phrase = phrase_of(value, self._profile)
        text = plain_text(phrase)
        if not text.strip():
            raise FilterError(
                f"`{name}` was given an empty text",
                hint="say what to do without it: `{{ … if … else … }}`",
            )
        from letterkit.language.turkish import Case, inflect

        data = _last_name(phrase, text)
        if data is not None:
            pron = data.pronunciation if pron is None else pron
            compound = data.compound if compound is None else compound
            letters = data.letters if letters is None else letters
        case: Case = Case(name)
        stem, suffix, rest = inflect(
            text,
            case,
            pronunciation=pron or self._known_pronunciation(name, text),
            compound=compound,
            letters=letters,
            apostrophe=apostrophe,
            style=self._profile.apostrophe,
        )
        if not suffix:
            return phrase
        if stem + rest != text:  # the ending changed the word itself
            return computed(stem + suffix + rest, _sources(phrase))
        return Phrase(_with_ending(phrase, len(stem), suffix))

    def _known_pronunciation(self, name: str, text: str) -> str | None:
        """How a name is spoken by the locale file; None where its letters tell it.

        Raises `FilterError` where nothing does.
        """
        from letterkit.language.turkish import suffixed_word
        from letterkit.language.turkish_reading import is_foreign_script, last_token

        word = suffixed_word(text)
        if not last_token(text):
            raise FilterError(
                f"`{name}` finds nothing in `{text}` that is spoken",
                hint="write the word that takes the ending",
            )
        known = self._profile.pronunciations.get(word)
        if known is None and is_foreign_script(word):
            raise FilterError(
                f"nothing tells how `{text}` is spoken in Turkish, so no ending fits it",
                hint="give the name in Turkish letters, or say how it is spoken:"
                f' `{name}(pron="…")`, or `{{text: …, pron: …}}` in the data',
            )
        return known


def _last_name(phrase: Phrase, text: str) -> DataText | None:
    """What is known of the name that the text ends with."""
    for inline in reversed(phrase):
        if isinstance(inline, NamedValue) and inline.data is not None:
            return inline.data if inline.text and inline.text.strip() in text else None
        if isinstance(inline, Value) or any(map(str.isalnum, plain_text((inline,)))):
            return None
    return None


def _sources(phrase: Phrase) -> tuple[Origin, ...]:
    return tuple(
        origin for inline in phrase if isinstance(inline, Value) for origin in inline.sources
    )


def _with_ending(inlines: Phrase | tuple[Inline, ...], place: int, ending: str) -> list[Inline]:
    """The inlines with an ending after so many characters of their text."""
    made: list[Inline] = []
    left = place
    done = False
    for inline in inlines:
        length = len(plain_text((inline,)))
        if done or left > length or (left == length and length == 0):
            made.append(inline)
            left -= length
            continue
        done = True
        made += _split(inline, left, length, ending)
    if not done:
        made.append(Text(ending))
    return made


def _split(inline: Inline, place: int, length: int, ending: str) -> list[Inline]:
    """An inline cut at `place`, the ending between; a Turkish ending is the sentence's own."""
    match None if place == length else inline:
        case Text(text=text, origin=origin):
            return [Text(text[:place] + ending + text[place:], origin)]
        case Value(text=text) as value:
            return [_piece(value, text[:place]), Text(ending), _piece(value, text[place:])]
        case Emphasis(children=children):
            return [Emphasis(tuple(_with_ending(children, place, ending)))]
        case Strong(children=children):
            return [Strong(tuple(_with_ending(children, place, ending)))]
        case Link(target=target, children=children):
            return [Link(target, tuple(_with_ending(children, place, ending)))]
    return [inline, Text(ending)]


def _piece(value: Value, text: str) -> Value:
    """A part of a value: a name cut by an ending is still that name, so its places stay."""
    return Value(
        text, sources=value.sources, verbatim=False, direction=value.direction, origin=value.origin
    )
