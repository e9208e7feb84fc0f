"""Files are mended where they are wrong, and stay as they were written everywhere else."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.workspaces import SETTINGS, make_workspace

from letterkit.diagnostics import Diagnostics
from letterkit.proofreading.checking import proofread_workspace
from letterkit.proofreading.mending import mended_files, mended_text
from letterkit.proofreading.proofs import Holds, Reader, Source
from letterkit.sources.yaml import parse_yaml
from letterkit.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "letters/appeal/en.md"
DATA = "letters/appeal/letter.yaml"


def told(root: Path, *letters: str, locales: tuple[str, ...] = ()) -> list[str]:
    """What is told of a workspace, with its place."""
    workspace = Workspace(root, Diagnostics())
    found = proofread_workspace(workspace, letters, locales)
    return [f"{each.origin}: {each.message} ({each.hint})" for each in found.sorted()]


def mended(root: Path, *letters: str) -> dict[str, str]:
    """The files that are mended, by name."""
    files = mended_files(Workspace(root, Diagnostics()), letters)
    return {file.name: file.after.decode() for file in files}


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return Reader(Workspace(make_workspace(tmp_path), Diagnostics()))


def test_a_right_workspace_is_left_alone(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    assert told(root) == []
    assert mended(root) == {}


def test_a_picture_within_a_sentence_parts_the_spaces_beside_it(tmp_path: Path) -> None:
    words = (
        "::: body\n{{ houses }} beside ![a gate](gate.png) in ![ten  roses](roses.png), see.\n:::\n"
    )
    files = {WORDS: words, "letters/appeal/gate.png": "", "letters/appeal/roses.png": ""}
    root = make_workspace(tmp_path, files)
    assert told(root) == [f"{WORDS}:2:49: `ten  roses`: several spaces (write `ten roses`)"]


PLACES = {
    WORDS: (
        "::: body\n"
        "# Roses , tulips\n"
        "\n"
        "Some **bold,** _slanted_ words...\n"
        "go on {{ houses }} ; and \\*so\\* on .\n"
        "\n"
        "- one item's\n"
        "  second line (  here )\n"
        "\n"
        '> They said "no".\n'
        "\n"
        "| a | b |\n"
        "|---|---|\n"
        "| x \\| y | Dr. Rose |\n"
        "\n"
        "See [the roses ' list](https://a.example.org/b,c)[^1]\n"
        "\n"
        "[^1]: A note , too.\n"
        ":::\n"
    ),
}


def test_every_place_in_words_is_that_of_the_character(tmp_path: Path) -> None:
    found = told(make_workspace(tmp_path, PLACES), "appeal")
    places = [line.split(": ", 1)[0].removeprefix(f"{WORDS}:") for line in found]
    assert places == [
        *("2:8", "4:31", "5:19", "5:35", "7:11", "8:16", "8:22"),
        *("10:13", "10:16", "14:15", "18:13"),
    ]


def test_words_are_mended_where_they_are_wrong_alone(tmp_path: Path) -> None:
    (text,) = mended(make_workspace(tmp_path, PLACES), "appeal").values()
    assert text == (
        PLACES[WORDS]
        .replace("Roses , tulips", "Roses, tulips")
        .replace("...", "…")
        .replace("}} ;", "}};")
        .replace("on .", "on.")
        .replace("item's", "item’s")
        .replace("(  here )", "(here)")
        .replace('"no"', "“no”")
        .replace("Dr. Rose", "Dr.\u00a0Rose")
        .replace("note , too", "note, too")
    )


def test_line_breaks_by_force_stay_and_other_spaces_at_line_ends_go(tmp_path: Path) -> None:
    text = "One  \ntwo \nthree\t\n\nfour  \n\nfive {{ houses \n }}\n"
    root = make_workspace(tmp_path, {WORDS: text})
    assert mended(root, "appeal") == {WORDS: "One  \ntwo\nthree\n\nfour\n\nfive {{ houses \n }}\n"}
    assert [line.split(": ", 1)[0] for line in told(root, "appeal")] == [
        f"{WORDS}:2:4",
        f"{WORDS}:3:6",
        f"{WORDS}:5:5",
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_mark_stay(tmp_path: Path, end: str, mark: bytes) -> None:
    before = mark + f'Roses , tulips.{end}{end}One "rose".{end}'.encode()
    root = make_workspace(tmp_path, {WORDS: before})
    (file,) = mended_files(Workspace(root, Diagnostics()), ["appeal"])
    assert file.after == mark + f"Roses, tulips.{end}{end}One “rose”.{end}".encode()


SCALARS = [
    ("{en: Friends' roses ; tulips}", "{en: Friends’ roses; tulips}"),
    ("{en: 'Don''t say \"no\"...'}", "{en: 'Don’t say “no”…'}"),
    ('{en: "Don\'t say \\"no\\" \\u0041 , b"}', '{en: "Don’t say “no” \\u0041, b"}'),
    ('{en: "Dr. Rose"}', '{en: "Dr.\\u00a0Rose"}'),
    ("{en: Dr. Rose}", "{en: Dr.\u00a0Rose}"),
    ("{tr: {text: Kilis'in gülü, pron: kilis'in}}", "{tr: {text: Kilis’in gülü, pron: kilis'in}}"),
    ("\n  en: |-\n    One rose ,\n\n      two 'dear ones' .\n  ar: وردة, وزهرة  # 'so'",
     "\n  en: |-\n    One rose,\n\n      two “dear ones”.\n  ar: وردة، وزهرة  # 'so'"),
    ("\n  en: >-\n    One rose ,\n    two\n    'dear ones' .\n\n    It's so",
     "\n  en: >-\n    One rose,\n    two\n    “dear ones”.\n\n    It’s so"),
    ("\n  en: One rose ,\n    it's two ,\n    dear", "\n  en: One rose,\n    it’s two,\n    dear"),
    ("&a {en: It's so}", "&a {en: It’s so}"),
    ("{en: &a It's so, fr: *a}", "{en: &a It’s so, fr: *a}"),
    # A text that stands once, in a letter in three languages: only what is always wrong.
    ("Rose\u200b's [/b]", "Rose's"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), SCALARS)
def test_data_is_mended_in_the_quotation_marks_of_yaml_that_it_has(
    reader: Reader, before: str, after: str
) -> None:
    source = Source(reader.workspace.root / DATA, DATA, Holds.DATA)
    proof = reader.proof(source, f"date: 2020-03-04\nsubject: {before}\n")
    assert mended_text(reader, proof) == f"date: 2020-03-04\nsubject: {after}\n"


def test_a_space_that_would_make_a_key_of_a_plain_text_is_only_suggested(
    reader: Reader,
) -> None:
    source = Source(reader.workspace.root / DATA, DATA, Holds.DATA)
    text = "subject: {en: Full article:Roses}\n"
    assert mended_text(reader, reader.proof(source, text)) == text
    quoted = 'subject: {en: "Full article:Roses"}\n'
    better = mended_text(reader, reader.proof(source, quoted))
    assert better == 'subject: {en: "Full article: Roses"}\n'


def test_what_is_no_words_is_never_touched(reader: Reader) -> None:
    source = Source(reader.workspace.root / DATA, DATA, Holds.DATA)
    text = (
        "reference: A -- B , c...\n"
        "variables:\n"
        "  link: https://a.example.org/it's,so...\n"
        "  it's: {en: \"{{ 'a' | quote }} it’s\"}\n"
        "letterhead: {en: it's.docx, ar: b ,c.docx}\n"
    )
    assert mended_text(reader, reader.proof(source, text)) == text


def test_a_letter_in_one_language_has_all_its_words_in_it(reader: Reader) -> None:
    source = Source(reader.workspace.root / DATA, DATA, Holds.DATA)
    text = "locales: [en]\nsubject: The children's roses\n"
    assert mended_text(reader, reader.proof(source, text)) == text.replace("'", "’")


def test_words_of_a_locale_file_are_read_in_its_language(tmp_path: Path) -> None:
    text = (
        "labels:\n"
        '  contact: "الاتصال, {name}"\n'
        "dates: {patterns: {long: \"d 'de' MMMM\"}}\n"
        "typography: {no-break-after: [Dr.]}\n"
    )
    root = make_workspace(tmp_path, {"locales/ar.yaml": text})
    assert [line.split(" (")[0] for line in told(root)] == [
        "locales/ar.yaml:2:20: `الاتصال,`: `,` of the Latin script"
    ]


def test_names_without_a_language_are_not_held_to_one(tmp_path: Path) -> None:
    settings = SETTINGS + "formats: [txt]\n"
    settings = settings.replace("country: TR", 'address: ["It\'s , so", "Left\u200eright"]')
    found = told(make_workspace(tmp_path, {"letterkit.yaml": settings}))
    what = "a direction mark; letterkit sets direction itself"
    assert found == [f"letterkit.yaml:3:31: `Left<U+200E>right`: {what} (write `Leftright`)"]


def test_only_the_named_letters_and_their_templates_are_read(tmp_path: Path) -> None:
    changes: dict[str, str | bytes | None] = {
        "templates/appeal/en.md": "::: thanks\nThank you .\n:::\n",
        "letters/other/letter.yaml": "date: 2020-03-04\n",
        "letters/other/en.md": "Wait .\n",
    }
    root = make_workspace(tmp_path, changes)
    assert list(mended(root, "appeal")) == ["templates/appeal/en.md"]
    assert list(mended(root, "other")) == ["letters/other/en.md"]
    assert len(mended(root)) == 2
    assert told(root, locales=("tr",)) == []


PIECES = st.sampled_from(
    [
        *("rose ", "Roses", "it's ", '"', " ,", "...", " - ", "'", "''", "(", " )", "وردة", "، "),
        *("{{ houses }}", "{{ 'a, b' | quote }}", "**", "_", "[a](https://b.example.org)", "\\*"),
        *("\n", "\n\n", "  \n", "- ", "> ", "# ", "| ", "&nbsp;", "<b>", "`", "[/vc_row]", "::: "),
        *(
            "Dr. ",
            "2258 (2015)",
            "\u200b",
            ": ",
            "#",
            "e\u0301",
            "ی",
            "5 ",
            "70 000",
            "% 97",
            "97%",
        ),
        *(
            "و ",
            "L’ eau",
            "Ã©",
            "â€™",
            "Ø§",
            "rоse",
            "ﬁ",
            "i\u0307",
            "..",
            ",,",
            "(of it)is",
            "$ 5",
        ),
        *("1,500", "!!", "ه\u200c", "۵", "\t", " .وردة", "“no”yes", "Kilis ’te"),
    ]
)
TEXTS = st.lists(PIECES, max_size=16).map("".join)


@given(TEXTS, st.sampled_from(["en", "ar", "tr", "fr", "ckb"]))
def test_mending_any_words_twice_changes_nothing_more(
    tmp_path_factory: pytest.TempPathFactory, text: str, locale: str
) -> None:
    reader = _reader(tmp_path_factory)
    source = Source(reader.workspace.root / WORDS, WORDS, Holds.WORDS, locale)
    better = mended_text(reader, reader.proof(source, text))
    assert mended_text(reader, reader.proof(source, better)) == better
    for expression in ("{{ houses }}", "{{ 'a, b' | quote }}"):
        assert better.count(expression) == text.count(expression)


@given(
    TEXTS,
    st.sampled_from(["en", "ar", "tr", "fr", "ckb"]),
    st.sampled_from(["'", '"', "", "|", ">"]),
)
def test_mended_data_is_what_was_meant(
    tmp_path_factory: pytest.TempPathFactory, text: str, locale: str, quotes: str
) -> None:
    reader = _reader(tmp_path_factory)
    source = Source(reader.workspace.root / DATA, DATA, Holds.DATA)
    written = f"subject:\n  {locale}: {_in_yaml(text, quotes)}\nreference: A , B\n"
    problems = Diagnostics()
    parse_yaml(written, DATA, problems)
    proof = reader.proof(source, written)
    better = mended_text(reader, proof)
    if problems.has_errors:
        return  # a file that cannot be read is not asked about
    assert mended_text(reader, reader.proof(source, better)) == better
    assert better.endswith("reference: A , B\n")


def _in_yaml(text: str, quotes: str) -> str:
    match quotes:
        case "'":
            return "'" + text.replace("'", "''").replace("\n", "\n\n    ") + "'"
        case '"':
            return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
        case "|":
            return "|-\n    x" + text.replace("\n", "\n    ")
        case ">":
            return ">-  # roses , all\n    x" + text.replace("\n", "\n\n    ")
        case _:
            return "x" + text.replace("\n", "\n    ")


_readers: list[Reader] = []


def _reader(factory: pytest.TempPathFactory) -> Reader:
    if not _readers:
        root = make_workspace(factory.mktemp("proofs"))
        _readers.append(Reader(Workspace(root, Diagnostics())))
    return _readers[0]


def test_a_long_list_takes_no_more_for_each_name_than_a_short_one(tmp_path: Path) -> None:
    def seconds(entries: int) -> float:
        text = "".join(f"- person: {{en: Ada {n}, tr: 'Ada {n}'}}\n" for n in range(entries))
        root = make_workspace(tmp_path / str(entries), {"signatories/friends.yaml": text})
        began = time.process_time()
        assert told(root) == []
        return time.process_time() - began

    seconds(10)  # what is read and compiled once
    assert seconds(1600) < 30 * seconds(100)


@pytest.mark.parametrize("mark", ["  withheld: true", "\twithheld: true"])
def test_nothing_is_told_of_who_must_not_be_named(reader: Reader, mark: str) -> None:
    text = f"- organisation: {{en: Ivy  Society}}\n{mark}\n"
    source = Source(reader.workspace.root / DATA, DATA, Holds.DATA)
    assert not reader.proof(source, text).stretches
