"""Commands whose modules are imported when they are asked for: `frontdesk nlu serve` needs no store, no messenger and no flow.

Importing all of them costs a second and 50 MB. Neighbours: `__init__.py` and `nlu.py` say which command lies where.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command


def late(places: Mapping[str, str]) -> type[TyperGroup]:
    """A group with a command for each name; its place is "module:function" or "module:group"."""

    class Late(TyperGroup):
        def list_commands(self, ctx: Any) -> list[str]:
            return [*places, *(name for name in super().list_commands(ctx) if name not in places)]

        def get_command(self, ctx: Any, cmd_name: str) -> Any:
            if cmd_name not in places or cmd_name in self.commands:
                return super().get_command(ctx, cmd_name)
            module, _, name = places[cmd_name].partition(":")
            found = getattr(import_module(module), name)
            if not isinstance(found, typer.Typer):
                alone = typer.Typer(add_completion=False, rich_markup_mode=None)
                alone.command(cmd_name)(found)
                found = alone
            command = get_command(found)
            command.name = cmd_name
            self.commands[cmd_name] = command
            return command

    return Late
