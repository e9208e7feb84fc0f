"""Finds who signs twice: under the same name, or one that is spelt another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.language.likeness import comparable, consonants
from letterkit.sources.schema import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letterkit.diagnostics import Diagnostics
    from letterkit.people.signatory import Signatory
    from letterkit.sources.nodes import DataText

    _Seen = dict[tuple[bool, str], tuple[int, DataText]]
    """The number of the entry that had a key first, and the name by which it did."""


def tell_of_doubles(signatories: Iterable[Signatory], problems: Diagnostics) -> None:
    """Tell of names that stand twice, in any of their languages; nobody is left out for it."""
    same: _Seen = {}
    alike: _Seen = {}
    for number, signatory in enumerate(_with_members(signatories)):
        person = signatory.person is not None
        told = False
        for locale, text in signatory.name.texts.items():
            name = comparable(text)
            sound = consonants(text, locale or "en")
            twin = _twin(same, (person, name), number, text)
            other = _twin(alike, (person, sound), number, text)
            if told:
                continue  # its other names are still to be known to those that follow
            if twin is not None:
                told = True
                problems.warning(
                    f"`{excerpt(text)}` stands twice in the list",
                    text.origin,
                    f"the first stands at {twin.origin}; take one of them out",
                )
            elif other is not None:
                told = True
                problems.warning(
                    f"`{excerpt(text)}` may be `{excerpt(other)}`, spelt another way",
                    text.origin,
                    f"that one stands at {other.origin}; if they are one, take one of them out",
                )


def _twin(seen: _Seen, key: tuple[bool, str], number: int, text: DataText) -> DataText | None:
    """The name of an earlier entry under the same key; from now on there is one."""
    if not key[1]:
        return None
    earlier, first = seen.setdefault(key, (number, text))
    return None if earlier == number else first


def _with_members(signatories: Iterable[Signatory]) -> Iterable[Signatory]:
    """Coalitions and those named under them."""
    for signatory in signatories:
        yield signatory
        yield from _with_members(signatory.signatories.named)
