"""Agents' replies reach the customer once and only while the conversation is theirs; notes never do; a retry really sends."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot.desk.replies import Empty, Replies
from bot.desk.values import Agent, NotAllowed, NothingThere, NotYours, Role
from bot.file_links import FileLinks
from bot.files import FileStore, KeptFile
from bot.store.store import Store
from tests.chat import Chat, Clock, opened
from tests.desk.office import Listener, Moody, ask, give, hire, talking

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64
CANNED = {
    "hello": {
        "en": "Hello {name}, {agent} of {shop} here.",
        "ru": "Здравствуйте, {name}!",
        "uk": "Вітаю, {name}!",
        "sl": "Pozdravljeni, {name}!",
    }
}


@dataclass(slots=True)
class Office:
    """Maja has the customer's conversation."""

    chat: Chat
    post: Moody
    clock: Clock
    replies: Replies
    events: Listener
    maja: Agent
    conversation: int

    @property
    def store(self) -> Store:
        return self.chat.desk.store

    def sent(self) -> list[str]:
        return [d.message.text for d in self.post.sent if d.author.startswith("agent:")]

    async def state(self, message: int) -> tuple[str, str]:
        [(state, author)] = await ask(self.store, "SELECT state, author FROM outbox WHERE id = ?", message)
        return state, author


@asynccontextmanager
async def office(*, owner: str = "maja", folder: Path | None = None) -> AsyncIterator[Office]:
    clock, post = Clock(), Moody()
    async with opened(clock, post) as desk:
        chat = Chat(desk, post, clock, name="Ana")
        conversation = await talking(chat)
        maja = await hire(desk.store)
        await give(desk.store, conversation, f"agent:{maja.id}" if owner == "maja" else owner)
        events = Listener()
        links = FileLinks(FileStore(folder, largest=10_000), lambda: "secret", clock) if folder else None
        replies = Replies(desk.store, desk.reception.outbox, clock, events, canned=CANNED, shop="Larix", links=links)
        yield Office(chat, post, clock, replies, events, maja, conversation)


async def test_a_reply_is_sent_once_however_often_the_desk_sends_it() -> None:
    async with office() as o:
        first = await o.replies.say(o.conversation, o.maja, "Good day, I am looking.", client_id="a")
        again = await o.replies.say(o.conversation, o.maja, "Good day, I am looking.", client_id="a")
        assert first == again
        assert o.sent() == ["Good day, I am looking."]
        assert await o.state(first) == ("sent", f"agent:{o.maja.id}")


async def test_the_same_click_twice_in_one_instant_is_one_message() -> None:
    async with office() as o:
        ids = await asyncio.gather(*(o.replies.say(o.conversation, o.maja, "Here you are.", client_id="a") for _ in range(5)))
        assert len(set(ids)) == 1
        assert o.sent() == ["Here you are."]


async def test_quick_replies_leave_in_their_order() -> None:
    async with office() as o:
        said = [f"line {n}" for n in range(20)]
        await asyncio.gather(*(o.replies.say(o.conversation, o.maja, text, client_id=text) for text in said))
        assert o.sent() == said


async def test_a_reply_answers_the_case() -> None:
    async with office() as o:
        await o.replies.edit_draft(o.conversation, o.maja, "reply", "Good d")
        o.clock.advance(timedelta(minutes=3))
        await o.replies.say(o.conversation, o.maja, "Good day", client_id="a")
        o.clock.advance(timedelta(minutes=3))
        await o.replies.say(o.conversation, o.maja, "Still looking", client_id="b")
        [(waiting, first, handed)] = await ask(o.store, "SELECT waiting_since, first_reply_at, handed_at FROM cases")
        assert (waiting, first - handed) == (None, 3 * 60 * 1_000_000)
        assert await o.replies.draft(o.conversation, o.maja, "reply") == ""


