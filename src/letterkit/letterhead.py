"""The Word file that a letter is poured into, made ready for one language.

Everything here happens once for a language. Fonts, sizes and languages are set in the document
defaults and in list levels, since Word knows no other place where the numbers of a list take
theirs from; a right-to-left language also turns the default paragraph round, so that what a
reviewer adds runs the right way.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Final

from letterkit.document import Direction
from letterkit.ooxml.base_document import FONT
from letterkit.ooxml.base_styles import TEXT_SIZE
from letterkit.ooxml.markup import escape_attribute
from letterkit.ooxml.namespaces import WORD, XML_DECLARATION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from letterkit.language.profile import Profile


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What every letter of a language shares.

    `parts` are whole parts (styles, settings, fonts, theme); `numbering` and `footnotes` are parts
    without their closing tag, since letters add to them; `page` is the size and the margins of the
    section; `text_width` and `text_height` are in twentieths of a point.
    """

    parts: Mapping[str, bytes]
    numbering: str
    footnotes: str
    page: str
    text_width: int
    text_height: int


_FONTS: Final = re.compile(r"<w:rFonts [^>]*/>")
_SIZES: Final = re.compile(r'<w:sz w:val="(\d+)"/><w:szCs w:val="(\d+)"/>')
_LANGUAGES: Final = re.compile(r"<w:lang [^>]*/>")
_PAGE: Final = re.compile(r"<w:pgSz [^>]*/>.*?<w:pgMar [^>]*/>", re.DOTALL)
_NUMBER: Final = re.compile(r'w:(\w+)="(\d+)"')

# The language of Latin words in a right-to-left letter and of Arabic words in a left-to-right one:
# a spelling checker must not read either in the letter's own language.
_LATIN_ISLANDS: Final = "en-GB"
_RIGHT_TO_LEFT_ISLANDS: Final = "ar-SA"

# Lettered list levels in the letters of the script; other right-to-left scripts get digits.
_LETTERED_LEVELS: Final = {"ar": "arabicAlpha", "he": "hebrew1"}


def base_letterhead(profile: Profile) -> Letterhead:
    """Our own plain letterhead, A4, made ready for a language."""
    data = (resources.files("letterkit") / "base" / "letter.docx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    page = _PAGE.search(parts["word/document.xml"])
    if page is None:  # pragma: no cover - the file is our own, and a test rebuilds it
        raise ValueError("the base document has no page size")
    measures = {name: int(number) for name, number in _NUMBER.findall(page[0])}
    right_to_left = profile.direction is Direction.RTL
    styles = _scaled(parts["word/styles.xml"], profile)
    numbering = parts["word/numbering.xml"].replace("</w:numbering>", "")
    footnotes = parts["word/footnotes.xml"].replace("</w:footnotes>", "")
    if right_to_left:
        styles = _turned_styles(styles)
        numbering = _turned_numbering(numbering, profile.language_tag)
        footnotes = footnotes.replace("<w:p>", "<w:p><w:pPr><w:bidi/></w:pPr>")
    return Letterhead(
        parts={
            "word/fontTable.xml": _font_table(profile).encode("utf-8"),
            "word/settings.xml": parts["word/settings.xml"].encode("utf-8"),
            "word/styles.xml": styles.encode("utf-8"),
            "word/theme/theme1.xml": _faces(parts["word/theme/theme1.xml"], profile).encode(
                "utf-8"
            ),
        },
        numbering=_FONTS.sub(_fonts(profile), numbering),
        footnotes=footnotes,
        page=page[0],
        text_width=measures["w"] - measures["left"] - measures["right"],
        text_height=measures["h"] - measures["top"] - measures["bottom"],
    )


def _fonts(profile: Profile) -> str:
    latin = escape_attribute(profile.fonts.latin)
    complex_script = escape_attribute(profile.fonts.complex_script)
    return (
        f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{latin}"'
        f' w:cs="{complex_script}"/>'
    )


def _font_table(profile: Profile) -> str:
    names = dict.fromkeys((profile.fonts.latin, profile.fonts.complex_script))
    fonts = "".join(f'<w:font w:name="{escape_attribute(name)}"/>' for name in names)
    return f'{XML_DECLARATION}<w:fonts xmlns:w="{WORD}">{fonts}</w:fonts>\n'


def _faces(theme: str, profile: Profile) -> str:
    latin = escape_attribute(profile.fonts.latin)
    complex_script = escape_attribute(profile.fonts.complex_script)
    return theme.replace(f'<a:latin typeface="{FONT}"/>', f'<a:latin typeface="{latin}"/>').replace(
        f'<a:cs typeface="{FONT}"/>', f'<a:cs typeface="{complex_script}"/>'
    )


def _scaled(styles: str, profile: Profile) -> str:
    """Styles in the fonts, sizes and languages of a profile; sizes keep their proportions."""
    size = profile.fonts.size
    complex_size = profile.fonts.complex_script_size or size

    def scaled(match: re.Match[str]) -> str:
        latin = round(int(match[1]) * size * 2 / TEXT_SIZE)
        complex_script = round(int(match[2]) * complex_size * 2 / TEXT_SIZE)
        return f'<w:sz w:val="{latin}"/><w:szCs w:val="{complex_script}"/>'

    right_to_left = profile.direction is Direction.RTL
    latin = _LATIN_ISLANDS if right_to_left else profile.language_tag
    complex_script = profile.language_tag if right_to_left else _RIGHT_TO_LEFT_ISLANDS
    languages = f'<w:lang w:val="{latin}" w:eastAsia="{latin}" w:bidi="{complex_script}"/>'
    return _LANGUAGES.sub(languages, _SIZES.sub(scaled, _FONTS.sub(_fonts(profile), styles)))


def _turned_styles(styles: str) -> str:
    """Styles whose default paragraph runs from right to left."""
    name = '<w:name w:val="Normal"/><w:qFormat/>'
    return styles.replace(name, f"{name}<w:pPr><w:bidi/></w:pPr>", 1)


def _turned_numbering(numbering: str, language_tag: str) -> str:
    letters = _LETTERED_LEVELS.get(language_tag.partition("-")[0], "decimal")
    return (
        numbering.replace('w:val="lowerLetter"', f'w:val="{letters}"')
        .replace('w:val="lowerRoman"', 'w:val="decimal"')
        .replace("</w:rPr></w:lvl>", "<w:rtl/></w:rPr></w:lvl>")
    )
