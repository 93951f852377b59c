"""The composition root: the one place that knows everybody.

Builds shop, understanding, flows, store, channels and web server out of a configuration. Nothing is decided here; nobody imports
this module but the command line and the tests.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
from aiohttp import web

from bot.config import Config
from bot.connector import Connector
from bot.fallbacks import FALLBACKS
from bot.flow import Flow
from bot.reception import Reception
from bot.shop import Shop
from bot.stage import Stage
from bot.store import upkeep
from bot.store.store import MEMORY, Store
from bot.texts import Texts, texts_folder
from bot.turn import PATIENCE, Engine, Turns
from bot.web import Health, core_routes, limit_body
from connectors.rest import RestChannel
from connectors.shops import SHOPS
from connectors.shops.demo.shop import DemoShop
from connectors.terminal import Terminal
from connectors.webchat import WebChat, WebChatLook
from connectors.webchat.files import ChatFiles
from flows import FLOWS
from intents.engine import Engine as EmbeddedEngine
from intents.entities.products import ProductIndex
from intents.model import EXAMPLES, Model, ensure

CACHE = Path(".cache")
STATE = Path(".state")


def utc_now() -> datetime:
    return datetime.now(UTC)


def flow_names() -> frozenset[str]:
    """The names `flows:` of the configuration may use."""
    return frozenset(f.name for f in FLOWS)


def routes_of(overrides: Mapping[str, str]) -> dict[str, str]:
    """Intent -> flow name: each flow's own intents, then the owner's overrides."""
    return {intent: flow.name for flow in FLOWS for intent in flow.intents} | dict(overrides)


def load_engine(names: Mapping[str, Sequence[str]] | None = None) -> EmbeddedEngine:
    """The embedded engine, trained from the project's examples when no cached model fits them."""
    model = Model.load(ensure([EXAMPLES], CACHE))
    return EmbeddedEngine(model, ProductIndex(names) if names else None)


@dataclass(slots=True)
class Desk:
    """A running core: everything that answers, without a web server. `connectors` may be filled after opening."""

    config: Config
    store: Store
    shop: Shop
    stage: Stage
    engine: Engine
    connectors: dict[str, Connector]
    reception: Reception
    now: Callable[[], datetime]

    async def trace(self, message: int) -> dict[str, str]:
        """Why a message was said; empty when there is no such message."""
        found = await self.store.read(lambda db: upkeep.trace(db, message))
        return dict(msgspec.json.decode(found)) if found else {}


@asynccontextmanager
async def open_desk(
    config: Config,
    *,
    database: str = MEMORY,
    now: Callable[[], datetime] = utc_now,
    shop: Shop | None = None,
    engine: Engine | None = None,
    flows: tuple[Flow, ...] = FLOWS,
    patience: timedelta = PATIENCE,
) -> AsyncIterator[Desk]:
    """The core on a store. Tests and the terminal give their own clock, shop and engine."""
    shop = shop or SHOPS[config.shop.system](now=now, journal=None if database == MEMORY else STATE / "shop.jsonl")
    if engine is None:
        engine = await asyncio.to_thread(load_engine, shop.names() if hasattr(shop, "names") else None)
    stage = Stage(Texts(texts_folder()), shop, config.house(), {f.name: f for f in (*flows, *FALLBACKS)}, routes_of(config.flows))
    store = await Store.open(database)
    connectors: dict[str, Connector] = {}
    reception = Reception(store, Turns(store, engine, stage, now, patience), connectors, now)
    try:
        yield Desk(config, store, shop, stage, engine, connectors, reception, now)
    finally:
        await store.close()


def demo_shop(now: Callable[[], datetime] = utc_now) -> DemoShop:
    """The demo shop in memory, for tests, the path walker and the terminal."""
    return DemoShop(now=now)


def database_path(url: str) -> str:
    """The file behind a `sqlite:///` address."""
    if url in ("sqlite://", "sqlite:///:memory:"):
        return MEMORY
    return url.removeprefix("sqlite:///")


async def forget_files(address: str) -> None:
    """Remove the files a web chat session has sent; for when no server is running."""
    await ChatFiles(STATE / "files", largest=0).remove_all(address)


def secret_of(config: Config) -> str:
    """The key that signs sessions: from the configuration, else made once and kept beside the database."""
    if config.server.secret_key:
        return config.server.secret_key
    path = STATE / "secret_key"
    with contextlib.suppress(FileNotFoundError):
        return path.read_text()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.write_text(secrets.token_urlsafe(48))
    return path.read_text()


async def web_app(desk: Desk) -> web.Application:
    """The HTTP side: health, webhooks, web chat, the demo shop's pictures."""
    config = desk.config
    app = web.Application(middlewares=[limit_body])
    health = Health(desk.store, desk.reception)
    app.add_routes(core_routes(health))
    channels = config.channels
    if channels.webchat.enabled:
        look = WebChatLook(name=config.shop.name, colour=config.shop.colour)
        chat = WebChat(
            desk.reception,
            files=STATE / "files",
            secret=secret_of(config),
            shop=look,
            max_upload=channels.webchat.max_upload_megabytes * 1024 * 1024,
            allowed_origins=tuple(channels.webchat.allowed_origins),
            public_url=config.server.public_url or "",
            now=desk.now,
        )
        desk.connectors[chat.name] = chat
        app.add_routes(chat.routes())
        app.on_shutdown.append(lambda _: chat.close())  # open pages would hold the server up
    if channels.rest.enabled:
        rest = RestChannel(desk.reception, public_url=config.server.public_url or "", now=desk.now)
        desk.connectors[rest.name] = rest
        app.add_routes(rest.routes())
    pictures = Path(__file__).parent.parent / "connectors" / "shops" / "demo" / "pictures"
    if config.shop.system == "demo":
        app.router.add_static("/shop/pictures", pictures, append_version=False)
    return app


__all__ = [
    "CACHE",
    "FLOWS",
    "Desk",
    "Terminal",
    "database_path",
    "demo_shop",
    "flow_names",
    "forget_files",
    "load_engine",
    "open_desk",
    "routes_of",
    "utc_now",
    "web_app",
]
