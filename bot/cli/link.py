"""`frontdesk link`: a one-time code that opens one order in a chat, for a letter, a parcel or a page of the shop's own."""

from __future__ import annotations

import asyncio
import contextlib
from datetime import UTC, datetime
from typing import Annotated

import typer

from bot import app as root
from bot.cli.settings import DEFAULT, ConfigFile, read
from bot.config import Config
from bot.errors import FrontdeskError
from bot.links import digest, draw, shown
from bot.shop import Proof, ShopUnavailable
from bot.store.links import new_order_code
from bot.store.store import MEMORY
from bot.store.values import micros, moment


def link(order: Annotated[str, typer.Argument(help="The number of an order of the shop.")], config: ConfigFile = DEFAULT) -> None:
    """Make a code that shows one order to whoever sends it first, and the links that bring it along."""
    for line in asyncio.run(_link(read(config), order.strip().lstrip("#№").strip())):
        print(line)


async def _link(config: Config, number: str) -> list[str]:
    path = root.database_path(config.store.url)
    if path == MEMORY:
        raise FrontdeskError("the configuration keeps nothing on disk (store.url is memory)")
    async with root.open_desk(config, database=path, engine=root.Deaf()) as desk:
        try:
            found = await desk.shop.order(number, Proof(order=number), language="en") if number else None
        except ShopUnavailable as error:
            raise FrontdeskError(f"the shop does not answer: {error}") from error
        if found is None:
            raise FrontdeskError(f"the shop has no order {number}")
        letters, now = draw(), micros(datetime.now(UTC))
        until: int = await desk.store.write(lambda db: new_order_code(db, digest(letters), found.number, now))
        lines = [shown(letters), f"  opens order {found.number}, once, until {moment(until):%Y-%m-%d %H:%M} UTC"]
        for messenger in root.messengers(desk):
            with contextlib.suppress(Exception):  # a platform that does not answer costs its link, not the code
                await messenger.alive()
            url = messenger.link(shown(letters))
            lines.append(f"  {messenger.name:<10} {url or 'did not answer, so its link is not known; send the code as a message'}")
            await messenger.close()
        return [*lines, "  anywhere   send the code as a message"]
