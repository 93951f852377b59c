"""The customer asks about a product: what it is, what it costs, whether it is there, its guarantee, what others say of it.

The product comes from what was said, from the one talked about before, or is asked for. What was asked is answered first;
then the rest is offered until nothing is missing. What the shop does not know is said to be not known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from bot.flow import Flow
from bot.message import Card, Media
from bot.money import Money, Price
from bot.shop import Product, ProductCard, Review, ShippingOption, Shop, Specification
from bot.talk import Choose, Talk
from bot.texts import money
from intents.entities.product_words import NOT_PRODUCTS
from intents.folding import fold

ROUNDS: Final = 10  # "what else would you like to know?", so that no path nears the engine's 30 questions
EXAMPLES: Final = ("KET-17", "kettle", "hoverboard")
OTHERS: Final = 2  # further products in one run
CLEAR: Final = 8.0  # points of 100 by which the first must lead; near-duplicate names lie closer
NEAR: Final = 15.0  # points below the best that may still be meant

# The answers there are, in the order of the menu, and the wishes that ask for them.
TOPICS: Final = ("specs", "reviews", "price", "stock", "warranty", "instructions", "safety", "fits", "compare")
_DELIVERY: Final = ("delivery_cost", "delivery_time")
_ASKED_BY: Final = {"price": ("product_price", *_DELIVERY), "stock": ("product_availability",), "warranty": ("warranty",)}
_OF_INTENT: Final = {intent: topic for topic, intents in _ASKED_BY.items() for intent in intents}


def _stems(words: str) -> tuple[str, ...]:
    return tuple(stem for stem in fold(words).split() if len(stem) > 1)


# What a first message asks about, by beginnings of words; the intent alone says only "about a product".
_STEMS: Final = {
    "compare": _stems("compar differen versus сравн отлич разниц порівн відрізн різниц primerja razlik"),
    "reviews": _stems("review rating opinion отзыв рейтинг мнен відгук думк mnen ocen"),
    "instructions": _stems("instruct manual инструк руковод пользоват інструк посібник користув navodil uporablja"),
    "safety": _stems("safe danger безопас опасн безпеч небезпе varno varna varen varnost nevarn"),
    "fits": _stems("fit compatib подход подойд совмест підход підійд сумісн ustreza združljiv paše"),
}
_POINTING: Final = _stems(
    "it its it's this that they them these those он она оно его ее ему нем ней этот эта это этого этой эту они их він вона воно його її "
    "йому ньому ній цей ця це цього цієї цю вони їх ta tega tej ga jo njen njena njeno njegov njegova tole"
)
# What stands between two products named in one message.
_COMPARED: Final = r"and|or|vs|versus|with|than|from|и|или|с|со|от|і|й|та|чи|або|з|із|від|in|ali|z|s|od|pa"
_FITTED: Final = r"fits?|for|with|to|подход\w+|подойд\w+|для|к|с|підход\w+|підійд\w+|до|з|із|ustreza\w*|paše\w*|za|k|na|z|s"
_BETWEEN: Final = {t: re.compile(rf"\b(?:{w})\b|[,/]", re.IGNORECASE) for t, w in (("compare", _COMPARED), ("fits", _FITTED))}


async def product(talk: Talk, shop: Shop) -> None:
    """The customer wants to know something about a product."""
    said = talk.known.said
    named = _near(await talk.look(shop.search, said, language=talk.language)) if said else ()
    pair = await _pair(talk, shop, said)
    found = await _meant(talk, shop, said, pair[0] if pair else None, named)
    if found is None:
        await talk.say("product-gone")
        await talk.solved("product_advice", "shop_contact")
        return
    await talk.remember("product", found.sku)
    topic = _OF_INTENT.get(talk.known.intent) or _asked(said, found, bool(named))
    await _tell(talk, shop, found, topic, second=pair[1] if pair and pair[0] == found.sku else None)
    if not talk.nested and not talk.more:
        await _more(talk, shop, found, topic)
    await talk.solved("place_order", "product_advice", "delivery_options")


async def _more(talk: Talk, shop: Shop, found: Product, topic: str) -> None:
    """The rest, until the customer has had enough."""
    told, others = {topic}, 0
    for _ in range(ROUNDS):
        choice = await talk.choose("product-more", _options(found, told, others), about=found.sku, closing=True)
        if choice == "done":
            return
        if choice in ("another", "successor"):
            others += 1
            other = await _other(talk, shop, found, choice)
            if other is None:
                await talk.say("product-gone", per=str(others))
                continue
            found, told, choice = other, set(), "card"
            await talk.remember("product", found.sku)
        told.add(choice)
        await _tell(talk, shop, found, choice, None)


def _options(found: Product, told: set[str], others: int) -> list[Choose]:
    """What can still be asked. It rests on the product alone: a menu must not change because a piece was sold."""
    has = {"specs": found.specifications, "reviews": found.review_count, "instructions": found.instructions, "safety": found.safety}
    has["fits"] = found.fits or found.does_not_fit
    left = [Choose(topic, intents=_ASKED_BY.get(topic, ())) for topic in TOPICS if topic not in told and has.get(topic, True)]
    order = Choose("go:place_order", text="product-order", intents=("place_order",))
    left.append(Choose("successor") if found.successor else order)
    left += [Choose("another")] if others < OTHERS else []
    return [*left, Choose("done", intents=("thanks", "goodbye", "deny"))]


# --- which product --------------------------------------------------------------------------------------------------------


async def _meant(talk: Talk, shop: Shop, said: str, first: str | None, named: Sequence[ProductCard]) -> Product | None:
    """The product the message is about: named in it, pointed at ("its guarantee"), or asked for."""
    focus = talk.known.focus.get("product")
    before = await talk.look(shop.product, focus, language=talk.language) if focus else None
    default = first
    if default is None and named:
        default = focus if focus in [c.sku for c in named] else said
    elif default is None and before is not None and (not said or _about(talk, said, before)):
        default = before.sku
    shelves = await _shelves(talk, shop, before)
    # "Do you sell hiking poles?" named something, and it was not found; a title of four words ("Is it in stock?") did not.
    unmet = len(said.split()) > 4 and talk.known.intent in ("product_info", "product_availability")
    # Not hinted: the shop's own search has weighed the whole message.
    words = await talk.ask("product", "product-which", choices=shelves, hinted=False, default=default, examples=EXAMPLES, unmet=unmet)
    return await _resolve(talk, shop, words)


async def _other(talk: Talk, shop: Shop, found: Product, choice: str) -> Product | None:
    if choice == "successor" and found.successor:
        return await talk.look(shop.product, found.successor, language=talk.language)
    words = await talk.ask("product", "product-another", hinted=False, examples=("HLP-02", "kettle"))
    return await _resolve(talk, shop, words)


async def _resolve(talk: Talk, shop: Shop, words: str) -> Product | None:
    """One product for the customer's words; near-duplicates are shown side by side. None when nothing was found twice."""
    for last in (False, True):
        if words.startswith("in:"):
            found = await talk.look(shop.browse, language=talk.language, category=words[3:])
        else:
            found = _near(await talk.look(shop.search, words, language=talk.language))
        sku = await _one(talk, found, words)
        if sku != "none":
            return await talk.look(shop.product, sku, language=talk.language)
        if not last:
            said: dict[str, Any] = {"words": words, "seen": bool(found), "brief": len(words.split()) <= 4}
            shelves = await _shelves(talk, shop, None)
            per = fold(words)[:40]
            words = await talk.ask("product", "product-none", choices=shelves, per=per, hinted=False, examples=("KET-17",), **said)
    return None


