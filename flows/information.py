"""What is asked of the shop in general: delivery, payment, hours, contacts, invoices, the account, the newsletter.

One flow for all of them, because all go the same way: the owner's words from config.yml, figures from the house and
live from the shop, then what is most likely wanted next. What nobody has written down is not guessed: a colleague
answers it.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable
from datetime import time, timedelta
from typing import Any

from bot.access import own_order
from bot.flow import Flow
from bot.house import WEEK
from bot.money import Money
from bot.shop import ShippingOption, Shop, ShopRefused
from bot.talk import Choose, Talk
from bot.texts import money

NEXT: dict[str, tuple[str, ...]] = {
    "delivery_options": ("delivery_cost", "delivery_time", "place_order"),
    "delivery_time": ("order_status", "delivery_cost", "delivery_options"),
    "delivery_cost": ("delivery_time", "delivery_options", "place_order"),
    "payment_methods": ("place_order", "payment_problem", "invoice"),
    "shop_hours": ("shop_contact", "callback", "human"),
    "shop_contact": ("shop_hours", "callback", "human"),
    "invoice": ("order_status", "return_policy"),
    "discount": ("newsletter", "product_advice", "checkout_problem"),
    "newsletter": ("account_change", "help"),
    "account_create": ("account_problem", "place_order"),
    "account_change": ("account_problem", "human"),
    "account_delete": ("erase_data", "newsletter"),
    "return_policy": ("return_unsuitable", "return_defective", "refund_status"),
}
HOLIDAYS_AHEAD = timedelta(days=14)

# How somebody says that they want to leave or to join the newsletter, so that they need not say it twice.
_LEAVE = re.compile(
    r"unsub|remove|stop|too many|no more|leave|\boff\b|spam|отпи[сш]|otpis|исключ|перестан|удал|відпи[сш]|vidpys|"
    r"vidpis|припин|видал|вилуч|не хочу|ne hochu|odjav|nehaj|preveč|prevec|ne želim|ne zelim|izbriš|izbris|odstran",
    re.IGNORECASE,
)
_JOIN = re.compile(r"subscri|sign|join|подпи|podpis|получать|підпи|pidpy|pidpi|отримувати|naroč|naroc|prijav|prejema", re.IGNORECASE)


async def information(talk: Talk, shop: Shop) -> None:
    """Somebody asks how things are done in this shop."""
    topic = talk.known.intent
    await ANSWERS.get(topic, _told)(talk, shop)
    await talk.solved(*NEXT.get(topic, ("help",)))


# --- the owner's own words ------------------------------------------------------------------------------------------
def _words(talk: Talk) -> str | None:
    return talk.house.information.get(talk.known.intent, {}).get(talk.language)


async def _told(talk: Talk, shop: Shop) -> None:
    words = _words(talk)
    if words is not None:
        await talk.say("information-told", words=words)
    elif talk.nested:  # the matter below stays with us
        await talk.say("information-unknown", go=("human",))
    else:
        await talk.hand_over("information", topic=talk.known.intent)


async def _more(talk: Talk) -> None:
    """The owner's words beside what is known live; in passing the live part is enough."""
    words = _words(talk)
    if words is not None and not talk.nested:
        await talk.say("information-told", words=words)


# --- delivery -------------------------------------------------------------------------------------------------------
async def _delivery(talk: Talk, shop: Shop) -> None:
    found = await talk.look(shop.shipping, language=talk.language)
    if not found:
        await _told(talk, shop)
        return
    home = talk.house.country
    options = sorted(found, key=lambda o: home not in o.countries)  # those of the shop's own country first
    text = f"information-{talk.known.intent.replace('_', '-')}"
    if talk.known.intent == "delivery_time":
        await talk.say(text, rows=_rows(f"{_named(o, home)}: {_days(o)}" for o in options))
    else:
        with_days = talk.known.intent == "delivery_options"
        await talk.say(text, **_prices(options, talk.language, home, with_days=with_days))
    await _more(talk)


def _prices(options: list[ShippingOption], language: str, home: str, *, with_days: bool) -> dict[str, Any]:
    paid = [o for o in options if o.price.amount]
    gratis = tuple(_named(o, home) for o in options if not o.price.amount)
    reduced = [(o, o.free_from) for o in paid if o.free_from is not None]
    limits = {limit.amount for _, limit in reduced}
    one = reduced[0][1] if len(limits) == 1 else None
    lines = (f"{_named(o, home)}: {_money(o.price, language)}{f' · {_days(o)}' if with_days else ''}" for o in paid)
    return {
        "rows": _rows(lines),
        "gratis": len(gratis),
        "gratis_names": gratis,
        "free": "one" if one else "many" if limits else "none",
        "limit": one,
        "names": tuple(o.name if one else f"{o.name} ({_money(limit, language)})" for o, limit in reduced),
    }


def _money(value: Money, language: str) -> str:
    return money(value.amount, value.currency, language)


def _named(option: ShippingOption, home: str) -> str:
    abroad = option.countries and home not in option.countries and len(option.countries) <= 8
    return f"{option.name} ({', '.join(option.countries)})" if abroad else option.name


