"""Where things are in a workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.diagnostics import Origin

if TYPE_CHECKING:
    from pathlib import Path

    from letterkit.diagnostics import Diagnostics

SETTINGS_FILE = "letterkit.yaml"
LOCALES_FOLDER = "locales"
LETTERS_FOLDER = "letters"
TEMPLATES_FOLDER = "templates"
SIGNATORIES_FOLDER = "signatories"
ADDRESSEES_FOLDER = "addressees"
KINDS_FOLDER = "kinds"
OUTPUT_FOLDER = "out"


def find_root(start: Path) -> Path | None:
    """The folder with `letterkit.yaml` that is `start` or the nearest above it."""
    start = start.resolve()
    return next((at for at in (start, *start.parents) if (at / SETTINGS_FILE).is_file()), None)


def folders_in(folder: Path, problems: Diagnostics) -> list[Path]:
    """The folders within a folder, by their names; hidden ones are left out."""
    return [path for path in _entries(folder, problems) if path.is_dir()]


def data_files_in(folder: Path, problems: Diagnostics) -> list[Path]:
    """The YAML files of a folder, by their names."""
    return [path for path in _entries(folder, problems) if path.suffix in {".yaml", ".yml"}]


def _entries(folder: Path, problems: Diagnostics) -> list[Path]:
    """What is in a folder that may not be there, or not be readable."""
    try:
        found = sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        problems.error(f"cannot read the folder: {error.strerror}", Origin(str(folder)))
        return []
    return [path for path in found if not path.name.startswith(".")]
