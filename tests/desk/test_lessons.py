"""An agent says what a message meant: it is kept, seen by all, changed and taken back, and disturbs nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest
from aiohttp import DummyCookieJar
from aiohttp.test_utils import TestClient, TestServer

from bot.app import demo_shop, open_desk, web_app
from bot.desk.lessons import Lessons, NoSuchIntent
from bot.desk.understood import Understood, reading, understood
from bot.desk.values import Agent, NothingThere, ThreadLine
from bot.store import lessons as rows
from bot.store import upkeep
from bot.store.values import micros
from bot.update import Update, UpdateKind
from connectors.desks.console.action_words import ACTION_WORDS
from connectors.desks.console.desk_words import _COMPOSER, _LIST, _THREAD, WORDS
from connectors.desks.console.lesson_words import GROUPS, LESSON_WORDS, TALK
from connectors.desks.console.topic_words import TOPICS
from connectors.desks.console.wire import line_json
from intents.names import INTENTS, OUT_OF_SCOPE
from tests.chat import config
from tests.core.fakes import FakeEngine
from tests.desk.front import Front, front
from tests.desk.office import Listener, hire


@dataclass(slots=True)
class School:
    """A front with somebody who teaches."""

    front: Front
    lessons: Lessons
    maja: Agent
    events: Listener

    async def line(self, conversation: int, text: str) -> ThreadLine:
        lines = (await self.front.view.conversation(conversation)).lines
        return next(line for line in lines if line.kind == "customer" and line.message.text == text)

    async def rows(self, sql: str) -> Any:
        return await self.front.store.read(lambda db: db.execute(sql).fetchall())


@asynccontextmanager
async def school() -> AsyncIterator[School]:
    async with front() as one:
        events = Listener()
        yield School(one, Lessons(one.store, one.clock, events), await hire(one.store), events)


async def test_each_message_shows_what_the_bot_saw_in_it() -> None:
    async with school() as here:
        await here.front.says("where is it")
        await here.front.says("1001")
        conversation = await here.front.says("do you wrap gifts")
        asked, lost = await here.line(conversation, "where is it"), await here.line(conversation, "do you wrap gifts")
        assert (asked.intent, asked.score) == ("order_status", 0.95)
        assert lost.intent == OUT_OF_SCOPE


async def test_what_the_bot_saw_is_there_on_an_older_page_too() -> None:
    async with school() as here:
        for _ in range(4):
            conversation = await here.front.says("hello")
        whole = await here.front.view.conversation(conversation)
        newest = [line for line in whole.lines if line.kind == "customer"][-1]
        after = next(line.id for line in whole.lines if line.id > newest.id)
        older = await here.front.view.conversation(conversation, after)
        assert older.lines[-1].id == newest.id
        assert older.lines[-1].intent == "greeting"


async def test_a_lesson_is_seen_by_every_agent_and_changes_nothing_of_the_conversation() -> None:
    async with school() as here:
        conversation = await here.front.says("do you wrap gifts")
        state = await here.rows("SELECT state, version, owner, epoch FROM conversations")
        said = await here.line(conversation, "do you wrap gifts")
        await here.lessons.teach(said.id, here.maja, "product_info")
        lesson = (await here.line(conversation, "do you wrap gifts")).lesson
        assert lesson is not None
        assert (lesson.meant, lesson.agent_name, lesson.right, lesson.at) == ("product_info", "Maja", False, here.front.clock())
        assert await here.rows("SELECT state, version, owner, epoch FROM conversations") == state
        assert here.events.whats() == ["lesson"]
        assert all(line.kind != "move" for line in (await here.front.view.conversation(conversation)).lines)


async def test_it_was_right_is_a_lesson_as_well() -> None:
    async with school() as here:
        conversation = await here.front.says("where is it")
        await here.lessons.teach((await here.line(conversation, "where is it")).id, here.maja, "order_status")
        lesson = (await here.line(conversation, "where is it")).lesson
        assert lesson is not None
        assert lesson.right


async def test_a_colleague_changes_a_lesson_and_takes_it_back_and_all_is_written_down() -> None:
    async with school() as here:
        conversation = await here.front.says("do you wrap gifts")
        message = (await here.line(conversation, "do you wrap gifts")).id
        petro = await hire(here.front.store, "Petro")
        await here.lessons.teach(message, here.maja, "product_info")
        await here.lessons.teach(message, petro, "place_order")
        assert await here.rows("SELECT understood, meant, agent_id FROM lessons") == [("out_of_scope", "place_order", petro.id)]
        await here.lessons.take_back(message, here.maja)
        assert await here.rows("SELECT * FROM lessons") == []
        with pytest.raises(NothingThere):
            await here.lessons.take_back(message, here.maja)
        done = [(actor, action) for actor, action in await here.rows("SELECT actor, action FROM audit WHERE action LIKE '%teach'")]
        assert done == [(f"agent:{here.maja.id}", "teach"), (f"agent:{petro.id}", "teach"), (f"agent:{here.maja.id}", "unteach")]


async def test_only_a_customers_own_words_teach_and_only_intents_there_are() -> None:
    async with school() as here:
        conversation = await here.front.says("hello")
        message = (await here.line(conversation, "hello")).id
        with pytest.raises(NoSuchIntent):
            await here.lessons.teach(message, here.maja, "gift_wrapping")
        with pytest.raises(NothingThere):
            await here.lessons.teach(10**9, here.maja, "greeting")
        await here.front.says("Return", kind=UpdateKind.BUTTON, payload="q:go:return_item")
        [(pressed,)] = await here.rows("SELECT max(id) FROM inbox")
        with pytest.raises(NothingThere):
            await here.lessons.teach(pressed, here.maja, "greeting")
        answer = next(line for line in (await here.front.view.conversation(conversation)).lines if line.kind == "bot")
        with pytest.raises(NothingThere):
            await here.lessons.teach(answer.id, here.maja, "greeting")


async def test_what_an_agent_changed_during_an_export_is_exported_again() -> None:
    async with school() as here:
        conversation = await here.front.says("do you wrap gifts")
        message = (await here.line(conversation, "do you wrap gifts")).id
        await here.lessons.teach(message, here.maja, "product_info")
        old = await here.front.store.read(partial(rows.unexported, everything=False))
        here.front.clock.advance(seconds=1)
        await here.lessons.teach(message, here.maja, "place_order")
        await here.front.store.write(lambda db: rows.exported(db, old, 1))
        assert [each.meant for each in await here.front.store.read(partial(rows.unexported, everything=False))] == ["place_order"]


async def test_erasing_a_customer_takes_the_words_from_their_lessons() -> None:
    async with school() as here:
        conversation = await here.front.says("my secret story")
        message = (await here.line(conversation, "my secret story")).id
        await here.lessons.teach(message, here.maja, "complaint")
        [(customer,)] = await here.rows("SELECT customer_id FROM conversations")
        assert (await here.front.store.read(lambda db: upkeep.export(db, customer)))["lessons"][0]["meant"] == "complaint"
        await here.front.store.write(lambda db: upkeep.erase(db, customer, micros(here.front.clock())))
        found = await here.front.store.read(lambda db: rows.message(db, message))
        assert found is not None
        assert found[1].text == ""
        assert await here.front.store.read(rows.counts) == [("out_of_scope", "complaint", 1)]


def test_a_trace_without_its_updates_is_of_what_came_before_it() -> None:
    old = '{"decision":"begin","intent":"order_status","score":0.9}'
    new = '{"decision":"unclear","intent":"praise","score":0.2,"in_scope":false,"of":[4,5]}'
    seen = understood([1, 2, 4, 5, 7], [(3, "bot", old), (6, "bot", new), (8, "agent:1", '{"decision":"agent"}')])
    begun, lost = Understood("order_status", 0.9, "begin"), Understood(OUT_OF_SCOPE, 0.2, "unclear")
    assert seen == {1: begun, 2: begun, 4: lost, 5: lost}
    assert lost.lost
    assert not begun.lost
    assert Understood("praise", 0.2, "begin").lost
    assert not Understood("praise", 0.2, "answer").lost, "an answer in free words need not look like a wish"
    assert reading("no trace") is None


def test_agents_find_every_intent_by_a_name_once() -> None:
    named = [intent for _, intents in GROUPS for intent in intents]
    assert sorted([*named, OUT_OF_SCOPE]) == sorted(INTENTS)
    assert set(INTENTS) <= TOPICS.keys() | TALK.keys()
    assert {f"group.{group}" for group, _ in GROUPS} <= LESSON_WORDS.keys()


def test_words_of_teaching_take_no_other_words_place() -> None:
    assert LESSON_WORDS.keys() & ACTION_WORDS.keys() == set()
    assert sum(map(len, (_LIST, _THREAD, _COMPOSER, ACTION_WORDS, LESSON_WORDS))) == len(WORDS)
    assert TOPICS.keys() & TALK.keys() == set()


async def test_a_pressed_button_and_an_answer_of_ours_offer_no_correction() -> None:
    async with school() as here:
        await here.front.says("hello")
        conversation = await here.front.says("Return", kind=UpdateKind.BUTTON, payload="q:go:return_item")
        lines = (await here.front.view.conversation(conversation)).lines
        offered = {line.message.text: line_json(line, here.maja, {})["teachable"] for line in lines}
        assert offered["hello"] is True
        assert [text for text, offer in offered.items() if offer] == ["hello"]


async def test_lessons_are_counted_by_what_was_understood_and_meant() -> None:
    async with open_desk(config(), shop=demo_shop(), engine=FakeEngine()) as core:
        await core.reception.accept([Update("rest", "1", "ana", UpdateKind.TEXT, core.now(), "do you wrap gifts")])
        assert await core.reception.settled("rest", "ana", timeout=20)
        [(message,)] = await core.store.read(lambda db: db.execute("SELECT id FROM inbox").fetchall())
        await core.people.lessons.teach(message, await hire(core.store), "product_info")
        async with TestClient(TestServer(await web_app(core, made=())), cookie_jar=DummyCookieJar()) as client:
            told = await (await client.get("/metrics")).text()
    assert 'frontdesk_lessons{meant="product_info",understood="out_of_scope"} 1.0' in told
