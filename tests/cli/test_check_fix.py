"""`letterkit check` as a proofreader, and `--fix`: shown first, asked for, and written whole."""

from __future__ import annotations

import json
import os
import stat
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.workspaces import LETTER, changed, make_workspace

from letterkit.cli import mending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from click.testing import Result

    Run = Callable[..., Result]

REPOSITORY = Path(__file__).parents[2]
WORDS = "letters/appeal/en.md"
# The kinds of faults that a newsletter pasted from a website has.
PASTED = """\
Gardeners of Port Example held up signs saying ‘’Roses for all’’, ‘’Let us plant’’ and more.\u00a0

‘’We will go on planting until spring’’, says Dr. Linden, who doesn't rest.

The Rose Tribune | ”Gardens on the hill”

The garden near al-Warda stays closed.[/vc_column_text][/vc_column][/vc_row]

“We see new roses,” said one of al Warda, near Port.”We plant {{ houses }} a day,” she added.

Our organisation wrote—not first - on resolution 2258 (2015) , Article 3.

The other  organizations did so too...

Full article:Roses on the hill
"""
MENDED = """\
Gardeners of Port Example held up signs saying “Roses for all”, “Let us plant” and more.

“We will go on planting until spring”, says Dr.\u00a0Linden, who doesn’t rest.

The Rose Tribune | “Gardens on the hill”

The garden near al-Warda stays closed.

“We see new roses,” said one of al Warda, near Port. “We plant {{ houses }} a day,” she added.

Our organisation wrote—not first – on resolution 2258\u00a0(2015), Article\u00a03.

The other organizations did so too…

Full article: Roses on the hill
"""
FAULTS = [
    *((1, fault) for fault in ("‘’Roses", "’’, ", "‘’Let", "’’ and", "\u00a0")),
    *((3, fault) for fault in ("‘’We", "’’, says", " Linden", "'t")),
    *((5, "”Gardens"), (7, "[/vc"), (9, "al Warda"), (9, "”We")),
    *((11, fault) for fault in ("—not", "- on", " (2015)", " , Art", " 3.")),
    *((13, fault) for fault in ("  org", "organizations", "...")),
    (15, ":Roses"),
]
"""Where each fault stands: in which line, before which characters."""


def places_in(text: str, faults: Iterable[tuple[int, str]]) -> list[str]:
    """Places as they are told."""
    lines = text.split("\n")
    return [f"{WORDS}:{line}:{lines[line - 1].index(fault) + 1}" for line, fault in faults]


def told_in(answer: Result) -> list[str]:
    return [line.split(": ")[0] for line in answer.stderr.splitlines() if ": warning: " in line]


@pytest.fixture
def pasted(tmp_path: Path) -> Path:
    return make_workspace(tmp_path, {WORDS: PASTED})


def test_the_samples_are_set_right(letterkit: Run) -> None:
    answer = letterkit(REPOSITORY, "check")
    assert (answer.exit_code, answer.stderr) == (0, "no problems found\n")


def test_checking_the_samples_takes_a_second_or_two(letterkit: Run) -> None:
    letterkit(REPOSITORY, "check")
    began = time.process_time()
    letterkit(REPOSITORY, "check")
    assert time.process_time() - began < 4  # seconds, on a crowded machine


def test_faults_of_a_pasted_text_are_found_and_hold_nothing_back(
    letterkit: Run, pasted: Path
) -> None:
    answer = letterkit(pasted, "check")
    assert answer.exit_code == 0
    after_colon = [place.replace(":15:13", ":15:14") for place in places_in(PASTED, FAULTS)]
    assert told_in(answer) == after_colon
    generated = letterkit(pasted, "generate", "appeal", "--locale", "en")
    assert generated.exit_code == 0
    assert "quotation mark" not in generated.stderr


def test_a_fault_is_told_with_the_word_it_is_in_and_the_word_mended(
    letterkit: Run, pasted: Path
) -> None:
    lines = letterkit(pasted, "check").stderr.splitlines()
    (place,) = places_in(PASTED, [(9, "”We")])
    what = "`”` is not the quotation mark that the language has here"
    at = lines.index(f"{place}: warning: `Port.”We`: {what}")
    assert lines[at + 1] == "    hint: write `Port. “We`"


