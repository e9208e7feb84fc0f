from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from letterkit.diagnostics import Diagnostics, Severity
from letterkit.document import (
    Block,
    Emphasis,
    Footnote,
    Heading,
    ItemList,
    LineBreak,
    Link,
    Paragraph,
    Picture,
    Quotation,
    Strong,
    Table,
    Text,
)
from letterkit.template.markup import parse_markup
from letterkit.template.nodes import LinkTemplate, PictureTemplate, Placeholder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letterkit.template.expressions import Expression, ExpressionEnvironment


def sketch(node: object) -> str:  # noqa: C901, PLR0911, PLR0912 - one branch a kind of node
    """A tree in one line, without places."""
    match node:
        case tuple():
            return "".join(sketch(each) for each in node)
        case Text(text=text):
            return text
        case Placeholder(expression=expression):
            return f"⟨{expression.source}⟩"
        case Emphasis(children=children):
            return f"_{sketch(children)}_"
        case Strong(children=children):
            return f"*{sketch(children)}*"
        case Link(target=target, children=children):
            return f"[{sketch(children)}]({target})"
        case LinkTemplate(target=pieces, children=children):
            return f"[{sketch(children)}]({target_of(pieces)})"
        case Picture(path=path, alternative_text=words):
            return f"![{sketch(words)}]({path})"
        case PictureTemplate(path=pieces, alternative_text=words):
            return f"![{sketch(words)}]({target_of(pieces)})"
        case LineBreak():
            return "↵"
        case Footnote(blocks=blocks):
            return f"^{{{sketch(blocks)}}}"
        case Paragraph(inlines=inlines):
            return f"¶{sketch(inlines)}"
        case Heading(level=level, inlines=inlines):
            return f"{'#' * level}{sketch(inlines)}"
        case ItemList(items=items, start=start):
            kind = "•" if start is None else f"{start}."
            return f"{kind}({'; '.join(sketch(item) for item in items)})"
        case Quotation(blocks=blocks, attribution=speaker):
            return f"“{sketch(blocks)}” — {sketch(speaker)}" if speaker else f"“{sketch(blocks)}”"
        case Table(header=header, rows=rows, alignments=alignments):
            marks = ",".join(alignments)
            lines = [" | ".join(sketch(cell) for cell in row) for row in (header, *rows)]
            return f"[{marks}: {' / '.join(lines)}]"
    raise AssertionError(node)


def target_of(pieces: Iterable[str | Expression]) -> str:
    return "".join(each if isinstance(each, str) else f"⟨{each.source}⟩" for each in pieces)


def parsed(text: str, environment: ExpressionEnvironment) -> tuple[tuple[Block, ...], Diagnostics]:
    problems = Diagnostics()
    return parse_markup(text, "en.md", 1, environment, problems), problems


SUPPORTED = {
    "One *two* **three** _four_.": "¶One _two_ *three* _four_.",
    "One\ntwo": "¶One two",
    "One  \ntwo\\\nthree": "¶One↵two↵three",
    "One.\n\nTwo.": "¶One.¶Two.",
    "    An indented paragraph": "¶An indented paragraph",
    "# A\n\n### B ###": "#A###B",
    "- a\n- b\n  - c": "•(¶a; ¶b•(¶c))",
    "1. a\n2. b": "1.(¶a; ¶b)",
    "1. a\n1. b\n1. c": "1.(¶a; ¶b; ¶c)",
    "4. a\n5. b": "4.(¶a; ¶b)",
    "> a\n>\n> b": "“¶a¶b”",
    "> a\n>\n> — Dr. B, Director": "“¶a” — Dr. B, Director",
    "> a\n> — {{ name }}": "“¶a” — ⟨name⟩",
    "> a\\\n> ― B": "“¶a” — B",
    "> a — b\n> c": "“¶a — b c”",
    "> — a": "“¶— a”",
    "[a](https://example.org)": "¶[a](https://example.org)",
    "<https://example.org/a_b_c>": "¶[https://example.org/a_b_c](https://example.org/a_b_c)",
    "<info@example.org>": "¶[info@example.org](mailto:info@example.org)",
    "![A map](map.png)": "¶![A map](map.png)",
    '![](line.png "decoration")': "¶![](line.png)",
    "A&amp;B &lt; C&nbsp;D AT&T": "¶A&B < C\u00a0D AT&T",
    r"\*a\* \_b\_ 2016\. c": "¶*a* _b_ 2016. c",
    "“a” ‘b’ c’d 'e' \"f\" -- ...": "¶“a” ‘b’ c’d 'e' \"f\" -- ...",
    "a[^1] b\n\n[^1]: Note *c*.": "¶a^{¶Note _c_.} b",
    "| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |": (
        "[start,center,end,start: a | b | c | d / 1 | 2 | 3 | 4]"
    ),
    "١. بند": "¶١. بند",
}


