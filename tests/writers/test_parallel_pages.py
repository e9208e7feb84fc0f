"""Two languages in plain text and on a web page."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING

import pytest
from lxml import html as lxml_html
from tests.conftest import required_program
from tests.writers.test_parallel_docx import PAIRS, Pair, parallel

from letterkit.document import Document, Footnote, Paragraph, Parallel, Role, Text
from letterkit.writers.html import HtmlWriter
from letterkit.writers.html.parallel import ParallelHtmlWriter
from letterkit.writers.text import TextWriter
from letterkit.writers.text.parallel import ParallelTextWriter

if TYPE_CHECKING:
    from pathlib import Path

    from letterkit.language.profile import Profile

MEASURE = """
<script>
const rows = [...document.querySelectorAll("article")].map(
  article => [...article.querySelectorAll(":scope > div")].map(row => {
    const box = row.getBoundingClientRect();
    return [box.left, box.top, box.right];
  }));
const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
document.body.textContent = JSON.stringify({rows, wide});
</script>
"""


def page_of(profiles: dict[str, Profile], pair: Pair, letter: Parallel) -> str:
    return ParallelHtmlWriter(profiles[pair[0]], profiles[pair[1]]).write(letter)


def plain_letter(locale: str, profiles: dict[str, Profile], *texts: str) -> Document:
    note = Footnote((Paragraph((Text(f"Note {locale}"),)),))
    blocks = tuple(Paragraph((Text(text), note)) for text in texts)
    headline = Paragraph((Text(f"Headline {locale}"),), Role.HEADLINE)
    return Document(locale, locale, profiles[locale].direction, "", (headline, *blocks))


@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
def test_plain_text_is_one_letter_below_the_other(
    pair: Pair, profiles: dict[str, Profile], letters: dict[str, Document]
) -> None:
    letter = parallel(letters, pair)
    text = ParallelTextWriter(profiles[pair[0]], profiles[pair[1]]).write(letter)
    first, second = (
        TextWriter(profiles[locale]).write(document)
        for locale, document in zip(pair, letter.documents, strict=True)
    )
    assert text == f"{first}\n{'-' * 72}\n\n{second}"


@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
def test_a_page_holds_both_letters_whole_each_in_its_language(
    pair: Pair, profiles: dict[str, Profile], letters: dict[str, Document]
) -> None:
    letter = parallel(letters, pair)
    page = lxml_html.document_fromstring(page_of(profiles, pair, letter))
    articles = page.findall(".//article")
    for article, locale, document in zip(articles, pair, letter.documents, strict=True):
        assert article.get("lang") == document.language_tag
        assert article.get("dir") == str(document.direction)
        alone = HtmlWriter(profiles[locale]).write(document)
        (only,) = lxml_html.document_fromstring(alone).findall(".//article")
        assert article.text_content().split() == only.text_content().split()
    (main,) = page.findall(".//main")
    rows = len(letter.rows) + 3
    assert main.get("style") == f"--rows: {rows}"
    assert [len(article) for article in articles] == [rows, rows]


def test_notes_of_both_languages_have_names_of_their_own(profiles: dict[str, Profile]) -> None:
    documents = plain_letter("en", profiles, "a", "b"), plain_letter("ar", profiles, "c", "d")
    rows = tuple(
        ((one,), (other,))
        for one, other in zip(documents[0].blocks, documents[1].blocks, strict=True)
    )
    text = page_of(profiles, ("en", "ar"), Parallel(documents, rows))
    names = re.findall(r' id="([^"]*)"', text)
    assert len(names) == len(set(names)) == 8
    assert set(re.findall(r'href="#([^"]*)"', text)) == set(names)


@pytest.mark.parametrize(("width", "side_by_side"), [(1200, True), (500, False)])
@pytest.mark.parametrize("pair", [("en", "ar"), ("ar", "en")], ids="+".join)
def test_chromium_sets_rows_in_step_and_one_letter_below_the_other_where_it_is_narrow(
    pair: Pair, width: int, *, side_by_side: bool, profiles: dict[str, Profile], tmp_path: Path
) -> None:
    long = "word " * 60
    documents = (
        plain_letter(pair[0], profiles, long, "short"),
        plain_letter(pair[1], profiles, "short", long),
    )
    rows = tuple(
        ((one,), (other,))
        for one, other in zip(documents[0].blocks, documents[1].blocks, strict=True)
    )
    text = page_of(profiles, pair, Parallel(documents, rows))
    path = tmp_path / "page.html"
    text = re.sub("<meta http-equiv[^>]*>", "", text).replace("</body>", f"{MEASURE}</body>")
    path.write_text(text, encoding="utf-8")
    chromium = required_program("chromium", "chromium-browser", "google-chrome")
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"]
    command += ["--disable-background-networking", f"--user-data-dir={tmp_path / 'profile'}"]
    command += [f"--window-size={width},1000", "--dump-dom", path.as_uri()]
    answer = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=True)
    (body,) = lxml_html.document_fromstring(answer.stdout).xpath("//body")
    found = json.loads(body.text_content())
    assert found["wide"] == 0
    first, second = found["rows"]
    if side_by_side:
        assert [row[1] for row in first] == [row[1] for row in second]
        english, arabic = (first, second) if pair[0] == "en" else (second, first)
        assert all(one[2] < other[0] for one, other in zip(english, arabic, strict=True))
    else:
        assert second[0][1] > first[-1][1]
        assert {row[0] for row in first} == {row[0] for row in second}