def test_mending_shows_the_changes_writes_them_and_tells_what_is_left(
    letterkit: Run, pasted: Path
) -> None:
    answer = letterkit(pasted, "check", "--fix", "--yes")
    assert answer.exit_code == 0
    assert (pasted / WORDS).read_text(encoding="utf-8") == MENDED
    assert answer.stdout.startswith(f"--- a/{WORDS}\n+++ b/{WORDS}\n@@ -1,15 +1,15 @@\n-Gard")
    assert "\n+Full article: Roses on the hill\n" in answer.stdout
    assert answer.stderr.startswith("mended 1 file\n")
    left = [(9, "al Warda"), (11, "—not"), (13, "organizations")]
    assert told_in(answer) == places_in(MENDED, left)
    again = letterkit(pasted, "check", "--fix", "--yes")
    assert again.stdout == ""
    assert again.stderr.startswith("nothing to mend with certainty\n")


def test_without_a_terminal_nothing_is_written_unasked(letterkit: Run, pasted: Path) -> None:
    answer = letterkit(pasted, "check", "--fix")
    assert (pasted / WORDS).read_text(encoding="utf-8") == PASTED
    assert answer.stdout.startswith("--- a/")
    assert answer.stderr.startswith("nothing was written; `--yes` writes without asking\n")


@pytest.mark.parametrize(("given", "text"), [(b"n\n", PASTED), (b"y\n", MENDED)])
def test_on_a_terminal_it_asks(
    letterkit: Run, pasted: Path, monkeypatch: pytest.MonkeyPatch, given: bytes, text: str
) -> None:
    monkeypatch.setattr(mending, "is_terminal", lambda: True)
    answer = letterkit(pasted, "check", "--fix", given=given)
    assert "Write 1 file? [y/N]: " in answer.stderr
    assert (pasted / WORDS).read_text(encoding="utf-8") == text


