"""What a desk's questions cost with 500 live cases and 200,000 messages, and by which indexes they are answered.

    python -m bench.desk [--live 500] [--messages 200000] [--rounds 40]
    python -m bench.desk --docs         # write docs/desk-queries.md anew: every statement with its plan, and the figures

Fills a database in a temporary folder, asks each question as a desk does, through the store's reading thread, and prints the median and
the slowest time and their ratio to a trivial query by the same way. Absolute figures depend on the machine; the ratios do not much.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from bot.desk.values import Agent, Filters, Role, Tab
from bot.desk.view import View
from bot.store.store import Store
from bot.store.values import encode, micros
from bot.update import Update, UpdateKind
from connectors.shops.demo.shop import DemoShop

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
DOCS = Path(__file__).parent.parent / "docs" / "desk-queries.md"
CONVERSATIONS = 5_000
LONGEST = 5_000  # messages of one of them
AGENTS = 8
WORDS = (
    "Where is my order {n}?",
    "Где мой заказ {n}?",
    "Де моє замовлення {n}?",
    "Kje je moje naročilo {n}?",
    "the kettle leaks",
    "спасибо",
)
LANGUAGES = ("en", "ru", "uk", "sl")
CHANNELS = ("webchat", "telegram", "whatsapp", "viber")


@dataclass(frozen=True, slots=True)
class Question:
    """One thing a desk asks."""

    name: str
    ask: Callable[[], Awaitable[Any]]


def fill(db: sqlite3.Connection, *, live: int, messages: int, conversations: int = CONVERSATIONS, longest: int = LONGEST) -> int:
    """Customers who wrote over the last month; `live` of them wait or are talked to. Returns the longest conversation."""
    chance, number = random.Random(7), 100
    agents = range(1, AGENTS + 1)
    db.executemany(
        "INSERT INTO agents (id, name, email, password, must_change, role, status, settings, created_at)"
        " VALUES (?, ?, ?, '', 0, 'agent', 'away', '{}', 0)",
        [(a, f"Agent {a}", f"agent{a}@shop.example") for a in agents],
    )
    share = max(1, (messages - longest) // conversations)
    start = NOW - timedelta(days=30)
    rows: dict[str, list[tuple[Any, ...]]] = {
        "people": [],
        "talks": [],
        "places": [],
        "came": [],
        "went": [],
        "cases": [],
        "notes": [],
        "audit": [],
    }
    for n in range(conversations):
        channel, language = CHANNELS[n % 4], LANGUAGES[n // 4 % 4]
        number += 3
        customer, place, here = number - 2, number - 1, number
        at, who = start + timedelta(minutes=8 * n), f"customer{n}"
        has_live = (n + 1) * live // conversations > n * live // conversations
        taken = has_live and len(rows["cases"]) % 3 == 0
        agent = agents[len(rows["cases"]) % AGENTS]
        owner = f"agent:{agent}" if taken else "queue" if has_live else "bot"
        rows["people"].append((customer, f"Ana Novak {n}" if n % 2 else f"Олена Шевченко {n}", language, micros(at)))
        rows["places"].append((place, customer, channel, who, micros(at)))
        rows["talks"].append((here, customer, channel, who, owner, language, micros(at)))
        if has_live:
            number += 1
            state, summary = ("agent" if taken else "waiting"), f'{{"answers":{{"order":"{10_000 + n}"}}}}'
            tone = chance.choice(("calm", "angry"))
            rows["cases"].append((number, here, state, summary, micros(at), micros(at), agent if taken else None, tone, micros(at)))
            rows["audit"].append((n + 1, micros(at), f"agent:{agent}", "take_over", f"conversation:{here} queue to {owner}"))
        for m in range(longest if n == 0 else share):
            number += 1
            at += timedelta(seconds=30)
            if m % 2 == 0:
                text = chance.choice(WORDS).format(n=10_000 + n)
                heard = Update(channel, f"{who}:{m}", who, UpdateKind.TEXT, at, text, name=who, locale=language)
                rows["came"].append((number, here, channel, f"{who}:{m}", encode(heard).decode(), micros(at), micros(at)))
            else:
                author = f"agent:{agent}" if taken and m % 4 == 3 else "bot"
                rows["went"].append((number, here, channel, who, micros(at), micros(at), author))
        if n % 10 == 0:
            number += 1
            rows["notes"].append((number, here, agent, "called, nobody answered", micros(at)))
    said = '{"text":"I have looked: your parcel is on its way and arrives tomorrow.","language":"en"}'
    why = '{"decision":"begin","intent":"order_status","score":0.97,"flow":"order_status","step":"say:status"}'
    for what, sql in {
        "people": "INSERT INTO customers (id, name, language, created_at) VALUES (?, ?, ?, ?)",
        "places": "INSERT INTO identities (id, customer_id, channel, address, created_at) VALUES (?, ?, ?, ?, ?)",
        "talks": "INSERT INTO conversations (id, customer_id, channel, address, owner, language, created_at, version, epoch, state,"
        " updated_at) VALUES (?, ?, ?, ?, ?, ?, ?7, 1, 0, '{}', ?7)",
        "came": "INSERT INTO inbox (id, conversation_id, channel, platform_id, body, received_at, state, not_before)"
        " VALUES (?, ?, ?, ?, ?, ?, 'answered', ?)",
        "went": "INSERT INTO outbox (id, conversation_id, channel, address, created_at, due_at, author, epoch, body, trace, state,"
        f" attempts) VALUES (?, ?, ?, ?, ?, ?, ?, 0, '{said}', '{why}', 'sent', 1)",
        "cases": "INSERT INTO cases (id, conversation_id, state, intent, summary, opened_at, handed_at, agent_id, tone, waiting_since)"
        " VALUES (?, ?, ?, 'order_status', ?, ?, ?, ?, ?, ?)",
        "notes": "INSERT INTO notes (id, conversation_id, agent_id, text, created_at) VALUES (?, ?, ?, ?, ?)",
        "audit": "INSERT INTO audit (id, at, actor, action, subject) VALUES (?, ?, ?, ?, ?)",
    }.items():
        db.executemany(sql, rows[what])
    return int(rows["talks"][0][0])


async def questions(store: Store, view: View, longest: int) -> list[Question]:
    """Everything a desk asks, the trivial query first."""
    lead, agent = Agent(1, "Agent 1", "", Role.LEAD), Agent(1, "Agent 1", "")
    second = (await view.cases(lead, Tab.ALL)).next
    older = (await view.conversation(longest)).before
    middle = (await view.conversation(longest, older - 2_000)).before
    message: int = await store.read(lambda db: db.execute("SELECT max(id) FROM outbox").fetchone()[0])
    return [
        Question("trivial: SELECT 1", lambda: store.read(lambda db: db.execute("SELECT 1").fetchone())),
        Question("counts", lambda: view.counts(lead)),
        Question("list: mine", lambda: view.cases(agent, Tab.MINE)),
        Question("list: unassigned", lambda: view.cases(agent, Tab.UNASSIGNED)),
        Question("list: all", lambda: view.cases(lead, Tab.ALL)),
        Question("list: all, next page", lambda: view.cases(lead, Tab.ALL, before=second)),
        Question("list: all, filtered", lambda: view.cases(lead, Tab.ALL, Filters("telegram", "ru", "angry", "order_status"))),
        Question("list: with the bot", lambda: view.cases(lead, Tab.BOT)),
        Question("conversation", lambda: view.conversation(longest)),
        Question("conversation, older page", lambda: view.conversation(longest, middle)),
        Question("context", lambda: view.context(longest, orders=False)),
        Question("window", lambda: view.window(longest)),
        Question("why", lambda: view.why(message)),
        Question("search: a name", lambda: view.cases(lead, search="novak 4321")),
        Question("search: an order", lambda: view.cases(lead, search="14321")),
        Question("search: nothing", lambda: view.cases(lead, search="шлямбур")),
    ]


async def times(asked: list[Question], rounds: int) -> list[tuple[str, float, float]]:
    """(name, median, slowest) in milliseconds. All in turn, so that a noisy machine disturbs all alike."""
    taken: dict[str, list[float]] = {q.name: [] for q in asked}
    for _ in range(rounds):
        for question in asked:
            began = time.perf_counter()
            await question.ask()
            taken[question.name].append(1000 * (time.perf_counter() - began))
    return [(name, statistics.median(each), max(each)) for name, each in taken.items()]


def table(measured: list[tuple[str, float, float]]) -> str:
    """Figures as text; the first line is what the others are compared with."""
    trivial = measured[0][1]
    head = f"{'':28}{'median ms':>10}{'slowest ms':>12}{'ratio':>8}"
    return "\n".join([head, *(f"{name:28}{median:>10.2f}{slowest:>12.2f}{median / trivial:>8.0f}" for name, median, slowest in measured)])


async def plans(store: Store, asked: list[Question]) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """For each question its statements, as they were run, each with SQLite's plan."""
    found = []
    for question in asked[1:]:
        seen: list[str] = []
        await store.read(partial(sqlite3.Connection.set_trace_callback, trace_callback=seen.append))
        await question.ask()
        await store.read(lambda db: db.set_trace_callback(None))
        shapes = {_shape(sql): sql for sql in seen if sql.startswith("SELECT")}
        found.append((question.name, [(shape, await store.read(_plan(sql))) for shape, sql in shapes.items()]))
    return found


