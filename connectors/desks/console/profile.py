"""The agent's own page: name, language of the desk, shortcuts, and the second step. The password's page is `entry.py`'s."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from aiohttp import web

from bot.desk.agents import Agents, TooManyTries, WrongCredentials
from bot.desk.values import NotAllowed
from bot.errors import FrontdeskError
from connectors.desks.console.entry_words import WORDS
from connectors.desks.console.headers import ROOT
from connectors.desks.console.pages import NAMES, Pages, language_of
from connectors.desks.console.session import address_of, session_of

PROFILE = f"{ROOT}/profile"
_DONE = ("saved", "password_changed", "totp_on", "totp_off")


def profile_routes(agents: Agents, pages: Pages) -> list[web.RouteDef]:
    own = _Profile(agents, pages)
    return [
        web.get(PROFILE, own.page),
        web.post(PROFILE, own.save),
        web.post(f"{PROFILE}/totp", own.start),
        web.get(f"{PROFILE}/totp", own.back),
        web.get(f"{PROFILE}/totp/confirm", own.back),
        web.post(f"{PROFILE}/totp/confirm", own.confirm),
        web.post(f"{PROFILE}/totp/off", own.off),
    ]


class _Profile:
    def __init__(self, agents: Agents, pages: Pages) -> None:
        self._agents = agents
        self._pages = pages

    async def page(self, request: web.Request) -> web.Response:
        return self._page(request)

    async def back(self, request: web.Request) -> web.Response:
        """A page that was the answer to a form is reloaded: there is nothing to show without the form."""
        raise web.HTTPSeeOther(PROFILE)

    async def save(self, request: web.Request) -> web.Response:
        form, agent = await request.post(), session_of(request).agent
        language = str(form.get("language", ""))
        settings = replace(agent.settings, language=language if language in NAMES else agent.settings.language, keys="keys" in form)
        try:
            await self._agents.change(agent.id, name=str(form.get("name", "")), settings=settings, by=agent.id)
        except FrontdeskError:
            return self._page(request, error="bad_name", status=422)
        return _done("saved")

    async def start(self, request: web.Request) -> web.Response:
        refused = await self._unproven(request)
        if refused is not None:
            return refused
        return await self._key(request)

    async def confirm(self, request: web.Request) -> web.Response:
        form, agent = await request.post(), session_of(request).agent
        if await self._agents.confirm_totp(agent.id, str(form.get("code", ""))):
            return _done("totp_on")
        return await self._key(request, error=WORDS[language_of(request)]["wrong_code"])

    async def off(self, request: web.Request) -> web.Response:
        refused = await self._unproven(request)
        if refused is not None:
            return refused
        await self._agents.drop_totp(session_of(request).agent.id)
        return _done("totp_off")

    async def _unproven(self, request: web.Request) -> web.Response | None:
        """The page that says why, when the password that came along is not theirs."""
        form = await request.post()
        try:
            await self._agents.confirm_password(session_of(request).agent.id, str(form.get("password", "")), address_of(request))
        except WrongCredentials:
            return self._page(request, error="password_wrong", status=422)
        except TooManyTries as many:
            return self._page(request, error="too_many", minutes=math.ceil(many.retry_after / 60), status=429)
        return None

    async def _key(self, request: web.Request, error: str = "") -> web.Response:
        try:
            key, link = await self._agents.start_totp(session_of(request).agent.id)
        except NotAllowed:  # it is on already, from another window
            raise web.HTTPSeeOther(PROFILE) from None
        shown = " ".join(key[i : i + 4] for i in range(0, len(key), 4))
        page: dict[str, Any] = {"here": "profile", "narrow": True, "key": shown, "link": link, "error": error}
        return self._pages.html(request, "totp.html", status=422 if error else 200, **page)

    def _page(self, request: web.Request, *, error: str = "", minutes: int = 0, status: int = 200) -> web.Response:
        words, done = WORDS[language_of(request)], request.query.get("done", "")
        told = words[error].replace("{minutes}", str(minutes)) if error else ""
        done = words[done] if done in _DONE and not error else ""
        return self._pages.html(request, "profile.html", status=status, here="profile", narrow=True, error=told, done=done)


def _done(what: str) -> web.Response:
    return web.Response(status=303, headers={"Location": f"{PROFILE}?done={what}"})
