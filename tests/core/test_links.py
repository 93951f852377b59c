"""One person on several channels: what a one-time code does, and what it never does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gate import TRIES
from bot.links import ALPHABET, LETTERS, digest, draw, read_code, shown
from bot.store import upkeep
from bot.update import UpdateKind
from tests.core.people import CODE, PHONE, WRONG, open_house, two


# --- the code as people write it -------------------------------------------------------------------------------------------------
def test_a_code_has_ten_letters_of_which_no_two_look_alike() -> None:
    assert len(ALPHABET) == len(set(ALPHABET)) == 28
    assert not set(ALPHABET) & set("BILOSZ01")
    assert CODE.fullmatch(shown(draw()))
    assert len({draw() for _ in range(1000)}) == 1000


@given(
    st.text(ALPHABET, min_size=LETTERS, max_size=LETTERS), st.sampled_from([str.lower, str.upper, str.title]), st.sampled_from("- _–—\n")
)
def test_a_code_is_read_however_it_is_written(letters: str, case: Callable[[str], str], between: str) -> None:
    for text in (shown(letters), "FD" + letters, f"  FD{between}{letters[:5]}{between}{letters[5:]} ", f"FD {letters[:3]}-{letters[3:]}"):
        assert read_code(case(text)) == letters


def test_letters_of_a_cyrillic_keyboard_count_by_their_shape() -> None:
    assert read_code("FD-АСЕНК-MPTYX") == "ACEHKMPTYX"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "FD",
        "FD-ACDEF-GHJK",
        "FD-ACDEF-GHJKMN",
        "ACDEFGHJKM",
        "my code is FD-ACDEF-GHJKM",
        "FD-ACDEF-GHJKM please",
        "FD-ACDEF-GHJKM FD-ACDEF-GHJKM",
        "/start FD-ACDEF-GHJKM",
        "FD-ACDEF.GHJKM",
        "FD" + "-" * 60 + "ACDEFGHJKM",
        "order:1002",
    ],
)
def test_only_a_whole_message_is_a_code(text: str) -> None:
    assert read_code(text) is None


# --- joining ---------------------------------------------------------------------------------------------------------------------
async def test_a_code_is_told_with_its_time_and_the_ways_to_the_other_messengers() -> None:
    async with two() as (ana, _):
        said = await ana.says("/link")
        code = CODE.search(said)
        assert code is not None
        assert "one hour, until 14:00" in said
        assert f"On Telegram: https://telegram.example/?start={code[0]}" in said
        assert "whatsapp.example" not in said, "there they are already"


@pytest.mark.parametrize("command", ["/link", "/connect", "/LINK"])
async def test_both_commands_make_a_code(command: str) -> None:
    async with two() as (ana, _):
        assert CODE.search(await ana.says(command))


async def test_the_store_keeps_no_code_but_its_digest() -> None:
    async with two() as (ana, _):
        code = await ana.code()
        letters = code.replace("FD", "").replace("-", "")
        [(kept, kind, used)] = await ana.house.rows("SELECT digest, kind, used_at FROM codes")
        assert (kept, kind, used) == (digest(letters), "join", None)
        everything = repr(
            [await ana.house.rows(f"SELECT * FROM {table}") for table in ("codes", "conversations", "deeds", "audit", "timers")]
        )
        assert letters not in everything.replace("-", "")


@pytest.mark.parametrize("way", ["typed", "small", "link"])
async def test_a_code_joins_the_two_conversations(way: str) -> None:
    async with two() as (ana, again):
        code, before = await ana.code(), await ana.customer()
        if way == "link":
            said = await again.sends(UpdateKind.START, payload=code)
        else:
            said = await again.says(code if way == "typed" else code.lower().replace("-", " "))
        assert "now belong together" in said
        assert "on WhatsApp" in said
        assert "/unlink" in said
        assert await again.customer() == before == await ana.customer()
        identities = await ana.house.rows("SELECT DISTINCT customer_id FROM identities")
        assert identities == [(before,)]
        assert f"verified:{PHONE}" in (await again.state()).proofs


async def test_what_was_proven_in_one_opens_the_order_in_the_other() -> None:
    async with two() as (ana, again):
        await again.says(await ana.code())
        again.house.engine.teach("where is my order", "order_status")
        await again.says("where is my order")
        assert "1002" in await again.says("1002")
        assert "e-mail" not in "\n".join(m.text for m in again.heard)


async def test_the_name_is_taken_over_where_none_is_known() -> None:
    async with two() as (ana, again):
        await again.says(await ana.code())
        assert (await again.state()).name == "Ana"
        stranger = ana.house.person("webchat", "c-bob")
        await stranger.says("hello", name="Bob")
        await stranger.says(await ana.code())
        assert (await stranger.state()).name == "Bob"


async def test_the_emptied_customer_stays_as_a_row_without_a_name() -> None:
    async with two() as (ana, again):
        old, new = await again.customer(), await ana.customer()
        await again.says(await ana.code())
        assert await ana.house.rows(f"SELECT name, joined_to FROM customers WHERE id = {old}") == [(None, new)]
        assert await ana.house.rows("SELECT count(*) FROM customers") == [(2,)]
        assert await ana.house.desk.store.read(upkeep.unanswered) == []


async def test_a_customers_other_conversations_come_along() -> None:
    async with two() as (ana, again):
        third = ana.house.person("webchat", "c-ana")
        await third.says("hello")
        await again.says(await third.code())
        await third.says(await ana.code())
        assert await ana.customer() == await again.customer() == await third.customer()
        joined = await ana.house.rows("SELECT joined_to FROM customers WHERE joined_to IS NOT NULL")
        assert set(joined) == {(await ana.customer(),)}


async def test_the_one_who_made_the_code_hears_of_it() -> None:
    async with two() as (ana, again):
        await again.says(await ana.code())
        ana.listens()
        await ana.house.notices()
        said = ana.listens()
        assert "on Telegram" in said
        assert "/unlink" in said
        await ana.house.notices()
        assert ana.listens() == "", "once"


async def test_who_said_stop_is_not_written_to_even_of_that() -> None:
    async with two() as (ana, again):
        code = await ana.code()
        await ana.says("stop")
        await again.says(code)
        await ana.house.notices()
        assert ana.listens() == ""


async def test_joining_in_the_middle_of_a_question_comes_back_to_it() -> None:
    async with two() as (ana, again):
        again.house.engine.teach("where is my order", "order_status")
        await again.says("where is my order")
        said = await again.says(await ana.code())
        assert said.index("now belong together") < said.index("Back to where we were")


async def test_nobody_is_joined_by_name_phone_or_address() -> None:
    async with two() as (ana, again):
        twin = ana.house.person("webchat", "w-ana")
        await twin.says("hello", name="Ana Novak", phone=PHONE)
        assert await twin.customer() != await ana.customer()
        await again.says("hello", name="Ana Novak", phone=PHONE)
        assert await again.customer() != await ana.customer()


# --- what a code does not do -----------------------------------------------------------------------------------------------------
async def test_a_code_in_its_own_chat_is_explained_kindly_and_stays_good() -> None:
    async with two() as (ana, again):
        code = await ana.code()
        for _ in range(TRIES + 1):
            assert "right here" in await ana.says(code)
        assert "belong together" in await again.says(code)


async def test_a_code_of_a_chat_that_is_joined_already_changes_nothing() -> None:
    async with two() as (ana, again):
        await again.says(await ana.code())
        before = await again.state()
        assert "already" in await again.says(await ana.code())
        assert (await again.state()).gained == before.gained


async def test_used_old_and_invented_codes_get_the_same_words() -> None:
    async with two() as (ana, again):
        third = ana.house.person("webchat", "c-eve")
        used = await ana.code()
        await again.says(used)
        old = await ana.code()
        ana.house.clock.advance(minutes=60)
        replaced = await ana.code()
        await ana.code()
        answers = [await third.says(code) for code in (used, old, replaced, shown(draw()))]
        assert all(a.startswith(WRONG) for a in answers)
        assert len(set(answers)) == 1
        assert await third.customer() != await ana.customer()


async def test_a_code_is_good_until_its_hour_is_over() -> None:
    async with two() as (ana, again):
        code = await ana.code()
        ana.house.clock.advance(minutes=59, seconds=59)
        assert "belong together" in await again.says(code)


async def test_five_wrong_codes_close_the_gate_even_for_a_right_one_and_for_orders() -> None:
    async with two() as (ana, again):
        answers = [await again.says(shown(draw())) for _ in range(TRIES)]
        assert answers[-2].startswith(WRONG)
        assert "too many codes" in answers[-1]
        assert "too many codes" in await again.says(await ana.code())
        assert await again.customer() != await ana.customer()
        again.house.engine.teach("where is my order", "order_status")
        await again.says("where is my order")
        assert "too many tries" in await again.says("1002"), "the gate is one"
        ana.house.clock.advance(minutes=61)
        assert "belong together" in await again.says(await ana.code())


async def test_wrong_codes_of_one_chat_shut_nobody_else_out() -> None:
    async with two() as (ana, again):
        for n in range(4):
            stranger = ana.house.person("webchat", f"c-{n}")
            for _ in range(TRIES):
                await stranger.says(shown(draw()))
        assert "belong together" in await again.says(await ana.code())


async def test_one_code_sent_twice_in_a_breath_is_used_once() -> None:
    async with two() as (ana, again):
        code = await ana.code()
        await again.brings(again.update(UpdateKind.TEXT, code), again.update(UpdateKind.TEXT, code))
        assert len((await again.state()).gained) == 2, "the phone and the name"
        assert await ana.house.rows("SELECT count(*) FROM audit WHERE action = 'join'") == [(1,)]


async def test_a_code_used_by_somebody_else_meanwhile_is_a_wrong_one() -> None:
    """Two chats send the same code at the same moment: one is joined."""
    async with two() as (ana, again):
        third = ana.house.person("webchat", "c-eve")
        await third.says("hello")
        code = await ana.code()
        await ana.house.desk.reception.accept([again.update(UpdateKind.TEXT, code), third.update(UpdateKind.TEXT, code)])
        for one in (again, third):
            assert await ana.house.desk.reception.settled(one.channel.name, one.address, timeout=20)
        joined = [one for one in (again, third) if await one.customer() == await ana.customer()]
        assert len(joined) == 1


async def test_an_opened_chat_without_a_code_is_greeted_as_ever() -> None:
    async with open_house() as house:
        bob = house.person("telegram", "t-bob")
        assert await bob.sends(UpdateKind.START, payload="spring-sale")
        assert await house.rows("SELECT count(*) FROM deeds") == [(0,)], "and nothing is counted"
