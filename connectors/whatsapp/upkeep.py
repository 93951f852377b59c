"""`frontdesk whatsapp templates`: what is configured is made at Twilio and handed to WhatsApp for approval, and asked about.

Runs in a process of its own, without the connector. Neighbour: `templates.py` says what a template is.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from bot.config_channels import WhatsappConfig
from connectors.whatsapp.client import Api, Content
from connectors.whatsapp.codes import REASONS
from connectors.whatsapp.faults import TwilioSaid, Unanswered, Unreachable
from connectors.whatsapp.templates import Template, TemplateState, configured

UNSUBMITTED = "unsubmitted"


async def sync_templates(config: WhatsappConfig) -> list[TemplateState]:
    """Make what is missing and submit what was never submitted. Doing it again changes nothing. One that fails stops no other."""

    async def work(api: Api, template: Template, known: Content | None) -> TemplateState:
        made = known or await api.create_content(template.name, template.language, template.types, template.samples)
        if made.status != UNSUBMITTED:
            return _state(template, made.status, made.reason)
        return _state(template, await api.submit(made.sid, template.name, template.category.upper()))

    return await _each(config, work)


async def template_states(config: WhatsappConfig) -> list[TemplateState]:
    """How far each configured template is; "missing" when it was not synced yet."""

    async def look(_: Api, template: Template, known: Content | None) -> TemplateState:
        if known is None:
            return _state(template, "missing", "run: frontdesk whatsapp templates sync")
        return _state(template, known.status, known.reason)

    return await _each(config, look)


async def _each(config: WhatsappConfig, work: Callable[[Api, Template, Content | None], Awaitable[TemplateState]]) -> list[TemplateState]:
    states = []
    templates = list(configured(config.templates))
    async with _api(config) as api:
        try:
            known = {c.name: c for c in reversed(await api.contents())}
        except (TwilioSaid, Unreachable, Unanswered) as error:
            return [_state(t, "failed", words(error)) for t in templates]
        for template in templates:
            try:
                states.append(await work(api, template, known.get(template.name)))
            except (TwilioSaid, Unreachable, Unanswered) as error:
                states.append(_state(template, "failed", words(error)))
    return states


@asynccontextmanager
async def _api(config: WhatsappConfig) -> AsyncIterator[Api]:
    api = Api(config.account_sid or "", config.auth_token or "", api_url=config.api_url)
    try:
        yield api
    finally:
        await api.close()


def words(error: Exception) -> str:
    """A failure for a person at the command line."""
    if isinstance(error, TwilioSaid):
        return REASONS.get(error.code, f"{error}; see https://www.twilio.com/docs/api/errors/{error.code}")
    return str(error)


def _state(template: Template, state: str, detail: str = "") -> TemplateState:
    return TemplateState(template.name, template.purpose, template.language, state, detail)
