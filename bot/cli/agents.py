"""`frontdesk agents`: the desk's people, for a machine without a browser and for the day nobody knows the password."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from typing import Annotated, Any, TypeVar

import typer

from bot.app import database_path
from bot.cli.settings import DEFAULT, ConfigFile, read
from bot.desk.agents import Agents
from bot.desk.topics import link_code
from bot.desk.values import NothingThere, Role
from bot.errors import FrontdeskError
from bot.store.store import MEMORY, Store

T = TypeVar("T")
Email = Annotated[str, typer.Argument(help="The agent's e-mail.")]

app = typer.Typer(help="The desk's people.", no_args_is_help=True)


@app.command()
def add(
    name: Annotated[str, typer.Option(help="As customers see it.")],
    email: Annotated[str, typer.Option(help="What they sign in with.")],
    role: Annotated[Role, typer.Option(help="What they may do.")] = Role.AGENT,
    password_stdin: Annotated[bool, typer.Option("--password-stdin", help="Read the password from standard input.")] = False,
    config: ConfigFile = DEFAULT,
) -> None:
    """Add an agent; without a password given, print a one-time one."""
    password = sys.stdin.readline().rstrip("\r\n") if password_stdin else None
    agent, once = _with_agents(config, lambda agents: agents.add(name, email, role, password))
    print(f"{agent.name} may enter as {agent.email} ({agent.role.value}).")
    if once is not None:
        print(f"  one-time password   {once}")


@app.command("list")
def show(config: ConfigFile = DEFAULT) -> None:
    """Who there is."""
    agents = _with_agents(config, lambda agents: agents.list())
    if not agents:
        print("There is no agent yet; add one with: frontdesk agents add --name NAME --email EMAIL --role owner")
    for agent in agents:
        state = "disabled" if agent.disabled else agent.status.value
        second = "second step" if agent.totp else "-"
        print(f"{agent.id:>4}  {agent.role.value:<6} {state:<10} {second:<12} {agent.email:<32} {agent.name}")


@app.command()
def disable(email: Email, config: ConfigFile = DEFAULT) -> None:
    """Let an agent in no more; what they said keeps their name."""
    _with_agents(config, lambda agents: agents.disable(email))
    print(f"{email} is disabled.")


@app.command()
def reset(email: Email, config: ConfigFile = DEFAULT) -> None:
    """A new one-time password, and the second step switched off."""

    async def work(agents: Agents) -> str:
        known = await agents.find(email)
        if known is None:
            raise NothingThere
        once = await agents.reset_password(known.id)
        await agents.drop_totp(known.id, by=0)
        return once

    print(f"  one-time password   {_with_agents(config, work)}")


@app.command()
def link(email: Email, config: ConfigFile = DEFAULT) -> None:
    """Print a code by which an agent shows in the Telegram staff group which account is theirs."""

    async def work(store: Store) -> str:
        known = await _agents(store).find(email)
        if known is None or known.disabled:
            raise NothingThere
        return await link_code(store, known.id, datetime.now(UTC))

    print(f"  write in the staff group   /link {_with_store(config, work)}")
    print("The code is good once, for half an hour.")


def _agents(store: Store) -> Agents:
    return Agents(store, lambda: datetime.now(UTC))


def _with_agents(config: ConfigFile, job: Callable[[Agents], Coroutine[Any, Any, T]]) -> T:
    return _with_store(config, lambda store: job(_agents(store)))


def _with_store(config: ConfigFile, job: Callable[[Store], Coroutine[Any, Any, T]]) -> T:
    path = database_path(read(config).store.url)
    if path == MEMORY:
        raise FrontdeskError("the configuration keeps nothing on disk (store.url is memory)")

    async def work() -> T:
        store = await Store.open(path)
        try:
            return await job(store)
        except NothingThere:
            raise FrontdeskError("there is no agent with this e-mail; see: frontdesk agents list") from None
        finally:
            await store.close()

    return asyncio.run(work())
