"""What all tests share: the outside judges of Word files, and the rule on skipped tests."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping

# On a crowded machine the validator's runtime sometimes does not start: no word on the file.
SDK_ATTEMPTS = 3
VALIDATORS = Path(__file__).parent / "validators"
SKIPS_ARE_FORBIDDEN = os.environ.get("LETTERKIT_FORBID_SKIPS") == "1"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--renew-golden` takes what is made now as what is right."""
    parser.addoption("--renew-golden", action="store_true", help="renew the golden documents")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure where LETTERKIT_FORBID_SKIPS=1, as in continuous integration."""
    report = yield
    if SKIPS_ARE_FORBIDDEN and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, though LETTERKIT_FORBID_SKIPS=1: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a whole file that skips itself."""
    report = yield
    if SKIPS_ARE_FORBIDDEN and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"skipped, though LETTERKIT_FORBID_SKIPS=1: {report.longrepr}"
    return report


def required_program(*names: str) -> str:
    """The path of the first of these programs that is installed; skips the test where none is."""
    for name in names:
        if found := shutil.which(name):
            return found
    pytest.skip(f"{' or '.join(names)} is not installed")


@pytest.fixture(scope="session")
def sdk_faults() -> Callable[[Path], list[str]]:
    """What Microsoft's Open XML SDK finds wrong with a file."""
    node = required_program("node")
    package = VALIDATORS / "node_modules" / "@xarsh" / "ooxml-validator"
    if not package.is_dir():
        pytest.skip(
            "the Open XML SDK validator is not installed: "
            "npm install --prefix tests/validators --no-package-lock"
        )

    def faults(path: Path) -> list[str]:
        command = [node, str(package / "dist" / "src" / "cli.js"), str(path)]
        for _ in range(SDK_ATTEMPTS):
            answer = subprocess.run(command, capture_output=True, text=True, check=False)
            if answer.stdout:
                break
        assert answer.stdout, answer.stderr
        return [
            f"{error['path']}: {error['description']}"
            for error in json.loads(answer.stdout)["errors"]
        ]

    return faults


@pytest.fixture(scope="session")
def audit_faults() -> Generator[Callable[[Path], list[str]]]:
    """What openxml-audit finds wrong with a file."""
    from openxml_audit import OpenXmlValidator, validator
    from openxml_audit.package import OpenXmlPackage

    # It remembers what it counted by the package's id(), which Python gives to another object once
    # the package is gone: so none goes.
    kept: list[object] = []

    class KeptPackage(OpenXmlPackage):  # type: ignore[misc]  # it publishes no types
        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments)
            kept.append(self)

    judge = OpenXmlValidator()

    def faults(path: Path) -> list[str]:
        return [f"{error.path}: {error.description}" for error in judge.validate(path).errors]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(validator, "OpenXmlPackage", KeptPackage)
        yield faults


@pytest.fixture(scope="session")
def convert_to_pdf(
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[Mapping[str, bytes]], dict[str, Path]]:
    """Lets LibreOffice print files (by their names) as PDF, with a user profile of its own.

    soffice returns 0 whatever happens, and two calls with one profile clash: the profile is a
    temporary one, and what counts is whether the PDF is there.
    """
    soffice = required_program("soffice", "libreoffice")
    profile = tmp_path_factory.mktemp("libreoffice-profile")

    def convert(files: Mapping[str, bytes]) -> dict[str, Path]:
        folder = tmp_path_factory.mktemp("converted")
        for name, data in files.items():
            (folder / name).write_bytes(data)
        command = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", str(folder)]
        command += [str(folder / name) for name in files]
        answer = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
        made = {name: (folder / name).with_suffix(".pdf") for name in files}
        missing = [name for name, path in made.items() if not path.exists()]
        assert not missing, f"LibreOffice did not open {missing}: {answer.stderr}"
        return made

    return convert


@pytest.fixture(scope="session")
def pdf_text() -> Callable[[Path], str]:
    """The words of a PDF in logical order, white space folded."""
    pdftotext = required_program("pdftotext")

    def text(path: Path) -> str:
        command = [pdftotext, "-enc", "UTF-8", str(path), "-"]
        answer = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
        return " ".join(answer.stdout.split())

    return text
