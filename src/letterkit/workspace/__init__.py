"""A workspace: what is in the folders of a house that writes letters, found and loaded by name."""

from letterkit.workspace.directory import Recipients
from letterkit.workspace.opened import Workspace
from letterkit.workspace.places import (
    ADDRESSEES_FOLDER,
    LETTERS_FOLDER,
    LOCALES_FOLDER,
    OUTPUT_FOLDER,
    SETTINGS_FILE,
    SIGNATORIES_FOLDER,
    TEMPLATES_FOLDER,
    find_root,
)

__all__ = [
    "ADDRESSEES_FOLDER",
    "LETTERS_FOLDER",
    "LOCALES_FOLDER",
    "OUTPUT_FOLDER",
    "SETTINGS_FILE",
    "SIGNATORIES_FOLDER",
    "TEMPLATES_FOLDER",
    "Recipients",
    "Workspace",
    "find_root",
]
