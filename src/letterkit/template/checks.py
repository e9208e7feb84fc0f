"""What can be told of an expression before it is run: filters, tests, calls, their places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar, cast

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from letterkit.diagnostics import Origin, nearest
from letterkit.language.errors import LanguageError
from letterkit.language.locale_nouns import CATEGORIES
from letterkit.language.nouns import noun_named
from letterkit.sources.hidden import hidden_in
from letterkit.sources.text import FORBIDDEN, forbidden_fault
from letterkit.template.filters import REPLACED, GuardedFilter
from letterkit.template.sandbox import CONCATENATE

if TYPE_CHECKING:
    import inspect
    from collections.abc import Iterator

    from jinja2 import TemplateSyntaxError

    from letterkit.diagnostics import Diagnostic
    from letterkit.language.profile import Profile
    from letterkit.template.sandbox import Sandbox

Fault = tuple[str, int, str | None]
"""Message, offset in the source, hint."""

_Node = TypeVar("_Node", bound=nodes.Node)

_CURLY = "“”„‟«»‘’‚‛"
_STRING = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"", re.DOTALL)


class Tree:
    """An expression taken apart once: every node of it, the root itself included."""

    def __init__(self, root: nodes.Expr) -> None:
        self.root = root
        self._nodes = [root, *root.find_all(nodes.Node)]

    def find(self, kind: type[_Node]) -> Iterator[_Node]:
        """Every node of a kind."""
        return (node for node in self._nodes if isinstance(node, kind))

    @property
    def names(self) -> frozenset[str]:
        """The variables it asks for."""
        return frozenset(node.name for node in self.find(nodes.Name))

    @property
    def paths(self) -> frozenset[str]:
        """The fields it asks of its variables, as `letter.place`; a variable asked for whole."""
        found: dict[int, str] = {id(node): node.name for node in self.find(nodes.Name)}
        for node in self.find(nodes.Getattr):
            if isinstance(node.node, nodes.Name):
                found[id(node.node)] = f"{node.node.name}.{node.attr}"
        for item in self.find(nodes.Getitem):
            if isinstance(item.node, nodes.Name) and isinstance(item.arg, nodes.Const):
                found[id(item.node)] = f"{item.node.name}.{item.arg.value}"
        return frozenset(found.values())

    @property
    def strings(self) -> frozenset[str]:
        """The strings written in it."""
        return frozenset(
            node.value for node in self.find(nodes.Const) if isinstance(node.value, str)
        )

    @property
    def parts(self) -> frozenset[str]:
        """The parts that `part("…")` sets into the sentence."""
        return frozenset(
            call.args[0].value
            for call in self.find(nodes.Call)
            if isinstance(call.node, nodes.Name)
            and call.node.name == "part"
            and call.args
            and isinstance(call.args[0], nodes.Const)
            and isinstance(call.args[0].value, str)
        )


def faults(tree: Tree, source: str, sandbox: Sandbox) -> list[Fault]:
    """All that is wrong with an expression whatever the data are."""
    found: list[Fault] = []
    for node in tree.find(nodes.Filter):
        found += _filter_faults(node, source, sandbox)
    for test in tree.find(nodes.Test):
        if test.name not in sandbox.tests:
            hint = nearest(test.name, (name for name in sandbox.tests if name.isalpha()))
            found.append(
                (f"there is no test `{test.name}`", place_of_test(source, test.name), hint)
            )
    for call in tree.find(nodes.Call):
        if isinstance(call.node, nodes.Getattr):
            name = call.node.attr
            found.append(
                (
                    f"`.{name}(…)` cannot be called",
                    place_of_field(source, name),
                    f"use the filter: `| {name}`"
                    if name in sandbox.filters
                    else REPLACED.get(name) or "values are changed by filters: `name | upper`",
                )
            )
    return found


def needless(tree: Tree, source: str, sandbox: Sandbox) -> Iterator[Fault]:
    """Words for a plural category that no number of the language has, so that nobody reads them."""
    meant = {*sandbox.profile.babel.plural_form.tags, "other"}
    told = " and ".join(f"`{each}`" for each in CATEGORIES if each in meant)
    for node in tree.find(nodes.Filter):
        if node.name == "plural":
            for option in node.kwargs:
                if option.key in CATEGORIES and option.key not in meant:
                    message = f"`{option.key}` is no plural category of the language"
                    place = place_of_filter(source, node.name)
                    yield f"{message}: no number asks for it", place, f"it has {told}"


def unprintable(tree: Tree) -> Iterator[Fault]:
    """Characters that no Word file can hold or that hide, written by their numbers in a string."""
    for text in sorted(tree.strings):
        for found in dict.fromkeys(FORBIDDEN.findall(text)):
            message, hint = forbidden_fault(found)
            yield message, 0, hint
        for hidden in hidden_in(text, data=False):
            yield hidden.message, 0, hidden.hint


def _filter_faults(node: nodes.Filter, source: str, sandbox: Sandbox) -> Iterator[Fault]:
    name = node.name
    place = place_of_filter(source, name)
    known = [known for known in sandbox.filters if known.isidentifier()]
    function = sandbox.filters.get(name)
    if function is None:
        yield f"there is no filter `{name}`", place, REPLACED.get(name) or nearest(name, known)
        return
    first = node.args[0] if node.args else None
    if name in {"map", "select", "reject"} and isinstance(first, nodes.Const):
        offered = known if name == "map" else list(sandbox.tests)
        given = str(first.value)
        if given not in offered:
            kind = "filter" if name == "map" else "test"
            yield (
                f"there is no {kind} `{given}`",
                place,
                REPLACED.get(given) or nearest(given, offered),
            )
    if isinstance(function, GuardedFilter) and not node.dyn_args and not node.dyn_kwargs:
        for message, hint in _argument_faults(name, node, function.signature):
            yield message, place, hint
        fault = _lacking_noun(node, function.signature, sandbox.profile)
        if fault is not None:
            yield fault.message, place, fault.hint


def _lacking_noun(
    node: nodes.Filter, signature: inspect.Signature, profile: Profile
) -> Diagnostic | None:
    """A noun that is written in the expression and that the language lacks, used or not.

    So too an adjective of it that is given in another form than its first one.
    """
    names = list(signature.parameters)[1:]
    given = dict(zip(names, node.args, strict=False))
    given |= {str(option.key): option.value for option in node.kwargs}
    noun, adjective = (
        written.value if isinstance(written := given.get(name), nodes.Const) else None
        for name in ("noun", "adjective")
    )
    if not isinstance(noun, str):
        return None
    try:
        noun_named(profile, noun, adjective if isinstance(adjective, str) else None)
    except LanguageError as error:
        return error.diagnostic
    return None


def _argument_faults(
    name: str, node: nodes.Filter, signature: inspect.Signature
) -> Iterator[tuple[str, str | None]]:
    """Arguments that a filter does not take, or lacks; its first parameter is the value."""
    parameters = list(signature.parameters.values())[1:]
    positional = [each for each in parameters if each.kind is each.POSITIONAL_OR_KEYWORD]
    names = [each.name for each in parameters if each.kind is not each.VAR_KEYWORD]
    takes_any = len(names) < len(parameters)
    given = [option.key for option in node.kwargs]
    for key in given:
        if key not in names and not takes_any:
            close = nearest(str(key), names) or f"`{name}` takes no options"
            yield f"`{name}` knows no option `{key}`", close
    if len(node.args) > len(positional):
        usage = ", ".join(f"`{each}`" for each in names)
        count = len(positional) or "no"
        plural = "s" if len(positional) > 1 else ""
        hint_of_names = f"its options are named: {usage}" if usage else None
        yield f"`{name}` takes {count} plain argument{plural}", hint_of_names
    satisfied = {each.name for each in positional[: len(node.args)]} | set(given)
    for each in positional:
        if each.default is each.empty and each.name not in satisfied:
            yield f"`{name}` needs its `{each.name}`", f"as in `{name}(…)`"
    if takes_any and not given:
        yield f"`{name}` needs words to choose from", f'as in `{name}(other="…")`'


class _Rewriting(NodeTransformer):
    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - Jinja's name
        self.generic_visit(node)
        made = nodes.Filter(
            nodes.List(node.nodes, lineno=node.lineno),
            CONCATENATE,
            [],
            [],
            None,
            None,
            lineno=node.lineno,
        )
        return made.set_environment(self._sandbox)


def rewritten(tree: Tree, sandbox: Sandbox) -> nodes.Expr:
    """The expression with `~` made a filter of ours, which keeps each name an island."""
    if next(tree.find(nodes.Concat), None) is None:
        return tree.root
    return cast("nodes.Expr", _Rewriting(sandbox).visit(tree.root))


def syntax_fault(source: str, offset: int, error: TemplateSyntaxError) -> tuple[str, str]:
    """What to say where Jinja's parser stopped at `offset`."""
    rest = source[offset:].strip()
    if not rest or (error.message or "").endswith("got 'end of template'"):
        return (
            f"the expression `{source}` is not complete",
            "something is missing at its end: a bracket, a name, a quotation mark",
        )
    shown = re.match(r"\w+|.", rest, re.DOTALL)
    character = shown[0] if shown else rest
    if character == "،":
        hint = "write `,`, not `،`"
    elif character in _CURLY:
        hint = "an expression takes straight quotation marks, `\"` or `'`"
    elif character in "\"'" and not _STRING.match(rest):
        hint = f"the text that begins with `{character}` does not end"
    elif offset == 0 and character in {"if", "for", "set", "end", "endif", "endfor", "else"}:
        hint = "there are no statements; conditions are `when` of a part, or `… if … else …`"
    else:
        hint = "an expression is a name with filters, as in `date | date`, or a calculation"
    return f"`{character}` cannot stand here in an expression", hint


