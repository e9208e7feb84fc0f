"""`letterkit check`: every fault at once, each with its place, in these very words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.workspaces import (
    ADDRESSEES,
    ENGLISH,
    LETTER,
    SETTINGS,
    TEMPLATE,
    changed,
    make_workspace,
    plain_letter,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

FAULTS: dict[str, str | bytes | None] = {
    # A wrong type, an unknown addressee, an unknown list of signatories.
    "letters/appeal/letter.yaml": changed(
        changed(changed(LETTER, "12", "twelve"), "[minister, mayor]", "[minster, mayor]"),
        "[friends]",
        "[fiends]",
    ),
    # An unknown filter, a name that is not defined, a statement.
    "letters/appeal/en.md": (
        "We write about {{ houses | nmber }} houses\nin {{ letter.plce }}.\n\n{% if houses %}\n"
    ),
    # A part that nobody asked for, and one that is not closed.
    "templates/appeal/tr.md": "::: thanks\nTeşekkürler.\n:::\n\n::: farewell\nHoşça kalın.\n",
    # A wrong encoding.
    "letters/appeal/tr.md": "{{ houses }} ev için yazıyoruz.\n".encode("cp1254"),
    # A title that a language lacks.
    "addressees/officials.yaml": changed(ADDRESSEES, ", tr: Belediye Başkanı", ""),
    # Broken YAML.
    "signatories/others.yaml": "- organisation: {en: Moon Club\n- person: Ali\n",
    # An unknown key, a bad date.
    "letters/notice/letter.yaml": "date: 2020-02-30\nadressees: [mayor]\n",
    "letters/notice/en.md": "Hello.\n",
}

TOLD = """\
addressees/officials.yaml:9:10: error: the title `Mayor` is lacking in `tr`
    hint: add `tr: …`
letters/appeal/en.md:1:28: error: there is no filter `nmber`
    hint: did you mean `number`?
letters/appeal/en.md:2:14: error: there is no `plce` in `letter`
    hint: did you mean `place`?
letters/appeal/en.md:4:1: error: `{% if houses %}`: words hold no statements
    hint: conditions and repetitions are `when` and `each` of a part in `template.yaml`; \
within a sentence `{{ … if … else … }}`, `plural` or `choose` serve
letters/appeal/letter.yaml:3:14: error: there is no addressee `minster`
    hint: did you mean `minister`?
letters/appeal/letter.yaml:5:15: error: there are no signatories `fiends`
    hint: did you mean `friends`?
letters/appeal/letter.yaml:7:11: error: `twelve` is not an integer, as the template declares \
`houses`
    hint: write it in digits alone, as in `1500`
letters/appeal/tr.md:1:18: error: byte `0xe7` is not UTF-8
    hint: HOW TO SAY THE ENCODING
letters/notice/letter.yaml:1:7: error: `2020-02-30` is not a date
    hint: February 2020 has 29 days
letters/notice/letter.yaml:2:1: error: there is no key `adressees` here
    hint: did you mean `addressees`?
signatories/others.yaml:1:17: error: `{` is not closed with `}`
    hint: close it; a text that begins with `{` must stand in quotes
templates/appeal/tr.md:5:1: error: the part `farewell` is not closed
    hint: end it with a line `:::`
templates/appeal/tr.md:5:5: error: nothing asks for the part `farewell`
    hint: known: `body`, `copies`, `dateline`, `inside-address`, `salutation`, `signatories`, \
