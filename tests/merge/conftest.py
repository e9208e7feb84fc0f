from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.workspaces import make_workspace

from letterkit.diagnostics import Diagnostics
from letterkit.letter.version import WORKING
from letterkit.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from letterkit.document import Document
    from letterkit.letter.version import Version
    from letterkit.merge.assembly import Assembly

LETTER = "appeal"


class Merged:
    """The letter of a small workspace, put together in one language."""

    def __init__(self, root: Path, locale: str, version: Version = WORKING) -> None:
        self.problems = Diagnostics()
        self.workspace = Workspace(root, self.problems)
        letter = self.workspace.letter(LETTER, self.problems)
        assert letter is not None, list(self.problems)
        assembly = self.workspace.assembly(letter, locale, self.problems, version=version)
        assert assembly is not None, list(self.problems)
        self.assembly: Assembly = assembly
        self.recipients = self.workspace.recipients(letter, self.problems)
        self._locale = locale

    def document(self, number: int = 0) -> Document:
        """The document for one of the recipients; what is found is added to `problems`."""
        profile = self.workspace.profile(self._locale, self.problems)
        assert profile is not None
        views = self.workspace.recipient_views(self.recipients[number], profile, self.problems)
        return self.assembly.document(views, self.problems)

    @property
    def told(self) -> list[str]:
        """What was found: place and message."""
        return [f"{found.origin}: {found.message}" for found in self.problems.sorted()]


@pytest.fixture
def merged(tmp_path: Path) -> Callable[..., Merged]:
    """Puts together a letter whose parts, words and data are given."""

    def merge(
        words: str,
        *,
        parts: str = "[body]",
        data: str = "",
        variables: str = "{}",
        locale: str = "en",
        files: dict[str, str | bytes] | None = None,
        version: Version = WORKING,
    ) -> Merged:
        root = make_workspace(
            tmp_path,
            {
                "letters/appeal/letter.yaml": (
                    f"template: appeal\ndate: 2020-03-04\nlocales: [{locale}]\n{data}"
                    "consent: elsewhere\n"
                ),
                f"letters/appeal/{locale}.md": words,
                "templates/appeal/template.yaml": f"variables: {variables}\nparts: {parts}\n",
                "templates/appeal/en.md": None,
                "templates/appeal/ar.md": None,
                "templates/appeal/tr.md": None,
                **(files or {}),
            },
        )
        return Merged(root, locale, version)

    return merge
