"""The entries under `parts` and `order` of a kind or a template."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from letterkit.diagnostics import nearest
from letterkit.language.locale_file import normalized
from letterkit.sources.nodes import DataFaulty, DataMapping, DataSequence, DataText
from letterkit.sources.variables import RESERVED
from letterkit.template.fences import PART_NAME

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from letterkit.diagnostics import Diagnostics, Origin
    from letterkit.template.expressions import Expression, ExpressionEnvironment

_KEYS = ("part", "id", "when", "each", "as")
OPTIONS = ("columns", "layout", "join", "group_by", "label", "without")
"""What else an entry may say; each part takes those it knows."""

COLUMNED = {"signatories": 4, "logos": 6}
"""The parts that can stand in columns, each with the most that a page has room for."""

LAID_OUT = "signatories"
RUNNING = "running"
LAYOUTS = (RUNNING,)
"""How signatories can stand otherwise than in columns: in a text, each after the other."""

LABELLED = "contact"
"""The part that can stand under another label."""

_WORDED: Mapping[str, tuple[Sequence[str], str, str]] = {
    "layout": (
        LAYOUTS,
        "`layout` is `running`, for a running text",
        "for columns write `columns: 2`",
    ),
    "label": (
        ("contact", "press-contact"),
        "`label` is `contact` or `press-contact`",
        "as in `label: press-contact`",
    ),
    "join": (("and", "or"), "`join` is `and` or `or`", "as in `join: and`"),
}
"""Options that are one of a few words: these, and what is told of any other."""

COMPOSED = "articles"
"""The part that is composed of other letters, of which it can leave parts out."""

DEFAULT_ITEM = "item"

Option = str | int | tuple[DataText, ...]


@dataclass(frozen=True, slots=True)
class PartUse:
    """One place where a part stands.

    `id` is its name unless the part stands in several places. `when` and `each` are the sources of
    expressions; in each repetition the item is called `as_name`.
    """

    name: str
    id: str
    origin: Origin
    when: DataText | None = None
    each: DataText | None = None
    as_name: str = DEFAULT_ITEM
    options: Mapping[str, Option] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Conditions:
    """The `when` and `each` of an entry, compiled."""

    when: Expression | None
    each: Expression | None


def compile_conditions(
    use: PartUse, environment: ExpressionEnvironment, problems: Diagnostics
) -> Conditions:
    """Compile an entry's expressions; a faulty one is told of and None."""
    return Conditions(
        *(
            None if source is None else environment.compile(source, source.origin, problems)
            for source in (use.when, use.each)
        )
    )


def read_parts(node: object, problems: Diagnostics) -> tuple[PartUse, ...]:
    """The entries of a list of parts; faulty ones are told of and left out."""
    if not isinstance(node, DataSequence):
        _tell_kind(node, "`parts` is a list", "write `parts: [dateline, body]`", problems)
        return ()
    made: dict[str, PartUse] = {}
    for entry in node:
        use = _read_entry(entry, problems)
        if use is None:
            continue
        if (earlier := made.get(use.id)) is not None:
            problems.error(
                f"`{use.id}` stands twice, first in line {earlier.origin.line}",
                use.origin,
                "give the second one an `id` of its own",
            )
            continue
        made[use.id] = use
    return tuple(made.values())


def read_order(
    node: object, parts: Sequence[PartUse], problems: Diagnostics
) -> dict[str, tuple[str, ...]]:
    """For each locale the ids of parts in the order that custom has there.

    The locales are texts that know their place: which of them there are, the workspace knows.
    """
    if node is None:
        return {}
    if not isinstance(node, DataMapping):
        _tell_kind(node, "`order` goes by locale", "write `order: {ar: [dateline, …]}`", problems)
        return {}
    known = [use.id for use in parts]
    made: dict[str, tuple[str, ...]] = {}
    for locale, ids in node.items():
        name = DataText(normalized(locale), locale.origin)
        if name in made:
            problems.error(
                f"`{locale}` is a locale that has its order already",
                locale.origin,
                f"write it once, as `{name}: […]`",
            )
        made[name] = _read_ids(ids, known, problems)
    return made


def _read_ids(node: object, known: Sequence[str], problems: Diagnostics) -> tuple[str, ...]:
    if not isinstance(node, DataSequence):
        _tell_kind(node, "an order is a list of parts", "as in `[dateline, salutation]`", problems)
        return ()
    made: dict[str, DataText] = {}
    for entry in node:
        if not isinstance(entry, DataText):
            _tell_kind(entry, "an order is a list of names of parts", None, problems)
        elif entry not in known:
            problems.error(f"no part is called `{entry}`", entry.origin, nearest(entry, known))
        elif entry in made:
            problems.error(
                f"`{entry}` stands twice, first in line {made[entry].origin.line}",
                entry.origin,
                "take one of them out",
            )
        else:
            made[str(entry)] = entry
    return tuple(made)


