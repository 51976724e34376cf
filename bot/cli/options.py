"""Which options do commands share?"""

from pathlib import Path
from typing import Annotated

import typer


def _chosen(context: typer.Context, value: Path | None) -> Path | None:
    """A command's own --config, else the one given before the command."""
    return value or context.obj


ConfigFile = Annotated[
    Path | None,
    typer.Option("--config", help="Settings to use instead of config.yaml.", callback=_chosen, show_default=False),
]
Now = Annotated[
    str | None,
    typer.Option(help="Pretend that it is this moment, e.g. 2026-09-22T15:00.", show_default=False),
]
Lang = Annotated[str | None, typer.Option("--lang", help="Speak zh or en.", show_default=False)]
