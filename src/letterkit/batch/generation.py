"""Makes letters: every addressee, every language, every format, and tells what became of each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from letterkit.batch.agreement import agreements, settle
from letterkit.batch.circulation import Circulation
from letterkit.batch.editions import Writers, bilingual_edition, edition
from letterkit.batch.files import OutputError, OutputFolder, safe_file_name
from letterkit.batch.report import Made, Report
from letterkit.diagnostics import Diagnostics, LetterkitError
from letterkit.letter.version import WORKING, Stage, Version
from letterkit.sources.nodes import DataText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from letterkit.batch.editions import Addressed, BilingualEdition, Edition
    from letterkit.batch.files import Settled
    from letterkit.document import Document
    from letterkit.language.profile import Profile
    from letterkit.letter import Letter
    from letterkit.workspace import Recipients, Workspace
    from letterkit.writers.formats import Format


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for; what is left empty is as the letter and the workspace say.

    `letters` are names of letters; `bilingual` two languages to set side by side, instead of
    `locales`; `addressees` a file whose addressees stand instead of the letter's own; `wrap` the
    width of plain text in cells of a terminal.
    """

    letters: tuple[str, ...]
    locales: tuple[str, ...] = ()
    bilingual: tuple[str, str] | None = None
    formats: tuple[Format, ...] = ()
    addressees: Path | None = None
    dated: date | None = None
    wrap: int | None = None
    version: Version = WORKING


@dataclass(frozen=True, slots=True)
class Task:
    """One letter to one addressee (or jointly to several) in one language, or in two at once.

    `combined` are the names of all whose letters stand together in one file; `beside` is the second
    language, if there is one.
    """

    letter: Letter
    recipients: Recipients
    locale: str
    combined: tuple[str, ...] = ()
    beside: str = ""

    @property
    def locales(self) -> tuple[str, ...]:
        """The language, or both."""
        return (self.locale, self.beside) if self.beside else (self.locale,)

    @property
    def languages(self) -> str:
        """The same in one word: `en+ar`, since `en-ar` would be the English of Argentina."""
        return "+".join(self.locales)


