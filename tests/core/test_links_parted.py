"""Two joined conversations part again, are exported and erased as one person, and survive restarts, doubles and kills."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.links import LETTERS, draw, shown
from bot.store import upkeep
from bot.store.values import micros
from bot.update import UpdateKind
from tests.core.fakes import Clock
from tests.core.people import CODE, PHONE, House, Messenger, open_house, two


# --- parting ---------------------------------------------------------------------------------------------------------------------
async def test_parting_takes_back_what_was_gained_and_no_more() -> None:
    async with two() as (ana, again):
        await again.says("hello", phone="+38641222002")
        await again.says(await ana.code())
        said = await again.says("/unlink")
        assert "stands alone again" in said
        state = await again.state()
        assert state.proofs == ("verified:+38641222002",)
        assert (state.name, state.gained) == (None, ())
        assert await again.customer() != await ana.customer()
        assert f"verified:{PHONE}" in (await ana.state()).proofs
        assert await ana.house.rows("SELECT count(*) FROM identities") == [(2,)]
        [(customer,)] = await ana.house.rows("SELECT customer_id FROM identities WHERE address = 't-ana'")
        assert customer == await again.customer()


async def test_who_gave_the_code_can_part_and_the_other_loses_what_it_got() -> None:
    """A code that fell into wrong hands is no longer worth anything then, whoever it was passed on to."""
    async with two() as (ana, eve):
        third = ana.house.person("webchat", "c-eve")
        await third.says("hello")
        await eve.says(await ana.code())
        await third.says(await eve.code())
        assert f"verified:{PHONE}" in (await third.state()).proofs
        await ana.says("/unlink")
        for one in (eve, third):
            state = await one.state()
            assert (state.proofs, state.name) == ((), None)
            assert await one.customer() != await ana.customer()
        assert f"verified:{PHONE}" in (await ana.state()).proofs


async def test_a_turn_worked_out_while_its_proofs_are_taken_is_worked_out_again() -> None:
    async with two() as (ana, again):
        await again.says(await ana.code())
        taken = await again.house.desk.store.take(await again.conversation())
        await ana.says("/unlink")
        assert (await again.house.desk.store.take(taken.id)).version > taken.version


async def test_a_conversation_whose_state_is_damaged_holds_up_no_parting() -> None:
    async with two() as (ana, again):
        third = ana.house.person("webchat", "c-ana")
        await third.says(await ana.code())
        await again.says(await ana.code())
        damaged = await third.conversation()
        await ana.house.desk.store.write(lambda db: db.execute("UPDATE conversations SET state = '?' WHERE id = ?", (damaged,)))
        assert "stands alone" in await ana.says("/unlink")
        assert (await again.state()).proofs == ()


async def test_who_is_not_joined_is_told_so() -> None:
    async with two() as (ana, _):
        before = await ana.customer()
        assert "not joined" in await ana.says("/unlink")
        assert await ana.customer() == before
        assert await ana.house.rows("SELECT count(*) FROM audit WHERE action = 'part'") == [(0,)]


async def test_after_parting_they_can_be_joined_anew() -> None:
    async with two() as (ana, again):
        for _ in range(2):
            await again.says(await ana.code())
            assert f"verified:{PHONE}" in (await again.state()).proofs
            await again.says("/unlink")
        assert (await again.state()).proofs == ()


async def test_joining_and_parting_are_in_the_audit_log_without_a_name() -> None:
    async with two() as (ana, again):
        await again.says(await ana.code())
        await again.says("/unlink")
        lines = await ana.house.rows("SELECT action, subject FROM audit ORDER BY id")
        assert [action for action, _ in lines] == ["code", "join", "part"]
        assert "Ana" not in repr(lines)
        assert f"conversation:{await again.conversation()} " in lines[1][1]


# --- a person's data -------------------------------------------------------------------------------------------------------------
async def test_an_export_has_both_conversations() -> None:
    async with two() as (ana, again):
        await again.says("my words on telegram")
        await again.says(await ana.code())
        who = await ana.customer()
        found = await ana.house.desk.store.read(lambda db: upkeep.export(db, who))
        assert {row["channel"] for row in found["conversations"]} == {"whatsapp", "telegram"}
        assert "my words on telegram" in repr(found["inbox"])
        assert len(found["codes"]) == 1
        assert len(found["customers"]) == 2


async def test_erasing_in_one_chat_erases_the_other_and_its_address() -> None:
    async with two() as (ana, again):
        ana.house.engine.teach("delete my data", "erase_data")
        await again.says("my words on telegram")
        await again.says(await ana.code())
        ana.house.clock.advance(seconds=1)
        await ana.says("delete my data")
        yes = next(b for b in ana.heard[-1].options if b.payload.endswith(":yes"))
        assert "It is done" in await ana.sends(UpdateKind.BUTTON, yes.title, payload=yes.payload)
        assert again.channel.forgotten == ["t-ana"]
        assert ana.channel.forgotten == ["w-ana"]
        tables = ("inbox", "outbox", "conversations", "customers", "codes", "timers", "identities")
        everything = repr([await ana.house.rows(f"SELECT * FROM {table}") for table in tables])
        assert [word for word in ("my words on telegram", PHONE, "Ana", "t-ana") if word in everything] == []
        await again.says("hello")
        assert await again.customer() != await ana.customer(), "who writes there again is a stranger"


async def test_erasing_by_command_reaches_every_channel_and_the_sums_agree() -> None:
    async with two() as (ana, again):
        other = ana.house.person("telegram", "t-second-account")
        await again.says(await ana.code())
        await other.says(await ana.code())
        who, store = await ana.customer(), ana.house.desk.store
        await store.write(lambda db: upkeep.erase(db, who, micros(ana.house.clock())))
        everything = repr([await ana.house.rows(f"SELECT * FROM {table}") for table in ("conversations", "identities", "codes")])
        assert [word for word in (PHONE, "Ana", "t-ana", "w-ana", "t-second") if word in everything] == []
        assert await store.read(upkeep.unanswered) == []
        assert await ana.house.rows("SELECT count(*) FROM customers WHERE erased_at IS NULL") == [(0,)]


# --- replay laws -----------------------------------------------------------------------------------------------------------------
async def test_every_update_delivered_twice_changes_nothing() -> None:
    async with two() as (ana, again):
        hello, code = again.update(UpdateKind.TEXT, "/link"), await ana.code()
        join = replace(again.update(UpdateKind.TEXT), text=code)
        for one in (hello, join):
            await again.brings(one)
            heard = again.listens()
            assert heard
            await again.brings(one)
            assert again.listens() == ""
        assert await ana.house.rows("SELECT count(*) FROM codes WHERE used_at IS NULL") == [(1,)]


class Killed:
    """After so many writes of the store all further ones are lost, until it is brought back."""

    def __init__(self, store: Any, allowed: int) -> None:
        self.left, self.died, self._store, self._write = allowed, False, store, store.write
        store.write = self

    async def __call__(self, job: Any) -> Any:
        if self.left <= 0:
            self.died = True
            raise ConnectionError("killed")
        self.left -= 1
        return await self._write(job)


@pytest.mark.parametrize("allowed", range(8))
async def test_killed_after_any_write_a_code_joins_once_and_a_wrong_one_counts_once(allowed: int, tmp_path: Path) -> None:
    database, clock = str(tmp_path / "links.db"), Clock()
    async with open_house(database, clock=clock) as house:
        ana, again = house.person("whatsapp", "w-ana"), house.person("telegram", "t-ana")
        await ana.says("hello", phone=PHONE, name="Ana Novak")
        await again.says("hello")
        code, wrong = await ana.code(), shown(draw())
        updates = [again.update(UpdateKind.TEXT, wrong), again.update(UpdateKind.TEXT, code)]
        Killed(house.desk.store, allowed)
        for update in updates:
            try:
                await house.desk.reception.accept([update])
            except ConnectionError:
                continue
            await house.desk.reception.settled("telegram", "t-ana", timeout=20)
    async with open_house(database, clock=clock) as house:
        ana, again = house.person("whatsapp", "w-ana"), house.person("telegram", "t-ana")
        await house.desk.reception.accept(updates)
        await house.desk.reception.settled("telegram", "t-ana", timeout=20)
        await house.notices()
        assert await again.customer() == await ana.customer()
        assert await house.rows("SELECT misses FROM gates") == [(1,)]
        assert await house.rows("SELECT count(*) FROM audit WHERE action = 'join'") == [(1,)]
        assert await house.rows("SELECT count(*) FROM customers") == [(2,)]


STEPS = ("hello", "/link", "wrong", "link", "code", "notice", "/unlink", "/unlink")


async def step(house: House, what: str, code: str) -> None:
    """One thing that happens in a visit of Ana's."""
    ana, again = house.person("whatsapp", "w-ana"), house.person("telegram", "t-ana")
    match what:
        case "hello":
            await ana.says("hello", phone=PHONE, name="Ana Novak")
        case "/link":
            await ana.says("/link")
        case "wrong":
            await again.says(shown("A" * LETTERS))
        case "link":
            await again.sends(UpdateKind.START, payload=code)
        case "code":
            await again.says(code)
        case "notice":
            await house.notices()
        case _:
            await again.says(what)


async def visit(database: str, *, restarts: bool) -> dict[str, list[str]]:
    """What is said on each channel; no two codes are alike, so they are left out."""
    clock, count = Clock(), 0
    channels = {name: Messenger(name) for name in ("telegram", "whatsapp")}
    for steps in STEPS if restarts else (STEPS,):
        async with open_house(database, clock=clock, channels=channels) as house:
            house.count = count
            for what in (steps,) if isinstance(steps, str) else steps:
                said = "\n".join(d.message.text for d in channels["whatsapp"].sent)
                codes = CODE.findall(said)
                await step(house, what, codes[0] if codes else "")
            count = house.count
    return {name: [CODE.sub("FD", d.message.text) for d in channel.sent] for name, channel in channels.items()}


async def test_restarted_before_every_turn_it_is_the_same_talk(tmp_path: Path) -> None:
    expected = await visit(str(tmp_path / "plain.db"), restarts=False)
    assert len(expected["telegram"]) == 5
    assert await visit(str(tmp_path / "restarted.db"), restarts=True) == expected
