"""What passes through an expression, and how it becomes inlines of the document.

A string of the user's data is a `DataText` until a filter changes it. A filter that combines or
inflects gives a `Phrase`, whose names stay islands of their own direction.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from letterkit.diagnostics import LetterkitError, Origin
from letterkit.document import Emphasis, Inline, Link, Phrase, Strong, Text, Value, plain_text
from letterkit.language.bidi import data_direction, direction_in, value_direction
from letterkit.sources.nodes import DataNothing, DataText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from letterkit.language.profile import Profile


class FilterError(LetterkitError):
    """A filter was given what it cannot take; `filter_name` is set when it has left the filter."""

    def __init__(
        self,
        message: str,
        origin: Origin | None = None,
        hint: str | None = None,
        *,
        filter_name: str | None = None,
    ) -> None:
        super().__init__(message, origin, hint)
        self.filter_name = filter_name


class UnprintableError(LetterkitError):
    """An expression gave something that is not text, as a list or nothing at all."""


@dataclass(frozen=True, slots=True)
class NamedValue(Value):
    """A value that still knows the data it came from, for the filters that follow.

    It never leaves the expression: `inlines_of` gives a plain `Value`.
    """

    data: DataText | None = None


class Year(int):
    """The year of a date: a number to reckon with, whose digits are not grouped."""

    __slots__ = ()

    def __add__(self, other: int) -> Year:
        """A later year."""
        return Year(int(self) + other)

    def __sub__(self, other: int) -> int:
        """An earlier year; between two years, how many there are."""
        difference = int(self) - int(other)
        return difference if isinstance(other, Year) else Year(difference)


class WholeParagraphs:
    """The base of what stands for whole paragraphs, which no filter can take."""

    __slots__ = ()


def inlines_of(
    value: object, profile: Profile, *, expression: str = "", origin: Origin | None = None
) -> tuple[Inline, ...]:
    """The inlines that a value prints, each value marked with its expression and its place.

    Numbers print in the locale's digits, dates in its long form. Raises `UnprintableError` for what
    is not text, `LetterkitError` for what the language cannot say.
    """
    if isinstance(value, DataText):
        if _is_absent(value):
            raise _absent()
        direction = data_direction(value)
        return (
            Value(
                str(value),
                expression,
                (value.origin,),
                verbatim=True,
                direction=direction,
                origin=origin,
            ),
        )
    return tuple(_marked(inline, expression, origin) for inline in _inlines(value, profile))


def phrase_of(value: object, profile: Profile) -> Phrase:
    """A value as a phrase that filters combine; a `DataText` keeps its data for them."""
    return value if isinstance(value, Phrase) else Phrase(_inlines(value, profile))


def text_of(value: object, profile: Profile) -> str:
    """The plain characters of a value."""
    return str(value) if isinstance(value, str) else plain_text(_inlines(value, profile))


def characters_of(value: object) -> str:
    """A value in an address or a file name. Raises `UnprintableError` for what is not text."""
    match value:
        case DataText() if _is_absent(value):
            raise _absent()
        case bool():
            raise _unprintable(value)
        case str():
            return str(value)
        case int() | float() | Decimal():
            return str(value)
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case Phrase():
            return plain_text(value)
        case Inline():
            return plain_text((value,))
    raise _unprintable(value)


def computed(text: str, sources: tuple[Origin, ...] = ()) -> Phrase:
    """What a filter made."""
    return Phrase.of(Value(text, sources=sources, direction=value_direction(text)))


def words(text: str) -> Phrase:
    """Words that the translator chose: part of the sentence, no island in it."""
    return Phrase.of(Text(text))


def concatenated(values: Iterable[object], profile: Profile) -> Phrase:
    """Values one after the other: what `~` and `+` make of text.

    A plain string was written in the expression, so it is the translator's own words.
    """
    return Phrase(
        inline
        for value in values
        for inline in (words(value) if type(value) is str else phrase_of(value, profile))
    )


def mapped(inline: Inline, change: Callable[[str], str]) -> Inline:  # noqa: PLR0911 - a kind each
    """An inline with every text in it changed; what it is made from stays known."""
    match inline:
        case Text(text=text, origin=origin):
            return Text(change(text), origin)
        case NamedValue(data=DataText() as data):
            return _named(
                data.changed(change(data), data.direction),
                verbatim=False,
            )
        case Value():
            text = change(inline.text)
            return Value(
                text,
                sources=inline.sources,
                direction=inline.direction or value_direction(text),
                origin=inline.origin,
            )
        case Emphasis(children=children):
            return Emphasis(tuple(mapped(child, change) for child in children))
        case Strong(children=children):
            return Strong(tuple(mapped(child, change) for child in children))
        case Link(target=target, children=children):
            return Link(target, tuple(mapped(child, change) for child in children))
    return inline


def public_names(value: object) -> list[str]:
    """The fields of a view or an entry that an expression may ask for."""
    if isinstance(value, Mapping):
        return [str(key) for key in value]
    if isinstance(value, date):
        return ["year", "month", "day"]
    if value is None or isinstance(value, str | int | float | Decimal | list | tuple | Inline):
        return []
    return [name for name in dir(value) if not name.startswith("_")]


def _inlines(value: object, profile: Profile) -> tuple[Inline, ...]:
    match value:
        case DataText():
            return (_named(value),)
        case str():
            return (Value(str(value), direction=direction_in(value, profile.direction)),)
        case Phrase():
            return value
        case Inline():
            return (value,)
        case bool():
            raise _unprintable(value)
        case int() | float() | Decimal():
            from letterkit.language.numbers import format_number, in_digits

            year = isinstance(value, Year)
            return computed(
                in_digits(profile, str(int(value))) if year else format_number(profile, value)
            )
        case date():
            from letterkit.language.dates import format_date

            day = value.date() if isinstance(value, datetime) else value
            return computed(format_date(profile, day))
    raise _unprintable(value)


def _named(data: DataText, *, verbatim: bool = True) -> NamedValue:
    return NamedValue(
        str(data),
        sources=(data.origin,),
        verbatim=verbatim,
        direction=data_direction(data),
        data=data,
    )


def _marked(inline: Inline, expression: str, origin: Origin | None) -> Inline:
    match inline:
        case Value():
            return Value(
                inline.text,
                inline.expression or expression,
                inline.sources,
                inline.verbatim,
                inline.direction,
                inline.origin or origin,
            )
        case Text(text=text, origin=None):
            return Text(text, origin)
        case Emphasis(children=children):
            return Emphasis(tuple(_marked(child, expression, origin) for child in children))
        case Strong(children=children):
            return Strong(tuple(_marked(child, expression, origin) for child in children))
        case Link(target=target, children=children):
            return Link(target, tuple(_marked(child, expression, origin) for child in children))
    return inline


def _is_absent(value: DataText) -> bool:
    """Whether it stands for a field that was left out."""
    return not value and not value.origin.path


def _absent() -> UnprintableError:
    return UnprintableError(
        "there is nothing to print here",
        hint="give it in the data, or say what stands instead: `… or 'other words'`",
    )


def _unprintable(value: object) -> UnprintableError:
    if isinstance(value, bool):
        return UnprintableError(
            f"the expression gave `{str(value).lower()}`, not text",
            hint="print words that depend on it: `{{ … if … else … }}`",
        )
    if value is None or isinstance(value, DataNothing):
        return UnprintableError(
            "the expression gave nothing",
            hint="give what shall stand there instead: `default(…)`",
        )
    if isinstance(value, list | tuple | set | frozenset):
        return UnprintableError(
            "the expression gave a list, not text",
            hint="write its items as a sentence does: `join_and` or `join_or`",
        )
    if isinstance(value, WholeParagraphs):
        return UnprintableError(
            "whole paragraphs stand here, which no filter takes",
            hint="let them stand by themselves, as in `{{ default }}`",
        )
    fields = ", ".join(f"`.{name}`" for name in public_names(value)[:8])
    return UnprintableError(
        "the expression gave an entry of several fields, not text",
        hint=f"name one of its fields: {fields}" if fields else None,
    )