def _read_entry(entry: object, problems: Diagnostics) -> PartUse | None:
    if isinstance(entry, DataText):
        return PartUse(str(entry), str(entry), entry.origin) if _named(entry, problems) else None
    if not isinstance(entry, DataMapping):
        _tell_kind(entry, "a part is a name", "as in `- body`, or `- {part: body}`", problems)
        return None
    for key in entry:
        if key not in _KEYS and key not in OPTIONS:
            hint = nearest(key, (*_KEYS, *OPTIONS))
            problems.error(f"a part has no key `{key}`", key.origin, hint)
    texts: dict[str, DataText] = {}
    values = {str(key): value for key, value in entry.items()}
    for name in _KEYS:
        value = values.get(name)
        if isinstance(value, DataText):
            texts[name] = value
        elif value is not None:
            _tell_kind(value, f"`{name}` of a part is text", None, problems)
    part = texts.get("part")
    if part is None:
        if "part" not in values:
            problems.error("the entry names no part", entry.origin, "add `part: …`")
        return None
    identity = texts.get("id", part)
    valid = [_named(text, problems) for text in dict.fromkeys((part, identity))]
    return (
        PartUse(
            str(part),
            str(identity),
            entry.origin,
            texts.get("when"),
            texts.get("each"),
            _item_name(texts, problems),
            _options(entry, problems),
        )
        if all(valid)
        else None
    )


def _item_name(texts: Mapping[str, DataText], problems: Diagnostics) -> str:
    item = texts.get("as")
    if item is None:
        return DEFAULT_ITEM
    if "each" not in texts:
        problems.error(
            "`as` names what `each` goes through, and there is no `each`",
            item.origin,
            "add `each: …`, or take `as` out",
        )
    if not item.isidentifier() or item.startswith("_"):
        problems.error(
            f"`{item}` cannot be a name in expressions",
            item.origin,
            "a name is letters, digits and underscores, as in `facility`",
        )
        return DEFAULT_ITEM
    if item in RESERVED:
        problems.error(
            f"`{item}` means something else in a letter",
            item.origin,
            "call the item by another name",
        )
        return DEFAULT_ITEM
    return str(item)


def _options(entry: DataMapping, problems: Diagnostics) -> dict[str, Option]:
    values = {str(key): value for key, value in entry.items()}
    made: dict[str, Option] = {}
    _tell_ignored(entry, values, problems)
    if (columns := values.get("columns")) is not None:
        number = int(columns) if isinstance(columns, DataText) and _is_small(columns) else 0
        most = COLUMNED.get(str(values.get("part")), min(COLUMNED.values()))
        if 1 <= number <= most:
            made["columns"] = number
        else:
            _tell_kind(columns, f"`columns` is 1 to {most}", "as in `columns: 2`", problems)
    for key, (words, message, hint) in _WORDED.items():
        if (word := values.get(key)) is None:
            continue
        if isinstance(word, DataText) and word in words:
            made[key] = str(word)
        else:
            _tell_kind(word, message, hint, problems)
    if (field := values.get("group_by")) is not None:
        fits = isinstance(field, DataText) and field.isidentifier() and not field.startswith("_")
        if fits and "each" in values:
            made["group_by"] = str(field)
        else:
            _tell_kind(
                field,
                "`group_by` names a field of the items that `each` goes through",
                "as in `each: items` and `group_by: outlet`",
                problems,
            )
    return made | _left_out(values.get("without"), problems)


def _left_out(node: object, problems: Diagnostics) -> dict[str, Option]:
    """The parts that articles leave out, where that is said; an empty list leaves out none."""
    if node is None:
        return {}
    entries = [node] if isinstance(node, DataText) else node
    if not isinstance(entries, list):
        hint = "as in `without: [sender, contact]`"
        _tell_kind(node, "`without` is a list of names of parts", hint, problems)
        return {}
    for entry in entries:
        if not isinstance(entry, DataText):
            _tell_kind(entry, "`without` is a list of names of parts", None, problems)
    return {"without": tuple(entry for entry in entries if isinstance(entry, DataText))}


def _tell_ignored(entry: DataMapping, values: Mapping[str, object], problems: Diagnostics) -> None:
    """Tell of options that would do nothing where they stand."""
    for key in entry:
        part = values.get("part")
        if key == "columns" and part not in (None, *COLUMNED):
            parts = " and ".join(f"`{each}`" for each in COLUMNED)
            problems.error(
                f"`columns` is for the parts {parts} alone", key.origin, "take `columns` out"
            )
        elif key == "layout" and part not in (None, LAID_OUT):
            problems.error(
                f"`layout` is for the part `{LAID_OUT}` alone", key.origin, "take `layout` out"
            )
        elif key == "label" and values.get("part") not in (None, LABELLED):
            problems.error(
                f"`label` is for the part `{LABELLED}` alone", key.origin, "take `label` out"
            )
        elif key == "without" and values.get("part") not in (None, COMPOSED):
            problems.error(
                f"`without` is for the part `{COMPOSED}` alone", key.origin, "take `without` out"
            )
        elif key == "join" and "each" not in values:
            problems.error(
                "`join` is for what `each` goes through, and there is no `each`",
                key.origin,
                "add `each: …`, or take `join` out",
            )


def _is_small(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) == 1


def _named(text: DataText, problems: Diagnostics) -> bool:
    if PART_NAME.match(text):
        return True
    problems.error(
        f"`{text}` cannot be the name of a part",
        text.origin,
        "a name is small letters a to z and digits, joined by hyphens, as in `opening`",
    )
    return False


def _tell_kind(node: object, message: str, hint: str | None, problems: Diagnostics) -> None:
    if not isinstance(node, DataFaulty):
        problems.error(message, getattr(node, "origin", None), hint)