def _shape(sql: str) -> str:
    """Without values and line breaks, so that a statement asked for fifty lines is one."""
    bare = re.sub(r"'(?:[^']|'')*'", lambda m: m[0] if m[0] in _KEPT else "?", re.sub(r"\s+", " ", sql))
    bare = re.sub(r"(?<![\w.])-?\d+\b", "?", bare)
    return re.sub(r"\(\?(?:, \?)+\)", "(?, ...)", bare)


_KEPT = {f"'{word}'" for word in ("waiting", "agent", "snoozed", "open", "bot", "void")}


def _plan(sql: str) -> Callable[[sqlite3.Connection], list[str]]:
    return lambda db: [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {sql}")]


def document(found: list[tuple[str, list[tuple[str, list[str]]]]], figures: str, live: int, messages: int) -> str:
    """docs/desk-queries.md."""
    shown: set[str] = set()
    parts = [_HEAD.format(live=live, messages=messages, figures=figures)]
    for name, statements in found:
        fresh = [(sql, plan) for sql, plan in statements if sql not in shown]
        shown.update(sql for sql, _ in fresh)
        if fresh:
            parts.append(f"### {name[:1].upper()}{name[1:]}\n")
            parts += [f"```sql\n{_wrapped(sql)}\n```\n\n```text\n{chr(10).join(plan)}\n```\n" for sql, plan in fresh]
    return "\n".join(parts)


def _wrapped(sql: str) -> str:
    """As a reader wants it: long lists of columns left out, and what places a case in its list under a name."""
    short = re.sub(r"^SELECT .{200,}? FROM ", "SELECT ... FROM ", sql)
    short = re.sub(r"CASE WHEN \(cases\.state = 'snoozed'\) THEN \? WHEN .*? ELSE \? END", "<rank>", short)
    short = re.sub(r"CASE WHEN \(cases\.state = 'snoozed'\) THEN coalesce.*?cases\.opened_at\) END", "<since>", short)
    return re.sub(r" (FROM|WHERE|ORDER BY|LEFT OUTER JOIN|JOIN|LIMIT) ", r"\n\1 ", short)


_HEAD = """# What a desk asks the database

Written by `python -m bench.desk --docs`. Statements are `bot/store/view.py`'s.

With every change a desk asks for its counts, its list and the conversation it shows, so each of these has to be answered by an index.
Live cases are few, whatever the shop's size: `ix_cases_live` holds only those, so a list reads and sorts all of them and looks up the
last words of one page's lines. Pages go on by key (waiting time and id; the line's id), never by offset, so a late page costs what the
first one does.

The search is the one question that looks through whole tables: customers' names and addresses, the summaries of handovers (order
numbers), and about the newest 30,000 messages. It is asked when somebody types, not with every change. Its cost grows with the
number of customers, not with that of messages.

## Figures

{live} live cases, {messages} messages, 5,000 customers, one conversation of 5,000 messages; the ratio is to a trivial query by the same
way (a thread's queue and back).

```text
{figures}
```

## Statements and plans

Values are shown as `?`, long lists of columns as `...`; `<rank>` is 0 while the customer waits, 1 while we wait for them, 2 for a snoozed
case, and `<since>` the time by which cases of one rank are ordered. A statement that several questions share is shown once. `SEARCH`
goes to the rows by an index; `SCAN` reads a table, or with an index's name all that the index has (`ix_cases_live`: the live cases).
"""


async def main(live: int, messages: int, rounds: int, docs: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = await Store.open(f"{folder}/desk.db")
        try:
            longest: int = await store.write(lambda db: fill(db, live=live, messages=messages))
            view = View(store, DemoShop(now=lambda: NOW), {}, lambda: NOW)
            asked = await questions(store, view, longest)
            for question in asked:  # statements are compiled with the first
                await question.ask()
            figures = table(await times(asked, rounds))
            print(figures)
            if docs:
                DOCS.write_text(document(await plans(store, asked), figures, live, messages), "utf-8")
        finally:
            await store.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--live", type=int, default=500)
    parser.add_argument("--messages", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--docs", action="store_true")
    given = parser.parse_args()
    asyncio.run(main(given.live, given.messages, given.rounds, given.docs))
