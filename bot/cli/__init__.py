"""The `frontdesk` command. Each command is thin: it reads its options and calls what does the work.

Exit codes: 0 done, 1 the check failed, 2 wrong use or configuration. An error is one line on stderr that says what to do;
`--debug` shows the trace.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from bot.cli import agents, data, link, nlu, project, serve, whatsapp
from bot.errors import ConfigError, FrontdeskError
from bot.store.lane import LaneClosed

app = typer.Typer(
    help="Frontdesk, the messenger front desk of an online store.", no_args_is_help=True, add_completion=False, rich_markup_mode=None
)
app.command("run")(serve.run)
app.command("chat")(serve.chat)
app.command("check")(project.check)
app.command("paths")(project.paths)
app.command("reconcile")(data.reconcile)
app.command("export")(data.export)
app.command("erase")(data.erase)
app.command("link")(link.link)
app.add_typer(agents.app, name="agents")
app.add_typer(nlu.app, name="nlu")
app.add_typer(whatsapp.app, name="whatsapp")

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
    except (FrontdeskError, LaneClosed, OSError) as error:
        if _debug:
            raise
        print(f"frontdesk: {error}", file=sys.stderr)
        raise SystemExit(2) from None
