"""The intents, their names and what each one means. Names are public: training data, traces and statistics use them.

No wording for customers and no behaviour belongs here. Neighbours: `faults.py` checks the examples against this list,
`flows/` answers them.
"""

from __future__ import annotations

from typing import Final

OUT_OF_SCOPE: Final = "out_of_scope"

INTENTS: Final[dict[str, str]] = {
    "order_status": "where is, or what is the state of, my order or parcel; tracking",
    "order_confirmation": "was my order placed or paid, no confirmation came, what did I order",
    "payment_problem": "payment of an order failed, was taken twice, or the order still shows as unpaid",
    "change_order": "add, remove or change items in an existing order",
    "change_address": "deliver an existing order elsewhere, or its address or phone is wrong",
    "cancel_order": "cancel an existing order",
    "delivery_late": "the order is late, the promised day has passed",
    "delivery_damaged": "parcel or goods arrived broken or crushed by transport",
    "delivery_missing": "said to be delivered but not received, an item missing, or a wrong item sent",
    "delivery_options": "carriers, pick-up, parcel lockers, countries delivered to",
    "delivery_time": "how long shipping takes, before buying",
    "delivery_cost": "what shipping costs, free shipping",
    "return_defective": "the product is faulty: return, repair, guarantee claim",
    "return_unsuitable": "send back what does not fit or please, or was bought by mistake",
    "return_policy": "how returns work in general: days, costs, conditions",
    "exchange": "swap for another size, colour or model",
    "refund_status": "where or when is my money back",
    "cancellation_fee": "does cancelling cost something",
    "product_info": "find a product or learn about it: features, size, use, safety, reviews, comparison",
    "product_availability": "is it in stock, when is it back",
    "product_price": "what does it cost",
    "product_advice": "help me choose, which is better for me, a gift",
    "warranty": "how long the guarantee is and what it covers",
    "invoice": "an invoice or receipt, also for a company",
    "payment_methods": "how can I pay",
    "discount": "coupons, promotion codes, sales",
    "place_order": "wants to buy now, order by chat",
    "checkout_problem": "the shop's site fails: cart, checkout, error pages",
    "account_problem": "cannot log in, lost password, account locked",
    "account_create": "how to register, is an account needed",
    "account_change": "change e-mail, name, phone, password or address in the account",
    "account_delete": "close the shop account",
    "newsletter": "subscribe to or leave the newsletter",
    "shop_hours": "opening hours, holidays",
    "shop_contact": "phone, e-mail, address of the shop",
    "complaint": "bad service, wants to complain or escalate",
    "praise": "compliments about shop, product or bot",
    "callback": "please call me",
    "human": "wants a person",
    "greeting": "hello",
    "thanks": "thank you",
    "goodbye": "bye",
    "affirm": "yes, right, do it",
    "deny": "no, not that, wrong",
    "cancel": "drop what we are doing in the chat (not: cancel an order)",
    "back": "one step back, the previous question",
    "repeat": "say that again",
    "help": "what can you do, menu",
    "stop": "stop writing to me",
    "erase_data": "delete my personal data",
    "change_language": "speak another language",
    "are_you_a_bot": "are you a robot",
    "abuse": "insults a person",
    "out_of_scope": "none of these and no matter of a store",
}

# The ones a customer says in passing: far fewer shapes exist, so far fewer examples are asked for.
SMALL_TALK: Final = frozenset(
    {
        "greeting", "thanks", "goodbye", "affirm", "deny", "cancel", "back", "repeat", "help", "stop",
        "erase_data", "change_language", "are_you_a_bot", "abuse", "out_of_scope",
    }
)  # fmt: skip

# Messages of these speak of goods, so their words may be names of goods.
ABOUT_PRODUCTS: Final = frozenset(
    {
        "product_info", "product_availability", "product_price", "product_advice", "place_order", "exchange", "warranty",
        "return_defective", "return_unsuitable", "change_order", "delivery_damaged", "delivery_missing",
    }
)  # fmt: skip
