"""Approved texts for when the shop writes first. Pure: what is configured, whether it can be approved, and how it is filled.

WhatsApp approves each text beforehand, in each language. A text is known at Twilio by a name made of its purpose, its language and a
digest of its words, so changed words are a new template and the old one stays what was approved.
Rules: https://www.twilio.com/docs/whatsapp/tutorial/message-template-approvals-statuses.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.config_channels import TemplateConfig
from bot.layout import shorten, utf16
from connectors.whatsapp.limits import BODY
from intents.understanding import LANGUAGES

FALLBACK = "reply_waiting"  # the template for messages without a purpose of their own
APPROVED = "approved"
LONGEST_NAME = 60  # letters of a customer's or shop's name in a template
_PLACEHOLDER = re.compile(r"\{(\w*)\}")
_SAMPLES = {"name": "Ana", "shop": "Acorn & Co.", "text": "Your parcel is at the post office and arrives tomorrow."}


@dataclass(frozen=True, slots=True)
class TemplateState:
    """One template as `frontdesk whatsapp templates` prints it. `state` is Twilio's word, "missing" or "failed"; `detail` why."""

    name: str
    purpose: str
    language: str
    state: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    purpose: str
    language: str
    body: str
    category: str

    @property
    def name(self) -> str:
        """Its name at Twilio and WhatsApp."""
        return f"frontdesk_{self.purpose}_{self.language}_{hashlib.sha256(self.body.encode()).hexdigest()[:8]}"

    @property
    def placeholders(self) -> tuple[str, ...]:
        """In the order of their first use, which numbers the variables."""
        return tuple(dict.fromkeys(_PLACEHOLDER.findall(self.body)))

    @property
    def types(self) -> dict[str, dict[str, str]]:
        numbers = {name: str(n) for n, name in enumerate(self.placeholders, 1)}
        return {"twilio/text": {"body": _PLACEHOLDER.sub(lambda m: "{{" + numbers[m[1]] + "}}", self.body)}}

    @property
    def samples(self) -> dict[str, str]:
        return self.variables(_SAMPLES)

    def variables(self, values: Mapping[str, str]) -> dict[str, str]:
        return {str(n): values[name] for n, name in enumerate(self.placeholders, 1)}

    def room(self, values: Mapping[str, str]) -> int:
        """How long `{text}` may be in it."""
        others = {**values, "text": ""}
        return (BODY - utf16(_PLACEHOLDER.sub(lambda m: others[m[1]], self.body))) // max(1, self.body.count("{text}"))


def configured(templates: Mapping[str, TemplateConfig]) -> Iterator[Template]:
    for purpose, texts in templates.items():
        for language in LANGUAGES:
            body = getattr(texts, language)
            if body is not None:
                yield Template(purpose, language, body.strip(), texts.category)


def candidates(templates: Mapping[str, TemplateConfig], purpose: str, language: str) -> list[Template]:
    """Templates that may carry a message, best first: its purpose's own, then the general one."""
    known = {(t.purpose, t.language): t for t in configured(templates)}
    return [known[p, language] for p in dict.fromkeys((purpose or FALLBACK, FALLBACK)) if (p, language) in known]


def flat(text: str) -> str:
    """One line: WhatsApp takes no line breaks, tabs or runs of spaces inside a variable."""
    return " ".join(text.replace("{{", "{ {").replace("}}", "} }").split())


def filled(name: str, shop: str, text: str, *, nobody: str) -> dict[str, str]:
    """Values of the placeholders, none of them empty. `nobody` stands for a customer without a name."""
    return {
        "name": shorten(flat(name), LONGEST_NAME, utf16) or nobody,
        "shop": shorten(flat(shop), LONGEST_NAME, utf16) or "-",
        "text": flat(text) or "-",
    }
