"""What stands beside a conversation at the desk, why the bot said something, and how quickly lists open."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bench.desk import plans, questions
from bot.desk.values import OrdersState
from bot.desk.why import explain
from bot.message import Message
from bot.store.values import decode_state, encode
from tests.core.fakes import NOON
from tests.desk.front import Front, Window, busy, front
from tests.desk.office import ask, hire


# --- window and why ----------------------------------------------------------------------------------------------------------
async def test_the_window_ends_a_day_after_the_customers_last_word() -> None:
    async with front(Window()) as f:
        conversation = await f.says("hello")
        heard = f.clock()
        f.clock.advance(hours=30)
        assert await f.view.window(conversation) == heard + timedelta(hours=24)
        assert (await f.view.context(conversation)).window == heard + timedelta(hours=24)
    async with front() as f:
        assert await f.view.window(await f.says("hello")) is None


async def test_why_is_answered_from_the_trace() -> None:
    async with front() as f:
        conversation = await f.says("return")
        message = next(line for line in (await f.view.conversation(conversation)).lines if line.kind == "bot")
        why = await f.view.why(message.id)
        assert (why["flow"], why["intent"]) == ("return_item", "return_item")
        assert any("return_item" in sentence and "95 %" in sentence for sentence in why["sentences"])


def test_why_is_in_words_of_each_language_with_the_age_of_what_it_rests_on() -> None:
    said = NOON + timedelta(seconds=200)
    trace = {
        "decision": "answer",
        "intent": "refund",
        "heard_as": "greeting",
        "score": 0.9,
        "flow": "refund",
        "step": "say:refund-due",
        "data": [f"look:order#2 as of {NOON.isoformat()}", "look:stock", "look:odd as of never"],
    }
    told = {language: explain(trace, said, language) for language in ("en", "ru", "uk", "sl")}
    assert len({tuple(why["sentences"]) for why in told.values()}) == 4
    assert [r["age"] for r in told["en"]["readings"]] == [200, None, None]
    assert any("“order”, read 3 min before" in s for s in told["en"]["sentences"])
    assert all(len(why["sentences"]) == 7 for why in told.values())
    assert told["en"] == explain(trace, said, "de")


# --- beside it ---------------------------------------------------------------------------------------------------------------
async def prove(f: Front, conversation: int, *proofs: str) -> None:
    [(stored,)] = await ask(f.store, "SELECT state FROM conversations WHERE id = ?", conversation)
    state = replace(decode_state(stored), proofs=proofs)
    await f.run("UPDATE conversations SET state = ? WHERE id = ?", encode(state).decode(), conversation)


async def test_orders_are_shown_only_by_what_the_customer_has_proven() -> None:
    async with front() as f:
        conversation = await f.says("hello")
        context = await f.view.context(conversation)
        assert (context.orders, context.orders_state) == ((), OrdersState.UNPROVEN)
        assert f.shop.asked == [], "without a proof the shop is not even asked"
        await prove(f, conversation, "ana@example.com")
        context = await f.view.context(conversation)
        assert [order.number for order in context.orders] == ["1001", "1002"]
        assert (context.orders_state, context.proven) == (OrdersState.SHOWN, ("email",))
        await prove(f, conversation, "mallory@example.com", "verified:+38640111001", "order:1001")
        context = await f.view.context(conversation)
        assert context.orders == ()
        assert context.proven == ("email", "verified", "code")
        assert [(p.email, p.verified_phone, p.order) for p in f.shop.asked[-3:]] == [
            ("mallory@example.com", None, None),
            (None, "+38640111001", None),
            (None, None, "1001"),
        ]


async def test_a_shop_that_is_down_takes_only_the_orders_with_it() -> None:
    async with front() as f:
        conversation = await f.says("hello", name="Ana Novak")
        await prove(f, conversation, "ana@example.com")
        f.shop.down = True
        context = await f.view.context(conversation)
        assert (context.name, context.orders_state) == ("Ana Novak", OrdersState.DOWN)
        assert await f.view.orders(conversation) == ((), OrdersState.DOWN)


async def test_the_context_knows_cases_promises_notes_and_other_channels_of_the_same_person() -> None:
    async with front() as f:
        maja = await hire(f.store)
        here, there = await f.says("human please", name="Ana"), await f.says("hello", "ana2")
        await f.run("UPDATE conversations SET customer_id = (SELECT customer_id FROM conversations WHERE id = ?) WHERE id = ?", here, there)
        await f.run("UPDATE identities SET customer_id = (SELECT customer_id FROM conversations WHERE id = ?) WHERE address = 'ana2'", here)
        columns = "id, conversation_id, state, intent, summary, opened_at, closed_at, agent_id, rating"
        await f.run(
            f"INSERT INTO cases ({columns}) VALUES (?, ?, 'solved', 'refund', '{{}}', 1, 2, ?, 5)", f.store.new_id(), there, maja.id
        )
        await f.run("INSERT INTO notes VALUES (?, ?, ?, 'careful', 1, NULL)", f.store.new_id(), there, maja.id)
        await f.run("UPDATE conversations SET owner = ? WHERE id = ?", f"agent:{maja.id}", here)
        context = await f.view.context(here)
        assert context.owner_name == "Maja"
        assert context.case is not None
        assert context.case.state == "waiting"
        assert [(case.conversation, case.topic, case.rating, case.agent_name) for case in context.earlier] == [(there, "refund", 5, "Maja")]
        assert [place.address for place in context.places] == ["ana", "ana2"]
        assert [note.author for note in context.notes] == ["Maja"]
        assert [promise.conversation for promise in context.promises] == [here], "the handover's own: a person will answer"


# --- speed -------------------------------------------------------------------------------------------------------------------
async def test_no_question_but_the_search_reads_a_whole_table() -> None:
    async with busy() as (store, view, longest):
        few = (
            "SCAN agents",
            "SCAN anon_1",
            "SCAN cases USING INDEX ix_cases_live",
            "SCAN conversations USING INDEX ix_conversations_updated",
        )
        for name, statements in await plans(store, await questions(store, view, longest)):
            scans = [step for _, plan in statements for step in plan if step.startswith("SCAN")]
            if name.startswith("search"):
                assert not any(step.startswith(("SCAN inbox", "SCAN outbox")) for step in scans), (name, scans)
            else:
                assert set(scans) <= set(few), (name, scans)


# --- frozen ------------------------------------------------------------------------------------------------------------------
async def test_a_conversation_is_frozen_without_its_customer() -> None:
    async with front() as f:
        conversation = await f.says("hello, Kovačeva here, about 20417", name="Petra Kovač")
        maja = await hire(f.store, "Gregor Kmet")
        await f.store.enqueue(conversation, Message("Dear Petra, Gregor will call."), {}, f.clock(), author=f"agent:{maja.id}")
        frozen = await f.view.freeze(conversation)
        assert "> hello, Ana here, about 1001" in frozen
        assert "# an agent: Dear Ana, Maja will call." in frozen
        assert "etra" not in frozen
