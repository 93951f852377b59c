"""What is said around a matter: hello, thanks, goodbye, who are you; and the questions the engine asks of its own.

In the middle of something else each of them is one line, so that the matter goes on.
"""

from __future__ import annotations

from bot.flow import Flow
from bot.shop import Shop
from bot.talk import Choose, Talk

WANTED = ("order_status", "product_info", "product_advice", "delivery_options", "return_policy")
# Intents that are words to the conversation: nobody is asked whether they meant "yes".
NO_WISH = ("affirm", "deny", "cancel", "back", "repeat", "stop", "abuse", "out_of_scope")


def _go(*intents: str) -> tuple[Choose, ...]:
    return tuple(Choose(f"go:{intent}", text=f"menu-{intent.replace('_', '-')}") for intent in intents)


async def _menu(talk: Talk, text: str, *, again: bool = False) -> None:
    """The wishes most often heard, a person, and "something else" as a way to put it in one's own words."""
    answer = await talk.choose(text, (*_go(*WANTED, "human"), "other"), closing=True, again=again)
    if answer == "other":
        await talk.say("small-talk-other")


async def greeting(talk: Talk, shop: Shop) -> None:
    if talk.nested:
        await talk.say("greeting-nested")
        return
    # A number that the messenger tells with the first word proves nobody has been here before.
    known = talk.known
    await _menu(talk, "greeting", again=bool(known.focus) or any(not p.startswith("verified:") for p in known.proofs))


async def thanks(talk: Talk, shop: Shop) -> None:
    await talk.say("thanks-nested" if talk.nested else "thanks")


async def goodbye(talk: Talk, shop: Shop) -> None:
    await talk.say("goodbye-nested" if talk.nested else "goodbye")


async def praise(talk: Talk, shop: Shop) -> None:
    await talk.say("praise")


async def help_menu(talk: Talk, shop: Shop) -> None:
    if talk.nested:
        await talk.say("help-nested", go=("human",))
        return
    await _menu(talk, "help")


async def are_you_a_bot(talk: Talk, shop: Shop) -> None:
    await talk.say("are-you-a-bot", go=("human",))


async def out_of_scope(talk: Talk, shop: Shop) -> None:
    if talk.nested:
        await talk.say("out-of-scope-nested")
        return
    await _menu(talk, "out-of-scope")


async def change_language(talk: Talk, shop: Shop) -> None:
    wanted = await talk.choose("change-language", ("en", "ru", "uk", "sl"))
    await talk.change("language", wanted)
    await talk.say("language-changed")


async def erase_data(talk: Talk, shop: Shop) -> None:
    # Not a `confirm`: its "yes" and "no" are too bare for what cannot be undone.
    answer = await talk.choose("erase-data", (Choose("yes", intents=("affirm",)), Choose("no", intents=("deny", "cancel"))))
    if answer == "no":
        await talk.say("erase-data-kept")
        return
    await talk.change("erase", "yes")
    await talk.say("erase-data-done")


async def clarify(talk: Talk, shop: Shop) -> None:
    """The engine wavers between wishes; they come as "one|two" in the intent."""
    likely = tuple(i for i in talk.known.intent.split("|") if i and i not in NO_WISH)
    choices = tuple(Choose(f"go:{intent}", text=f"menu-{intent.replace('_', '-')}", intents=(intent,)) for intent in likely)
    if likely and await talk.choose("clarify", (*choices, "none"), closing=True) != "none":
        return
    await unclear(talk, shop)


async def late(talk: Talk, shop: Shop) -> None:
    """A button of something that has ended; the intent is the one to start again."""
    wish = talk.known.intent
    if not wish or wish in NO_WISH:
        await unclear(talk, shop)
        return
    if await talk.choose("late", (*_go(wish), "none"), closing=True) == "none":
        await talk.say("late-nothing")


async def unclear(talk: Talk, shop: Shop) -> None:
    await talk.choose("unclear", _go(*WANTED, "human"), closing=True)


FLOWS = (
    Flow(name="greeting", run=greeting, intents=("greeting",), summary="Hello, and what the shop's bot can do."),
    Flow(name="thanks", run=thanks, intents=("thanks",), summary="The customer says thank you."),
    Flow(name="goodbye", run=goodbye, intents=("goodbye",), summary="The customer takes leave."),
    Flow(name="praise", run=praise, intents=("praise",), summary="The customer is pleased and says so."),
    Flow(name="help", run=help_menu, intents=("help",), summary="What can you do?"),
    Flow(name="are_you_a_bot", run=are_you_a_bot, intents=("are_you_a_bot",), summary="Is this a machine? Said honestly."),
    Flow(
        name="out_of_scope",
        run=out_of_scope,
        intents=("out_of_scope",),
        summary="No matter of a store; what can be done here is shown.",
    ),
    Flow(
        name="change_language",
        run=change_language,
        intents=("change_language",),
        summary="The customer wants another language.",
    ),
    Flow(name="erase_data", run=erase_data, intents=("erase_data",), summary="The customer wants their data erased."),
    Flow(name="clarify", run=clarify, intents=(), summary="Two wishes are likely; the engine asks which is meant."),
    Flow(
        name="late",
        run=late,
        intents=(),
        summary="A button of something that has ended; the engine asks whether to start again.",
    ),
    Flow(
        name="unclear",
        run=unclear,
        intents=(),
        summary="Nothing was understood; the engine asks to rephrase or to choose.",
    ),
)
