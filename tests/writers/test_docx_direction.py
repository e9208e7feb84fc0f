"""Right-to-left letters: what Word needs to be told of paragraphs, runs and islands."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from letterkit.document import (
    Direction,
    Document,
    Emphasis,
    Field,
    FieldKind,
    Group,
    Inline,
    ItemList,
    Paragraph,
    Role,
    Strong,
    Text,
    Value,
)
from letterkit.language.bidi import CONTROLS, LRM, RLM, value_direction, without_controls
from letterkit.ooxml.lint import lint
from letterkit.ooxml.markup import UNHOLDABLE
from letterkit.ooxml.namespaces import WORD
from letterkit.ooxml.reading import read_package
from letterkit.writers.docx import DocxWriter

if TYPE_CHECKING:
    from letterkit.document import Block
    from letterkit.language.profile import Profile

W = f"{{{WORD}}}"


def value(text: str) -> Value:
    return Value(text, direction=value_direction(text), verbatim=True)


def written(profile: Profile, *blocks: Block, footer: tuple[Block, ...] = ()) -> bytes:
    document = Document(
        profile.locale, profile.language_tag, profile.direction, "T", blocks, footer=footer
    )
    return DocxWriter(profile).write(document)


def root(data: bytes, name: str = "word/document.xml") -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def runs(profile: Profile, *inlines: Inline) -> list[tuple[str, str]]:
    """Each run of one paragraph: R or L for its direction, and its text with marks shown."""
    found = []
    for run in root(written(profile, Paragraph(inlines))).iter(f"{W}r"):
        turned = run.find(f"{W}rPr/{W}rtl") is not None
        text = "".join(run.itertext()).replace(LRM, "<LRM>").replace(RLM, "<RLM>")
        found.append(("R" if turned else "L", text))
    return found


@pytest.fixture(scope="module")
def arabic(profiles: dict[str, Profile]) -> Profile:
    return profiles["ar"]


@pytest.fixture(scope="module")
def english(profiles: dict[str, Profile]) -> Profile:
    return profiles["en"]


@pytest.mark.parametrize(
    ("inlines", "expected"),
    [
        ((Text("القرار 2258 (2015)."),), [("R", "القرار 2258 (2015).")]),
        (
            (Text("كتبت "), value("Harbour Press"), Text(" اليوم.")),
            [("R", "كتبت "), ("L", "Harbour Press"), ("R", " اليوم.")],
        ),
        (
            (Text("في "), value("4 Orchard Square"), Text(" اليوم")),
            [("R", "في "), ("L", "<LRM>4 Orchard Square"), ("R", " اليوم")],
        ),
        (
            (Text("مع "), value("@press"), Text("، "), value("Sea House (SH)"), Text(".")),
            [
                ("R", "مع "),
                ("L", "<LRM>@press"),
                ("R", "<RLM>"),
                ("R", "، "),
                ("L", "Sea House (SH)<LRM>"),
                ("R", "."),
            ],
        ),
        (
            (value("Harbour Press"), Text(" 2016 "), Text("في حلب")),
            [("L", "Harbour Press"), ("R", "<RLM>"), ("R", " 2016 "), ("R", "في حلب")],
        ),
        (
            (Text("الهاتف "), value("+90 342 000 00 00")),
            [("R", "الهاتف "), ("L", "<LRM>+90 342 000 00 00<LRM>")],
        ),
    ],
)
def test_arabic_text_is_cut_into_runs_by_direction(
    inlines: tuple[Inline, ...], expected: list[tuple[str, str]], arabic: Profile
) -> None:
    assert runs(arabic, *inlines) == expected


@pytest.mark.parametrize(
    ("inlines", "expected"),
    [
        ((Text("Resolution 2258 (2015)."),), [("L", "Resolution 2258 (2015).")]),
        (
            (Text("by "), value("رابطة غصن الزيتون"), Text(" in 2016")),
            [("L", "by "), ("R", "رابطة غصن الزيتون"), ("L", " in 2016")],
        ),
        (
            (Text("by "), value("دار البحر"), Text(", 2016")),
            [("L", "by "), ("R", "دار البحر"), ("L", "<LRM>"), ("L", ", 2016")],
        ),
    ],
)
def test_arabic_names_in_english_text_get_runs_of_their_own(
    inlines: tuple[Inline, ...], expected: list[tuple[str, str]], english: Profile
) -> None:
    assert runs(english, *inlines) == expected


def test_bold_and_italics_are_set_for_both_kinds_of_script(arabic: Profile) -> None:
    nested = Strong((Text("أ"), Emphasis((Text("ب"),))))
    document = root(written(arabic, Paragraph((Emphasis((Strong((Text("ج"),)),)), nested))))
    properties = [
        [element.tag.removeprefix(W) for element in run.find(f"{W}rPr")]
        for run in document.iter(f"{W}r")
    ]
    assert properties == [
        ["b", "bCs", "i", "iCs", "rtl"],
        ["b", "bCs", "rtl"],
        ["b", "bCs", "i", "iCs", "rtl"],
    ]


def test_a_foreign_address_is_a_left_to_right_block_where_arabic_lines_begin(
    arabic: Profile,
) -> None:
    lines = (
        Paragraph((Text("موسكو"),), Role.INSIDE_ADDRESS),
        Paragraph((value("4 Orchard Square"),), Role.INSIDE_ADDRESS, direction=Direction.LTR),
    )
    own, foreign = root(written(arabic, Group(Role.INSIDE_ADDRESS, lines))).iter(f"{W}p")
    assert own.find(f"{W}pPr/{W}bidi").attrib == {}
    assert own.find(f"{W}pPr/{W}jc") is None
    assert foreign.find(f"{W}pPr/{W}bidi").get(f"{W}val") == "0"
    assert foreign.find(f"{W}pPr/{W}jc").get(f"{W}val") == "right"
    assert "".join(foreign.itertext()) == "4 Orchard Square"


def test_every_run_of_a_page_number_is_turned_round(arabic: Profile) -> None:
    count = (Text("صفحة "), Field(FieldKind.PAGE), Text(" من "), Field(FieldKind.PAGES))
    footer = root(
        written(arabic, Paragraph(()), footer=(Paragraph(count, Role.FOOTER),)), "word/footer1.xml"
    )
    found = list(footer.iter(f"{W}r"))
    assert len(found) == 12
    assert all(run.find(f"{W}rPr/{W}rtl") is not None for run in found)
    assert footer.find(f"{W}p/{W}pPr/{W}bidi") is not None


def test_the_numbers_of_a_list_have_a_font_for_arabic_and_hang_inside(arabic: Profile) -> None:
    item = (Paragraph((Text("أ"),)),)
    numbering = root(written(arabic, ItemList((item,), start=1)), "word/numbering.xml")
    for level in numbering.iter(f"{W}lvl"):
        assert level.find(f"{W}rPr/{W}rFonts").get(f"{W}cs") == arabic.fonts.complex_script
        indent = level.find(f"{W}pPr/{W}ind")
        assert int(indent.get(f"{W}left")) > int(indent.get(f"{W}hanging"))


HOSTILE = st.one_of(
    st.text(max_size=30),
    st.text(st.sampled_from([*CONTROLS, *"a1 ([{)]}.,&<>%منظمة\n\t\u2029\u00a0😀٣"]), max_size=15),
).filter(lambda text: not UNHOLDABLE.search(text))


@settings(max_examples=150, deadline=None)
@given(text=HOSTILE, before=st.sampled_from(["", "قبل ", "Before (", "12 "]))
@pytest.mark.parametrize("locale", ["en", "ar"])
def test_any_value_is_printed_whole_and_leaves_its_surroundings_alone(
    locale: str, text: str, before: str, profiles: dict[str, Profile]
) -> None:
    profile = profiles[locale]
    data = written(
        profile,
        Paragraph((Text("one"), Text(before), value(text), Text(") two"))),
        Paragraph((Text("three"),)),
    )
    first, second = root(data).iter(f"{W}p")
    for line_break in first.iter(f"{W}br", f"{W}tab"):
        line_break.text = "\n"
    printed = "".join(first.itertext())
    assert folded(without_controls(printed)) == folded(without_controls(f"one{before}{text}) two"))
    assert "".join(second.itertext()) == "three"
    opened = sum(printed.count(control) for control in "\u2066\u2067\u2068")
    assert opened >= printed.count("\u2069") - text.count("\u2069")
    assert lint(read_package(data, "letter.docx")) == []


def folded(text: str) -> str:
    """Line ends and tabs are elements in Word: one sign stands for all of them."""
    for sign in ("\r\n", "\r", "\t", "\x85", "\u2028", "\u2029"):
        text = text.replace(sign, "\n")
    return text
