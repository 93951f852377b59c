"""`frontdesk check` and `frontdesk paths`: what is wrong in the shop's own files and flows, before a customer finds it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Annotated, Literal, Protocol

import typer

from bot import app as root
from bot.checks import check_own_examples, check_project
from bot.cli.settings import DEFAULT, ConfigFile, read
from bot.config import Config
from bot.connector import Finding
from bot.errors import ConfigError, Fault
from bot.paths import draw, walk_flow


class Checked(Protocol):
    """A messenger, or the staff group."""

    name: str

    async def check(self) -> Sequence[Finding]: ...

    async def close(self) -> None: ...


def check(
    config: ConfigFile = DEFAULT,
    live: Annotated[bool, typer.Option("--live", help="Also ask each configured platform, and Rasa, whether it works.")] = False,
) -> None:
    """Every fault of configuration, flows, texts and intents at once, each with file and line."""
    faults: list[Fault] = []
    wrong_config = False
    try:
        faults += check_own_examples(read(config).intents.examples)
    except ConfigError as error:
        faults += error.faults
        wrong_config = True
    faults += check_project(root.FLOWS)
    for fault in faults:
        print(fault)
    if faults:
        raise typer.Exit(2 if wrong_config else 1)
    print("No faults.")
    if live and not asyncio.run(_live(read(config))):
        raise typer.Exit(1)


async def _live(config: Config) -> bool:
    """Ask every configured platform; prints what was found. True when all is right."""
    right = True
    async with root.open_desk(config, engine=root.Deaf()) as desk:
        staff = root.staff_group(desk)
        asked: list[Checked] = [*root.messengers(desk), *([staff] if staff is not None else [])]
        if not asked:
            print("No messenger is configured; docs/channels.md tells how to connect one.")
        rasa = root.rasa_check(config)
        if rasa is not None:
            asked.append(rasa)
        for messenger in asked:
            try:
                for finding in await messenger.check():
                    print(f"{'ok   ' if finding.right else 'WRONG'} {messenger.name:<14} {finding.what}: {finding.detail}")
                    right &= finding.right
            finally:
                await messenger.close()
    return right


def paths(
    flow: Annotated[str | None, typer.Argument(help="A flow's name; all when left out.")] = None,
    form: Annotated[Literal["mermaid", "text"], typer.Option("--format", help="mermaid or text")] = "text",
    config: ConfigFile = DEFAULT,
) -> None:
    """Every path of every flow; exit 1 if one breaks the house's etiquette."""
    settings = read(config)
    chosen = [f for f in root.FLOWS if flow in (None, f.name)]
    if not chosen:
        raise typer.BadParameter(f"no flow is called {flow}; known are {', '.join(sorted(root.flow_names()))}")
    broken = 0
    for one in chosen:
        walked = asyncio.run(walk_flow(one, settings.house(), root.demo_shop))
        print(draw(walked, form))
        for offence in walked.offences:
            print(f"  BREAKS ETIQUETTE  {offence}")
        broken += len(walked.offences)
    if broken:
        raise typer.Exit(1)
