"""A thousand messages on each messenger, everything delivered twice and out of order: stored once, answered once, in order.

And a sender who floods: what is refused comes again by the platform's own repetition, and counts once.
"""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from typing import Any

import pytest

from bot.flow import Flow
from bot.reception import FLOOD
from bot.shop import Shop
from bot.talk import Talk
from bot.update import UpdateKind
from tests.chat import NOON
from tests.platforms.platforms import NAMES
from tests.platforms.town import WORD, Town, echoed, open_town
from tests.standins.telegram_server import chat_of

CUSTOMERS, EACH, WINDOW, AT_ONCE = 5, 200, 8, 8


async def deliver(town: Town, phone: Any, n: int) -> int:
    """One delivery of the customer's message number `n` as the platform makes it; the status. The same number is the same message."""
    server, text = town.platforms[phone.channel].server, f"n{n}"
    match phone.channel:
        case "telegram":
            who = phone.user
            message = {"message_id": n, "date": int(NOON.timestamp()), "chat": chat_of(who), "from": who, "text": text}
            server.chats.setdefault(who["id"], phone.chat)
            await server.updates.again({"update_id": who["id"] * 1000 + n, "message": message})
            return 200
        case "whatsapp":
            status: int = await server.message(phone.address, "Ana", Body=text, MessageSid=f"SM{int(phone.address):020d}{n:012d}")
            return status
        case _:
            user = {"id": phone.address, "name": "Ana", "language": "en"}
            token = int(phone.address.removeprefix("viber-").rstrip("=")) * 10_000 + n
            call = {"event": "message", "timestamp": 1_457_764_197_627 + n, "message_token": token, "sender": user}
            phone.subscribed = True
            phone.unanswered = 0
            answer, _ = await server.post(call | {"message": {"type": "text", "text": text}, "silent": False})
            return int(answer)


def shuffled(seed: int) -> list[int]:
    """Every number twice, each within a small window of its place."""
    chance = random.Random(seed)  # a test's order, the same every time
    return sorted((n for n in range(1, EACH + 1) for _ in range(2)), key=lambda n: n + chance.random() * WINDOW)


@pytest.mark.parametrize("name", NAMES)
async def test_a_thousand_messages_delivered_twice_are_stored_once_and_answered_once_in_order(name: str) -> None:
    async with open_town(name, echo=True) as town:
        phones = [town.phone(name, n + 1) for n in range(CUSTOMERS)]

        async def writes(phone: Any, seed: int) -> None:
            slots = asyncio.Semaphore(AT_ONCE)

            async def one(n: int) -> None:
                async with slots:
                    assert await deliver(town, phone, n) == 200

            await asyncio.gather(*(one(n) for n in shuffled(seed)))

        await asyncio.gather(*(writes(phone, seed) for seed, phone in enumerate(phones)))
        for phone in phones:
            await town.settled(phone)
        await town.desk.reception.outbox.send_queued()

        assert await town.endings() == {"answered": CUSTOMERS * EACH}
        assert town.desk.reception.accepted == {name: CUSTOMERS * EACH}
        for phone in phones:
            assert echoed(phone) == await stored(town, phone), "each message is in one answer, and the answers in the order of the turns"
            assert len(phone.bubbles()) == await turns(town, phone), "and no answer was sent twice"
        assert set(await town.sends(name)) <= {"sent", "delivered"}
        assert town.desk.reception.dispatcher.busy == 0
        assert await town.rows("SELECT id FROM cases WHERE state = 'open'") == []


async def stored(town: Town, phone: Any) -> list[str]:
    """The words of a customer's messages in the order in which they were stored."""
    rows = await town.rows(
        "SELECT i.body FROM inbox i JOIN conversations c ON c.id = i.conversation_id "
        f"WHERE c.address = '{phone.address}' AND c.channel = '{phone.channel}' ORDER BY i.id"
    )
    found = [word for (body,) in rows for word in WORD.findall(body)]
    assert Counter(found) == Counter({f"n{n}": 1 for n in range(1, len(rows) + 1)})
    return found


async def turns(town: Town, phone: Any) -> int:
    ((count,),) = await town.rows(f"SELECT count(*) FROM outbox WHERE address = '{phone.address}' AND channel = '{phone.channel}'")
    return int(count)


@pytest.mark.parametrize("name", NAMES)
async def test_what_is_refused_of_a_flood_comes_again_and_counts_once(name: str) -> None:
    begun, released = asyncio.Event(), asyncio.Event()

    async def waits() -> int:
        begun.set()
        await released.wait()
        return 1

    async def slowly(talk: Talk, shop: Shop) -> None:
        await talk.look(waits)
        await talk.say("link-order", number=" ".join(talk.known.said.split()))

    flow = Flow("order_status", slowly, ("order_status",), "Waits until it may answer.")
    async with open_town(name, echo=True, flow=flow) as town:
        server, phone = town.platforms[name].server, town.phone(name)
        more = 5
        await deliver(town, phone, 1)
        await asyncio.wait_for(begun.wait(), 5)  # the first turn runs; what comes now waits
        slots = asyncio.Semaphore(AT_ONCE)

        async def one(n: int) -> None:
            async with slots:
                assert await deliver(town, phone, n) == 200

        await asyncio.gather(*(one(n) for n in range(2, FLOOD + 2)))
        assert await town.endings() == {"waiting": FLOOD + 1}

        patient(name, server)
        refused = [asyncio.create_task(repeated(town, phone, n)) for n in range(FLOOD + 2, FLOOD + 2 + more)]
        await asyncio.sleep(0.1)
        assert await town.endings() == {"waiting": FLOOD + 1}, "not one more was stored"
        assert not any(task.done() for task in refused)
        released.set()
        assert await asyncio.gather(*refused) == [200] * more
        await town.settled(phone)
        await town.desk.reception.outbox.send_queued()

        assert await town.endings() == {"answered": FLOOD + 1 + more}
        assert echoed(phone) == await stored(town, phone)


def patient(name: str, server: Any) -> None:
    """The platform repeats for longer than its stand-in usually does."""
    if name == "telegram":
        server.updates.tries, server.updates.pause = 400, 0.02
    elif name == "viber":
        server.attempts = 60  # each pause is longer than the one before


async def repeated(town: Town, phone: Any, n: int) -> int:
    """Deliver until it is taken, as the platform does; its refusals are "slow down" and nothing else."""
    while True:
        status = await deliver(town, phone, n)
        if status == 200:
            return status
        assert status == 429
        await asyncio.sleep(0.02)


async def test_a_storm_of_other_kinds_ends_with_a_reason_for_each() -> None:
    async with open_town("telegram", echo=True) as town:
        server, phone = town.platforms["telegram"].server, town.phone("telegram")
        await phone.says("n1")
        for n in range(50):
            await server.updates.again({"update_id": 900 + n, "poll": {"id": str(n)}})
            await phone.sends(dice={"emoji": "x", "value": 1})
        await town.settled(phone)
        assert await town.endings() == {"answered": 1, "ignored": 100}
        assert await town.rows("SELECT id FROM inbox WHERE state = 'ignored' AND coalesce(reason, '') = ''") == []
        assert echoed(phone) == ["n1"]
        kinds = Counter(kind for (kind,) in await town.rows("SELECT json_extract(body, '$.kind') FROM inbox"))
        assert kinds == {UpdateKind.TEXT: 1, UpdateKind.OTHER: 100}
