"""What a writer of Word files must know of the file that it pours letters into.

Our own letterhead and one of a designer's differ only in these values. Everything here is made once
for a language; nothing of it changes from letter to letter.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

from letterkit.ooxml.base_document import BULLETS, LEVELS, NUMBERS
from letterkit.ooxml.namespaces import RELATIONSHIPS, WORD, WORD_DRAWING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from letterkit.diagnostics import Diagnostic

ANCHOR_PREFIX: Final = "_lk_"
"""What the bookmarks that letters are given begin with."""

NAMESPACES: Final = {"w": WORD, "r": RELATIONSHIPS, "wp": WORD_DRAWING}
"""What the root of every part that letters add to must declare."""


@dataclass(frozen=True, slots=True)
class RunForm:
    """What the runs of one paragraph style must say for themselves, since the style does not.

    `fonts`, `bold`, `italic` and `size` are for right-to-left runs only: Word formats those by a
    second set of properties, which many a style lacks. `language` stands on every run.
    """

    fonts: str = ""
    bold: bool = False
    italic: bool = False
    size: str = ""
    language: str = ""


NO_FORM: Final = RunForm()


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """The letterhead's styles by the identifiers of ours.

    `names` holds those whose identifier differs; `states_direction` says that a style runs from
    right to left, so that a left-to-right paragraph must say that it does not.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, RunForm] = field(default_factory=dict)
    states_direction: bool = False

    def of(self, style: str) -> str:
        """The identifier of the style that stands for ours."""
        return self.names.get(style, style)

    def form(self, style: str) -> RunForm:
        """What runs in the style that stands for ours must say."""
        return self.forms.get(style, NO_FORM)


@dataclass(frozen=True, slots=True)
class Lists:
    """Where lists take their bullets and numbers from, by depth from 0.

    `bullets` are pairs of an instance and its level; `numbers` are pairs of a definition, of which
    each list is an instance of its own, and its level.
    """

    bullets: tuple[tuple[int, int], ...]
    numbers: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SecondLanguage:
    """The styles and lists of a language that stands beside the letterhead's own."""

    sheet: StyleSheet
    lists: Lists


OWN_SHEET: Final = StyleSheet()
OWN_LISTS: Final = Lists(
    bullets=tuple((BULLETS, level) for level in range(LEVELS)),
    numbers=tuple((NUMBERS, level) for level in range(LEVELS)),
)


@dataclass(frozen=True, slots=True)
class StoryPart:
    """A header or footer of the letter's own.

    `name` is that of its part below `word/`, without `.xml`; `page` is `default`, `first` or
    `even`; `other_first` says that it is there only where the first page differs from the others.
    """

    name: str
    relation: int
    kind: str
    page: str
    other_first: bool = False

    def reference(self) -> str:
        """The element by which a section refers to it."""
        return f'<w:{self.kind}Reference w:type="{self.page}" r:id="rId{self.relation}"/>'


END_OF_LETTER: Final = "_lk_end_"
"""What the bookmark at the end of each letter of a combined file is called, before its number."""

Presence = tuple[bool, bool, bool]
"""Whether a letter has a header, a continuation and a footer of its own."""


@dataclass(frozen=True, slots=True)
class Stories:
    """The parts for the headers and footers of letters; none where the letterhead has its own.

    `header` is that of the first page, `continuation` that of the others.
    """

    header: tuple[StoryPart, ...] = ()
    continuation: tuple[StoryPart, ...] = ()
    footer: tuple[StoryPart, ...] = ()

    def of(self, presence: Presence) -> list[tuple[int, StoryPart]]:
        """The parts that a letter has, each with the number of what stands in it.

        Header is 0, continuation 1, footer 2.
        """
        header, continuation, _ = presence
        return [
            (number, part)
            for number, parts in enumerate((self.header, self.continuation, self.footer))
            for part in parts
            if presence[number] and (header or continuation or not part.other_first)
        ]


