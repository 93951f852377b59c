"""Where is my order: each parcel with its carrier, last scan and day; and, when it is late, an apology before anything else.

Late is said as it is. Where the carrier is silent no day is made up: a person looks it up, by a time that is promised.
Neighbours: `delivery_missing.py` (said to be delivered, not received), `change_order.py` (stop it, send it elsewhere).
"""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from bot.access import own_order
from bot.flow import Flow
from bot.shop import FulfilmentState, Order, OrderState, Parcel, ParcelState, PaymentState, Shop
from bot.talk import Talk

SILENT_DAYS = 3  # carriers scan a parcel every working day; three days without one include a weekend at most
MOVING = (ParcelState.LABELLED, ParcelState.ON_THE_WAY, ParcelState.OUT_FOR_DELIVERY, ParcelState.ATTEMPTED)
GONE = (FulfilmentState.SHIPPED, FulfilmentState.PARTLY_SHIPPED, FulfilmentState.DELIVERED)
UNPAID = (PaymentState.UNPAID, PaymentState.FAILED)


async def order_status(talk: Talk, shop: Shop) -> None:
    """The customer wants to know where an order is, or says that it is late."""
    order = await own_order(talk, shop)
    if order is None:
        return
    if order.state is OrderState.CANCELLED:
        await _cancelled(talk, order)
    elif order.fulfilment is FulfilmentState.RETURNED:
        await talk.say("order-status-returned", number=order.number)
        await talk.solved("refund_status", "place_order")
    elif order.parcels:
        await _parcels(talk, order)
    elif order.fulfilment in GONE:
        await talk.say("order-status-untracked", number=order.number, state=order.fulfilment.value)
        await talk.solved("delivery_missing", "return_unsuitable", "shop_contact")
    elif order.payment in UNPAID:
        await _unpaid(talk, order)
    else:
        await _packing(talk, order)


async def _cancelled(talk: Talk, order: Order) -> None:
    money = "none"
    if order.refunded.amount:
        money = "part" if order.refunded.amount < order.paid.amount else "back"
    elif order.paid.amount:
        money = "coming"
    await talk.say(
        "order-status-cancelled", number=order.number, money=money, refunded=order.refunded, paid=order.paid, days=talk.house.refund_days
    )
    await talk.solved("refund_status", "place_order")


async def _unpaid(talk: Talk, order: Order) -> None:
    """Nothing is sent before it is paid; the way to pay is one tap away."""
    if order.payment is PaymentState.FAILED:
        await talk.sorry("order-status-failed", number=order.number, amount=order.due)
    else:
        await talk.say("order-status-unpaid", number=order.number, amount=order.due)
    await talk.solved("payment_problem", "cancel_order", "payment_methods")


async def _packing(talk: Talk, order: Order) -> None:
    """Nothing has left the house yet."""
    late = order.promised is not None and order.promised < _today(talk)
    if late:
        await talk.sorry("order-status-late-packing", number=order.number, promised=order.promised)
        due = talk.house.hours.after(talk.now(), talk.house.lookup_within)
        await talk.promise("order-status-promise-packing", due, number=order.number)
        await talk.solved("cancel_order", "change_order", "complaint")
        return
    if talk.known.intent == "delivery_late" and order.promised is not None:
        await talk.say("order-status-on-time", number=order.number, promised=order.promised)
    await talk.say(
        "order-status-packing",
        number=order.number,
        state=order.fulfilment.value,
        dated=order.promised is not None,
        promised=order.promised,
    )
    await _cash(talk, order)
    await talk.solved("change_address", "cancel_order", "change_order")


async def _parcels(talk: Talk, order: Order) -> None:
    today = _today(talk)
    kind, worst = _worst(talk, order)
    if worst is not None:
        await talk.sorry(f"order-status-sorry-{kind}", **_facts(talk, order, worst))
    elif talk.known.intent == "delivery_late" and any(p.state in MOVING for p in order.parcels):
        promised = max((d for d in (_promised(order, p) for p in order.parcels if p.state in MOVING) if d), default=None)
        if promised is not None:
            await talk.say("order-status-on-time", number=order.number, promised=promised)
    for nth, parcel in enumerate(order.parcels, 1):
        told = parcel is worst and kind == "late" and _eta(parcel, today) is not None
        facts = {**_facts(talk, order, parcel, nth), **({"when": "told"} if told else {})}
        await talk.say(f"order-status-parcel-{parcel.state.value.replace('_', '-')}", per=str(nth), **facts)
    await _rest(talk, order)
    await _cash(talk, order)
    await _look_up(talk, order)
    await talk.solved(*_next(order, worst))


async def _rest(talk: Talk, order: Order) -> None:
    """What of a partly sent order is still here."""
    sent = {sku for parcel in order.parcels for sku in parcel.skus}
    left = tuple(item.name for item in order.items if item.sku not in sent)
    if not left:
        return
    dated = order.promised is not None and order.promised >= _today(talk)
    await talk.say("order-status-rest", items=left, dated=dated, promised=order.promised)


