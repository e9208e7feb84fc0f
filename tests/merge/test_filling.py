"""What is put into links, pictures, quotations and notes, and what is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.merge.test_assembly import lines
from tests.writers.pictures import png

from letterkit.document import Footnote, Paragraph, Picture, Value, plain_text
from letterkit.writers.pictures import read_picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.merge.conftest import Merged

    Merge = Callable[..., Merged]


def told(letter: Merged) -> list[str]:
    letter.document()
    return letter.told


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("{{ address }}", "a link cannot lead to `ftp://example.org`"),
        ("{{ '' }}", "the link leads nowhere"),
    ],
)
def test_a_link_is_checked_when_its_target_is_put_together(
    merged: Merge, target: str, message: str
) -> None:
    letter = merged(
        f"See [us]({target}).\n",
        data="variables: {address: 'ftp://example.org'}\n" if "address" in target else "",
        variables="{address: text}" if "address" in target else "{}",
    )
    assert told(letter) == [f"letters/appeal/en.md:1:5: {message}"]


def test_a_link_to_an_address_that_the_data_lacks_is_told_once(merged: Merge) -> None:
    letter = merged("See [us]({{ organisation.website }}).\n")
    assert len(told(letter)) == 1


def paragraphs(letter: Merged) -> list[str]:
    return [
        plain_text(each.inlines) for each in letter.document().blocks if isinstance(each, Paragraph)
    ]


@pytest.mark.parametrize("break_", ["\\n\\n", "\\n \\n\\n", "\\r\\n\\r\\n"])
def test_blank_lines_of_a_text_part_paragraphs(merged: Merge, break_: str) -> None:
    letter = merged(
        "{{ said }}\n\nThey said {{ said }}\n",
        data=f'variables: {{said: "Roses bloom.{break_}Lilies\\ntoo."}}\n',
        variables="{said: text}",
    )
    first, second, third = paragraphs(letter)
    assert (first, second) == ("Roses bloom.", "Lilies\ntoo.")
    assert third.startswith("They said Roses bloom.")  # within a sentence they stay what they are
    assert all(
        value.sources and value.expression == "said" and not value.verbatim
        for block in letter.document().blocks[:2]
        if isinstance(block, Paragraph)
        for value in block.inlines
        if isinstance(value, Value)
    )


def test_expressions_in_footnotes_are_filled(merged: Merge) -> None:
    letter = merged("Roses[^1].\n\n[^1]: Says {{ organisation.director.name }}.\n")
    (paragraph,) = letter.document().blocks
    assert isinstance(paragraph, Paragraph)
    (note,) = [inline for inline in paragraph.inlines if isinstance(inline, Footnote)]
    (said,) = note.blocks
    assert isinstance(said, Paragraph)
    assert plain_text(said.inlines) == "Says Lale Deniz."


@pytest.mark.parametrize(
    "path", ["/srv/rose.png", "../../../rose.png", "../../../../../../../../rose.png", "//a/b.png"]
)
@pytest.mark.parametrize("written", ["{path}", "{{{{ '{path}' }}}}"])
def test_no_picture_is_taken_from_outside_the_workspace(
    merged: Merge, path: str, written: str
) -> None:
    letter = merged(f"![a rose]({written.format(path=path)})\n")
    assert told(letter) == [
        f"letters/appeal/en.md:1:1: the picture `{path}` is not in this workspace"
    ]


def test_a_picture_of_another_folder_of_the_workspace_is_shown(merged: Merge) -> None:
    rose = png(40, 30)
    letter = merged("![a rose](../../pictures/rose.png)\n", files={"pictures/rose.png": rose})
    (paragraph,) = letter.document().blocks
    assert letter.told == []
    assert isinstance(paragraph, Paragraph)
    (picture,) = paragraph.inlines
    assert isinstance(picture, Picture)
    assert read_picture(picture).width == 40


def test_why_a_picture_cannot_be_shown_is_told_by_its_name_in_the_words(merged: Merge) -> None:
    letter = merged("![a rose](../../pictures/rose.png)\n", files={"pictures/rose.png": "no PNG"})
    letter.document()
    assert letter.told == [
        "letters/appeal/en.md:1:1: `../../pictures/rose.png` is no picture that a letter can show"
    ]


def test_words_of_a_picture_that_come_to_nothing_are_told(merged: Merge) -> None:
    letter = merged(
        "![{{ letter.reference or '' }}](rose.png)\n",
        files={"letters/appeal/rose.png": png(40, 30)},
    )
    letter.document()
    assert letter.told == [
        "letters/appeal/en.md:1:1: the picture `rose.png` says nothing to those who cannot see it"
    ]


@pytest.mark.parametrize("written", ["{url}", "{{{{ '{url}' }}}}"])
def test_a_picture_on_the_web_is_told_once(merged: Merge, written: str) -> None:
    url = "https://example.org/rose.png"
    letter = merged(f"![a rose]({written.format(url=url)})\n")
    assert told(letter) == [
        f"letters/appeal/en.md:1:1: the picture `{url}` is not in this workspace"
    ]


def test_a_speaker_who_says_nothing_is_told(merged: Merge) -> None:
    letter = merged("Hello.\n\n> {{ '' }}\n>\n> — {{ organisation.director.name }}\n")
    assert lines(letter.document()) == ["Hello."]
    assert letter.told == [
        "letters/appeal/en.md:3:6: the quotation says nothing, so that its speaker is left out too"
    ]


def test_a_quotation_in_another_language_alone_holds_nothing_back(merged: Merge) -> None:
    data = "quotes: {rain: {speaker: {en: Ada}, words: {en: It rains}}}\n"
    turkish = merged("Sözler.\n", locale="tr", data=data)
    assert told(turkish) == []
    quoted = merged("{{ quotes.rain }}\n", locale="tr", data=data)
    assert "letters/appeal/letter.yaml:4:44: the quotation `It rains` is lacking in `tr`" in told(
        quoted
    )
    assert told(merged("{{ quotes.sun }}\n", data=data))[0].endswith(
        "there is no `sun` in `quotes`"
    )
