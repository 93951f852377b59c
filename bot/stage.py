"""What stays the same from turn to turn: wording, shop, house and flows. Values only; `bot/app.py` sets the stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.fallbacks import FALLBACKS
from bot.flow import Flow
from bot.house import House
from bot.links import Doors, no_doors
from bot.texts import Texts


@dataclass(frozen=True, slots=True)
class Stage:
    """What stays the same from turn to turn: wording, shop, flows, and the doors into the configured messengers."""

    texts: Texts
    shop: Any
    house: House
    flows: Mapping[str, Flow]
    routes: Mapping[str, str]
    doors: Doors = no_doors

    def flow(self, name: str) -> Flow | None:
        return self.flows.get(name) or next((f for f in FALLBACKS if f.name == name), None)
