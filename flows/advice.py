"""The customer does not know what to take: two or three options with a reason each, and then one of them, without pushing.

Only what the words have left open is asked: the category, what it is for, how much it may cost. Everything shown can be bought now.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from bot.flow import Flow
from bot.message import Card, Media
from bot.money import Money
from bot.shop import Product, ProductCard, Shop, StockState
from bot.talk import Choose, Talk
from bot.texts import money
from intents.folding import fold

SHOWN: Final = 3  # options at a time
LOOKED_AT: Final = 9  # products weighed: three rounds of three
NEAR: Final = 15.0  # points of a search below the best that still belong to what was named
WORTHY: Final = Decimal("3.5")  # stars below which something is not recommended while there is better
ANY: Final = "any"  # "it does not matter", of a use and of a budget
# Amounts that people set themselves as a limit.
LIMITS: Final = tuple(Decimal(n) for n in (5, 10, 15, 20, 25, 30, 40, 50, 75, 100, 150, 200, 250, 300, 400, 500, 750, 1000, 1500, 2000))

_JOINING: Final = frozenset(fold("with without from that this what something brez nekaj kakšno без чего-то что-то щось").split())


@dataclass(frozen=True, slots=True)
class _Wish:
    """`kind` are the products of the kind that was named ("a kettle"), empty when any of the category will do."""

    category: str
    kind: frozenset[str]
    use: str | None = None
    budget: Money | None = None


async def advice(talk: Talk, shop: Shop) -> None:
    """The customer wants help in choosing."""
    wish = await _wish(talk, shop)
    options = await _options(talk, shop, wish)
    if not options:
        await talk.say("advice-nothing")
        await talk.solved("product_info", "shop_contact")
        return
    for start in range(0, len(options), SHOWN):
        chosen = await _choose(talk, options[start : start + SHOWN], wish, more=len(options) > start + SHOWN)
        if chosen in ("more", "none"):
            continue
        taken = next(o for o in options if o.sku == chosen)
        if await _show(talk, shop, taken, more=len(options) > start + SHOWN) == "later":
            await talk.solved("product_info", "delivery_options")
            return
    await talk.say("advice-all")
    await talk.solved("product_advice", "product_info", "human")


# --- what is wanted -------------------------------------------------------------------------------------------------------


async def _wish(talk: Talk, shop: Shop) -> _Wish:
    said = talk.known.said
    found = await talk.look(shop.search, said, language=talk.language) if said else ()
    near = [c for c in found if c.score >= found[0].score - NEAR]
    sole = near[0].category if len({c.category for c in near}) == 1 else None
    categories = await talk.look(shop.categories, language=talk.language)
    guess = sole or _named(said, categories)
    if guess is None:  # "something for camping" names a department by what its things are for
        serving = [key for key, _ in categories if _named(said, await talk.look(shop.uses, key, language=talk.language))]
        guess = serving[0] if len(serving) == 1 else None
    choices = [Choose(key, title=name) for key, name in categories]
    category = await talk.ask("choice", "advice-category", choices=choices, default=guess)
    wish = _Wish(category, frozenset(c.sku for c in near) if category == sole and len(near) > 1 else frozenset())
    wish = replace(wish, use=await _use(talk, shop, wish))
    return replace(wish, budget=await _budget(talk, shop, wish))


async def _use(talk: Talk, shop: Shop, wish: _Wish) -> str | None:
    """What it is for. Asked only where it would tell the options apart; it can always be said later ("for camping")."""
    pool = await _pool(talk, shop, wish)
    uses = await talk.look(shop.uses, wish.category, language=talk.language)
    uses = tuple([(key, name) for key, name in uses if await _pool(talk, shop, replace(wish, use=key))])
    telling = len(pool) > 2 and len(uses) > 1 and not talk.nested
    guess = _named(talk.known.said, uses) or (None if telling else ANY)
    choices = [*(Choose(key, title=name) for key, name in uses), Choose(ANY)]
    use = await talk.ask("choice", "advice-use", choices=choices, about=wish.category, default=guess)
    return None if use == ANY else str(use)


async def _budget(talk: Talk, shop: Shop, wish: _Wish) -> Money | None:
    """The most it may cost. Asked only where the prices lie apart; it can always be said later ("under 50")."""
    pool = await _pool(talk, shop, wish)
    limits = _limits([c.price.value.amount for c in pool])
    guess = None if len(pool) > 2 and limits and not talk.nested else ANY
    currency = talk.house.currency
    choices = [Choose(f"{limit:.2f} {currency}", title=f"≤ {_round(limit, currency, talk.language)}") for limit in limits]
    examples = ("30 EUR", "1 EUR", ANY)
    answer = await talk.ask("budget", "advice-budget", choices=[*choices, Choose(ANY)], default=guess, examples=examples)
    amount, _, unit = str(answer).partition(" ")
    if unit == currency:
        return Money(Decimal(amount), currency)
    if answer != ANY:
        await talk.say("advice-currency", currency=currency)
    return None


def _limits(prices: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """At most three round limits, each of which leaves something in and something out."""
    if not prices:
        return ()
    inside = [limit for limit in LIMITS if min(prices) <= limit < max(prices)]
    # A limit that lets in no more than the one before is no choice.
    telling = {sum(p <= limit for p in prices): limit for limit in reversed(inside)}
    if len(telling) > 1:
        telling.pop(1, None)
    limits = sorted(telling.values())
    return tuple(limits if len(limits) <= 3 else (limits[0], limits[len(limits) // 2], limits[-1]))


def _round(limit: Decimal, currency: str, language: str) -> str:
    return money(limit, currency, language).replace(",00", "").replace(".00", "")


def _named(said: str, named: Sequence[tuple[str, str]]) -> str | None:
    """The key whose name the customer's words contain, in any inflection; None when none or several do."""
    words = _content(said)
    met = [key for key, name in named if any(_kin(w, part) for w in words for part in _content(name))]
    return met[0] if len(met) == 1 else None


