"""`letterkit eval`: what an expression prints in a language."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letterkit.cli.opening import wrong_name
from letterkit.cli.terminal import result, show
from letterkit.diagnostics import Diagnostics, Origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from letterkit.language.profile import Profile
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
    """Print what each of EXPRESSIONS gives, one result a line.

    `-` reads expressions from standard input, one a line. A faulty one gives an empty line and is
    told on stderr.

    \b
    letterkit eval --locale tr "'Ankara' | dative"
    letterkit eval --locale ar-SY "'2016-02-24' | date"
    """  # noqa: D301 - `\b` is the character by which click leaves lines as they are
    from letterkit.language.locale_file import is_locale_name, normalized
    from letterkit.language.profile import known_locales, load_profile
    from letterkit.template.expressions import ExpressionEnvironment
    from letterkit.workspace import LOCALES_FOLDER, find_root

    problems = Diagnostics()
    root = find_root(context.obj or Path.cwd())
    folders = [root / LOCALES_FOLDER] if root else []
    profile = load_profile(locale, folders, problems)
    nameless = not is_locale_name(normalized(locale))
    if profile is None and (nameless or locale.partition("-")[0] not in known_locales(folders)):
        raise wrong_name("language", locale, known_locales(folders))
    values = _values(data, profile, problems) if data and profile else {}
    show(problems.sorted(), root)
    if profile is None or problems.has_errors:
        context.exit(1)
    environment = ExpressionEnvironment(profile)
    faulty = False
    for source, origin in _lines(expressions):
        printed, found = _evaluated(environment, source, origin, values)
        result(printed)
        if found.has_errors:
            faulty = True
            show(found)
    context.exit(1 if faulty else 0)


def _values(data: Path, profile: Profile, problems: Diagnostics) -> dict[str, object]:
    """The names that a file gives, as those of a letter without a template."""
    from letterkit.letter import free_variables, in_locale
    from letterkit.people.localizer import Localizer
    from letterkit.sources.nodes import DataMapping
    from letterkit.sources.yaml import load_yaml

    names = load_yaml(data, problems, name=str(data.absolute()))
    if names is None:
        return {}
    if not isinstance(names, DataMapping):
        problems.error("the data file is not a mapping", names.origin, "write `name: value`")
        return {}
    localizer = Localizer(profile, problems)
    variables = free_variables(names, problems)
    return {name: in_locale(value, localizer) for name, value in variables.items()}


def _lines(expressions: Iterable[str]) -> Iterator[tuple[str | bytes, Origin]]:
    for number, expression in enumerate(expressions, start=1):
        if expression != "-":
            yield expression, Origin(f"<argument {number}>")
            continue
        for line, data in enumerate(sys.stdin.buffer, start=1):
            yield data.rstrip(b"\r\n"), Origin("<stdin>", line)


def _evaluated(
    environment: ExpressionEnvironment,
    source: str | bytes,
    origin: Origin,
    values: dict[str, object],
) -> tuple[str, Diagnostics]:
    """The result as one line, empty where the expression is faulty, and what was found."""
    from letterkit.diagnostics import LetterkitError
    from letterkit.document import plain_text
    from letterkit.sources.text import FORBIDDEN, forbidden_fault

    problems = Diagnostics()
    text = source if isinstance(source, str) else _decoded(source, origin, problems)
    for found in FORBIDDEN.finditer(text or ""):
        message, hint = forbidden_fault(found[0])
        problems.error(message, origin.shifted(found.start()), hint)
    if problems.has_errors:
        return "", problems
    expression = None if text is None else environment.compile(text, origin, problems)
    if expression is None:
        return "", problems
    try:
        printed = plain_text(expression.inlines(values))
    except LetterkitError as error:
        problems.add(error.diagnostic)
        return "", problems
    return " ".join(printed.splitlines()), problems


def _decoded(line: bytes, origin: Origin, problems: Diagnostics) -> str | None:
    try:
        return line.decode()
    except UnicodeDecodeError as error:
        problems.error(
            f"byte `0x{line[error.start]:02x}` is not UTF-8",
            origin.shifted(len(line[: error.start].decode())),
            "write the expressions in UTF-8",
        )
        return None
