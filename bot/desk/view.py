"""What desks show: counts, lists, conversations, and what stands beside them. Reads only, and says nothing of its own.

Looks at a customer's data are written into the audit log by the caller (`Agents.audit`), who knows whether a person looked. Orders are
read from the shop with what the customer has proven in the conversation and with nothing else: an agent sees no order that the customer
could not see. The SQL is `bot/store/view.py`'s, the words of `why` are `why.py`'s.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.connector import Connector
from bot.conversation import State
from bot.desk import lines
from bot.desk.freeze import Known, freeze
from bot.desk.understood import understood
from bot.desk.values import (
    Agent,
    Context,
    Counts,
    Filters,
    NoteLine,
    NothingThere,
    OrdersState,
    Page,
    Place,
    PromiseLine,
    Role,
    Tab,
    Thread,
)
from bot.desk.why import explain
from bot.shop import Order, Shop
from bot.store import incoming
from bot.store import lessons as taught
from bot.store import view as rows
from bot.store.store import Store
from bot.store.values import decode_state, micros, moment
from bot.world import ORDER, VERIFIED, proof_of

log = structlog.get_logger(__name__)

LINES = 50  # of a page, of the list and of a conversation
FROZEN = 400  # lines of a transcript; nobody reads a longer one
PATIENCE = 4.0  # seconds a shop gets; beside a conversation, "does not answer" is better than nothing for longer
PROOFS = 3  # the newest ones; more than an e-mail, a phone and a code is nobody's


class View:
    """`connectors` are asked for their `window`, how long after the customer's last word one may write freely."""

    def __init__(self, store: Store, shop: Shop, connectors: Mapping[str, Connector], now: Callable[[], datetime]) -> None:
        self._store = store
        self._shop = shop
        self._connectors = connectors
        self._now = now

    # --- the list -----------------------------------------------------------------------------------------------------------
    async def counts(self, agent: Agent) -> Counts:
        """For the tabs, the title and the favicon."""
        query, now = rows.counts(_sees_all(agent)), micros(self._now())
        found = await self._store.read(lambda db: query.run(db, agent=agent.id, now=now))
        return Counts(*found[0])

    async def cases(
        self,
        agent: Agent,
        tab: Tab | str = Tab.MINE,
        filters: Filters | None = None,
        search: str = "",
        before: str = "",
        *,
        limit: int = LINES,
    ) -> Page:
        """One page of a list. The longest waiting first, then those where we wait for the customer, then the snoozed ones.

        A `search` looks through every conversation, whatever the tab, and has one page: live cases first, then the newest. `before` is the
        page's before this one: its `next`. Agents see their own and unassigned cases, leads everybody's.
        """
        wanted = lines.wanted(filters or Filters(), Tab(tab))
        names, everybody, words = frozenset(wanted), _sees_all(agent), search.strip()
        after = None if words else lines.parse_place(before)

        def job(db: sqlite3.Connection) -> Page:
            if words:
                found = rows.search(db, words[:100])
                ids = {f"id{n}": found[n] if n < len(found) else 0 for n in range(rows.FOUND)}  # one shape, compiled once
                query, values = rows.among(names, everybody), {**ids, **wanted}
            else:
                query = rows.with_bot(names, bool(after)) if tab == Tab.BOT else rows.cases(str(Tab(tab)), everybody, names, bool(after))
                values = {**wanted, **(after or {}), "limit": limit + 1}
            page = [rows.Row(*row) for row in query.run(db, agent=agent.id, **values)]
            shown = [lines.case_line(row, rows.last(db, row)) for row in page[:limit]]
            return Page(tuple(shown), lines.place(page[limit - 1]) if len(page) > limit and not words else "")

        page: Page = await self._store.read(job)
        return page

    # --- one conversation ---------------------------------------------------------------------------------------------------
    async def conversation(self, conversation: int, before: int | None = None, *, limit: int = LINES) -> Thread:
        """The newest lines, or those older than a line. Raises NothingThere."""

        def job(db: sqlite3.Connection) -> Thread:
            head = rows.head(db, conversation)
            if head is None:
                raise NothingThere
            came, went, noted = rows.thread(db, conversation, before, limit + 1)
            kept = sorted((row[0] for row in (*came, *went, *noted)), reverse=True)
            oldest = kept[limit - 1] if len(kept) > limit else 0
            page = lines.Rows(*([row for row in each if row[0] >= oldest] for each in (came, went, noted)))
            start = page.begins if oldest else 0
            end = rows.time_of(db, before) if before else None
            moves = rows.moves(db, conversation, start, end if end is not None else lines.FOREVER)
            names = rows.names(db)
            shown = lines.thread(page, moves, names, head[1] or "")
            said = [line.id for line in shown if line.kind == "customer" and not line.pressed]
            # The answer to the newest words of an older page stands on the page after it.
            traces = [*((row[0], row[5], row[6]) for row in page.went), *(taught.answers(db, conversation, before - 1) if before else ())]
            return Thread(lines.taught(shown, understood(said, traces), taught.about(db, said), names), oldest)

        thread: Thread = await self._store.read(job)
        return thread

    async def window(self, conversation: int) -> datetime | None:
        """Until when words of one's own may be sent, where a platform has such a rule (WhatsApp); a time that is past: not any more.

        None where there is none.
        """

        def job(db: sqlite3.Connection) -> tuple[str, int | None] | None:
            head = rows.head(db, conversation)
            return (head[3], incoming.last_heard(db, conversation)) if head is not None else None

        found = await self._store.read(job)
        if found is None:
            raise NothingThere
        return self._until(*found)

    def _until(self, channel: str, heard: int | None) -> datetime | None:
        window: timedelta | None = getattr(self._connectors.get(channel), "window", None)
        if window is None:
            return None
        return moment(heard) + window if heard is not None else moment(0)

    async def why(self, message: int, language: str = "en") -> dict[str, Any]:
        """The trace of a message of the bot's, with `sentences` in words. Raises NothingThere."""
        found = await self._store.read(lambda db: rows.message(db, message))
        if found is None:
            raise NothingThere
        _, trace, at, _ = found
        return explain(json.loads(trace), moment(at), language)

    # --- beside it ----------------------------------------------------------------------------------------------------------
    async def context(self, conversation: int, language: str = "", *, orders: bool = True) -> Context:
        """Who it is and what else is known. Order names are in `language`, else the conversation's. Raises NothingThere.

        Without `orders` the shop is not asked, for a desk that shows the rest first and asks for `orders` then.
        """

        def job(db: sqlite3.Connection) -> tuple[Any, ...]:
            head = rows.head(db, conversation)
            if head is None:
                raise NothingThere
            return head, rows.beside(db, head[0]), rows.names(db), incoming.last_heard(db, conversation)

        head, (places, every, promised, noted), names, heard = await self._store.read(job)
        customer, name, spoken, channel, address, owner, since, closed, stored = head
        state = _state(stored)
        shown, orders_state = await self._orders(state, language or spoken) if orders else ((), OrdersState.UNPROVEN)
        records = [lines.record(row, names) for row in every]
        live = next((r for r in records if r.conversation == conversation and r.closed is None and r.state in lines.LIVE), None)
        return Context(
            conversation=conversation,
            customer=customer,
            name=name or "",
            language=spoken,
            channel=channel,
            address=address,
            owner=owner,
            owner_name=names.get(lines.agent_of(owner), ""),
            tone=state.tone.value,
            since=moment(since),
            closed=closed or "",
            stopped=state.stopped,
            places=tuple(Place(ch, where, known or 0, moment(at)) for ch, where, known, at in places),
            case=live,
            earlier=tuple(r for r in records if r is not live),
            promises=tuple(_promise(row, names) for row in promised),
            notes=tuple(NoteLine(i, where, who, names.get(who, ""), text, moment(at)) for i, where, who, text, at in noted),
            orders=shown,
            orders_state=orders_state,
            window=self._until(channel, heard),
            proven=tuple(dict.fromkeys(_kind(p) for p in state.proofs)),
        )

    async def freeze(self, conversation: int) -> str:
        """The last lines as a test transcript with personal data replaced (`freeze.py`). Raises NothingThere."""
        thread, context = await self.conversation(conversation, limit=FROZEN), await self.context(conversation)
        known = await self._known(context)
        return freeze(thread.lines, known, title=f"A conversation on {context.channel}, {context.language}.")

    async def known(self, conversation: int) -> Known:
        """What is known to be personal in a conversation. Raises NothingThere."""
        return await self._known(await self.context(conversation))

    async def _known(self, context: Context) -> Known:
        head = await self._store.read(lambda db: rows.head(db, context.conversation))
        agents = await self._store.read(rows.names)
        state = _state(head[8]) if head is not None else State()
        return lines.known(context, state, tuple(agents.values()))

    async def orders(self, conversation: int, language: str = "") -> tuple[tuple[Order, ...], OrdersState]:
        """The orders the customer has proven to be theirs. Raises NothingThere."""
        head = await self._store.read(lambda db: rows.head(db, conversation))
        if head is None:
            raise NothingThere
        return await self._orders(_state(head[8]), language or head[2])

    async def _orders(self, state: State, language: str) -> tuple[tuple[Order, ...], OrdersState]:
        if not state.proofs:
            return (), OrdersState.UNPROVEN
        try:
            async with asyncio.timeout(PATIENCE):
                answers = [await self._shop.orders_of(proof_of(proof), language=language) for proof in state.proofs[-PROOFS:]]
        except Exception as error:  # whatever it is, it must not take the rest of the desk with it
            log.warning("orders not shown", error=type(error).__name__)
            return (), OrdersState.DOWN
        known = {order.number: order for answer in answers for order in answer}
        return tuple(sorted(known.values(), key=lambda order: order.placed, reverse=True)), OrdersState.SHOWN


def _sees_all(agent: Agent) -> bool:
    return agent.role is not Role.AGENT


def _state(stored: str) -> State:
    try:
        return decode_state(stored)
    except ValueError:  # a row that cannot be read proves nothing; the rest is shown all the same
        return State()


def _kind(proof: str) -> str:
    if proof.startswith(VERIFIED):
        return "verified"
    if proof.startswith(ORDER):
        return "code"
    return "email" if "@" in proof else "phone"


def _promise(row: tuple[Any, ...], names: Mapping[int, str]) -> PromiseLine:
    number, conversation, text, owner, due, state, made = row
    return PromiseLine(number, conversation, text, owner, names.get(lines.agent_of(owner), ""), moment(due), state, moment(made))
