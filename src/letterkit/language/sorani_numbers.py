"""Sorani Kurdish numbers in words, in the Arabic script.

Sources: the numerals of Central Kurdish in Wiktionary and Omniglot, and the tests of the library
Humanizer for numbers and ordinals of the language; the CLDR has no rules for it. “And” stands
between all parts; a hundred and a thousand are said without “one”, a million with it. Fifteen and
its like are spelt پازدە, not as they are also said, پانزە.
"""

from __future__ import annotations

_BELOW_TWENTY = (
    *("سفر", "یەک", "دوو", "سێ", "چوار", "پێنج", "شەش", "حەوت", "هەشت", "نۆ"),
    *("دە", "یازدە", "دوازدە", "سێزدە", "چواردە", "پازدە", "شازدە", "حەڤدە", "هەژدە", "نۆزدە"),
)
_TENS = ("", "", "بیست", "سی", "چل", "پەنجا", "شەست", "حەفتا", "هەشتا", "نەوەد")
_HUNDRED = "سەد"
_THOUSANDS = ("", "هەزار", "ملیۆن", "ملیار")
_AND = " و "
_ENDING = "ەم"
_VOWELS = frozenset("اەۆێی")


def number_words(value: int) -> str:
    """A whole number in words: 1250 → `هەزار و دوو سەد و پەنجا`.

    Raises:
        ValueError: for a number below zero or of more than 12 digits.
    """
    if not 0 <= value < 1000 ** len(_THOUSANDS):
        raise ValueError(f"no words for {value}")
    if value == 0:
        return _BELOW_TWENTY[0]
    parts: list[str] = []
    for power in range(len(_THOUSANDS) - 1, -1, -1):
        group = value // 1000**power % 1000
        if not group:
            continue
        if power == 0:
            parts.append(_below_thousand(group))
        elif power == 1 and group == 1:
            parts.append(_THOUSANDS[1])
        else:
            parts.append(f"{_below_thousand(group)} {_THOUSANDS[power]}")
    return _AND.join(parts)


def ordinal_words(value: int) -> str:
    """A whole number as an ordinal in words: 21 → `بیست و یەکەم`, 3 → `سێیەم`.

    Raises:
        ValueError: for zero, which has none, and as `number_words` does.
    """
    if value == 0:
        raise ValueError("no ordinal for 0")
    words = number_words(value)
    return words + ("ی" if words[-1] in _VOWELS else "") + _ENDING


def _below_thousand(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    parts: list[str] = []
    if hundreds:
        parts.append(_HUNDRED if hundreds == 1 else f"{_BELOW_TWENTY[hundreds]} {_HUNDRED}")
    if rest < len(_BELOW_TWENTY):
        parts += [_BELOW_TWENTY[rest]] if rest else []
    else:
        tens, unit = divmod(rest, 10)
        parts.append(_TENS[tens])
        parts += [_BELOW_TWENTY[unit]] if unit else []
    return _AND.join(parts)
