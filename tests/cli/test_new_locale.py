"""`letterkit new locale`: a language begun from the CLDR, at a terminal and without."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest
from babel import localedata
from tests.workspaces import SETTINGS, changed, make_workspace

from letterkit.batch.locale_beginning import begun_locale
from letterkit.batch.locale_text import Answers
from letterkit.cli import new_locale
from letterkit.diagnostics import Diagnostics, Severity
from letterkit.language.cldr_gaps import (
    cldr_locale,
    code_of,
    gaps,
    knows_region,
    likely_region,
)
from letterkit.language.cldr_quotation_marks import quotation_marks
from letterkit.language.locale_words import LABELS
from letterkit.language.profile import load_profile
from letterkit.sources.nodes import DataMapping
from letterkit.sources.yaml import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_workspace(tmp_path / "house")


def test_a_language_is_begun_with_what_the_cldr_knows(
    root: Path, letterkit: Callable[..., Result]
) -> None:
    answer = letterkit(root, "new", "locale", "de")
    assert answer.exit_code == 0, answer.stderr
    assert answer.stdout == "locales/de.yaml\n"
    text = (root / "locales" / "de.yaml").read_text(encoding="utf-8")
    assert text.startswith("# German (Deutsch)\n")
    for line in (
        "region: DE",
        '  outer: ["„", "“"]',
        '  # page: "Page {page} of {pages}"',
        "  # child: {one: child, other: children}",
        '  # complimentary-close: "Yours sincerely,"',
    ):
        assert line in text.splitlines()
    assert "# The CLDR prints 24. Februar 2016; Mittwoch, 24. Februar 2016; 24.02.16;" in text
    assert "Next: translate what stands behind `#` in locales/de.yaml, write de.md" in answer.stderr


def test_what_options_say_is_in_the_file_with_its_english(
    root: Path, letterkit: Callable[..., Result]
) -> None:
    answer = letterkit(
        *(root, "new", "locale", "de", "--region", "ch"),
        *("--salutation", "Sehr geehrte Damen und Herren,"),
        *("--close", 'Mit "freundlichem" Gruß'),
        *("--label", "page=Seite {page} von {pages}", "--label", "subject=Betreff: {subject}"),
    )
    assert answer.exit_code == 0, answer.stderr
    text = (root / "locales" / "de.yaml").read_text(encoding="utf-8")
    assert '  page: "Seite {page} von {pages}"  # Page {page} of {pages}\n' in text
    assert "region: CH\n" in text
    problems = Diagnostics()
    profile = load_profile("de", [root / "locales"], problems)
    assert profile is not None
    assert not problems.has_errors
    assert profile.language_tag == "de-CH"
    assert profile.labels["page"] == "Seite {page} von {pages}"
    told = [found.message for found in problems if found.severity is Severity.WARNING]
    assert len(told) == len(set(told)), "each once"
    lacking = {re.findall("`([a-z-]+)`", message)[1] for message in told}
    phrases = {"more-than", "at-least", "from", "representing", "withheld"}
    assert lacking == {*LABELS, *phrases} - {"page", "subject"}


def test_a_letter_goes_on_from_there(root: Path, letterkit: Callable[..., Result]) -> None:
    letterkit(root, "new", "locale", "de", "--close", "Mit freundlichen Grüßen")
    make_workspace(
        root,
        {
            "locales/de.yaml": (root / "locales" / "de.yaml").read_text(encoding="utf-8"),
            "letterkit.yaml": changed(SETTINGS, "en: Director,", "en: Director, de: Direktorin,"),
            "letters/besuch/letter.yaml": (
                "date: 2021-05-06\nplace: Kassel\nlocales: de\naddressees: besucher\n"
            ),
            "letters/besuch/de.md": "Wir danken Ihnen.\n",
            "addressees/besucher.yaml": "besucher: {name: Ada Kaya}\n",
        },
    )
    answer = letterkit(root, "generate", "besuch")
    assert answer.exit_code == 0, answer.stderr
    text = (root / "out" / "besuch" / "besucher.de.txt").read_text(encoding="utf-8")
    assert "Kassel, 6. Mai 2021" in text
    assert "Mit freundlichen Grüßen" in text
    checked = letterkit(root, "check", "besuch")
    assert checked.exit_code == 0
    lines = [line for line in checked.stderr.splitlines() if "has no label" in line]
    assert len(lines) == len(LABELS)


def test_where_the_cldr_is_thin_is_told(root: Path, letterkit: Callable[..., Result]) -> None:
    answer = letterkit(root, "new", "locale", "ckb", "--from-cldr", "--dry-run")
    assert answer.exit_code == 0
    assert "note: the CLDR’s data for `ckb` has a list without a word for “and”" in answer.stderr
    assert "hint: letterkit’s own file gives it" in answer.stderr
    assert '  # and: {between: "{first}, {second}", last: "{first} and {second}"}' in answer.stdout
    assert "digits: arab  # latn prints 123" in answer.stdout
    assert not (root / "locales").exists(), "a dry run writes nothing"


def test_a_language_that_the_cldr_does_not_know_falls_back_with_a_warning(
    root: Path, letterkit: Callable[..., Result]
) -> None:
    answer = letterkit(root, "new", "locale", "qaa", "--direction", "rtl")
    assert answer.exit_code == 0
    assert "warning: the CLDR does not know `qaa`" in answer.stderr
    path = root / "locales" / "qaa.yaml"
    text = path.read_text(encoding="utf-8")
    assert "direction: rtl" in text
    translated = re.sub(
        r"^  # (months|month-names|  own|weekdays|patterns)", r"  \1", text, flags=re.MULTILINE
    )
    before, after = Diagnostics(), Diagnostics()
    assert load_profile("qaa", [path.parent], before) is not None
    path.write_text(translated, encoding="utf-8")
    profile = load_profile("qaa", [path.parent], after)
    assert profile is not None
    assert not after.has_errors, [str(found) for found in after]
    assert profile.dates.month_names["own"][0::11] == ("January", "December")
    assert profile.dates.weekdays[0::6] == ("Monday", "Sunday")
    unknown = "CLDR does not know `qaa`"
    assert [found.message.startswith(unknown) for found in before].count(True) == 1
    assert not any(found.message.startswith(unknown) for found in after), "all of it is given"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["german"], "`german` is no code of a language; german is `de`"),
        (["x-private"], "`x-private` is no code of a language; it has two or three letters"),
        (["../de"], "`../de` is no code of a language"),
        (["de", "--region", "XX"], "`XX` is no region that the CLDR knows for `de`"),
        (["de", "--label", "pag=x"], "there is no label `pag`; did you mean `page`?"),
        (["de", "--label", "page"], "`page` is no label; write it as `subject=…`"),
        (
            ["de", "--label", "page=Seite"],
            "the label page `Seite` does not say where {page} and {pages} stand",
        ),
        (["de", "--close", "Gruß {name}"], "the close `Gruß {name}` is filled by nothing"),
        (["de", "--close", "Gruß {"], "the close `Gruß {` has a brace alone"),
    ],
)
def test_what_cannot_be_begun_is_wrong_usage(
    root: Path,
    program: Callable[..., int],
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    assert program(root, "new", "locale", *arguments) == 2
    assert message in capsys.readouterr().err
    assert not (root / "locales").exists()


def test_a_file_of_the_workspace_is_never_written_over(
    root: Path, program: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "locales").mkdir()
    (root / "locales" / "DE.yaml").write_text("region: DE\n")
    assert program(root, "new", "locale", "de", "--from-cldr") == 2
    told = capsys.readouterr().err
    assert "the workspace has `de` already" in told
    assert "`--dry-run` prints what a new one would have" in told
    assert (root / "locales" / "DE.yaml").read_text() == "region: DE\n"


@pytest.mark.parametrize("arguments", [["fr-CA"], ["ar-EG"], ["fr"], ["ckb"]])
def test_a_file_over_another_shows_what_that_prints_and_changes_nothing(
    root: Path, letterkit: Callable[..., Result], arguments: list[str]
) -> None:
    name = arguments[0]
    answer = letterkit(root, "new", "locale", *arguments)
    assert answer.exit_code == 0, answer.stderr
    problems = Diagnostics()
    begun = load_profile(name, [root / "locales"], problems)
    bare = load_profile(name, [], Diagnostics())
    assert list(problems) == []
    assert begun is not None
    assert bare is not None
    assert dict(begun.labels) == dict(bare.labels)
    assert begun.quotation_marks == bare.quotation_marks
    text = (root / "locales" / f"{name}.yaml").read_text(encoding="utf-8")
    uncommented = re.sub("^( *)# ?([a-z-]+:)", r"\1\2", text, flags=re.MULTILINE)
    assert uncommented != text
    assert "Next: change in locales" in answer.stderr


def test_at_a_terminal_it_asks_and_asks_again_where_a_value_would_be_lost(
    root: Path, letterkit: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new_locale, "is_terminal", lambda: True)
    given = "Estimados señores:\n\nPágina {page}\nPágina {page} de {pages}\n\n\n\n\n"
    answer = letterkit(root, "new", "locale", "es", given=given.encode())
    assert answer.exit_code == 0, answer.stderr
    assert "it does not say where {pages} stands" in answer.stderr
    text = (root / "locales" / "es.yaml").read_text(encoding="utf-8")
    assert 'unknown: "Estimados señores:"  # Dear Sir or Madam,' in text
    assert '  page: "Página {page} de {pages}"  # Page {page} of {pages}' in text
    assert '  # complimentary-close: "Yours sincerely,"' in text
    assert answer.stderr.count("Page {page} of {pages}") == 2


def test_who_leaves_a_question_writes_nothing(
    root: Path, letterkit: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new_locale, "is_terminal", lambda: True)
    answer = letterkit(root, "new", "locale", "es", given=b"Estimados:\n")
    assert answer.exit_code == 1
    assert not (root / "locales").exists()


def test_without_a_terminal_nothing_is_asked(root: Path, letterkit: Callable[..., Result]) -> None:
    assert not sys.stdin.isatty()
    answer = letterkit(root, "new", "locale", "es")
    assert answer.exit_code == 0
    assert "Enter leaves" not in answer.stderr


def test_of_a_language_that_is_there_the_words_are_shown_and_nothing_is_asked(
    root: Path, letterkit: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new_locale, "is_terminal", lambda: True)
    answer = letterkit(root, "new", "locale", "ckb")
    assert (answer.exit_code, answer.stdout) == (0, "locales/ckb.yaml\n")
    thin = "note: the CLDR’s data for `ckb` has {}\n    hint: letterkit’s own file gives it\n"
    assert answer.stderr == (
        thin.format("no order of its own for dates: 2016-02-24")
        + thin.format("a list without a word for “and”")
        + thin.format("a list without a word for “or”")
        + thin.format("no names of currencies")
        + "letterkit brings `ckb` along, with all that a letter needs: this file is only for\n"
        "what you would have otherwise, and may be deleted again.\n"
        "Next: change in locales/ckb.yaml what you would have otherwise, then\n"
        "  letterkit check\n"
    )
    text = (root / "locales" / "ckb.yaml").read_text(encoding="utf-8")
    assert '  # page: "لاپەڕەی {page} لە {pages}"  # Page {page} of {pages}\n' in text
    again = letterkit(root, "check")
    assert (again.exit_code, "ckb" in again.stderr) == (0, False)


def test_a_file_from_the_cldr_alone_goes_over_ours(
    root: Path, letterkit: Callable[..., Result]
) -> None:
    answer = letterkit(root, "new", "locale", "ckb", "--from-cldr")
    assert answer.exit_code == 0, answer.stderr
    text = (root / "locales" / "ckb.yaml").read_text(encoding="utf-8")
    assert "What\n# you leave is printed as letterkit has it, which brings this language" in text
    assert '  # and: {between: "{first}, {second}", last: "{first} and {second}"}' in text
    problems = Diagnostics()
    begun = load_profile("ckb", [root / "locales"], problems)
    ours = load_profile("ckb", [], Diagnostics())
    assert begun is not None
    assert ours is not None
    assert list(problems) == []
    assert (begun.labels, begun.lists) == (ours.labels, ours.lists)


def test_of_a_language_that_the_workspace_has_it_is_still_told_where_the_cldr_is_thin(
    root: Path, program: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "locales").mkdir()
    (root / "locales" / "ckb.yaml").write_text("nouns: {rose: گوڵ}\n")
    assert program(root, "new", "locale", "ckb") == 2
    assert "has a list without a word for “and”" in capsys.readouterr().err
    assert (root / "locales" / "ckb.yaml").read_text() == "nouns: {rose: گوڵ}\n"


def test_what_the_cldr_lacks_is_told_until_the_file_gives_it(
    root: Path, letterkit: Callable[..., Result]
) -> None:
    letterkit(root, "new", "locale", "rw")
    path = root / "locales" / "rw.yaml"
    thin = ("dates.patterns", "lists.and", "lists.or")
    before, after = Diagnostics(), Diagnostics()
    assert load_profile("rw", [path.parent], before) is not None
    hints = [found.hint for found in before]
    assert [f"give `{key}` in the locale file" in hints for key in thin] == [True] * 3
    text = path.read_text(encoding="utf-8")
    given = re.sub("^  # (patterns|and|or):", r"  \1:", text, flags=re.MULTILINE)
    path.write_text(given, encoding="utf-8")
    assert load_profile("rw", [path.parent], after) is not None
    assert not any("the CLDR’s data" in found.message for found in after)


def test_a_language_in_the_arabic_script_begins_with_arabic_marks(
    root: Path, letterkit: Callable[..., Result]
) -> None:
    text = letterkit(root, "new", "locale", "fa", "--dry-run").stdout
    assert '  dateline: "{place}، {date}"\n' in text
    assert '  marks: {",": "،", ";": "؛", "?": "؟"}\n' in text
    assert (
        '  # dateline: "{place}, {date}"\n'
        in letterkit(root, "new", "locale", "he", "--dry-run").stdout
    )


LANGUAGES = sorted({name.partition("_")[0] for name in localedata.locale_identifiers()} - {"root"})


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_language_of_the_cldr_can_be_begun(name: str, tmp_path: Path) -> None:
    begun = begun_locale(tmp_path, name, Answers(), afresh=True)
    problems = Diagnostics()
    assert isinstance(parse_yaml(begun.text, name, problems), DataMapping)
    tmp_path.joinpath(f"{name}.yaml").write_text(begun.text, encoding="utf-8")
    assert load_profile(name, [tmp_path], problems) is not None
    assert not problems.has_errors, [str(found) for found in problems]


def test_what_the_cldr_knows_is_looked_up() -> None:
    assert likely_region("ckb") == "IQ"
    assert likely_region("qaa") is None
    assert code_of("Central Kurdish") == "ckb"
    assert code_of("Klingonese") is None
    assert cldr_locale("qaa") is None
    assert knows_region("de", "AT")
    assert not knows_region("de", "XX")
    assert quotation_marks("fr-CH") == (("«", "»"), ("‹", "›"))
    assert quotation_marks("sv-FI") == (("”", "”"), ("’", "’"))
    assert quotation_marks("en") == (("“", "”"), ("‘", "’"))


@pytest.mark.parametrize(
    ("locale", "keys"),
    [
        ("de", []),
        ("tr", []),
        ("ckb", ["dates.patterns", "lists.and", "lists.or", "currencies"]),
        (
            "smj",
            [
                *("dates.month-names", "dates.weekdays", "dates.patterns", "lists.and", "lists.or"),
                *("currencies", "languages", "countries"),
            ],
        ),
        ("ja", ["nouns"]),
    ],
)
def test_gaps_of_the_cldr(locale: str, keys: list[str]) -> None:
    found = cldr_locale(locale)
    assert found is not None
    assert [gap.key for gap in gaps(found)] == keys
