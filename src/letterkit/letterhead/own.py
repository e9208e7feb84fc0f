"""Our own plain letterhead, made ready for one language.

Fonts, sizes and languages are set in the document defaults and in list levels, since Word knows no
other place where the numbers of a list take theirs from; a right-to-left language also turns the
default paragraph round, so that what a reviewer adds runs the right way.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, replace
from importlib import resources
from itertools import product
from typing import TYPE_CHECKING, Final

from letterkit.document import Direction
from letterkit.letterhead.model import (
    NAMESPACES,
    Copy,
    FirstNumbers,
    Letterhead,
    Presence,
    Stories,
    StoryPart,
    Surrounding,
)
from letterkit.letterhead.packaging import (
    COMMON_TYPES,
    NO_PROPERTIES,
    package_relations,
    relationship,
)
from letterkit.letterhead.sections import NOTES_ANEW, PAGES_ANEW
from letterkit.ooxml.base_document import FONT
from letterkit.ooxml.base_styles import TEXT_SIZE
from letterkit.ooxml.markup import escape_attribute
from letterkit.ooxml.namespaces import THEME_TYPE, WORD, WORD_MIME, XML_DECLARATION
from letterkit.ooxml.package import Part, write_package

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from letterkit.diagnostics import Diagnostic
    from letterkit.language.profile import Profile

_FIXED: Final = ("styles", "settings", "fontTable", "numbering", "footnotes")
_STORIES: Final = Stories(
    header=(StoryPart("header1", 6, "header", "first"),),
    continuation=(StoryPart("header2", 7, "header", "default"),),
    # Where the first page differs from the others, it needs a footer of its own.
    footer=(
        StoryPart("footer1", 8, "footer", "default"),
        StoryPart("footer2", 9, "footer", "first", other_first=True),
    ),
)
_THEME: Final = 10
_END: Final = b"</w:body></w:document>\n"
_ROOT: Final = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
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


@dataclass(frozen=True, slots=True)
class OwnSurroundings:
    """Nothing but a section of its own around each letter; see `Surroundings`."""

    beginning: bytes
    page: str
    direction: Direction
    end: bytes = _END
    blanks: tuple[StoryPart, ...] = ()
    problems: tuple[Diagnostic, ...] = ()

    def around(self, copy: Copy) -> Surrounding:
        """What stands around one letter."""
        section = _section(
            self.page, self.direction, copy.presence, copy.stories, NOTES_ANEW, PAGES_ANEW
        )
        free = replace(copy.free, bookmark=copy.free.bookmark + 1)
        return Surrounding(b"", b"", section.encode(), marked=False, free=free)


def base_letterhead(profile: Profile) -> Letterhead:
    """Our own plain letterhead, A4, made ready for a language."""
    with zipfile.ZipFile(io.BytesIO(base_file())) as archive:
        parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    page = _PAGE.search(parts["word/document.xml"])
    if page is None:  # pragma: no cover - the file is our own, and a test rebuilds it
        raise ValueError("the base document has no page size")
    measures = {name: int(number) for name, number in _NUMBER.findall(page[0])}
    footnotes = parts["word/footnotes.xml"].replace("</w:footnotes>", "")
    footnotes = footnotes.replace("xmlns:w=", f"{_ROOT.partition(' ')[2]} xmlns:w=")
    styles = scaled_styles(parts["word/styles.xml"], profile)
    if profile.direction is Direction.RTL:
        styles = _turned_styles(styles)
        footnotes = footnotes.replace("<w:p>", "<w:p><w:pPr><w:bidi/></w:pPr>")
    numbering = ready_numbering(parts["word/numbering.xml"], profile, fonts_of(profile))
    beginning = f"{XML_DECLARATION}<w:document {_ROOT}><w:body>".encode()
    return Letterhead(
        parts={
            "_rels/.rels": package_relations(),
            "word/fontTable.xml": _font_table(profile).encode("utf-8"),
            "word/settings.xml": parts["word/settings.xml"].encode("utf-8"),
            "word/styles.xml": styles.encode("utf-8"),
            "word/theme/theme1.xml": _faces(parts["word/theme/theme1.xml"], profile).encode(
                "utf-8"
            ),
        },
        beginning=beginning,
        endings={
            (header, continuation, footer): _ending(
                page[0], profile.direction, (header, continuation, footer)
            )
            for header, continuation, footer in product((False, True), repeat=3)
        },
        numbering=(numbering.replace("</w:numbering>", ""), "</w:numbering>\n"),
        footnotes=(footnotes, "</w:footnotes>\n"),
        relations=(
            "".join(
                relationship(number, name, f"{name}.xml")
                for number, name in enumerate(_FIXED, start=1)
            ),
            relationship(_THEME, "theme", "theme/theme1.xml"),
        ),
        default_types={
            "rels": "application/vnd.openxmlformats-package.relationships+xml",
            "xml": "application/xml",
        },
        part_types={
            **COMMON_TYPES,
            "word/theme/theme1.xml": THEME_TYPE,
            **{f"word/{name}.xml": f"{WORD_MIME}.{name}+xml" for name in _FIXED},
        },
        properties=NO_PROPERTIES,
        stories=_STORIES,
        text_width=measures["w"] - measures["left"] - measures["right"],
        text_height=measures["h"] - measures["top"] - measures["bottom"],
        first=FirstNumbers(relation=_THEME + 1),
        surroundings=OwnSurroundings(beginning, page[0], profile.direction),
    )


def write_own_letterhead(path: Path) -> None:
    """Write our letterhead as a file to begin one's own from.

    It holds our styles, the place of the letter, and no header and footer, so that ours are used
    until somebody puts theirs there.

    Raises:
        FileExistsError: there is a file already; it is left alone.
        OSError: the file cannot be written.
    """
    with zipfile.ZipFile(io.BytesIO(base_file())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    place = b'<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>{{ letter }}</w:t></w:r>'
    document = parts["word/document.xml"].replace(b"<w:p/>", place + b"</w:p>")
    parts["word/document.xml"] = document
    data = write_package(Part(name, content) for name, content in parts.items())
    with path.open("xb") as file:
        file.write(data)


def base_file() -> bytes:
    """The base document, as it stands in the repository."""
    return (resources.files("letterkit") / "base" / "letter.docx").read_bytes()


def _ending(page: str, direction: Direction, presence: Presence) -> bytes:
    stories = [part for _, part in _STORIES.of(presence)]
    return _section(page, direction, presence, stories).encode() + _END


def _section(
    page: str,
    direction: Direction,
    presence: Presence,
    stories: Sequence[StoryPart],
    notes: str = "",
    pages: str = "",
) -> str:
    references = "".join(part.reference() for part in stories)
    header, continuation, _ = presence
    first_page = "<w:titlePg/>" if header or continuation else ""
    turned = "<w:bidi/>" if direction is Direction.RTL else ""
    return f"<w:sectPr>{references}{notes}{page}{pages}{first_page}{turned}</w:sectPr>"


def fonts_of(profile: Profile) -> str:
    """The fonts of a profile, for every script."""
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


def scaled_styles(styles: str, profile: Profile) -> str:
    """Styles in the fonts, sizes and languages of a profile; sizes keep their proportions."""
    size = profile.fonts.size * 2
    complex_size = (profile.fonts.complex_script_size or profile.fonts.size) * 2
    sized = resized_styles(_FONTS.sub(fonts_of(profile), styles), size, complex_size)
    return _LANGUAGES.sub(languages_of(profile), sized)


def resized_styles(styles: str, size: float, complex_size: float) -> str:
    """Styles for a text of other sizes, in half-points."""

    def scaled(match: re.Match[str]) -> str:
        latin = round(int(match[1]) * size / TEXT_SIZE)
        complex_script = round(int(match[2]) * complex_size / TEXT_SIZE)
        return f'<w:sz w:val="{latin}"/><w:szCs w:val="{complex_script}"/>'

    return _SIZES.sub(scaled, styles)


def languages(profile: Profile) -> tuple[str, str]:
    """The language of left-to-right and of right-to-left words in a letter."""
    if profile.direction is Direction.RTL:
        return _LATIN_ISLANDS, profile.language_tag
    return profile.language_tag, _RIGHT_TO_LEFT_ISLANDS


def languages_of(profile: Profile) -> str:
    """The languages of a letter as a property of its runs."""
    latin, complex_script = languages(profile)
    return f'<w:lang w:val="{latin}" w:eastAsia="{latin}" w:bidi="{complex_script}"/>'


def _turned_styles(styles: str) -> str:
    """Styles whose default paragraph runs from right to left."""
    name = '<w:name w:val="Normal"/><w:qFormat/>'
    return styles.replace(name, f"{name}<w:pPr><w:bidi/></w:pPr>", 1)


def ready_numbering(numbering: str, profile: Profile, fonts: str) -> str:
    """List definitions in the fonts and the direction of a profile."""
    numbering = _FONTS.sub(fonts, numbering)
    if profile.direction is Direction.LTR:
        return numbering
    letters = _LETTERED_LEVELS.get(profile.language_tag.partition("-")[0], "decimal")
    return (
        numbering.replace('w:val="lowerLetter"', f'w:val="{letters}"')
        .replace('w:val="lowerRoman"', 'w:val="decimal"')
        .replace("</w:rPr></w:lvl>", "<w:rtl/></w:rPr></w:lvl>")
    )