EXPRESSIONS = {
    "Dear {{ name }}, hello": "¶Dear ⟨name⟩, hello",
    "**{{ name }}**nin": "¶*⟨name⟩*nin",
    "*{{ a }}* _{{ b }}_": "¶_⟨a⟩_ _⟨b⟩_",
    "**Birleşmiş Milletler (BM)**nin": "¶*Birleşmiş Milletler (BM)*nin",
    "**A**, **B** ve (**C**)": "¶*A*, *B* ve (*C*)",
    "{{ a }}{{ b }}": "¶⟨a⟩⟨b⟩",
    '{{ "}}" }} and {{ b }}': '¶⟨"}}"⟩ and ⟨b⟩',
    "{{ {'a': {'b': 1}} | length }}": "¶⟨{'a': {'b': 1}} | length⟩",
    "{{ a\n| upper }} b": "¶⟨a\n| upper⟩ b",
    "[{{ a }}]({{ b }})": "¶[⟨a⟩](⟨b⟩)",
    "[a](https://example.org/{{ b | lower }}/c)": "¶[a](https://example.org/⟨b | lower⟩/c)",
    "![{{ a }}](maps/{{ b }}.png)": "¶![⟨a⟩](maps/⟨b⟩.png)",
    "| {{ a | upper }} | b |\n|--|--|\n| {{ c | lower }} | d \\| e |": (
        "[start,start: ⟨a | upper⟩ | b / ⟨c | lower⟩ | d | e]"
    ),
    "- {{ a }}\n- > {{ b }}": "•(¶⟨a⟩; “¶⟨b⟩”)",
    "# {{ a }}": "#⟨a⟩",
    "x[^1]\n\n[^1]: {{ a }}": "¶x^{¶⟨a⟩}",
    r"\{{ a }} \{\{ b \}\}": "¶{{ a }} {{ b }}",
    "a {#id} b {% 50": "¶a {#id} b {% 50",
    "{{ n }}. Genel Kurul": "¶⟨n⟩. Genel Kurul",
}


@pytest.mark.parametrize(("text", "expected"), {**SUPPORTED, **EXPRESSIONS}.items())
def test_words_become_blocks(text: str, expected: str, english: ExpressionEnvironment) -> None:
    blocks, problems = parsed(text, english)
    assert [each.message for each in problems] == []
    assert sketch(blocks) == expected


FAULTS = {
    "a `b` c": ("1:3", "`` `b` `` is program code, which a letter does not have"),
    "a <b>c": ("1:3", "`<b>` is HTML, which a letter does not have"),
    "<!-- {{ a }} -->": ("1:1", "`<!-- {{ a }} -->` is HTML, which a letter does not have"),
    "a ~~b~~": ("1:3", "`~~` strikes words out, which a letter does not do"),
    "a\n\n---\n\nb": ("3:1", "`---` draws a line, which a letter does not have"),
    "```\na\n```": (
        "1:1",
        "three backticks or tildes begin program code, which a letter does not have",
    ),
    "a\n---": ("1:1", "a line of `-` under words makes them a heading"),
    '[a](https://example.org "b")': ("1:1", "the link has the title `b`, which nobody would see"),
    "[a](ftp://example.org)": ("1:1", "a link cannot lead to `ftp://example.org`"),
    "[a](javascript:b)": ("1:1", "a link cannot lead to `javascript:b`"),
    "[a](example.org)": ("1:1", "the link target `example.org` has no scheme"),
    "[a]()": ("1:1", "the link leads nowhere"),
    "![a](https://example.org/a.png)": (
        "1:1",
        "the picture `https://example.org/a.png` is not in this workspace",
    ),
    "[a]: https://example.org": ("1:1", "`[a]:` sets an address apart from its link"),
    "a[^1]": ("1:2", "the footnote `1` has no text"),
    "a\n\n[^1]: b": ("3:1", "no words refer to the footnote `1`"),
    "a[^1]\n\n[^1]: b\n\n[^1]: c": ("5:1", "the footnote `1` stands twice"),
    "a[^1] b[^1]\n\n[^1]: c": ("1:8", "the footnote `1` is referred to twice"),
    "a[^1]\n\n[^1]: c[^1]": ("3:8", "the footnote `1` is referred to within a footnote"),
    "|a|b|\n|--|--|\n|1|2|3|": ("3:1", "the row has 3 cells, and the table 2 columns"),
    "2016. yılında\n\n2014. yılında": ("3:1", "`2014.` begins item `2017.` of a numbered list"),
    "{% if a %}": ("1:1", "`{% if a %}`: words hold no statements"),
    "a {%- endif": ("1:3", "`{%- endif`: words hold no statements"),
    "a {# b #}": ("1:3", "`{# b #}`: words hold no comments"),
    "a {{ b": ("1:3", "`{{` is not closed"),
    "a }} b": ("1:3", "`}}` closes nothing"),
    "a {{ }}": ("1:3", "nothing stands between `{{` and `}}`"),
    "a {{- b }}": ("1:3", "`{{-` and `-}}` have no meaning here"),
    "a {{ b -}} c": ("1:3", "`{{-` and `-}}` have no meaning here"),
    "a {{ “b” }}": ("1:6", "`“` cannot stand here in an expression"),
    "a {{ b ? c }}": ("1:8", "`?` cannot stand here in an expression"),
    "a {{ b | uper }}": ("1:10", "there is no filter `uper`"),
    "a {{ b c }}": ("1:8", "`c` cannot stand here in an expression"),
    "a {{ b | }}": ("1:9", "the expression `b |` is not complete"),
    "> " * 70 + "a": ("1:141", "lists and quotations are nested too deeply"),
}


