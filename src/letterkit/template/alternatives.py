"""The words that stand for a picture, for those who cannot see it; a decoration needs none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.document import plain_text
from letterkit.template.nodes import expressions_in

if TYPE_CHECKING:
    from letterkit.document import Inline

DECORATION = "decoration"
"""The title that says of a picture that it shows nothing: `![](line.png "decoration")`."""


def says_something(alternative_text: tuple[Inline, ...]) -> bool:
    """Whether there are words; an expression may always give some."""
    if plain_text(alternative_text).strip():
        return True
    return next(expressions_in(alternative_text), None) is not None


def words_lacking(path: str) -> tuple[str, str]:
    """What is told of a picture without words, as message and hint."""
    hint = (
        f"write what it shows in its brackets, as in `![the gate of the clinic]({path})`, or say"
        f' that it is a mere decoration: `![]({path} "{DECORATION}")`'
    )
    return f"the picture `{path}` says nothing to those who cannot see it", hint
