"""Telegram: updates by webhook or long polling in, Bot API calls out.

`channel.py` is the connector; each neighbour holds one concern: `parse.py` and `content.py` what Telegram sends, `webhook.py` whether
to believe it, `poll.py` fetching it without a webhook, `render.py` and `keyboard.py` messages as calls, `media.py` pictures and files,
`presses.py` what a pressed button shows, `setup.py` and `check.py` the account, `api.py` the only file that loads the library,
`faults.py` what can go wrong, `limits.py` the platform's numbers. What the bot says is none of this package's business.
"""

from __future__ import annotations

from connectors.telegram.channel import TelegramChannel

__all__ = ["TelegramChannel"]
