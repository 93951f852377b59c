"""The composition root: the one place that knows everybody.

Builds shop, understanding, flows, store, channels and web server out of a configuration. Nothing is decided here; nobody imports
this module but the command line and the tests.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import hmac
import secrets
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache, partial
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

import msgspec
from aiohttp import web

from bot.config import Config, ShopConfig
from bot.connector import Connector, Messenger
from bot.desk.people import People, people
from bot.fallbacks import FALLBACKS
from bot.file_links import FileLinks
from bot.files import FileStore
from bot.flow import Flow
from bot.keeper import Keeper
from bot.links import Door, Doors
from bot.rasa_check import RasaCheck
from bot.reception import Reception
from bot.shop import Shop
from bot.stage import Stage
from bot.store import upkeep
from bot.store.store import MEMORY, Store
from bot.texts import Texts, texts_folder
from bot.turn import PATIENCE, Engine, Turns
from bot.web import Health, core_routes, limit_body
from connectors.desks.console import Console, DeskLook
from connectors.desks.console.topic_words import TOPICS
from connectors.desks.telegram_group import StaffGroup
from connectors.rest import RestChannel
from connectors.shops import SHOPS
from connectors.shops.demo.shop import DemoShop
from connectors.telegram import TelegramChannel
from connectors.terminal import Terminal
from connectors.viber import ViberChannel
from connectors.webchat import WebChat, WebChatLook
from connectors.whatsapp import TemplateState, WhatsappChannel, sync_templates, template_states
from flows import FLOWS
from intents.engine import Engine as EmbeddedEngine
from intents.entities.products import ProductIndex
from intents.model import EXAMPLES, Model, ensure
from intents.rasa.client import RasaClient
from intents.rasa.engine import Embedded, RasaEngine
from intents.understanding import LANGUAGES, Tone, Understanding

CACHE = Path(".cache")
STATE = Path(".state")
PICTURES = Path(__file__).parent.parent / "connectors" / "shops" / "demo" / "pictures"
PICTURES_AT = "/shop/pictures/"
LARGEST_FILE = 50 * 1024 * 1024  # bytes of one file of a customer, on whatever messenger


def utc_now() -> datetime:
    return datetime.now(UTC)


def flow_names() -> frozenset[str]:
    """The names `flows:` of the configuration may use."""
    return frozenset(f.name for f in FLOWS)


def routes_of(overrides: Mapping[str, str]) -> dict[str, str]:
    """Intent -> flow name: each flow's own intents, then the owner's overrides."""
    return {intent: flow.name for flow in FLOWS for intent in flow.intents} | dict(overrides)


def load_engine(
    names: Mapping[str, Sequence[str]] | None = None,
    shop: ShopConfig | None = None,
    now: Callable[[], datetime] = utc_now,
    examples: Sequence[Path] = (),
) -> EmbeddedEngine:
    """The embedded engine, trained from the project's examples, and the shop's own `examples` beside them, when no cached model fits.
    `shop` says whose country, currency and time zone messages are read in, and `now` what "tomorrow" is counted from."""
    model = Model.load(ensure([EXAMPLES, *examples], CACHE))
    index = ProductIndex(names) if names else None
    if shop is None:
        return EmbeddedEngine(model, index, clock=now)
    zone = ZoneInfo(shop.timezone)
    return EmbeddedEngine(model, index, region=shop.country, currency=shop.currency, clock=lambda: now().astimezone(zone))


def rasa_engine(config: Config, embedded: Embedded) -> RasaEngine:
    """Rasa's server with the embedded engine behind it. Close it at the end."""
    chosen = config.intents
    client = RasaClient(chosen.rasa_url or "", token=chosen.rasa_token, timeout=chosen.rasa_timeout)
    return RasaEngine(embedded, client, floor=chosen.rasa_floor)


def rasa_check(config: Config) -> RasaCheck | None:
    """What `frontdesk check --live` asks Rasa; None when the embedded engine understands alone."""
    chosen = config.intents
    return RasaCheck(chosen.rasa_url or "", token=chosen.rasa_token) if chosen.engine == "rasa" else None


