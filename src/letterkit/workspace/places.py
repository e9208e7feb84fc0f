"""Where things are in a workspace, and looking there without ever failing over what is found."""

from __future__ import annotations

import os
from pathlib import Path

from letterkit.diagnostics import Diagnostics, Origin
from letterkit.sources.hidden import faults_of

SETTINGS_FILE = "letterkit.yaml"
LOCALES_FOLDER = "locales"
LETTERS_FOLDER = "letters"
TEMPLATES_FOLDER = "templates"
SIGNATORIES_FOLDER = "signatories"
ADDRESSEES_FOLDER = "addressees"
KINDS_FOLDER = "kinds"
OUTPUT_FOLDER = "out"
SENT_FOLDER = "sent"
REGISTER_FILE = "register.sqlite"

_DATA = frozenset({".yaml", ".yml"})
_WORDS = frozenset({".md"})
_NEARLY_WORDS = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_NOTES = "README"
_BACKUP = "~"
_HOW_TO_NAME_DATA = "what is read here are files, in this folder itself, that end in `.yaml`"
_HOW_TO_NAME_WORDS = "a file of words ends in `.md`"


def find_root(start: Path) -> Path | None:
    """The folder with `letterkit.yaml` that is `start` or the nearest above it.

    Whatever stands there under that name makes the folder a workspace: what is wrong with it is
    told when it is read.
    """
    start = Path(os.path.realpath(start))
    return next((at for at in (start, *start.parents) if os.path.lexists(at / SETTINGS_FILE)), None)


def shown_in(root: Path, path: Path) -> str:
    """A file's name in diagnostics: from the workspace on, with slashes on every system."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def folders_in(folder: Path, problems: Diagnostics, *, root: Path) -> list[Path]:
    """The folders within a folder, by their names; hidden ones are left out.

    `root` is the workspace, which names of files in diagnostics begin from. Files of data and of
    words beside the folders, where nothing reads them, are told.
    """
    found: list[Path] = []
    for path in _entries(folder, problems, root):
        # os.path tells what is there; pathlib raises where a folder may not be searched.
        if os.path.isdir(path):  # noqa: PTH112
            found.append(path)
        elif path.suffix.lower() in _DATA | _NEARLY_WORDS and not path.name.startswith(_NOTES):
            problems.warning(
                f"`{path.name}` is not read",
                Origin(shown_in(root, path)),
                f"what is read here are folders: move it into one, as "
                f"`{folder.name}/{path.stem}/…`, or take it out",
            )
    return found


def data_files_in(
    folder: Path, problems: Diagnostics, *, root: Path, besides: frozenset[str] = frozenset()
) -> list[Path]:
    """Whatever bears the name of a YAML file in a folder, by these names; told of all else.

    Files whose names end in one of `besides` are read by others.
    """
    found: list[Path] = []
    for path in _entries(folder, problems, root):
        if path.suffix in _DATA:
            found.append(path)
        elif path.suffix in besides:
            continue
        elif not path.name.startswith(_NOTES) and not path.name.endswith(_BACKUP):
            _tell_of_unread(path, _HOW_TO_NAME_DATA, _DATA, problems, root)
    return found


def files_named_in(folder: Path, suffixes: frozenset[str], *, root: Path) -> list[Path]:
    """The files of a folder whose names end so, by these names; nothing is told."""
    return [path for path in _entries(folder, Diagnostics(), root) if path.suffix in suffixes]


def word_files_in(folder: Path, problems: Diagnostics, *, root: Path) -> list[Path]:
    """Whatever bears the name of a file of words in a folder, by these names.

    Told of what only nearly does: pictures and notes may stand beside them.
    """
    found: list[Path] = []
    for path in _entries(folder, problems, root):
        if path.suffix in _WORDS:
            found.append(path)
        elif path.suffix.lower() in _NEARLY_WORDS:
            _tell_of_unread(path, _HOW_TO_NAME_WORDS, _WORDS, problems, root)
    return found


def _tell_of_unread(
    path: Path, hint: str, suffixes: frozenset[str], problems: Diagnostics, root: Path
) -> None:
    suffix = path.suffix.lower()  # the ending of a file's name, which is English
    problems.warning(
        f"`{path.name}` is not read",
        Origin(shown_in(root, path)),
        f"name it `{path.stem}{suffix}`" if suffix in suffixes else hint,
    )


def _entries(folder: Path, problems: Diagnostics, root: Path) -> list[Path]:
    """What is in a folder that may not be there, or not be readable."""
    try:
        found = sorted(folder.iterdir())
    except FileNotFoundError:
        if folder.is_symlink():
            problems.error(
                "the folder is a link that leads nowhere",
                Origin(shown_in(root, folder)),
                "mend the link, or take it out",
            )
        return []
    except NotADirectoryError:
        problems.error(
            "there should be a folder of this name, not a file",
            Origin(shown_in(root, folder)),
            "move the file away",
        )
        return []
    except OSError as error:
        reason = (error.strerror or "it is out of reach").lower()  # the system's own words, English
        problems.error(
            f"the folder cannot be read: {reason}",
            Origin(shown_in(root, folder)),
            "give yourself the right to read it",
        )
        return []
    return [
        path
        for path in found
        if not path.name.startswith(".") and not _is_hidden(path, problems, root)
    ]


def _is_hidden(path: Path, problems: Diagnostics, root: Path) -> bool:
    """Whether a name is another than it shows, so that nobody knows what is read; that is told."""
    told = faults_of(path.name)
    for each in told:
        problems.error(
            f"{each.message}, in the name of a file",
            Origin(shown_in(root, path)),
            "rename it; until then it is not read",
        )
    return bool(told)
