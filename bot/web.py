"""The web server's own pages: liveness, readiness, metrics. Channels bring their routes themselves."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Protocol

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.connector import Connector
from bot.reception import Reception
from bot.store import closing, lessons, outgoing, upkeep
from bot.store.store import Store
from bot.store.values import micros

MAX_BODY = 1024 * 1024  # of a webhook; uploads have their own limit
READY_WITHIN = 2.0  # seconds for the store to answer


class Remote(Protocol):
    """Understanding by a server, as `intents.rasa.engine.RasaEngine` has it."""

    @property
    def fault(self) -> str | None: ...

    @property
    def counts(self) -> Mapping[str, int]: ...


class Health:
    """What the three pages look at. `rasa` is None when understanding is the embedded engine's alone."""

    def __init__(self, store: Store, reception: Reception, connectors: Mapping[str, Connector], rasa: Remote | None = None) -> None:
        self.rasa = rasa
        self.store = store
        self.reception = reception
        self._connectors = connectors

    def channels(self) -> dict[str, str]:
        """Each channel, and what is wrong with it; "" when nothing is. One that fails does not make the others unready."""
        doubted = self.reception.outbox.doubted
        return {
            name: getattr(connector, "fault", None) or ("the platform does not answer" if name in doubted else "")
            for name, connector in self._connectors.items()
        }

    def understanding(self) -> dict[str, str]:
        """Which engine understands, and what is wrong with it. One that fails is stood in for, so it makes nothing unready."""
        return {"engine": "embedded", "fault": ""} if self.rasa is None else {"engine": "rasa", "fault": self.rasa.fault or ""}

    async def ready(self) -> str | None:
        """None when the core can serve, else what is wrong."""
        try:
            await asyncio.wait_for(self.store.write(lambda db: db.execute("SELECT 1").fetchone()), READY_WITHIN)
        except Exception as error:
            return f"the store does not answer: {type(error).__name__}"
        return None


def core_routes(health: Health) -> list[web.RouteDef]:
    async def healthz(_: web.Request) -> web.Response:
        return web.json_response({"status": "alive"})

    async def readyz(_: web.Request) -> web.Response:
        wrong = await health.ready()
        said = {
            "status": "ready" if wrong is None else "not ready",
            "reason": wrong,
            "channels": health.channels(),
            "understanding": health.understanding(),
        }
        return web.json_response(said, status=200 if wrong is None else 503)

    async def metrics(_: web.Request) -> web.Response:
        inbox, outbox, oldest, cases, taught = await health.store.read(
            lambda db: (upkeep.balance(db), upkeep.outbox_counts(db), outgoing.oldest(db), closing.counts(db), lessons.counts(db))
        )
        registry = CollectorRegistry()
        registry.register(_Counted(inbox, outbox, oldest, cases, taught, health))
        return web.Response(body=generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def home(_: web.Request) -> web.Response:
        raise web.HTTPFound("/chat")

    return [web.get("/", home), web.get("/healthz", healthz), web.get("/readyz", readyz), web.get("/metrics", metrics)]


class _Counted(Collector):
    """The store's sums at the moment they are asked for."""

    def __init__(
        self,
        inbox: dict[str, int],
        outbox: dict[str, int],
        oldest: list[tuple[str, int]],
        cases: dict[str, int],
        taught: list[tuple[str, str, int]],
        health: Health,
    ) -> None:
        super().__init__()
        self._taught = taught
        self._cases = cases
        self._inbox = inbox
        self._outbox = outbox
        self._oldest = oldest
        self._health = health
        self._reception = health.reception

    def collect(self) -> list[Metric]:
        updates = GaugeMetricFamily("frontdesk_inbox_updates", "Updates in the store by how they ended", labels=["state"])
        for state, count in self._inbox.items():
            updates.add_metric([state], count)
        messages = GaugeMetricFamily("frontdesk_outbox_messages", "Messages in the store by delivery state", labels=["state"])
        for state, count in self._outbox.items():
            messages.add_metric([state], count)
        cases = GaugeMetricFamily(
            "frontdesk_cases_total",
            "Cases of people by state: solved is the customer's word, closed an agent's; reopened",
            labels=["state"],
        )
        for state, count in self._cases.items():
            cases.add_metric([state], count)
        taught = GaugeMetricFamily(
            "frontdesk_lessons",
            "Customers' messages whose meaning an agent has told, by the intent the bot had understood and the one that was meant",
            labels=["understood", "meant"],
        )
        for understood, meant, count in self._taught:
            taught.add_metric([understood or "unknown", meant], count)
        accepted = CounterMetricFamily("frontdesk_updates_accepted", "Updates accepted since the start", labels=["channel"])
        for channel, count in self._reception.accepted.items():
            accepted.add_metric([channel], count)
        busy = GaugeMetricFamily("frontdesk_conversations_busy", "Conversations being worked on now", value=self._reception.dispatcher.busy)
        sends = CounterMetricFamily(
            "frontdesk_sends",
            "Sends since the start by channel, outcome (sent, later, held, failed, unknown, receipt_...) and the platform's code",
            labels=["channel", "outcome", "code"],
        )
        for (channel, outcome, code), count in self._reception.outbox.counts.items():
            sends.add_metric([channel, outcome, code], count)
        age = GaugeMetricFamily("frontdesk_outbox_oldest_seconds", "Age of the oldest message that waits to be sent", labels=["channel"])
        now = micros(self._reception.now())
        for channel, created in self._oldest:
            age.add_metric([channel], max(0, now - created) / 1e6)
        up = GaugeMetricFamily("frontdesk_channel_up", "1 when nothing is known to be wrong with a channel", labels=["channel"])
        for channel, wrong in self._health.channels().items():
            up.add_metric([channel], 0 if wrong else 1)
        return [updates, messages, cases, taught, accepted, busy, sends, age, up, *self._rasa()]

    def _rasa(self) -> list[Metric]:
        rasa = self._health.rasa
        if rasa is None:
            return []
        asked = CounterMetricFamily(
            "frontdesk_rasa_messages",
            "Messages since the start by what came of asking Rasa: answered, resting, timeout, ...",
            labels=["outcome"],
        )
        for outcome, count in rasa.counts.items():
            asked.add_metric([outcome], count)
        return [asked, GaugeMetricFamily("frontdesk_rasa_up", "1 while Rasa is asked, 0 while it is left alone", value=not rasa.fault)]


@web.middleware
async def limit_body(request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> web.StreamResponse:
    """Refuse what is too large before reading it. Uploads check their own, larger limit while they stream."""
    if (request.content_length or 0) > MAX_BODY and not (request.content_type or "").startswith("multipart/"):
        raise web.HTTPRequestEntityTooLarge(max_size=MAX_BODY, actual_size=request.content_length or 0)
    return await handler(request)