async def _one(talk: Talk, found: Sequence[ProductCard], words: str) -> str:
    """The SKU, or "none"."""
    if len(found) < 2:
        return found[0].sku if found else "none"
    shown = found[:8]
    choices = [*(Choose(c.sku, title=c.name) for c in shown), Choose("none", intents=("deny",))]
    return await talk.choose("product-near", choices, about=words, per=fold(words)[:40], cards=[_card(talk, c) for c in shown])


def _near(found: Sequence[ProductCard]) -> tuple[ProductCard, ...]:
    """Those that may be meant: the first alone when it leads clearly."""
    if len(found) > 1 and found[0].score - found[1].score >= CLEAR:
        return (found[0],)
    return tuple(c for c in found if c.score >= found[0].score - NEAR)


async def _shelves(talk: Talk, shop: Shop, before: Product | None) -> list[Choose]:
    """Ways on for somebody without a name at hand: the product talked about, the categories, advice."""
    categories = await talk.look(shop.categories, language=talk.language)
    known = [Choose(before.sku, title=before.name)] if before else []
    shelves = [Choose(f"in:{key}", title=name) for key, name in categories[:7]]
    return [*known, *shelves, Choose("go:product_advice", text="menu-product-advice", intents=("product_advice",))]


async def _pair(talk: Talk, shop: Shop, said: str) -> tuple[str, str] | None:
    """Two products named in one message: "compare A and B", "does the filter fit the 1.5 kettle"."""
    topic = _topic_said(said) or ""
    if topic not in _BETWEEN:
        return None
    skus: list[str] = []
    for part in [p.strip() for p in _BETWEEN[topic].split(said) if p.strip()][:6]:
        found = _near(await talk.look(shop.search, part, language=talk.language))
        # What is compared is shown by name, so the likeliest will do; whether a part fits is no matter for guessing.
        if found and (topic == "compare" or len(found) == 1) and found[0].sku not in skus:
            skus.append(found[0].sku)
    return (skus[0], skus[1]) if len(skus) > 1 else None


