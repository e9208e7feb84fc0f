"""Makes all letters of one language into one file, for printing.

A file that lacked one of its letters would be sent without it being seen: a fault in one of them
holds back the whole file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.batch.files import safe_file_name
from letterkit.batch.generation import Generation, Task, written
from letterkit.diagnostics import Diagnostics, Severity
from letterkit.sources.nodes import DataText
from letterkit.workspace import Recipients
from letterkit.writers.formats import COMBINED, Format, combined_writer_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from letterkit.batch.editions import Addressed
    from letterkit.batch.files import OutputFolder
    from letterkit.batch.generation import Request
    from letterkit.document import Document
    from letterkit.letter import Letter
    from letterkit.workspace import Workspace

NAME: Final = "combined"
"""What a file of many letters is called, in the place of an addressee's name."""


class Combination(Generation):
    """One run over a workspace that makes one file of each letter in each language."""

    def __init__(self, workspace: Workspace, request: Request, output: OutputFolder | None) -> None:
        super().__init__(workspace, request, output)
        self._documents: list[Document] = []
        self._incomplete: set[str] = set()

    @property
    def _formats(self) -> Sequence[Format]:
        return [form for form in super()._formats if form in COMBINED]

    def _tasks_of(self, name: str) -> list[Task]:
        before = self._errors()
        tasks = super()._tasks_of(name)
        if self._errors() > before:  # somebody may be missing whom the list has
            self._incomplete.add(name)
        return tasks

    def _errors(self) -> int:
        return sum(found.severity is Severity.ERROR for found in self.report.problems)

    def _run_group(self, letter: Letter, tasks: Sequence[Task], *, dry: bool) -> Iterator[Task]:
        self._documents = []
        locale = tasks[0].locale
        yield from super()._run_group(letter, tasks, dry=dry)
        names = tuple(str(task.recipients.name) for task in tasks)
        whole = Task(letter, Recipients(NAME, ()), locale, combined=names)
        if self._is_whole(letter, locale, tasks) and not self._collides(whole, tasks):
            self._combine(whole, dry=dry)
        else:
            self._hold_back(whole)
        self._documents = []

    def _contents(
        self,
        task: Task,  # noqa: ARG002 - it is written with all others
        made: Addressed,
        problems: Diagnostics,  # noqa: ARG002
    ) -> dict[Format, bytes]:
        """Nothing yet: the document waits for the others."""
        self._documents += [document for document, _ in made.documents]
        return {}

    def _is_whole(self, letter: Letter, locale: str, tasks: Sequence[Task]) -> bool:
        """Whether all letters are there; told where some are not."""
        lacking = len(tasks) - len(self._documents)
        if not lacking and letter.name not in self._incomplete:
            return True
        which = f"{lacking} of {len(tasks)} letters are" if lacking else "the list of letters is"
        self.report.problems.error(
            f"`{letter.name}` is not combined in `{locale}`: {which} at fault",
            letter.origin,
            "mend what is told, or make the others one by one, without `--combined`",
        )
        return False

    def _collides(self, whole: Task, tasks: Sequence[Task]) -> bool:
        """Whether an addressee's own file would be the combined one; told where it would."""
        for task in tasks:
            name = task.recipients.name
            if safe_file_name(name).casefold() == NAME:
                relative = self._file(whole, self._formats[0])
                self.report.problems.error(
                    f"`{task.letter.name}/{name}` and all letters together would be one file, "
                    f"`{relative}`",
                    name.origin if isinstance(name, DataText) else task.letter.origin,
                    "give it another name",
                )
                return True
        return False

    def _combine(self, whole: Task, *, dry: bool) -> None:
        found = Diagnostics()
        profile = self._workspace.profile(whole.locale, Diagnostics())
        assert profile is not None  # noqa: S101 - there is no document without one
        letterhead = self._workspace.letterhead(profile, Diagnostics())
        if letterhead is not None and len(self._documents) > 1:
            found.extend(letterhead.surroundings.problems)
        contents: dict[Format, bytes] = {}
        if not found.has_errors:
            contents = written(
                self._formats,
                lambda name: combined_writer_for(name, profile, letterhead=letterhead)(
                    self._documents
                ),
                whole,
                found,
            )
        self.report.problems.extend(found)
        if found.has_errors:
            self._hold_back(whole)
            return
        for name, content in contents.items():
            self._put(whole, name, content, dry=dry)
