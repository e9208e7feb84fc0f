"""One order of words in Word, plain text and HTML, by an independent bidi implementation."""

from __future__ import annotations

import io
import zipfile
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final
from unicodedata import bidirectional

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from letterkit.document import Direction, Document, Inline, Paragraph, Text, Value
from letterkit.language.bidi import (
    LRI,
    LRM,
    PDI,
    RLI,
    RLM,
    paragraph_direction,
    value_direction,
    without_controls,
)
from letterkit.ooxml.namespaces import WORD
from letterkit.writers.docx import DocxWriter
from letterkit.writers.html import HtmlWriter
from letterkit.writers.text import TextWriter

if TYPE_CHECKING:
    from letterkit.language.profile import Profile

STRONG: Final = frozenset(("L", "R", "AL", "NSM"))
W: Final = f"{{{WORD}}}"


def document(profile: Profile, inlines: tuple[Inline, ...]) -> Document:
    return Document(
        profile.locale, profile.language_tag, profile.direction, "T", (Paragraph(inlines),)
    )


def base_of(profile: Profile) -> str:
    return "R" if profile.direction is Direction.RTL else "L"


def seen(text: str, base: str) -> str:
    """A line from left to right as on the screen.

    How brackets are drawn is left aside, and on which side of its number a percent sign is: that
    hangs on whether the letter before is Arabic (UAX #9, W2), and either is read.
    """
    shown = without_controls(str(get_display(text, base_dir=base)))
    return " ".join(shown.replace("\u00a0", " ").replace("%97", "97%").split())


def line_of_text(profile: Profile, *inlines: Inline) -> str:
    (line,) = TextWriter(profile, None).write(document(profile, inlines)).splitlines()
    return line


def in_html(profile: Profile, *inlines: Inline) -> str:
    """What a browser shows, for which an element with `dir` is an isolate."""
    page = HtmlWriter(profile).write(document(profile, inlines))

    class Reader(HTMLParser):
        text = ""
        within = False
        ends: list[str] = []  # noqa: RUF012 - one reader a page

        def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
            if tag == "p":
                self.within, self.ends = True, []
            direction = dict(attributes).get("dir")
            opening = {"ltr": LRI, "rtl": RLI}.get(direction or "", "")
            if self.within and tag != "p":
                self.text += opening
                self.ends.append(PDI if opening else "")

        def handle_endtag(self, tag: str) -> None:
            if tag == "p":
                self.within = False
            elif self.within:
                self.text += self.ends.pop()

        def handle_data(self, data: str) -> None:
            self.text += data if self.within else ""

    reader = Reader()
    reader.feed(page)
    return seen(reader.text, base_of(profile))


def runs_of(profile: Profile, *inlines: Inline) -> tuple[str, list[tuple[str, bool]]]:
    """The base direction of a paragraph in Word, and its runs, each with whether it is `rtl`."""
    with zipfile.ZipFile(io.BytesIO(DocxWriter(profile).write(document(profile, inlines)))) as file:
        root = etree.fromstring(file.read("word/document.xml"))
    paragraph = next(root.iter(f"{W}p"))
    runs = [
        ("".join(run.itertext()), run.find(f"{W}rPr/{W}rtl") is not None)
        for run in paragraph.iter(f"{W}r")
    ]
    return ("R" if paragraph.find(f"{W}pPr/{W}bidi") is not None else "L"), runs


def in_libreoffice(profile: Profile, *inlines: Inline) -> str:
    """By the letters of the whole paragraph, runs or not."""
    base, runs = runs_of(profile, *inlines)
    return seen("".join(text for text, _ in runs), base)


def in_word(profile: Profile, *inlines: Inline) -> str:
    """What has no direction of its own takes that of its run (ECMA-376 Part 1, 17.3.2.30, I.2).

    In an `rtl` run `/`, `-` and `+` part numbers, which they do not by the letters alone.
    """
    base, runs = runs_of(profile, *inlines)
    told = ""
    for text, rtl in runs:
        for character in text:
            weak = character in "/-+" if rtl else bidirectional(character) not in STRONG
            mark = "" if not weak or character in (LRM, RLM) else RLM if rtl else LRM
            told += mark + character + mark
    return seen(told, base)