@pytest.mark.parametrize("owner", ["bot", "queue"])
async def test_nobody_speaks_in_a_conversation_that_is_not_theirs(owner: str) -> None:
    async with office(owner=owner) as o:
        with pytest.raises(NotYours) as refused:
            await o.replies.say(o.conversation, o.maja, "Hello", client_id="a")
        assert refused.value.owner == owner
        assert o.sent() == []


async def test_who_has_it_is_told_by_name() -> None:
    async with office() as o:
        boris = await hire(o.store, "Boris", Role.LEAD)
        with pytest.raises(NotYours) as refused:
            await o.replies.say(o.conversation, boris, "Hello", client_id="a")
        assert refused.value.name == "Maja"


async def test_what_waits_when_the_baton_moves_is_not_sent() -> None:
    """Stored, but on its way when somebody else takes over: the gate stops it, and a retry by the new owner sends it in their name."""
    async with office() as o:
        o.post.mood = "refuses"
        row = await o.replies.say(o.conversation, o.maja, "We have it in stock.", client_id="a")
        boris = await hire(o.store, "Boris")
        await give(o.store, o.conversation, f"agent:{boris.id}")
        o.post.mood = ""
        with pytest.raises(NotYours):
            await o.replies.retry(row, o.maja)
        await o.replies.retry(row, boris)
        await o.chat.desk.reception.sweep()
        assert o.sent() == ["We have it in stock."]
        assert await o.state(row) == ("sent", f"agent:{boris.id}")


async def test_nothing_is_no_reply() -> None:
    async with office() as o:
        with pytest.raises(Empty):
            await o.replies.say(o.conversation, o.maja, "  \n", client_id="a")
        with pytest.raises(NothingThere):
            await o.replies.say(12345, o.maja, "Hello", client_id="a")


async def test_half_an_emoji_is_sent_as_a_question_mark() -> None:
    async with office() as o:
        await o.replies.say(o.conversation, o.maja, "Thanks \ud83d", client_id="a")
        assert o.sent() == ["Thanks ?"]


async def test_a_reply_is_in_the_customers_language_and_asks_for_a_word_where_the_window_is_closed() -> None:
    async with office() as o:
        await o.chat.says("сколько стоит чайник?")
        await give(o.store, o.conversation, f"agent:{o.maja.id}")
        await o.replies.say(o.conversation, o.maja, "Здравствуйте!", client_id="a")
        message = o.post.sent[-1].message
        assert (message.language, message.purpose, message.to) == ("ru", "reply_waiting", "Ana")


@pytest.mark.parametrize(("mood", "state"), [("refuses", "failed"), ("holds", "held")])
async def test_what_did_not_reach_the_customer_is_sent_again(mood: str, state: str) -> None:
    async with office() as o:
        o.post.mood = mood
        row = await o.replies.say(o.conversation, o.maja, "Here is your code: 42", client_id="a")
        assert (await o.state(row))[0] == state
        o.post.mood = ""
        await o.replies.retry(row, o.maja)
        await o.chat.desk.reception.sweep()
        assert o.sent() == ["Here is your code: 42"]
        with pytest.raises(NotAllowed):
            await o.replies.retry(row, o.maja)
        assert [a for (a,) in await ask(o.store, "SELECT action FROM audit")] == ["retry"]


async def test_a_retry_sends_only_the_parts_that_were_not_sent() -> None:
    async with office() as o:
        o.post.mood = "refuses"
        row = await o.replies.say(o.conversation, o.maja, "long", client_id="a")
        await o.store.write(lambda db: db.execute("UPDATE outbox SET parts = 2 WHERE id = ?", (row,)))
        part = "INSERT INTO parts (outbox_id, part, channel, platform_id, state) VALUES (?, ?, 'test', ?, ?)"
        became = [(row, number, f"p{number}", state) for number, state in enumerate(("sent", "sent", "failed"))]
        await o.store.write(lambda db: db.executemany(part, became))
        o.post.mood = ""
        await o.replies.retry(row, o.maja)
        await o.chat.desk.reception.sweep()
        assert o.post.sent[-1].parts == 2
        assert await ask(o.store, "SELECT part FROM parts ORDER BY part") == [(0,), (1,)]


