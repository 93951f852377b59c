"""`frontdesk check --live` for WhatsApp: what is looked at, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from bot.config_channels import TemplateConfig
from bot.connector import Finding
from connectors.whatsapp.client import Api
from connectors.whatsapp.content import Directory
from connectors.whatsapp.faults import TwilioSaid, Unanswered, Unreachable
from connectors.whatsapp.templates import APPROVED, configured
from connectors.whatsapp.upkeep import words
from connectors.whatsapp.webhook import MESSAGE_PATH, Webhooks

SANDBOX = "+14155238886"  # https://www.twilio.com/docs/whatsapp/sandbox


async def findings(
    api: Api,
    directory: Directory,
    webhooks: Webhooks,
    *,
    sender: str,
    public_url: str | None,
    templates: Mapping[str, TemplateConfig],
) -> list[Finding]:
    """Nothing is sent and nothing is stored."""
    found = [await _account(api), _sender(sender), _address(public_url), _signature(webhooks)]
    if templates:
        found.append(await _templates(directory, templates))
    else:
        found.append(Finding("templates", False, "none configured: after 24 hours of silence messages wait until the customer writes"))
    return found


async def _account(api: Api) -> Finding:
    try:
        status = await api.account()
    except (TwilioSaid, Unreachable, Unanswered) as error:
        return Finding("account", False, words(error))
    right = status == "active"
    return Finding("account", right, "Twilio takes the credentials" if right else f"the account is {status}; open the Twilio console")


def _sender(sender: str) -> Finding:
    if sender == SANDBOX:
        return Finding("sender", True, "the sandbox's number: only customers who joined the sandbox can write")
    right = bool(re.fullmatch(r"\+[1-9]\d{5,14}|MG[0-9A-Za-z]+", sender))
    return Finding("sender", right, sender if right else "write it as +38640123456, or as a Messaging Service's MG...")


def _address(public_url: str | None) -> Finding:
    if public_url is None:
        return Finding("public address", False, "server.public_url is not set; Twilio cannot reach or sign for us")
    if urlsplit(public_url).scheme != "https":
        return Finding("public address", False, "server.public_url must begin with https://")
    return Finding("public address", True, f"in the Twilio console, 'When a message comes in' must be {public_url}{MESSAGE_PATH} (POST)")


def _signature(webhooks: Webhooks) -> Finding:
    wrong = [what for what, right in webhooks.self_test() if not right]
    detail = "a right one is accepted, a wrong and a missing one are refused"
    return Finding("signature", not wrong, detail if not wrong else f"the handler is wrong about a {wrong[0]} signature")


async def _templates(directory: Directory, templates: Mapping[str, TemplateConfig]) -> Finding:
    waiting = []
    try:
        for template in configured(templates):
            content = await directory.find(template.name, max_age=60)
            if content is None or content.status != APPROVED:
                waiting.append(f"{template.purpose} ({template.language}): {content.status if content else 'missing'}")
    except (TwilioSaid, Unreachable, Unanswered) as error:
        return Finding("templates", False, words(error))
    if waiting:
        return Finding("templates", False, "not approved: " + ", ".join(waiting) + "; run: frontdesk whatsapp templates sync")
    return Finding("templates", True, "all approved")
