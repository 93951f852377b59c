"""What agents see in the group: topics, cards, lines, files, and that nothing is lost."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.connector import Pace, SendRefused
from bot.desk.values import Changed
from bot.update import UpdateKind
from tests.desk.telegram_group.room import open_room
from tests.standins.telegram_forum import ForumServer

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 100


async def test_a_case_that_waits_gets_a_topic_with_a_pinned_card_on_top(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        conversation = await room.handed()
        await room.shows("Where is my parcel?")
        topic = room.topic
        [case] = await room.case(conversation, "id")
        assert topic.name == f"#{case} Ana Novak · human"
        card = next(m for m in topic.messages if m.get("text"))
        assert card["text"].startswith(f"#{case} Ana Novak")
        assert "Waiting for an agent" in card["text"]
        assert topic.pinned == [card["message_id"]]
        assert [b["text"] for row in card["reply_markup"]["inline_keyboard"] for b in row] == ["Take over", "Assign", "Promise"]


async def test_a_conversation_that_no_person_has_gets_no_topic(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        await room.customer("hello")
        await room.handed(address="somebody else")
        await room.shows("Where is my parcel?")
        await room.idle()
        assert len(room.server.topics) == 1


async def test_everybody_in_the_conversation_is_shown_with_who_said_it(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        maja = await room.hires()
        conversation = await room.handed()
        await room.bot(conversation, "A colleague will answer soon.", "Fine", "Wait")
        await room.shows("🤖 Bot\nA colleague will answer soon.\n[Fine] [Wait]")
        await room.people.baton.take_over(conversation, maja)
        await room.people.replies.say(conversation, maja, "From the console", client_id="1")
        await room.people.replies.note(conversation, maja, "is a regular")
        await room.shows("💬 Maja\nFrom the console")
        await room.shows("🔒 Maja, note (private)\nis a regular")
        await room.until(lambda: "With Maja" in room.topic.texts[0])
        assert "👤 Ana Novak\nWhere is my parcel?" in room.topic.texts


async def test_a_new_topic_shows_what_was_said_before_it(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        for number in range(25):
            conversation = await room.customer(f"line {number}.")
        assert await room.handed("last") == conversation
        await room.shows("last")
        shown = "\n".join(room.topic.texts)
        assert "line 4." not in shown
        assert all(f"line {number}." in shown for number in range(6, 25))


async def test_a_deleted_topic_is_made_again_with_its_card_and_no_line_is_lost(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        conversation = await room.handed()
        await room.shows("Where is my parcel?")
        await room.idle()
        old = room.topic
        room.server.delete_topic(old)
        await room.customer("Are you there?")
        await room.shows("Are you there?")
        new = room.topic
        assert new.thread != old.thread
        assert new.texts[0].startswith("#")
        assert await room.group.mirror._topics.conversation(str(new.thread)) == conversation  # type: ignore[union-attr]
        maja = await room.hires()
        await room.member(maja).writes(new, "Yes!")
        await room.heard("Yes!")


async def test_a_topic_deleted_in_silence_is_found_when_its_card_changes(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        maja = await room.hires()
        conversation = await room.handed()
        await room.shows("Where is my parcel?")
        await room.idle()
        room.server.delete_topic(room.topic)
        await room.people.baton.take_over(conversation, maja)
        await room.shows("With Maja")


async def test_the_groups_budget_is_kept_and_every_message_arrives(tmp_path: Path) -> None:
    # A minute of a second and a half: 20 messages in it, as the real one allows in sixty.
    pace = Pace(rate=1000, burst=100, chat_rate=15 / 1.5, chat_burst=5)
    async with open_room(tmp_path, pace=pace, a_minute=20, minute=1.5) as room:
        talks = [await room.handed(f"first of {n}", address=f"a{n}") for n in range(4)]
        for number in range(15):
            for n, _ in enumerate(talks):
                await room.customer(f"<{n}:{number}>", address=f"a{n}")
        await room.until(lambda: len(room.server.topics) == 4)
        await room.until(lambda: all(_shown(room.server, f"<{n}:{number}>") for n in range(4) for number in range(15)))
        assert room.server.refused == 0
        for topic in room.server.topics.values():
            everything = "\n".join(topic.texts)
            places = [everything.index(f":{number}>") for number in range(15)]
            assert places == sorted(places)
        posts = len(room.server.made("sendMessage"))
        assert posts < 4 * 17  # bursts went together


async def test_a_refusal_to_go_on_so_fast_loses_nothing(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        await room.handed()
        await room.shows("Where is my parcel?")
        room.server.fail_next("rate", seconds=1, method="sendMessage")
        await room.customer("one more thing")
        await room.shows("one more thing")


async def test_what_happens_while_nobody_runs_is_shown_after_the_next_start(tmp_path: Path) -> None:
    path = str(tmp_path / "desk.db")
    async with ForumServer.open() as server:
        async with open_room(tmp_path, database=path, server=server) as room:
            await room.handed()
            await room.shows("Where is my parcel?")
            await room.idle()
        async with open_room(tmp_path, database=path, server=server, started=False) as room:
            await room.customer("said to a closed door")
        async with open_room(tmp_path, database=path, server=server) as room:
            await room.shows("said to a closed door")
            await room.idle()
            assert len(server.topics) == 1
            assert sum("Where is my parcel?" in text for text in room.topic.texts) == 1


async def test_telegram_being_away_delays_and_loses_nothing(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        await room.handed()
        await room.shows("Where is my parcel?")
        room.server.fail_next("error", method="sendMessage")
        await room.customer("still here?")
        await room.until(lambda: room.group.fault and "does not answer" in room.group.fault)
        await room.shows("still here?")
        await room.until(lambda: room.group.fault is None)


async def test_an_edit_is_shown_as_one_beside_what_it_changes(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        conversation = await room.handed("order 1001")
        await room.shows("order 1001")
        rows = await room.store.read(lambda db: db.execute("SELECT platform_id FROM inbox").fetchall())
        await room.customer("order 1002", kind=UpdateKind.EDIT, edits=rows[0][0])
        await room.shows("✏️ Ana Novak changed the message to\norder 1002")
        first, edit = (next(m for m in room.topic.messages if m.get("text", "").endswith(w)) for w in ("order 1001", "order 1002"))
        assert edit["reply_to_message"]["message_id"] == first["message_id"]
        assert conversation


async def test_a_customers_album_is_an_album_in_the_group(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        await room.handed()
        for number in range(3):
            picture = await room.keeps(PNG + bytes([number]))
            await room.customer("broken" if number == 0 else "", kind=UpdateKind.MEDIA, attachments=(picture,), album="a1")
        await room.shows("broken")
        parts = [m for m in room.topic.messages if "photo" in m]
        assert len(parts) == 3
        assert len({m["media_group_id"] for m in parts}) == 1
        assert [room.server.files[m["photo"][0]["file_id"]] for m in parts] == [PNG + bytes([n]) for n in range(3)]


async def test_a_file_telegram_will_not_have_is_told_in_words_and_holds_up_nothing(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        await room.handed()
        room.server.fail_next("refused", method="sendPhoto")
        await room.customer("look", kind=UpdateKind.MEDIA, attachments=(await room.keeps(PNG),))
        await room.customer("and?")
        await room.shows("👤 Ana Novak\nlook\n\n📎 photo.png: This message cannot be shown here")
        await room.shows("and?")


async def test_a_file_that_is_not_here_yet_follows_its_words(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        conversation = await room.handed()
        await room.shows("Where is my parcel?")
        picture = await room.keeps(PNG)
        name = picture.url.rpartition("/")[2]
        columns = "id, conversation_id, channel, source, name, state, attempts, due_at"
        sql = f"INSERT INTO files ({columns}) VALUES (?, ?, 'test', 's', 'p', ?, 0, 0)"
        await room.store.write(lambda db: db.execute(sql, (name, conversation, "wanted")))
        await room.customer("look", kind=UpdateKind.MEDIA, attachments=(picture,))
        await asyncio.sleep(0.3)
        assert not any("photo" in m for m in room.topic.messages)
        await room.store.write(lambda db: db.execute("UPDATE files SET state = 'kept'"))
        await room.until(lambda: any("photo" in m for m in room.topic.messages))


async def test_an_answer_that_was_not_delivered_is_told_with_a_button_that_really_sends_it(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        maja = await room.hires()
        await room.handed()
        await room.shows("Where is my parcel?")
        room.channel.plan = [SendRefused("blocked", "the customer has blocked the bot")]
        await room.member(maja).writes(room.topic, "Here it is")
        await room.shows("⚠️ Not delivered: blocked: the customer has blocked the bot")
        told = next(m for m in room.topic.messages if m.get("text", "").startswith("⚠️"))
        assert told["reply_to_message"]["text"] == "Here it is"
        await room.member(maja).presses(told, "Send again")
        await room.outbox.send_queued()
        await room.heard("Here it is")
        await room.idle()
        assert sum(text.startswith("⚠️") for text in room.topic.texts) == 1


async def test_a_solved_case_closes_its_topic_and_a_new_one_opens_it_again(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        conversation = await room.handed()
        await room.shows("Where is my parcel?")
        await room.store.write(lambda db: db.execute("UPDATE cases SET state = 'solved', closed_at = 1"))
        room.events.tell(Changed(conversation, "case"))
        await room.until(lambda: room.topic.closed)
        assert "✅ Solved, the customer said so" in room.topic.texts[0]
        await room.handed("And now it is broken")
        await room.shows("And now it is broken")
        await room.idle()
        assert not room.topic.closed
        assert len(room.topic.pinned) == 2
        assert sum("Where is my parcel?" in text for text in room.topic.texts) == 1


async def test_who_wants_to_be_erased_is_erased_in_the_group_as_well(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        conversation = await room.handed()
        await room.shows("Where is my parcel?")
        await room.store.write(lambda db: db.execute("UPDATE cases SET state = 'closed'"))
        room.events.tell(Changed(conversation, "case"))
        await room.until(lambda: room.topic.closed)
        await room.idle()
        at = 4_000_000_000_000_000
        await room.store.write(lambda db: db.execute("UPDATE customers SET erased_at = ?", (at,)))
        await room.mirror.wake_all()
        await room.until(lambda: not room.server.topics)


async def test_words_that_look_like_markup_are_only_words(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        await room.handed("<b>1 < 2</b> & *so* [on](http://x)")
        await room.shows("<b>1 < 2</b> & *so* [on](http://x)")


async def test_a_text_longer_than_telegram_takes_comes_in_pieces(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        await room.handed(" ".join(f"word{number}" for number in range(1500)))
        await room.shows("word1499")
        shown = " ".join(room.topic.texts)
        assert all(f"word{number}" in shown for number in range(1500))


def _shown(server: ForumServer, words: str) -> bool:
    return any(words in text for topic in server.topics.values() for text in topic.texts)
