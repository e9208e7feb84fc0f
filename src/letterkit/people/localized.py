"""A text in several languages: one string for all of them, or a mapping by locale.

Where a language must know more than the spelling, the entry is a mapping of its own:
`tr: {text: The Guardian, pron: gardiyan}`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping  # noqa: TC003 - pydantic reads the types of LocalizedText
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING, Annotated

from pydantic import PlainValidator, ValidationInfo

from letterkit.diagnostics import Diagnostics, Origin, nearest
from letterkit.language.bidi import value_direction
from letterkit.language.locale_file import is_locale_name, normalized
from letterkit.language.scripts import LATIN, script_of
from letterkit.sources.nodes import DataFaulty, DataMapping, DataNothing, DataText
from letterkit.sources.schema import (
    already_told,
    excerpt,
    fault,
    origin_of,
    problems_of,
    truth_of,
)
from letterkit.sources.text import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.document import Direction

EVERYWHERE = ""
"""The locale of a text that is the same in every language."""

_KEYS = ("text", "pron", "compound", "letters")
_SEEN = re.compile(r"[^\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)  # keys are in small ASCII letters
_CLOSE = 0.8
"""How like a key of a vocabulary a word is that was hardly meant for itself (0 to 1)."""
_HOW_TO_NAME = "a locale is a code as `en`, `ar`, `tr`"


@dataclass(frozen=True, slots=True)
class LocalizedText:
    """A text by locale; `origin` is where it begins.

    `faulty` are the locales whose text is at fault, which has been told: the others are as they
    should be.
    """

    texts: Mapping[str, DataText]
    origin: Origin
    faulty: Mapping[str, DataFaulty] = field(default_factory=dict)

    def in_locale(self, locale: str) -> DataText | None:
        """The text for a locale, for its language, or for all; None where there is none."""
        texts = self.texts
        language = locale.partition("-")[0]
        found = texts.get(locale) or texts.get(language) or texts.get(EVERYWHERE)
        if found is None:
            for given, text in texts.items():
                if given.partition("-")[0] == language:
                    return text
        return found

    def fault_in(self, locale: str) -> DataFaulty | None:
        """What stands for the text of a locale, or of its language, where that is at fault."""
        language = locale.partition("-")[0]
        for given in (locale, language):
            if given in self.texts or given in self.faulty:
                return self.faulty.get(given)
        return None

    def anywhere(
        self, direction: Direction | None = None, script: str | None = None
    ) -> tuple[str, DataText]:
        """A text of any locale, with the locale: what a proper name falls back to.

        The first in this script (as `script_of` has it), so that a name for a French letter is not
        the Arabic one where there is an English one; else one in Latin letters, which more readers
        know than any others. Where no script is said, the first that runs in this direction, and
        the first that was given where there is none.
        """
        items = list(self.texts.items())
        for wanted in (script, LATIN) if script else ():
            for locale, text in items:
                if script_of(text) == wanted:
                    return locale, text
        for locale, text in items:
            if direction is not None and value_direction(text) is direction:
                return locale, text
        return items[0]


def localized(node: object, problems: Diagnostics) -> LocalizedText | None:
    """A text in several languages as it is written in data; None where it is at fault.

    What has been read from the columns of a table is one already.
    """
    if isinstance(node, DataText):
        blank = _is_blank(node, node.origin, problems)
        return None if blank else LocalizedText({EVERYWHERE: node}, node.origin)
    if isinstance(node, LocalizedText | DataFaulty):
        return node if isinstance(node, LocalizedText) else None
    if not isinstance(node, DataMapping) or not node:
        problems.error(
            f"`{excerpt(node)}` is not a text" if excerpt(node) else "a text is missing",
            origin_of(node),
            "write one text, or one for each language: `{en: …, ar: …}`",
        )
        return None
    if "text" in node:
        described = _described(node, problems)
        return LocalizedText({EVERYWHERE: described}, node.origin) if described else None
    before = len(problems)
    texts: dict[str, DataText] = {}
    faulty: dict[str, DataFaulty] = {}
    keys: dict[str, DataText] = {}
    for key, value in node.items():
        text = _entry(key, value, problems)
        if isinstance(value, DataFaulty) and is_locale_name(key):
            faulty[_normalized(key)] = value
        if text is None:
            continue
        locale = _normalized(key)
        if (earlier := keys.setdefault(locale, key)) is not key:
            problems.error(
                f"`{key}` is the same locale as `{earlier}` in line {earlier.origin.line}",
                key.origin,
                f"write it once, as `{locale}: …`",
            )
        texts[locale] = text
    if not texts or len(problems) > before:
        return None
    return LocalizedText(texts, node.origin, faulty)


def _entry(key: DataText, value: object, problems: Diagnostics) -> DataText | None:
    """The text of one locale."""
    if not is_locale_name(key):
        hint = _HOW_TO_NAME
        if isinstance(value, DataNothing):  # {en: in Aleppo, Idlib} is two keys to YAML
            hint = "a text with a comma in it must stand in quotes"
        problems.error(f"`{visible(key)}` is no locale", key.origin, hint)
    elif isinstance(value, DataText):
        return None if _is_blank(value, value.origin, problems) else value
    elif isinstance(value, DataMapping):
        return _described(value, problems)
    elif isinstance(value, DataNothing):
        if not isinstance(value, DataFaulty):
            problems.error(
                f"`{key}` has nothing after it", key.origin, "write the text, or take it out"
            )
    else:
        problems.error(f"`{excerpt(value)}` is not a text", origin_of(value) or key.origin)
    return None


@lru_cache(maxsize=256)
def _normalized(locale: str) -> str:
    return normalized(locale)


def _is_blank(text: str, origin: Origin, problems: Diagnostics) -> bool:
    """Whether there is nothing to be seen in a text; tells of it."""
    if text and not text.isspace() and _SEEN.search(text):
        return False
    problems.error("the text is empty", origin, "write the text, or take its key out")
    return True


def is_localized(node: DataMapping) -> bool:
    """Whether a mapping is a text rather than a record of fields, as `day` and `who`.

    It is where its keys are locales, or `text` and what Turkish must know of it besides.
    """
    from babel import localedata

    if _is_described(node):
        return True
    return bool(node) and all(
        (isinstance(value, DataText | DataFaulty) or _is_described(value))
        and is_locale_name(key)
        and localedata.exists(_normalized(key).partition("-")[0])
        for key, value in node.items()
    )


def _is_described(node: object) -> bool:
    """Whether it can be nothing but a text with its pronunciation and the like."""
    keys = set(node) if isinstance(node, DataMapping) else set()
    return "text" in keys and len(keys) > 1 and keys.issubset(_KEYS)


def _described(node: DataMapping, problems: Diagnostics) -> DataText | None:
    """A text with what Turkish must know of it besides: `{text:, pron:, compound:, letters:}`."""
    before = len(problems)
    entries = {str(key): value for key, value in node.items()}
    for key in node:
        if key not in _KEYS:
            hint = nearest(key, _KEYS)
            problems.error(f"there is no key `{visible(key)}` here", key.origin, hint)
    text = entries.get("text")
    if isinstance(text, DataText):
        _is_blank(text, text.origin, problems)
    elif not isinstance(text, DataFaulty):
        problems.error("`text` is missing", node.origin, "write `{text: …, pron: …}`")
    pronunciation = entries.get("pron")
    if not isinstance(pronunciation, DataText | DataFaulty | None):
        problems.error("`pron` is not a text", origin_of(pronunciation), "write it as it is spoken")
    compound = _truth(entries.get("compound"), problems)
    letters = _truth(entries.get("letters"), problems)
    if len(problems) > before or not isinstance(text, DataText):
        return None
    return DataText(
        str(text),
        text.origin,
        pronunciation=str(pronunciation) if isinstance(pronunciation, DataText) else None,
        compound=compound,
        letters=letters,
    )


def _truth(node: object, problems: Diagnostics) -> bool | None:
    found = truth_of(node)
    if found is None and not isinstance(node, DataFaulty | None):
        problems.error(
            f"`{excerpt(node)}` is neither true nor false",
            origin_of(node),
            "write `true` or `false`",
        )
    return found


def validated(node: object, info: ValidationInfo) -> LocalizedText:
    """The validator of a field that is a text in several languages."""
    found = Diagnostics()
    text = localized(node, found)
    if text is not None:
        return text
    problems_of(info).extend(list(found)[1:])
    for first in found:
        raise fault(first.message, first.hint, first.origin)
    raise already_told()  # of a DataFaulty, when the file was read


def tell_of_misspelt_key(
    text: LocalizedText, keys: Sequence[str], what: str, info: ValidationInfo
) -> None:
    """Warn of one word for all languages that was hardly meant for itself, but for a key."""
    word = text.texts.get(EVERYWHERE)
    if word is None or word in keys:
        return
    written = re.sub(r"\s+", "-", word).translate(_SMALL)
    for meant in get_close_matches(written, keys, n=1, cutoff=_CLOSE):
        problems_of(info).warning(
            f"the {what} `{visible(word)}` prints as it is in every language",
            word.origin,
            f"did you mean `{meant}`?",
        )


Localized = Annotated[LocalizedText, PlainValidator(validated)]
"""A field of a model that is a text in several languages."""


def _text(node: object) -> DataText:
    if isinstance(node, DataText):
        if not node.strip():
            raise fault("the text is empty", "write the text, or take its key out", node.origin)
        return node
    raise fault(f"`{excerpt(node)}` is not a text", origin=origin_of(node))


PlainText = Annotated[DataText, PlainValidator(_text)]
"""A field of a model that is one text, the same in every language."""


def locale_name(node: object) -> DataText:
    """A locale's name as files are named; a fault where it has not the form of one."""
    if isinstance(node, DataText):
        name = normalized(node)
        if is_locale_name(name):
            return DataText(name, node.origin)
    raise fault(f"`{excerpt(node)}` is no locale", _HOW_TO_NAME, origin_of(node))


LocaleName = Annotated[DataText, PlainValidator(locale_name)]
"""A field of a model that names a locale."""
