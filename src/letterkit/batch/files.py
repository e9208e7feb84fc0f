"""Files of letters: whole or not at all, and never over a person's work.

The folder keeps a record of what letterkit wrote, as a digest for each file. A file that is there
and is not what the record says was edited by somebody (no record counts as edited): it is kept,
and the new one is written beside it as `NAME (2).docx`.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from typing import TYPE_CHECKING

from letterkit.diagnostics import LetterkitError, Origin

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path, PurePosixPath

RECORD_NAME = ".letterkit-written.json"
RECORD_VERSION = 1
LONGEST_STEM = 120  # characters; leaves room for the folder within Windows' limit of 260
MOST_BYTES = 200  # of UTF-8; leaves room for endings within Linux' limit of 255 for one name

# What Windows forbids in file names, and the names of its devices (Microsoft, "Naming Files").
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)


class Action(StrEnum):
    """What became of a file."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Settled:
    """Where a file's content goes: `kept` is the edited file that it stands beside."""

    path: Path
    action: Action
    kept: Path | None = None


class OutputError(LetterkitError):
    """A file or folder of the output cannot be read or written."""


def safe_file_name(name: str) -> str:
    """A stem that every system takes, and that never leaves its folder.

    Characters that Windows forbids, and those that control the direction of text, become `-`;
    device names get an underscore; what is too long is cut.
    """
    text = unicodedata.normalize("NFC", name)
    text = "".join(
        "-" if unicodedata.category(character) in {"Cc", "Cf", "Cs"} else character
        for character in text
    )
    text = _FORBIDDEN.sub("-", text).strip(" .")[:LONGEST_STEM]
    text = text.encode()[:MOST_BYTES].decode(errors="ignore").strip(" .")
    if not text:
        return "_"
    return f"_{text}" if _DEVICE.fullmatch(text) else text


class OutputFolder:
    """A folder that letters are written into.

    Call `save_record` when the last file is written: what a crash leaves unrecorded is found to
    be the same, or kept.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._recorded = _read_record(path / RECORD_NAME)
        self._changed: dict[str, str] = {}
        self._known_folders: set[Path] = set()

    def settle(self, relative: PurePosixPath, content: bytes) -> Settled:
        """Where `content` would go, without writing anything.

        Raises:
            OutputError: where what stands there cannot be read.
        """
        wanted = self.path / relative
        kept: Path | None = None
        for path in _candidates(wanted):
            standing = _read(path)
            if standing is None:
                return Settled(path, Action.WRITTEN if kept is None else Action.BESIDE, kept)
            if standing == content:
                return Settled(path, Action.UNCHANGED, kept)
            if self._recorded.get(self._key(path)) == _digest(standing):
                return Settled(path, Action.WRITTEN if kept is None else Action.BESIDE, kept)
            kept = kept or path
        raise AssertionError  # the candidates never end

    def standing(self, relative: PurePosixPath) -> Settled | None:
        """What an earlier run wrote for `relative`, if it is there as it was written.

        Raises:
            OutputError: where what stands there cannot be read.
        """
        kept: Path | None = None
        for path in _candidates(self.path / relative):
            standing = _read(path)
            if standing is None:
                return None
            if self._recorded.get(self._key(path)) == _digest(standing):
                return Settled(path, Action.UNCHANGED, kept)
            kept = kept or path
        raise AssertionError  # the candidates never end

    def write(self, relative: PurePosixPath, content: bytes) -> Settled:
        """Put `content` into the folder, whole or not at all.

        Raises:
            OutputError: where the file cannot be written, as when Word holds it open.
        """
        settled = self.settle(relative, content)
        if settled.action is not Action.UNCHANGED:
            self._make_folder(settled.path.parent)
            write_whole(settled.path, content)
        digest = _digest(content)
        if self._recorded.get(self._key(settled.path)) != digest:
            self._recorded[self._key(settled.path)] = digest
            self._changed[self._key(settled.path)] = digest
        return settled

    def save_record(self) -> None:
        """Keep what was written for the next run, beside what another has recorded meanwhile."""
        if not self._changed:
            return
        recorded = _read_record(self.path / RECORD_NAME) | self._changed
        record = {"version": RECORD_VERSION, "files": dict(sorted(recorded.items()))}
        text = json.dumps(record, ensure_ascii=False, indent=0)
        write_whole(self.path / RECORD_NAME, text.encode())
        self._changed.clear()

    def _key(self, path: Path) -> str:
        return path.relative_to(self.path).as_posix()

    def _make_folder(self, folder: Path) -> None:
        if folder in self._known_folders:
            return
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(
                f"cannot make the folder: {_reason(error)}",
                Origin(str(folder)),
                "choose another folder with `--out`",
            ) from error
        self._known_folders.add(folder)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it appears whole or not at all.

    It is not forced to the disk: whatever letterkit makes can be made again.

    Raises:
        OutputError: where it cannot be written; nothing is left behind.
    """
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        try:
            temporary.write_bytes(content)
            temporary.replace(path)
        except BaseException:  # an interruption from the keyboard leaves nothing behind either
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputError(
            f"cannot write the file: {_reason(error)}",
            Origin(str(path)),
            "close it in other programs, or choose another folder with `--out`",
        ) from error


def _candidates(path: Path) -> Iterator[Path]:
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise OutputError(
            f"cannot read what stands there: {_reason(error)}",
            Origin(str(path)),
            "move it away, or choose another folder with `--out`",
        ) from error


def _reason(error: OSError) -> str:
    """The system's own words, which are English, begun as the rest of a sentence."""
    reason = error.strerror or type(error).__name__
    return reason[:1].lower() + reason[1:]


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _read_record(path: Path) -> dict[str, str]:
    """What the last run wrote; an unreadable record counts as none, so every file is kept."""
    try:
        record = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    if not isinstance(record, dict) or record.get("version") != RECORD_VERSION:
        return {}
    files = record.get("files")
    return (
        {str(name): str(digest) for name, digest in files.items()}
        if isinstance(files, dict)
        else {}
    )
