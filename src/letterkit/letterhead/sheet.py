"""The styles of a designer's letterhead, and what ours add to them.

A style of ours is looked for by its name: Word's built-in names stand in the file in English
whatever the language of the program, while identifiers are made of the local ones (`Textkrper` for
"Body Text"). What is there stays as it is; what is lacking is added.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from letterkit.document import Direction
from letterkit.letterhead.beside import direction_of, run_of, second_name, second_style
from letterkit.letterhead.markup import is_on, parsed, value_of, w
from letterkit.letterhead.model import RunForm, StyleSheet
from letterkit.letterhead.own import languages, languages_of, resized_styles
from letterkit.ooxml.base_document import styles_part
from letterkit.ooxml.markup import escape_attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.language.profile import Profile

_ON: Final = frozenset(("1", "true", "on"))
_USUAL_SIZE: Final = 20  # half-points, where a file does not tell (17.3.2.38)
_STYLES: Final = re.compile(r"<w:style .*</w:style>", re.DOTALL)
_BODY: Final = "BodyText"
_TEXT: Final = "paragraph"
_DRAWN: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"


@dataclass(frozen=True, slots=True)
class Theme:
    """The fonts for complex scripts that a theme has for headings and for text, if any."""

    major: str = ""
    minor: str = ""


def theme_of(theme: Any, settings: Any, script: str) -> Theme:
    """The complex-script fonts of a theme; `script` is that of the letter, such as `Arab`.

    A font for one script counts only where the settings name a language for complex scripts.
    """
    if theme is None:
        return Theme()
    languages_set = None if settings is None else settings.find(w("themeFontLang"))
    by_script = bool(value_of(languages_set, "bidi"))
    faces = {}
    for place in ("major", "minor"):
        font = next(theme.iter(f"{{{_DRAWN}}}{place}Font"), None)
        named = None if font is None else font.find(f"{{{_DRAWN}}}cs")
        face = "" if named is None else named.get("typeface", "")
        if font is not None and not face and by_script:
            scripts = {one.get("script"): one.get("typeface", "") for one in font}
            face = scripts.get(script, "")
        faces[place] = face
    return Theme(**faces)


@dataclass(frozen=True, slots=True)
class Script:
    """A language, and the fonts that the theme has for its script."""

    profile: Profile
    theme: Theme


class Styles:
    """The styles part of a letterhead, made to hold what our letters need.

    `body_style` is the style in which the designer wrote the marker: where it is one of their own
    making, it is that of body text.
    """

    def __init__(
        self,
        root: Any,
        own: Script,
        body_style: str = "",
        *,
        empty: bool = False,
    ) -> None:
        self.root = root
        self._new: list[Any] = []
        self._own = own
        if empty:
            defaults = styles_part().partition("<w:docDefaults>")[2]
            defaults = defaults.partition("</w:docDefaults>")[0]
            self.root.insert(0, parsed(f"<w:docDefaults>{defaults}</w:docDefaults>")[0])
        self._by_id: dict[str, Any] = {
            value_of(one, "styleId"): one for one in root.findall(w("style"))
        }
        self._names = self._merge(body_style)
        self.sheet = StyleSheet(
            names={ours: theirs for ours, theirs in self._names.items() if ours != theirs},
            forms={
                ours: self._form(theirs, own)
                for ours, theirs in self._names.items()
                if value_of(self._by_id[theirs], "type") == _TEXT
            },
            states_direction=any(
                is_on(bidi) for bidi in root.iter(w("bidi")) if bidi.getparent().tag == w("pPr")
            ),
        )

    @property
    def added(self) -> bool:
        """Whether the letterhead lacked any of our styles."""
        return bool(self._new)

    def list_fonts(self, script: Script) -> str:
        """The fonts of bullets and numbers in a language, where the styles do not tell them."""
        if script.profile.direction is Direction.LTR:
            return ""
        return self._form(self._names["ListNumber"], script).fonts

    def beside(self, script: Script) -> StyleSheet:
        """The style sheet of a second language: for each paragraph style one that is based on it.

        They are added here, and say what the runs of the language would else have to say.
        """
        profile = script.profile
        first = self._own.profile.direction is Direction.RTL or self.sheet.states_direction
        turned = direction_of(profile, turned_before=first)
        names = dict(self._names)
        for ours, theirs in self._names.items():
            style = self._by_id[theirs]
            if _kind_of(style) != _TEXT:
                continue
            identifier = second_name(theirs, profile)
            names[ours] = identifier
            if identifier in self._by_id:  # one of theirs stands for two of ours
                continue
            name = f"{value_of(style.find(w('name')))} ({profile.locale})"
            run = run_of(self._form(theirs, script), profile.direction)
            markup = second_style(identifier, name, theirs, identifier, turned, run)
            self._by_id[identifier] = added = parsed(markup)[0]
            self.root.append(added)
            self._new.append(added)
        return StyleSheet(names=names, states_direction=first)

    def theirs(self, ours: str) -> Any | None:
        """The designer's style that stands for one of ours; None where it is one we added."""
        style = self._by_id[self._names[ours]]
        return None if style in self._new else style

    def chain(self, style: Any) -> Iterator[Any]:
        """A style and those it is based on, the nearest first."""
        seen: set[str] = set()
        while style is not None and value_of(style, "styleId") not in seen:
            seen.add(value_of(style, "styleId"))
            yield style
            style = self._by_id.get(value_of(style.find(w("basedOn"))))

    def _merge(self, body_style: str) -> dict[str, str]:
        """Our styles by identifier, each with the identifier that stands for it."""
        known, defaults = self._known()
        taken = {name for _, name in known}
        names: dict[str, str] = {}
        ours_all = parsed(self._resized())
        built_in = {name for style in ours_all for name in _names_of(style)}
        chosen = self._by_id.get(body_style)
        if chosen is not None and (built_in & set(_names_of(chosen)) or _kind_of(chosen) != _TEXT):
            chosen = None  # a heading, or no style of theirs: the marker stands there by chance
        for style in ours_all:
            kind, ours = value_of(style, "type"), value_of(style, "styleId")
            default = defaults.get(kind) if value_of(style, "default") else None
            present = default or known.get((kind, _names_of(style)[0])) or self._same(ours, kind)
            if ours == _BODY and chosen is not None and body_style != defaults.get(_TEXT):
                present = body_style
            names[ours] = present or self._add(style, taken)
        for style in self._new:
            for reference in (style.find(w("basedOn")), style.find(w("next"))):
                if reference is not None:
                    reference.set(w("val"), names[value_of(reference)])
        return names

    def _known(self) -> tuple[dict[tuple[str, str], str], dict[str, str]]:
        """The designer's styles by kind and name, and the default of each kind."""
        known: dict[tuple[str, str], str] = {}
        defaults: dict[str, str] = {}
        for identifier, style in self._by_id.items():
            kind = _kind_of(style)
            for name in _names_of(style):
                known.setdefault((kind, name), identifier)
            if value_of(style, "default") in _ON:
                defaults.setdefault(kind, identifier)
        return known, defaults

    def _same(self, identifier: str, kind: str) -> str:
        """The identifier, if the designer has a style of it and of this kind; else nothing."""
        style = self._by_id.get(identifier)
        return identifier if style is not None and _kind_of(style) == kind else ""

    def _add(self, style: Any, taken: set[str]) -> str:
        """Add one of our styles, under another name where a style of another kind has its."""
        identifier = value_of(style, "styleId")
        while identifier in self._by_id:
            identifier = f"Letterkit{identifier}"
        name = style.find(w("name"))
        while _names_of(style)[0] in taken:
            name.set(w("val"), f"letterkit {value_of(name)}")
        style.set(w("styleId"), identifier)
        self._by_id[identifier] = style
        self.root.append(style)
        self._new.append(style)
        return identifier

    def _resized(self) -> str:
        """Our styles in the size of the designer's text."""
        found = _STYLES.search(styles_part())
        levels = list(self._levels(self._default_paragraph()))
        size = _nearest(levels, "sz")[1]
        plain = int(size) if size.isdigit() else _USUAL_SIZE
        turned = self._turned_size(levels, self._own)
        assert found is not None  # noqa: S101 - the base document has styles
        return resized_styles(found[0], plain, turned)

    def _default_paragraph(self) -> Any | None:
        styles = self._by_id.values()
        return next(
            (one for one in styles if _kind_of(one) == _TEXT and value_of(one, "default") in _ON),
            None,
        )

    def _levels(self, style: Any | None) -> Iterator[Any]:
        """The run properties that hold for a style, the nearest first."""
        for one in self.chain(style):
            properties = one.find(w("rPr"))
            if properties is not None:
                yield properties
        defaults = self.root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        if defaults is not None:
            yield defaults

    def _turned_size(self, levels: list[Any], script: Script) -> int:
        """The size of right-to-left text in half-points, ours where the file does not tell."""
        plain_at, plain = _nearest(levels, "sz")
        turned_at, turned = _nearest(levels, "szCs")
        if turned.isdigit() and turned_at <= plain_at:
            return int(turned)
        fonts = script.profile.fonts
        ratio = (fonts.complex_script_size or fonts.size) / fonts.size
        return round((int(plain) if plain.isdigit() else _USUAL_SIZE) * ratio)

    def _form(self, identifier: str, script: Script) -> RunForm:
        """What runs in a style must say, since the style says it for left-to-right text only."""
        levels = list(self._levels(self._by_id[identifier]))
        plain = _nearest(levels, "sz")[1]
        turned = self._turned_size(levels, script)
        size = ""
        if str(turned) != (_nearest(levels, "szCs")[1] or str(_USUAL_SIZE)):
            plain = plain if plain.isdigit() else str(_USUAL_SIZE)
            size = f'<w:sz w:val="{plain}"/><w:szCs w:val="{turned}"/>'
        return RunForm(
            fonts=_fonts(levels, script),
            bold=_is_one_sided(levels, "b"),
            italic=_is_one_sided(levels, "i"),
            size=size,
            language=_language(levels, script.profile),
        )


