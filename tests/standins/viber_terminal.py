"""Viber on one's own machine: the stand-in, with a customer's phone in the terminal. `python -m tests.standins.viber_terminal`.

A line is a message, `#2` taps the second button of the keyboard below the last bubble.
"""

from __future__ import annotations

import asyncio
import sys

from tests.standins.viber import TOKEN, Viber
from tests.standins.viber_phone import ViberPhone

PORT = 8085
PAUSE = 1.5  # seconds in which an answer is waited for


def _tell(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _show(phone: ViberPhone, seen: int) -> int:
    """Print the bubbles that are new; how many there are."""
    bubbles = phone.bubbles()
    for bubble in bubbles[seen:]:
        _tell(f"< {bubble.text}" + f"  [{bubble.pictures} pictures]" * bool(bubble.pictures))
    for number, tap in enumerate(bubbles[-1].taps if bubbles else (), 1):
        _tell(f"    #{number} {tap.title}")
    return len(bubbles)


async def _act(phone: ViberPhone, line: str) -> None:
    taps = phone.bubbles()[-1].taps if phone.bubbles() else ()
    place = line[1:]
    if line.startswith("#") and place.isdigit() and 0 < int(place) <= len(taps):
        await phone.taps(taps[int(place) - 1])
    elif line:
        await phone.says(line)


async def run() -> None:
    async with Viber(port=PORT) as viber:
        _tell(f"VIBER_TOKEN={TOKEN} VIBER_API_URL={viber.url} PUBLIC_URL=http://127.0.0.1:8080 frontdesk serve")
        while viber.webhook is None:
            await asyncio.sleep(0.2)
        phone = viber.phone()
        await phone.opens()
        seen = _show(phone, 0)
        while line := await asyncio.to_thread(sys.stdin.readline):
            await _act(phone, line.strip())
            await asyncio.sleep(PAUSE)
            seen = _show(phone, seen)


if __name__ == "__main__":
    asyncio.run(run())
