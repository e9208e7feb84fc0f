"""What one more letter costs: the open letter as a Word file on disk, beside other tools.

All make the same letter, from the same slim base document, in one run, each warmed up first:

- the floor: `document.xml` deflated, the other parts copied as deflated bytes, one write;
- letterkit: merged for one more addressee, with all its checks, written whole or not at all;
- docxtpl and docx-mailmerge2: the same letter with a field for each name, saved once more.

Figures are ratios to the floor. Run it with `make benchmark`.
"""

from __future__ import annotations

import argparse
import gc
import io
import re
import statistics
import struct
import tempfile
import time
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from letterkit.batch.files import OutputFolder
from letterkit.diagnostics import Diagnostics
from letterkit.people.localized import LocalizedText
from letterkit.sources.nodes import DataText
from letterkit.workspace import Workspace
from letterkit.writers.docx import DocxWriter

if TYPE_CHECKING:
    from collections.abc import Callable

REPOSITORY = Path(__file__).parents[1]
LETTER = "2016-02-24-president-putin"
LOCALE = "en"
DOCUMENT = "word/document.xml"


def letterkit_maker(folder: Path) -> tuple[Callable[[int], None], bytes]:
    """Makes one more letter of the workspace; also gives the bytes of the first."""
    problems = Diagnostics()
    workspace = Workspace(REPOSITORY, problems)
    letter = workspace.letter(LETTER, problems)
    assert letter is not None
    assembly = workspace.assembly(letter, LOCALE, problems)
    profile = workspace.profile(LOCALE, problems)
    assert assembly is not None
    assert profile is not None
    assert not problems.has_errors, list(problems)
    (recipients,) = workspace.recipients(letter, problems)
    writer = DocxWriter(profile)
    output = OutputFolder(folder / "letterkit")

    ((identity, addressee),) = recipients.addressees
    name = addressee.name
    assert name is not None

    def make(number: int) -> None:
        found = Diagnostics()
        # Another name each time, as in a mailing: nothing that depends on it is remembered.
        said = DataText(f"{name.anywhere()[1]} {number}", name.origin)
        other = addressee.model_copy(update={"name": LocalizedText({"": said}, name.origin)})
        one = replace(recipients, addressees=((identity, other),))
        views = workspace.recipient_views(one, profile, found)
        document = assembly.document(views, found)
        assert not found.has_errors
        output.write(PurePosixPath(f"{number}.docx"), writer.write(document))

    views = workspace.recipient_views(recipients, profile, problems)
    document = assembly.document(views, problems)
    return make, writer.write(document)


def floor_maker(letter: bytes, folder: Path) -> Callable[[int], None]:
    """Deflates the body, copies the rest, writes once: what any tool must at least do."""
    archive = zipfile.ZipFile(io.BytesIO(letter))
    body = archive.read(DOCUMENT)
    name = DOCUMENT.encode()
    copied = io.BytesIO()
    with zipfile.ZipFile(copied, "w", zipfile.ZIP_DEFLATED) as others:
        for item in archive.infolist():
            if item.filename != DOCUMENT:
                others.writestr(item, archive.read(item), zipfile.ZIP_DEFLATED)
    directory_start = others.start_dir
    parts, directory = copied.getvalue()[:directory_start], copied.getvalue()[directory_start:-22]
    count = len(others.infolist()) + 1
    target = folder / "floor"
    target.mkdir()

    def make(number: int) -> None:
        compressor = zlib.compressobj(6, zlib.DEFLATED, -15)
        packed = compressor.compress(body) + compressor.flush()
        sizes = (zlib.crc32(body), len(packed), len(body), len(name))
        local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 33, *sizes, 0) + name + packed
        entry = struct.pack(
            "<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 8, 0, 33, *sizes, 0, 0, 0, 0, 0, len(parts)
        )
        central = directory + entry + name
        start = len(parts) + len(local)
        end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, len(central), start, 0)
        (target / f"{number}.docx").write_bytes(b"".join((parts, local, central, end)))

    make(0)
    with zipfile.ZipFile(target / "0.docx") as made:
        assert made.testzip() is None
        assert made.read(DOCUMENT) == body
    return make


