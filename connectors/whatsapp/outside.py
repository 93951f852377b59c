"""Writing to a customer outside the 24 hours: only in words WhatsApp has approved.

A template that carries `{text}` is the message itself. One without is a knock: sent once, it asks the customer to write, and the message
waits for that. Nothing is sent to fail.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping

import structlog

from bot.config_channels import TemplateConfig
from bot.connector import Delivery, SendHeld, SendLater, SendUnknown, Sent
from bot.layout import numbered, shorten, utf16, worded
from connectors.whatsapp.client import Content
from connectors.whatsapp.content import Directory
from connectors.whatsapp.faults import TwilioSaid, Unanswered, Unreachable
from connectors.whatsapp.labels import labels
from connectors.whatsapp.limits import CONTENT_PATIENCE
from connectors.whatsapp.render import clean
from connectors.whatsapp.sending import AGAIN, Line, failure
from connectors.whatsapp.templates import APPROVED, FALLBACK, Template, candidates, filled, flat

log = structlog.get_logger(__name__)

APPROVAL_AGE = 180.0  # seconds an approval is believed; it takes minutes to a day


class Outside:
    """Sends templates. `shop` is the shop's name as customers read it."""

    def __init__(self, line: Line, directory: Directory, templates: Mapping[str, TemplateConfig], shop: str) -> None:
        self._line = line
        self._directory = directory
        self._templates = templates
        self._shop = shop

    async def send(self, delivery: Delivery) -> Sent:
        """Raises SendHeld with what the message waits for, or what a failure means for it."""
        if delivery.parts:
            raise SendHeld("window", "The 24 hours were over before all of the message was sent; the rest waits until the customer writes.")
        template, content = await self._approved(delivery)
        message = delivery.message
        options = "; ".join(numbered([option], n) for n, option in enumerate(message.options, 1))
        said = flat(clean(" ".join(w for w in (worded(message), options) if w)))
        values = filled(clean(message.to), self._shop, said, nobody=labels(message.language).customer)
        if "text" in template.placeholders:
            room = template.room(values)
            if utf16(values["text"]) <= room:
                return Sent((await self._post(delivery, template, content, values, {"message": delivery.id, "part": 0}),))
            values["text"] = shorten(values["text"], room, utf16)
        if not delivery.held_before:
            await self._knock(delivery, template, content, values)
        raise SendHeld("window", "More than 24 hours since the customer wrote: they were asked to write, and get it when they do.")

    async def _approved(self, delivery: Delivery) -> tuple[Template, Content]:
        purpose, language = delivery.message.purpose or FALLBACK, delivery.message.language
        key = f"channels.whatsapp.templates.{purpose}.{language}"
        why = f"There is no approved text for it: add {key} to config.yml, then run: frontdesk whatsapp templates sync"
        for first, template in enumerate(candidates(self._templates, purpose, language)):
            try:
                async with asyncio.timeout(CONTENT_PATIENCE):  # the message itself needs the rest of the outbox's patience
                    content = await self._directory.find(template.name, max_age=APPROVAL_AGE)
            except (TwilioSaid, Unreachable) as error:
                raise failure(error) from None
            except (Unanswered, TimeoutError):  # only a question was asked: nothing can have been sent
                raise SendLater(AGAIN, "Twilio did not say whether a text is approved", code="approval") from None
            if content is not None and content.status == APPROVED:
                return template, content
            state = content.status if content else "missing"
            if not first:
                why = f"The text {template.name} is not approved by WhatsApp yet ({state}); see: frontdesk whatsapp templates status"
        raise SendHeld("no_template", why)

    async def _knock(self, delivery: Delivery, template: Template, content: Content, values: dict[str, str]) -> None:
        try:
            # Its statuses are about the knock and must not be taken for the message's.
            await self._post(delivery, template, content, values, {"knock": delivery.id})
        except SendUnknown:  # the message itself was certainly not sent, so it is kept; at worst nobody knocked
            log.warning("it is not known whether a customer was asked to write", message=delivery.id)

    async def _post(self, delivery: Delivery, template: Template, content: Content, values: dict[str, str], about: dict[str, int]) -> str:
        fields = {"content_sid": content.sid}
        variables = template.variables(values)
        if variables:
            fields["content_variables"] = json.dumps(variables, ensure_ascii=False)
        try:
            return await self._line.post(delivery.address, fields, about)
        except (TwilioSaid, Unreachable, Unanswered) as error:
            raise failure(error) from None
