"""The filters of expressions, each bound to the locale it serves.

What they are given is judged here: whatever is wrong is a `FilterError` with a hint, which becomes
a diagnostic at the expression's place.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from jinja2 import Undefined

from letterkit.document import Direction, Inline, Phrase, Value, plain_text
from letterkit.language import casing
from letterkit.language.errors import LanguageError
from letterkit.language.locale_nouns import CATEGORIES
from letterkit.sources.nodes import DataNothing
from letterkit.template import amounts, inflection, quantities
from letterkit.template.given import number_in
from letterkit.template.values import (
    FilterError,
    mapped,
    phrase_of,
    text_of,
    words,
)

if TYPE_CHECKING:
    from letterkit.language.profile import Profile

Filter = Callable[..., object]

REPLACED: Mapping[str, str] = {
    "capitalize": "use `capital`, `upper`, `lower` or `title`, which follow the language",
    "dictsort": "use `alphabetical`, which sorts as the language sorts",
    "e": "a value is never read as markup; nothing has to be escaped",
    "escape": "a value is never read as markup; nothing has to be escaped",
    "filesizeformat": "use `number`",
    "float": "use `number`; what a variable is stands under `variables` in `template.yaml`",
    "forceescape": "a value is never read as markup; nothing has to be escaped",
    "format": "use `~` to join text, and `number` or `percent` for figures",
    "groupby": "use `selectattr`, or a part with `each`",
    "int": "use `number`; what a variable is stands under `variables` in `template.yaml`",
    "join": "use `join_and` or `join_or`, which write a list as the language does",
    "nl2br": "end a line in the words with a backslash",
    "random": "a letter is the same each time it is made",
    "replace": "change the data, or say it with `choose`",
    "safe": "a value is never read as markup; nothing has to be escaped",
    "sort": "use `alphabetical`, which sorts as the language sorts",
    "string": "text and numbers print as they are",
    "striptags": "a value is never read as markup; nothing has to be taken out",
    "truncate": "a letter says things in full",
    "unique": "take repeated entries out of the data",
    "urlize": "write a link as `[words]({{ … }})`",
    "wordwrap": "lines are wrapped when the letter is written out: `--wrap`",
}
"""Filters that Jinja has and letters do not, with what to use instead."""


class GuardedFilter:
    """A filter that tells of undefined names and of nothing before it does its work."""

    __slots__ = ("_signature", "function", "name")

    def __init__(self, name: str, function: Filter) -> None:
        self.name = name
        self.function = function
        self._signature: inspect.Signature | None = None

    def __call__(self, value: object, *arguments: object, **options: object) -> object:
        """What the filter makes of a value; raises `FilterError` with the filter's name."""
        for given in (value, *arguments, *options.values()):
            if isinstance(given, Undefined):
                str(given)  # raises, and says which name it is
        if value is None or isinstance(value, DataNothing):
            raise FilterError(
                f"`{self.name}` was given nothing",
                hint="say what to do without it: `default(…)`, or `{{ … if … else … }}`",
                filter_name=self.name,
            )
        try:
            return self.function(value, *arguments, **options)
        except (FilterError, LanguageError) as error:
            found = error.diagnostic
            raise FilterError(
                found.message, found.origin, found.hint, filter_name=self.name
            ) from error

    @property
    def signature(self) -> inspect.Signature:
        """What may be written in its brackets; the first parameter is the value itself."""
        if self._signature is None:
            self._signature = inspect.signature(self.function)
        return self._signature


def filters_for(profile: Profile) -> dict[str, GuardedFilter]:
    """All filters of letterkit for one locale, by the names that expressions use."""
    groups = (
        (_General(profile), _General.METHODS),
        (amounts.Amounts(profile), amounts.Amounts.METHODS),
    )
    functions = {name: getattr(group, name) for group, names in groups for name in names}
    functions |= quantities.Quantities(profile).filters()
    functions |= inflection.Inflection(profile).filters()
    return {name: GuardedFilter(name, function) for name, function in functions.items()}


