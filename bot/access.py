"""How a flow comes to an order: number, proof, and nothing before the proof.

The one place where order data is opened (docs/security.md). A wrong proof and a number that does not exist get the same
words; five wrong tries close the gate for an hour. A contact proven once in the conversation opens the same customer's other orders
without asking again; a code of the shop's for one order opens that one alone. Flows call `own_order`; nothing else hands them an `Order`.
"""

from __future__ import annotations

from bot.shop import Order, Shop
from bot.talk import Choose, GateClosed, Talk
from bot.world import ORDER, proof_of

TRIES = 6  # one more than the gate allows, so that the gate, not this loop, has the last word


async def own_order(talk: Talk, shop: Shop, *, same: bool = True) -> Order | None:
    """The customer's order, proven; None when the gate is closed (the customer has been told and handed to a person; just return).

    The number comes from what was said, from the order talked about before (unless `same` is False), from the proven
    customer's own orders (offered as buttons), or is asked.
    """
    number = await _number(talk, shop, same)
    contact: str | None = None
    for attempt in range(TRIES):
        shown = await talk.prove(shop.order, number, contact)
        if isinstance(shown, Order):
            await talk.remember("order", shown.number)
            return shown
        if isinstance(shown, GateClosed):
            await talk.sorry("access-closed", until=shown.until)
            break
        if attempt == 0:
            contact = await talk.ask("contact", "ask-contact", about=number, number=number)
            continue
        again = await talk.ask("contact_or_number", "access-wrong", per=str(attempt), hinted=False, number=number, contact=contact)
        if again.isdigit():
            number = again
        else:
            contact = again
    await talk.hand_over("access")
    return None


async def _number(talk: Talk, shop: Shop, same: bool) -> str:
    known = talk.known
    focus = known.focus.get("order") if same else None
    if not known.proofs:
        return str(await talk.ask("order_number", "ask-order-number", default=focus))
    orders = await _orders(talk, shop)
    sole = orders[0].number if len(orders) == 1 else None
    choices = [Choose(o.number, title=f"{o.number}: {', '.join(i.name for i in o.items)}"[:60]) for o in orders]
    text = "ask-order-which" if choices else "ask-order-number"
    default = _holding(talk, orders, focus) or focus or sole
    return str(await talk.ask("order_number", text, key="ask-order-number", choices=choices, default=default))


def _holding(talk: Talk, orders: tuple[Order, ...], focus: str | None) -> str | None:
    """The order talked about, or else the only one, with the goods that were named."""
    named = {e.value for e in talk.known.hints if e.kind == "sku"}
    holding = [o.number for o in orders if any(item.sku in named for item in o.items)]
    return focus if focus in holding else holding[0] if len(holding) == 1 else None


async def has_orders(talk: Talk, shop: Shop) -> bool:
    """Whether the proven customer has any order. A number that a messenger vouches for may be a stranger's to the shop."""
    return bool(talk.known.proofs) and bool(await _orders(talk, shop))


async def _orders(talk: Talk, shop: Shop) -> tuple[Order, ...]:
    """The orders of the customer who has proven something."""
    proofs = talk.known.proofs
    whose = [p for p in proofs if not p.startswith(ORDER)][-1:] or proofs[-1:]
    return tuple(await talk.look(shop.orders_of, proof_of(whose[0]), language=talk.language))
