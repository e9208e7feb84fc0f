"""English numbers in words, as the United Nations and British usage write them.

Sources: United Nations Editorial Manual, “Numbers, dates and time” (four hundred and fifty; a
hyphen in sixty-nine; ordinals: twenty-first).
"""

from __future__ import annotations

_BELOW_TWENTY = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_THOUSANDS = ("", "thousand", "million", "billion", "trillion")
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def number_words(value: int) -> str:
    """A whole number in words: 69 → `sixty-nine`, 450 → `four hundred and fifty`.

    Raises:
        ValueError: for a number below zero or of more than 15 digits.
    """
    if not 0 <= value < 1000 ** len(_THOUSANDS):
        raise ValueError(f"no words for {value}")
    if value == 0:
        return _BELOW_TWENTY[0]
    groups: list[str] = []
    for power in range(len(_THOUSANDS) - 1, -1, -1):
        group = value // 1000**power % 1000
        if not group:
            continue
        words = _below_thousand(group)
        if power:
            words += f" {_THOUSANDS[power]}"
        elif groups and group < 100:  # noqa: PLR2004 - without hundreds: one thousand and one
            words = f"and {words}"
        groups.append(words)
    return " ".join(groups)


def ordinal_words(value: int) -> str:
    """A whole number as an ordinal in words: 21 → `twenty-first`, 100 → `one hundredth`.

    Raises:
        ValueError: as `number_words` does.
    """
    words = number_words(value)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[cut:]
    made = last[:-1] + "ieth" if last.endswith("y") else last + "th"
    return words[:cut] + _ORDINALS.get(last, made)


def _below_thousand(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    words = f"{_BELOW_TWENTY[hundreds]} hundred" if hundreds else ""
    if not rest:
        return words
    tens, unit = divmod(rest, 10)
    if rest < len(_BELOW_TWENTY):
        last = _BELOW_TWENTY[rest]
    else:
        last = _TENS[tens] + (f"-{_BELOW_TWENTY[unit]}" if unit else "")
    return f"{words} and {last}" if words else last