async def _cash(talk: Talk, order: Order) -> None:
    waits = not order.parcels or any(p.state in MOVING or p.state is ParcelState.AT_PICKUP for p in order.parcels)
    if order.payment is PaymentState.ON_DELIVERY and order.due.amount and waits:
        await talk.say("order-status-cash", amount=order.due)


async def _look_up(talk: Talk, order: Order) -> None:
    """Where nobody knows the day, a person asks the carrier; the answer has a time."""
    due = talk.house.hours.after(talk.now(), talk.house.lookup_within)
    for nth, parcel in enumerate(order.parcels, 1):
        facts = _facts(talk, order, parcel, nth)
        if parcel.state in (ParcelState.LOST, ParcelState.RETURNED):
            await talk.promise(f"order-status-promise-{parcel.state.value}", due, per=str(nth), **facts)
        elif _silent(talk, order, parcel):
            await talk.promise("order-status-promise-carrier", due, per=str(nth), **facts)


def _next(order: Order, worst: Parcel | None) -> tuple[str, ...]:
    if worst is not None:
        return ("cancel_order", "refund_status", "complaint")
    if all(p.state is ParcelState.DELIVERED for p in order.parcels):
        return ("delivery_missing", "delivery_damaged", "return_unsuitable")
    return ("return_policy", "delivery_options", "invoice")


def _worst(talk: Talk, order: Order) -> tuple[str, Parcel | None]:
    """What went wrong most, and with which parcel."""
    today = _today(talk)
    found: dict[str, Parcel] = {}
    for parcel in order.parcels:
        if parcel.state in (ParcelState.LOST, ParcelState.RETURNED, ParcelState.ATTEMPTED):
            found.setdefault(parcel.state.value, parcel)
        if _late(order, parcel, today):
            found.setdefault("late", parcel)
        if _silent(talk, order, parcel):
            found.setdefault("silent", parcel)
    kind = next((k for k in ("lost", "returned", "late", "silent", "attempted") if k in found), "")
    return kind, found.get(kind)


def _late(order: Order, parcel: Parcel, today: date) -> bool:
    promised, eta = _promised(order, parcel), _eta(parcel, today)
    return parcel.state in MOVING and promised is not None and (promised < today or (eta is not None and eta > promised))


def _silent(talk: Talk, order: Order, parcel: Parcel) -> bool:
    """Lost, late without a new day, waiting longer than the locker keeps it, or not scanned for days."""
    today = _today(talk)
    if parcel.state is ParcelState.AT_PICKUP:
        return parcel.pickup_until is not None and parcel.pickup_until < today
    if parcel.state is ParcelState.LOST or (_late(order, parcel, today) and _eta(parcel, today) is None):
        return True
    seen = _day(talk, parcel)
    return parcel.state in MOVING and seen is not None and (today - seen).days >= SILENT_DAYS


def _promised(order: Order, parcel: Parcel) -> date | None:
    return parcel.promised or order.promised


def _eta(parcel: Parcel, today: date) -> date | None:
    """The carrier's word, unless its day has passed: then it is no word any more."""
    return parcel.eta if parcel.eta is not None and parcel.eta >= today else None


def _today(talk: Talk) -> date:
    return talk.now().astimezone(ZoneInfo(talk.known.timezone)).date()


def _day(talk: Talk, parcel: Parcel) -> date | None:
    """The day of the last sign of life: a scan, else the day it was handed over."""
    return parcel.last_seen.astimezone(ZoneInfo(talk.known.timezone)).date() if parcel.last_seen else parcel.shipped


def _facts(talk: Talk, order: Order, parcel: Parcel, nth: int = 0) -> dict[str, Any]:
    """A parcel as its texts take it. Unknown things have a word of their own, so that a text can say "not known"."""
    today, seen = _today(talk), _day(talk, parcel)
    promised, eta = _promised(order, parcel), _eta(parcel, today)
    names = {item.sku: item.name for item in order.items}
    place = max(parcel.events, key=lambda e: e.at).place if parcel.events else None
    still = promised is not None and promised >= today
    return {
        "number": order.number,
        "count": len(order.parcels),
        "nth": nth or order.parcels.index(parcel) + 1,
        "items": tuple(names.get(sku, sku) for sku in parcel.skus),
        "carrier": parcel.carrier,
        "tracked": ("link" if parcel.number else "url") if parcel.url else "number" if parcel.number else "none",
        "track": parcel.number,
        "url": parcel.url,
        "when": "eta" if eta else "promised" if still else "unknown",
        "eta": eta,
        "promised": promised,
        "passed": promised is not None and promised < today,
        "scan": "seen" if parcel.last_seen else "none",
        "seen": parcel.last_seen,
        "age": max((today - seen).days, 0) if seen else 0,
        "placed": place is not None,
        "place": place,
        "dated": parcel.delivered is not None,
        "delivered": parcel.delivered,
        "point": parcel.pickup_place is not None,
        "pickup": parcel.pickup_place,
        "kept": "no" if parcel.pickup_until is None else "over" if parcel.pickup_until < today else "yes",
        "until": parcel.pickup_until,
    }


FLOW = Flow(
    name="order_status",
    run=order_status,
    intents=("order_status", "delivery_late"),
    summary="The customer wants to know where an order is, or says that it is late.",
)
