"""The README is true: its commands run, and its examples print what it says."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from tests.profiles import PROFILES

from letterkit.cli import MODULES
from letterkit.diagnostics import Diagnostics, Origin
from letterkit.document import plain_text
from letterkit.sources.yaml import parse_yaml
from letterkit.template.expressions import ExpressionEnvironment

REPOSITORY = Path(__file__).parents[2]
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")

EXAMPLE = re.compile(r"^\| `\{\{ (.*?) \}\}` \| (.*?) \|$", re.MULTILINE)
OPTION = re.compile(r"^  (--[a-z-]+)", re.MULTILINE)

WORDS = """\
We thank you for receiving our delegation.

The facts that we laid before you have not changed since.

We remain at your disposal.
"""


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    arguments = [sys.executable, "-m", "letterkit", *command]
    return subprocess.run(arguments, cwd=folder, capture_output=True, encoding="utf-8", check=False)


def test_the_first_letter_is_made_as_the_readme_tells(tmp_path: Path) -> None:
    folder = tmp_path
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL):
        for line in block.splitlines():
            program, *arguments = shlex.split(line.removeprefix("$ "))
            if program == "cd":
                folder /= arguments[0]
                continue
            assert program == "letterkit"
            answer = run(arguments, folder)
            assert answer.returncode == 0, answer.stderr
            if arguments[0] == "new":
                (folder / "letters" / "visit" / "en.md").write_text(WORDS, encoding="utf-8")
    made = {path.relative_to(folder).as_posix() for path in folder.glob("out/*/*.*")}
    assert {name for name in made if name.startswith("out/visit/")} == {
        "out/visit/president-security-council.en.docx",
        "out/visit/president-security-council.en.txt",
    }
    letter = (folder / "out/visit/president-security-council.en.txt").read_text(encoding="utf-8")
    for paragraph in WORDS.split("\n\n"):
        assert paragraph.strip() in letter.split("\n\n")


@pytest.mark.parametrize(
    ("source", "printed"),
    [(source.replace("\\|", "|"), printed) for source, printed in EXAMPLE.findall(README)],
)
def test_an_expression_prints_what_the_readme_says(source: str, printed: str) -> None:
    import datetime as dt

    expected = printed.split(" · ")
    locales = ("tr",) if len(expected) == 1 else ("en", "ar", "tr")
    found = []
    for locale in locales:
        problems = Diagnostics()
        expression = ExpressionEnvironment(PROFILES[locale]).compile(
            source, Origin("README.md"), problems
        )
        assert expression is not None
        letter = {"date": dt.date(2016, 2, 24)}
        found.append(plain_text(expression.inlines({"letter": letter})))
    assert found == expected


def test_every_command_is_documented_and_helps(tmp_path: Path) -> None:
    for name in MODULES:
        assert f"letterkit {name}" in README
        answer = run([name, "--help"], tmp_path)
        assert answer.returncode == 0
        assert "Usage: letterkit" in answer.stdout


def test_every_option_of_generate_is_documented(tmp_path: Path) -> None:
    options = set(OPTION.findall(run(["generate", "-h"], tmp_path).stdout))
    for option in options - {"--help"}:
        assert option in README


def test_the_yaml_shown_is_that_of_the_sample() -> None:
    shown = re.search(r"```yaml\n# (letters/.*?)\n(.*?)```", README, re.DOTALL)
    assert shown
    sample = (REPOSITORY / shown[1]).read_text(encoding="utf-8")
    problems = Diagnostics()
    ours = parse_yaml(sample, shown[1], problems)
    readme = parse_yaml(shown[2], "README.md", problems)
    assert not problems
    assert isinstance(ours, dict)
    assert isinstance(readme, dict)
    for key, value in readme.items():
        if key == "variables":
            assert set(value.items()) <= set(ours[key].items())
        else:
            assert ours[key] == value


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_what_is_linked_is_there(name: str) -> None:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if not target.startswith("https://"):
            assert (REPOSITORY / target).exists(), target
    for target in re.findall(r"`make ([a-z]+)`|^    make ([a-z]+)", text, re.MULTILINE):
        assert re.search(
            rf"^{''.join(target)}:",
            (REPOSITORY / "Makefile").read_text(encoding="utf-8"),
            re.MULTILINE,
        )