`thanks`
13 errors
"""


def told(answer: Result) -> list[str]:
    """The faults without the words that help with them."""
    return [line for line in answer.stderr.splitlines() if not line.startswith("    hint: ")]


def test_all_faults_are_told_at_once_each_with_its_place(letterkit: Run, tmp_path: Path) -> None:
    answer = letterkit(make_workspace(tmp_path, FAULTS), "check")
    assert answer.exit_code == 1
    assert answer.stdout == ""
    hint_on_encodings = next(line for line in answer.stderr.splitlines() if "save it" in line)
    assert answer.stderr.replace(hint_on_encodings, "    hint: HOW TO SAY THE ENCODING") == TOLD
    assert not (tmp_path / "out").exists()


def test_what_is_told_stands_in_the_order_of_the_files(letterkit: Run, tmp_path: Path) -> None:
    places = [
        (path, int(line), int(column))
        for path, line, column, _ in (
            found.split(":", 3)
            for found in told(letterkit(make_workspace(tmp_path, FAULTS), "check"))[:-1]
        )
    ]
    assert places == sorted(places)


def test_json_tells_the_same_with_the_place_taken_apart(letterkit: Run, tmp_path: Path) -> None:
    answer = letterkit(
        make_workspace(
            tmp_path,
            {
                "letters/appeal/letter.yaml": ENGLISH,
                "letters/appeal/en.md": "{{ houses }}, {{ hoses }}",
            },
        ),
        "check",
        "--json",
    )
    assert answer.exit_code == 1
    assert json.loads(answer.stdout) == [
        {
            "severity": "error",
            "message": "`hoses` is not defined",
            "hint": "did you mean `houses`?",
            "path": "letters/appeal/en.md",
            "line": 1,
            "column": 18,
            "sheet": None,
        }
    ]


def test_a_workspace_without_faults_is_said_to_be_so(letterkit: Run, tmp_path: Path) -> None:
    answer = letterkit(make_workspace(tmp_path), "check")
    assert (answer.exit_code, answer.stdout, answer.stderr) == (0, "", "no problems found\n")


ONE_FAULT: list[tuple[str, dict[str, str | bytes | None], str]] = [
    (
        "a missing variable",
        {"letters/appeal/letter.yaml": changed(LETTER, "variables:\n  houses: 12\n", "")},
        "letters/appeal/letter.yaml:1:1: error: the variable `houses` is missing",
    ),
    (
        "a key that stands twice",
        {"letters/appeal/letter.yaml": LETTER + "date: 2020-01-01\n"},
        "letters/appeal/letter.yaml:8:1: error: key `date` stands here a second time",
    ),
    (
        "a part that a locale lacks",
        {"templates/appeal/tr.md": ""},
        "templates/appeal/template.yaml:10:5: error: the part `thanks` has no words in `tr`",
    ),
    (
        "an empty file of words",
        {"letters/appeal/en.md": ""},
        "templates/appeal/template.yaml:9:5: error: the part `body` has no words in `en`",
    ),
    (
        "an empty file of words without a template",
        {"letters/appeal/letter.yaml": plain_letter(), "letters/appeal/en.md": " \n"},
        "letters/appeal/en.md:1:1: error: the part `body` is empty in `en`",
    ),
    (
        "an empty letter.yaml",
        {"letters/appeal/letter.yaml": ""},
        "letters/appeal/letter.yaml:1:1: error: the file is empty",
    ),
    (
        "a letter.yaml that is not there",
        {"letters/appeal/letter.yaml": None},
        "letters/appeal/letter.yaml:1:1: error: file `letters/appeal/letter.yaml` does not exist",
    ),
    (
        "an unknown template",
        {"letters/appeal/letter.yaml": changed(LETTER, "template: appeal", "template: apeal")},
        "letters/appeal/letter.yaml:1:11: error: there is no template `apeal`",
    ),
    (
        "a template outside of its folder",
        {"letters/appeal/letter.yaml": changed(LETTER, ": appeal", ": ../templates/appeal")},
        "letters/appeal/letter.yaml:1:11: error: there is no template `../templates/appeal`",
    ),
    (
        "signatories outside of their folder",
        {"letters/appeal/letter.yaml": changed(LETTER, "[friends]", "[../signatories/friends]")},
        "letters/appeal/letter.yaml:5:15: error: there are no signatories `../signatories/friends`",
    ),
    (
        "a name longer than any file's",
        {"letters/appeal/letter.yaml": changed(LETTER, "[friends]", f"[{'a' * 300}]")},
        f"letters/appeal/letter.yaml:5:15: error: there are no signatories `{'a' * 300}`",
    ),
    (
        "an unknown receiver of a copy",
        {"letters/appeal/letter.yaml": changed(LETTER, "[prefect]", "[perfect]")},
        "letters/appeal/letter.yaml:4:10: error: there is no addressee `perfect`",
    ),
    (
        "a receiver of a copy with faults",
        {"addressees/officials.yaml": changed(ADDRESSEES, "prefect:", "prefect:\n  office: king")},
        (
            "letters/appeal/letter.yaml:4:10: error: "
            "a copy to `prefect` cannot be announced, since the entry has faults"
        ),
    ),
    (
        "an unknown locale",
        {"letters/appeal/letter.yaml": LETTER + "locales: [en, xx]\n"},
        "letters/appeal/letter.yaml:8:15: error: nothing is known of the locale `xx`",
    ),
    (
        "an unknown locale in the settings",
        {"letterkit.yaml": changed(SETTINGS, "tr]\n", "xx]\n")},
        "letterkit.yaml:7:19: error: nothing is known of the locale `xx`",
    ),
    (
        "an unknown locale in the settings that no letter asks for",
        {
            "letterkit.yaml": changed(SETTINGS, "tr]\n", "xx]\n"),
            "letters/appeal/letter.yaml": ENGLISH,
        },
        "letterkit.yaml:7:19: error: nothing is known of the locale `xx`",
    ),
    (
        "an addressee who receives a copy too",
        {"letters/appeal/letter.yaml": changed(LETTER, "[prefect]", "[prefect, mayor]")},
        (
            "letters/appeal/letter.yaml:4:19: warning: "
            "`mayor` receives the letter, and a copy of it too"
        ),
    ),
    (
        "an unknown locale of an addressee",
        {
            "letters/appeal/letter.yaml": LETTER + "locales: preferred\n",
            "addressees/officials.yaml": changed(ADDRESSEES, "female", "female\n  locale: xx"),
        },
        "addressees/officials.yaml:4:11: error: nothing is known of the locale `xx`",
    ),
    (
        "settings without languages",
        {"letterkit.yaml": changed(SETTINGS, "[en, ar, tr]", "[]")},
        "letterkit.yaml:7:10: error: nothing is named here",
    ),
    (
        "empty settings",
        {"letterkit.yaml": ""},
        "letterkit.yaml:1:1: error: the file is empty",
    ),
    (
        "each over a number",
        {
            "templates/appeal/template.yaml": changed(
                TEMPLATE, "- thanks", "- {part: thanks, each: houses}"
            )
        },
        "templates/appeal/template.yaml:10:26: error: `houses` is no list",
    ),
    (
        "a part that contains itself",
        {"letters/appeal/en.md": '{{ houses }} {{ part("body") }}'},
        "letters/appeal/en.md:1:17: error: the part `body` contains itself",
    ),
    (
        "parts that contain each other",
        {
            "letters/appeal/en.md": '::: body\n{{ houses }} {{ part("b") }}\n:::\n'
            '::: b\nx {{ part("body") }}\n:::\n'
        },
        "letters/appeal/en.md:5:6: error: the part `body` contains itself",
    ),
    (
        "a part that is named by an expression",
        {"letters/appeal/en.md": "{{ houses }} {{ part(letter.name) }}"},
        "letters/appeal/en.md:1:17: error: `part` takes the name of a part",
    ),
    (
        "a picture that is not there",
        {"letters/appeal/en.md": "{{ houses }} ![roses](roses.png)"},
        "letters/appeal/en.md:1:14: error: there is no picture `roses.png`",
    ),
    (
        "a picture with an impossible name",
        {"letters/appeal/en.md": f"{{{{ houses }}}} ![roses]({'a' * 300}.png)"},
        f"letters/appeal/en.md:1:14: error: there is no picture `{'a' * 300}.png`",
    ),
    (
        "a link to a script",
        {"letters/appeal/en.md": "{{ houses }} [roses](javascript:alert)"},
        "letters/appeal/en.md:1:14: error: a link cannot lead to `javascript:alert`",
    ),
    (
        "a NUL in the data",
        {"letters/appeal/letter.yaml": LETTER + 'reference: "a\\0b"\n'},
        "letters/appeal/letter.yaml:8:14: error: character `<U+0000>` cannot stand in a Word file",
    ),
    (
        "a lone surrogate in an expression",
        {"letters/appeal/en.md": r'{{ houses }} {{ "\ud800" }}'},
        "letters/appeal/en.md:1:17: error: character `<U+D800>` cannot stand in a Word file",
    ),
    (
        "a variable that no words use",
        {
            "letters/appeal/letter.yaml": plain_letter("  a: 1\n  b: 2\n"),
            "letters/appeal/en.md": "{{ a }}",
        },
        "letters/appeal/letter.yaml:5:3: error: no words use the variable `b`",
    ),
    (
        "a file of words in no language",
        {"letters/appeal/english.md": "Hello."},
        (
            "letters/appeal/english.md:1:1: warning: "
            "`english.md` is used by no letter: no language is called `english`"
        ),
    ),
    (
        "a file of words in no locale",
        {"letters/appeal/en-draft.md": "Hello."},
        (
            "letters/appeal/en-draft.md:1:1: warning: "
            "`en-draft.md` is used by no letter: no language is called `en-draft`"
        ),
    ),
    (
        "a locale file for no locale",
        {"locales/en-draft.yaml": "direction: ltr\n"},
        "locales/en-draft.yaml:1:1: error: nothing is known of the locale `en-draft`",
    ),
    (
        "people in a file of another format",
        {"addressees/more.ods": "id,name\nrose,Rose\n"},
        "addressees/more.ods:1:1: warning: `more.ods` is not read",
    ),
    (
        "people in a file whose ending has capitals",
        {"addressees/MORE.YAML": "rose:\n  name: Rose\n"},
        "addressees/MORE.YAML:1:1: warning: `MORE.YAML` is not read",
    ),
    (
        "people in a folder",
        {"addressees/press/more.yaml": "rose:\n  name: Rose\n"},
        "addressees/press:1:1: warning: `press` is not read",
    ),
    (
        "words in a file of another ending",
        {"templates/appeal/fr.markdown": "Bonjour."},
        "templates/appeal/fr.markdown:1:1: warning: `fr.markdown` is not read",
    ),
    (
        "words in one language in two files",
        {"letters/appeal/ar_sy.md": "{{ houses }}", "letters/appeal/ar-SY.md": "{{ houses }}"},
        (
            "letters/appeal/ar_sy.md:1:1: warning: "
            "`ar_sy.md` is not read: the words in `ar-SY` stand in `ar-SY.md`"
        ),
    ),
    (
        "a kind that no letter uses",
        {"kinds/memo.yaml": "parts: [body, body]\n"},
        "kinds/memo.yaml:1:15: error: `body` stands twice, first in line 1",
    ),
    (
        "a locale file that no letter uses",
        {"locales/fr.yaml": "direction: sideways\n"},
        "locales/fr.yaml:1:12: error: `sideways` is no value of `direction`",
    ),
    (
        "an order of parts for a language that there is not",
        {"kinds/memo.yaml": "parts: [dateline, body]\norder: {tr: [body], xx: [body]}\n"},
        "kinds/memo.yaml:2:21: warning: no language is called `xx`",
    ),
    (
        "an order of a template for a language that there is not",
        {"templates/appeal/template.yaml": f"{TEMPLATE}order: {{xx: [thanks, body]}}\n"},
        "templates/appeal/template.yaml:13:9: warning: no language is called `xx`",
    ),
    (
        "words beside the folders of letters",
        {"letters/loose.md": "Hello.\n"},
        "letters/loose.md:1:1: warning: `loose.md` is not read",
    ),
    (
        "data beside the folders of templates",
        {"templates/appeal.yaml": TEMPLATE},
        "templates/appeal.yaml:1:1: warning: `appeal.yaml` is not read",
    ),
    (
        "a plural category that the language has not",
        {"locales/tr.yaml": "nouns: {rose: {few: güller, other: gül}}\n"},
        (
            "locales/tr.yaml:1:16: warning: "
            "`few` is no plural category of the language: no number asks for it"
        ),
    ),
    (
        "words of a letter whose data is at fault",
        {
            "letters/appeal/letter.yaml": changed(LETTER, "2020-03-04", "soon"),
            "letters/appeal/en.md": "{{ houses | nmber }}",
        },
        "letters/appeal/en.md:1:13: error: there is no filter `nmber`",
    ),
]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [(changes, expected) for _, changes, expected in ONE_FAULT],
    ids=[what for what, _, _ in ONE_FAULT],
)
def test_a_fault_is_told_with_its_place(
    letterkit: Run, tmp_path: Path, changes: dict[str, str | bytes | None], expected: str
) -> None:
    answer = letterkit(make_workspace(tmp_path, changes), "check")
    assert expected in told(answer)
    assert answer.exit_code == (0 if ": warning: " in expected else 1)


def test_a_faulty_variable_is_told_once_and_not_wherever_words_use_it(
    letterkit: Run, tmp_path: Path
) -> None:
    root = make_workspace(tmp_path, {"letters/appeal/letter.yaml": changed(LETTER, "12", "twelve")})
    assert told(letterkit(root, "check")) == [
        (
            "letters/appeal/letter.yaml:7:11: error: "
            "`twelve` is not an integer, as the template declares `houses`"
        ),
        "1 error",
    ]


def test_words_that_cannot_be_read_are_not_said_to_be_lacking_too(
    letterkit: Run, tmp_path: Path
) -> None:
    root = make_workspace(tmp_path, {"letters/appeal/en.md": b"We \xff {{ houses }}."})
    assert told(letterkit(root, "check")) == [
        "letters/appeal/en.md:1:4: error: byte `0xff` is not UTF-8",
        "1 error",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "letters/appeal/letter.yaml",
        "letters/appeal/en.md",
        "templates/appeal/template.yaml",
        "signatories/friends.yaml",
        "addressees/officials.yaml",
        "letterkit.yaml",
    ],
)
@pytest.mark.parametrize("instead", ["folder", "link to nowhere", "link to itself"])
def test_what_stands_instead_of_a_file_is_told(
    letterkit: Run, tmp_path: Path, name: str, instead: str
) -> None:
    path = make_workspace(tmp_path) / name
    path.unlink()
    if instead == "folder":
        path.mkdir()
    else:
        path.symlink_to("nowhere" if instead == "link to nowhere" else path.name)
    answer = letterkit(tmp_path, "check")
    assert answer.exit_code == 1
    assert answer.stderr.count(f"{name}:1:1: error: ") == 1
    status = letterkit(tmp_path)
    assert status.exit_code == (1 if name == "letterkit.yaml" else 0)


@pytest.mark.parametrize(
    "name", ["letters", "templates", "signatories", "addressees", "locales", "kinds"]
)
@pytest.mark.parametrize("instead", ["file", "link to nowhere"])
def test_what_stands_instead_of_a_folder_is_told(
    letterkit: Run, tmp_path: Path, name: str, instead: str
) -> None:
    path = make_workspace(tmp_path / "w") / name
    if path.exists():
        path.rename(tmp_path / "away")
    if instead == "file":
        path.write_text("not a folder")
    else:
        path.symlink_to("nowhere")
    for arguments in (["check"], ["generate"]):
        answer = letterkit(tmp_path / "w", *arguments)
        assert answer.exit_code == 1
        assert f"{name}:1:1: error: the" in answer.stderr


def test_one_letter_is_checked_by_its_name_its_folder_or_a_file_in_it(
    letterkit: Run, tmp_path: Path
) -> None:
    root = make_workspace(tmp_path, {"letters/notice/letter.yaml": "date: soon\n"})
    for path in ("appeal", "letters/appeal", str(root / "letters" / "appeal" / "ar.md")):
        assert letterkit(root, "check", path).exit_code == 0
    assert letterkit(root, "check", "notice").exit_code == 1


def test_nesting_without_end_is_told(letterkit: Run, tmp_path: Path) -> None:
    for words in (">" * 3000 + " x", "- " * 2000 + "x", "{{ " + "(" * 3000 + "houses }}"):
        root = make_workspace(tmp_path, {"letters/appeal/en.md": "{{ houses }}\n\n" + words})
        assert letterkit(root, "check").exit_code == 1
    root = make_workspace(
        tmp_path, {"letters/appeal/letter.yaml": LETTER + "x: " + "[" * 3000 + "]" * 3000 + "\n"}
    )
    assert letterkit(root, "check").exit_code == 1