@pytest.mark.parametrize(("text", "expected"), FAULTS.items())
def test_what_a_letter_cannot_hold_is_told_with_its_place(
    text: str, expected: tuple[str, str], english: ExpressionEnvironment
) -> None:
    _, problems = parsed(text, english)
    told = [(str(each.origin), each.message) for each in problems]
    assert told == [(f"en.md:{expected[0]}", expected[1])]
    assert all(each.severity is Severity.ERROR and each.hint for each in problems)


WARNINGS = {
    "2016. yılında": ("1:1", "`2016.` at the beginning of a paragraph makes a numbered list"),
    "** a **": ("1:1", "`**` marks nothing and prints as it is"),
    "\u200f- a": ("1:1", "an invisible character (U+200F) before `-` makes it plain text"),
    "|a|b|\n|--|--|\n|1|2|\nText": ("4:1", "the row has 1 of 2 cells"),
    "a ![](a.png)": ("1:3", "the picture `a.png` says nothing to those who cannot see it"),
    "![ ](a.png)": ("1:1", "the picture `a.png` says nothing to those who cannot see it"),
    "![](maps/{{ a }}.png)": (
        "1:1",
        "the picture `maps/{{ a }}.png` says nothing to those who cannot see it",
    ),
    '![a](b.png "decoration")': (
        "1:1",
        "the picture `b.png` is a decoration, so nobody hears what it shows",
    ),
}


@pytest.mark.parametrize(("text", "expected"), WARNINGS.items())
def test_what_is_probably_not_meant_is_a_warning(
    text: str, expected: tuple[str, str], english: ExpressionEnvironment
) -> None:
    _, problems = parsed(text, english)
    assert [(str(each.origin), each.message, each.severity) for each in problems] == [
        (f"en.md:{expected[0]}", expected[1], Severity.WARNING)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. {{ facility.name }}",  # one item, repeated by the part's `each`
        "1. a\n2. b\n\nText between.\n\n3. c",  # goes on after an interruption
        r"2016\. yılında",
        r"\*\* a \*\*",
    ],
)
def test_numbers_and_marks_that_are_meant_are_not_told(
    text: str, english: ExpressionEnvironment
) -> None:
    assert not list(parsed(text, english)[1])


def test_one_broken_expression_hides_no_other(english: ExpressionEnvironment) -> None:
    text = "{{ a | nope }} {{ “b” }} {{ c {{ d | nope }}\n\n{{ e ! }} {{ f | nope(}} {{ g }} {{ h"
    blocks, problems = parsed(text, english)
    assert [
        (each.origin and each.origin.line, each.origin and each.origin.column)
        for each in problems.sorted()
    ] == [(1, 8), (1, 19), (1, 26), (1, 38), (3, 6), (3, 23), (3, 34)]
    assert "⟨g⟩" in sketch(blocks)


