"""The server that `turn.py` loads: one process with echo, accept, turn and send beside each other.

Two cores, each on a database of its own: what was accepted and left lying must not be worked on while turns are measured. The messenger
is the real one, sending to the stand-in; only its pace is lifted, because the platform's speed is not ours.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

from aiohttp import web

from bot.app import Desk, demo_shop, flow_names, load_engine, messengers, open_desk
from bot.config import load
from bot.connector import Delivery, Pace, Sent
from bot.dispatch import Dispatcher
from bot.update import Update, UpdateKind
from connectors.telegram import TelegramChannel
from connectors.viber import ViberChannel
from connectors.whatsapp import WhatsappChannel

PUBLIC = "https://bench.example"
LIFTED = Pace(rate=1e9, burst=10**9, chat_rate=1e9, chat_burst=10**9)


def accounts(address: str) -> dict[str, str]:
    """What a shop's owner would set for all three messengers, with the stand-in in the place of the platforms."""
    return {
        "PUBLIC_URL": PUBLIC,
        "TELEGRAM_TOKEN": "1:bench",
        "TELEGRAM_API_URL": address,
        "TWILIO_ACCOUNT_SID": "AC0",
        "TWILIO_AUTH_TOKEN": "bench",
        "TWILIO_WHATSAPP_FROM": "whatsapp:+38640000000",
        "TWILIO_API_URL": address,
        "VIBER_TOKEN": "bench",
        "VIBER_API_URL": address,
    }


def address_of(platform: str, sender: int) -> str:
    """An address as the platform's customers have them."""
    return {"whatsapp": f"+38641{sender:07}", "viber": f"viber-{sender:011}="}.get(platform, str(5_550_000 + sender))


class Sink:
    """A channel that takes everything at once."""

    name = "bench"
    resends = True
    receipts = False
    pace = None

    def __init__(self) -> None:
        self.taken = 0

    async def send(self, delivery: Delivery) -> Sent:
        self.taken += 1
        return Sent()

    async def typing(self, address: str) -> None:
        return None

    async def forget(self, address: str) -> None:
        return None


async def serve(ready: Connection, platform: str, standin: str) -> None:
    """Serve until told to stop."""
    config = load(Path("config.yml"), flows=flow_names(), environment=accounts(standin))
    engine = load_engine(demo_shop().names())
    with tempfile.TemporaryDirectory() as folder:
        async with (
            open_desk(config, database=f"{folder}/accept.db", shop=demo_shop(), engine=engine, patience=timedelta(0)) as only_stores,
            open_desk(config, database=f"{folder}/turn.db", shop=demo_shop(), engine=engine, patience=timedelta(0)) as answers,
        ):
            only_stores.reception.dispatcher = Dispatcher(_nothing, only_stores.now)
            answers.connectors["bench"] = sink = Sink()
            messenger = next(m for m in messengers(answers) if m.name == platform)
            assert isinstance(messenger, TelegramChannel | WhatsappChannel | ViberChannel)
            messenger.pace = LIFTED
            answers.connectors[platform] = messenger
            app = web.Application()
            app.add_routes(_routes(only_stores, answers, sink, platform))
            runner = web.AppRunner(app, access_log=None)
            await runner.setup()
            await web.TCPSite(runner, "127.0.0.1", 0, backlog=1024).start()
            ready.send(runner.addresses[0][1])
            await asyncio.to_thread(ready.recv)
            await messenger.close()
            await runner.cleanup()


def _routes(only_stores: Desk, answers: Desk, sink: Sink, platform: str) -> list[web.RouteDef]:
    async def echo(request: web.Request) -> web.Response:
        return web.json_response(await request.json())

    async def accept(request: web.Request) -> web.Response:
        await only_stores.reception.accept([_update("bench", await request.json())])
        return web.json_response({})

    async def turn(request: web.Request) -> web.Response:
        return await _answered(answers, _update("bench", await request.json()))

    async def send(request: web.Request) -> web.Response:
        return await _answered(answers, _update(platform, await request.json()))

    async def spent(_: web.Request) -> web.Response:
        counts = answers.reception.outbox.counts
        sent = sum(number for (_channel, outcome, _code), number in counts.items() if outcome == "sent")
        if sent != counts.total():
            raise web.HTTPInternalServerError(text=f"not everything was sent: {dict(counts)}")
        return web.json_response({"seconds": time.process_time(), "sent": sent})

    return [
        web.post("/echo", echo),
        web.post("/accept", accept),
        web.post("/turn", turn),
        web.post("/send", send),
        web.get("/spent", spent),
    ]


async def _answered(desk: Desk, update: Update) -> web.Response:
    await desk.reception.accept([update])
    await desk.reception.settled(update.channel, update.address, timeout=30)
    return web.json_response({})


def _update(channel: str, data: dict[str, str]) -> Update:
    address = data["sender"] if channel == "bench" else address_of(channel, int(data["sender"]))
    return Update(channel, data["id"], address, UpdateKind.TEXT, datetime.now(UTC), data["text"])


async def _nothing(conversation: int) -> datetime | None:
    return None


def run(ready: Connection, platform: str, standin: str) -> None:
    """The process's whole life."""
    asyncio.run(serve(ready, platform, standin))
