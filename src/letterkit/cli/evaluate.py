"""`letterkit eval`: what an expression prints in a language."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letterkit.cli.terminal import show
from letterkit.diagnostics import Diagnostics, Origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from letterkit.template.expressions import ExpressionEnvironment


@click.command()
@click.argument("expressions", nargs=-1, required=True)
@click.option("--locale", default="en", show_default=True, help="The language to print in.")
@click.option(
    "--data",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A YAML file whose keys are names that expressions may use.",
)
@click.pass_context
def command(
    context: click.Context, expressions: tuple[str, ...], locale: str, data: Path | None
) -> None:
    r"""Print what each of EXPRESSIONS gives, one result a line.

    `-` reads expressions from standard input, one a line. A faulty one gives an empty line and is
    told on stderr.

    \b
    letterkit eval --locale tr "'Ankara' | dative"
    letterkit eval --locale ar-SY "'2016-02-24' | date"
    """
    from letterkit.language.profile import load_profile
    from letterkit.sources.nodes import DataMapping
    from letterkit.sources.yaml import load_yaml
    from letterkit.template.expressions import ExpressionEnvironment
    from letterkit.workspace import LOCALES_FOLDER, find_root

    problems = Diagnostics()
    root = find_root(context.obj or Path.cwd())
    profile = load_profile(locale, [root / LOCALES_FOLDER] if root else [], problems)
    names = load_yaml(data, problems) if data else None
    if names is not None and not isinstance(names, DataMapping):
        problems.error("the data file is not a mapping", Origin(str(data)), "write `name: value`")
    show(problems)
    if profile is None or problems.has_errors:
        context.exit(1)
    environment = ExpressionEnvironment(profile)
    values: dict[str, object] = {}
    if isinstance(names, DataMapping):
        values = {str(name): value for name, value in names.items()}
    faulty = False
    for source, origin in _lines(expressions):
        printed, found = _evaluated(environment, source, origin, values)
        sys.stdout.write(f"{printed}\n")
        if found:
            faulty = True
            sys.stdout.flush()
            show(found)
    context.exit(1 if faulty else 0)


def _lines(expressions: Iterable[str]) -> Iterator[tuple[str, Origin]]:
    for number, expression in enumerate(expressions, start=1):
        if expression != "-":
            yield expression, Origin(f"<argument {number}>")
            continue
        for line, data in enumerate(sys.stdin.buffer, start=1):
            # What is not UTF-8 is shown with U+FFFD, which no expression can hold outside a text.
            text = data.decode("utf-8", errors="replace")
            yield text.rstrip("\r\n"), Origin("<stdin>", line)


def _evaluated(
    environment: ExpressionEnvironment, source: str, origin: Origin, values: dict[str, object]
) -> tuple[str, Diagnostics]:
    """The result as one line, empty where the expression is faulty, and what was found."""
    from letterkit.diagnostics import LetterkitError
    from letterkit.document import plain_text

    problems = Diagnostics()
    expression = environment.compile(source, origin, problems)
    if expression is None:
        return "", problems
    try:
        text = plain_text(expression.inlines(values))
    except LetterkitError as error:
        problems.add(error.diagnostic)
        return "", problems
    return " ".join(text.splitlines()), problems
