"""Letters with everything a document can hold, in three languages; all names are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.profiles import profile_of
from tests.writers.pictures import png

from letterkit.document import (
    Alignment,
    Block,
    Columns,
    Direction,
    Document,
    Emphasis,
    Field,
    FieldKind,
    Footnote,
    Group,
    Heading,
    Identity,
    Inline,
    ItemList,
    LineBreak,
    Link,
    Paragraph,
    Picture,
    Quotation,
    Role,
    Strong,
    Table,
    Text,
    Value,
)
from letterkit.language.bidi import value_direction

if TYPE_CHECKING:
    from pathlib import Path

    from letterkit.language.profile import Profile

SENTENCES: dict[str, tuple[str, ...]] = {
    "en": (
        "We write on behalf of more than 200 organisations.",
        "Resolutions 2258 (2015) and 2139 (2014) remain without effect.",
        "Stop the attacks on hospitals at once.",
        "Let observers in.",
        "We ask for the protection of our staff.",
        "The director of the clinic",
        "Figures of the health directorate.",
        "Yours faithfully,",
        "Those who sign",
    ),
    "tr": (
        "200’den fazla kuruluş adına yazıyoruz.",
        "2258 (2015) ve 2139 (2014) sayılı kararlar uygulanmıyor.",
        "Hastanelere saldırıları derhâl durdurun.",
        "Gözlemcilerin girmesine izin verin.",
        "Çalışanlarımızın korunmasını istiyoruz.",
        "Kliniğin müdürü",
        "Sağlık müdürlüğünün rakamları.",
        "Saygılarımızla,",
        "İmzalayanlar",
    ),
    "ar": (
        "نكتب إليكم باسم أكثر من 200 منظمة.",
        "القراران 2258 (2015) و2139 (2014) بلا تنفيذ.",
        "أوقفوا الهجمات على المستشفيات فورًا.",
        "اسمحوا بدخول المراقبين.",
        "نطالب بحماية العاملين لدينا.",
        "مدير العيادة",
        "أرقام مديرية الصحة.",
        "مع فائق الاحترام،",
        "الموقعون",
    ),
}
NAMES = (
    "Olive Branch Medics (OBM)",
    "رابطة غصن الزيتون",
    "Lena Ardıç, Harbour Press",
    "دار البحر (Sea House)",
    "@harbourpress",
)
POSTAL_LINES = ("4 Orchard Square", "Seaford 103132")
URL = "https://press.example.org/a%20b/?x=1&y=2"


def value(text: str) -> Value:
    return Value(text, direction=value_direction(text), verbatim=True)


def paragraph(*inlines: Inline | str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(tuple(Text(i) if isinstance(i, str) else i for i in inlines), role)


def make_letter(locale: str, picture: Path) -> Document:
    words = SENTENCES[locale]
    foreign = Direction.LTR if locale == "ar" else None
    note = Footnote((paragraph(words[6], " ", Link(URL, (Text(URL),))),))
    nested = ItemList(((paragraph(words[3]),), (paragraph(words[4]),)), start=1)
    address = Group(
        Role.INSIDE_ADDRESS,
        (
            paragraph(value("Aylin Stone"), role=Role.INSIDE_ADDRESS),
            *(
                Paragraph((value(line),), Role.INSIDE_ADDRESS, direction=foreign)
                for line in POSTAL_LINES
            ),
        ),
    )
    entries: tuple[tuple[Block, ...], ...] = tuple(
        (
            paragraph(Strong((value(NAMES[number % len(NAMES)]),)), role=Role.SIGNATORIES),
            paragraph(words[number % 5], role=Role.SIGNATORIES),
        )
        for number in range(31)
    )
    blocks: tuple[Block, ...] = (
        paragraph("2016", role=Role.DATELINE),
        paragraph(value("LK/ADV/2016/014"), role=Role.REFERENCE_LINE),
        address,
        paragraph(words[7], role=Role.SALUTATION),
        paragraph(words[4], role=Role.SUBJECT_LINE),
        paragraph(words[0], note, " ", Strong((Text("(1)"), Emphasis((Text("x"),)))), LineBreak()),
        paragraph(
            words[1], " ", value(NAMES[0]), ", ", value(NAMES[2]), " ", value("+90 342 000 00 00")
        ),
        Heading(2, (Text(words[8]),)),
        ItemList(((paragraph(words[2]), nested, paragraph(words[0])), (paragraph(words[3]),)), 1),
        ItemList(((paragraph(words[2]),), (paragraph(words[3]), nested))),
        Quotation((paragraph(words[4]), nested, paragraph(words[3])), (Text(words[5]),)),
        Table(
            tuple((Text(word),) for word in (words[5], words[7], "%")),
            (((value(NAMES[1]),), (Text(words[3]),), (Text("97"),)),),
            (Alignment.START, Alignment.CENTER, Alignment.END),
        ),
        paragraph(Picture(str(picture), (Text('A “grey” & <plain> "square"'),))),
        paragraph(Picture(str(picture), decorative=True)),
        paragraph(words[0]),
        paragraph(words[7], role=Role.COMPLIMENTARY_CLOSE),
        Group(Role.SIGNATURE, (paragraph(value("Aylin Stone"), role=Role.SIGNATURE),)),
        paragraph(words[8], role=Role.GROUP_HEADING),
        Columns(2, entries),
        Columns(2, entries[:1]),
        paragraph(words[1], role=Role.COPIES),
        Columns(3, entries[:2]),
    )
    return Document(
        locale=locale,
        language_tag={"en": "en-GB", "tr": "tr-TR", "ar": "ar-SY"}[locale],
        direction=Direction.RTL if locale == "ar" else Direction.LTR,
        title=words[4],
        subject="A & B <C>",
        blocks=blocks,
        header=(
            Group(Role.SENDER, tuple(paragraph(line, role=Role.SENDER) for line in words[5:7])),
            paragraph(Link(URL, (Text("press.example.org"),)), role=Role.SENDER),
        ),
        continuation=(
            paragraph(
                value(NAMES[1]), ", ", words[5], " ", Field(FieldKind.PAGE), role=Role.HEADER
            ),
        ),
        footer=(
            paragraph(
                words[5],
                " ",
                Field(FieldKind.PAGE),
                " / ",
                Field(FieldKind.PAGES),
                role=Role.FOOTER,
            ),
        ),
        identity=Identity(letter="sample", template="open-letter"),
    )


@pytest.fixture(scope="session")
def profiles() -> dict[str, Profile]:
    return {locale: profile_of(locale) for locale in SENTENCES}


@pytest.fixture(scope="session")
def letters(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    picture = tmp_path_factory.mktemp("pictures") / "secret-name.png"
    picture.write_bytes(png(60, 40, (b"tEXt", b"Author\0Somebody")))
    return {locale: make_letter(locale, picture) for locale in SENTENCES}


@pytest.fixture(scope="session")
def sentences() -> dict[str, tuple[str, ...]]:
    return SENTENCES
