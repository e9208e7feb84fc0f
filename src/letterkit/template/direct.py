"""A short way for the expressions that most letters consist of: a name, its fields, our filters.

Jinja turns an expression into a Python module and compiles that, which takes a third of a
millisecond; a chain of names and filters needs none of it. All else goes Jinja's way, and both ways
read data through the same sandbox.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from jinja2 import nodes

from letterkit.template.filters import GuardedFilter
from letterkit.template.sandbox import CONCATENATE

if TYPE_CHECKING:
    from letterkit.template.sandbox import Sandbox

Evaluate = Callable[[Mapping[str, object]], object]

_OWN_AND_PLAIN = frozenset({CONCATENATE, "default", "d"})


def direct(tree: nodes.Expr, sandbox: Sandbox) -> Evaluate | None:  # noqa: PLR0911 - a kind each
    """A function that evaluates the expression, or None where only Jinja can."""
    match tree:
        case nodes.Const():
            value = tree.value
            return lambda _: value
        case nodes.Name():
            return _name(tree.name, sandbox)
        case nodes.Getattr():
            return _field(tree.node, tree.attr, sandbox)
        case nodes.Getitem(arg=nodes.Const(value=key)):
            return _item(tree.node, key, sandbox)
        case nodes.List():
            items = _all(tree.items, sandbox)
            return None if items is None else lambda context: [item(context) for item in items]
        case nodes.Filter():
            return _filter(tree, sandbox)
    return None


def _all(trees: list[nodes.Expr], sandbox: Sandbox) -> list[Evaluate] | None:
    made = [direct(tree, sandbox) for tree in trees]
    ready = [each for each in made if each is not None]
    return ready if len(ready) == len(made) else None


def _name(name: str, sandbox: Sandbox) -> Evaluate:
    def evaluate(context: Mapping[str, object]) -> object:
        return context[name] if name in context else sandbox.undefined(name=name)

    return evaluate


def _field(owner: nodes.Expr, name: str, sandbox: Sandbox) -> Evaluate | None:
    of_owner = direct(owner, sandbox)
    if of_owner is None:
        return None
    return lambda context: sandbox.getattr(of_owner(context), name)


def _item(owner: nodes.Expr, key: object, sandbox: Sandbox) -> Evaluate | None:
    of_owner = direct(owner, sandbox)
    if of_owner is None:
        return None
    return lambda context: sandbox.getitem(of_owner(context), key)


def _filter(tree: nodes.Filter, sandbox: Sandbox) -> Evaluate | None:
    function = sandbox.filters.get(tree.name)
    ours = isinstance(function, GuardedFilter) or tree.name in _OWN_AND_PLAIN
    if not ours or tree.node is None or tree.dyn_args or tree.dyn_kwargs or function is None:
        return None
    value = direct(tree.node, sandbox)
    arguments = _all(tree.args, sandbox)
    options = _all([option.value for option in tree.kwargs], sandbox)
    if value is None or arguments is None or options is None:
        return None
    names = [str(option.key) for option in tree.kwargs]
    if not arguments and not names:
        return lambda context: function(value(context))

    def evaluate(context: Mapping[str, object]) -> object:
        return function(
            value(context),
            *(argument(context) for argument in arguments),
            **{name: option(context) for name, option in zip(names, options, strict=True)},
        )

    return evaluate
