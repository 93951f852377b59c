"""What a word to the conversation does: back, cancel, repeat, stop, start, another language, letting go of what waits.

Which words those are is `decide.py`'s and `commands.py`'s to know. Neighbour: `scene.py`, whose state is edited here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot import wishes
from bot.answered import without_menu
from bot.decisions import Control, Leave

if TYPE_CHECKING:  # scene.py uses this module; only the type is needed back
    from bot.scene import Scene


async def obey(scene: Scene, control: Control | Leave) -> None:
    """Carry out a word to the conversation."""
    if isinstance(control, Leave):
        return await wishes.leave(scene, control.intent)
    match control.what:
        case "back":
            await _back(scene)
        case "repeat":
            if scene.state.frame is None:
                scene.say("nothing-said")
            else:
                await scene.again("full")
        case "cancel":
            if scene.state.frame is None:
                scene.say("nothing-open")
            else:
                await wishes.leave_top(scene, "cancelled")
        case "drop":
            await wishes.drop(scene, control.value)
        case "stop":
            scene.state = replace(scene.state, stopped=True)
            scene.say("stopped")
        case "start":
            scene.state = replace(scene.state, stopped=False)
            scene.say("started")
        case "language":
            scene.state = replace(scene.state, language=control.value, language_pinned=True)
            scene.say("language-changed")
            await scene.again("full")
        case "abuse":
            _abuse(scene)
        case _:
            scene.ignored = f"an unknown word to the conversation: {control.what}"


async def _back(scene: Scene) -> None:
    frame = scene.state.frame
    if frame is not None and frame.open is not None and frame.open.kind == "change":  # back to the summary
        scene.state = scene.state.with_frame(replace(frame, journal=without_menu(frame.journal)))
        return await scene.run("full")
    earlier = frame.journal.back() if frame else None
    if frame is None or earlier is None:
        scene.say("back-nothing")
        return await scene.again("short")
    scene.state = scene.state.with_frame(replace(frame, journal=earlier))
    return await scene.run("full")


def _abuse(scene: Scene) -> None:
    """Calm, one warning, then silence with a note; whoever turns polite again is served."""
    if scene.state.warned:
        scene.ignored = "abuse after a warning"
        return
    scene.state = replace(scene.state, warned=True)
    scene.say("abuse-warning")
