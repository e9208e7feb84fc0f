"""The direction of data: a text of a language runs as its language does, however it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bidi import get_display
from tests.workspaces import make_workspace, plain_letter

from letterkit.language.bidi import LRI, PDI, RLI, without_controls

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

VARIABLES = """\
  title: {en: "حلب: hospital strike!", ar: "Reuters: خبر!"}
  name: {en: دار البحر, ar: Harbour Press}
"""
WORDS = "{{ title }}\n\n{first} {{ title }} {{ title | quote }} {{ title | upper }} {{ name }}.\n"


@pytest.mark.parametrize(
    ("locale", "first", "opening", "name_opening", "shown"),
    [("en", "See", LRI, RLI, "بلح: hospital strike!"), ("ar", "انظر", RLI, LRI, "!ربخ :Reuters")],
)
def test_a_title_runs_as_its_language_does_and_a_foreign_name_as_its_script(
    tmp_path: Path,
    letterkit: Run,
    locale: str,
    first: str,
    opening: str,
    name_opening: str,
    shown: str,
) -> None:
    root = make_workspace(
        tmp_path,
        {
            "letters/appeal/letter.yaml": plain_letter(VARIABLES, locale),
            f"letters/appeal/{locale}.md": WORDS.replace("{first}", first),
        },
    )
    letterkit(root, "generate", "--format", "txt")
    (path,) = (root / "out").rglob(f"*.{locale}.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    alone = next(line for line in lines if without_controls(line).startswith(("حلب", "Reuters")))
    assert without_controls(str(get_display(alone))) == shown
    within = next(line for line in lines if line.startswith(first))
    assert within.count(opening) == 3
    assert within.count(name_opening) == 1
    assert within.count(PDI) == within.count(LRI) + within.count(RLI)