def _topic_said(said: str) -> str | None:
    words = fold(said).split()
    return next((t for t, stems in _STEMS.items() if any(w.startswith(stems) for w in words)), None)


def _asked(said: str, found: Product, named: bool) -> str:
    """The answer to begin with: a topic, "line" for single facts of the data sheet, or the card (not to one who points at the product)."""
    topic = _topic_said(said)
    if topic and (topic != "fits" or found.fits or found.does_not_fit):
        return topic
    if _lines_asked(said, found):
        return "line"
    return "specs" if not named and _pointing(said) and found.specifications and not found.successor else "card"


def _pointing(said: str) -> bool:
    words = fold(re.sub(r"[^\w\s'’]", " ", said)).split()
    return 0 < len(words) <= 2 or any(w in _POINTING for w in words)


def _about(talk: Talk, said: str, before: Product) -> bool:
    """Whether a message that names no product speaks of the one before. "Do you sell hiking poles?" does not."""
    if talk.known.intent in ("warranty", "product_price") or _pointing(said):
        return True
    return _topic_said(said) is not None or bool(_lines_asked(said, before))


def _lines_asked(said: str, found: Product) -> list[Specification]:
    """The lines of the data sheet that the customer's words name."""
    words = _content(said) - _content(found.name)
    return [s for s in found.specifications if any(_kin(w, part) for w in words for part in _content(s.name))]


def _content(text: str) -> set[str]:
    return {w for w in fold(re.sub(r"[^\w\s]", " ", text)).split() if len(w) > 2 and w not in NOT_PRODUCTS and not w.isdigit()}


def _kin(word: str, other: str) -> bool:
    """Inflected forms of one word share all but their endings; a short word has too little to share."""
    if min(len(word), len(other)) < 4:
        return word == other
    stem = max(4, min(len(word), len(other)) - 2)
    return abs(len(word) - len(other)) <= 3 and word[:stem] == other[:stem]


# --- answers --------------------------------------------------------------------------------------------------------------


