"""The pictures of a workspace: signatures, the logos of those who sign, and those in words."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics, Severity
from letterkit.document import Picture
from letterkit.people.loading import signatories_of
from letterkit.writers.pictures import PictureError, read_picture

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from letterkit.people.loading import SignatoryList
    from letterkit.people.models import Director
    from letterkit.people.signatory import Signatory
    from letterkit.sources.nodes import DataText
    from letterkit.workspace.once import Once

_PICTURES = (".png", ".jpg", ".jpeg")
_FROM_THE_ROOT = "its path begins at the folder of letterkit.yaml"


class Pictures:
    """Looks whether pictures are there and can be shown; each is read once for its place."""

    def __init__(self, root: Path, once: Once) -> None:
        self._root = root
        self._once = once

    def check_signatures(
        self, persons: Iterable[Director | Signatory | None], problems: Diagnostics
    ) -> None:
        """Warn of pictures of signatures that cannot be shown.

        Only what is released as PDF needs them; who drafts a letter may have none.
        """
        for person in persons:
            if person is None or person.signature is None:
                continue
            found = Diagnostics()
            self._check(self._root / person.signature, person.signature, "signature", found)
            problems.extend(replace(told, severity=Severity.WARNING) for told in found)

    def check_logos(
        self,
        folder: DataText | None,
        lists: Iterable[SignatoryList],
        problems: Diagnostics,
        *,
        whole: bool,
    ) -> None:
        """Tell of logos that cannot be shown, and of those in the folder that belong to nobody.

        Without a folder no logo is printed. Where the lists are not `whole`, since something in
        them is at fault, nobody knows whose the others are. No file is named that the lists do not
        name: its name may be that of one who is withheld.
        """
        if folder is None:
            return
        path = self._root / folder
        if not os.path.isdir(path):  # noqa: PTH112 - says no where pathlib raises
            problems.error(f"there is no folder `{folder}`", folder.origin, _FROM_THE_ROOT)
            return
        there = _pictures_in(path)
        named: set[str] = set()
        for signatory in _with_members(signatories_of(lists)):
            if (logo := signatory.logo) is not None:
                named.add(unicodedata.normalize("NFC", logo))
                self._check(path / logo, logo, "logo", problems)
        unnamed = sum(unicodedata.normalize("NFC", name) not in named for name in there)
        if unnamed and whole:
            verb = "belongs" if unnamed == 1 else "belong"
            problems.warning(
                f"{unnamed} of the {len(there)} pictures in `{folder}` {verb} to nobody who signs",
                folder.origin,
                "say whose they are, as `logo: …` beside a signatory, or take the files away",
            )

    def look_at(self, picture: Picture, problems: Diagnostics) -> None:
        """Tell why a picture that is there, with its whole path, cannot be shown."""

        def load(found: Diagnostics) -> None:
            try:
                read_picture(picture)
            except PictureError as error:
                found.add(error.diagnostic)

        self._once("picture in words", f"{picture.path} {picture.origin}", load, problems)

    def _check(self, path: Path, named: DataText, what: str, problems: Diagnostics) -> None:
        """Tell what is wrong with a picture."""

        def load(found: Diagnostics) -> None:
            # os.path says no where pathlib raises: a name too long, a folder nobody may search.
            if not os.path.isfile(path):  # noqa: PTH113
                shown = path.relative_to(self._root).as_posix()
                found.error(f"there is no {what} `{shown}`", named.origin, _FROM_THE_ROOT)
                return
            try:
                read_picture(Picture(str(path), origin=named.origin, written=str(named)))
            except PictureError as error:
                found.add(error.diagnostic)

        self._once("picture", f"{path} {named.origin}", load, problems)


def _with_members(signatories: Iterable[Signatory]) -> Iterator[Signatory]:
    """Those who sign, and the members of coalitions at every depth."""
    for signatory in signatories:
        yield signatory
        yield from _with_members(signatory.signatories.named)


def _pictures_in(folder: Path) -> list[str]:
    try:
        names = sorted(entry.name for entry in folder.iterdir())
    except OSError:  # what is missing in it is told where it is named
        return []
    # The ending of a file's name, which is English.
    return [name for name in names if name[:1] != "." and name.lower().endswith(_PICTURES)]
