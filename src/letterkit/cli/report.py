"""`letterkit check --report FILE`: all that was found, as a page to read or as data."""

from __future__ import annotations

import html
import json
from itertools import groupby
from typing import TYPE_CHECKING

import click

from letterkit.cli.terminal import as_json, count_of, readable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from letterkit.diagnostics import Diagnostic

_STYLE = """\
body { font-family: sans-serif; line-height: 1.4; margin: 2em auto; max-width: 60em }
table { border-collapse: collapse; width: 100% }
td { border-top: 1px solid #ccc; padding: .3em .6em; vertical-align: top }
td:first-child, td:nth-child(2) { white-space: nowrap }
.error { color: #a00 } .warning { color: #850 } .note { color: #057 }
.hint { color: #444 }
"""


def report_kind(
    _context: click.Context, _parameter: click.Parameter, path: Path | None
) -> Path | None:
    """The path of a report, whose name must say what it is."""
    if path is not None and path.suffix not in {".html", ".json"}:
        raise click.BadParameter(f"`{path.name}` must end in `.html` or `.json`")
    return path


def write_report(path: Path, found: Sequence[Diagnostic]) -> None:
    """Write what was found, in the order given. Raises `OutputError` where that cannot be done."""
    from letterkit.batch.files import write_whole

    text = _as_page(found) if path.suffix == ".html" else _as_data(found)
    write_whole(path, text.encode())


def _as_data(found: Sequence[Diagnostic]) -> str:
    return json.dumps([as_json(each) for each in found], ensure_ascii=False, indent=2) + "\n"


def _as_page(found: Sequence[Diagnostic]) -> str:
    """A page of its own, file by file; what runs the other way is isolated."""
    sections = []
    for path, diagnostics in groupby(found, lambda each: each.origin.path if each.origin else ""):
        rows = "\n".join(map(_row, diagnostics))
        heading = f"<h2>{_words(path)}</h2>\n" if path else "<h2>Elsewhere</h2>\n"
        sections.append(f"{heading}<table>\n{rows}\n</table>")
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>What letterkit check found</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>What <code>letterkit check</code> found</h1>\n"
        f"<p>{count_of(found) or 'No problems found'}.</p>\n"
        + "\n".join(sections)
        + "\n</body>\n</html>\n"
    )


def _row(diagnostic: Diagnostic) -> str:
    place = f"{diagnostic.origin.line}:{diagnostic.origin.column}" if diagnostic.origin else ""
    hint = f'<br><span class="hint">{_words(diagnostic.hint)}</span>' if diagnostic.hint else ""
    return (
        f'<tr><td>{place}</td><td class="{diagnostic.severity}">{diagnostic.severity}</td>'
        f"<td>{_words(diagnostic.message)}{hint}</td></tr>"
    )


def _words(text: str) -> str:
    """Text for a page: what stands in backquotes as a stretch with a direction of its own."""
    pieces = html.escape(readable(text).translate(_WITHOUT_ISOLATES)).split("`")
    if len(pieces) % 2 == 0:  # a backquote alone
        return "`".join(pieces)
    return "".join(
        f'<code dir="auto">{piece}</code>' if number % 2 else piece
        for number, piece in enumerate(pieces)
    )


_WITHOUT_ISOLATES = {ord(mark): None for mark in "\u2066\u2067\u2068\u2069"}