def test_places_are_right_within_lists_quotations_tables_and_notes(
    english: ExpressionEnvironment,
) -> None:
    text = (
        "- > one {{ a }} two\n"
        "  > three {{ b }}\n"
        "\n"
        "> | x | {{ c | upper }} y |\n"
        "> |---|---|\n"
        "> | p \\| q {{ d }} | r *s* {{ e }} |\n"
        "\n"
        "## H **{{ f }}** i\n"
        "\n"
        "j[^1] &amp; {{ g }} k\\* {{ h }} [t {{ u }}](https://a.b/{{ v }}) ![w {{ x }}](y.png)\n"
        "\n"
        "[^1]: l {{ m }}\n"
        "    n {{ o }}\n"
    )
    blocks, problems = parsed(text, english)
    assert not list(problems)
    lines = text.split("\n")
    for text_or_place in leaves(blocks):
        origin = text_or_place.origin
        assert origin is not None
        at = lines[origin.line - 1][origin.column - 1 :]
        if isinstance(text_or_place, Placeholder):
            expected = "{{ " + text_or_place.expression.source + " }}"
            source = text_or_place.expression.origin
            assert lines[source.line - 1][source.column - 1 :].startswith(
                text_or_place.expression.source
            )
        else:
            expected = text_or_place.text.replace("p | q", "p \\| q").split(" & ")[0].rstrip()
            expected = expected.split("*")[0]
        assert at.startswith(expected), (at, expected)
    assert len([each for each in leaves(blocks) if isinstance(each, Placeholder)]) == 12


def leaves(node: object) -> list[Text | Placeholder]:  # noqa: PLR0911 - one a kind of node
    match node:
        case tuple() | list():
            return [leaf for each in node for leaf in leaves(each)]
        case Text() | Placeholder():
            return [node]
        case Emphasis(children=children) | Strong(children=children) | Link(children=children):
            return leaves(children)
        case LinkTemplate(children=children) | Picture(alternative_text=children):
            return leaves(children)
        case Footnote(blocks=blocks):
            return leaves(blocks)
        case Paragraph(inlines=inlines) | Heading(inlines=inlines):
            return leaves(inlines)
        case ItemList(items=items):
            return leaves(items)
        case Quotation(blocks=blocks, attribution=speaker):
            return leaves((blocks, speaker))
        case Table(header=header, rows=rows):
            return leaves((header, rows))
    return []


def test_a_private_use_character_of_the_users_own_stays(english: ExpressionEnvironment) -> None:
    own = "\U000f0000\U000f0001\ue000"
    blocks, problems = parsed(f"{own} {{{{ a }}}} {own}", english)
    assert not list(problems)
    assert sketch(blocks) == f"¶{own} ⟨a⟩ {own}"


def test_a_paragraph_knows_its_place(english: ExpressionEnvironment) -> None:
    blocks, _ = parsed("One.\n\n>  Two {{ a }}", english)
    assert [str(inline.origin) for inline in leaves(blocks)] == [
        "en.md:1:1",
        "en.md:3:4",
        "en.md:3:8",
    ]
    quotation = blocks[1]
    assert isinstance(quotation, Quotation)
    paragraph = quotation.blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert str(paragraph.origin) == "en.md:3:4"


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("- | a | b |\n  |---|---|\n  | 1 | 2 |\n", 5),
        ("1. - | a | b |\n     |---|---|\n     | 1 | 2 |\n", 8),
        ("> * | a | b |\n>   |---|---|\n>   | 1 | 2 |\n", 7),
        ("x[^1]\n\n[^1]: | a | b |\n    |---|---|\n    | 1 | 2 |\n", 9),
    ],
)
def test_a_table_may_begin_on_the_line_of_its_item_or_footnote(
    text: str, column: int, english: ExpressionEnvironment
) -> None:
    blocks, problems = parsed(text, english)
    assert not list(problems)
    (first,) = [leaf for leaf in leaves(blocks) if isinstance(leaf, Text) and leaf.text == "a"]
    assert first.origin is not None
    assert first.origin.column == column


@pytest.mark.parametrize("text", ["| a | b |\n|---|---|\n", "| | |\n|---|---|\n| | |\n"])
def test_a_table_without_a_row_or_a_word_is_told(text: str, english: ExpressionEnvironment) -> None:
    _, problems = parsed(text, english)
    assert [(str(each.origin), each.message) for each in problems] == [
        ("en.md:1:1", "the table holds nothing")
    ]


@pytest.mark.parametrize(
    "text", ["| | |\n|---|---|\n| {{ a }} | |\n", "| Name | Place |\n|---|---|\n| | |\n"]
)
def test_a_table_may_have_empty_cells(text: str, english: ExpressionEnvironment) -> None:
    _, problems = parsed(text, english)
    assert not list(problems)
