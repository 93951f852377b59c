"""The Telegram staff group: agents answer in a forum group, one topic for each conversation.

`group.py` is the whole and its life; `mirror.py` shows conversations, with `shape.py` (how they look), `uploads.py` (files) and
`pacing.py` (20 messages a minute); `answers.py` and `commands.py` read what agents write; `rights.py` looks whether the bot can work.
`api.py` alone loads aiogram, late; `parse.py` reads its values; `faults.py`, `parts.py`, `limits.py`, `words.py` are data.
"""

from connectors.desks.telegram_group.group import StaffGroup

__all__ = ["StaffGroup"]
