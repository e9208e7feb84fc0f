"""French numbers in words, with the traditional hyphens.

Sources: Académie française, Dictionnaire, “cent” (deux cents, deux cent trente, trois cent mille,
deux cents millions), “mille”, which does not change; Larousse, “million” (quatre-vingts millions
d’habitants); Office québécois de la langue française, “Déterminant numéral se terminant par un”
(cent une, but vingt et un mille personnes). Hyphens below a hundred, but not around “et”, as the
United Nations write French; the CLDR’s rules have those that the reform of 1990 allows instead.
"""

from __future__ import annotations

from letterkit.language import casing

_BELOW_SEVENTEEN = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
    *("onze", "douze", "treize", "quatorze", "quinze", "seize"),
)
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
_NOUNS = ((10**9, "milliard"), (10**6, "million"))
_TOO_LARGE = 10**12
_ORDINALS = {"cinq": "cinquième", "neuf": "neuvième"}
_VOWELS = frozenset("aàâäeéèêëiîïoôöuùûüœæ")


def number_words(value: int, *, feminine: bool = False) -> str:
    """A whole number in words: 21 → `vingt et un`, 1280 → `mille deux cent quatre-vingts`.

    `feminine` is the gender of what is counted: vingt et une.

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
            words += [_below_thousand(count), noun if count == 1 else noun + "s"]
    thousands, rest = divmod(value, 1000)
    if thousands:
        words += [] if thousands == 1 else [_below_thousand(thousands, last=False)]
        words.append("mille")
    if rest:
        words.append(_below_thousand(rest, feminine=feminine))
    return " ".join(words)


def ordinal_words(value: int, *, feminine: bool = False) -> str:
    """A whole number as an ordinal in words: 1 → `premier`, 80 → `quatre-vingtième`.

    Raises:
        ValueError: for zero, which has none, and as `number_words` does.
    """
    if value == 0:
        raise ValueError("no ordinal for 0")
    if value == 1:
        return "première" if feminine else "premier"
    words = number_words(value)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    before, last = words[:cut], words[cut:]
    if value in {size for size, _noun in _NOUNS}:  # millionième, not un millionième
        before = ""
    stem = last.removesuffix("e")
    if value % 10**6 == 0 or value % 100 in (0, 80):
        stem = stem.removesuffix("s")  # deux cents, quatre-vingts, deux millions
    return before + _ORDINALS.get(last, stem + "ième")


def with_noun(value: int, noun: str, *, feminine: bool, elides: bool | None = None) -> str:
    """Number in words, and noun: `vingt et une écoles`, `deux millions d’écoles`.

    `elides` says of a noun in h or y whether a vowel is dropped before it (d’hôpitaux).

    Raises:
        ValueError: as `number_words` does.
        LookupError: where `elides` would have to be known.
    """
    words = number_words(value, feminine=feminine)
    if value == 0 or value % 10**6:
        return f"{words} {noun}"
    initial = casing.lower(noun[:1], "fr")
    if elides is None and initial in ("h", "y"):
        raise LookupError(noun)
    elided = initial in _VOWELS if elides is None else elides
    return f"{words} d’{noun}" if elided else f"{words} de {noun}"


def _below_thousand(value: int, *, feminine: bool = False, last: bool = True) -> str:
    """A number from 1 to 999; `last` where no `mille` follows, so that cents and vingts agree."""
    hundreds, rest = divmod(value, 100)
    words: list[str] = []
    if hundreds > 1:
        words.append(_BELOW_SEVENTEEN[hundreds])
    if hundreds:
        words.append("cents" if hundreds > 1 and not rest and last else "cent")
    if rest:
        words.append(_below_hundred(rest, feminine=feminine, last=last))
    return " ".join(words)


def _below_hundred(value: int, *, feminine: bool, last: bool) -> str:
    if value < len(_BELOW_SEVENTEEN):
        return "une" if value == 1 and feminine else _BELOW_SEVENTEEN[value]
    if value < 20:  # noqa: PLR2004 - dix-sept to dix-neuf
        return f"dix-{_BELOW_SEVENTEEN[value - 10]}"
    if value == 80:  # noqa: PLR2004 - four times twenty
        return "quatre-vingts" if last else "quatre-vingt"
    if value > 80:  # noqa: PLR2004 - as above
        return f"quatre-vingt-{_below_hundred(value - 80, feminine=feminine, last=last)}"
    ten = min(value // 10 * 10, 60)  # soixante-dix
    rest = value - ten
    if not rest:
        return _TENS[ten]
    unit = _below_hundred(rest, feminine=feminine, last=last)
    return f"{_TENS[ten]} et {unit}" if rest in (1, 11) else f"{_TENS[ten]}-{unit}"