def _content(text: str) -> set[str]:
    return {w for w in fold("".join(c if c.isalnum() else " " for c in text)).split() if len(w) > 3 and w not in _JOINING}


def _kin(word: str, other: str) -> bool:
    """Inflected forms of one word share all but their endings."""
    stem = max(4, min(len(word), len(other)) - 2)
    return abs(len(word) - len(other)) <= 4 and word[:stem] == other[:stem]


# --- what there is --------------------------------------------------------------------------------------------------------


async def _pool(talk: Talk, shop: Shop, wish: _Wish) -> list[ProductCard]:
    """What suits the wish; of the named kind alone where there is any of it."""
    cards = await talk.look(shop.browse, language=talk.language, category=wish.category, use=wish.use, budget=wish.budget)
    kind = [c for c in cards if c.sku in wish.kind]
    return kind if wish.kind else list(cards)


async def _options(talk: Talk, shop: Shop, wish: _Wish) -> list[Product]:
    """Best first: the best rated, the cheapest, then by rating. Where nothing suits, the nearest there is, and that is said."""
    pool = await _pool(talk, shop, wish)
    if not pool:
        pool = await _nearest(talk, shop, wish)
    if len(pool) < 2:  # one is no choice: what else there is of the kind, without the reason that it is made for this
        known = {c.sku for c in pool}
        pool = pool + [c for c in await _pool(talk, shop, replace(wish, use=None)) if c.sku not in known][: SHOWN - 1]
    found = [await talk.look(shop.product, card.sku, language=talk.language) for card in pool[:LOOKED_AT]]
    weighed = [p for p in found if p is not None]
    worthy = [p for p in weighed if p.rating is None or p.rating >= WORTHY]
    weighed = worthy if len(worthy) > 1 else weighed
    ranked = sorted(weighed, key=lambda p: (wish.use is not None and wish.use not in p.uses, -(p.rating or 0), _amount(p)))
    cheapest = min(weighed, key=_amount, default=None)
    if cheapest is not None and cheapest in ranked[1:]:
        ranked.remove(cheapest)
        ranked.insert(1, cheapest)
    return ranked


