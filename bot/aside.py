"""Things said aside in a turn: notices, and what is served without touching what is open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from bot.scene import Scene


@contextmanager
def notices(scene: Scene) -> Iterator[None]:
    """What is said in here is sent whoever has the baton, or gets it before it is sent."""
    author, scene.author = scene.author, "notice"
    try:
        yield
    finally:
        scene.author = author


@contextmanager
def without_stack(scene: Scene) -> Iterator[None]:
    """What is open waits below, unseen: nothing in here answers it or asks it again."""
    below, scene.state = scene.state.stack, replace(scene.state, stack=())
    yield
    if not scene.erase:
        scene.state = replace(scene.state, stack=(*below, *scene.state.stack))
