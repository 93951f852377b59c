"""Errors of the core, by whose fault they are.

    FrontdeskError
    ├── FlowError        ours: a flow breaks a rule of the engine; the log has the step, the customer gets an agent
    ├── ConfigError      the shop owner's: every fault of config.yml at once, each with its line
    └── StaleTurn        nobody's: another worker was faster; the turn is dropped and nothing was committed

An expected no of the shop is a value (`bot.shop.ShopRefused`); a shop that does not answer raises
`bot.shop.ShopUnavailable` and the turn is tried again.
"""

from __future__ import annotations

from dataclasses import dataclass


class FrontdeskError(Exception):
    """Base of all errors raised on purpose."""


class FlowError(FrontdeskError):
    """The flow broke a rule of the engine: {args}."""


class Unchanged(Exception):
    """Raised by a job of the store that has written nothing so far: the others of its batch need not be run again."""


class StaleTurn(FrontdeskError):
    """The conversation moved on while this turn was worked out."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a file the owner or an engineer edits. `line` starts at 1; 0 when the whole file is meant."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}" if self.line else f"{self.file}: {self.message}"


class ConfigError(FrontdeskError):
    """The configuration has faults; `faults` lists every one of them."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(str(f) for f in faults))
        self.faults = faults