ARABIC = ("حلب", "كتبت", "منظمة الأطباء", "24 شباط/فبراير 2016", "مُنظَّمةٌ", "2258\u00a0(2015)")
LATIN = ("Horizon", "Harbour Press", "Help4Syria", "C++", "LK-12/3", "COVID-19", "HRZ (Leeds)")
ISLANDS = (
    "@IDA_org",
    "#Aleppo",
    "+90 342 000 00 00",
    "https://example.org/a?b=1",
    "info@ida.example.org",
    "24/02/2016",
    "2016-02-24",
    "7 Elm Row, Leeds 20",
    "−5",
    "−2.5%",
)
NUMBERS = ("97%", "1500", "1,500", "1–16", "12:30", "#حلب", "3.5")
MARKS = {
    "ar": (" ", " ", "، ", "؛ ", " – ", ". ", " و", ": "),
    "en": (" ", " ", ", ", "; ", " – ", ". ", " and ", ": "),
}
ENDS = {"ar": ("", ".", "؟", "!"), "en": ("", ".", "?", "!")}
pieces = st.sampled_from([*ARABIC, *LATIN, *ISLANDS, *NUMBERS])


def value(text: str) -> Value:
    return Value(text, direction=value_direction(text), verbatim=True)


def inline(text: str, *, is_value: bool) -> Inline:
    return value(text) if is_value else Text(text)


@st.composite
def sentences(draw: st.DrawFn, locale: str) -> tuple[Inline, ...]:
    made: list[Inline] = []
    for number in range(draw(st.integers(1, 5))):
        if number:
            made.append(Text(draw(st.sampled_from(MARKS[locale]))))
        made.append(inline(draw(pieces), is_value=draw(st.booleans())))
    return (*made, Text(draw(st.sampled_from(ENDS[locale]))))


def in_some_language(locale: str) -> st.SearchStrategy[tuple[str, tuple[Inline, ...]]]:
    return st.tuples(st.just(locale), sentences(locale))


@settings(deadline=None, max_examples=200)
@given(told=st.one_of(in_some_language("ar"), in_some_language("en")))
def test_words_stand_in_the_same_order_in_every_format(
    told: tuple[str, tuple[Inline, ...]], profiles: dict[str, Profile]
) -> None:
    locale, sentence = told
    profile = profiles[locale]
    line = line_of_text(profile, *sentence)
    assert paragraph_direction(line) is profile.direction
    text = seen(line, base_of(profile))
    assert in_html(profile, *sentence) == text
    assert in_libreoffice(profile, *sentence) == text
    assert in_word(profile, *sentence) == text


SHOWN = [  # as on the screen, from left to right
    ("ar", [Text("مثل Horizon، Reuters، BBC.")], ".BBC ،Reuters ،Horizon لثم"),
    ("ar", [Text("شركة Acme "), value("HRZ 7"), Text(" Ltd.")], ".Acme HRZ 7 Ltd ةكرش"),
    ("ar", [Text("في 24/02/2016، ثم")], "مث ،24/02/2016 يف"),
    ("ar", [Text("لغة C++.")], ".C++ ةغل"),
    ("ar", [Text("إلى −12 أو "), value("−3 يورو"), Text(".")], ".وروي −3 وأ −12 ىلإ"),
    ("ar", [Text("من "), value("−٨"), Text(" ثم")], "مث ٨− نم"),
    ("ar", [Text("كتاب LK-12/3 24 شباط")], "طابش 24 LK-12/3 باتك"),
    ("ar", [Text("Reuters: خبر!")], "!ربخ :Reuters"),
    ("ar", [Text("هاتف "), value("+90 342 00 00"), Text("؟")], "؟+90 342 00 00 فتاه"),
    ("en", [Text("حلب is a city!")], "بلح is a city!"),
    ("en", [Text("See #حلب, and @IDA_org.")], "See بلح#, and @IDA_org."),
    ("en", [Text("To "), Value("حلب: B!", direction=Direction.LTR), Text(" 24")], "To بلح: B! 24"),
]  # fmt: skip


@pytest.mark.parametrize(("locale", "inlines", "shown"), SHOWN)
def test_a_line_is_seen_as_a_reader_of_the_language_expects(
    locale: str, inlines: list[Inline], shown: str, profiles: dict[str, Profile]
) -> None:
    profile = profiles[locale]
    assert seen(line_of_text(profile, *inlines), base_of(profile)) == shown
    for order in (in_html, in_libreoffice, in_word):
        assert order(profile, *inlines) == shown
