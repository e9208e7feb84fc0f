"""A letter as it is sent: made in every language, held in memory, refused while it is at fault."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from letterkit.batch.files import OutputFolder, safe_file_name
from letterkit.batch.generation import Generation, Request
from letterkit.batch.texts import without_sender
from letterkit.diagnostics import Diagnostics, Origin
from letterkit.document import Picture
from letterkit.letter.version import WORKING, Stage, Version
from letterkit.workspace import OUTPUT_FOLDER
from letterkit.writers.text import TextWriter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.batch.files import Settled
    from letterkit.batch.generation import Task
    from letterkit.document import Document
    from letterkit.language.profile import Profile
    from letterkit.letter import Letter
    from letterkit.workspace import Recipients, Workspace


@dataclass(frozen=True, slots=True)
class ReleasedDocument:
    """What one addressee receives in one language: its text, and its files by their names."""

    recipients: Recipients
    locale: str
    text: str
    files: dict[str, bytes] = field(default_factory=dict)

    @property
    def stem(self) -> str:
        """What the names of its files begin with."""
        return f"{safe_file_name(self.recipients.name)}.{safe_file_name(self.locale)}"


@dataclass(frozen=True, slots=True)
class Release:
    """A letter as it is sent; `pictures` are the files that it shows."""

    letter: Letter
    documents: tuple[ReleasedDocument, ...]
    pictures: tuple[Path, ...]


class _Held(OutputFolder):
    """Files that are not written, and what stands in the folder where they would be."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.contents: dict[Path, bytes] = {}

    def write(self, relative: PurePosixPath, content: bytes) -> Settled:
        """Keep the file in memory."""
        self.contents[self.path / relative] = content
        return self.settle(relative, content)

    def save_record(self) -> None:
        """Nothing was written."""


def release(workspace: Workspace, name: str, problems: Diagnostics) -> Release | None:
    """The letter of a name in every language; None where it is at fault, which is told."""
    output = _Held(workspace.root / OUTPUT_FOLDER)
    seen: dict[tuple[str, str], tuple[Task, str]] = {}
    pictures: dict[Path, None] = {}
    writers: dict[str, TextWriter] = {}

    def see(task: Task, document: Document, profile: Profile) -> None:
        writer = writers.setdefault(profile.locale, TextWriter(profile))
        text = writer.write(without_sender(document))
        seen[str(task.recipients.name), str(task.locale)] = (task, text)
        paths = (os.path.abspath(each.path) for each in _pictures(document))  # noqa: PTH100 - no links
        pictures.update(dict.fromkeys(map(Path, paths)))

    request = Request(letters=(name,), version=Version(Stage.RELEASED))
    generation = Generation(workspace, request, output, see=see)
    for _ in generation.run(generation.tasks()):
        pass
    report = generation.report
    problems.extend(report.problems)
    if report.held_back or report.problems.has_errors or not seen:
        return None
    documents: dict[tuple[str, str], ReleasedDocument] = {}
    for made in report.made:
        task, text = seen[made.addressee, made.locale]
        documents.setdefault(
            (made.addressee, made.locale), ReleasedDocument(task.recipients, str(task.locale), text)
        )
        stem = f"{documents[made.addressee, made.locale].stem}.{Stage.RELEASED}"
        path = output.path / safe_file_name(name) / f"{stem}.{made.format}"
        documents[made.addressee, made.locale].files[path.name] = output.contents[path]
    task, _ = next(iter(seen.values()))
    return Release(task.letter, tuple(documents.values()), tuple(pictures))


def tell_of_edited(
    workspace: Workspace, document: ReleasedDocument, letter: str, problems: Diagnostics
) -> None:
    """Tell of files of this document in out/ that somebody has edited since they were made."""
    output = OutputFolder(workspace.root / OUTPUT_FOLDER)
    for name, content in document.files.items():
        for version in (WORKING, Version(Stage.RELEASED)):
            stem = f"{document.stem}{version.file_suffix}"
            relative = PurePosixPath(safe_file_name(letter), f"{stem}{Path(name).suffix}")
            if output.settle(relative, content).kept is not None:
                path = output.path / relative
                problems.warning(
                    "the file was edited, and what is recorded as sent is without that",
                    Origin(path.relative_to(workspace.root).as_posix()),
                    "if it is what was sent, name it with `--final`",
                )


def _pictures(node: object) -> Iterator[Picture]:
    """All pictures of a tree."""
    if isinstance(node, Picture):
        yield node
    if isinstance(node, tuple | list):
        for each in node:
            yield from _pictures(each)
    elif is_dataclass(node) and not isinstance(node, type):
        for each in fields(node):
            yield from _pictures(getattr(node, each.name))
