"""Freezes a letter that was sent: its files, and all that they were made from, in one folder.

    sent/2016/NAME/record.json      what is recorded of it
    sent/2016/NAME/mayor.en…docx    what left the house
    sent/2016/NAME/workspace/       the workspace of that day, as far as the letter needs it

`letterkit -C sent/2016/NAME/workspace generate` makes the letter again. The folder appears whole or
not at all: it is written beside its place under a name that begins with a full stop, and renamed
when the disk has all of it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from letterkit.diagnostics import Diagnostics, LetterkitError, Origin
from letterkit.people.sheet_reference import SHEET_SUFFIXES
from letterkit.people.withheld import (
    INDIVIDUALS,
    ORGANISATIONS,
    WITHHELD,
    is_withheld,
    withheld_in,
)
from letterkit.register.durable import cannot_write, synchronise_folder, write_synchronised
from letterkit.register.records import RECORD_FILE, SentFile
from letterkit.sources.nodes import DataMapping, DataSequence, DataText
from letterkit.sources.yaml import parse_yaml
from letterkit.sources.yaml_writing import as_yaml
from letterkit.workspace.places import LETTERS_FOLDER, SENT_FOLDER, SIGNATORIES_FOLDER, shown_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from letterkit.register.records import SentLetter
    from letterkit.sources.nodes import DataNode

INPUTS_FOLDER: Final = "workspace"
_UNFINISHED: Final = ".tmp"


class FreezingError(LetterkitError):
    """An input of a letter cannot be frozen, or is not what was frozen."""


def frozen_inputs(
    root: Path, paths: Iterable[Path], *, kept: Mapping[Path, bytes | None] | None = None
) -> dict[str, bytes]:
    """What a letter was made from, by the paths from the workspace on, in the form that is kept.

    `kept` are tables with rows that must not be named, with what stands instead of each.

    Raises:
        FreezingError: where a file cannot be read, or stands outside of the workspace; where nobody
            can say which rows of a table are withheld.
    """
    instead = kept or {}
    for table, content in instead.items():
        if content is None:
            raise FreezingError(
                "nobody can tell which names in this table are withheld, so it cannot be kept",
                Origin(shown_in(root, table)),
                "let `where` ask for no names, or put a number into a list, as `withheld: 14`",
            )
    return {shown_in(root, path): instead.get(path) or _frozen_form(root, path) for path in paths}


def _frozen_form(root: Path, path: Path) -> bytes:
    """The content of an input as it is kept for good: the one place where something leaves it.

    Of those whose names are withheld there is a number left, as in all else that is made.
    """
    shown = shown_in(root, path)
    if not path.is_relative_to(root):
        raise FreezingError(
            "the letter is made from a file that is not in this workspace",
            Origin(shown),
            "move it into the workspace",
        )
    try:
        content = path.read_bytes()
    except OSError as error:
        raise FreezingError(
            f"the file cannot be read: {error.strerror or type(error).__name__}", Origin(shown)
        ) from error
    is_table = path.suffix in SHEET_SUFFIXES
    if PurePosixPath(shown).parts[0] == SIGNATORIES_FOLDER and not is_table:
        return _without_withheld(content, shown)
    return content


def _without_withheld(content: bytes, shown: str) -> bytes:
    """A list of signatories with numbers for the entries that must not be named.

    A list without such entries stays as it is; else its comments go too, which may tell names.
    """
    problems = Diagnostics()
    node: DataNode | None = None
    with suppress(UnicodeDecodeError):
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        node = parse_yaml(text, shown, problems)
    if node is None or problems.has_errors:
        raise FreezingError(
            "nobody can tell which names in this file are withheld, so it cannot be kept",
            Origin(shown),
            "signatories are listed in a YAML file without faults",
        )
    counted = _counted(node)
    return content if counted is node else as_yaml(counted).encode()


def _counted(node: Any) -> Any:
    """Data with `withheld: {…}` for each entry in it that is; the same object where none is."""
    match node:
        case DataMapping() if is_withheld(node):
            return _number_of(node)
        case DataMapping():
            values = {key: _counted(value) for key, value in node.items()}
            if all(values[key] is node[key] for key in node):
                return node
            mapping = DataMapping(node.origin)
            mapping.update(values)
            return mapping
        case DataSequence():
            items = [_counted(item) for item in node]
            if all(made is item for made, item in zip(items, node, strict=True)):
                return node
            sequence = DataSequence(node.origin)
            sequence.extend(items)
            return sequence
    return node


def _number_of(entry: DataMapping) -> DataMapping:
    counted = withheld_in(entry, Diagnostics())
    numbers = _mapping(
        entry.origin,
        {ORGANISATIONS: str(counted.organisations), INDIVIDUALS: str(counted.individuals)},
    )
    joined = {"joined": counted.joined.isoformat()} if counted.joined else {}
    return _mapping(entry.origin, {WITHHELD: numbers, **joined})


def _mapping(origin: Origin, values: Mapping[str, str | DataMapping]) -> DataMapping:
    made = DataMapping(origin)
    for key, value in values.items():
        made[DataText(key, origin)] = DataText(value, origin) if isinstance(value, str) else value
    return made


def freeze(
    root: Path, letter: SentLetter, files: Mapping[str, bytes], inputs: Mapping[str, bytes]
) -> SentLetter:
    """Write the folder of a letter that was sent; gives what is recorded of it.

    `files` left the house, `inputs` they were made from. Another letter of the same name and year
    keeps its folder: this one stands beside it as `NAME (2)`.

    Raises:
        StoringError: where it cannot be written; nothing is left behind then.
    """
    contents = {name: (content, True) for name, content in files.items()} | {
        f"{INPUTS_FOLDER}/{name}": (content, False) for name, content in inputs.items()
    }
    year = root / SENT_FOLDER / f"{letter.dated.year:04}"
    place = next(path for path in _places(year, letter.letter) if not os.path.lexists(path))
    frozen = replace(
        letter,
        folder=shown_in(root, place),
        files=tuple(
            SentFile(name, sent, len(content), hashlib.sha256(content).hexdigest())
            for name, (content, sent) in contents.items()
        ),
    )
    begun = year / f".{place.name}{_UNFINISHED}"
    try:
        try:
            begun.mkdir(parents=True)
            for name, (content, _) in contents.items():
                path = begun / PurePosixPath(name)
                path.parent.mkdir(parents=True, exist_ok=True)
                write_synchronised(path, content)
            write_synchronised(begun / RECORD_FILE, frozen.to_json().encode())
            for within, _, _ in os.walk(begun):
                synchronise_folder(Path(within))
            begun.rename(place)
        except BaseException:
            shutil.rmtree(begun, ignore_errors=True)
            raise
        for folder in (year, year.parent, root):
            synchronise_folder(folder)
    except OSError as error:
        raise cannot_write(place, error) from error
    return frozen


def frozen_letter(root: Path, letter: SentLetter) -> Path:
    """The folder with the data and words of a letter that was sent, as they were.

    Raises:
        FreezingError: where it is not there any more.
    """
    letters = root / letter.folder / INPUTS_FOLDER / LETTERS_FOLDER
    if letter.letter not in {path.name for path in _folders_in(letters)}:
        raise FreezingError(
            f"what `{letter.letter}` was made from is not there any more",
            Origin(shown_in(root, letters)),
            "put back a copy of the folder",
        )
    return letters / letter.letter


def sent_folders(root: Path) -> tuple[list[str], list[Path]]:
    """The folders of letters that were sent, and those that a run has left unfinished.

    The first are named from the workspace on, with slashes.
    """
    finished: list[str] = []
    unfinished: list[Path] = []
    for year in _folders_in(root / SENT_FOLDER):
        for folder in _folders_in(year):
            if folder.name.startswith("."):
                if folder.name.endswith(_UNFINISHED):
                    unfinished.append(folder)
            elif (folder / RECORD_FILE).is_file():
                finished.append(shown_in(root, folder))
    return finished, unfinished


def _folders_in(folder: Path) -> list[Path]:
    with suppress(OSError):  # it is not there, or a file
        return sorted(path for path in folder.iterdir() if path.is_dir())
    return []


def _places(year: Path, name: str) -> Iterator[Path]:
    yield year / name
    for number in count(2):
        yield year / f"{name} ({number})"
