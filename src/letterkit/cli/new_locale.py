"""`letterkit new locale`: begins a language, with what the Unicode CLDR knows of it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import click

from letterkit.cli.opening import open_workspace
from letterkit.cli.terminal import from_here, is_terminal, result, say, show
from letterkit.diagnostics import Diagnostics, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from letterkit.batch.locale_beginning import Begun
    from letterkit.batch.locale_text import Answers

_DIRECTIONS = ("ltr", "rtl")


@click.command()
@click.argument("code")
@click.option("--region", metavar="CODE", help="Whose customs are meant, as CH; the CLDR's guess.")
@click.option(
    "--direction",
    type=click.Choice(_DIRECTIONS),
    help="From which side it runs, where the CLDR does not know.",
)
@click.option("--salutation", metavar="TEXT", help="“Dear Sir or Madam,” in the language.")
@click.option("--close", metavar="TEXT", help="“Yours sincerely,” in the language.")
@click.option(
    "--label",
    "labels",
    multiple=True,
    metavar="NAME=TEXT",
    help="A label, as 'subject=Betreff: {subject}'; may be repeated.",
)
@click.option(
    "--from-cldr",
    "afresh",
    is_flag=True,
    help="Begin from the CLDR alone also what letterkit has words for.",
)
@click.option(
    "--dry-run",
    "printed_alone",
    is_flag=True,
    help="Print how the file would begin; write nothing.",
)
@click.option("--yes", is_flag=True, help="Ask nothing, as where there is no terminal.")
@click.pass_obj
def command(
    folder: Path | None,
    code: str,
    region: str | None,
    direction: str | None,
    salutation: str | None,
    close: str | None,
    labels: tuple[str, ...],
    *,
    afresh: bool,
    printed_alone: bool,
    yes: bool,
) -> None:
    """Begin the language CODE (de, ckb, pt-BR): a file in locales/, filled from the Unicode CLDR.

    On a terminal it asks for what a first letter needs; Enter leaves a question open. What is left
    open stands in the file in English, behind #, and `letterkit check` tells of it. Of a language
    that letterkit brings along, the file begins with its words, and nothing needs to be said.
    """
    from letterkit.batch.locale_beginning import (
        LocaleBeginningError,
        begins_over,
        begun_locale,
        refuse_taken,
        write_locale,
    )
    from letterkit.batch.locale_text import Answers
    from letterkit.language.cldr_gaps import cldr_locale, knows_region
    from letterkit.language.locale_file import normalized
    from letterkit.workspace import LOCALES_FOLDER

    workspace = open_workspace(folder)
    name = _checked(code)
    locales = workspace.root / LOCALES_FOLDER
    if not printed_alone:
        try:
            refuse_taken(locales, name)
        except LocaleBeginningError:
            _tell_gaps(begun_locale(locales, name, Answers()), name)
            raise
    language = name.partition("-")[0]
    if region and not knows_region(language, normalized(f"{language}-{region}").partition("-")[2]):
        raise click.UsageError(f"`{region}` is no region that the CLDR knows for `{language}`")
    answers = Answers(
        region=region and normalized(f"x-{region}").partition("-")[2],
        direction=direction,
        labels=_labels(labels),
        salutation=_fitting("salutation", salutation),
        close=_fitting("close", close),
    )
    if not yes and is_terminal() and (afresh or not begins_over(locales, name)):
        answers = _asked(answers, knows_direction=cldr_locale(name) is not None)
    begun = begun_locale(locales, name, answers, afresh=afresh)
    if printed_alone:
        result(begun.text.removesuffix("\n"))
    else:
        write_locale(begun)
        result(from_here(begun.path))
    _tell_gaps(begun, name)
    if not printed_alone:
        _tell_next(begun, name)


def _tell_next(begun: Begun, name: str) -> None:
    """What to do with the file that was written."""
    if begun.ours:
        say(f"letterkit brings `{name}` along, with all that a letter needs: this file is only for")
        say("what you would have otherwise, and may be deleted again.")
    if begun.over:
        say(f"Next: change in {from_here(begun.path)} what you would have otherwise, then")
    else:
        say(f"Next: translate what stands behind `#` in {from_here(begun.path)}, write {name}.md")
        say(f"beside the words of a letter, add `{name}` to its `locales`, then")
    say("  letterkit check")


def _checked(code: str) -> str:
    """A code as files are named; a usage error for what is none, as the name of a language."""
    from letterkit.language.cldr_gaps import code_of
    from letterkit.language.locale_file import is_locale_name, normalized

    name = normalized(code)
    if is_locale_name(name):
        return name
    meant = code_of(code)
    hint = (
        f"{code} is `{meant}`"
        if meant
        else "it has two or three letters, and may have a script and a region: `de`, `ckb`, "
        "`sr-Latn`, `pt-BR`; `qaa` to `qtz` are for languages without one"
    )
    raise click.UsageError(f"`{code}` is no code of a language; {hint}")


def _labels(given: tuple[str, ...]) -> dict[str, str]:
    from letterkit.language.locale_words import LABELS

    found: dict[str, str] = {}
    for item in given:
        label, equals, text = item.partition("=")
        if not equals:
            raise click.UsageError(f"`{item}` is no label; write it as `subject=…`")
        if label not in LABELS:
            hint = nearest(label, LABELS)
            raise click.UsageError(f"there is no label `{label}`" + (f"; {hint}" if hint else ""))
        found[label] = _fitting(f"label {label}", text, LABELS[label]) or ""
    return found


def _fitting(what: str, text: str | None, names: tuple[str, ...] = ()) -> str | None:
    """A text as an option gives it, if it says where its values stand; else a usage error."""
    fault = None if text is None else _fault(text, names)
    if fault:
        raise click.UsageError(f"the {what} `{text}` {fault}")
    return text


def _fault(text: str, names: tuple[str, ...]) -> str | None:
    from letterkit.language.locale_file import placeholders

    try:
        there = set(placeholders(text))
    except ValueError:
        return "has a brace alone"
    if any(unicodedata.category(character) == "Cc" for character in text):
        return "has a character that cannot stand in a label"
    lacking = [f"{{{name}}}" for name in names if name not in there]
    strange = [f"{{{name}}}" for name in sorted(there - set(names))]
    if lacking:
        stands = "stands" if len(lacking) == 1 else "stand"
        return f"does not say where {' and '.join(lacking)} {stands}"
    return f"is filled by nothing at {' and '.join(strange)}" if strange else None


def _asked(answers: Answers, *, knows_direction: bool) -> Answers:
    """The answers of somebody at a terminal, after those that options gave."""
    from dataclasses import replace

    from letterkit.batch.locale_beginning import FIRST_LABELS
    from letterkit.language.locale_words import LABELS

    say("In the new language (Enter leaves it for later):")
    direction = answers.direction
    if direction is None and not knows_direction:
        kind = click.Choice(_DIRECTIONS)
        direction = click.prompt("  it runs", type=kind, default="ltr", err=True)
    salutation = answers.salutation or _answer("Dear Sir or Madam,", ())
    close = answers.close or _answer("Yours sincerely,", ())
    labels = dict(answers.labels)
    for label, english in _english(FIRST_LABELS).items():
        if label not in labels and (said := _answer(english, LABELS[label])):
            labels[label] = said
    return replace(answers, direction=direction, salutation=salutation, close=close, labels=labels)


def _answer(english: str, names: tuple[str, ...]) -> str | None:
    """What somebody writes for English words, asked until it can stand; None for Enter."""

    def fitting(text: str) -> str:
        fault = _fault(text, names) if text else None
        if fault:
            raise click.BadParameter(f"it {fault}")
        return text

    said = click.prompt(
        f"  {english}",
        default="",
        show_default=False,
        prompt_suffix="  = ",
        value_proc=fitting,
        err=True,
    )
    return str(said) or None


def _english(names: tuple[str, ...]) -> Mapping[str, str]:
    from letterkit.language.profile import load_profile

    profile = load_profile("en", [], Diagnostics())
    return {} if profile is None else {name: profile.labels[name] for name in names}


def _tell_gaps(begun: Begun, name: str) -> None:
    """Where the CLDR is thin."""
    found = Diagnostics()
    if not begun.known:
        found.warning(
            f"the CLDR does not know `{name}`, so dates, numbers and plurals are as in English",
            hint="translate `dates` and `lists` in the file",
        )
    for gap in begun.gaps:
        filled = gap.key in begun.filled
        below = "letterkit’s own file" if begun.ours else "the file below this one"
        hint = f"{below} gives it" if filled else f"give it under `{gap.key}`"
        found.note(gap.message, hint=hint)
    show(found)
