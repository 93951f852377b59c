"""An office for the tests of the people's side: a customer, agents, and the baton put into a hand, on a real store."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from bot.app import Desk
from bot.connector import Delivery, SendHeld, SendRefused, Sent
from bot.desk.events import Events
from bot.desk.values import Agent, Changed, Role, Status
from bot.store.store import Store
from bot.store.values import micros
from tests.chat import NOON, Chat, Mailbox


class Moody(Mailbox):
    """A mailbox that refuses or holds as it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.mood = ""

    async def send(self, delivery: Delivery) -> Sent:
        if self.mood == "refuses":
            raise SendRefused("too_long", "the platform would not have it")
        if self.mood == "holds":
            raise SendHeld("window", "the customer's window is closed")
        return await super().send(delivery)


@dataclass(slots=True)
class Listener(Events):
    """Events that remember what was told."""

    told: list[Changed] = field(default_factory=list)

    def __post_init__(self) -> None:
        Events.__init__(self)

    def tell(self, changed: Changed) -> None:
        self.told.append(changed)

    def whats(self) -> list[str]:
        return [changed.what for changed in self.told]


async def hire(store: Store, name: str = "Maja", role: Role = Role.AGENT, status: Status = Status.AVAILABLE) -> Agent:
    """An agent as a bare row."""
    number = store.new_id()
    values = (number, name, f"{name.lower()}@shop.example", "-", 0, role.value, status.value, "{}", micros(NOON))
    columns = "id, name, email, password, must_change, role, status, settings, created_at"
    await store.write(lambda db: db.execute(f"INSERT INTO agents ({columns}) VALUES ({', '.join('?' * len(values))})", values))
    return Agent(number, name, f"{name.lower()}@shop.example", role, status)


async def settle(desk: Desk, channel: str, address: str) -> None:
    """An agent takes a conversation over and says that it is settled; the customer is asked."""
    conversation = await desk.store.conversation(channel, address)
    assert conversation is not None
    agents = await desk.people.agents.list()
    agent = agents[0] if agents else await hire(desk.store)
    await desk.people.baton.take_over(conversation, agent)
    await desk.people.closing.resolve(conversation, agent)
    await desk.reception.sweep()
    await desk.reception.settled(channel, address, timeout=10)


async def give(store: Store, conversation: int, owner: str, *, case: str | None = "agent") -> None:
    """Put the baton into a hand, as a move of it leaves the rows."""
    agent = int(owner.removeprefix("agent:")) if owner.startswith("agent:") else None

    def job(db: sqlite3.Connection) -> None:
        db.execute("UPDATE conversations SET owner = ?, epoch = epoch + 1, version = version + 1 WHERE id = ?", (owner, conversation))
        known = db.execute(
            "SELECT id FROM cases WHERE conversation_id = ? AND state IN ('waiting', 'agent', 'snoozed')", (conversation,)
        ).fetchone()
        if case is not None and known is None:
            db.execute(
                "INSERT INTO cases (id, conversation_id, state, intent, summary, opened_at, handed_at, agent_id, waiting_since)"
                " VALUES (?, ?, ?, 'human', '{}', ?, ?, ?, ?)",
                (store.new_id(), conversation, case, micros(NOON), micros(NOON), agent, micros(NOON)),
            )
        elif case is not None:
            db.execute("UPDATE cases SET state = ?, agent_id = ? WHERE id = ?", (case, agent, known[0]))

    await store.write(job)
    store.epoch_is(conversation, (await ask(store, "SELECT epoch FROM conversations WHERE id = ?", conversation))[0][0])


async def ask(store: Store, sql: str, *values: object) -> list[Sequence[Any]]:
    """Rows of a question."""
    return await store.read(lambda db: db.execute(sql, values).fetchall())  # type: ignore[no-any-return]


async def talking(chat: Chat) -> int:
    """The customer says hello in their language; their conversation."""
    await chat.says({"en": "hello", "ru": "здравствуйте", "uk": "добрий день", "sl": "dober dan"}[chat.language])
    found = await chat.desk.store.conversation("test", chat.address)
    assert found is not None
    return found


async def later(chat: Chat, span: timedelta) -> list[str]:
    """Time passes in one step, timers fire, their turns end; what the customer heard."""
    chat.clock.advance(span)
    await chat.desk.reception.sweep()
    await chat.desk.reception.settled("test", chat.address, timeout=10)
    chat.heard = chat.listens()
    return [message.text for message in chat.heard]
