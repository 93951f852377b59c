"""The `frontdesk` command. Each command is thin: it reads its options and calls what does the work.

Exit codes: 0 done, 1 the check failed, 2 wrong use or configuration. An error is one line on stderr that says what to do;
`--debug` shows the trace.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from bot.cli.late import late
from bot.errors import ConfigError, FrontdeskError

_PLACES = {
    "run": "bot.cli.serve:run",
    "chat": "bot.cli.serve:chat",
    "check": "bot.cli.project:check",
    "paths": "bot.cli.project:paths",
    "reconcile": "bot.cli.data:reconcile",
    "export": "bot.cli.data:export",
    "erase": "bot.cli.data:erase",
    "link": "bot.cli.link:link",
    "agents": "bot.cli.agents:app",
    "nlu": "bot.cli.nlu:app",
    "whatsapp": "bot.cli.whatsapp:app",
}
app = typer.Typer(
    help="Frontdesk, the messenger front desk of an online store.",
    cls=late(_PLACES),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)

_debug = False


@app.callback()
def options(debug: Annotated[bool, typer.Option("--debug", help="Show the trace of an error.")] = False) -> None:
    global _debug
    _debug = debug


def main() -> None:
    """The entry of the command."""
    try:
        app()
    except ConfigError as error:
        if _debug:
            raise
        for fault in error.faults:
            print(fault, file=sys.stderr)
        raise SystemExit(2) from None
    except (FrontdeskError, OSError) as error:
        if _debug:
            raise
        print(f"frontdesk: {error}", file=sys.stderr)
        raise SystemExit(2) from None
