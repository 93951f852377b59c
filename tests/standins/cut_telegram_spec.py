"""Cut a machine-readable description of the Bot API down to what the stand-in checks: names, types, what is required, lengths.

`python -m tests.standins.cut_telegram_spec FULL.json > tests/standins/telegram_bot_api.json`. The full one is that of
https://github.com/PaulSonOfLars/telegram-bot-api-spec (MIT, see LICENSE.telegram-bot-api-spec.txt).
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

_LENGTH = re.compile(r"\b(\d+)-(\d+) (characters|bytes)")


def cut(full: dict[str, Any]) -> dict[str, Any]:
    """Each field as [name, types, required] and, where it is stated, [least, most, unit]."""
    return {
        "version": full["version"],
        "methods": {name: [_field(f) for f in method.get("fields", [])] for name, method in full["methods"].items()},
        "types": {
            name: {"subtypes": kind["subtypes"]} if kind.get("subtypes") else {"fields": [_field(f) for f in kind.get("fields", [])]}
            for name, kind in full["types"].items()
        },
    }


def _field(field: dict[str, Any]) -> list[Any]:
    found = _LENGTH.search(field.get("description", ""))
    length = [[int(found[1]), int(found[2]), found[3]]] if found else []
    return [field["name"], field["types"], field["required"], *length]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(cut(json.loads(Path(sys.argv[1]).read_text("utf-8"))), separators=(",", ":")) + "\n")