def fielded(letter: bytes, field: Callable[[int], str]) -> tuple[bytes, list[str]]:
    """The letter with a field in the place of each name that is set in bold, and those names."""
    names: list[str] = []

    def replace(match: re.Match[str]) -> str:
        names.append(match[2])
        return match[1] + field(len(names) - 1) + match[3]

    source = zipfile.ZipFile(io.BytesIO(letter))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            data = source.read(item)
            if item.filename == DOCUMENT:
                run = re.compile(
                    r"(<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*<w:b/>(?:(?!</w:rPr>).)*"
                    r"</w:rPr>))<w:t(?: [^>]*)?>([^<]*)</w:t>(</w:r>)"
                )
                data = run.sub(replace, data.decode()).encode()
            target.writestr(item, data)
    return made.getvalue(), names


def docxtpl_maker(letter: bytes, folder: Path) -> Callable[[int], None]:
    """The same letter by docxtpl."""
    from docxtpl import DocxTemplate

    source, names = fielded(
        letter, lambda number: f'<w:t xml:space="preserve">{{{{ name_{number} }}}}</w:t>'
    )
    context = {f"name_{number}": name for number, name in enumerate(names)}
    target = folder / "docxtpl"
    target.mkdir()

    def make(number: int) -> None:
        template = DocxTemplate(io.BytesIO(source))
        template.render(context, autoescape=False)
        template.save(target / f"{number}.docx")

    return make


def mailmerge_maker(letter: bytes, folder: Path) -> Callable[[int], None]:
    """The same letter by docx-mailmerge2."""
    from mailmerge import MailMerge

    field = (
        '<w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
        "MERGEFIELD name_{number} </w:instrText></w:r><w:r>"
        '<w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>x</w:t></w:r><w:r>'
        '<w:fldChar w:fldCharType="end"/>'
    )
    source, names = fielded(letter, lambda number: field.replace("{number}", str(number)))
    context = {f"name_{number}": name for number, name in enumerate(names)}
    target = folder / "mailmerge"
    target.mkdir()

    def make(number: int) -> None:
        with MailMerge(io.BytesIO(source)) as document:
            document.merge(**context)
            document.write(target / f"{number}.docx")

    return make


def timed(make: Callable[[int], None], first: int, runs: int) -> float:
    """The mean of several runs, in seconds."""
    gc.collect()
    started = time.perf_counter()
    for number in range(first, first + runs):
        make(number)
    return (time.perf_counter() - started) / runs


def main() -> None:
    """Time the tools in turn, several rounds, and print the median of each as a ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--runs", type=int, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        letterkit, letter = letterkit_maker(folder)
        makers = {
            "floor": (floor_maker(letter, folder), options.runs),
            "letterkit": (letterkit, options.runs),
            "docx-mailmerge2": (mailmerge_maker(letter, folder), max(options.runs // 20, 1)),
            "docxtpl": (docxtpl_maker(letter, folder), max(options.runs // 20, 1)),
        }
        seconds: dict[str, list[float]] = {tool: [] for tool in makers}
        for make, _ in makers.values():
            make(1)
        for round_number in range(options.rounds):
            for tool, (make, runs) in makers.items():
                seconds[tool].append(timed(make, 10 + round_number * runs, runs))
    floors = seconds["floor"]
    print("one more letter, written to a file; × the floor of the same round (median)")
    for tool, times in seconds.items():
        ratios = [one / floor for one, floor in zip(times, floors, strict=True)]
        milliseconds = statistics.median(times) * 1000
        print(f"{tool:16} {statistics.median(ratios):7.1f} ×   {milliseconds:8.3f} ms")


if __name__ == "__main__":
    main()