def test_a_file_that_changed_meanwhile_is_left_alone(
    program: Callable[..., int],
    pasted: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def ask(_: str) -> bool:
        (pasted / WORDS).write_text("Mine.\n", encoding="utf-8")
        return True

    monkeypatch.setattr(mending, "_asked", ask)
    assert program(pasted, "check", "--fix") == 1
    assert "the file has changed meanwhile" in capsys.readouterr().err
    assert (pasted / WORDS).read_text(encoding="utf-8") == "Mine.\n"


@pytest.mark.skipif(os.name == "nt", reason="links and modes are those of POSIX")
def test_a_link_and_the_mode_of_a_file_stay(letterkit: Run, pasted: Path) -> None:
    (pasted / "elsewhere.md").write_text(PASTED, encoding="utf-8")
    (pasted / "elsewhere.md").chmod(0o640)
    (pasted / WORDS).unlink()
    (pasted / WORDS).symlink_to(pasted / "elsewhere.md")
    letterkit(pasted, "check", "--fix", "--yes")
    assert (pasted / WORDS).is_symlink()
    assert (pasted / "elsewhere.md").read_text(encoding="utf-8") == MENDED
    assert stat.S_IMODE((pasted / "elsewhere.md").stat().st_mode) == 0o640


def test_data_is_mended_beside_words(letterkit: Run, tmp_path: Path) -> None:
    letter = changed(
        LETTER, "date:", "subject: {en: The roses' day, ar: يوم, tr: 'Gül''ün günü'}\ndate:"
    )
    root = make_workspace(tmp_path, {"letters/appeal/letter.yaml": letter})
    answer = letterkit(root, "check", "appeal", "--fix", "--yes")
    assert answer.exit_code == 0
    assert (root / "letters/appeal/letter.yaml").read_text(encoding="utf-8") == changed(
        letter, "The roses' day, ar: يوم, tr: 'Gül''ün", "The roses’ day, ar: يوم, tr: 'Gül’ün"
    )


def test_one_language_alone_can_be_mended(letterkit: Run, tmp_path: Path) -> None:
    changes = {WORDS: "Wait .\n", "letters/appeal/tr.md": "Bekle .\n"}
    root = make_workspace(tmp_path, changes)
    letterkit(root, "check", "--fix", "--yes", "--locale", "tr")
    assert (root / WORDS).read_text(encoding="utf-8") == "Wait .\n"
    assert (root / "letters/appeal/tr.md").read_text(encoding="utf-8") == "Bekle.\n"


@pytest.mark.parametrize("arguments", [["--yes"], ["--fix", "--json"]])
def test_options_that_mean_nothing_together_are_refused(
    letterkit: Run, pasted: Path, arguments: list[str]
) -> None:
    assert letterkit(pasted, "check", *arguments).exit_code == 2


def test_json_tells_of_typography_too(letterkit: Run, pasted: Path) -> None:
    found = json.loads(letterkit(pasted, "check", "--json").stdout)
    assert {each["severity"] for each in found} == {"warning"}
    assert found[0]["hint"] == "write `“Roses`"


def test_a_report_as_data_holds_what_json_prints(
    letterkit: Run, pasted: Path, tmp_path: Path
) -> None:
    answer = letterkit(pasted, "check", "--json", "--report", "found.json")
    assert json.loads((tmp_path / "found.json").read_text(encoding="utf-8")) == json.loads(
        answer.stdout
    )


def test_a_report_as_a_page_has_every_place_and_nothing_in_it_is_markup(
    letterkit: Run, tmp_path: Path
) -> None:
    root = make_workspace(tmp_path, {WORDS: "Roses , <i>tulips</i> , وردة \u202eهنا .\n"})
    letterkit(root, "check", "--report", "found.html")
    page = (root / "found.html").read_text(encoding="utf-8")
    assert f'<h2>{WORDS}</h2>\n<table>\n<tr><td>1:6</td><td class="warning">warning</td>' in page
    assert '<code dir="auto">Roses,</code>' in page
    assert "&lt;i&gt;" in page
    assert "<i>" not in page
    assert "\u202e" not in page


def test_a_report_of_another_kind_is_refused(letterkit: Run, pasted: Path) -> None:
    answer = letterkit(pasted, "check", "--report", "found.pdf")
    assert answer.exit_code == 2
    assert "`found.pdf` must end in `.html` or `.json`" in answer.stderr


WITHHOLDING = """\
- organisation: {en: "Xylophone 'Trust' ...", tr: "Xylophone'un Vakfı"}
  withheld: true
- organisation: {en: "Ivy  Trust's Friends ..."}
  consent: {letter: appeal}
- {withheld: true, organisation: "Xylophone  Clinic ..."}
- organisation: Rose Clinic
  consent: {letter: appeal}
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--report", "report.html"),
        ("check", "--json"),
        ("check", "--fix"),
        ("check", "--fix", "--yes"),
    ],
)
def test_nothing_of_who_is_withheld_is_shown(
    letterkit: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    root = make_workspace(tmp_path, {"signatories/friends.yaml": WITHHOLDING})
    answer = letterkit(root, *arguments)
    assert "Ivy" in answer.stdout + answer.stderr
    assert "Xylophone" not in answer.stdout + answer.stderr
    report = root / "report.html"
    assert not report.exists() or "Xylophone" not in report.read_text(encoding="utf-8")


def test_a_letter_that_was_sent_is_left_as_it_is(letterkit: Run, pasted: Path) -> None:
    letter = changed(LETTER, "copies: [prefect]\n", "")
    template = {"templates/appeal/en.md": "::: thanks\nThank you , all.\n:::\n"}
    root = make_workspace(pasted, {WORDS: PASTED, "letters/appeal/letter.yaml": letter, **template})
    assert letterkit(root, "sent", "appeal", "--date", "2020-03-05").exit_code == 0
    answer = letterkit(root, "check", "appeal", "--fix", "--yes")
    assert (root / WORDS).read_text() == PASTED
    assert (root / "templates/appeal/en.md").read_text() == "::: thanks\nThank you, all.\n:::\n"
    assert answer.stderr.startswith(
        "appeal: sent on 2020-03-05, and left as it is; `letterkit new letter NAME --like appeal` "
        "begins another with its words, `--sent` mends it all the same\nmended 1 file\n"
    )
    assert len(told_in(answer)) == len(FAULTS)
    assert letterkit(root, "check", "--fix", "--yes", "--sent").exit_code == 0
    assert (root / WORDS).read_text() == MENDED


def test_letters_that_were_sent_are_mended_with_fix_alone(letterkit: Run, pasted: Path) -> None:
    answer = letterkit(pasted, "check", "--sent")
    assert (answer.exit_code, answer.stderr.splitlines()[-1]) == (
        2,
        "Error: `--sent` goes with `--fix`",
    )
