"""How parts become a document: where, when, for what, and set into one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from letterkit.diagnostics import Diagnostics
from letterkit.document import ItemList, Paragraph, Role, Table, plain_text
from letterkit.merge.relay import Relay

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.merge.conftest import Merged

    from letterkit.document import Block, Document

    Merge = Callable[..., Merged]

ROSES = (
    "variables:\n  roses:\n    - {name: Alba, colour: white}\n    - {name: Iceberg, colour: pale}\n"
)
ROSE_TYPES = "{roses: {list: {name: text, colour: text}}}"


def lines(document: Document) -> list[str]:
    return [_line(block) for block in document.blocks]


def _line(block: Block) -> str:
    match block:
        case Paragraph(inlines=inlines):
            return plain_text(inlines)
        case ItemList(items=items):
            return " / ".join(_line(item) for entry in items for item in entry)
        case Table(rows=rows):
            return " / ".join(" ".join(map(plain_text, row)) for row in rows)
    return type(block).__name__


def test_parts_stand_in_the_order_of_the_structure_not_of_the_words(merged: Merge) -> None:
    letter = merged("::: second\nTwo.\n:::\n::: first\nOne.\n:::\n", parts="[first, second]")
    assert lines(letter.document()) == ["One.", "Two."]


def test_a_part_stands_when_its_condition_holds(merged: Merge) -> None:
    parts = "[body, {part: many, when: n > 5}, {part: few, when: n <= 5}]"
    words = "::: body\nRoses.\n:::\n::: many\nMany.\n:::\n::: few\nFew.\n:::\n"
    for number, expected in ((9, "Many."), (2, "Few.")):
        letter = merged(
            words, parts=parts, data=f"variables: {{n: {number}}}\n", variables="{n: integer}"
        )
        assert lines(letter.document()) == ["Roses.", expected]
        assert letter.told == []


def test_a_part_is_repeated_for_each_item(merged: Merge) -> None:
    letter = merged(
        "::: rose\n{{ rose.name }} is {{ rose.colour }}.\n:::\n",
        parts="[{part: rose, each: roses, as: rose}]",
        data=ROSES,
        variables=ROSE_TYPES,
    )
    assert lines(letter.document()) == ["Alba is white.", "Iceberg is pale."]


def test_repetitions_of_one_item_each_become_one_list(merged: Merge) -> None:
    letter = merged(
        "::: rose\n1. {{ item.name }}\n:::\n",
        parts="[{part: rose, each: roses}]",
        data=ROSES,
        variables="{roses: {list: {name: text, colour: text}}}",
    )
    (block,) = letter.document().blocks
    assert isinstance(block, ItemList)
    assert block.start == 1
    assert _line(block) == "Alba / Iceberg"


def test_repetitions_of_one_row_each_become_one_table(merged: Merge) -> None:
    letter = merged(
        "::: rose\n| Rose | Colour |\n|---|---|\n| {{ item.name }} | {{ item.colour }} |\n:::\n",
        parts="[{part: rose, each: roses}]",
        data=ROSES,
        variables=ROSE_TYPES,
    )
    (block,) = letter.document().blocks
    assert isinstance(block, Table)
    assert [plain_text(cell) for cell in block.header] == ["Rose", "Colour"]
    assert _line(block) == "Alba white / Iceberg pale"


def test_an_empty_list_leaves_no_trace(merged: Merge) -> None:
    letter = merged(
        "::: body\nHello.\n:::\n::: rose\n- {{ item.name }}\n:::\n",
        parts="[body, {part: rose, each: roses}]",
        data="variables: {roses: []}\n",
        variables=ROSE_TYPES,
    )
    assert lines(letter.document()) == ["Hello."]


@pytest.mark.parametrize(
    "block", ["- {{ '' }}", "> {{ '' }}", "1. {{ '' }}", "{{ '' }}", "# {{ '' }}"]
)
def test_what_prints_nothing_leaves_no_trace(merged: Merge, block: str) -> None:
    letter = merged(f"Hello.\n\n{block}\n")
    assert lines(letter.document()) == ["Hello."]


def test_a_part_is_set_into_a_sentence_and_not_at_its_own_place(merged: Merge) -> None:
    letter = merged(
        '::: body\nWe know that {{ part("fact") }}.\n:::\n::: fact\nroses *are* red\n:::\n',
        parts="[fact, body]",
    )
    document = letter.document()
    assert lines(document) == ["We know that roses are red."]
    (paragraph,) = document.blocks
    assert isinstance(paragraph, Paragraph)
    assert [type(inline).__name__ for inline in paragraph.inlines[1:4]] == [
        "Text",
        "Emphasis",
        "Text",
    ]


@pytest.mark.parametrize(
    ("call", "options", "expected"),
    [
        ('part("rose")', "", "We love Alba and Iceberg."),
        ('part("rose", join="or")', "", "We love Alba or Iceberg."),
        ('part("rose")', ", join: or", "We love Alba or Iceberg."),
        ('part("rose", "and")', ", join: or", "We love Alba and Iceberg."),
    ],
)
def test_a_repeated_part_is_joined_in_a_sentence(
    merged: Merge, call: str, options: str, expected: str
) -> None:
    letter = merged(
        f"::: body\nWe love {{{{ {call} }}}}.\n:::\n::: rose\n{{{{ item.name }}}}\n:::\n",
        parts=f"[body, {{part: rose, each: roses{options}}}]",
        data=ROSES,
        variables=ROSE_TYPES,
    )
    assert lines(letter.document()) == [expected]
    assert letter.told == []


def test_a_part_in_a_sentence_obeys_its_condition(merged: Merge) -> None:
    letter = merged(
        '::: body\nHello{{ part("more") }}.\n:::\n::: more\n again\n:::\n',
        parts="[body, {part: more, when: 1 > 2}]",
    )
    assert lines(letter.document()) == ["Hello."]


def test_several_paragraphs_stand_alone_but_not_in_a_sentence(merged: Merge) -> None:
    more = "::: more\nOne.\n\nTwo.\n:::\n"
    alone = merged('::: body\n{{ part("more") }}\n:::\n' + more)
    assert lines(alone.document()) == ["One.", "Two."]
    within = merged('::: body\nSo: {{ part("more") }}\n:::\n' + more)
    within.document()
    assert within.told == [
        (
            'letters/appeal/en.md:2:8: `part("more")` gives several paragraphs, '
            "which do not fit into a sentence"
        )
    ]


def test_a_part_stands_in_several_places_under_several_ids(merged: Merge) -> None:
    letter = merged(
        "::: body\nHello.\n:::\n::: line\nAgain.\n:::\n",
        parts="[line, body, {part: line, id: second-line}]",
    )
    assert lines(letter.document()) == ["Again.", "Hello.", "Again."]


def test_words_of_the_letter_stand_instead_of_those_of_its_template(merged: Merge) -> None:
    letter = merged(
        "::: body\nHello.\n:::\n::: thanks\nOur own thanks.\n:::\n",
        parts="[body, thanks]",
        files={"templates/appeal/en.md": "::: thanks\nCommon thanks.\n:::\n"},
    )
    assert lines(letter.document()) == ["Hello.", "Our own thanks."]


def test_a_text_part_stands_instead_of_what_the_kit_makes_and_may_quote_it(merged: Merge) -> None:
    letter = merged(
        "::: dateline\n{{ default }} (a Wednesday)\n:::\n::: body\nHello.\n:::\n",
        parts="[dateline, body]",
    )
    document = letter.document()
    assert lines(document) == ["4 March 2020 (a Wednesday)", "Hello."]
    assert isinstance(document.blocks[0], Paragraph)
    assert document.blocks[0].role is Role.DATELINE
    turkish = merged("::: body\nMerhaba.\n:::\n", parts="[dateline, body]", locale="tr")
    assert lines(turkish.document()) == ["4 Mart 2020", "Merhaba."]


def test_what_the_kit_makes_is_made_for_each_addressee(merged: Merge) -> None:
    letter = merged(
        "::: body\nHello.\n:::\n",
        parts="[salutation, body]",
        data="addressees: [mayor, prefect]\n",
    )
    first, second = letter.document(0), letter.document(1)
    assert lines(first) != lines(second)
    assert first.blocks[1] is second.blocks[1]


def test_what_does_not_depend_on_the_addressee_is_the_same_object_in_every_document(
    merged: Merge,
) -> None:
    letter = merged(
        "::: body\n{{ n }} roses.\n\nYours, {{ addressee.name }}\n:::\n"
        '::: fixed\n{{ n }} *{{ organisation.name }}* {{ part("inner") }}\n:::\n'
        "::: inner\nfor all\n:::\n"
        '::: moved\n{{ part("named") }}\n:::\n::: named\nfor {{ addressee.name }}\n:::\n',
        parts="[dateline, body, fixed, inner, moved, named, signatories]",
        data="addressees: [mayor, minister]\nsignatories: [friends]\nvariables: {n: 3}\n",
        variables="{n: integer}",
    )
    first, second = letter.document(0), letter.document(1)
    same = [one is other for one, other in zip(first.blocks, second.blocks, strict=True)]
    #      date   body          fixed moved  signatories
    assert same == [True, False, False, True, False, True, True]
    assert letter.told == []


def test_a_place_that_has_the_name_of_another_part_is_not_taken_for_it(merged: Merge) -> None:
    letter = merged(
        '::: a\nTop {{ part("m") }}\n:::\n::: m\nmiddle {{ part("a") }}\n:::\n'
        "::: z\nfor {{ addressee.name }}\n:::\n",
        parts="[{part: a, id: q}, {part: z, id: a}, m]",
        data="addressees: [minister, mayor]\n",
    )
    assert lines(letter.document(0)) == ["Top middle for Ada Kaya"]
    assert lines(letter.document(1)) == ["Top middle for Can Demir"]
    assert letter.told == []


def test_what_the_kit_makes_among_words_is_made_for_each_addressee(merged: Merge) -> None:
    letter = merged(
        "::: salutation\n{{ default }} (by hand)\n:::\n::: body\nHello.\n:::\n",
        parts="[salutation, body]",
        data="addressees: [minister, mayor]\n",
    )
    assert lines(letter.document(0))[0] == "Madam, (by hand)"
    assert lines(letter.document(1))[0] == "Dear Mr.\u00a0Can Demir, (by hand)"


def test_a_circle_of_parts_is_told_once_and_broken(merged: Merge) -> None:
    letter = merged(
        '::: body\nA {{ part("b") }}\n:::\n'
        '::: b\nB {{ part("c") }}\n:::\n::: c\nC {{ part("b") }}\n:::\n'
    )
    letter.document()
    assert letter.told == ["letters/appeal/en.md:8:6: the part `b` contains itself"]


def test_what_the_language_cannot_make_is_told_at_the_place_of_the_part(merged: Merge) -> None:
    letter = merged(
        "::: body\nHello.\n:::\n",
        parts="[body, signatories]",
        data="signatories: [bakers]\n",
        files={
            "signatories/bakers.yaml": (
                "- organisation: Bakers\n  represents: 3\n  members: nothing known\n"
            )
        },
    )
    letter.document()
    (told,) = letter.told
    assert told.startswith("templates/appeal/template.yaml:2:15: ")


def test_what_is_found_after_a_document_is_told_to_the_letter_again(merged: Merge) -> None:
    letter = merged(
        "::: body\n{{ letter.place }} {{ addressee.id }}\n:::\n",
        data="place: {ar: مرسين}\naddressees: [minister, mayor]\n",
    )
    before, found = letter.problems, Diagnostics()
    letter.problems = found
    letter.document()
    letter.problems = before
    assert len(found) == 1
    relay = Relay(before)
    with relay.to(found):
        relay.error("for a while")
    relay.error("again")
    assert [told.message for told in before] == ["again"]
    assert "for a while" in [told.message for told in found]


def test_paragraphs_without_places_are_the_very_blocks_of_the_parsed_words(merged: Merge) -> None:
    letter = merged(
        "Constant *words*.\n\n{{ addressee.name }}\n", data="addressees: [mayor, minister]\n"
    )
    first, second = letter.document(0), letter.document(1)
    assert first.blocks[0] is second.blocks[0]
    assert first.blocks[1] is not second.blocks[1]


def test_words_that_nothing_asks_for_are_told(merged: Merge) -> None:
    letter = merged("::: body\nHello.\n:::\n::: bdy\nLost.\n:::\n")
    assert letter.told == ["letters/appeal/en.md:4:5: nothing asks for the part `bdy`"]


def test_a_part_without_words_is_told_where_it_is_asked_for(merged: Merge) -> None:
    letter = merged("::: body\nHello.\n:::\n", parts="[body, thanks]")
    assert letter.told == [
        "templates/appeal/template.yaml:2:15: the part `thanks` has no words in `en`"
    ]


def test_a_condition_with_faults_is_told_and_nothing_is_repeated(merged: Merge) -> None:
    letter = merged(
        "::: body\nHello.\n:::\n::: a\nA\n:::\n::: b\nB\n:::\n",
        parts="[body, {part: a, when: nothing}, {part: b, each: nothing.at_all}]",
    )
    assert lines(letter.document()) == ["Hello."]
    assert [told.split(": ", 1)[1] for told in letter.told] == ["`nothing` is not defined"] * 2


def test_what_a_view_lacks_is_told_with_the_document_that_asks_for_it(merged: Merge) -> None:
    letter = merged(
        "::: body\nDear {{ addressee.name }}.\n:::\n::: from\n{{ letter.place }}\n:::\n",
        parts="[body, {part: from, when: addressee.id == 'mayor'}]",
        data="place: {ar: مرسين}\naddressees: [minister, mayor]\n",
    )
    assert letter.told == []
    letter.document(0)
    assert letter.told == []
    letter.document(1)
    assert letter.told == ["letters/appeal/letter.yaml:4:8: the place `مرسين` is lacking in `en`"]


def test_the_title_is_the_subject_or_the_first_heading(merged: Merge) -> None:
    assert merged("# On roses\n\nHello.\n").document().title == "On roses"
    assert merged("# On roses\n", data="subject: Thorns\n").document().title == "Thorns"


def test_the_title_is_the_headline_and_the_subject_is_the_subject(merged: Merge) -> None:
    letter = merged(
        "::: headline\nRoses at last\n:::\n::: body\n# On roses\n:::\n",
        parts="[headline, body]",
        data="subject: Thorns\n",
    )
    document = letter.document()
    assert (document.title, document.subject) == ("Roses at last", "Thorns")
    assert merged("# On roses\n").document().subject == ""


def test_the_sender_stands_in_the_header_and_the_pages_in_the_footer(merged: Merge) -> None:
    document = merged("::: body\nHello.\n:::\n", parts="[sender, body]").document()
    assert lines(document) == ["Hello."]
    assert document.header
    assert plain_text(document.footer[0].inlines) == "Page  of "  # type: ignore[attr-defined]  # a paragraph
