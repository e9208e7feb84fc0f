"""How Turkish speaks a number: the last word decides which suffix follows the digits.

Sources: TDK, Yazım Kılavuzu, “Sayıların Yazılışı” and “Kesme İşareti” (1985’te, 8’inci madde,
7,65’lik); the full stop groups thousands, the comma stands before decimals.
"""

from __future__ import annotations

import re

_UNITS = ("sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz")
_TENS = ("", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan")
_THOUSANDS = ("", "bin", "milyon", "milyar", "trilyon", "katrilyon", "kentilyon", "sekstilyon")

_ORDINALS = {
    "sıfır": "sıfırıncı",
    "bir": "birinci",
    "iki": "ikinci",
    "üç": "üçüncü",
    "dört": "dördüncü",
    "beş": "beşinci",
    "altı": "altıncı",
    "yedi": "yedinci",
    "sekiz": "sekizinci",
    "dokuz": "dokuzuncu",
    "on": "onuncu",
    "yirmi": "yirminci",
    "otuz": "otuzuncu",
    "kırk": "kırkıncı",
    "elli": "ellinci",
    "altmış": "altmışıncı",
    "yetmiş": "yetmişinci",
    "seksen": "sekseninci",
    "doksan": "doksanıncı",
    "yüz": "yüzüncü",
    "bin": "bininci",
}

_GROUPED = re.compile(r"[0-9]{1,3}(?:[.\u00a0\u202f\u2009][0-9]{3})+")
_TIME = re.compile(r"([01]?[0-9]|2[0-4])[.:]([0-5][0-9])")
_FRACTION = re.compile(r"([1-9])/([2-9])")
_ROMAN = re.compile(r"(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ARABIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def number_words(value: int) -> str:
    """A whole number in words: 1500 → `bin beş yüz`.

    Raises:
        ValueError: for a number below zero or of more than 24 digits.
    """
    if not 0 <= value < 1000 ** len(_THOUSANDS):
        raise ValueError(f"no words for {value}")
    if value == 0:
        return _UNITS[0]
    words: list[str] = []
    for power in range(len(_THOUSANDS) - 1, -1, -1):
        group = value // 1000**power % 1000
        if not group:
            continue
        if not (group == 1 and power == 1):  # bin, not bir bin
            words += _below_thousand(group)
        if power:
            words.append(_THOUSANDS[power])
    return " ".join(words)


def _below_thousand(value: int) -> list[str]:
    hundreds, rest = divmod(value, 100)
    tens, units = divmod(rest, 10)
    words = [_UNITS[hundreds]] if hundreds > 1 else []
    words += ["yüz"] if hundreds else []
    words += [_TENS[tens]] if tens else []
    words += [_UNITS[units]] if units else []
    return words


def ordinal_words(value: int) -> str:
    """A whole number as an ordinal in words: 14 → `on dördüncü`.

    Raises:
        ValueError: as `number_words` does.
    """
    before, space, last = number_words(value).rpartition(" ")
    made = _ORDINALS.get(last, last + "uncu" if last.endswith("yon") else last + "ıncı")
    return before + space + made


def digits_reading(text: str) -> str:
    """How the digits that end a text are spoken: `1.500` → bin beş yüz, `14.30` → otuz.

    Reads thousands (1.500), decimals (2,5), times (14.30, 09.00), dates (24.02.2016), fractions
    (1/3) and mixtures of letters and digits (G20, Covid-19); of what it does not know it reads
    the last run of digits. Empty where no digit stands at the end.
    """
    plain = text.translate(_ARABIC_DIGITS)
    matched = re.search(r"[0-9](?:[0-9.,:/\u00a0\u202f\u2009-]*[0-9])?\Z", plain)
    if matched is None:
        return ""
    number = matched.group()
    whole, comma, decimals = number.rpartition(",")
    if comma and re.fullmatch(r"[0-9.\u00a0\u202f\u2009]+", whole):
        return _run_reading(decimals)
    if _GROUPED.fullmatch(number):
        return _run_reading(re.sub(r"[^0-9]", "", number))
    if time := _TIME.fullmatch(number):
        # A full hour is spoken without its minutes: 09.00’da is dokuzda.
        return _run_reading(time[2] if time[2] != "00" else time[1])
    if (fraction := _FRACTION.fullmatch(number)) and fraction[1] < fraction[2]:
        return _UNITS[int(fraction[1])]  # 2/3 is üçte iki
    tail = re.search(r"[0-9]+\Z|(?<![0-9])[0-9]{1,3}(?:\.[0-9]{3})+\Z", number)
    last = tail.group() if tail else number
    grouped = re.search(r"(?<![0-9.])[0-9]{1,3}(?:\.[0-9]{3})+\Z", number)
    return _run_reading(re.sub(r"[^0-9]", "", grouped.group()) if grouped else last)


def _run_reading(digits: str) -> str:
    value = int(digits[-24:])
    if value == 0:
        return _UNITS[0]
    if digits.startswith("0"):
        return f"{_UNITS[0]} {number_words(value)}"  # 0,05 is sıfır virgül sıfır beş
    return number_words(value)


def roman_value(text: str) -> int | None:
    """The value of a Roman numeral in capitals: XIV → 14; None for anything else."""
    if not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))
