"""The sample letters are what a person has looked at: compared part by part with tests/golden.

`pytest tests/samples --renew-golden` renews the golden files. Look at the rendered pages first.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from tests.samples.conftest import generate_samples

from letterkit.ooxml.reading import read_package

if TYPE_CHECKING:
    import pytest

GOLDEN = Path(__file__).parents[1] / "golden"

# The parts that say something; the others are the base document's, which tests/ooxml holds.
TELLING = re.compile(r"word/(document|header[12]|footer1)\.xml|docProps/(core|custom)\.xml")
LINE_END = re.compile(rb"(</w:p>|</w:tr>|</w:sectPr>)")


def parts_of(samples: dict[str, bytes]) -> dict[str, bytes]:
    """Plain text as it is, each part of a Word file on its own, one element of text a line."""
    found: dict[str, bytes] = {}
    for name, data in samples.items():
        if not name.endswith(".docx"):
            found[name] = data
            continue
        for part, content in read_package(data, name).items():
            if TELLING.fullmatch(part):
                found[f"{name}/{part}"] = LINE_END.sub(rb"\1\n", content)
    return found


def golden_files() -> dict[str, bytes]:
    return {
        path.relative_to(GOLDEN).as_posix(): path.read_bytes()
        for path in sorted(GOLDEN.rglob("*"))
        if path.is_file()
    }


def renew(parts: dict[str, bytes]) -> None:
    for name in golden_files():
        (GOLDEN / name).unlink()
    for name, content in parts.items():
        path = GOLDEN / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def test_the_sample_letters_are_the_golden_ones(
    samples: dict[str, bytes], request: pytest.FixtureRequest
) -> None:
    parts = parts_of(samples)
    if request.config.getoption("--renew-golden"):
        renew(parts)
    golden = golden_files()
    assert sorted(parts) == sorted(golden)
    for name, content in parts.items():
        assert content.decode().splitlines() == golden[name].decode().splitlines(), name


def test_the_same_input_gives_the_same_bytes(samples: dict[str, bytes], tmp_path: Path) -> None:
    assert generate_samples(tmp_path) == samples
