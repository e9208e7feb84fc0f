"""The command line itself: how commands are found, loaded and suggested."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

import click

from letterkit.diagnostics import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping


class CommandGroup(click.Group):
    """Commands that are imported when they are called: a cold start is imports.

    `modules` gives the module of each command, which holds it under the name `command`.
    """

    def __init__(self, *arguments: Any, modules: Mapping[str, str], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of all commands, in the order in which people meet them."""
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name."""
        module = self._modules.get(cmd_name)
        if module is None:
            return None
        command = importlib.import_module(module).command
        assert isinstance(command, click.Command)  # noqa: S101 - a mistake of ours, not of a user
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest name where there is no such command."""
        if args and not args[0].startswith("-") and args[0] not in self._modules:
            hint = nearest(args[0], self._modules)
            raise click.UsageError(f"no command `{args[0]}`; {hint}", ctx)
        return super().resolve_command(ctx, args)