async def test_a_note_stays_inside_and_can_be_taken_back_for_ten_minutes() -> None:
    async with office(owner="queue") as o:
        before = len(o.post.sent)
        note = await o.replies.note(o.conversation, o.maja, "He sounds tired, be kind.")
        other = await o.replies.note(o.conversation, o.maja, "Order 1001.")
        assert len(o.post.sent) == before
        boris = await hire(o.store, "Boris", Role.OWNER)
        with pytest.raises(NotAllowed):
            await o.replies.delete_note(note, boris)
        await o.replies.delete_note(note, o.maja)
        with pytest.raises(NothingThere):
            await o.replies.delete_note(note, o.maja)
        o.clock.advance(timedelta(minutes=11))
        with pytest.raises(NotAllowed):
            await o.replies.delete_note(other, o.maja)
        assert await ask(o.store, "SELECT text FROM notes ORDER BY id") == [("",), ("Order 1001.",)]
        assert o.events.whats() == ["note", "note", "note"]


async def test_drafts_of_reply_and_note_are_kept_apart() -> None:
    async with office() as o:
        await o.replies.edit_draft(o.conversation, o.maja, "reply", "Dear An")
        await o.replies.edit_draft(o.conversation, o.maja, "note", "check ")
        await o.replies.edit_draft(o.conversation, o.maja, "reply", "Dear Ana, ")
        assert await o.replies.draft(o.conversation, o.maja, "reply") == "Dear Ana, "
        assert await o.replies.draft(o.conversation, o.maja, "note") == "check "
        await o.replies.edit_draft(o.conversation, o.maja, "note", "")
        assert await o.replies.draft(o.conversation, o.maja, "note") == ""


async def test_ready_replies_are_in_the_customers_language_and_read_well_without_a_name() -> None:
    async with office() as o:
        assert o.replies.canned("en", "Ana", "Maja") == [("hello", "Hello Ana, Maja of Larix here.")]
        assert o.replies.canned("ru", None, "Maja") == [("hello", "Здравствуйте!")]


async def keep(folder: Path, clock: Clock, address: str, name: str) -> tuple[FileStore, KeptFile, FileLinks]:
    files = FileStore(folder, largest=10_000)

    async def chunks() -> AsyncIterator[bytes]:
        yield PNG

    return files, await files.keep(address, name, chunks()), FileLinks(files, lambda: "secret", clock)


async def test_a_file_goes_along_and_with_the_customer(tmp_path: Path) -> None:
    async with office(folder=tmp_path) as o:
        address = await o.replies.keep_for(o.conversation)
        files, kept, links = await keep(tmp_path, o.clock, address, "ключ от дома.png")
        await o.replies.say(o.conversation, o.maja, "", files=[kept], client_id="a")
        [media] = o.post.sent[-1].message.media
        assert (media.kind, media.name) == ("image", kept.name)
        assert media.url.endswith(".png")
        assert media.url.isascii()
        path = links.file(media.url)
        assert path is not None
        assert path.read_bytes() == PNG
        assert address == "test:customer"
        await files.remove_all(address)
        assert links.file(media.url) is None


async def test_an_address_opens_one_file_and_not_for_ever(tmp_path: Path) -> None:
    clock = Clock()
    _, kept, links = await keep(tmp_path, clock, "test:customer", "a.png")
    address = links.address(kept)
    start, ticket, name = address.rsplit("/", 2)
    until, sign = ticket.split(".")
    forged = ["0" * 32, sign[::-1]]
    assert all(links.file(f"{start}/{until}.{other}/{name}") is None for other in forged)
    assert links.file(f"{start}/{int(until) + 9}.{sign}/{name}") is None
    assert FileLinks(FileStore(tmp_path, largest=1), lambda: "another", clock).file(address) is None
    assert links.file(address) is not None
    clock.advance(timedelta(days=181))
    assert links.file(address) is None
