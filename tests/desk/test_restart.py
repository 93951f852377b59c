"""Everything stopped and started again in the middle of an agent's work: nothing of it is lost."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.connector import SendLater
from tests.chat import Chat, Clock, Mailbox, opened
from tests.desk.office import hire


async def test_a_restart_loses_no_draft_note_promise_snooze_or_message(tmp_path: Path) -> None:
    database, clock, mailbox = str(tmp_path / "desk.db"), Clock(), Mailbox()
    async with opened(clock, mailbox, database) as desk:
        chat = Chat(desk, mailbox, clock, name="Ana")
        await chat.says("I want to talk to a human")
        await chat.says("my kettle whistles out of tune")
        agent = await hire(desk.store)
        conversation = await desk.store.conversation("test", chat.address)
        assert conversation is not None
        people = desk.people
        await people.baton.take_over(conversation, agent)
        await people.replies.say(conversation, agent, "I have asked the workshop.", client_id="1")
        await people.replies.note(conversation, agent, "knows her kettles")
        due = clock() + timedelta(hours=3)
        await people.ledger.promise(conversation, agent, "We tell you what the workshop says.", due)
        wakes = await people.closing.snooze(conversation, agent, "2 hours")

        async def not_now(delivery: object) -> None:
            raise SendLater(1, "slow down")

        mailbox.send = not_now  # type: ignore[method-assign,assignment]  # the platform asks to wait, and then the process ends
        await people.replies.say(conversation, agent, "They answer today.", client_id="2")
        await people.replies.edit_draft(conversation, agent, "reply", "As soon as they")
        await people.replies.edit_draft(conversation, agent, "note", "ask Petro")
    del mailbox.send

    async with opened(clock, mailbox, database) as desk:
        people = desk.people
        assert await people.replies.draft(conversation, agent, "reply") == "As soon as they"
        assert await people.replies.draft(conversation, agent, "note") == "ask Petro"
        lines = (await people.view.conversation(conversation)).lines
        assert [line.message.text for line in lines if line.kind == "note"] == ["knows her kettles"]
        assert [owed.text for owed in await people.ledger.open(conversation=conversation)][-1] == "We tell you what the workshop says."
        assert await people.baton.owner(conversation) == f"agent:{agent.id}"
        clock.advance(timedelta(seconds=5))
        await desk.reception.sweep()
        said = [d.message.text for d in mailbox.sent]
        assert said.count("They answer today.") == said.count("I have asked the workshop.") == 1
        clock.now = wakes + timedelta(seconds=1)
        await desk.reception.sweep()
        await desk.reception.settled("test", "customer", timeout=5)
        [case] = await desk.store.read(lambda db: db.execute("SELECT state FROM cases").fetchall())
        assert case == ("agent",), "it woke"
        clock.now = due - timedelta(minutes=1)
        await desk.reception.sweep()
        await desk.reception.settled("test", "customer", timeout=5)
        assert "sorry" in mailbox.sent[-1].message.text.lower(), "apologised for before it was late"
