"""Where is my money: each return and each cancelled payment as the shop's books have it, honestly.

A day is named only when the shop has named one. What is overdue is apologised for and looked up by a person. Asked in general,
it is answered in general first. Neighbours: `return_item.py` begins a return, `change_order.py` cancels.
"""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from bot.access import has_orders, own_order
from bot.flow import Flow
from bot.shop import Order, OrderState, PaymentState, ReturnCase, ReturnState, Shop
from bot.talk import Choose, Talk

UNPAID = (PaymentState.UNPAID, PaymentState.FAILED, PaymentState.ON_DELIVERY)
ENDED = (ReturnState.REFUNDED, ReturnState.DECLINED)


async def refund(talk: Talk, shop: Shop) -> None:
    """The customer wants to know where their money is, or how long it takes."""
    if not await _concrete(talk, shop):
        await talk.say("refund-general", days=talk.house.refund_days)
        if talk.nested:
            return
        looked = await talk.choose(
            "refund-look",
            (Choose("order", intents=("refund_status", "order_status", "affirm")), Choose("enough", intents=("deny", "thanks"))),
        )
        if looked == "enough":
            await talk.solved("return_policy", "return_unsuitable")
            return
    order = await own_order(talk, shop)
    if order is None:
        return
    if order.returns:
        await _returns(talk, order)
    elif order.state is OrderState.CANCELLED:
        await _cancelled(talk, order)
    elif order.refunded.amount > 0:
        await talk.say(
            "refund-paid",
            number=order.number,
            amount=order.refunded,
            partly=order.refunded.amount < order.paid.amount,
            method=order.payment_method,
        )
        await talk.solved("human", "invoice")
    else:
        await talk.say("refund-none", number=order.number, paid=order.paid.amount > 0, amount=order.paid, days=talk.house.refund_days)
        await talk.solved(*_begin(order))


async def _concrete(talk: Talk, shop: Shop) -> bool:
    """Whether it is about an order we know of already. What held at first is kept: once an order is shown, it would be."""
    known = talk.known
    named = bool(known.focus.get("order")) or any(e.kind == "order_number" for e in known.hints)
    now = named or await has_orders(talk, shop)
    return str(await talk.ask("text", "refund-look", per="kept", default="order" if now else "general", hinted=False)) == "order"


def _begin(order: Order) -> tuple[str, ...]:
    """What leads to a refund where none is under way."""
    if order.payment in UNPAID:
        return ("payment_problem", "cancel_order", "order_status")
    return ("cancel_order", "order_status", "human") if order.cancellable else ("return_unsuitable", "return_defective", "order_status")


async def _returns(talk: Talk, order: Order) -> None:
    today = talk.now().astimezone(ZoneInfo(talk.known.timezone)).date()
    names = {i.sku: i.name for i in order.items}
    late = any(_late(c, today) for c in order.returns)
    if late:
        await talk.sorry("refund-late")
    for case in order.returns:
        await _case(talk, order, case, names.get(case.sku, case.sku), _late(case, today))
    if late:
        due = talk.house.hours.after(talk.now(), talk.house.lookup_within)
        await talk.promise("refund-promise", due, number=order.number)
    following = "human" if any(c.state in ENDED for c in order.returns) else "return_policy"
    await talk.solved(following, "order_status")


def _late(case: ReturnCase, today: date) -> bool:
    return case.state not in ENDED and case.refund_due is not None and case.refund_due < today


async def _case(talk: Talk, order: Order, case: ReturnCase, name: str, late: bool) -> None:
    """One return: how far it is, the amount and the day where they are known."""
    day = case.refunded_on if case.state is ReturnState.REFUNDED else case.refund_due
    await talk.say(
        "refund-case",
        per=case.number,
        case=case.number,
        stage=case.state.value,
        item=name,
        requested=case.requested,
        counted=case.refund is not None,
        amount=case.refund,
        dated="late" if late else "yes" if day else "no",
        day=day,
        days=talk.house.refund_days,
        labelled=case.label_url is not None,
        url=case.label_url,
        swap=case.reason == "exchange",
        told=case.declined_because is not None,
        because=case.declined_because,
        method=order.payment_method,
    )


async def _cancelled(talk: Talk, order: Order) -> None:
    """Cancelled before it was sent, or come back unaccepted: all back, a part, under way, a hold of the bank, or nothing taken."""
    coming = order.paid.amount - order.refunded.amount
    if order.payment is PaymentState.AUTHORISED:
        money = "held"
    elif order.paid.amount <= 0:
        money = "none"
    elif coming <= 0 or order.payment is PaymentState.REFUNDED:
        money = "back"
    else:
        money = "part" if order.refunded.amount > 0 else "coming"
    await talk.say(
        "refund-cancelled", number=order.number, money=money, amount=order.refunded, paid=order.paid, method=order.payment_method
    )
    if money in ("coming", "part"):
        due = talk.house.hours.after(talk.now(), talk.house.lookup_within)
        await talk.promise("refund-promise", due, number=order.number)
    await talk.solved("human" if money in ("back", "part") else "order_status", "place_order")


FLOW = Flow(name="refund", run=refund, intents=("refund_status",), summary="The customer wants to know where their money is.")
