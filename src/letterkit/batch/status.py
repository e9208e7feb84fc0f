"""What is open in a workspace: each letter, its languages, and what each of them waits for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from letterkit.batch.files import Action, OutputError, OutputFolder
from letterkit.batch.generation import Generation, Request
from letterkit.diagnostics import Severity
from letterkit.workspace import OUTPUT_FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letterkit.batch.files import Settled
    from letterkit.batch.generation import Task
    from letterkit.workspace import Workspace


class State(StrEnum):
    """What a letter in one language waits for; of several documents the first of these counts."""

    WORDS = "waits for its words"
    MENDING = "has problems"
    GENERATING = "is ready to be generated"
    BESIDE = "is generated beside a file that was edited by hand"
    NOTHING = "is generated"


@dataclass(frozen=True, slots=True)
class LetterStatus:
    """One letter: for each of its languages what it waits for; none where its data is faulty."""

    name: str
    states: dict[str, State]
    problems: int


def status(workspace: Workspace, letters: Iterable[str]) -> list[LetterStatus]:
    """Each of these letters, as it stands against what was generated.

    Of each language one document is made, which tells how its words are; of the others it is
    asked whether they have been made, not whether they would be the same again.
    """
    return [_status_of(name, workspace) for name in letters]


def _status_of(name: str, workspace: Workspace) -> LetterStatus:
    output = OutputFolder(workspace.root / OUTPUT_FOLDER)
    generation = Generation(workspace, Request(letters=(name,)), output)
    tasks = generation.tasks()
    tried: dict[str, Task] = {}
    for task in tasks:
        if task.locale not in tried or not tried[task.locale].recipients.whole:
            tried[task.locale] = task
    for _ in generation.run(list(tried.values()), dry=True):
        pass
    report = generation.report
    errors = sum(found.severity is Severity.ERROR for found in report.problems)
    letter = tasks[0].letter if tasks else None
    begun = workspace.begun_locales(letter) if letter else set()
    found: dict[str, set[State]] = {locale: set() for locale in tried}
    for _, _, locale in report.held_back:
        bare = not begun & {locale, locale.partition("-")[0]}
        found.setdefault(locale, set()).add(State.WORDS if bare else State.MENDING)
    for made in report.made:
        found[made.locale].add(_state_of(made.settled))
    for task in tasks:
        if task is not tried[task.locale]:
            found[task.locale] |= _by_the_record(task, generation)
    order = list(State)
    states = {
        locale: min(found[locale], key=order.index, default=State.NOTHING) for locale in tried
    }
    return LetterStatus(name, states, errors)


def _by_the_record(task: Task, generation: Generation) -> set[State]:
    """What is known of a document without making it."""
    if not task.recipients.whole:
        return {State.MENDING}
    try:
        return {_state_of(settled) for settled in generation.standing(task)}
    except OutputError:
        return {State.MENDING}


def _state_of(settled: Settled | None) -> State:
    if settled is None or settled.action is not Action.UNCHANGED:
        return State.GENERATING
    return State.NOTHING if settled.kept is None else State.BESIDE
