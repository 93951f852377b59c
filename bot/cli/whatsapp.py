"""`frontdesk whatsapp templates`: the texts that WhatsApp approves before a shop may write first."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import typer

from bot.app import TemplateState, sync_templates, template_states
from bot.cli.settings import DEFAULT, ConfigFile, read
from bot.config_channels import WhatsappConfig
from bot.errors import FrontdeskError

app = typer.Typer(help="WhatsApp: approved texts.", no_args_is_help=True)
templates = typer.Typer(help="Texts for customers who have not written for 24 hours.", no_args_is_help=True)
app.add_typer(templates, name="templates")

BAD = frozenset({"rejected", "failed", "paused", "disabled"})


@templates.command()
def sync(config: ConfigFile = DEFAULT) -> None:
    """Make the configured texts at Twilio and hand them to WhatsApp for approval. Doing it again changes nothing."""
    _show(asyncio.run(sync_templates(_configured(config))))


@templates.command()
def status(config: ConfigFile = DEFAULT) -> None:
    """How far the approval of each configured text is."""
    _show(asyncio.run(template_states(_configured(config))))


def _configured(path: ConfigFile) -> WhatsappConfig:
    """Raises FrontdeskError when there is nothing to approve."""
    whatsapp = read(path).channels.whatsapp
    if not whatsapp.on:
        raise FrontdeskError("channels.whatsapp needs account_sid, auth_token and sender; see docs/connect-whatsapp.md")
    if not whatsapp.templates:
        raise FrontdeskError("channels.whatsapp.templates is empty; see docs/connect-whatsapp.md")
    return whatsapp


def _show(states: Sequence[TemplateState]) -> None:
    """One line each; exit code 1 when one will not become usable by waiting."""
    for one in states:
        print(f"{one.name}  {one.language}  {one.state}" + (f"  {one.detail}" if one.detail else ""))
    if any(one.state in BAD for one in states):
        raise typer.Exit(1)
