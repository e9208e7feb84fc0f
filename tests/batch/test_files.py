from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.batch.files import (
    RECORD_NAME,
    Action,
    OutputError,
    OutputFolder,
    safe_file_name,
    write_whole,
)

LETTER = PurePosixPath("a-letter/minister.en.docx")


def written(folder: Path, content: bytes) -> Action:
    output = OutputFolder(folder)
    action = output.write(LETTER, content).action
    output.save_record()
    return action


def test_a_new_file_is_written_and_the_same_again_is_unchanged(tmp_path: Path) -> None:
    assert written(tmp_path, b"first") is Action.WRITTEN
    assert written(tmp_path, b"first") is Action.UNCHANGED
    assert (tmp_path / LETTER).read_bytes() == b"first"


def test_what_letterkit_wrote_is_written_over(tmp_path: Path) -> None:
    written(tmp_path, b"first")
    assert written(tmp_path, b"second") is Action.WRITTEN
    assert (tmp_path / LETTER).read_bytes() == b"second"


def test_an_edited_file_is_kept_and_the_new_one_stands_beside_it(tmp_path: Path) -> None:
    written(tmp_path, b"first")
    (tmp_path / LETTER).write_bytes(b"edited by a reviewer")
    output = OutputFolder(tmp_path)
    settled = output.write(LETTER, b"second")
    output.save_record()
    assert settled.action is Action.BESIDE
    assert settled.kept == tmp_path / LETTER
    assert (tmp_path / LETTER).read_bytes() == b"edited by a reviewer"
    assert (tmp_path / "a-letter" / "minister.en (2).docx").read_bytes() == b"second"


def test_the_file_beside_is_itself_kept_once_edited(tmp_path: Path) -> None:
    written(tmp_path, b"first")
    (tmp_path / LETTER).write_bytes(b"edited")
    written(tmp_path, b"second")
    assert written(tmp_path, b"third") is Action.BESIDE
    beside = tmp_path / "a-letter" / "minister.en (2).docx"
    assert beside.read_bytes() == b"third"
    beside.write_bytes(b"edited too")
    written(tmp_path, b"fourth")
    assert (tmp_path / "a-letter" / "minister.en (3).docx").read_bytes() == b"fourth"


def test_a_file_without_a_record_counts_as_edited(tmp_path: Path) -> None:
    written(tmp_path, b"first")
    (tmp_path / RECORD_NAME).unlink()
    assert written(tmp_path, b"second") is Action.BESIDE
    assert (tmp_path / LETTER).read_bytes() == b"first"


@pytest.mark.parametrize("record", [b"", b"[]", b"{\xff", b'{"version": 99, "files": {}}'])
def test_an_unreadable_record_counts_as_none(tmp_path: Path, record: bytes) -> None:
    written(tmp_path, b"first")
    (tmp_path / RECORD_NAME).write_bytes(record)
    assert written(tmp_path, b"second") is Action.BESIDE


def test_two_runs_side_by_side_keep_the_record_of_both(tmp_path: Path) -> None:
    other = PurePosixPath("another-letter/mayor.en.docx")
    written(tmp_path, b"draft")
    long, short = OutputFolder(tmp_path), OutputFolder(tmp_path)
    long.write(other, b"first")
    short.write(LETTER, b"first")
    short.save_record()
    long.save_record()
    assert OutputFolder(tmp_path).settle(LETTER, b"second").action is Action.WRITTEN
    assert OutputFolder(tmp_path).settle(other, b"second").action is Action.WRITTEN


def test_settle_writes_nothing(tmp_path: Path) -> None:
    assert OutputFolder(tmp_path).settle(LETTER, b"first").action is Action.WRITTEN
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_way_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / LETTER).mkdir(parents=True)
    with pytest.raises(OutputError) as caught:
        OutputFolder(tmp_path).write(LETTER, b"first")
    assert caught.value.diagnostic.origin is not None
    assert caught.value.diagnostic.origin.path == str(tmp_path / LETTER)


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "inside").touch()
    with pytest.raises(OutputError):
        write_whole(tmp_path / "taken", b"content")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


@pytest.mark.parametrize("stopped_at", ["write_bytes", "replace"])
def test_an_interrupted_write_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stopped_at: str
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, stopped_at, interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "letter.docx", b"content")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["x" * 300, "ع" * 300, "🦉" * 300, "a" * 199 + "ع" * 5])
def test_a_long_name_is_cut_to_what_every_file_system_takes(name: str) -> None:
    safe = safe_file_name(name)
    assert name.startswith(safe)
    assert len(safe) <= 120
    assert len(f"{safe}.ar-SY (2).docx".encode()) <= 255


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("president-russian-federation", "president-russian-federation"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("CON", "_CON"),
        ("nul.tar", "_nul.tar"),
        ('a<b>c:d"e|f?g*h', "a-b-c-d-e-f-g-h"),
        ("وزير الخارجية", "وزير الخارجية"),
        ("ends with dots...", "ends with dots"),
        ("right\u202eleft", "right-left"),
        ("...", "_"),
        ("", "_"),
    ],
)
def test_a_name_is_made_safe_for_every_system(name: str, expected: str) -> None:
    assert safe_file_name(name) == expected


@given(st.text(max_size=300))
def test_a_safe_name_never_leaves_its_folder_and_stays_as_it_is(name: str) -> None:
    safe = safe_file_name(name)
    assert PurePosixPath(safe).parts == (safe,)
    assert PureWindowsPath(safe).parts == (safe,)
    assert safe not in {".", ".."}
    assert safe_file_name(safe) == safe


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "a-letter").write_bytes(b"a file")
    with pytest.raises(OutputError) as caught:
        OutputFolder(tmp_path).write(LETTER, b"first")
    assert caught.value.diagnostic.hint