async def _tell(talk: Talk, shop: Shop, found: Product, topic: str, second: str | None) -> None:
    if topic in ("card", "price", "stock"):
        await _offer(talk, shop, found, topic)
    elif topic == "warranty":
        months = found.warranty_months or 0
        span: dict[str, Any] = {"known": months > 0, "years": months // 12 if months % 12 == 0 else 0, "months": months}
        go = ("human",) if not months else ("return_defective",) if talk.known.intent == "warranty" else ()
        await talk.say("product-warranty", per=found.sku, go=go, product=found.name, note=found.warranty_note or "", **span)
    elif topic == "reviews":
        await _reviews(talk, shop, found)
    elif topic == "fits":
        await _fits(talk, shop, found, second)
    elif topic == "compare":
        await _compare(talk, shop, found, second)
    else:
        await _lines(talk, found, topic)


async def _lines(talk: Talk, found: Product, topic: str) -> None:
    """The data sheet or a part of it, the instructions, the safety notes."""
    data = _lines_asked(talk.known.said, found) if topic == "line" else found.specifications
    lines = [f"• {s.name}: {_value(s)}" for s in data]
    if topic == "instructions":
        lines = [f"{number}. {step}" for number, step in enumerate(found.instructions, 1)]
    elif topic == "safety":
        lines = [f"• {note}" for note in found.safety]
    key, go = ("product-lines", ()) if lines else ("product-nothing", ("human",))
    await talk.say(key, per=f"{found.sku}-{topic}", go=go, product=found.name, topic=topic, lines="\n".join(lines))


async def _offer(talk: Talk, shop: Shop, found: Product, topic: str) -> None:
    """Price with tax, delivery of this product, stock; in short with a picture, or the one asked for."""
    facts = _price(found.price) | await _stock(talk, shop, found.sku)
    facts |= _delivery(await talk.look(shop.shipping, country=talk.house.country, language=talk.language), found, talk.language)
    gone = facts["stock"] == "discontinued"
    facts |= {"ships": "hidden"} if gone else {}
    picture = Media("image", found.pictures[0].url, found.pictures[0].alt) if found.pictures else None
    cards = [Card(found.name, found.summary, picture)] if topic == "card" else []
    await talk.say(f"product-{topic}", per=found.sku, cards=cards, product=found.name, **facts)
    newer = await talk.look(shop.product, found.successor, language=talk.language) if gone and found.successor else None
    if newer is not None:
        await talk.say("product-successor", per=found.sku, product=found.name, newer=newer.name, **_price(newer.price))


async def _reviews(talk: Talk, shop: Shop, found: Product) -> None:
    """The best and the worst of the newest, in the customer's language where there is one."""
    reviews = await talk.look(shop.reviews, found.sku)
    if not reviews:
        await talk.say("product-nothing", per=f"{found.sku}-reviews", product=found.name, topic="reviews")
        return
    ranked = sorted(reviews, key=lambda r: (r.rating, r.language == talk.language), reverse=True)
    good = ranked[0] if ranked[0].rating >= 4 else None
    bad = min(reviews, key=lambda r: (r.rating, r.language != talk.language))
    facts = _review("good", good) | _review("bad", bad if bad.rating <= 3 else None)
    rating = found.rating or Decimal(sum(r.rating for r in reviews)) / len(reviews)
    facts |= {"rating": round(rating, 1), "count": found.review_count or len(reviews)}
    await talk.say("product-reviews", per=found.sku, product=found.name, **facts)


async def _fits(talk: Talk, shop: Shop, found: Product, second: str | None) -> None:
    """Whether a second product fits, or what does and what does not. Silence of the shop is no yes."""
    other = await talk.look(shop.product, second, language=talk.language) if second else None
    if other is not None:
        yes = other.sku in found.fits or found.sku in other.fits
        no = other.sku in found.does_not_fit or found.sku in other.does_not_fit
        answer = "yes" if yes else "no" if no else "unknown"
        go = ("human",) if answer == "unknown" else ()
        await talk.say("product-fit", per=f"{found.sku}-{other.sku}", go=go, product=found.name, other=other.name, fits=answer)
        return
    good = tuple((await _names(talk, shop, found.fits)).values())
    bad = tuple((await _names(talk, shop, found.does_not_fit)).values())
    await talk.say("product-fits", per=found.sku, product=found.name, fits=bool(good), good=good, fails=bool(bad), bad=bad)


async def _names(talk: Talk, shop: Shop, skus: Sequence[str]) -> dict[str, str]:
    """SKU to name, of those the shop still knows."""
    found = [await talk.look(shop.product, sku, language=talk.language) for sku in skus]
    return {p.sku: p.name for p in found if p is not None}


async def _compare(talk: Talk, shop: Shop, found: Product, second: str | None) -> None:
    """Two products side by side: what differs, price, stock, rating."""
    if second is None:
        shelf = await talk.look(shop.browse, language=talk.language, category=found.category)
        alike = sorted(shelf, key=lambda c: abs(c.price.value.amount - found.price.value.amount))
        near = dict.fromkeys((*found.variants, *(c.sku for c in alike if c.sku != found.sku)))
        choices = [Choose(sku, title=name) for sku, name in (await _names(talk, shop, list(near)[:4])).items()]
        asked: dict[str, Any] = {"per": found.sku, "about": found.sku, "hinted": False, "product": found.name}
        second = await talk.ask("product", "product-compare-with", choices=choices, examples=("HLP-02",), **asked)
    other = await _resolve(talk, shop, second)
    if other is None or other.sku == found.sku:
        await talk.say("product-compare-same", per=found.sku, product=found.name)
        return
    facts = _price(found.price) | await _stock(talk, shop, found.sku) | {"rating": found.rating or "–"}
    theirs = _price(other.price) | await _stock(talk, shop, other.sku) | {"rating": other.rating or "–"}
    facts |= {f"{name}_two": value for name, value in theirs.items()}
    lines = "\n".join(_differences(found, other))
    facts |= {"differ": bool(lines), "lines": lines}
    await talk.say("product-compare", per=f"{found.sku}-{other.sku}", one=found.name, two=other.name, **facts)


def _differences(one: Product, two: Product) -> list[str]:
    values = ({s.name: _value(s) for s in one.specifications}, {s.name: _value(s) for s in two.specifications})
    names = dict.fromkeys((*values[0], *values[1]))
    pairs = [(name, values[0].get(name, "–"), values[1].get(name, "–")) for name in names]
    return [f"• {name}: {a} | {b}" for name, a, b in pairs if a != b][:12]


def _value(line: Specification) -> str:
    return f"{line.value} {line.unit}" if line.unit else line.value


def _review(which: str, review: Review | None) -> dict[str, Any]:
    if review is None:
        return {f"{which}_in": "none"}
    stars = "★" * review.rating + "☆" * (5 - review.rating)
    return {which: review.text, f"{which}_in": review.language, f"{which}_stars": stars, f"{which}_by": review.author}


def _price(price: Price) -> dict[str, Any]:
    """`vat` is included, plus, included_unrated or unknown: nothing is computed to fill a gap."""
    vat = "unknown" if price.includes_tax is None else "included" if price.includes_tax else "plus"
    if price.tax_rate is None and vat != "unknown":
        vat += "_unrated"
    return {"price": price.value, "vat": vat, "rate": price.tax_rate, "reduced": price.was is not None, "was": price.was}


async def _stock(talk: Talk, shop: Shop, sku: str) -> dict[str, Any]:
    stock = next(iter(await talk.look(shop.stock, (sku,))), None)
    if stock is None:
        return {"stock": "unknown"}
    back = {"dated": stock.restock is not None, "back": stock.restock}
    return {"stock": stock.state.value, "counted": stock.quantity is not None, "left": stock.quantity or 0, **back}


def _delivery(ways: Sequence[ShippingOption], found: Product, language: str) -> dict[str, Any]:
    """The shop's first way of delivery for one piece of this product, and the others as "name (price)"."""
    if not ways:
        return {"ships": "unknown", "more": False}
    first, *rest = ways
    cost = _cost(first, found.price.value)
    days = str(first.max_days) if first.min_days == first.max_days else f"{first.min_days}–{first.max_days}"
    amounts = [(way.name, _cost(way, found.price.value)) for way in rest]
    others = tuple(f"{name} ({money(each.amount, each.currency, language)})" for name, each in amounts)
    facts = {"ships": "yes", "way": first.name, "cost": cost, "free": cost.amount == 0, "days": days, "last": first.max_days}
    return facts | {"more": bool(others), "others": others}


def _cost(way: ShippingOption, goods: Money) -> Money:
    free = way.free_from is not None and goods.currency == way.free_from.currency and goods.amount >= way.free_from.amount
    return Money(Decimal(0), way.price.currency) if free else way.price


def _card(talk: Talk, card: ProductCard) -> Card:
    price = money(card.price.value.amount, card.price.value.currency, talk.language)
    picture = Media("image", card.picture.url, card.picture.alt) if card.picture else None
    return Card(card.name, f"{price} · {card.summary}", picture)


FLOW = Flow(
    name="product",
    run=product,
    intents=("product_info", "product_availability", "product_price", "warranty"),
    summary="The customer wants to know something about a product.",
)
