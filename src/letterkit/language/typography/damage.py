"""What programs have done to letters: decoded them wrongly, put those of another script.

All of it is wrong in any language, in names too.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from letterkit.language.typography.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.language.typography.findings import Passage

_CONTINUING = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_MISREAD = re.compile(f"(?:[ÂÃÄÅÐØÙÚÛ][{_CONTINUING}]|â[{_CONTINUING}]{{2}})+")
_MARKS = frozenset("«»‹›“”„‘’‚–—…•\u00a0¡¿·")
_ONE_LETTER = 2  # bytes
_WORD = re.compile(r"[^\W\d_]+")
_LIGATURES = re.compile("[\ufb00-\ufb06]")
# Fullwidth forms of ASCII, which are of use beside Chinese, Japanese and Korean words.
_FULL_WIDTH = re.compile("[\uff01-\uff5e]+")
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DOTTED = re.compile("i\u0307(?![\u0300-\u036f])")
# Letters of the Cyrillic and Greek scripts that look like one of the Latin script
# (Unicode Technical Standard #39, confusables).
_LOOKS_LIKE = dict(
    zip(
        "аеорсухіјѕԁһАВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧοννκ",
        "aeopcyxijsdhABEKMHOPCTYXIJSABEZHIKMNOPTYXovvk",
        strict=True,
    )
)


def check_damage(passage: Passage) -> Iterator[Finding]:
    """Letters that are not those which were written."""
    text = passage.shape
    if text.isascii():
        return
    yield from _misread(text)
    yield from _of_another_script(text)
    for match in _LIGATURES.finditer(text):
        plain = unicodedata.normalize("NFKC", match[0])
        yield Finding("presentation-forms", *match.span(), "letters in one", plain, certain=True)
    if not _EAST_ASIAN.search(text):
        for match in _FULL_WIDTH.finditer(text):
            plain = unicodedata.normalize("NFKC", match[0])
            what = "characters of the width of Chinese ones"
            yield Finding("presentation-forms", *match.span(), what, plain, certain=True)
    for match in _DOTTED.finditer(text):
        what = "a second dot upon the letter"
        yield Finding("split-letters", *match.span(), what, "i", certain=True)


def _misread(text: str) -> Iterator[Finding]:
    """UTF-8 that was read as the Western encoding of Windows: cafÃ© for café."""
    for match in _MISREAD.finditer(text):
        try:
            meant = _bytes(match[0]).decode()
        except (UnicodeDecodeError, UnicodeEncodeError):
            continue
        # “Ä” are right characters where one letter alone stands before a mark and no word goes on.
        within = text[match.end() : match.end() + 1].isalpha()
        if len(match[0]) == _ONE_LETTER and match[0][1] in _MARKS and not within:
            continue
        what = "letters of a file that was read in a wrong encoding"
        yield Finding("damage", *match.span(), what, meant, certain=True)


def _bytes(text: str) -> bytes:
    """The bytes behind characters of the Western encoding; what it leaves out stands for itself."""
    return b"".join(
        bytes([ord(each)]) if "\u0080" <= each <= "\u009f" else each.encode("cp1252")
        for each in text
    )


def _of_another_script(text: str) -> Iterator[Finding]:
    """A Cyrillic or Greek letter in a word of Latin ones, which no eye can tell."""
    for word in _WORD.finditer(text):
        if word[0].isascii():
            continue
        strange = [at for at, each in enumerate(word[0]) if each in _LOOKS_LIKE]
        if not strange or not all(
            each in _LOOKS_LIKE or unicodedata.name(each, "").startswith("LATIN")
            for each in word[0]
        ):
            continue
        if len(strange) == len(word[0]):
            continue  # a word of its own script
        for at in strange:
            letter = word[0][at]
            script = "Greek" if unicodedata.name(letter).startswith("GREEK") else "Cyrillic"
            what = f"`{letter}` is a {script} letter in a Latin word"
            begin = word.start() + at
            latin = _LOOKS_LIKE[letter]
            yield Finding("damage", begin, begin + 1, what, latin, certain=True)
