"""A payment failed, was taken twice, or does not show: what is known of it, and what to do now.

That nothing was charged is said only where the bank's refusal makes it sure. Neighbours: `order_confirmation.py`, `change_order.py`.
"""

from __future__ import annotations

from bot.access import own_order
from bot.flow import Flow
from bot.shop import Order, OrderState, PaymentState, Shop
from bot.talk import Choose, Talk

# Refusals of the bank before any money moved. After a timeout nobody can say.
REFUSED = ("declined", "expired_card", "insufficient_funds")
CLEAR = ("declined", "expired_card", "insufficient_funds", "timeout")
OPEN = (PaymentState.UNPAID, PaymentState.FAILED)


async def payment_problem(talk: Talk, shop: Shop) -> None:
    """The customer has trouble with the payment of an order."""
    await talk.sorry("payment-problem-sorry")
    order = await own_order(talk, shop)
    if order is None:
        return
    if order.state is OrderState.CANCELLED:
        await _cancelled(talk, order)
    elif order.payment in OPEN:
        await _open(talk, order)
    elif order.payment is PaymentState.UNKNOWN:
        await _unknown(talk, order)
    else:
        await _fine(talk, shop, order)


async def _cancelled(talk: Talk, order: Order) -> None:
    state = "none"
    if order.refunded.amount:
        state = "part" if order.refunded.amount < order.paid.amount else "back"
    elif order.paid.amount:
        state = "coming"
    await talk.say(
        "payment-problem-cancelled",
        number=order.number,
        state=state,
        refunded=order.refunded,
        paid=order.paid,
        days=talk.house.refund_days,
    )
    await talk.solved("refund_status", "human")


async def _open(talk: Talk, order: Order) -> None:
    """Not paid: the reason, whether money moved, and the ways on."""
    problem = order.payment_problem if order.payment_problem in CLEAR else "unknown"
    if order.payment is PaymentState.FAILED:
        charged = "part" if order.paid.amount else "no" if problem in REFUSED else "unknown"
        await talk.say("payment-problem-failed", number=order.number, reason=problem, charged=charged, amount=order.due, paid=order.paid)
        ways: tuple[str, ...] = ("again", "other", "bank", "charged")
    else:
        await talk.say("payment-problem-unpaid", number=order.number, amount=order.due)
        ways = ("pay", "other", "paid")
    intents = {"other": ("payment_methods",)}
    options = [Choose(way, intents=intents.get(way, ())) for way in ways if order.payment_url or way not in ("again", "pay")]
    cancel = Choose("go:cancel_order", text="menu-cancel-order", intents=("cancel_order",))
    way = await talk.choose("payment-problem-way", (*options, cancel), about=order.number)
    if way == "charged":
        await _twice(talk, order)
    elif way == "paid":
        await _unknown(talk, order)
        return
    elif way == "bank":
        await talk.say("payment-problem-bank", reason=problem, amount=order.due)
    elif way == "other":
        await talk.say("payment-problem-other", linked=order.payment_url is not None, go=("payment_methods",) if talk.nested else ())
    if order.payment_url:
        await talk.say("payment-problem-link", amount=order.due, url=order.payment_url)
    else:
        due = talk.house.hours.after(talk.now(), talk.house.reply_within)
        await talk.promise("payment-problem-promise-link", due, number=order.number, amount=order.due)
    await talk.solved("payment_methods", "cancel_order", "checkout_problem")


async def _unknown(talk: Talk, order: Order) -> None:
    await talk.say("payment-problem-unknown", number=order.number)
    due = talk.house.hours.after(talk.now(), talk.house.lookup_within)
    await talk.promise("payment-problem-promise-unknown", due, number=order.number)
    await talk.solved("order_status", "payment_methods")


async def _fine(talk: Talk, shop: Shop, order: Order) -> None:
    """Paid, held, due at the door or paid back: on our side nothing is wrong, which still may not be what the customer sees."""
    await talk.say(
        "payment-problem-fine",
        number=order.number,
        payment=order.payment.value,
        paid=order.paid,
        total=order.total,
        due=order.due,
        refunded=order.refunded,
    )
    seen = await talk.choose("payment-problem-seen", ("error", "twice", "unpaid"), about=order.number)
    if seen == "twice":
        await _twice(talk, order)
    elif seen == "unpaid":
        await _shown_unpaid(talk, shop, order)
    else:
        await talk.say("payment-problem-error", number=order.number)
    await talk.solved("order_status", "invoice", "refund_status")


async def _twice(talk: Talk, order: Order) -> None:
    """Only the bank's statement shows it, so a person compares it with our books."""
    await talk.say("payment-problem-twice")
    charges = await talk.ask("text", "payment-problem-charges", about=order.number, examples=("Twice 44.80 on Friday",))
    statement = await talk.ask("photos", "payment-problem-statement", choices=("none",), about=order.number)
    pictures = statement if isinstance(statement, tuple) else ()
    await talk.hand_over("charged_twice", order=order.number, charges=charges, pictures=pictures, paid=order.paid, total=order.total)


async def _shown_unpaid(talk: Talk, shop: Shop, order: Order) -> None:
    """Our books and what the customer sees differ; somebody has to look."""
    where = await talk.ask("text", "payment-problem-where", about=order.number, examples=("In my account",))
    await talk.do(shop.add_note, order.number, f"Shown as unpaid to the customer: {where}", harmless=True)
    due = talk.house.hours.after(talk.now(), talk.house.reply_within)
    await talk.promise("payment-problem-promise-shown", due, number=order.number)


FLOW = Flow(
    name="payment_problem",
    run=payment_problem,
    intents=("payment_problem",),
    trouble=True,
    summary="The customer has trouble with the payment of an order.",
)
