"""What `frontdesk check --live` asks a Rasa server: is it there, has it a model, does it know our intents."""

from __future__ import annotations

from bot.connector import Finding
from intents.names import INTENTS
from intents.rasa.client import RasaClient, RasaTrouble

PATIENCE = 10.0  # seconds; nobody waits for an answer here but the operator
QUESTION = "where is my order 1002"


class RasaCheck:
    """Looked at like a messenger. Close it at the end."""

    name = "rasa"

    def __init__(self, url: str, *, token: str | None = None) -> None:
        self._url = url
        self._client = RasaClient(url, token=token, timeout=PATIENCE)

    async def check(self) -> list[Finding]:
        """Each step only after the one before: what follows from a trouble is no second one."""
        found: list[Finding] = []
        for what, step in (("server", self._server), ("model", self._client.model), ("intents", self._intents)):
            try:
                found.append(Finding(what, True, await step()))
            except RasaTrouble as trouble:
                return [*found, Finding(what, False, f"{trouble}; while it is so, the embedded engine understands in its place")]
            except LookupError as unknown:
                return [*found, Finding(what, False, f"{unknown}; train it on intents/examples: docs/rasa.md")]
        return found

    async def close(self) -> None:
        await self._client.close()

    async def _server(self) -> str:
        return f"Rasa {await self._client.version()} at {self._url}"

    async def _intents(self) -> str:
        """Raises LookupError when it answers with an intent that Frontdesk does not have."""
        answer = await self._client.parse(QUESTION)
        if not answer.ranking:
            raise LookupError("it tells no intent; a server without a classifier is of no use here")
        best = answer.ranking[0]
        if best.name not in INTENTS:
            raise LookupError(f"it takes {QUESTION!r} for {best.name}, which is no intent of Frontdesk")
        return f"takes {QUESTION!r} for {best.name} ({best.confidence:.2f})"
