"""French numbers in words, with the traditional hyphens.

Sources: Académie française, Dictionnaire, “cent” (deux cents, deux cent trente, trois cent mille,
deux cents millions), “mille”, which does not change; Larousse, “million” (quatre-vingts millions
d’habitants); Office québécois de la langue française, “Déterminant numéral se terminant par un”
(cent une, but vingt et un mille personnes). Hyphens below a hundred, but not around “et”, as the
United Nations write French; the CLDR’s rules have those that the reform of 1990 allows instead.
The tens of Belgium and Switzerland are those of the CLDR.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.language import casing

if TYPE_CHECKING:
    from collections.abc import Collection

_BELOW_SEVENTEEN = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
    *("onze", "douze", "treize", "quatorze", "quinze", "seize"),
)
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
TENS = {"septante": 70, "huitante": 80, "octante": 80, "nonante": 90}
"""The tens that are said instead of soixante-dix, quatre-vingts, quatre-vingt-dix in places."""
TENS_BY_REGION = {"BE": ("septante", "nonante"), "CH": ("septante", "huitante", "nonante")}
"""Which of them are usual, by ISO 3166 code."""
_NOUNS = ((10**9, "milliard"), (10**6, "million"))
_TOO_LARGE = 10**12
_ORDINALS = {"cinq": "cinquième", "neuf": "neuvième"}
_VOWELS = frozenset("aàâäeéèêëiîïoôöuùûüœæ")


def number_words(value: int, *, feminine: bool = False, tens: Collection[str] = ()) -> str:
    """A whole number in words: 21 → `vingt et un`, 1280 → `mille deux cent quatre-vingts`.

    `feminine` is the gender of what is counted: vingt et une; `tens` are those of `TENS` that stand
    instead of the usual ones.

    Raises:
        ValueError: for a number below zero or of more than 12 digits.
    """
    if not 0 <= value < _TOO_LARGE:
        raise ValueError(f"no words for {value}")
    if value == 0:
        return _BELOW_SEVENTEEN[0]
    words: list[str] = []
    for size, noun in _NOUNS:
        count, value = divmod(value, size)
        if count:
            # A noun of its own: cent and vingt agree before it, as before any noun.
            words += [_below_thousand(count, tens), noun if count == 1 else noun + "s"]
    thousands, rest = divmod(value, 1000)
    if thousands:
        words += [] if thousands == 1 else [_below_thousand(thousands, tens, last=False)]
        words.append("mille")
    if rest:
        words.append(_below_thousand(rest, tens, feminine=feminine))
    return " ".join(words)


def ordinal_words(value: int, *, feminine: bool = False, tens: Collection[str] = ()) -> str:
    """A whole number as an ordinal in words: 1 → `premier`, 80 → `quatre-vingtième`.

    Raises:
        ValueError: for zero, which has none, and as `number_words` does.
    """
    if value == 0:
        raise ValueError("no ordinal for 0")
    if value == 1:
        return "première" if feminine else "premier"
    words = number_words(value, tens=tens)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    before, last = words[:cut], words[cut:]
    if value in {size for size, _noun in _NOUNS}:  # millionième, not un millionième
        before = ""
    stem = last.removesuffix("e")
    if value % 10**6 == 0 or value % 100 in (0, 80):
        stem = stem.removesuffix("s")  # deux cents, quatre-vingts, deux millions
    return before + _ORDINALS.get(last, stem + "ième")


def with_noun(
    value: int,
    noun: str,
    *,
    feminine: bool,
    elides: bool | None = None,
    tens: Collection[str] = (),
) -> str:
    """Number in words, and noun: `vingt et une écoles`, `deux millions d’écoles`.

    `elides` says of a noun in h or y whether a vowel is dropped before it (d’hôpitaux).

    Raises:
        ValueError: as `number_words` does.
        LookupError: where `elides` would have to be known.
    """
    words = number_words(value, feminine=feminine, tens=tens)
    if value == 0 or value % 10**6:
        return f"{words} {noun}"
    initial = casing.lower(noun[:1], "fr")
    if elides is None and initial in ("h", "y"):
        raise LookupError(noun)
    elided = initial in _VOWELS if elides is None else elides
    return f"{words} d’{noun}" if elided else f"{words} de {noun}"


def _below_thousand(
    value: int, tens: Collection[str], *, feminine: bool = False, last: bool = True
) -> str:
    """A number from 1 to 999; `last` where no `mille` follows, so that cents and vingts agree."""
    hundreds, rest = divmod(value, 100)
    words: list[str] = []
    if hundreds > 1:
        words.append(_BELOW_SEVENTEEN[hundreds])
    if hundreds:
        words.append("cents" if hundreds > 1 and not rest and last else "cent")
    if rest:
        words.append(_below_hundred(rest, tens, feminine=feminine, last=last))
    return " ".join(words)


def _below_hundred(value: int, tens: Collection[str], *, feminine: bool, last: bool) -> str:
    if value < len(_BELOW_SEVENTEEN):
        return "une" if value == 1 and feminine else _BELOW_SEVENTEEN[value]
    if value < 20:  # noqa: PLR2004 - dix-sept to dix-neuf
        return f"dix-{_BELOW_SEVENTEEN[value - 10]}"
    words = _TENS | {TENS[word]: word for word in tens}
    # Without a ten of its own, 70 is counted on from 60.
    ten = max(size for size in words if size <= value and (size in _TENS or value < size + 10))
    if value >= 80 > ten:  # noqa: PLR2004 - four times twenty
        if value == 80:  # noqa: PLR2004 - as above
            return "quatre-vingts" if last else "quatre-vingt"
        return f"quatre-vingt-{_below_hundred(value - 80, tens, feminine=feminine, last=last)}"
    rest = value - ten
    if not rest:
        return words[ten]
    unit = _below_hundred(rest, tens, feminine=feminine, last=last)
    return f"{words[ten]} et {unit}" if rest in (1, 11) else f"{words[ten]}-{unit}"
