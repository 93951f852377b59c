"""The customer wants to be called: when, at which number, about what; then a promise with a time that can be kept."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.flow import Flow
from bot.house import Hours
from bot.shop import Shop
from bot.talk import Talk
from bot.world import proof_of
from intents.entities.dates import dates

A_TOPIC = 9  # words; a longer request says by itself what it is about
NOON = time(12)
UTC = ZoneInfo("UTC")

# How somebody says when, in the very message that asks for a call; days are found by `intents.entities.dates`.
_SOON = re.compile(
    r"asap|as soon as|right (now|away)|\bnow\b|urgent|скорее|срочно|прямо сейчас|skoree|srochno|"
    r"якнайшвидше|швидше|терміново|просто зараз|čim ?prej|cim ?prej|takoj|nujno",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\d{1,2}[:.]\d\d\b|\b(after|before|until|после|до|posle|після|pislya|po|ob|pred) \d{1,2}h?\b|"
    r"\b(morning|afternoon|evening|noon|tonight|утр|вечер|обед|ранк|вранці|зранку|вечор|ввечері|увечері|обід|обіду|zjutraj|dopold|popold|"
    r"opold|zvečer|zvecer)",
    re.IGNORECASE,
)


async def callback(talk: Talk, shop: Shop) -> None:
    day, tomorrow = _next_day(talk.house.hours, talk.now())
    when = await _when(talk, tomorrow=tomorrow)
    phone = str(await talk.ask("phone", "callback-phone", default=await _known_phone(talk, shop)))
    topic = await _topic(talk)
    part = when.removeprefix("next-")
    halves = part in ("morning", "afternoon")
    # Only what stands still is in the summary: a time that is another one each minute could never be confirmed.
    await talk.confirm("callback-confirm", phone=phone, when=part, day=day if halves else None, topic=topic)
    if halves:
        await talk.promise("callback-promise", _end_of(part, day, talk.house.hours), phone=phone, day=day, part=part)
        await talk.solved("order_status", "shop_hours", "help")
        return
    due = talk.house.hours.after(talk.now(), talk.house.reply_within)
    await talk.promise("callback-promise-soon" if part == "soon" else "callback-promise-time", due, phone=phone, when=when)
    await talk.hand_over("callback", phone=phone, when=when, topic=topic)


async def _known_phone(talk: Talk, shop: Shop) -> str | None:
    """The number the customer has proven, or that of the order they have proven to be theirs."""
    proofs = talk.known.proofs
    proven = next((n for n in (p.removeprefix("verified:") for p in proofs) if n.startswith("+")), None)
    if proven is not None or not proofs:
        return proven
    orders = await talk.look(shop.orders_of, proof_of(proofs[-1]), language=talk.language)
    return orders[0].phone if orders else None


async def _when(talk: Talk, *, tomorrow: bool) -> str:
    hours = talk.house.hours
    opens = hours.after(talk.now(), timedelta(0))
    said = _said_when(talk.known.said, talk.now().date())
    choices = ("soon", "morning", "afternoon") if tomorrow else ("soon", "next-morning", "next-afternoon")
    state = "always" if not any(hours.spans.values()) else "open" if hours.open_at(talk.now()) else "closed"
    answer = await talk.ask(
        "text",
        "callback-when",
        choices=choices,
        default=said,
        hinted=False,
        state=state,
        opens=opens,
        span=_span(hours, opens),
    )
    return str(answer)


def _said_when(said: str, today: date) -> str | None:
    """Not asked again what has been said: "soon", or the message itself for the person who calls."""
    if _SOON.search(said):
        return "soon"
    return said if _CLOCK.search(said) or dates(said, today) else None


async def _topic(talk: Talk) -> str:
    """What the call is about; "known" when whoever calls sees it in the conversation."""
    known = talk.known
    order = next((e.value for e in known.hints if e.kind == "order_number"), known.focus.get("order"))
    if order or known.nested or "product" in known.focus or len(known.said.split()) >= A_TOPIC:
        return order or "known"
    return str(await talk.ask("text", "callback-topic", choices=("order", "product", "other"), hinted=False))


def _span(hours: Hours, moment: datetime) -> str:
    """The opening hours of a moment's day, "09:00–17:00"."""
    spans = hours.spans.get(moment.astimezone(ZoneInfo(hours.timezone)).weekday(), ())
    return ", ".join(f"{start:%H:%M}–{end:%H:%M}" for start, end in spans)


def _next_day(hours: Hours, now: datetime) -> tuple[date, bool]:
    """The next day on which somebody is there, and whether that is tomorrow."""
    tomorrow = now.astimezone(ZoneInfo(hours.timezone)).date() + timedelta(days=1)
    if not any(hours.spans.values()):
        return tomorrow, True
    begins = datetime.combine(tomorrow, time(), ZoneInfo(hours.timezone))
    day = hours.after(begins, timedelta(0)).astimezone(ZoneInfo(hours.timezone)).date()
    return day, day == tomorrow


def _end_of(part: str, day: date, hours: Hours) -> datetime:
    """By when a call of that half of the day must have been made, in UTC."""
    spans = hours.spans.get(day.weekday(), ()) or ((time(9), time(17)),)
    last = max(end for _, end in spans)
    first = min(start for start, _ in spans)
    until = min(NOON, last) if part == "morning" and first < NOON else last
    return datetime.combine(day, until, ZoneInfo(hours.timezone)).astimezone(UTC)


FLOW = Flow(name="callback", run=callback, intents=("callback",), summary="The customer wants to be called by a person.")
