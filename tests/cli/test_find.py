"""`letterkit find`: what was said to whom, found by words typed in a hurry."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest
from tests.workspaces import ENGLISH, make_workspace, plain_letter

from letterkit.register import Register, finding

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

SENT = "sent/2020/appeal"
VISIT = [("letters/visit", "en"), ("letters/visit", "tr")]


@pytest.fixture
def root(letterkit: Run, tmp_path: Path) -> Path:
    """A workspace with a letter that was sent in three languages, and one that was not."""
    made = make_workspace(
        tmp_path,
        {
            "letters/appeal/ar.md": "نكتب عن الأطباء في {{ houses }} بيتا وعن مُستشفى الورد.\n",
            "letters/appeal/tr.md": "İstanbul’daki {{ houses }} çocuk evi için yazıyoruz.\n",
            "letters/visit/letter.yaml": (
                "date: 2021-05-06\nreference: RT/2021/007\naddressees: [mayor, minister]\n"
                "locales: [en, tr]\nsubject: {en: Our visit, tr: Ziyaretimiz}\n"
            ),
            "letters/visit/en.md": "We thank you for the houses.\n",
            "letters/visit/tr.md": "Teşekkürler.\n",
        },
    )
    assert letterkit(made, "sent", "appeal", "--date", "2020-03-05").exit_code == 0
    return made


def found(letterkit: Run, root: Path, *words: str) -> list[tuple[str, str]]:
    answer = letterkit(root, "find", "--json", "--", *words)
    assert answer.exit_code == 0, answer.stderr
    return [(each["place"], each["locale"]) for each in json.loads(answer.stdout)]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        (("الاطباء",), [(SENT, "ar")]),
        (("اطباء", "مستشفي"), [(SENT, "ar")]),
        (("وزيره", "الاسكان"), [*VISIT, (SENT, "en"), (SENT, "ar"), (SENT, "tr")]),
        (("istanbul", "cocuk"), [(SENT, "tr")]),
        (("houses",), [("letters/visit", "en"), (SENT, "en")]),
        (("HOUSE",), [("letters/visit", "en"), (SENT, "en")]),
        (("2021/007",), VISIT),
        (("2020-03-04",), [(SENT, "en"), (SENT, "ar"), (SENT, "tr")]),
        (("tesekkur",), [("letters/visit", "tr"), (SENT, "tr")]),
        (("Our visit",), VISIT),
        (("houses", "nowhere"), []),
    ],
)
def test_letters_are_found_in_every_language_the_latest_first(
    letterkit: Run, root: Path, words: tuple[str, ...], places: list[tuple[str, str]]
) -> None:
    assert found(letterkit, root, *words) == places


def test_a_line_says_when_where_to_whom_and_which_words(letterkit: Run, root: Path) -> None:
    answer = letterkit(root, "find", "houses")
    assert answer.stdout.splitlines() == [
        "2021-05-06  letters/visit  en  mayor, minister  We thank you for the houses.",
        f"2020-03-04  {SENT}  en  minister, mayor  We write about 12 houses.",
    ]
    answer = letterkit(root, "find", "اطباء")
    assert "نكتب عن الأطباء في 12 بيتا وعن مُستشفى الورد." in answer.stdout
    assert answer.stdout.count("\n") == 1
    assert letterkit(root, "find", "nowhere").stderr == "nothing found\n"


@pytest.mark.parametrize(
    "words",
    ['"houses', "houses*", "folded:houses", "NEAR(houses)", "houses AND (", "^houses", "-houses"],
)
def test_what_is_typed_is_never_syntax(letterkit: Run, root: Path, words: str) -> None:
    answer = letterkit(root, "find", "--json", "--", words)
    assert answer.exit_code == 0, answer.stderr


@pytest.mark.parametrize("words", ["AND", "NOT houses OR", "NEAR"])
def test_words_of_the_index_are_words(letterkit: Run, root: Path, words: str) -> None:
    assert found(letterkit, root, words) == []


def test_what_has_no_letter_is_wrong_usage(letterkit: Run, root: Path) -> None:
    assert letterkit(root, "find", '"*"').exit_code == 2


def test_without_the_index_the_answer_is_the_same(
    letterkit: Run, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("الاطباء", "houses", "istanbul", "2020-03-04", "nowhere")
    with_index = [found(letterkit, root, word) for word in asked]
    with Register(root).reading() as connection:
        assert connection is not None
        tables = "SELECT count(*) FROM sqlite_schema WHERE name = 'words'"
        assert connection.execute(tables).fetchone() == (1,)
    with Register(root).writing() as connection:
        connection.execute("DROP TABLE words")
    monkeypatch.setattr(finding, "_INDEX", "CREATE VIRTUAL TABLE words USING no_such_module")
    assert [found(letterkit, root, word) for word in asked] == with_index


def test_what_was_sent_since_is_found(letterkit: Run, root: Path) -> None:
    assert found(letterkit, root, "thank") == [("letters/visit", "en"), (SENT, "en")]
    letterkit(root, "sent", "visit", "--date", "2021-05-07")
    assert found(letterkit, root, "thank") == [("sent/2021/visit", "en"), (SENT, "en")]


def test_a_register_that_may_not_be_written_is_read(
    letterkit: Run, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect

    def read_only(database: Path, **options: Any) -> sqlite3.Connection:
        made: sqlite3.Connection = connect(database, **options)
        made.execute("PRAGMA query_only = ON")
        return made

    monkeypatch.setattr(sqlite3, "connect", read_only)
    assert found(letterkit, root, "houses") == [("letters/visit", "en"), (SENT, "en")]


def test_a_letter_with_faults_is_found_by_the_words_it_has(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path,
        {
            "letters/appeal/letter.yaml": ENGLISH,
            "letters/appeal/en.md": "Roses {{ hoses }}.\n",
            "letters/broken/letter.yaml": "date: never\n",
            "letters/broken/en.md": "More roses.\n",
            "letters/fine/letter.yaml": plain_letter(),
            "letters/fine/en.md": "No flowers.\n",
        },
    )
    assert found(letterkit, root, "roses") == [("letters/broken", "en"), ("letters/appeal", "en")]


def test_letters_that_differ_in_the_addressee_alone_are_one_line(
    letterkit: Run, tmp_path: Path
) -> None:
    ids = [f"friend-{number}" for number in range(5)]
    root = make_workspace(
        tmp_path,
        {
            "letters/appeal/letter.yaml": f"{plain_letter()}addressees: [{', '.join(ids)}]\n",
            "letters/appeal/en.md": "Roses.\n",
            "addressees/friends.yaml": "".join(f"{each}: {{name: {each}}}\n" for each in ids),
        },
    )
    line = "friend-0, friend-1 and 3 more  Roses.\n"
    assert letterkit(root, "find", "roses").stdout.endswith(line)
    letterkit(root, "sent", "appeal")
    assert letterkit(root, "find", "roses").stdout.endswith(line)


def test_a_register_that_holds_what_nobody_wrote_is_told(
    program: Callable[..., int], root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for change in ("UPDATE sent SET dated = 'never'", "UPDATE sent SET record = '[]'"):
        with Register(root).writing() as connection:
            connection.execute(change)
        for command in (("find", "houses"), ("sent",), ("generate",)):
            if command == ("find", "houses") or "record" in change:
                assert program(root, *command) == 1
                assert "error: `register.sqlite` is damaged" in capsys.readouterr().err
