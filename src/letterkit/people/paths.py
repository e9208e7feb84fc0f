"""Names of files in a user's data, none of which leads out of its folder."""

from __future__ import annotations

from pathlib import PureWindowsPath
from typing import Annotated

from pydantic import PlainValidator

from letterkit.sources.nodes import DataText
from letterkit.sources.schema import excerpt, fault, origin_of


def _path(node: object) -> DataText:
    if not isinstance(node, DataText) or not node.strip():
        raise fault(f"`{excerpt(node)}` is no path", "as in `pictures/rose.png`", origin_of(node))
    path = PureWindowsPath(node)  # which knows slashes of both kinds, and drives
    if path.anchor or ".." in path.parts:
        raise fault(
            f"`{excerpt(node)}` leads out of this workspace",
            "write its path from the folder of letterkit.yaml on",
            origin_of(node),
        )
    return node


def _file_name(node: object) -> DataText:
    if isinstance(node, DataText) and node.strip() and PureWindowsPath(node).name == node:
        return node
    raise fault(
        f"`{excerpt(node)}` is no name of a file",
        "as in `rose.png`; `logos` in letter.yaml names its folder",
        origin_of(node),
    )


WorkspacePath = Annotated[DataText, PlainValidator(_path)]
"""A file or a folder of the workspace, by its path from there."""

FileName = Annotated[DataText, PlainValidator(_file_name)]
"""A file by its name alone; another field says in which folder it is."""
