"""The order of words as a language sorts them.

The keys follow the Unicode Collation Algorithm (Unicode Technical Standard #10) with the root order
of CLDR and its tailorings for Turkish, Azerbaijani, Kurdish and Arabic; every other language sorts
by the root order. Spaces and signs are not ignored: they stand before digits, digits before
letters, Latin letters before Greek, Cyrillic, Hebrew and Arabic ones (in `ar`, Arabic before
Latin). Words are compared by letters, then by accents, then by case, small letters first, then by
code points, so that the order of two different strings is never left to chance.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from letterkit.language.casing import DOTTED_I_LANGUAGES, language_of

if TYPE_CHECKING:
    from collections.abc import Sequence


SortKey = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], str]


def _listed(text: str) -> list[str]:
    """What stands between spaces."""
    return text.split()


class _Element(NamedTuple):
    """A collation element (UTS #10, 3.1): the weights of a character at three levels."""

    primary: int
    secondary: int
    tertiary: int


# Weights of the second and third level, as UTS #10 gives them.
_COMMON_SECONDARY = 0x20
_SMALL, _CAPITAL = 0x02, 0x08
_COMPATIBILITY_TERTIARY = {
    "<wide>": 0x03,
    "<narrow>": 0x03,
    "<font>": 0x05,
    "<circle>": 0x06,
    "<super>": 0x14,
    "<sub>": 0x15,
    "<isolated>": 0x02,
    "<initial>": 0x02,
    "<medial>": 0x02,
    "<final>": 0x02,
    "<noBreak>": 0x1B,
    "<square>": 0x1C,
    "<fraction>": 0x1E,
}
_OTHER_COMPATIBILITY = 0x04
_VARIANT = 0x19
_AFTER_CASE = 0x40

# First weights of the kinds of characters, in their order.
_SPACE, _PUNCTUATION, _SYMBOL, _CURRENCY, _DIGIT, _LETTER = (n << 24 for n in range(1, 7))
_GREEK, _CYRILLIC, _ARABIC = _LETTER + 0x4000, _LETTER + 0x8000, _LETTER + 0xC000
_BEFORE_ARABIC = _LETTER + 0xA000
_ARABIC_FIRST = _LETTER - 0x800000
_ROOM = 4  # between two letters of the root order, for those of a language
_UNLISTED = 0x10000  # after whatever is listed of its kind, by code point

# CLDR root. What stands together without a space is equal at the first level.
_SPACES = "\t\n\v\f\r\x85\u2028\u2029 "
_PUNCTUATION_ORDER = _listed("""
    ‾ _ ‗ - ‐ ‒ – — ― ⁓ 〜 , ، ؍ ٫ ٬ 、 ; ؛ ⁏ : ؞ ! ¡ ? ¿ ؟ ‽ . ۔ 。 · ؝ ⁕ ⁖ ⁘ ⁙ ⁚ ⁛ ⁜ ⁝ ⁞
    '‘’‚‛׳ ‹ › "“”„‟〝〞〟״ « » ( ) [ ] { } ⁅ ⁆ 〈 〉 《 》 「 」 『 』 【 】 〔 〕 〖 〗 〘 〙 〚
    〛 ‖ § ¶ ⁋ @ * ⁎ ⁑ ٭ / \\ & ⁊ # % ٪ ‰ ؉ ‱ ؊ † ‡ • ‣ ‧ ⁃ ⁌ ⁍ ′ ‵ 〃 ‸ ※ ‿ ⁔ ⁀ ⁐ ⁁ ⁂ ־ ׀ ׃ ׆
""")
_SYMBOL_ORDER = _listed("""
    ` ´ ^ ¯ ¨ ¸ ° ؈ ؎ ؏ ۞ ۩ © ® ← → ↑ ↓ + ± ÷ × < = > ¬ | ¦ ~ − ⁒ ⁄ ؆ ؇ ■ □ ▪ ▫ ▲ △ ▶ ▷ ▼ ▽ ◀ ◁
    ◆ ◇ ◊ ○ ◌ ● ★ ☆
""")
_CURRENCY_ORDER = "¤¢$£¥؋₠₡₢₣₤₥₦₩₪₫€₭₮₯₰₱₲₳₴₵₶₷₸₹₺₻₼₽₾₿"
_LATIN_ORDER = (
    "aⱥbƀɓƃcȼƈdȡɖɗƌeɇǝəɛfƒgǥɠɣƣhƕiıɨɩjȷɉkƙlƚȴƛmnɲƞȵŋoɔɵȣpƥqɋĸrʀɍsȿʃƪtƾŧⱦƫƭʈȶuʉɯʊvʋʌwxyɏƴȝzƶȥɀʒƹƺ"
    "þƿƻƨƽƅɂ"
)
_GREEK_ORDER = "αβγδεϝϛζηθικλμνξοπϟϙρστυφχψωϡ"
_CYRILLIC_ORDER = "аәӕбвгғҕдђҙеєжҗзѕиіјкқҡлљмнңҥњоөпҧрсҫтҭћуүұфхҳһцчҷҹџшщъыьѣэюяѳѵҩ"
_ARABIC_ORDER = (
    "ءآأٱؤإئابٻپڀةتثٹٺټٽٿجڃڄچڿڇحخځڂڅدذڈډڊڋڌڍڎڏڐۮرزڑڒړڔڕږڗژڙۯسشښڛڜۺصضڝڞۻطظڟعغڠۼ"
    "فڡڢڣڤڥڦٯقڧڨكکڪګڬڭڮگڰڱڲڳڴلڵڶڷڸمنںڻڼڽڹهھہۃەوۄۅۆۇۈۉۊۋۏىيیۍێېۑے"
)

# Marks by the order of their second weights; an unlisted one comes after, by its code point.
_MARK_ORDER = [
    int(mark, 16)
    for mark in _listed("""
    332 313 314 301 300 306 302 30c 30a 342 308 30b 303 307 338 327 328 304 30d 316 336 335 305 309
    30f 310 311 31b 321 322 323 324 325 326 32d 32e 330 331 334 339 345 358 360 361 483 5b0 5b1 5b2
    5b3 5b4 5b5 5b6 5b7 5b8 5b9 5bb 5c2 5c1 5bc 5bf 64b 64c 64d 64e 64f 650 651 652 653 654 655 65f
    656 657 658 659 65a 65b 65c 65d 65e 670
""")
]
_FIRST_MARK = _COMMON_SECONDARY + 0x10  # room for letters that are told apart at the second level
_MARKS = {mark: _FIRST_MARK + place for place, mark in enumerate(_MARK_ORDER)}
_UNLISTED_MARK = _FIRST_MARK + len(_MARK_ORDER)
_LIGATURE = 0xFFFFF  # sets æ after ae and ß after ss, whatever marks follow

_TATWEEL = "\u0640"

# Letters with a stroke are letters with a mark, ligatures two letters with a mark between.
_EXPANSIONS = {
    "đ": "d\u0335",
    "ð": "d\u0337",
    "ħ": "h\u0335",
    "ł": "l\u0335",
    "ø": "o\u0338",
    "ґ": "г\u0338",
}
_LIGATURES = {"æ": "ae", "œ": "oe", "ß": "ss"}

# CLDR tailorings: letters of their own, each after (before) the letter of the root order.
_LETTERS_AFTER = {
    "tr": {"ç": "c", "ğ": "g", "ö": "o", "ş": "s", "ü": "u"},
    "az": {
        "ç": "c",
        "ə": "e",
        "ğ": "g",
        "x": "h",
        "q": "k",
        "ö": "o",
        "ş": "s",
        "ü": "u",
        "w": "z",
    },
    "ku": {"ç": "c", "ê": "e", "î": "i", "ş": "s", "û": "u"},
}
# CLDR ar: one letter at the first level, told apart at the second, in this order.
_ARABIC_CLASSES = ("ءأؤإئا", "ةت", "یىي")
# CLDR ar: the vowel marks differ at the third level only.
_ARABIC_MARKS = [
    chr(int(mark, 16))
    for mark in _listed("""
    64b 64c 64d 64e 64f 650 651 652 653 6e1 65f 656 657 658 659 65a 65b 65c 65d 65e 670
""")
]

_WITH_ARTICLE = re.compile(r"ال(?!له\b|لهم\b)(?=\w\w)")
_VOWEL_MARKS = re.compile("[\u0640\u064b-\u0652\u0670]")


class _Elements(dict[str, tuple[_Element, ...]]):
    """The collation elements of every character in one language, made when first asked for."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._arabic_first = language == "ar"
        self._tailor(language)

    def __missing__(self, character: str) -> tuple[_Element, ...]:
        made = self[character] = self._made(character)
        return made

    def _tailor(self, language: str) -> None:
        for letter, base in _LETTERS_AFTER.get(language, {}).items():
            self._own_letter(letter, letter.upper(), _ROOT[base].primary + 1)
        if language in DOTTED_I_LANGUAGES:
            dotted = _ROOT["i"].primary
            self._own_letter("ı", "I", dotted - 1)
            self._own_letter("i", "İ", dotted)
        if language == "ar":
            for letters in _ARABIC_CLASSES:
                first = self[letters[0]][0]
                for place, letter in enumerate(letters):
                    self[letter] = (first._replace(secondary=_COMMON_SECONDARY + place),)
            for place, mark in enumerate(_ARABIC_MARKS, start=1):
                self[mark] = (_Element(0, 0, _AFTER_CASE + place),)
            alef = self["ا"][0]
            self["آ"] = (*self["ء"], alef._replace(secondary=alef.secondary + 1))

    def _own_letter(self, small: str, capital: str, primary: int) -> None:
        self[small] = (_Element(primary, _COMMON_SECONDARY, _SMALL),)
        self[capital] = (_Element(primary, _COMMON_SECONDARY, _CAPITAL),)

    def _made(self, character: str) -> tuple[_Element, ...]:
        if element := _ROOT.get(character):
            if self._arabic_first and character in _ARABIC_ORDER:
                element = element._replace(primary=element.primary - _LETTER + _ARABIC_FIRST)
            return (element,)
        if pair := _LIGATURES.get(character):
            return (*self[pair[0]], _Element(0, _LIGATURE, _OTHER_COMPATIBILITY), *self[pair[1]])
        decomposed = _EXPANSIONS.get(character) or unicodedata.normalize("NFD", character)
        if decomposed != character:
            return self._of(decomposed)
        return self._variant(character) or _by_category(character)

    def _variant(self, character: str) -> tuple[_Element, ...]:
        """A character that differs from others in its look alone (² from 2) or in its case."""
        decomposed = unicodedata.normalize("NFKD", character)
        if decomposed != character:
            tag = unicodedata.decomposition(character).partition(" ")[0]
            shift = _COMPATIBILITY_TERTIARY.get(tag, _OTHER_COMPATIBILITY) - _SMALL
        elif character.lower() != character:
            decomposed, shift = character.lower(), _CAPITAL - _SMALL
        else:
            return ()
        return tuple(
            element._replace(tertiary=element.tertiary + shift) if element.primary else element
            for element in self._of(decomposed)
        )

    def _of(self, characters: str) -> tuple[_Element, ...]:
        return tuple(element for character in characters for element in self[character])


def _by_category(character: str) -> tuple[_Element, ...]:
    """The elements of a character that no list knows, by its general category."""
    category, code = unicodedata.category(character), ord(character)
    if category in {"Cc", "Cf"} or character == _TATWEEL:
        return ()
    if category in {"Mn", "Me"}:
        return (_Element(0, _MARKS.get(code, _UNLISTED_MARK + code), _SMALL),)
    if category == "Nd":
        primary = _DIGIT + unicodedata.digit(character)
    else:
        kind = {"Z": _SPACE, "P": _PUNCTUATION, "S": _SYMBOL, "N": _DIGIT}.get(category[0], _LETTER)
        primary = (_CURRENCY if category == "Sc" else kind) + _UNLISTED + code
        if kind == _LETTER and character < "\u0600":
            primary = _BEFORE_ARABIC + code  # Armenian and Hebrew
    return (_Element(primary, _COMMON_SECONDARY, _SMALL),)


def _root_elements() -> dict[str, _Element]:
    made: dict[str, _Element] = {}
    orders: tuple[tuple[int, Sequence[str]], ...] = (
        (_SPACE, _SPACES),
        (_PUNCTUATION, _PUNCTUATION_ORDER),
        (_SYMBOL, _SYMBOL_ORDER),
        (_CURRENCY, _CURRENCY_ORDER),
        (_LETTER, _LATIN_ORDER),
        (_GREEK, _GREEK_ORDER),
        (_CYRILLIC, _CYRILLIC_ORDER),
        (_ARABIC, _ARABIC_ORDER),
    )
    for first, order in orders:
        for place, equals in enumerate(order, start=1):
            for secondary, character in enumerate(equals):
                made[character] = _Element(
                    first + place * _ROOM, _COMMON_SECONDARY + secondary, _SMALL
                )
    made["ς"] = made["σ"]._replace(tertiary=_VARIANT)
    return made


_ROOT = _root_elements()


@lru_cache(maxsize=32)
def _elements(language: str) -> _Elements:
    return _Elements(language)


def sort_key(text: str, locale: str, *, ignore_article: bool = False) -> SortKey:
    """What to sort a text by in a locale.

    Keys of one locale are in a total order; those of equal texts (canonically equal, UAX #15)
    differ only if their code points do. `ignore_article` files Arabic names without the article
    that begins them (الشبكة under ش), as libraries and registers do and ICU does not.
    """
    elements = _elements(language_of(locale))
    composed = unicodedata.normalize("NFC", text)
    found = [
        element
        for character in (_without_article(composed) if ignore_article else composed)
        for element in elements[character]
    ]
    return (
        tuple(element.primary for element in found if element.primary),
        tuple(element.secondary for element in found if element.secondary),
        tuple(element.tertiary for element in found if element.tertiary),
        text,
    )


def _without_article(text: str) -> str:
    bare = _VOWEL_MARKS.sub("", text).lstrip()
    return bare[2:] if _WITH_ARTICLE.match(bare) else text