def doors_of(connectors: Mapping[str, Connector]) -> Doors:
    """The ways into those of the channels that a link can open, whichever there are when it is asked."""

    def doors(code: str) -> tuple[Door, ...]:
        links = ((name, cast(Messenger, channel).link(code)) for name, channel in connectors.items() if hasattr(channel, "link"))
        return tuple(Door(name, url) for name, url in links if url is not None)

    return doors


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
    files: Path
    people: People

    @property
    def messengers(self) -> tuple[Messenger, ...]:
        """The platforms on the internet among the connectors."""
        return tuple(cast(Messenger, c) for c in self.connectors.values() if hasattr(c, "fault"))

    async def trace(self, message: int) -> dict[str, str]:
        """Why a message was said; empty when there is no such message."""
        found = await self.store.read(lambda db: upkeep.trace(db, message))
        return dict(msgspec.json.decode(found)) if found else {}


class Deaf:
    """Understanding for commands that hold no conversation: loading the model would take a second for nothing."""

    def understand(self, text: str, *, prior: str | None = None) -> Understanding:
        return Understanding(text, prior or "en", False, (), False, (), Tone.CALM, None)


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
    files: Path | None = None,
) -> AsyncIterator[Desk]:
    """The core on a store. Tests and the terminal give their own clock, shop and engine. `files` is the folder of what customers send."""
    files = files or STATE / "files"
    shop = shop or SHOPS[config.shop.system](now=now, journal=None if database == MEMORY else STATE / "shop.jsonl")
    if engine is None:
        names = shop.names() if hasattr(shop, "names") else None
        embedded = await asyncio.to_thread(load_engine, names, config.shop, now, config.intents.examples)
        engine = rasa_engine(config, embedded) if config.intents.engine == "rasa" else embedded
    connectors: dict[str, Connector] = {}
    named = {f.name: f for f in (*flows, *FALLBACKS)}
    stage = Stage(Texts(texts_folder()), shop, config.house(), named, routes_of(config.flows), doors_of(connectors))
    store = await Store.open(database)
    keeper = Keeper(store, connectors, FileStore(files, largest=LARGEST_FILE), now)
    turns = Turns(store, engine, stage, now, patience)
    reception = Reception(store, turns, connectors, now, keeper)
    links = file_links(config, files, now)
    staff = people(config.desk, store, reception, turns, stage, connectors, now, links=links)
    try:
        yield Desk(config, store, shop, stage, engine, connectors, reception, now, files, staff)
    finally:
        if isinstance(engine, RasaEngine):
            await engine.close()
        await store.close()


def demo_shop(now: Callable[[], datetime] = utc_now) -> DemoShop:
    """The demo shop in memory, for tests, the path walker and the terminal."""
    return DemoShop(now=now)


def database_path(url: str) -> str:
    """The file behind a `sqlite:///` address."""
    if url in ("sqlite://", "sqlite:///:memory:"):
        return MEMORY
    return url.removeprefix("sqlite:///")


async def forget_files(channel: str, address: str) -> None:
    """Remove a person's files: those the web chat keeps by its session's address, and those of messengers and agents."""
    files = FileStore(STATE / "files", largest=0)
    for kept_for in (address, f"{channel}:{address}"):
        await files.remove_all(kept_for)


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


