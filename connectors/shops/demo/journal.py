"""The demo shop's memory across restarts: one JSON line for each answered write, appended before the answer is given.

Blocking on purpose: callers on the event loop use a thread. One process writes a file; several need a shop each.
Neighbour: `commands.py` has the line's shape.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import msgspec

from connectors.shops.demo.commands import Line

_DECODER: Final = msgspec.json.Decoder(Line)


class Journal:
    """Lines of a file, in the order in which they were answered."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> tuple[Line, ...]:
        """Every line; a last one that a crash tore was never answered and is cut off.

        Raises ValueError naming file and line when the journal is damaged elsewhere.
        """
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return ()
        whole, _, torn = data.rpartition(b"\n")
        if torn:
            os.truncate(self.path, len(data) - len(torn))
        lines = []
        for number, line in enumerate(whole.splitlines(), start=1):
            try:
                lines.append(_DECODER.decode(line))
            except msgspec.MsgspecError as error:
                raise ValueError(f"{self.path}:{number}: the demo shop's journal cannot be read: {error}") from error
        return tuple(lines)

    def append(self, line: Line) -> None:
        """Kept on disk when this returns. Raises OSError when it could not be; then no part of the line stays."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("ab") as file:
            start = file.tell()
            try:
                file.write(msgspec.json.encode(line) + b"\n")
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                os.truncate(self.path, start)  # else a torn line would sit in the middle after the next append
                raise