def shifted(origin: Origin, source: str, offset: int) -> Origin:
    """The place `offset` characters into a source that begins at `origin`."""
    before = source[:offset]
    lines = before.count("\n")
    if not lines:
        return origin.shifted(offset)
    return Origin(origin.path, origin.line + lines, offset - before.rindex("\n"))


def place_of_name(source: str, name: str) -> int:
    """Where a variable is first named; not a field, a filter or an option of that name."""
    return _place(source, rf"(?<![\w.|])(?<!\|\s)({re.escape(name)})\b(?!\s*=(?!=))")


def place_of_field(source: str, name: str) -> int:
    """Where a field is first named after a dot or in brackets."""
    place = _place(source, rf"\.\s*({re.escape(name)})\b")
    if place:
        return place
    written = re.search(rf"\[\s*(['\"]){re.escape(name)}\1", source)
    return written.start(1) if written else 0


def place_of_filter(source: str, name: str) -> int:
    """Where a filter is first named."""
    return _place(source, rf"\|\s*({re.escape(name)})\b")


def place_of_test(source: str, name: str) -> int:
    """Where a test is first named."""
    return _place(source, rf"\bis\s+(?:not\s+)?({re.escape(name)})\b")


def _place(source: str, pattern: str) -> int:
    """Where the first group of a pattern stands outside of strings, else the beginning."""
    blanked = _STRING.sub(lambda match: "\x00" * len(match[0]), source)
    found = re.search(pattern, blanked)
    return found.start(1) if found else 0
