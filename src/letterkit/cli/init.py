"""`letterkit init`: a new workspace with the starter content."""

from __future__ import annotations

from pathlib import Path

import click

from letterkit.cli.terminal import result, say


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Make a workspace in FOLDER, with a sample letter in three languages."""
    from letterkit.starter import make_workspace

    for path in make_workspace(folder):
        result(str(path))
    say(f"A workspace is in {folder}. Next: change letterkit.yaml to say who you are, then")
    say(f"  cd {folder}")
    say("  letterkit generate")
