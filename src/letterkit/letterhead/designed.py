"""Makes a letterhead of any Word file: what the designer made stays, the letter is poured in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from letterkit.diagnostics import Diagnostics, LetterkitError, Origin
from letterkit.document import Direction
from letterkit.letterhead import body, sections
from letterkit.letterhead.additions import Additions
from letterkit.letterhead.container import (
    SAVE_AGAIN,
    Container,
    free_from,
    relation_numbers,
    relations_part,
)
from letterkit.letterhead.copies import Copies, first_section_lacks, tell_of_copies
from letterkit.letterhead.lists import mark_place, merge_lists
from letterkit.letterhead.markup import (
    is_on,
    is_place_mark,
    new_root,
    numbers_in,
    place_mark,
    rooted,
    text_halves,
    w,
    whole,
)
from letterkit.letterhead.model import (
    NAMESPACES,
    FirstNumbers,
    Letterhead,
    SecondLanguage,
    Stories,
)
from letterkit.letterhead.packaging import (
    COMMON_TYPES,
    DOCUMENT,
    EXTENDED,
    EXTENDED_TYPE,
    package_relations,
)
from letterkit.letterhead.sheet import Script, Styles, theme_of
from letterkit.letterhead.stories import shown_stories
from letterkit.letterhead.trickery import tell_of_trickery
from letterkit.ooxml.base_document import footnotes_part, settings_part
from letterkit.ooxml.markup import escape_text
from letterkit.ooxml.namespaces import RELATIONSHIPS, WORD_DRAWING, XML_DECLARATION
from letterkit.ooxml.reading import DEFAULT_LIMITS, PackageError, parse_part, read_package

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from letterkit.language.profile import Profile
    from letterkit.letterhead.container import Relation
    from letterkit.letterhead.model import StoryPart
    from letterkit.letterhead.stories import ShownStories

_STORIES: Final = frozenset(("header", "footer", "footnotes", "endnotes"))
_PAGED: Final = frozenset(("header", "footer"))
_SCRIPTS: Final = {"he": "Hebr", "yi": "Hebr", "dv": "Thaa", "syr": "Syrc"}
_RELATIONS_TYPE: Final = "application/vnd.openxmlformats-package.relationships+xml"
_PROPERTIES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_NO_WORD_FILE: Final = "a letterhead is a Word file (.docx) that can be read"


def load_letterhead(
    path: Path,
    profile: Profile,
    problems: Diagnostics,
    *,
    name: str,
    beside: Profile | None = None,
) -> Letterhead | None:
    """A designer's Word file, made ready for letters of one language, or with another `beside` it.

    `name` is what the file is called in diagnostics. None where it cannot be used; the reason is
    told then. One that is broken, or could run or fetch something when the letter is opened, is
    refused.
    """
    origin = Origin(name)
    try:
        if path.stat().st_size > DEFAULT_LIMITS.package_bytes:
            problems.error(f"the letterhead `{name}` is too large", origin, _NO_WORD_FILE)
            return None
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "it is no file"
        problems.error(f"the letterhead `{name}` cannot be read: {reason}", origin, _NO_WORD_FILE)
        return None
    try:
        container = Container(read_package(data, name), name)
        return _Loading(container, profile, problems, beside).letterhead()
    except LetterkitError as error:
        problems.add(error.diagnostic)
        return None


class _Loading:
    """One letterhead on its way from a package to what a writer needs."""

    def __init__(
        self,
        container: Container,
        profile: Profile,
        problems: Diagnostics,
        beside: Profile | None = None,
    ) -> None:
        self._container = container
        self._profile = profile
        self._beside = beside
        self._problems = problems
        self._origin = container.origin
        self._root = rooted(container.parse(container.main))
        self._parts: dict[str, bytes] = {}
        notes = self._part("footnotes")
        self._note_relations = container.relations_of(notes) if notes else []
        taken = relation_numbers([*container.relations, *self._note_relations])
        self._additions = Additions(container, free_from(taken))

    def letterhead(self) -> Letterhead | None:
        """What the writer needs; None where it cannot be (told why).

        Raises:
            PackageError: a part is broken.
        """
        pouring = body.open_body(self._root, self._origin, self._problems)
        stories = shown_stories(self._story_roots(), self._root, self._origin, self._problems)
        stories_and_page = (self._root, *(root for _, root in self._story_roots()))
        tell_of_trickery(stories_and_page, self._origin, found := Diagnostics())
        self._problems.extend(found)
        if pouring is None or stories is None or found.has_errors:
            return None
        self._refuse_loose_ends()
        self._keep_parts()
        settings = self._settings()
        styles = self._styles(settings, pouring.style)
        numbering_part, numbering = self._numbering_root()
        fonts = styles.list_fonts(self._script(settings, self._profile))
        lists, first_list = merge_lists(numbering, styles, self._profile, fonts)
        second = None
        if self._beside is not None:
            script = self._script(settings, self._beside)
            fonts = styles.list_fonts(script)
            other_lists, first_list = merge_lists(numbering, styles, self._beside, fonts)
            second = SecondLanguage(styles.beside(script), other_lists)
        self._keep_styles(styles)
        mark_place(numbering)
        notes_part, notes = self._notes_root()
        first = FirstNumbers(
            bookmark=free_from(self._story_numbers(w("bookmarkStart"), w("id"))),
            note=free_from(numbers_in(notes.iter(w("footnote")), w("id"))),
            list=first_list,
            drawing=free_from(self._story_numbers(f"{{{WORD_DRAWING}}}docPr", "id")),
            picture=self._first_picture(),
        )
        notes.append(place_mark())
        sections.complete(pouring.section)
        room = sections.room_of(pouring.section, pouring.cell_width)
        odd_and_even = settings is not None and is_on(settings.find(w("evenAndOddHeaders")))
        own, first_footer = self._own_stories(stories, pouring.section, odd_and_even)
        beginning, endings = sections.endings(
            self._root,
            pouring.section,
            self._profile.direction,
            own,
            first_footer=first_footer,
        )
        every = (*own.header, *own.continuation, *own.footer, *filter(None, [first_footer]))
        blanks = tuple(
            self._additions.story(kind, page, f"blank-{kind}")
            for kind, page in first_section_lacks(self._root, pouring.section, every)
        )
        stories_found = [one.part for one in self._container.relations if one.kind in _PAGED]
        surroundings = Copies(
            self._root,
            pouring.section,
            self._profile.direction,
            first_footer=first_footer,
            blanks=blanks,
            notes=notes,
            numbering=numbering,
            styles=styles.root,
            problems=tell_of_copies(
                self._root,
                (self._parts[part] for part in stories_found if part in self._parts),
                self._origin,
            ),
        )
        self._add_properties()
        defaults = self._container.default_types
        return Letterhead(
            parts=self._parts,
            beginning=beginning,
            endings=endings,
            numbering=text_halves(numbering),
            footnotes=text_halves(notes),
            relations=(_xml(self._container.relations) + self._additions.relations, ""),
            default_types={**defaults, "rels": _RELATIONS_TYPE, "xml": "application/xml"},
            part_types={
                **self._container.part_types([*self._parts, numbering_part, notes_part]),
                **self._additions.types,
                **COMMON_TYPES,
            },
            properties=self._container.custom_properties(),
            stories=own,
            text_width=room.width,
            text_height=room.height,
            first=replace(first, relation=self._additions.relation),
            surroundings=surroundings,
            note_relations=_xml(self._note_relations),
            numbering_part=numbering_part,
            footnotes_part=notes_part,
            sheet=styles.sheet,
            lists=lists,
            after_table=pouring.after_table,
            second=second,
        )

    # What the designer made

    def _part(self, kind: str) -> str | None:
        """The part of this kind, which must stand where Word has it."""
        name = self._container.part_of_kind(kind)
        if name is not None and name.rpartition("/")[0] != "word":
            raise PackageError(
                f"the part `{name}` stands in no usual place", self._origin, SAVE_AGAIN
            )
        return name

    def _story_roots(self) -> Iterator[tuple[Relation, Any]]:
        for relation in self._container.relations:
            if relation.kind in _STORIES and relation.part:
                yield relation, self._container.parse(relation.part)

    def _refuse_loose_ends(self) -> None:
        known = {relation.id for relation in self._container.relations}
        for element in self._root.iter():
            for attribute, target in element.attrib.items():
                if (
                    attribute.startswith(f"{{{RELATIONSHIPS}}}")
                    and target not in known
                    and not element.tag.endswith("}printerSettings")
                ):
                    raise PackageError(
                        f"the document refers to `{target}`, which the file does not have",
                        self._origin,
                        SAVE_AGAIN,
                    )
        mark = next(node for node in self._root.iter() if is_place_mark(node))
        known_here = mark.getparent().nsmap
        if any(known_here.get(prefix) != uri for prefix, uri in NAMESPACES.items()):
            raise PackageError(
                "the document uses the names of the format for something else",
                self._origin,
                SAVE_AGAIN,
            )

    def _keep_parts(self) -> None:
        container = self._container
        kept = container.kept_parts(without=filter(None, [self._part("footnotes")]))
        if DOCUMENT in kept:
            raise PackageError("the file holds two documents", self._origin, SAVE_AGAIN)
        self._parts |= kept

    def _story_numbers(self, element: str, attribute: str) -> list[int]:
        roots = [self._root, *(root for _, root in self._story_roots())]
        return [number for root in roots for number in numbers_in(root.iter(element), attribute)]

    def _first_picture(self) -> int:
        stems = [name.lower().removeprefix("word/media/image") for name in self._parts]
        digits = [stem.partition(".")[0] for stem in stems]
        return free_from(int(one) for one in digits if one.isascii() and one.isdigit())

    # What letters add to

    def _settings(self) -> Any:
        name = self._part("settings")
        if name is None:  # without any, Word takes the file for one of an old version
            self._parts[self._additions.part("settings")] = settings_part().encode()
            return None
        return self._container.parse(name)

    def _script(self, settings: Any, profile: Profile) -> Script:
        part = self._container.part_of_kind("theme")
        script = _SCRIPTS.get(profile.language_tag.partition("-")[0], "Arab")
        theme = theme_of(self._container.parse(part) if part else None, settings, script)
        return Script(profile, theme)

    def _styles(self, settings: Any, body_style: str) -> Styles:
        name = self._part("styles")
        root = rooted(self._container.parse(name)) if name else new_root("styles")
        script = self._script(settings, self._profile)
        return Styles(root, script, body_style, empty=not name)

    def _keep_styles(self, styles: Styles) -> None:
        """Keep the part as it is, unless something was added to it."""
        if styles.added:
            name = self._part("styles") or self._additions.part("styles")
            self._parts[name] = whole(styles.root)

    def _numbering_root(self) -> tuple[str, Any]:
        name = self._part("numbering")
        if name is None:
            return self._additions.part("numbering"), new_root("numbering")
        del self._parts[name]
        return name, rooted(self._container.parse(name))

    def _notes_root(self) -> tuple[str, Any]:
        name = self._part("footnotes")
        if name is not None:
            return name, rooted(self._container.parse(name))
        markup = footnotes_part()
        if self._profile.direction is Direction.RTL:
            markup = markup.replace("<w:p>", "<w:p><w:pPr><w:bidi/></w:pPr>")
        return self._additions.part("footnotes"), rooted(parse_part(markup.encode(), ""))

    def _own_stories(
        self, stories: ShownStories, section: Any, odd_and_even: bool
    ) -> tuple[Stories, StoryPart | None]:
        """The parts for headers and footers of ours, and a copy of their first page's footer."""
        header: tuple[StoryPart, ...] = ()
        continuation: tuple[StoryPart, ...] = ()
        first_footer = None
        if not stories.header:
            header = (self._additions.story("header", "first"),)
            pages = ("default", "even") if odd_and_even else ("default",)
            continuation = tuple(self._additions.story("header", page) for page in pages)
            first_footer = self._first_footer(stories, section)
        footer = () if stories.footer else self._own_footer(section, odd_and_even)
        return Stories(header, continuation, footer), first_footer

    def _first_footer(self, stories: ShownStories, section: Any) -> StoryPart | None:
        """A copy of their footer for the first page, where it has none of its own."""
        shown = sections.shown_part(self._root, section, "footer")
        if not stories.footer or not shown or is_on(section.find(w("titlePg"))):
            return None
        original = next(one.part for one in self._container.relations if one.id == shown)
        copy = self._additions.story("footer", "first", related=True)
        name = f"word/{copy.name}.xml"
        self._parts[name] = self._parts[original]
        if relations_part(original) in self._parts:
            self._parts[relations_part(name)] = self._parts[relations_part(original)]
        return copy

    def _own_footer(self, section: Any, odd_and_even: bool) -> tuple[StoryPart, ...]:
        return tuple(
            self._additions.story("footer", page, other_first=other_first)
            for page, other_first in sections.own_footers(section, odd_and_even=odd_and_even)
        )

    def _add_properties(self) -> None:
        """Of what a file tells about itself, the company only: a header may refer to it."""
        company = self._container.company()
        self._parts["_rels/.rels"] = package_relations(extended=bool(company))
        if company:
            self._parts[EXTENDED] = (
                f'{XML_DECLARATION}<Properties xmlns="{_PROPERTIES}">'
                f"<Company>{escape_text(company)}</Company></Properties>\n"
            ).encode()
            self._additions.types[EXTENDED] = EXTENDED_TYPE


def _xml(relations: list[Relation]) -> str:
    return "".join(relation.xml() for relation in relations)
