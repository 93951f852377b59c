"""What desks are shown is what is stored: lists in their order and page by page, conversations with everything in its place."""

from __future__ import annotations

import json

import pytest

from bot.connector import SendRefused
from bot.desk.values import Agent, Filters, NothingThere, Tab, ThreadLine
from bot.message import Button, Message
from bot.store.values import encode, micros
from bot.update import Update, UpdateKind
from tests.core.fakes import NOON, FakeChannel
from tests.desk.front import LEAD, all_of, busy, front
from tests.desk.office import ask, give, hire


# --- the list ----------------------------------------------------------------------------------------------------------------
async def test_pages_show_every_case_once_the_longest_waiting_first() -> None:
    async with busy() as (store, view, _):
        await store.write(lambda db: db.execute("UPDATE cases SET waiting_since = NULL WHERE state = 'agent' AND id % 2"))
        await store.write(
            lambda db: db.execute("UPDATE cases SET state = 'snoozed', snoozed_until = id WHERE state = 'agent' AND id % 5 = 0")
        )
        lines = await all_of(view, LEAD, Tab.ALL)
        live = await ask(store, "SELECT id FROM cases WHERE state IN ('waiting', 'agent', 'snoozed')")
        assert sorted(line.case for line in lines) == sorted(row[0] for row in live)
        ranks = [2 if line.state == "snoozed" else line.waiting_since is None for line in lines]
        assert ranks == sorted(ranks)
        waiting = [line.waiting_since for line in lines if line.state != "snoozed" and line.waiting_since is not None]
        assert waiting == sorted(waiting)


async def test_the_tabs_hold_as_many_as_the_counts_say() -> None:
    async with busy() as (store, view, _):
        await store.write(lambda db: db.execute("UPDATE cases SET first_due_at = 1"))
        agent = Agent(2, "Agent 2", "")
        counts = await view.counts(agent)
        assert (counts.mine, counts.unassigned, counts.all) == tuple(
            [len(await all_of(view, agent, tab)) for tab in (Tab.MINE, Tab.UNASSIGNED, Tab.ALL)]
        )
        assert counts.all == counts.late == counts.mine + counts.unassigned
        assert (await view.counts(LEAD)).all == len(await all_of(view, LEAD, Tab.ALL)) > counts.all


async def test_an_agent_sees_no_case_of_another_one_and_a_lead_sees_all() -> None:
    async with busy() as (_, view, _):
        agent = Agent(2, "Agent 2", "")
        assert {line.agent for line in await all_of(view, agent, Tab.ALL)} == {0, 2}
        assert len({line.agent for line in await all_of(view, LEAD, Tab.ALL)}) > 2
        found = await view.cases(agent, Tab.ALL, search="a")
        assert {line.agent for line in found.lines} <= {0, 2}


async def test_filters_narrow_every_tab() -> None:
    async with busy() as (_, view, _):
        every = await all_of(view, LEAD, Tab.ALL)
        some = await all_of(view, LEAD, Tab.ALL, filters=Filters("telegram", every[1].language, topic="order_status"))
        assert [line.case for line in some] == [
            line.case for line in every if (line.channel, line.language) == ("telegram", every[1].language)
        ]
        assert await all_of(view, LEAD, Tab.ALL, filters=Filters(topic="warranty")) == []
        assert {line.channel for line in await all_of(view, LEAD, Tab.BOT, filters=Filters("viber", tone="angry"))} == {"viber"}


async def test_what_the_bot_has_is_listed_the_newest_first() -> None:
    async with busy() as (store, view, _):
        lines = await all_of(view, LEAD, Tab.BOT)
        rows = await ask(store, "SELECT id FROM conversations WHERE owner = 'bot' ORDER BY updated_at DESC, id DESC")
        assert [line.conversation for line in lines] == [row[0] for row in rows]
        assert {(line.case, line.state) for line in lines} == {(0, "bot")}


async def test_a_page_that_nobody_gave_is_the_first() -> None:
    async with busy() as (_, view, _):
        first = await view.cases(LEAD, Tab.ALL)
        assert await view.cases(LEAD, Tab.ALL, before="1; DROP TABLE cases") == first


async def test_a_line_shows_the_last_words_who_said_them_and_how_much_is_unread() -> None:
    async with front() as f:
        maja = await hire(f.store)
        conversation = await f.says("human please", name="Ana Novak")
        await give(f.store, conversation, f"agent:{maja.id}")
        for n in range(3):
            await f.says(f"are you  there {n}?")
        [line] = (await f.view.cases(maja, Tab.MINE)).lines
        assert (line.name, line.agent, line.agent_name) == ("Ana Novak", maja.id, "Maja")
        assert line.unread == 3
        f.clock.advance(seconds=1)
        await f.store.enqueue(conversation, Message("Yes, I am."), {}, f.clock(), author=f"agent:{maja.id}")
        await f.run("UPDATE cases SET waiting_since = NULL")
        [line] = (await f.view.cases(maja, Tab.MINE)).lines
        assert (line.words, line.by, line.unread, line.at) == ("Yes, I am.", "agent", 0, f.clock())


# --- the search --------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "words", ["novák", "NOVÁK", "+38640111", "10777", "tent poles", "Олена", "олена", "ОЛЕНА", "наМёт".lower(), "100%"]
)
async def test_a_search_finds_name_address_order_and_words(words: str) -> None:
    async with front() as f:
        conversation = await f.says("tent poles, 100% намёт", "+38640111002", name="Олена Novák")
        await f.says("hello", "other", name="Somebody Else")
        await give(f.store, conversation, "queue", case="waiting")
        await f.run("UPDATE cases SET summary = ? WHERE conversation_id = ?", json.dumps({"answers": {"order": "10777"}}), conversation)
        found = await f.view.cases(LEAD, Tab.MINE, search=words)
        assert [line.conversation for line in found.lines] == [conversation]


