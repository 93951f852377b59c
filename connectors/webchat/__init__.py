"""The shop's own chat page: server-sent events down, small JSON posts up, no build step and nothing from elsewhere.

`chat.py` is the connector; each neighbour holds one concern: `session.py` who is asking, `streams.py` open pages,
`page.py` HTML and its headers, `look.py` and `labels.py` colour and
words, `wire.py` the JSON between server and page. What the bot says is none of this package's business.
"""

from __future__ import annotations

from connectors.webchat.chat import WebChat
from connectors.webchat.look import WebChatLook

__all__ = ["WebChat", "WebChatLook"]
