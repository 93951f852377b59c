"""WhatsApp through Twilio: form posts in, REST calls and Content templates out.

`channel.py` is the connector; each neighbour holds one concern: `webhook.py` what Twilio posts, `signature.py` whether it was Twilio,
`parse.py` and `render.py` the two translations, `window.py` the 24 hours, `templates.py` approved texts outside of them, `content.py`
Twilio's Content resources, `sending.py` one request and what its failure means, `fetch.py` customers' files, `client.py` and
`twilio_http.py` the line to Twilio, `limits.py`, `codes.py` and `labels.py` data. Importing this package loads nothing heavy; Twilio's
library comes when the channel starts.
"""

from __future__ import annotations

from connectors.whatsapp.channel import WhatsappChannel
from connectors.whatsapp.templates import TemplateState
from connectors.whatsapp.upkeep import sync_templates, template_states

__all__ = ["TemplateState", "WhatsappChannel", "sync_templates", "template_states"]
