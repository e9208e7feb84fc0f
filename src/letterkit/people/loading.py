"""Reads the files of people: one faulty entry is told and left out, and hides no other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics, nearest
from letterkit.people.doubles import tell_of_doubles
from letterkit.people.localized import LocalizedText, localized
from letterkit.people.models import Addressee
from letterkit.people.signatory import Signatory, read_signers
from letterkit.people.withheld import WITHHELD, Withheld, without_words
from letterkit.sources.nodes import DataFaulty, DataMapping, DataNothing, DataSequence, DataText
from letterkit.sources.schema import excerpt, origin_of, validate
from letterkit.sources.yaml import load_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from letterkit.diagnostics import Diagnostic

_LIST_KEYS = ("heading", "order", "signatories", "groups")
_GROUP_KEYS = ("heading", "order", "signatories")


class Order(StrEnum):
    """How the signatories of a group stand."""

    GIVEN = "given"
    ALPHABETICAL = "alphabetical"
    COUNTRY = "country"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Group:
    """Signatories under one heading."""

    heading: LocalizedText | None
    order: Order
    signatories: tuple[Signatory, ...]
    withheld: tuple[Withheld, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.signatories or self.withheld)


@dataclass(frozen=True, slots=True)
class SignatoryList:
    """The signatories of one file, group by group."""

    groups: tuple[Group, ...]


def load_addressees(
    path: Path, problems: Diagnostics, *, name: str, faulty: set[DataText] | None = None
) -> dict[DataText, Addressee]:
    """The addressees of a file by their ids, in the order in which they stand.

    The ids of entries that are at fault are added to `faulty`.
    """
    node = load_yaml(path, problems, name=name)
    if node is None:
        return {}
    if not isinstance(node, DataMapping):
        problems.error(
            "addressees are a mapping", node.origin, "write `an-id:`, and what is known below it"
        )
        return {}
    found: dict[DataText, Addressee] = {}
    for key, entry in node.items():
        addressee = validate(Addressee, entry, problems)
        if addressee is not None:
            found[key] = addressee
        elif faulty is not None:
            faulty.add(key)
    return found


def load_signatories(path: Path, problems: Diagnostics, *, name: str) -> SignatoryList | None:
    """The signatories of a file; None where it cannot be read at all."""
    found = Diagnostics()
    node = load_yaml(path, found, name=name)
    problems.extend(_unshown(path, found) if found else found)
    if node is None or (found.has_errors and _tells_of_withheld(path)):
        return None
    if isinstance(node, DataSequence):
        signers = read_signers(node, problems)
        groups = [Group(None, Order.GIVEN, signers.named, signers.withheld)]
    else:
        groups = _groups(node, problems)
    read = SignatoryList(tuple(group for group in groups if group))
    tell_of_doubles(signatories_of([read]), problems)
    return read


def signatories_of(lists: Iterable[SignatoryList]) -> list[Signatory]:
    """All who are named in several lists, in the order in which they stand."""
    return [each for one in lists for group in one.groups for each in group.signatories]


def _unshown(path: Path, found: Diagnostics) -> Iterable[Diagnostic]:
    """What is wrong with a file that YAML cannot read, without its words where some are withheld.

    Nobody can say which lines belong to a withheld entry where the file is broken.
    """
    return without_words(found) if _tells_of_withheld(path) else found


def _tells_of_withheld(path: Path) -> bool:
    return path.is_file() and WITHHELD.encode() in path.read_bytes()


def _groups(node: DataMapping, problems: Diagnostics) -> list[Group]:
    entries = {str(key): value for key, value in node.items()}
    if "groups" not in entries:
        return [_group(node, _LIST_KEYS, problems)]
    for key in node:
        if key not in {"groups", "order"}:
            hint = "each of the `groups` has its own" if key in _GROUP_KEYS else None
            problems.error(
                f"there is no key `{key}` beside `groups`",
                key.origin,
                hint or nearest(key, _LIST_KEYS),
            )
    groups = entries["groups"]
    if not isinstance(groups, DataSequence):
        problems.error("`groups` is a list", origin_of(groups), "write `- heading: …`")
        return []
    order = _order(entries.get("order"), problems)
    return [
        _group(group, _GROUP_KEYS, problems, order)
        for group in groups
        if _is_mapping(group, "a group has `heading` and `signatories`", problems)
    ]


def _group(
    node: DataMapping, keys: Iterable[str], problems: Diagnostics, order: Order = Order.GIVEN
) -> Group:
    entries = {str(key): value for key, value in node.items()}
    for key in node:
        if key not in keys:
            problems.error(f"there is no key `{key}` here", key.origin, nearest(key, keys))
    heading = localized(entries["heading"], problems) if "heading" in entries else None
    if "order" in entries:
        order = _order(entries["order"], problems)
    signatories = entries.get("signatories")
    if signatories is None:
        problems.error("`signatories` is missing", node.origin, "add `signatories:` and a list")
        return Group(heading, order, ())
    signers = read_signers(signatories, problems)
    return Group(heading, order, signers.named, signers.withheld)


def _order(node: object, problems: Diagnostics) -> Order:
    if node is None:
        return Order.GIVEN
    if node in tuple(Order):
        return Order(str(node))
    if not isinstance(node, DataFaulty):
        hint = nearest(str(node), tuple(Order))
        problems.error(f"`{excerpt(node)}` is no order", origin_of(node), hint)
    return Order.GIVEN


def _is_mapping(node: object, message: str, problems: Diagnostics) -> bool:
    if isinstance(node, DataMapping):
        return True
    if not isinstance(node, DataFaulty):
        what = "nothing" if isinstance(node, DataNothing) else f"`{excerpt(node)}`"
        problems.error(f"{what} stands here alone", origin_of(node), message)
    return False
