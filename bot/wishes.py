"""Several wishes of one message, served one after the other; and leaving what is not wanted.

Theory. The first wish begins at once with its own words and entities; the others wait in the conversation's state (`Pending`), so they
survive a restart as everything there does. The customer hears that all were heard. When the run of the first ends, the next begins by
itself, and only the last one asks whether that solved it. A question in between is a digression and comes back to the matter; only
what lies no deeper than where the wishes were said makes room for the next. A handover hands all of them over.

Which parts of a message are wishes is `intents/wishes.py`'s to know. Neighbours: `scene.py` and `controls.py` call this.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.conversation import Frame, Pending, State
from bot.decisions import Several
from bot.heard import Heard
from intents.names import ABOUT_PRODUCTS
from intents.understanding import Entity, Wish

if TYPE_CHECKING:  # scene.py uses this module; only the type is needed back
    from bot.scene import Scene

MOST_PENDING = 3  # wishes that wait; intents/wishes.py finds no more than four in a message
_POINTS = re.compile(
    r"\b(?:it|its|them|they|that|this|those|these|его|её|ее|их|он|она|они|это|этот|эту|ней|нем|нём|"
    r"його|її|їх|він|вона|вони|це|цей|цю|ній|ньому|ga|jo|jih|to|tega|njega|njo|zanj|zanjo)\b",
    re.IGNORECASE,
)


async def serve(scene: Scene, several: Several, heard: Heard) -> None:
    """Begin the first wish, keep the others, and say so: after the apology where the first begins with one."""
    if scene.state.frame is not None and several.replace:
        scene.state = scene.state.popped()
    depth = len(scene.state.stack)
    first, *others = several.wishes[: MOST_PENDING + 1]
    same = Counter(w.intent for w in several.wishes)
    frame = Frame(scene.run_id(heard), scene.flow_of(first.intent), first.intent, _said(heard, first), first.entities, heard.files)
    waiting = tuple(
        Pending(
            scene.run_id(heard),
            wish.intent,
            _said(heard, wish),
            wish.entities,
            heard.files,
            depth,
            _apart(heard, wish, several.wishes[:n]),
            _object(heard, wish) if same[wish.intent] > 1 else "",
        )
        for n, wish in enumerate(others, 1)
    )
    # Those said last are served first, as a digression is; what has no room any more is not promised.
    scene.state = replace(scene.state, pending=(*waiting, *scene.state.pending)[:MOST_PENDING]).pushed(frame)
    names = [named(scene, first.intent, first.entities, _object(heard, first) if same[first.intent] > 1 else "")]
    names += [_name(scene, pending) for pending in waiting]
    said = len(scene.outgoing)
    scene.say("wishes-heard", first=names[0], rest=tuple(names[1:]))
    await scene.run()
    spoken = scene.outgoing[said + 1 :]
    if spoken and spoken[0].trace.get("kind") == "sorry":
        scene.outgoing[said : said + 2] = [spoken[0], scene.outgoing[said]]


def next_begins(scene: Scene) -> bool:
    """Put the next wish on the stack when its turn has come; the caller plays it."""
    state = scene.state
    following = state.pending[0] if state.pending else None
    if following is None or len(state.stack) > following.depth:
        return False
    scene.say("wishes-next", what=_name(scene, following))
    flow = scene.flow_of(following.intent)
    frame = Frame(following.run, flow, following.intent, following.said, following.hints, following.files, apart=following.apart)
    scene.state = replace(scene.state, pending=scene.state.pending[1:]).pushed(frame)
    return True


async def leave(scene: Scene, intent: str) -> None:
    """The customer does not want this: what is open of it gives way, and they are asked what they want instead."""
    frame = scene.state.frame
    if frame is not None and frame.intent == intent:
        await leave_top(scene, "left", what=named(scene, intent))
        return
    if frame is not None:
        scene.state = scene.state.popped()  # it was a closing question, which may give way
    scene.say("left", what=named(scene, intent))
    await scene.again("short")


async def leave_top(scene: Scene, text: str, **params: str) -> None:
    """Drop what is open, say so, and go on: with the next wish of the same message, or with what waited below."""
    scene.state = scene.state.popped()
    following = scene.state.pending[0] if scene.state.pending else None
    goes_on = bool(following and len(scene.state.stack) <= following.depth) or (text == "left" and scene.state.frame is not None)
    scene.say(f"{text}-on" if goes_on else text, **params)
    if next_begins(scene):
        await scene.run()
    else:
        await scene.again("short")


async def drop(scene: Scene, intent: str) -> None:
    """Let go of wishes that wait: those of one intent, or all. What is open stays open."""
    kept = tuple(p for p in scene.state.pending if intent and p.intent != intent)
    gone = [p for p in scene.state.pending if p not in kept]
    scene.state = replace(scene.state, pending=kept)
    scene.say("wishes-dropped", what=tuple(dict.fromkeys(_name(scene, p) for p in gone)))
    await scene.again("short")


def hand_over(scene: Scene) -> None:
    """The person who takes over gets what waits as well (it stands in the case), and the customer hears that."""
    pending = scene.state.pending
    if pending:
        scene.say("wishes-handed", what=tuple(dict.fromkeys(_name(scene, p) for p in pending)))
        scene.state = replace(scene.state, pending=())


def taken_up(state: State, frame: Frame) -> State:
    """Without the waiting wish that the customer has just asked for again: it is served now, and not a second time."""
    again = next((p for p in state.pending if p.intent == frame.intent and not _differ(p.hints, frame.hints)), None)
    return state if again is None else replace(state, pending=tuple(p for p in state.pending if p is not again))


def named(scene: Scene, intent: str, entities: Sequence[Entity] = (), about: str = "") -> str:
    """What a wish is called in a sentence: with its order, or with the customer's own words for its object where those are given."""
    texts, voice = scene.stage.texts, scene.voice()
    order = next((e.value for e in entities if e.kind == "order_number"), "none")
    name = texts.text(f"wish-{intent.replace('_', '-')}", voice, {"order": order})
    return texts.text("wish-about", voice, {"what": name, "about": about}) if about and order == "none" else name


def _name(scene: Scene, pending: Pending) -> str:
    return named(scene, pending.intent, pending.hints, pending.about)


def _object(heard: Heard, wish: Wish) -> str:
    """The customer's words for the goods a wish is about, "" for none."""
    goods = next((e for e in wish.entities if e.kind == "sku" and wish.start <= e.start < e.end <= wish.end), None)
    return heard.text[goods.start : goods.end] if goods else ""


def _said(heard: Heard, wish: Wish) -> str:
    return heard.text[wish.start : wish.end].strip()[:2000]


def _apart(heard: Heard, wish: Wish, before: Sequence[Wish]) -> bool:
    """Whether it is about goods of its own: the order of the wish before it is then not taken for its order."""
    shared = {e.value for w in before for e in w.entities}
    own = [e.value for e in wish.entities if e.kind in ("sku", "order_number")]
    if wish.intent not in ABOUT_PRODUCTS | {"return_policy"} or any(value in shared for value in own):
        return False
    return not _POINTS.search(_said(heard, wish))


def _differ(one: Sequence[Entity], other: Sequence[Entity]) -> bool:
    """They name objects of one kind, and not the same."""
    for kind in ("order_number", "sku"):
        a, b = ({e.value for e in entities if e.kind == kind} for entities in (one, other))
        if a and b and a.isdisjoint(b):
            return True
    return False
