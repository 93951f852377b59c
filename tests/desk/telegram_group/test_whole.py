"""A customer, the bot, the handover and a colleague in the group: the whole way, with everything real but Telegram."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.app import demo_shop, open_desk, staff_group
from tests.chat import Chat, Clock, Mailbox, config, engine
from tests.standins.telegram_forum import GROUP, STAFF_TOKEN, ForumServer, Member


async def until(true: Callable[[], Any]) -> None:
    for _ in range(400):
        if true():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("never so")


async def test_a_customer_who_wants_a_person_gets_one_from_the_group() -> None:
    clock, mailbox = Clock(), Mailbox()
    async with ForumServer.open() as server:
        settings = config().model_copy(deep=True)
        settings.desk.telegram_group = settings.desk.telegram_group.model_copy(
            update={"token": STAFF_TOKEN, "chat": GROUP, "api_url": server.url, "language": "sl"}
        )
        async with open_desk(settings, now=clock, shop=demo_shop(clock), engine=engine(), patience=timedelta(0)) as desk:
            desk.connectors[mailbox.name] = mailbox
            group = staff_group(desk)
            assert group is not None
            group._poll = 2
            async with desk.reception:
                await group.start()
                try:
                    await _talk(Chat(desk, mailbox, clock, name="Ana"), server)
                finally:
                    await group.close()


async def _talk(chat: Chat, server: ForumServer) -> None:
    agents = chat.desk.people.agents
    maja, _ = await agents.add("Maja", "maja@shop.example")
    await agents.change(maja.id, settings=replace(maja.settings, telegram="7001"))
    await chat.says("I want to talk to a human, my lamp from order 1001 is broken")
    await until(lambda: server.topics and len(server.topic.texts) > 2)
    assert server.topic.texts[0].startswith("#")
    assert "Čaka na sodelavca" in server.topic.texts[0]
    assert "my lamp from order 1001 is broken" in server.topic.texts[0]
    assert any(text.startswith("🤖 Bot\n") for text in server.topic.texts)  # what the bot said to it is seen as well
    before = len(chat.mailbox.sent)
    await Member(server).writes(server.topic, "Hello Ana, Maja here. I am sorry about the lamp.")
    await until(lambda: len(chat.mailbox.sent) > before)
    assert chat.mailbox.sent[-1].message.text == "Hello Ana, Maja here. I am sorry about the lamp."
    said = len(chat.mailbox.sent)
    await chat.says("thank you!")
    await until(lambda: any("thank you!" in text for text in server.topic.texts))
    assert len(chat.mailbox.sent) == said  # the bot is silent while Maja has it
    await Member(server).writes(server.topic, "/bot a new lamp is on its way")
    await until(lambda: "a new lamp is on its way" in chat.mailbox.sent[-1].message.text)
