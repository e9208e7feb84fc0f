"""What a signatory costs: 10,000 of them in one letter, from YAML and from a workbook.

Reading a list, and making the Word file of a letter that names everybody in it, are timed apart, in
microseconds a signatory, for 2,500 and for 10,000 of them: what is linear costs the same. In the
same run docxtpl makes a paragraph for each of the same names, the names already in its hands.
Run it with `make benchmark`.
"""

from __future__ import annotations

import argparse
import gc
import io
import statistics
import tempfile
import time
import zipfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from docxtpl import DocxTemplate
from openpyxl import Workbook

from letterkit.diagnostics import Diagnostics
from letterkit.workspace import Workspace
from letterkit.writers.docx import DocxWriter

if TYPE_CHECKING:
    from collections.abc import Callable

FEW, MANY = 2_500, 10_000
LETTER = """\
date: 2026-03-04
signatories: {list}
consent: elsewhere
locales: [en]
"""
WORDS = "We write on behalf of {{ signatories | counted }}.\n"


def workspace_in(folder: Path, count: int) -> Path:
    """A workspace whose letters `yaml` and `xlsx` are signed by so many organisations."""
    folder.mkdir()
    (folder / "letterkit.yaml").write_text("organisation: {name: Rosewater Trust}\nlocales: [en]\n")
    names = [f"Garden {number:05}" for number in range(count)]
    lists = folder / "signatories"
    lists.mkdir()
    (lists / "from-yaml.yaml").write_text("".join(f"- organisation: {name}\n" for name in names))
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    sheet.append(["Organisation"])
    for name in names:
        sheet.append([name])
    book.save(lists / "from-xlsx.xlsx")
    for name, listed in (("yaml", "from-yaml"), ("xlsx", "from-xlsx.xlsx")):
        letter = folder / "letters" / name
        letter.mkdir(parents=True)
        (letter / "letter.yaml").write_text(LETTER.format(list=f"[{listed}]"))
        (letter / "en.md").write_text(WORDS)
    return folder


def read(root: Path, name: str) -> Workspace:
    """A workspace that has read the list of a letter."""
    problems = Diagnostics()
    workspace = Workspace(root, problems)
    letter = workspace.letter(name, problems)
    assert letter is not None
    (found,) = workspace.signing.lists(letter, problems)
    assert sum(len(group.signatories) for group in found.groups) in {FEW, MANY}
    assert not problems.has_errors, list(problems)
    return workspace


def make(workspace: Workspace, name: str) -> bytes:
    """The Word file of a letter whose list has been read."""
    problems = Diagnostics()
    letter = workspace.letter(name, problems)
    assert letter is not None
    assembly = workspace.assembly(letter, "en", problems)
    profile = workspace.profile("en", problems)
    assert assembly is not None
    assert profile is not None
    document = assembly.document((), problems)
    assert not problems.has_errors, list(problems)
    return DocxWriter(profile).write(document)


def docxtpl_maker(count: int) -> Callable[[], bytes]:
    """Makes a paragraph for each of so many names by docxtpl."""
    source = docx.Document()
    for line in ("{%p for name in names %}", "{{ name }}", "{%p endfor %}"):
        source.add_paragraph(line)
    stream = io.BytesIO()
    source.save(stream)
    names = [f"Garden {number:05}" for number in range(count)]

    def make_one() -> bytes:
        template = DocxTemplate(io.BytesIO(stream.getvalue()))
        template.render({"names": names}, autoescape=True)
        made = io.BytesIO()
        template.save(made)
        return made.getvalue()

    return make_one


def microseconds(run: Callable[[], object], count: int, rounds: int) -> float:
    """The median of several runs, for each signatory."""
    times = []
    for _ in range(rounds):
        gc.collect()
        gc.disable()  # as `timeit` does: when it runs is chance, and both tools are spared it
        started = time.perf_counter()
        run()
        times.append(time.perf_counter() - started)
        gc.enable()
    return statistics.median(times) / count * 1e6


def main() -> None:
    """Time both sizes and print them side by side."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    rows: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for count in (FEW, MANY):
            root = workspace_in(Path(folder) / str(count), count)
            runs: dict[str, Callable[[], object]] = {}
            for name in ("yaml", "xlsx"):
                workspace = read(root, name)
                made = make(workspace, name)
                with zipfile.ZipFile(io.BytesIO(made)) as package:
                    assert f"Garden {count - 1:05}".encode() in package.read("word/document.xml")
                runs[f"read from {name}"] = partial(read, root, name)
                runs[f"make, read from {name}"] = partial(make, workspace, name)
            runs["docxtpl, make"] = docxtpl_maker(count)
            for name, run in runs.items():
                rows.setdefault(name, []).append(microseconds(run, count, options.rounds))
    print(f"µs a signatory                {FEW:>8,} {MANY:>8,}   × docxtpl")
    for name, (few, many) in rows.items():
        print(f"{name:28}  {few:8.1f} {many:8.1f}   {many / rows['docxtpl, make'][1]:8.2f}")


if __name__ == "__main__":
    main()
