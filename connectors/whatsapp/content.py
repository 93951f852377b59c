"""Content resources at Twilio: found again by their name, made when missing.

Menus cannot be sent as they are: Twilio wants a resource for each form, filled with variables. One is made for each *shape* (kind, number
of rows, with or without descriptions), at most 23 for an account; words, payloads and descriptions are variables. Whatever goes wrong
here costs a menu its form and never a message: the caller then sends numbered text.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

import structlog

from connectors.whatsapp.client import Api, Content
from connectors.whatsapp.faults import TwilioSaid, Unanswered, Unreachable
from connectors.whatsapp.limits import CONTENT_PATIENCE
from connectors.whatsapp.render import NO_DESCRIPTION, Menu

log = structlog.get_logger(__name__)

REST = 60.0  # seconds without a try after resources could not be had
REFUSED_REST = 3600.0  # seconds of numbered text after WhatsApp has refused a menu it had taken at first
FOREVER = float("inf")


class Directory:
    """The account's Content resources by name, as of at most `max_age` seconds ago. One listing serves all who wait for it."""

    def __init__(self, api: Api, clock: Callable[[], float] = time.monotonic) -> None:
        self._api = api
        self._clock = clock
        self._known: dict[str, Content] = {}
        self._read_at = -FOREVER
        self._reading = asyncio.Lock()

    async def find(self, name: str, *, max_age: float = FOREVER) -> Content | None:
        async with self._reading:
            if self._read_at == -FOREVER or self._clock() - self._read_at > max_age:
                found: dict[str, Content] = {}
                for one in await self._api.contents():
                    found.setdefault(one.name, one)  # two of one name: both are right, always take the same
                self._known, self._read_at = found, self._clock()
        return self._known.get(name)

    def add(self, content: Content) -> None:
        self._known[content.name] = content

    def forget(self) -> None:
        """Read anew when next asked: something in it is not true any more."""
        self._read_at = -FOREVER


class Shapes:
    """The Content resource for each shape of menu."""

    def __init__(self, api: Api, directory: Directory, *, patience: float = CONTENT_PATIENCE, clock: Callable[[], float] = time.monotonic):
        self._api = api
        self._directory = directory
        self._patience = patience
        self._clock = clock
        self._sids: dict[str, str] = {}
        self._finding: dict[str, asyncio.Task[str]] = {}
        self._resting_until = -FOREVER

    async def sid(self, menu: Menu) -> str | None:
        """None when there is none to be had now. Takes at most the patience; a search goes on for the next menu."""
        name = shape_name(menu)
        if self._clock() < self._resting_until:
            return None
        if name in self._sids:
            return self._sids[name]
        task = self._finding.get(name)
        if task is None:
            task = self._finding[name] = asyncio.create_task(self._find(name, menu))
            task.add_done_callback(_seen)
        try:
            async with asyncio.timeout(self._patience):
                self._sids[name] = await asyncio.shield(task)
        except TimeoutError:
            return None
        except (TwilioSaid, Unreachable, Unanswered) as error:
            self._resting_until = self._clock() + REST
            log.warning("menus go out as numbered text for now", error=str(error))
            return None
        finally:
            if task.done():
                self._finding.pop(name, None)
        return self._sids[name]

    def refused(self, menu: Menu, code: int) -> None:
        """Twilio did not take a menu: its resource may be gone, so it is looked for again."""
        log.warning("a menu was refused and sent as numbered text", code=code, shape=shape_name(menu))
        self._sids.pop(shape_name(menu), None)
        self._directory.forget()

    def refused_late(self, code: int) -> None:
        """WhatsApp did not take a message it had accepted. If it was a menu, others would meet the same, so they rest for an hour."""
        log.warning("menus go out as numbered text for an hour", code=code)
        self._resting_until = self._clock() + REFUSED_REST

    async def close(self) -> None:
        tasks = list(self._finding.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._finding.clear()

    async def _find(self, name: str, menu: Menu) -> str:
        found = await self._directory.find(name)
        if found is None:
            found = await self._api.create_content(name, "en", shape_types(menu), shape_samples(menu))
            self._directory.add(found)
        return found.sid


def _seen(task: asyncio.Task[str]) -> None:
    """What a search ended with was looked at, also when everybody who waited for it has gone on."""
    if not task.cancelled():
        task.exception()


def shape_name(menu: Menu) -> str:
    kind = "list" if menu.button else "quick"
    return f"frontdesk_{kind}_{len(menu.rows)}{'d' if menu.described else ''}_v1"


def shape_types(menu: Menu) -> dict[str, Any]:
    """The resource's body: every word a variable, numbered as `shape_variables` fills them."""
    if not menu.button:
        actions = [{"type": "QUICK_REPLY", "title": f"{{{{{n}}}}}", "id": f"{{{{{n + 1}}}}}"} for n in range(2, 2 + 2 * len(menu.rows), 2)]
        return {"twilio/quick-reply": {"body": "{{1}}", "actions": actions}}
    step = 3 if menu.described else 2
    items = []
    for n in range(3, 3 + step * len(menu.rows), step):
        items.append({"item": f"{{{{{n}}}}}", "id": f"{{{{{n + 1}}}}}"})
        if menu.described:
            items[-1]["description"] = f"{{{{{n + 2}}}}}"
    return {"twilio/list-picker": {"body": "{{1}}", "button": "{{2}}", "items": items}}


def shape_variables(menu: Menu) -> dict[str, str]:
    values = [menu.body, menu.button] if menu.button else [menu.body]
    for row in menu.rows:
        values += [row.title, row.payload]
        if menu.described:
            values.append(row.description or NO_DESCRIPTION)
    return {str(n): value for n, value in enumerate(values, 1)}


def shape_samples(menu: Menu) -> dict[str, str]:
    """What stands in for variables that are not given: none of a customer's words."""
    return {key: f"sample {key}" for key in shape_variables(menu)}
