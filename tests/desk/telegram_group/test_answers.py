"""What agents write in the group: answers, notes, commands, files, and who may."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.desk.topics import link_code
from bot.desk.values import Role
from connectors.desks.telegram_group.words import WORDS, command_words, word
from intents.understanding import LANGUAGES
from tests.desk.telegram_group.room import Room, now, open_room
from tests.standins.telegram_forum import ForumServer

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 100


async def _topic(room: Room) -> int:
    conversation = await room.handed()
    await room.shows("Where is my parcel?")
    await room.idle()
    return conversation


async def test_the_first_answer_takes_over_and_reaches_the_customer_once(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        maja = await room.hires()
        conversation = await _topic(room)
        message = await room.member(maja).writes(room.topic, "It arrives today.")
        await room.heard("It arrives today.")
        assert await room.people.baton.owner(conversation) == f"agent:{maja.id}"
        await room.shows("With Maja")
        await room.idle()
        assert room.server.reactions[message["message_id"]] == "👌"
        assert room.channel.said == ["It arrives today."]
        assert not any("It arrives today." in text for text in room.topic.texts)  # it stands there already, as Maja's own


async def test_the_same_update_twice_is_one_answer(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        maja = await room.hires()
        await _topic(room)
        message = await room.member(maja).writes(room.topic, "Once")
        await room.server.bring_in("message", message)
        await room.member(maja).writes(room.topic, "Twice")
        await room.heard("Twice")
        assert room.channel.said == ["Once", "Twice"]


async def test_an_answer_stored_before_a_crash_is_not_shown_again_after_it(tmp_path: Path) -> None:
    path = str(tmp_path / "desk.db")
    async with ForumServer.open() as server:
        async with open_room(tmp_path, database=path, server=server) as room:
            maja = await room.hires()
            conversation = await _topic(room)
            await room.people.baton.take_over(conversation, maja)
        async with open_room(tmp_path, database=path, server=server, started=False) as room:
            # As a crash leaves it: said under the message's name, and nothing else written down.
            chat = server.group
            await room.people.replies.say(conversation, maja, "said and crashed", client_id=f"telegram:{chat}:777")
        async with open_room(tmp_path, database=path, server=server) as room:
            await room.shows("With Maja")
            await room.customer("thanks")
            await room.shows("thanks")
            await room.idle()
            assert not any("said and crashed" in text for text in room.topic.texts)


async def test_two_slashes_begin_a_note_that_no_customer_sees(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        maja = await room.hires()
        conversation = await _topic(room)
        await room.member(maja).writes(room.topic, "// he called yesterday")
        await room.member(maja).writes(room.topic, "/note and wrote")
        await room.idle()
        notes = await room.store.read(lambda db: db.execute("SELECT text FROM notes ORDER BY id").fetchall())
        assert notes == [("he called yesterday",), ("and wrote",)]
        assert room.channel.said == []
        assert await room.people.baton.owner(conversation) == "queue"
        assert not any("he called" in text for text in room.topic.texts)


async def test_who_is_not_known_is_told_so_and_nothing_is_sent(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        conversation = await _topic(room)
        message = await room.member(user=13).writes(room.topic, "Hello from nobody")
        await room.shows("Not sent: it is not known whose account this is.")
        assert room.server.reactions[message["message_id"]] == "👎"
        assert room.channel.said == []
        assert await room.people.baton.owner(conversation) == "queue"


async def test_an_anonymous_administrator_is_told_how_to_be_known(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        await room.hires()
        await _topic(room)
        group = {"id": room.server.group, "type": "supergroup", "title": "Staff"}
        await room.member().writes(room.topic, "Who am I?", sender_chat=group)
        await room.shows("you write as the group")
        assert room.channel.said == []


async def test_a_code_links_an_account_once(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        maja = await room.hires(user=None)
        await _topic(room)
        code = await link_code(room.store, maja.id, now())
        await room.member(user=44).writes(None, f"/link {code.lower()}")
        await room.until(lambda: any("Maja, this account is linked now." in m.get("text", "") for m in room.server.general))
        await room.member(user=44).writes(room.topic, "It is me")
        await room.heard("It is me")
        await room.member(user=45).writes(None, f"/link {code}")
        await room.until(lambda: any("not valid" in m.get("text", "") for m in room.server.general))


async def test_a_colleagues_conversation_is_not_spoken_into(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        maja, ivan = await room.hires(), await room.hires("Ivan", user=7002)
        conversation = await _topic(room)
        await room.people.baton.take_over(conversation, maja)
        await room.member(ivan, user=7002).writes(room.topic, "Me too")
        await room.shows("Not sent: Maja has this conversation.")
        assert room.channel.said == []


async def test_an_agent_who_may_not_enter_any_more_cannot_answer_either(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        maja = await room.hires()
        await _topic(room)
        await room.people.agents.disable(maja.email)
        await room.member(maja).writes(room.topic, "Still here")
        await room.shows("Not sent: it is not known")
        assert room.channel.said == []


async def test_an_edit_of_an_answer_follows_as_a_correction(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        maja = await room.hires()
        await _topic(room)
        message = await room.member(maja).writes(room.topic, "On Tuesday")
        await room.heard("On Tuesday")
        await room.member(maja).edits(message, "On Tuesday")  # as when a reaction is given
        await room.member(maja).edits(message, "On Wednesday")
        await room.heard("Correction: On Wednesday")
        await room.idle()
        assert room.channel.said == ["On Tuesday", "Correction: On Wednesday"]


async def test_an_album_is_one_answer_with_all_its_files(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        maja = await room.hires()
        await _topic(room)
        await room.member(maja).sends_album(room.topic, [PNG + b"1", PNG + b"2"], "like this")
        await room.heard("like this")
        [delivery] = room.channel.sent
        assert [media.kind for media in delivery.message.media] == ["image", "image"]
        await room.idle()
        assert not any("like this" in text for text in room.topic.texts)


async def test_a_file_that_cannot_be_passed_on_is_told_and_nothing_is_sent(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        maja = await room.hires()
        await _topic(room)
        member = room.member(maja)
        await member.writes(room.topic, caption="see", **member.document(b"x", "film.mkv", size=21 * 1024 * 1024))
        await room.shows("film.mkv is larger than 20 MB")
        await member.writes(room.topic, caption="run", **member.document(b"MZ\x90\0 a program", "setup.exe"))
        await room.shows("files like setup.exe are not passed on")
        await member.writes(room.topic, sticker={"file_id": "s", "file_unique_id": "s", "width": 1, "height": 1, **_STICKER})
        await room.shows("only words, pictures")
        assert room.channel.said == []


async def test_a_file_that_telegram_cannot_give_now_is_fetched_again(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        maja = await room.hires()
        await _topic(room)
        room.server.fail_next("error", times=2, method="getFile")
        member = room.member(maja)
        await member.writes(room.topic, caption="here", **member.photo(PNG))
        await room.heard("here")
        assert len(room.channel.sent) == 1


async def test_resolve_asks_the_customer_and_closes_the_case(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        maja = await room.hires()
        conversation = await _topic(room)
        message = await room.member(maja).writes(room.topic, "/resolve@LipaStaffBot")
        await room.until(lambda: room.topic.closed)
        assert (await room.case(conversation, "state")) == ("closed",)
        assert await room.people.baton.owner(conversation) == "bot"
        assert room.server.reactions[message["message_id"]] == "👌"


async def test_bot_gives_the_conversation_back_with_what_was_agreed(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        maja = await room.hires()
        conversation = await _topic(room)
        await room.member(maja).writes(room.topic, "/bot a new parcel goes out today")
        await room.heard("a new parcel goes out today")
        assert await room.people.baton.owner(conversation) == "bot"


async def test_a_promise_is_written_down_and_stands_on_the_card(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        maja = await room.hires()
        conversation = await _topic(room)
        await room.member(maja).writes(room.topic, "/promise we will call you tomorrow at 10:00")
        await room.until(lambda: "Promised: we will call you tomorrow at 10:00 (by" in room.topic.texts[0])
        assert len(await room.people.ledger.open(conversation=conversation)) == 1
        await room.member(maja).writes(room.topic, "/promise something")
        await room.shows("Write it with its time")


async def test_a_promise_in_an_answer_is_kept_by_one_press(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        maja = await room.hires()
        conversation = await _topic(room)
        await room.member(maja).writes(room.topic, "I will find out by tomorrow at 15:00")
        await room.shows("Shall this be kept as a promise")
        asked = next(m for m in room.topic.messages if m.get("text", "").startswith("Shall this"))
        await room.member(maja).presses(asked, "Note the promise")
        await room.member(maja).presses(asked, "Note the promise")
        await room.until(lambda: "Promised" in room.topic.texts[0])
        assert len(await room.people.ledger.open(conversation=conversation)) == 1


async def test_the_cards_buttons_work_and_those_of_an_old_case_do_nothing(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        maja, ivan = await room.hires(), await room.hires("Ivan", user=7002)
        conversation = await _topic(room)
        card = next(m for m in room.topic.messages if m.get("text"))
        await room.member(maja).presses(card, "Take over")
        assert await room.people.baton.owner(conversation) == f"agent:{maja.id}"
        await room.until(lambda: "With Maja" in card["text"])
        await room.member(maja).presses(card, "Assign")
        await room.shows("Who shall have it?")
        asked = next(m for m in room.topic.messages if m.get("text") == "Who shall have it?")
        await room.member(maja).presses(asked, "Ivan")
        assert await room.people.baton.owner(conversation) == f"agent:{ivan.id}"
        await room.until(lambda: "With Ivan" in card["text"])
        old = dict(card)
        await room.store.write(lambda db: db.execute("UPDATE cases SET state = 'closed'"))
        await room.member(ivan, user=7002).presses(old, "Resolve")
        assert room.server.popups[-1] == "There is nothing open here."
        await room.member(user=99).presses(old, "Resolve")
        assert room.server.popups[-1].startswith("Not sent: it is not known")


async def test_assign_by_name_and_take_by_a_lead(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        maja, ivan = await room.hires(), await room.hires("Ivan", Role.LEAD, user=7002)
        conversation = await _topic(room)
        await room.member(maja).writes(room.topic, "/assign maja")
        assert await room.people.baton.owner(conversation) == f"agent:{maja.id}"
        await room.member(maja).writes(room.topic, "/assign Nobody")
        await room.shows("No agent is called Nobody.")
        await room.member(ivan, user=7002).writes(room.topic, "/take")
        assert await room.people.baton.owner(conversation) == f"agent:{ivan.id}"
        await room.member(maja).writes(room.topic, "/dance")
        await room.shows("There is no such command. There are: /take")


async def test_service_messages_and_other_topics_are_nobodys_answers(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        maja = await room.hires()
        await _topic(room)
        await room.member(maja).writes(room.topic, forum_topic_closed={})
        await room.member(maja).writes(None, "lunch?")
        await room.member(maja).writes(room.topic, "For the customer")
        await room.heard("For the customer")
        assert room.channel.said == ["For the customer"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_agent_is_told_in_their_own_language(tmp_path: Path, language: str) -> None:
    async with open_room(tmp_path, language=language) as room:
        maja = await room.hires(language=language)
        await room.handed()
        await room.shows("Where is my parcel?")
        await room.member(maja).writes(room.topic, "/promise")
        await room.shows(word("no_promise", language))
        assert word("agent", language, name="Maja") not in room.topic.texts[0]
        assert word("waiting", language) in room.topic.texts[0]


def test_every_word_is_there_in_four_languages_with_the_same_variables() -> None:
    for key, row in WORDS.items():
        assert len(set(row)) >= (1 if key in ("bot", "undelivered") else 2), key
        variables = [{part.partition("}")[0] for part in text.split("{")[1:]} for text in row]
        assert all(found == variables[0] for found in variables), key
        assert all(text.strip() for text in row), key
    assert all(len(words) <= 256 for language in LANGUAGES for _, words in command_words(language))


_STICKER = {"type": "regular", "is_animated": False, "is_video": False}
