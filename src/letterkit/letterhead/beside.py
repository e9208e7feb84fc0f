"""A letterhead for letters that stand in two languages: what the second needs for itself.

The second language gets paragraph styles of its own, each based on the first one's: so a paragraph
that a reviewer adds beside the others has the right fonts, size, language and direction too. It
also gets list definitions, since bullets and numbers take their fonts from those.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from letterkit.document import Direction
from letterkit.letterhead.model import Lists, SecondLanguage, StyleSheet
from letterkit.letterhead.own import base_letterhead, fonts_of, languages_of, ready_numbering
from letterkit.ooxml.base_document import LEVELS, numbering_part
from letterkit.ooxml.base_styles import BOLD, PARAGRAPH_STYLES, TEXT_SIZE, ParagraphStyle
from letterkit.ooxml.markup import escape_attribute

if TYPE_CHECKING:
    from letterkit.language.profile import Profile
    from letterkit.letterhead.model import Letterhead, RunForm

_ITALIC: Final = "<w:i/><w:iCs/>"
_STYLES_PART: Final = "word/styles.xml"
_SIZE: Final = re.compile(r'<w:sz w:val="(\d+)"/>')
_DEFINITIONS: Final = re.compile(r"<w:abstractNum .*</w:abstractNum>\n?", re.DOTALL)
_BULLETS, _NUMBERS = 3, 4  # definitions; those of the first language are 1 and 2


def bilingual_letterhead(first: Profile, second: Profile) -> Letterhead:
    """Our own plain letterhead in one language, ready for letters in a second one beside it."""
    letterhead = base_letterhead(first)
    names = {style.id: second_name(style.id, second) for style in PARAGRAPH_STYLES}
    styles = "".join(_own_style(style, first, second, names) for style in PARAGRAPH_STYLES)
    before = letterhead.parts[_STYLES_PART].decode("utf-8")
    parts = {
        **letterhead.parts,
        _STYLES_PART: before.replace("</w:styles>", f"{styles}</w:styles>").encode("utf-8"),
    }
    instance = letterhead.first.list
    beginning, end = letterhead.numbering
    definitions, between, instances = beginning.rpartition("</w:abstractNum>\n")
    added = f'<w:num w:numId="{instance}"><w:abstractNumId w:val="{_BULLETS}"/></w:num>\n'
    return replace(
        letterhead,
        parts=parts,
        numbering=(
            f"{definitions}{between}{_own_definitions(second)}{instances}{added}",
            end,
        ),
        first=replace(letterhead.first, list=instance + 1),
        second=SecondLanguage(
            StyleSheet(names=names, states_direction=first.direction is Direction.RTL),
            Lists(
                bullets=tuple((instance, level) for level in range(LEVELS)),
                numbers=tuple((_NUMBERS, level) for level in range(LEVELS)),
            ),
        ),
    )


def second_name(name: str, profile: Profile) -> str:
    """The identifier of the style that is another one in the second language."""
    return f"{name}-{profile.locale}"


def second_style(
    identifier: str, name: str, based_on: str, follower: str, turned: str, run: str
) -> str:
    """A paragraph style for the second language, as an element; it is in no gallery."""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{escape_attribute(identifier)}">'
        f'<w:name w:val="{escape_attribute(name)}"/><w:basedOn w:val="{escape_attribute(based_on)}"'
        f'/><w:next w:val="{escape_attribute(follower)}"/>'
        + (f"<w:pPr>{turned}</w:pPr>" if turned else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>\n"
    )


def run_of(form: RunForm, direction: Direction) -> str:
    """The properties of runs for a style, from what its runs would have to say."""
    if direction is Direction.LTR:
        return form.language
    bold, italic = BOLD if form.bold else "", _ITALIC if form.italic else ""
    return f"{form.fonts}{bold}{italic}{form.size}{form.language}"


def direction_of(second: Profile, *, turned_before: bool) -> str:
    """The direction of a style, where that differs from what it is based on."""
    if second.direction is Direction.RTL:
        return "<w:bidi/>"
    return '<w:bidi w:val="0"/>' if turned_before else ""


def _own_style(
    style: ParagraphStyle, first: Profile, second: Profile, names: dict[str, str]
) -> str:
    fonts, half_points = second.fonts, _size_of(style)
    plain = round(half_points * fonts.size * 2 / TEXT_SIZE)
    turned = round(half_points * (fonts.complex_script_size or fonts.size) * 2 / TEXT_SIZE)
    return second_style(
        names[style.id],
        f"{style.name} ({second.locale})",
        style.id,
        names[style.next or style.id],
        direction_of(second, turned_before=first.direction is Direction.RTL),
        f'{fonts_of(second)}<w:sz w:val="{plain}"/><w:szCs w:val="{turned}"/>'
        f"{languages_of(second)}",
    )


def _size_of(style: ParagraphStyle) -> int:
    """The size of a style of ours, in half-points: its own or that of what it is based on."""
    known = {one.id: one for one in PARAGRAPH_STYLES}
    here: ParagraphStyle | None = style
    while here is not None:
        if found := _SIZE.search(here.run):
            return int(found[1])
        here = known.get(here.based_on)
    return TEXT_SIZE


def _own_definitions(second: Profile) -> str:
    found = _DEFINITIONS.search(numbering_part())
    assert found is not None  # noqa: S101 - the base document has lists
    definitions = ready_numbering(found[0], second, fonts_of(second))
    for before, after in ((1, _BULLETS), (2, _NUMBERS)):
        definitions = definitions.replace(
            f'w:abstractNumId="{before}"', f'w:abstractNumId="{after}"'
        ).replace(f'w:nsid w:val="4C4B000{before}"', f'w:nsid w:val="4C4B000{after}"')
    return definitions
