"""Viber: a bot account, its REST API and one signed webhook.

`channel.py` is the connector; each neighbour holds one concern. In: `webhook.py` (the handler and the welcome), `signature.py`,
`parse.py`. Out: `render.py` (with `board.py` for keyboards, `cards.py` for carousels, `welcome.py` for the one message a customer who is
not subscribed may get), `hosting.py` (files of ours as addresses), `api.py` (calls), `codes.py` (what Viber's answers mean), `quota.py`.
Beside them: `register.py` (the webhook's registration), `media.py` (customers' files), `limits.py` (every number), `labels.py`.
What the shop says is none of this package's business.
"""

from __future__ import annotations

from connectors.viber.channel import ViberChannel

__all__ = ["ViberChannel"]
