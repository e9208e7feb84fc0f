"""Finds every problem of a workspace: all letters, all languages, all addressees at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.batch.generation import Generation, Request
from letterkit.diagnostics import Diagnostics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.workspace import Workspace


def check(workspace: Workspace, letters: Sequence[str], locales: Sequence[str]) -> Diagnostics:
    """All that is wrong with these letters; without any named, with all that is in the workspace.

    Everything is made as `generate` makes it, and nothing is written.
    """
    problems = Diagnostics()
    if not letters:
        workspace.check_unused(problems)
    request = Request(
        letters=tuple(letters or workspace.letter_names(problems)), locales=tuple(locales)
    )
    generation = Generation(workspace, request, None)
    for _ in generation.run(generation.tasks()):
        pass
    problems.extend(generation.report.problems)
    return problems
