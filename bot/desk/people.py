"""The people's side as desks get it: one value with everything agents may do. Built once by the composition root."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.config_desk import DeskConfig
from bot.connector import Connector
from bot.desk.agents import Agents
from bot.desk.baton import Baton
from bot.desk.closing import Closing
from bot.desk.events import Events
from bot.desk.ledger import Ledger
from bot.desk.lessons import Lessons
from bot.desk.queue import Queue
from bot.desk.replies import Replies
from bot.desk.view import View
from bot.file_links import FileLinks
from bot.reception import Reception
from bot.stage import Stage
from bot.store.store import Store
from bot.turn import Turns


@dataclass(frozen=True, slots=True)
class People:
    agents: Agents
    baton: Baton
    queue: Queue
    replies: Replies
    ledger: Ledger
    closing: Closing
    view: View
    lessons: Lessons
    events: Events


def people(
    config: DeskConfig,
    store: Store,
    reception: Reception,
    turns: Turns,
    stage: Stage,
    connectors: Mapping[str, Connector],
    now: Callable[[], datetime],
    *,
    links: FileLinks | None = None,
) -> People:
    """Everything agents may do, bound to a reception that is not open yet: their timers are worked out in its turns, the queue is looked
    at in its sweep. `links` gives agents' files their addresses; without it none are sent."""
    house, texts, outbox, events = stage.house, stage.texts, reception.outbox, reception.events
    canned = {key: {x: words for x, words in one.model_dump().items() if words} for key, one in config.replies.items()}
    agents = Agents(store, now, session=timedelta(hours=config.session_hours), shop=house.name, tell=events.tell)
    baton = Baton(store, outbox, now, events, house, texts)
    queue = Queue(store, now, agents, baton, config)
    replies = Replies(store, outbox, now, events, canned=canned, shop=house.name, links=links)
    ledger = Ledger(store, outbox, now, events, texts, house, replies)
    closing = Closing(store, now, events, house)
    turns.timers |= {**ledger.timers(), **closing.timers()}
    reception.looks.append(queue.look)
    view, lessons = View(store, stage.shop, connectors, now), Lessons(store, now, events)
    return People(agents, baton, queue, replies, ledger, closing, view, lessons, events)