async def web_app(desk: Desk, made: Sequence[Messenger] | None = None) -> web.Application:
    """The HTTP side: health, webhooks, web chat, the demo shop's pictures. `made` are the messengers; None makes the configured ones."""
    config = desk.config
    app = web.Application(middlewares=[limit_body])
    health = Health(desk.store, desk.reception, desk.connectors, desk.engine if isinstance(desk.engine, RasaEngine) else None)
    app.add_routes(core_routes(health))
    app.add_routes(file_links(config, desk.files, desk.now).routes())
    channels = config.channels
    if channels.webchat.enabled:
        look = WebChatLook(name=config.shop.name, colour=config.shop.colour)
        chat = WebChat(
            desk.reception,
            files=desk.files,
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
    if config.desk.enabled:
        console = Console(
            desk.people,
            files=FileStore(desk.files, largest=LARGEST_FILE),
            connectors=desk.connectors,
            shop=DeskLook(config.shop.name, config.shop.colour, config.house().hours),
            secure=(config.server.public_url or "").startswith("https:"),
            now=desk.now,
        )
        console.install(app)
    for messenger in messengers(desk) if made is None else made:
        desk.connectors[messenger.name] = messenger
        app.add_routes(messenger.routes())
    if config.shop.system == "demo":
        app.router.add_static(PICTURES_AT.rstrip("/"), PICTURES, append_version=False)
    return app


def messengers(desk: Desk) -> list[Messenger]:
    """The platforms that are configured. Nothing heavy is loaded: that waits for `Messenger.start`."""
    config, made = desk.config, list[Messenger]()
    channels, public_url = config.channels, config.server.public_url
    links = file_links(config, desk.files, desk.now)
    if channels.telegram.token is not None:
        made.append(
            TelegramChannel(
                desk.reception,
                token=channels.telegram.token,
                secret=channels.telegram.secret or derived_secret(config, "telegram"),
                api_url=channels.telegram.api_url,
                public_url=public_url,
                local_file=partial(local_file, links=links),
                shop_name=config.shop.name,
                now=desk.now,
            )
        )
    whatsapp = channels.whatsapp
    if whatsapp.account_sid and whatsapp.auth_token and whatsapp.sender:
        made.append(
            WhatsappChannel(
                desk.reception,
                account_sid=whatsapp.account_sid,
                auth_token=whatsapp.auth_token,
                sender=whatsapp.sender,
                api_url=whatsapp.api_url,
                public_url=public_url,
                signing_key=whatsapp.signing_key,
                templates=whatsapp.templates,
                local_file=partial(local_file, links=links),
                shop_name=config.shop.name,
                now=desk.now,
            )
        )
    viber = channels.viber
    if viber.token is not None:
        made.append(
            ViberChannel(
                desk.reception,
                token=viber.token,
                api_url=viber.api_url,
                public_url=public_url,
                sender_name=viber.sender_name or config.shop.name[:28],
                avatar=viber.avatar,
                local_file=partial(local_file, links=links),
                now=desk.now,
            )
        )
    return made


def staff_group(desk: Desk) -> StaffGroup | None:
    """The Telegram staff group, None when none is configured. Started like a messenger, after the port is open."""
    config, group = desk.config, desk.config.desk.telegram_group
    if not config.desk.enabled or group.token is None or group.chat is None:
        return None
    return StaffGroup(
        desk.people,
        desk.store,
        token=group.token,
        chat=group.chat,
        api_url=group.api_url,
        files=FileStore(desk.files, largest=LARGEST_FILE),
        hours=config.house().hours,
        now=desk.now,
        language=group.language,
        topic_words=topic_word,
    )


def topic_word(topic: str, language: str) -> str:
    """What a conversation is about, as agents read it."""
    return TOPICS[topic][LANGUAGES.index(language)] if topic in TOPICS else topic.replace("_", " ")


def local_file(path: str, *, links: FileLinks) -> Path | None:
    """The file behind a path of our own site, for platforms that take bytes; None when there is none."""
    name = path.removeprefix(PICTURES_AT)
    if name == path:
        return links.file(path)
    found = PICTURES / name
    return found if "/" not in name and found.is_file() else None


def file_links(config: Config, files: Path, now: Callable[[], datetime]) -> FileLinks:
    """The addresses of files that agents send. The key is read when the first one is made or opened."""
    return FileLinks(FileStore(files, largest=LARGEST_FILE), lru_cache(maxsize=1)(lambda: derived_secret(config, "files")), now)


def derived_secret(config: Config, purpose: str) -> str:
    """A secret of its own for each purpose, the same after each start, that tells nothing about the key it comes from."""
    return hmac.new(secret_of(config).encode(), purpose.encode(), hashlib.sha256).hexdigest()


__all__ = [
    "CACHE",
    "FLOWS",
    "Deaf",
    "Desk",
    "TemplateState",
    "Terminal",
    "database_path",
    "demo_shop",
    "flow_names",
    "forget_files",
    "load_engine",
    "messengers",
    "open_desk",
    "rasa_check",
    "rasa_engine",
    "routes_of",
    "staff_group",
    "sync_templates",
    "template_states",
    "utc_now",
    "web_app",
]
