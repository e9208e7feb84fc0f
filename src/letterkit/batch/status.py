"""What is open in a workspace: each letter, its languages, and what each of them waits for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from letterkit.batch.files import Action, OutputFolder
from letterkit.batch.generation import Generation, Request
from letterkit.diagnostics import Severity
from letterkit.workspace import OUTPUT_FOLDER

if TYPE_CHECKING:
    from letterkit.workspace import Workspace


class State(StrEnum):
    """What a letter in one language waits for."""

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


def status(workspace: Workspace) -> list[LetterStatus]:
    """Every letter of the workspace, as it stands against what was generated."""
    return [_status_of(name, workspace) for name in workspace.letter_names()]


def _status_of(name: str, workspace: Workspace) -> LetterStatus:
    output = OutputFolder(workspace.root / OUTPUT_FOLDER)
    generation = Generation(workspace, Request(letters=(name,)), output)
    tasks = generation.tasks()
    for _ in generation.run(tasks, dry=True):
        pass
    report = generation.report
    errors = sum(found.severity is Severity.ERROR for found in report.problems)
    letter = tasks[0].letter if tasks else None
    begun = workspace.begun_locales(letter) if letter else set()
    held_back = {locale for _, _, locale in report.held_back}
    changed = {made.locale for made in report.made if made.settled.action is not Action.UNCHANGED}
    beside = {made.locale for made in report.made if made.settled.kept is not None}
    states: dict[str, State] = {}
    for locale in dict.fromkeys(task.locale for task in tasks):
        if locale in held_back:
            bare = not begun & {locale, locale.partition("-")[0]}
            states[locale] = State.WORDS if bare else State.MENDING
        elif locale in changed:
            states[locale] = State.GENERATING
        elif locale in beside:
            states[locale] = State.BESIDE
        else:
            states[locale] = State.NOTHING
    return LetterStatus(name, states, errors)
