"""The agents' console at /desk."""

from connectors.desks.console.console import Console, DeskLook

__all__ = ["Console", "DeskLook"]