@dataclass(frozen=True, slots=True)
class FirstNumbers:
    """The first number of each kind that the letterhead leaves free."""

    bookmark: int = 1
    note: int = 1
    list: int = NUMBERS  # instance 1 is that of all bulleted lists
    relation: int = 1
    drawing: int = 1
    picture: int = 1


@dataclass(frozen=True, slots=True)
class Copy:
    """One letter of several in a file, as its letterhead must know it.

    `number` counts from 1; `stories` are its own headers and footers, of which `presence` tells;
    `free` are the numbers that nothing before it has taken.
    """

    number: int
    last: bool
    presence: Presence
    stories: tuple[StoryPart, ...]
    free: FirstNumbers


@dataclass(frozen=True, slots=True)
class Surrounding:
    """What stands before and after one letter of several.

    `section` ends the letter's section: it goes into the letter's last paragraph, or behind that
    where no other letter follows. It is empty where it stands in what comes `after`; `marked` says
    that the bookmark which tells where the letter ends stands there too. `notes` and `lists` are
    footnotes and instances of lists that the letterhead has of its own; `free` are the numbers that
    it leaves free.
    """

    before: bytes
    after: bytes
    section: bytes
    marked: bool
    free: FirstNumbers
    notes: tuple[bytes, ...] = ()
    lists: tuple[str, ...] = ()


class Surroundings(Protocol):
    """What stands around each letter where many are poured into one file.

    `beginning` and `end` are those of the whole document; `blanks` the empty headers and footers
    that keep a letter from having those of the letter before it; `problems` what a letterhead has
    that does not go well with others in a file.
    """

    @property
    def beginning(self) -> bytes: ...  # noqa: D102 - told above, as are all of these
    @property
    def end(self) -> bytes: ...  # noqa: D102
    @property
    def blanks(self) -> tuple[StoryPart, ...]: ...  # noqa: D102
    @property
    def problems(self) -> tuple[Diagnostic, ...]: ...  # noqa: D102

    def around(self, copy: Copy) -> Surrounding:
        """What stands around one letter."""
        ...


def end_bookmark(copy: Copy) -> str:
    """The bookmark in the last paragraph of a letter, by which its pages are counted."""
    return (
        f'<w:bookmarkStart w:id="{copy.free.bookmark}" w:name="{END_OF_LETTER}{copy.number}"/>'
        f'<w:bookmarkEnd w:id="{copy.free.bookmark}"/>'
    )


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What every letter of a language shares.

    `parts` are copied as they are. Of the parts that letters add to, `beginning` and `endings` are
    the document's before and after the letter (the latter by what the letter has of its own),
    `numbering` and `footnotes` the halves of those parts, named by
    `numbering_part` and `footnotes_part`; `relations` are those of the document before and after
    the letter's own headers and footers, `note_relations` those of the footnotes. `default_types`
    and `part_types` are content types by extension and by part; `properties` is the beginning of
    the custom properties and the number of the next. `stories` are the parts for headers and
    footers of the letter's own. `text_width` and `text_height` are in twentieths of a point;
    `after_table` says that a table stands before the letter. `surroundings` are for many letters
    in one file. `second` is what letters have in two languages, None where the letterhead is for
    letters in one.
    """

    parts: Mapping[str, bytes]
    beginning: bytes
    endings: Mapping[Presence, bytes]
    numbering: tuple[str, str]
    footnotes: tuple[str, str]
    relations: tuple[str, str]
    default_types: Mapping[str, str]
    part_types: Mapping[str, str]
    properties: tuple[str, int]
    stories: Stories
    text_width: int
    text_height: int
    first: FirstNumbers
    surroundings: Surroundings
    note_relations: str = ""
    numbering_part: str = "word/numbering.xml"
    footnotes_part: str = "word/footnotes.xml"
    sheet: StyleSheet = OWN_SHEET
    lists: Lists = OWN_LISTS
    after_table: bool = False
    second: SecondLanguage | None = None