def _fonts(levels: list[Any], script: Script) -> str:
    for level in levels:
        fonts = level.find(w("rFonts"))
        themed = value_of(fonts, "cstheme")
        face = script.theme.major if themed.startswith("major") else script.theme.minor
        if (themed and face) or (not themed and value_of(fonts, "cs")):
            return ""
        if themed:
            break
    face = escape_attribute(script.profile.fonts.complex_script)
    return f'<w:rFonts w:cs="{face}"/>'


def _language(levels: list[Any], profile: Profile) -> str:
    plain, turned = languages(profile)
    if (_nearest(levels, "lang")[1], _nearest(levels, "lang", "bidi")[1]) == (plain, turned):
        return ""
    return languages_of(profile)


def _kind_of(style: Any) -> str:
    return value_of(style, "type") or _TEXT


def _names_of(style: Any) -> list[str]:
    """The names of a style as they are compared: letters of ASCII alone, without their case."""
    names = [value_of(style.find(w("name"))), *value_of(style.find(w("aliases"))).split(",")]
    return [_ascii_lower(name.strip()) for name in names if name.strip()] or [""]


def _ascii_lower(name: str) -> str:
    return "".join(chr(ord(one) + 32) if "A" <= one <= "Z" else one for one in name)


def _nearest(levels: list[Any], name: str, attribute: str = "val") -> tuple[int, str]:
    """At which level a property is told first, and what it is there."""
    for position, level in enumerate(levels):
        element = level.find(w(name))
        if element is not None and value_of(element, attribute):
            return position, value_of(element, attribute)
    return len(levels), ""


def _is_one_sided(levels: list[Any], name: str) -> bool:
    """Whether left-to-right text is bold (or italic) and right-to-left text is not told to be."""
    for level in levels:
        if level.find(w(f"{name}Cs")) is not None:
            return False
        if level.find(w(name)) is not None:
            return is_on(level.find(w(name)))
    return False
