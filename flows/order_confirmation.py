"""Was it placed, was it paid, what is in it, and what happens next. Everything comes from the order itself.

Neighbours: `payment_problem.py` when it was not paid, `order_status.py` once it is on its way, `change_order.py`.
"""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.access import own_order
from bot.flow import Flow
from bot.shop import FulfilmentState, Order, OrderState, PaymentState, Shop
from bot.talk import Talk
from bot.texts import money

RECENT = timedelta(days=3)  # later, nobody misses the confirmation e-mail any more
HERE = (FulfilmentState.WAITING, FulfilmentState.PACKING, FulfilmentState.NONE)


async def order_confirmation(talk: Talk, shop: Shop) -> None:
    """The customer wants to be sure that an order is in and paid."""
    order = await own_order(talk, shop)
    if order is None:
        return
    placed = order.placed.astimezone(ZoneInfo(talk.known.timezone)).date()
    if order.state is OrderState.CANCELLED:
        await talk.say(
            "order-confirmation-cancelled", number=order.number, placed=placed, refunded=order.refunded, back=order.refunded.amount > 0
        )
        await talk.solved("refund_status", "place_order")
        return
    failed = order.payment is PaymentState.FAILED
    if failed:
        await talk.sorry("order-confirmation-failed", number=order.number, placed=placed, amount=order.due)
    else:
        await talk.say(
            "order-confirmation-placed", number=order.number, placed=placed, payment=order.payment.value, paid=order.paid, due=order.due
        )
    await _content(talk, order)
    await _what_next(talk, order)
    if not failed and not talk.nested and talk.now() - order.placed < RECENT:
        await _mail(talk, shop, order)
    await talk.solved(*_suggestions(order))


async def _content(talk: Talk, order: Order) -> None:
    lines = [f"• {i.quantity} × {i.name}: {money(i.price.amount * i.quantity, i.price.currency, talk.language)}" for i in order.items]
    await talk.say(
        "order-confirmation-content",
        items="\n".join(lines),
        free=order.shipping.amount == 0,
        shipping=order.shipping,
        reduced="no" if not order.discount.amount else "coupon" if order.coupon else "yes",
        discount=order.discount,
        coupon=order.coupon,
        total=order.total,
        method=order.payment_method,
    )


async def _what_next(talk: Talk, order: Order) -> None:
    if order.payment in (PaymentState.UNPAID, PaymentState.FAILED) and order.fulfilment in HERE:
        linked = order.payment_url is not None
        await talk.say(
            "order-confirmation-pay", amount=order.due, linked=linked, url=order.payment_url, go=("payment_problem",) if talk.nested else ()
        )
        return
    today = talk.now().astimezone(ZoneInfo(talk.known.timezone)).date()
    state = "here" if order.fulfilment in HERE else order.fulfilment.value
    await talk.say(
        "order-confirmation-next", state=state, dated=order.promised is not None and order.promised >= today, promised=order.promised
    )


async def _mail(talk: Talk, shop: Shop, order: Order) -> None:
    """The confirmation went to the address of the order; when it is not there, a person sends it again."""
    arrived = await talk.choose("order-confirmation-mail", ("yes", "no"), about=order.number, email=_masked(order.email))
    if arrived == "yes":
        return
    await talk.sorry("order-confirmation-mail-sorry")
    right = await talk.choose("order-confirmation-address", ("yes", "no"), about=order.number, email=_masked(order.email))
    email = order.email if right == "yes" else await talk.ask("email", "order-confirmation-email", about=order.number, hinted=False)
    await talk.do(shop.add_note, order.number, f"Send the order confirmation again to {email}", harmless=True)
    due = talk.house.hours.after(talk.now(), talk.house.reply_within)
    shown = _masked(email) if right == "yes" else email
    await talk.promise("order-confirmation-promise", due, number=order.number, email=shown)


def _suggestions(order: Order) -> tuple[str, ...]:
    if order.payment in (PaymentState.UNPAID, PaymentState.FAILED):
        return ("payment_problem", "cancel_order", "payment_methods")
    if order.fulfilment in HERE:
        return ("change_order", "order_status", "invoice")
    return ("order_status", "invoice", "return_unsuitable")


def _masked(email: str) -> str:
    """Enough to know one's own address by."""
    user, _, house = email.partition("@")
    return f"{user[:2]}•••@{house}"


FLOW = Flow(
    name="order_confirmation",
    run=order_confirmation,
    intents=("order_confirmation",),
    summary="The customer wants to be sure that an order is in and paid.",
)
