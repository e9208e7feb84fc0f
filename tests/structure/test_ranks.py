"""The rooms of the program stand in ranks, and a file imports only from lower ones."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import letterkit

PACKAGE = Path(letterkit.__file__).parent

RANKS: dict[str, int] = {
    "diagnostics": 1,
    "document": 2,
    "sources": 2,
    "ooxml": 2,
    "language": 3,
    "people": 4,
    "template": 4,
    "letter": 5,
    "letterhead": 5,
    "merge": 6,
    "writers": 6,
    "readers": 6,
    "workspace": 7,
    "starter": 8,
    "batch": 8,
    "proofreading": 8,
    "review": 8,
    "translation": 8,
    "register": 8,
    "cli": 9,
    "__main__": 10,
}

FILES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FILE = 400  # lines, with the docstrings


def module_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(path) for path in FILES}


def imported_modules(path: Path) -> set[str]:
    """Letterkit's own modules that a file imports, wherever in the file the import stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            base = node.module or ""
            submodules = {f"{base}.{alias.name}" for alias in node.names}
            known = {name for name in submodules if name.removeprefix("letterkit.") in MODULES}
            found |= known or {base}
    return {
        name.removeprefix("letterkit").removeprefix(".")
        for name in found
        if name == "letterkit" or name.startswith("letterkit.")
    }


def room(module: str) -> str:
    return module.split(".", maxsplit=1)[0]


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_a_file_imports_only_from_lower_ranks_or_its_own_room(path: Path) -> None:
    here = room(module_of(path))
    if not here:
        return
    for module in imported_modules(path):
        there = room(module)
        if not there:  # the version, in letterkit/__init__.py, which imports nothing
            continue
        assert there == here or RANKS[there] < RANKS[here], f"{path} imports {module}"


def test_every_room_has_a_rank() -> None:
    assert {room(module) for module in MODULES} - {"", "__main__"} <= set(RANKS)


def test_no_room_has_a_circle_inside() -> None:
    graph = {
        module_of(path): {
            name
            for name in imported_modules(path)
            if room(name) == room(module_of(path)) and name != module_of(path)
        }
        for path in FILES
    }
    TopologicalSorter(graph).prepare()


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_a_file_is_short_enough_to_read_at_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
