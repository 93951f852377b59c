"""`frontdesk run` and `frontdesk chat`."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated, Protocol

import typer
from aiohttp import web

from bot import app as root
from bot.cli.settings import DEFAULT, ConfigFile, read
from bot.config import Config
from bot.desk.agents import FIRST as FIRST_OWNER
from bot.errors import FrontdeskError
from bot.logs import set_up
from intents.understanding import LANGUAGES


class Starts(Protocol):
    """A messenger, or the staff group."""

    async def start(self) -> None: ...


EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104  # only compared with: what listens there is reached at 127.0.0.1


def run(
    config: ConfigFile = DEFAULT,
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.")] = None,
) -> None:
    """Serve webhooks, web chat, timers and outbox in one process."""
    settings = read(config)
    if host is not None:
        settings.server.host = host
    if port is not None:
        settings.server.port = port
    set_up(settings.server.log_level)
    asyncio.run(_serve(settings))


async def _serve(config: Config) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    if not any(root.CACHE.glob("intents-*.npz")):
        print("Learning the training examples; this takes about a minute, the first time only.", flush=True)
    async with root.open_desk(config, database=root.database_path(config.store.url)) as desk:
        runner = web.AppRunner(await root.web_app(desk), access_log=None, shutdown_timeout=5.0)
        await runner.setup()
        async with desk.reception:
            site = web.TCPSite(runner, config.server.host, config.server.port, backlog=1024)
            try:
                await site.start()
            except OSError as error:
                raise OSError(
                    f"cannot listen on {config.server.host}:{config.server.port}: {error.strerror}; choose another with PORT"
                ) from error
            _welcome(config, runner, desk, await desk.people.agents.first_owner() if config.desk.enabled else None)
            # Only now: platforms call back while they are being set up, and their libraries are heavy.
            staff = root.staff_group(desk)
            starting = asyncio.create_task(_start([*desk.messengers, *([staff] if staff is not None else [])]))
            await stop.wait()
            starting.cancel()
            await asyncio.gather(starting, return_exceptions=True)
            if staff is not None:
                await staff.close()
            for messenger in desk.messengers:
                await messenger.close()
            await runner.cleanup()


async def _start(messengers: Sequence[Starts]) -> None:
    for messenger in messengers:  # one after the other: each loads a library, and customers are being served meanwhile
        await messenger.start()


def _welcome(config: Config, runner: web.AppRunner, desk: root.Desk, password: str | None) -> None:
    host, port = runner.addresses[0][:2]
    at = f"http://{'127.0.0.1' if host in EVERYWHERE else host}:{port}"
    print(f"{config.shop.name} is open.")
    print(f"  customers' chat   {at}/chat")
    if config.desk.enabled:
        print(f"  agents' desk      {at}/desk")
    if password is not None:
        print(f"                    first entry: {FIRST_OWNER} with the one-time password {password}")
    for messenger in desk.messengers:
        print(f"  {messenger.name:<17} {messenger.fault or 'is being connected'}")
    print(f"  health            {at}/readyz")
    print("  stop              Ctrl+C", flush=True)


def chat(
    config: ConfigFile = DEFAULT,
    language: Annotated[str, typer.Option(help="The customer's language: en, ru, uk or sl.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a reply.")] = False,
    name: Annotated[str | None, typer.Option("--as", help="The customer's name, as a messenger would tell it.")] = None,
) -> None:
    """Be a customer in the terminal: store in memory, demo shop."""
    if language not in LANGUAGES:
        raise FrontdeskError(f"--language {language}: choose one of {', '.join(LANGUAGES)}")
    settings = read(config)
    set_up("error")
    asyncio.run(_chat(settings, language, as_json, name))


async def _chat(config: Config, language: str, as_json: bool, name: str | None) -> None:
    async with root.open_desk(config, patience=timedelta(0)) as desk:
        terminal = root.Terminal(desk.reception, desk.now, language=language, name=name, as_json=as_json)
        desk.connectors[terminal.name] = terminal
        async with desk.reception:
            await terminal.converse(sys.stdin, desk.trace)