def _days(option: ShippingOption) -> str:
    return str(option.max_days) if option.min_days == option.max_days else f"{option.min_days}–{option.max_days}"


def _rows(lines: Iterable[str]) -> str:
    return "\n".join(f"• {line}" for line in lines)


# --- hours, contacts, returns ---------------------------------------------------------------------------------------
async def _hours(talk: Talk, shop: Shop) -> None:
    hours, now = talk.house.hours, talk.now()
    if not any(hours.spans.values()):
        await _told(talk, shop)
        return
    spans = [_spans(hours.spans.get(day, ())) for day in range(7)]
    week: dict[str, Any] = dict(zip(WEEK, spans, strict=True))
    closed = tuple(sorted(d for d in hours.holidays if now.date() <= d <= (now + HOLIDAYS_AHEAD).date()))
    text = "information-hours-week" if len(set(spans[:5])) == 1 else "information-hours-days"
    await talk.say(text, **week, open=hours.open_at(now), opens=hours.after(now, timedelta(0)), closed=closed, holidays=len(closed))
    await _more(talk)


def _spans(spans: Iterable[tuple[time, time]]) -> str:
    return ", ".join(f"{start:%H:%M}–{end:%H:%M}" for start, end in spans) or "—"


async def _contact(talk: Talk, shop: Shop) -> None:
    house = talk.house
    rows = [value for value in (house.phone, house.email, house.address, house.site) if value]
    if not rows:
        await _told(talk, shop)
        return
    await talk.say("information-contact", rows=_rows(rows))
    await _more(talk)


async def _returns(talk: Talk, shop: Shop) -> None:
    await talk.say("information-returns", days=talk.house.return_days, refund=talk.house.refund_days)
    await _more(talk)


# --- invoice --------------------------------------------------------------------------------------------------------
async def _invoice(talk: Talk, shop: Shop) -> None:
    concrete = "order" in talk.known.focus or any(e.kind == "order_number" for e in talk.known.hints)
    words = _words(talk)
    if words is not None:
        await talk.say("information-told", words=words)
    if talk.nested and not concrete:
        return
    options = (Choose("send", intents=("affirm",)), "company", Choose("enough", intents=("deny",)))
    wish = await talk.choose("information-invoice", options)
    if wish in ("send", "company"):
        await _mail_invoice(talk, shop, company=wish == "company")


async def _mail_invoice(talk: Talk, shop: Shop, *, company: bool) -> None:
    order = await own_order(talk, shop)
    if order is None:
        return
    details = str(await talk.ask("text", "information-invoice-company", hinted=False)) if company else ""
    await talk.confirm("information-invoice-confirm", number=order.number, company=company, details=details)
    done = await talk.do(shop.add_note, order.number, f"invoice: {details}" if details else "invoice")
    if isinstance(done, ShopRefused):
        await talk.sorry("information-invoice-refused")
        await talk.hand_over("invoice", order=order.number, details=details)
        return
    due = talk.house.hours.after(talk.now(), talk.house.lookup_within)
    await talk.promise("information-invoice-promise", due, number=order.number)


# --- newsletter -----------------------------------------------------------------------------------------------------
async def _newsletter(talk: Talk, shop: Shop) -> None:
    wish = _newsletter_wish(talk.known.said) or await talk.choose("information-newsletter", ("subscribe", "unsubscribe"))
    known = next((p for p in talk.known.proofs if "@" in p), None)
    email = str(await talk.ask("email", "information-newsletter-email", default=known))
    await talk.confirm(f"information-{wish}", email=email)
    done = await talk.do(shop.newsletter, email, wish == "subscribe")
    if not isinstance(done, ShopRefused):
        await talk.say(f"information-{wish}d", email=email)
    elif done.reason in ("already_subscribed", "not_subscribed"):
        await talk.say("information-newsletter-same", outcome=done.reason, email=email)
    else:
        await talk.sorry("information-newsletter-refused", email=email)
        await talk.hand_over("newsletter", email=email, wish=wish)


def _newsletter_wish(said: str) -> str | None:
    if _LEAVE.search(said):
        return "unsubscribe"
    return "subscribe" if _JOIN.search(said) else None


# --- account --------------------------------------------------------------------------------------------------------
async def _account_delete(talk: Talk, shop: Shop) -> None:
    await _told(talk, shop)
    if talk.nested:
        return
    way = await talk.choose("information-account-delete", ("self", Choose("person", intents=("human",))))
    if way == "person":
        await talk.hand_over("account_delete")


ANSWERS: dict[str, Callable[[Talk, Shop], Awaitable[None]]] = {
    "delivery_options": _delivery,
    "delivery_time": _delivery,
    "delivery_cost": _delivery,
    "shop_hours": _hours,
    "shop_contact": _contact,
    "return_policy": _returns,
    "invoice": _invoice,
    "newsletter": _newsletter,
    "account_delete": _account_delete,
}

FLOW = Flow(
    name="information",
    run=information,
    intents=tuple(NEXT),
    summary="The customer asks how things are done in this shop.",
)