async def _nearest(talk: Talk, shop: Shop, wish: _Wish) -> list[ProductCard]:
    """Where nothing suits wholly: within the limit first, then of the kind, then of the department."""
    for wider in (replace(wish, use=None), replace(wish, budget=None), _Wish(wish.category, frozenset())):
        pool = (await _pool(talk, shop, wider))[:SHOWN]  # cheapest first
        if pool and wider.budget is None and wish.budget is not None:
            await talk.say("advice-over", budget=wish.budget, least=pool[0].price.value)
        elif pool:
            await talk.say("advice-widened")
        if pool:
            return pool
    return []


def _amount(product: Product) -> Decimal:
    return product.price.value.amount


# --- the choice -----------------------------------------------------------------------------------------------------------


async def _choose(talk: Talk, shown: Sequence[Product], wish: _Wish, *, more: bool) -> str:
    params: dict[str, Any] = {"count": len(shown), "near": not any(_meets(p, wish) for p in shown)}
    for number in range(SHOWN):
        product = shown[number] if number < len(shown) else None
        params |= {f"name_{number}": product.name if product else "", f"why_{number}": _why(product, shown, wish)}
        params |= {f"stars_{number}": product.rating if product else None, f"price_{number}": product.price.value if product else None}
    choices = [Choose(p.sku, title=p.name) for p in shown]
    choices.append(Choose("more") if more else Choose("none", intents=("deny",)))
    return await talk.choose("advice-options", choices, cards=[_card(p, talk.language) for p in shown], **params)


def _meets(product: Product, wish: _Wish) -> bool:
    return (wish.use is None or wish.use in product.uses) and (wish.budget is None or _amount(product) <= wish.budget.amount)


def _why(product: Product | None, shown: Sequence[Product], wish: _Wish) -> str:
    """The strongest true reason: rated and cheap, rated, cheap, made for this use, or simply there."""
    if product is None:
        return "none"
    rated = product.rating is not None and all(p is product or (p.rating or 0) < product.rating for p in shown)
    cheap = all(p is product or _amount(p) > _amount(product) for p in shown)
    suits = wish.use is not None and wish.use in product.uses
    if suits and any(wish.use not in p.uses for p in shown):
        return "suits_rated" if product.rating else "suits"
    if len(shown) > 1 and (rated or cheap):
        return "both" if rated and cheap else "rated" if rated else "cheap"
    if suits:
        return "suits_rated" if product.rating else "suits"
    return "stars" if product.rating else "there"


async def _show(talk: Talk, shop: Shop, taken: Product, *, more: bool) -> str:
    """One option in short, and what may follow: order it, see everything about it, look on, or think it over."""
    await talk.remember("product", taken.sku)
    stock = next(iter(await talk.look(shop.stock, (taken.sku,))), None)
    price = taken.price
    vat = "unknown" if price.includes_tax is None else "included" if price.includes_tax else "plus"
    vat += "_unrated" if price.tax_rate is None and vat != "unknown" else ""
    lines = "\n".join(f"• {s.name}: {s.value} {s.unit or ''}".rstrip() for s in taken.specifications[:4])
    low = stock is not None and stock.state is StockState.LOW
    facts: dict[str, Any] = {"price": price.value, "vat": vat, "rate": price.tax_rate, "lines": lines, "low": low, "summary": taken.summary}
    await talk.say("advice-detail", per=taken.sku, product=taken.name, **facts)
    choices = [
        Choose("go:place_order", text="advice-order", intents=("place_order",)),
        Choose("go:product_info", text="advice-details", intents=("product_info",)),
        *([Choose("more")] if more else []),
        Choose("later", intents=("thanks", "goodbye", "deny")),
    ]
    return await talk.choose("advice-next", choices, about=taken.sku, closing=True)


def _card(product: Product, language: str) -> Card:
    price = money(product.price.value.amount, product.price.value.currency, language)
    rating = str(product.rating) if language == "en" else str(product.rating).replace(".", ",")
    stars = f" · ★ {rating} ({product.review_count})" if product.rating else ""
    picture = Media("image", product.pictures[0].url, product.pictures[0].alt) if product.pictures else None
    return Card(product.name, f"{price}{stars} · {product.summary}", picture)


FLOW = Flow(
    name="advice",
    run=advice,
    intents=("product_advice",),
    summary="The customer wants help in choosing.",
)