class Generation:
    """One run over a workspace.

    Without an output folder everything is made and checked, and nothing is written. `see` is shown
    each document that has no fault.
    """

    def __init__(
        self,
        workspace: Workspace,
        request: Request,
        output: OutputFolder | None,
        *,
        see: Callable[[Task, Document, Profile], None] | None = None,
    ) -> None:
        self._workspace = workspace
        self._request = request
        self._output = output
        self._see = see
        self._writers = Writers(workspace, request.wrap)
        self._claimed: dict[str, tuple[str, str]] = {}
        self._unreadable: set[str] = set()
        self._circulation = Circulation(workspace, request.version)
        self.report = Report()

    def tasks(self) -> list[Task]:
        """All that is to be made, in order; what is wrong with a letter's data is told."""
        found: list[Task] = []
        for name in self._request.letters:
            found += self._tasks_of(name)
        return found

    def run(self, tasks: Sequence[Task], *, dry: bool = False) -> Iterator[Task]:
        """Make each task in turn and give it back when it is done.

        `dry` settles where each file would go and writes nothing.
        """
        refused: set[str] = set()
        if self._request.version.leaves_the_house and self._output is not None:
            refused = self._refused({task.letter.name: task.letter for task in tasks})
        try:
            for letter, group in _grouped(tasks):
                if letter.name in refused:
                    for task in group:
                        self._hold_back(task)
                        yield task
                    continue
                yield from self._run_group(letter, group, dry=dry)
            if self._output is not None and not dry:
                self._settle({task.letter.name: task.letter for task in tasks})
        finally:  # who stops a long run keeps what has been made of it
            if self._output is not None and not dry:
                self._save_record(self._output)
        self._circulation.tell_of_changes(self.report.problems)
        if self._output is not None and not dry:
            self._circulation.record(self.report.problems)

    def standing(self, task: Task) -> list[Settled | None]:
        """What an earlier run has made of a task, by the record: for each format, None for none."""
        if self._output is None:
            return []
        return [self._output.standing(self._file(task, name)) for name in self._formats]

    @property
    def _formats(self) -> Sequence[Format]:
        return self._request.formats or self._workspace.settings.formats

    def _refused(self, letters: Mapping[str, Letter]) -> set[str]:
        """The letters that must not leave the house, since something in them is unresolved.

        A letter leaves in all of its languages or in none, so all are looked at.
        """
        refused: set[str] = set()
        for name, letter in letters.items():
            whole = replace(self._request, letters=(name,), locales=(), bilingual=None)
            trial = Generation(self._workspace, whole, None)
            for _ in trial.run(trial.tasks()):
                pass
            if trial.report.held_back:
                refused.add(name)
                self.report.problems.extend(trial.report.problems)
                locales = dict.fromkeys(locale for _, _, locale in trial.report.held_back if locale)
                self.report.problems.error(
                    f"`{name}` is not {self._request.version.stage}: something is unresolved in "
                    + (", ".join(f"`{locale}`" for locale in locales) or "the rows of its table"),
                    letter.origin,
                    "mend what is told, and every language is made",
                )
            elif self._is_in_flux(letter):
                refused.add(name)
            elif self._request.version.stage is Stage.EMBARGOED and letter.data.embargo is None:
                refused.add(name)
                self.report.problems.error(
                    f"`{name}` has no embargo", letter.origin, "give `embargo` in letter.yaml"
                )
        return refused

    def _is_in_flux(self, letter: Letter) -> bool:
        """Whether a quotation in it waits for its other languages, which is told."""
        found = False
        for part, agreement in agreements(self._workspace, letter, Diagnostics()):
            if agreement.in_flux:
                found = True
                named = " and ".join(f"`{key}`" for key in agreement.in_flux)
                where = "" if part is letter else f" in `{part.name}`"
                self.report.problems.error(
                    f"`{letter.name}` is not {self._request.version.stage}: {named}{where} changed"
                    " in some languages and not in others",
                    letter.origin,
                    f"change the others too, or `letterkit check {part.name} --agree`",
                )
        return found

    def _settle(self, letters: Mapping[str, Letter]) -> None:
        """Record what the quotations of these letters say, where nothing was held back."""
        held_back = {name for name, _, _ in self.report.held_back}
        for name, letter in letters.items():
            if name not in held_back:
                settle(self._workspace, letter, self.report.problems)

    def _save_record(self, output: OutputFolder) -> None:
        try:
            output.save_record()
        except OutputError as error:
            self.report.problems.add(error.diagnostic)

    def _tasks_of(self, name: str) -> list[Task]:
        problems = self.report.problems
        letter = self._workspace.letter(name, problems, dated=self._request.dated)
        if letter is None:
            self.report.held_back.append((name, "", ""))
            return []
        for _, agreement in agreements(self._workspace, letter, problems):
            problems.extend(agreement.findings)
            if agreement.recorded is None:
                self._unreadable.add(name)
        recipients = self._workspace.recipients(letter, problems, instead=self._request.addressees)
        if not recipients:
            self.report.held_back.append((name, "", ""))
        tasks: list[Task] = []
        for each in recipients:
            if each.row is not None:
                self.report.rows[name, str(each.name)] = each.row
            if self._request.bilingual:
                first, second = self._request.bilingual
                tasks.append(Task(letter, each, first, beside=second))
                continue
            locales = self._locales(letter, each)
            if each.row is not None and not each.whole and len(locales) > 1:
                self.report.held_back.append((name, str(each.name), ""))  # told once, not by locale
                continue
            tasks += [Task(letter, each, locale) for locale in locales]
        return tasks

    def _locales(self, letter: Letter, recipients: Recipients) -> Sequence[str]:
        """`--locale` goes before the letter's, these before the addressee's, then ours."""
        if self._request.locales:
            return self._request.locales
        if letter.data.locales and not letter.prefers_addressee:
            return tuple(dict.fromkeys(letter.data.locales))  # these know where they stand
        if recipients.locale:
            return (recipients.locale,)
        return self._workspace.settings.locales

    def _run_group(self, letter: Letter, tasks: Sequence[Task], *, dry: bool) -> Iterator[Task]:
        """One letter in one language (or two): a fault of its words holds back all of it."""
        problems = Diagnostics()
        edition = self._edition(letter, tasks[0], problems)
        circulated = [
            self._output is not None and self._circulation.refuses(letter, locale, problems)
            for locale in tasks[0].locales
        ]
        if any(circulated):
            edition = None
        self.report.problems.extend(problems)
        for task in tasks:
            if edition is None or not task.recipients.whole:
                self._hold_back(task)
            else:
                faulty = problems.has_errors or letter.name in self._unreadable
                self._run_task(task, edition, faulty=faulty, dry=dry)
            yield task

    def _edition(
        self, letter: Letter, task: Task, problems: Diagnostics
    ) -> Edition | BilingualEdition | None:
        version = self._request.version
        if task.beside:
            locales = (task.locale, task.beside)
            return bilingual_edition(self._workspace, letter, locales, version, problems)
        return edition(self._workspace, letter, task.locale, version, problems)

    def _run_task(
        self, task: Task, edition: Edition | BilingualEdition, *, faulty: bool, dry: bool
    ) -> None:
        """Make one document; of a `faulty` letter only to tell what else is wrong with it."""
        found = Diagnostics()
        made = edition.made(task.recipients, self._writers, found)
        faulty = faulty or found.has_errors
        contents = {} if faulty else self._contents(task, made, found)
        self.report.problems.extend(found)
        if faulty or found.has_errors:
            self._hold_back(task)
            return
        for document, profile in made.documents:
            self._circulation.see(task.letter, document)
            if self._see is not None:
                self._see(task, document, profile)
        for name, content in contents.items():
            self._put(task, name, content, dry=dry)

    def _contents(self, task: Task, made: Addressed, problems: Diagnostics) -> dict[Format, bytes]:
        """What goes into the files of a letter, by format."""
        return written(self._formats, made.write, task, problems)

    def _put(self, task: Task, name: Format, content: bytes, *, dry: bool) -> None:
        relative = self._file(task, name)
        if not self._claims(relative, task):
            self._hold_back(task)
            return
        if self._output is None:
            return
        put = self._output.settle if dry else self._output.write
        try:
            settled = put(relative, content)
        except OutputError as error:
            self.report.problems.add(error.diagnostic)
            self._hold_back(task)
            return
        self.report.made.append(
            Made(
                task.letter.name,
                str(task.recipients.name),
                task.languages,
                name,
                settled,
                task.combined,
            )
        )

    def _file(self, task: Task, name: Format) -> PurePosixPath:
        """Where a document stands in the output folder; no name leads out of it."""
        suffix = self._request.version.file_suffix
        locale = safe_file_name(task.languages)
        stem = f"{safe_file_name(task.recipients.name)}.{locale}{suffix}"
        return PurePosixPath(safe_file_name(task.letter.name), f"{stem}.{name}")

    def _claims(self, relative: PurePosixPath, task: Task) -> bool:
        """Whether no other document of this run has the file; told where one has.

        Windows and macOS take names that differ by their capitals alone for the same.
        """
        name = task.recipients.name
        owner = (task.letter.name, str(name))
        earlier = self._claimed.setdefault(str(relative).casefold(), owner)
        if earlier == owner:
            return True
        self.report.problems.error(
            f"`{'/'.join(owner)}` and `{'/'.join(earlier)}` would be one file, `{relative}`",
            name.origin if isinstance(name, DataText) else task.letter.origin,
            "give one of them another name",
        )
        return False

    def _hold_back(self, task: Task) -> None:
        self._circulation.hold_back(task.letter)
        held_back = (task.letter.name, str(task.recipients.name), task.languages)
        if held_back not in self.report.held_back[-1:]:  # once for all its formats
            self.report.held_back.append(held_back)


def written(
    formats: Sequence[Format],
    write: Callable[[Format], bytes],
    task: Task,
    problems: Diagnostics,
) -> dict[Format, bytes]:
    """What is written in each format; of those that cannot be written it is told why."""
    contents: dict[Format, bytes] = {}
    for name in formats:
        try:
            contents[name] = write(name)
        except LetterkitError as error:
            told = error.diagnostic
            problems.add(replace(told, origin=told.origin or task.letter.origin))
    return contents


def _grouped(tasks: Sequence[Task]) -> list[tuple[Letter, list[Task]]]:
    """Tasks by letter and language, in the order in which these first come."""
    groups: dict[tuple[str, str], tuple[Letter, list[Task]]] = {}
    for task in tasks:
        key = (task.letter.name, task.languages)
        groups.setdefault(key, (task.letter, []))[1].append(task)
    return list(groups.values())