async def test_a_search_takes_signs_for_what_they_are() -> None:
    async with front() as f:
        await f.says("hello")
        for words in ("%", "_", "\\", "' OR 1=1 --"):
            assert (await f.view.cases(LEAD, Tab.ALL, search=words)).lines == () or words == "_"  # the stored JSON has a "_"


# --- a conversation ----------------------------------------------------------------------------------------------------------
async def test_a_conversation_has_everything_in_its_place() -> None:
    async with front() as f:
        maja = await hire(f.store)
        conversation = await f.says("hello", name="Ana Novak")
        f.clock.advance(seconds=1)
        await f.run(
            "INSERT INTO audit VALUES (5, ?, ?, 'take_over', ?)",
            micros(f.clock()),
            f"agent:{maja.id}",
            f"conversation:{conversation} bot to x",
        )
        await f.run("INSERT INTO audit VALUES (6, ?, 'agent:1', 'look', ?)", micros(f.clock()), f"conversation:{conversation}")
        await f.run("INSERT INTO audit VALUES (7, ?, 'agent:1', 'assign', ?)", micros(f.clock()), f"conversation:{conversation}9")
        await give(f.store, conversation, f"agent:{maja.id}")
        f.clock.advance(seconds=1)
        await f.store.enqueue(conversation, Message("Maja here."), {"decision": "agent"}, f.clock(), author=f"agent:{maja.id}")
        note = f.store.new_id()
        await f.run("INSERT INTO notes VALUES (?, ?, ?, 'careful', ?, NULL)", note, conversation, maja.id, micros(f.clock()))
        await f.run("INSERT INTO notes VALUES (?, ?, ?, 'gone', 0, 1)", f.store.new_id(), conversation, maja.id)
        await f.says("good")
        lines = (await f.view.conversation(conversation)).lines
        kinds = [line.kind for line in lines]
        assert kinds[0] == "customer"
        assert set(kinds[1:-4]) == {"bot"}
        assert kinds[-4:] == ["move", "agent", "note", "customer"]
        move, said, noted, last = lines[-4:]
        assert (move.author, move.action, move.detail) == ("Maja", "take_over", "bot to x")
        assert (said.author, said.agent, said.why) == ("Maja", maja.id, False)
        assert (noted.author, noted.message.text) == ("Maja", "careful")
        assert (last.author, last.message.text) == ("Ana Novak", "good")
        assert all(line.why for line in lines if line.kind == "bot")


async def test_pages_of_a_conversation_show_every_line_once() -> None:
    async with busy() as (store, view, longest):
        for n in range(30):  # moves all along it
            at = (await ask(store, "SELECT received_at FROM inbox WHERE conversation_id = ? LIMIT 1 OFFSET ?", longest, 5 * n))[0][0]
            values = (1000 + n, at, f"conversation:{longest} bot to queue")
            await ask(store, "INSERT INTO audit VALUES (?, ?, 'agent:1', 'to_queue', ?)", *values)
        whole = (await view.conversation(longest, limit=10_000)).lines
        pages: list[ThreadLine] = []
        before: int | None = None
        while before != 0:
            thread = await view.conversation(longest, before, limit=11)
            pages = [*thread.lines, *pages]
            before = thread.before
        assert pages == list(whole)
        assert len({(line.kind, line.id) for line in pages}) == len(pages) > 330


async def test_an_edit_stands_where_its_message_stood() -> None:
    async with front() as f:
        conversation = await f.says("helo")
        await f.says("hello", kind=UpdateKind.EDIT, edits="ana:1")
        line = (await f.view.conversation(conversation)).lines[0]
        assert (line.message.text, line.edited, line.first) == ("hello", True, "helo")
        assert [text for kind, text in await f.kinds(conversation) if kind == "customer"] == ["hello"]


async def test_a_pressed_button_has_its_title_even_when_the_platform_does_not_tell_it() -> None:
    async with front() as f:
        conversation = await f.says("hello")
        await f.store.enqueue(conversation, Message("Which?", (Button("The lamp", "a:1:2:lamp"),)), {}, f.clock())
        await f.says("", kind=UpdateKind.BUTTON, payload="a:1:2:lamp")
        [line] = [line for line in (await f.view.conversation(conversation)).lines if line.pressed]
        assert line.message.text == "The lamp"


async def test_what_failed_says_why() -> None:
    channel = FakeChannel()
    channel.plan = [SendRefused("gone", "no such chat: it was deleted")]
    async with front(channel) as f:
        conversation = await f.says("hello")
        line = (await f.view.conversation(conversation)).lines[1]
        assert (line.kind, line.state, line.code, line.reason) == ("bot", "failed", "gone", "no such chat: it was deleted")


async def test_openings_and_timers_are_no_lines_and_leaving_is_a_move() -> None:
    async with front() as f:
        conversation = await f.says("", kind=UpdateKind.START)
        timer = Update("test", "timer:1", "ana", UpdateKind.TIMER, NOON)
        await f.run(
            "INSERT INTO inbox VALUES (?, ?, 'test', 'timer:1', ?, 0, 'answered', NULL, 0)",
            f.store.new_id(),
            conversation,
            encode(timer).decode(),
        )
        await f.says("", kind=UpdateKind.LEFT)
        kinds = [kind for kind, _ in await f.kinds(conversation)]
        assert "customer" not in kinds
        assert kinds[-1] == "move"


async def test_what_is_not_there_is_said_so() -> None:
    async with front() as f:
        for question in (f.view.conversation(99), f.view.context(99), f.view.window(99), f.view.why(99), f.view.orders(99)):
            with pytest.raises(NothingThere):
                await question
