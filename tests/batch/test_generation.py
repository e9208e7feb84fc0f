"""A run over a workspace that is stopped before its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.workspaces import make_workspace

from letterkit.batch.files import Action, OutputFolder
from letterkit.batch.generation import Generation, Request
from letterkit.diagnostics import Diagnostics
from letterkit.merge.assembly import Assembly
from letterkit.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from letterkit.document import Document


def begun(root: Path) -> Generation:
    workspace = Workspace(root, Diagnostics())
    return Generation(workspace, Request(letters=("appeal",)), OutputFolder(root / "out"))


def actions_after_a_change(root: Path) -> list[Action]:
    """What becomes of the same files when the words have changed: none counts as edited."""
    (root / "letters" / "appeal" / "en.md").write_text("{{ houses }} houses, then.\n")
    again = begun(root)
    for _ in again.run(again.tasks()[:1]):
        pass
    return [made.settled.action for made in again.report.made]


def test_the_record_is_kept_of_a_run_that_is_interrupted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_workspace(tmp_path)
    make = Assembly.document
    made: list[object] = []

    def interrupted(self: Assembly, *arguments: object) -> Document:
        if made:
            raise KeyboardInterrupt
        made.append(self)
        return make(self, *arguments)  # type: ignore[arg-type]  # whatever it is called with

    monkeypatch.setattr(Assembly, "document", interrupted)
    generation = begun(root)
    with pytest.raises(KeyboardInterrupt):
        list(generation.run(generation.tasks()))
    monkeypatch.undo()
    assert actions_after_a_change(root) == [Action.WRITTEN, Action.WRITTEN]


def test_the_record_is_kept_of_a_run_that_nobody_goes_on_with(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    generation = begun(root)
    run = generation.run(generation.tasks())
    next(run)
    run.close()  # type: ignore[attr-defined]  # it is a generator
    assert actions_after_a_change(root) == [Action.WRITTEN, Action.WRITTEN]