class _General:
    """Lists, words by case, case of letters, order, quotation marks, direction."""

    METHODS = (
        "join_and",
        "join_or",
        "plural",
        "choose",
        "upper",
        "lower",
        "title",
        "capital",
        "alphabetical",
        "reverse",
        "quote",
        "ltr",
    )

    def __init__(self, profile: Profile) -> None:
        self._profile = profile

    def join_and(self, items: object) -> Phrase:
        """A, B and C."""
        return self._joined("join_and", items, "and")

    def join_or(self, items: object) -> Phrase:
        """A, B or C."""
        return self._joined("join_or", items, "or")

    def _joined(self, name: str, items: object, style: str) -> Phrase:
        from letterkit.language.lists import join

        phrases = [self._item(name, item) for item in _listed(name, items)]
        if not phrases:
            raise FilterError(
                f"`{name}` was given an empty list",
                hint="say what to do without it: `{{ … if … else … }}`, or `when` of the part",
            )
        return join(self._profile, phrases, style)

    def _item(self, name: str, item: object) -> Phrase:
        if isinstance(item, str | Phrase | Inline | int | float | Decimal | date):
            return phrase_of(item, self._profile)
        raise FilterError(
            f"`{name}` takes a list of text, and an entry of this one has several fields",
            hint=f'name the field: `map(attribute="name") | {name}`',
        )

    def plural(self, value: object, **forms: object) -> object:
        """The words that agree with a number, by its plural category (CLDR)."""
        from letterkit.language.plurals import plural_category

        _known("plural", forms, CATEGORIES)
        category = str(plural_category(self._profile, number_in("plural", value)))
        if category in forms:
            return _chosen(forms[category])
        if "other" in forms:
            return _chosen(forms["other"])
        raise FilterError(
            f"`plural` has no words for the category `{category}`",
            hint="add `other=…`"
            if category == "other"
            else f"add `{category}=…`, or `other=…` for all that are not named",
        )

    def choose(self, value: object, **choices: object) -> object:
        """The words for one of several values, `other` for all that are not named."""
        key = str(value).lower() if isinstance(value, bool) else text_of(value, self._profile)
        key = key if key in choices else key.replace("-", "_")  # head-of-state as head_of_state
        if key in choices:
            return _chosen(choices[key])
        if "other" in choices:
            return _chosen(choices["other"])
        named = ", ".join(f"`{name}`" for name in choices) or "nothing"
        raise FilterError(
            f"`choose` has no words for `{key}`",
            hint=f"it names {named}; add `{key}=…`, or `other=…` for all that are not named"
            if key.isidentifier()
            else f"it names {named}; add `other=…` for all that are not named",
        )

    def upper(self, value: object) -> Phrase:
        """All capitals, as the language writes them."""
        return self._cased(value, casing.upper)

    def lower(self, value: object) -> Phrase:
        """All small letters, as the language writes them."""
        return self._cased(value, casing.lower)

    def title(self, value: object) -> Phrase:
        """A capital at the beginning of each word, as the language writes it."""
        custom = self._profile.title_case
        return self._cased(
            value,
            partial(casing.title, small=custom.small, last_is_capital=custom.last_is_capital),
        )

    def capital(self, value: object) -> Phrase:
        """A capital at the beginning, as of a sentence; all else stays as it is."""
        language = self._profile.language
        pending = True

        def change(text: str) -> str:
            nonlocal pending
            if not pending or not any(map(str.isalnum, text)):
                return text
            pending = False
            return casing.capital(text, language)

        made: list[Inline] = []
        for inline in phrase_of(value, self._profile):
            changed = mapped(inline, change)
            same = plain_text([changed]) == plain_text([inline])
            made.append(inline if same else changed)
        return Phrase(made)

    def _cased(self, value: object, change: Callable[[str, str], str]) -> Phrase:
        language = self._profile.language
        return Phrase(
            mapped(inline, lambda text: change(text, language))
            for inline in phrase_of(value, self._profile)
        )

    def alphabetical(self, items: object, attribute: str = "name") -> list[object]:
        """A list sorted as the language sorts, entries by their `attribute`."""
        from letterkit.language.collation import sort_key

        language, ignored = self._profile.language, self._profile.article_is_ignored
        return sorted(
            _listed("alphabetical", items),
            key=lambda item: sort_key(
                self._sorting_text(item, attribute), language, ignore_article=ignored
            ),
        )

    def _sorting_text(self, item: object, attribute: str) -> str:
        if isinstance(item, str | Phrase | Inline):
            return text_of(item, self._profile)
        found = item.get(attribute) if isinstance(item, Mapping) else getattr(item, attribute, None)
        if found is None or attribute.startswith("_"):
            raise FilterError(
                f"`alphabetical` finds no `{attribute}` in an entry",
                hint='name the field to sort by: `alphabetical("…")`',
            )
        return text_of(found, self._profile)

    def reverse(self, items: object) -> list[object]:
        """A list from its end."""
        return list(_listed("reverse", items))[::-1]

    def quote(self, value: object) -> Phrase:
        """In the quotation marks of the language."""
        from letterkit.language.quotes import quote

        return quote(self._profile, phrase_of(value, self._profile))

    def ltr(self, value: object) -> Phrase:
        """A left-to-right island, whatever its letters are: a reference, a formula."""
        phrase = phrase_of(value, self._profile)
        sources = tuple(
            origin for inline in phrase if isinstance(inline, Value) for origin in inline.sources
        )
        verbatim = len(phrase) == 1 and isinstance(phrase[0], Value) and phrase[0].verbatim
        text = text_of(phrase, self._profile)
        return Phrase.of(Value(text, sources=sources, verbatim=verbatim, direction=Direction.LTR))


def _listed(name: str, items: object) -> Sequence[object]:
    if isinstance(items, Phrase | Inline | str | Mapping) or not isinstance(items, Iterable):
        raise FilterError(
            f"`{name}` takes a list",
            hint=f'as in `["A", "B"] | {name}`, or a variable of that kind',
        )
    return list(items)


def _known(name: str, given: Mapping[str, object], known: Sequence[str]) -> None:
    for key in given:
        if key not in known:
            raise FilterError(
                f"`{name}` knows no `{key}`",
                hint="known: " + ", ".join(f"`{word}`" for word in known),
            )


def _chosen(form: Any) -> object:
    """Words written in the expression are the translator's own; data stays data."""
    return words(form) if type(form) is str else form
