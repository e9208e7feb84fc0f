"""The file of the register: made when needed, and what is wrong with it told in words."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from letterkit.register import REGISTER_FILE, Register, RegisterError

if TYPE_CHECKING:
    from pathlib import Path


def write(root: Path) -> None:
    with Register(root, patience=0.05).writing() as connection:
        connection.execute("INSERT INTO reference_number VALUES ('RT', 2020, 1, 'visit')")


def read(root: Path) -> list[tuple[object, ...]] | None:
    with Register(root, patience=0.05).reading() as connection:
        if connection is None:
            return None
        return list(connection.execute("SELECT number FROM reference_number"))


def test_nothing_is_made_by_looking(tmp_path: Path) -> None:
    assert read(tmp_path) is None
    assert list(tmp_path.iterdir()) == []
    write(tmp_path)
    assert read(tmp_path) == [(1,)]
    assert [path.name for path in tmp_path.iterdir()] == [REGISTER_FILE]


@pytest.mark.parametrize("name", ["a b", "what?", "50%", "#1", "سجل"])
def test_the_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    write(tmp_path / name)
    assert read(tmp_path / name) == [(1,)]
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_the_journal_suits_a_network_folder(tmp_path: Path) -> None:
    write(tmp_path)
    with closing(sqlite3.connect(tmp_path / REGISTER_FILE)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    with Register(tmp_path).writing() as connection:
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)


def test_a_change_that_fails_leaves_nothing(tmp_path: Path) -> None:
    write(tmp_path)

    def change() -> None:
        with Register(tmp_path).writing() as connection:
            connection.execute("DELETE FROM reference_number")
            raise KeyError

    with pytest.raises(KeyError):
        change()
    assert read(tmp_path) == [(1,)]


def test_a_file_without_anything_is_a_new_register(tmp_path: Path) -> None:
    (tmp_path / REGISTER_FILE).touch()
    assert read(tmp_path) is None
    write(tmp_path)
    assert read(tmp_path) == [(1,)]


@pytest.mark.parametrize("action", [read, write])
@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"not a database, but long enough to have a header" * 9, "is damaged, or no register"),
        ("CREATE TABLE a (b)", "is a database of another program"),
        (f"PRAGMA application_id = {0x4C4B5247}; PRAGMA user_version = 99", "by a later letterkit"),
    ],
)
def test_what_is_no_register_is_told(
    tmp_path: Path, action: object, content: bytes | str, message: str
) -> None:
    path = tmp_path / REGISTER_FILE
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(content)
    before = path.read_bytes()
    assert callable(action)
    with pytest.raises(RegisterError, match=message) as caught:
        action(tmp_path)
    assert caught.value.diagnostic.hint
    assert path.read_bytes() == before


def test_a_damaged_page_is_told(tmp_path: Path) -> None:
    write(tmp_path)
    path = tmp_path / REGISTER_FILE
    data = path.read_bytes()
    path.write_bytes(data[:100] + os.urandom(len(data) - 100))
    with pytest.raises(RegisterError, match="damaged"):
        read(tmp_path)


def test_a_folder_of_that_name_is_told(tmp_path: Path) -> None:
    (tmp_path / REGISTER_FILE).mkdir()
    for action in (read, write):
        with pytest.raises(RegisterError, match="cannot be opened"):
            action(tmp_path)


def test_somebody_else_who_writes_is_told(tmp_path: Path) -> None:
    write(tmp_path)
    with (
        Register(tmp_path).writing(),
        pytest.raises(RegisterError, match="in use by another program"),
    ):
        write(tmp_path)


def test_reading_goes_on_while_somebody_writes(tmp_path: Path) -> None:
    write(tmp_path)
    with Register(tmp_path).writing() as connection:
        connection.execute("DELETE FROM reference_number")
        assert read(tmp_path) == [(1,)]


def test_two_runs_may_make_it_at_once(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    runs = [context.Process(target=_insert, args=(tmp_path, number)) for number in range(3)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
        assert run.exitcode == 0
    assert sorted(read(tmp_path) or []) == [(0,), (1,), (2,)]


def _insert(root: Path, number: int) -> None:
    with Register(root).writing() as connection:
        connection.execute("INSERT INTO reference_number VALUES ('RT', 1, ?, 'x')", (number,))
