"""Web pages in two directions: values that move nothing, and what a browser makes of them."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from tests.conftest import required_program
from tests.profiles import BY_DIRECTION

from letterkit.document import (
    Block,
    Columns,
    Direction,
    Document,
    Emphasis,
    Footnote,
    Inline,
    ItemList,
    Link,
    Paragraph,
    Picture,
    Strong,
    Text,
    Value,
)
from letterkit.language.bidi import (
    CONTROLS,
    FSI,
    LRI,
    PDI,
    RLI,
    value_direction,
    without_controls,
)
from letterkit.writers.html import HtmlWriter
from letterkit.writers.text import TextWriter

if TYPE_CHECKING:
    from pathlib import Path

LTR, RTL = Direction.LTR, Direction.RTL


LOCALES = {RTL: ("ar", "ar-SY"), LTR: ("en", "en-GB")}


def value(text: str) -> Value:
    return Value(text, direction=value_direction(text))


def paragraph(*parts: str | Inline) -> Paragraph:
    return Paragraph(tuple(Text(part) if isinstance(part, str) else part for part in parts))


def letter(*blocks: Block, base: Direction, title: str = "T") -> Document:
    return Document(*LOCALES[base], base, title, blocks)


def page(*blocks: Block, base: Direction, title: str = "T") -> str:
    return HtmlWriter(BY_DIRECTION[base]).write(letter(*blocks, base=base, title=title))


def line(*parts: str | Inline, base: Direction) -> str:
    """What stands in the one paragraph of a page."""
    found = re.search("<p>(.*)</p>", page(paragraph(*parts), base=base))
    assert found
    return found[1]


LATIN = ' dir="ltr" lang="und-Latn"'
ARABIC = ' dir="rtl" lang="und-Arab"'


@pytest.mark.parametrize(
    ("base", "parts", "expected"),
    [
        pytest.param(LTR, ("By ", value("Ada Quill (AQ), 7")), "By Ada Quill (AQ), 7", id="plain"),
        pytest.param(RTL, ("من ", value("سلمى"), ": 12"), "من سلمى: 12", id="plain Arabic"),
        pytest.param(
            RTL,
            ("من ", value("Sea House (SH)")),
            f"من <bdi{LATIN}>Sea House (SH)</bdi>",
            id="a Latin value",
        ),
        pytest.param(
            LTR, ("By ", value("دار البحر")), f"By <bdi{ARABIC}>دار البحر</bdi>", id="an Arabic one"
        ),
        pytest.param(
            LTR,
            (value("دار (Sea House) البحر"),),
            f"<bdi{ARABIC}>دار (<span{LATIN}>Sea House</span>) البحر</bdi>",
            id="an island in an island",
        ),
        pytest.param(
            RTL,
            ("الهاتف: ", value("+90 342 000 00 00")),
            'الهاتف: <bdi dir="ltr">+90 342 000 00 00</bdi>',
            id="a telephone number is in no language",
        ),
        pytest.param(RTL, ("قتل ", value("1500"), " مدني"), "قتل 1500 مدني", id="a number"),
        pytest.param(
            RTL, ("دعم (SAMA).",), f"دعم (<span{LATIN}>SAMA</span>).", id="the translator's words"
        ),
        pytest.param(
            RTL,
            ("قال Sea ", Strong((Text("House"),)), " Press."),
            f"قال <span{LATIN}>Sea <strong>House</strong> Press</span>.",
            id="an island over whole elements",
        ),
        pytest.param(
            RTL,
            (Strong((Text("قال Sea"),)), " House."),
            f"<strong>قال </strong><span{LATIN}><strong>Sea</strong> House</span>.",
            id="an island over a part of one",
        ),
        pytest.param(
            RTL,
            (Link("https://example.org", (Text("example.org"),)), "."),
            f'<a href="https://example.org" rel="noopener"><span{LATIN}>example.org</span></a>.',
            id="an island within one",
        ),
        pytest.param(
            RTL,
            ("قال Sea", Emphasis((value("\n"),)), "House."),
            f"قال <span{LATIN}>Sea</span><em><br></em><span{LATIN}>House</span>.",
            id="no island over a line's end",
        ),
        pytest.param(
            LTR,
            ("By ", value("a\u202eb\u2069c"), "."),
            f'By <bdi dir="ltr">{LRI}{LRI}a\u202eb\u2069c{PDI}</bdi>.',
            id="controls are balanced",
        ),
    ],
)
def test_a_line_becomes(base: Direction, parts: tuple[str | Inline, ...], expected: str) -> None:
    assert line(*parts, base=base) == expected


HOSTILE = st.text(
    alphabet=st.one_of(
        st.sampled_from("abзאبت ١2+-@#&<>\"'/;=()[]\n\r\u00a0\u2028\ufffc" + "".join(CONTROLS)),
        st.characters(exclude_categories=("Cc", "Cs", "Cn")),
    ),
    max_size=30,
) | st.sampled_from(
    [
        "</p><script>alert(1)</script>",
        "<!--",
        "]]>",
        "&lt;b&gt;",
        '" onload="x',
        "<img src=x onerror=y>",
    ]
)
ELEMENTS = {"html", "head", "meta", "title", "style", "body", "main", "h1", "article", "p", "bdi"}
ELEMENTS |= {"span", "br", "a", "strong", "sup", "section", "ol", "li"}
ATTRIBUTES = {"lang", "dir", "class", "charset", "http-equiv", "content", "name", "href", "rel"}
ATTRIBUTES |= {"id", "role"}
BASES = st.sampled_from([LTR, RTL])


def parsed(text: str) -> lxml_html.HtmlElement:
    parser = lxml_html.HTMLParser(encoding="utf-8")
    return lxml_html.document_fromstring(text.encode(), parser=parser)


def shown(element: lxml_html.HtmlElement) -> str:
    for line_end in element.iter("br"):
        line_end.tail = "\n" + (line_end.tail or "")
    return str(element.text_content())


def with_plain_ends(text: str) -> str:
    return re.sub("\r\n|[\n\r\x85\u2028\u2029]", "\n", text)


def is_balanced(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character in {LRI, RLI, FSI}) - (character == PDI)
        if depth < 0:
            return False
    return depth == 0


@given(text=HOSTILE, base=BASES)
def test_no_value_becomes_markup_and_none_is_changed(text: str, base: Direction) -> None:
    parts = ("A ب ", value(text), Strong((value(text),)), Footnote((paragraph(value(text)),)))
    root = parsed(page(paragraph(*parts), base=base, title=text))
    assert {element.tag for element in root.iter()} <= ELEMENTS
    assert {name for element in root.iter() for name in element.attrib} <= ATTRIBUTES
    (body,) = root.xpath("//article/p")
    expected = with_plain_ends(text).rstrip("\n")
    if any(character in CONTROLS for character in text):
        assert without_controls(expected) in without_controls(shown(body))
        assert all(piece in shown(body) for piece in expected.split("\n"))
    else:
        assert shown(body).startswith(f"A ب {with_plain_ends(text)}")


@given(text=HOSTILE, base=BASES)
def test_controls_in_a_value_stay_within_its_island(text: str, base: Direction) -> None:
    root = parsed(page(paragraph("A ب ", value(text), " 1 ج"), base=base))
    (body,) = root.xpath("//article/p")
    for island in body.xpath(".//bdi"):
        assert is_balanced(island.text_content())
        island.text = ""
        for child in list(island):
            island.remove(child)
    assert not CONTROLS & set(body.text_content())


@given(text=HOSTILE, base=BASES)
def test_an_alternative_text_stays_what_it_is(
    text: str, base: Direction, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from tests.writers.pictures import png

    path = tmp_path_factory.getbasetemp() / "alternative.png"
    if not path.exists():
        path.write_bytes(png(2, 2))
    root = parsed(page(paragraph(Picture(str(path), (value(text),))), base=base))
    (image,) = root.xpath("//img")
    assert set(image.attrib) == {"src", "alt", "width", "height"}
    assert image.get("alt") == re.sub("\r\n?", "\n", text)


# What a browser shows

CASES: dict[Direction, tuple[tuple[str | Inline, ...], ...]] = {
    RTL: (
        ("المرجع: ", value("LK/ADV/2016/014"), "."),
        ("نكتب باسم ", value("Olive Branch (OB)"), "، ", value("Harbour Press"), " و", value("7")),
        ("الهاتف: ", value("+90 342 000 00 00"), " · ", value("press@example.org"), " (مكتب)"),
        ("القرار 2258 (2015) و2139 (2014).",),
        ("دعم القدرات (SAMA)، بيت",),
        (value("4 Orchard Square"), " ", value("Seaford 103132"), ", تركيا"),
        ("قال Sea ", Strong((Text("House"),)), " Press 24 شباط 2016"),
        ("اسم ", value("a\u202ebc"), " رقم 12 ثم ", value("x\u2069\u2067y"), " و34."),
        ("في ", value("دار البحر (Sea House)"), " 97 من"),
        ("انظر ", Link("https://example.org/a?b=1", (Text("https://example.org/a?b=1"),)), "."),
    ),
    LTR: (
        ("By ", value("دار البحر (Sea House)"), ", 12 May, and ", value("بيت"), " 34."),
        ("Names: ", value("سلمى"), ", ", value("نور"), " (2)."),
        ("A ", value("\u202eevil"), " value 12, ", value("\u2069\u2069\u2067x"), " and more 34."),
        ("He said «نعم 12» (three) to ", value("@harbourpress"), "!"),
    ),
}

MEASURE = """
<script>
const lines = [...document.querySelectorAll("article > p")].map(element => {
  const found = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    for (let place = 0; place < node.length; place++) {
      const range = document.createRange();
      range.setStart(node, place);
      range.setEnd(node, place + 1);
      const box = range.getBoundingClientRect();
      if (box.width > 0) found.push([box.left, node.data[place]]);
    }
  }
  return found;
});
const boxes = [...document.querySelectorAll("article li")].map(element => {
  const box = element.getBoundingClientRect();
  return [box.left, box.top];
});
const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
document.body.textContent = JSON.stringify({lines, boxes, wide});
</script>
"""


def measured(text: str, folder: Path, *, width: int = 1200) -> dict[str, object]:
    """What Chromium made of a page: the place of each character and of each list entry.

    The page's own policy runs no script, so the page that is measured goes without it.
    """
    chromium = required_program("chromium", "chromium-browser", "google-chrome")
    text = re.sub("<meta http-equiv[^>]*>", "", text)
    path = folder / "page.html"
    path.write_text(text.replace("</body>", f"{MEASURE}</body>"), encoding="utf-8")
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"]
    command += ["--no-first-run", "--disable-background-networking", "--disable-sync"]
    command += ["--disable-component-update", f"--user-data-dir={folder / 'profile'}"]
    command += [f"--window-size={width},1000", "--dump-dom", path.as_uri()]
    answer = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=True)
    (body,) = parsed(answer.stdout).xpath("//body")
    found = json.loads(body.text_content())
    assert isinstance(found, dict)
    return found


def from_left_to_right(characters: list[tuple[float, str]]) -> str:
    """A line as it is seen; characters of one place are those of a ligature."""
    places = sorted(characters, key=lambda found: found[0])
    return without_controls("".join(character for _, character in places)).strip()


@pytest.mark.parametrize("base", [RTL, LTR])
def test_a_browser_shows_the_order_that_plain_text_has(base: Direction, tmp_path: Path) -> None:
    blocks = [paragraph(*parts) for parts in CASES[base]]
    text = page(*blocks, base=base).replace("</style>", "p { white-space: nowrap; }</style>")
    found = measured(text, tmp_path)["lines"]
    assert isinstance(found, list)
    seen = [from_left_to_right(characters) for characters in found]
    writer = TextWriter(BY_DIRECTION[base])
    plain = [writer.write(letter(block, base=base)).rstrip("\n") for block in blocks]
    assert seen == [without_controls(str(get_display(line))).strip() for line in plain]


@pytest.mark.parametrize("base", [RTL, LTR])
def test_entries_in_columns_are_read_along_the_row(base: Direction, tmp_path: Path) -> None:
    entries = tuple((paragraph(f"{number}"),) for number in range(5))
    text = page(Columns(2, entries), base=base)
    boxes = measured(text, tmp_path)["boxes"]
    assert isinstance(boxes, list)
    sign = 1 if base is LTR else -1
    order = sorted(range(5), key=lambda number: (boxes[number][1], sign * boxes[number][0]))
    assert order == [0, 1, 2, 3, 4]
    rows = [len(list(row)) for _, row in groupby(boxes, lambda box: box[1])]
    assert rows == [2, 2, 1]


def test_a_narrow_window_shows_one_column_and_needs_no_sideways_scrolling(
    letters: dict[str, Document], tmp_path: Path
) -> None:
    blocks = letters["ar"].blocks
    document = replace(
        letters["ar"], blocks=tuple(block for block in blocks if not isinstance(block, ItemList))
    )
    found = measured(HtmlWriter(BY_DIRECTION[RTL]).write(document), tmp_path, width=500)
    assert found["wide"] == 0
    boxes = found["boxes"]
    assert isinstance(boxes, list)
    entries = [left for left, _ in boxes][-34:-1]  # the last one is a footnote
    assert len(set(entries)) == 1
