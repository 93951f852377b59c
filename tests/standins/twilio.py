"""Twilio's stand-in: a server on a real socket that keeps Twilio's rules, and customers' phones with WhatsApp.

It answers the REST calls the connector makes, posts signed webhooks and statuses to the server under test, and shows each customer what
arrived. Faults are switched on for the next calls. Signatures are made here by hand, so that they check the library's. Rules are in
`twilio_rules.py`, the phone in `twilio_phone.py`. Nothing is global: any number may run at once.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import hashlib
import hmac
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs

import aiohttp
from aiohttp import web

from tests.standins import twilio_rules as rules
from tests.standins.phone import Bubble, Tap
from tests.standins.twilio_phone import WhatsAppPhone
from tests.standins.twilio_rules import Broken

ACCOUNT = "AC" + "0123456789abcdef" * 2
TOKEN = "stand-in-auth-token-5f2b"
SENDER = "+14155550100"
PICTURE = b"\x89PNG\r\n\x1a\n" + b"\0" * 64
WINDOW = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Fault:
    """What a call meets: an error, silence for `hang` seconds, a dropped connection. `accepted`: it is carried out all the same."""

    status: int = 0
    code: int = 0
    retry_after: float | None = None
    hang: float = 0.0
    drop: bool = False
    accepted: bool = False


@dataclass
class Posted:
    """A message the stand-in took. `kind` is "quick" or "list" for menus. `statuses` are those to come: (status, error code)."""

    sid: str
    to: str
    fields: dict[str, Any]
    bubble: Bubble
    kind: str = ""
    statuses: list[tuple[str, int]] = field(default_factory=list)
    shown: bool = True


class Twilio:
    """One account. Give `to`, the base address of the server under test, and `public_url`, what it believes its address is."""

    def __init__(self, *, now: Callable[[], datetime] = lambda: datetime.now(UTC), sender: str = SENDER, reports: bool = False) -> None:
        self.account_sid, self.auth_token, self.sender = ACCOUNT, TOKEN, sender
        self.now = now
        self.reports = reports  # statuses go out by themselves
        self.to = ""
        self.public_url = ""
        self.port = 0
        self.messages: list[Posted] = []
        self.contents: dict[str, dict[str, Any]] = {}
        self.approval, self.rejection_reason = "approved", ""
        self.account_status = "active"
        self.opted_out: set[str] = set()
        self.not_on_whatsapp: set[str] = set()
        self.typing: list[str] = []
        self.broken: list[Broken] = []
        self.calls: list[str] = []
        self.media_authorizations: list[str | None] = []
        self.media_status = 307
        self.media_location: str | None = None
        self.media = PICTURE
        self._last_inbound: dict[str, datetime] = {}
        self._faults: list[tuple[str, Fault]] = []
        self._runner: web.AppRunner | None = None
        self._released = asyncio.Event()
        self._tasks: set[asyncio.Task[Any]] = set()

    # Running

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def __aenter__(self) -> Twilio:
        await self.up()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.down()

    async def up(self) -> None:
        """Listen, on the same port as before."""
        app = web.Application(client_max_size=1024 * 1024)
        base = "/2010-04-01/Accounts/{account}"
        app.add_routes(
            [
                web.get(base + ".json", self._call(self._account)),
                web.post(base + "/Messages.json", self._call(self._create_message)),
                web.get(base + "/Messages/{message}/Media/{media}", self._get_media),
                web.get("/cdn/{name}", self._get_stored),
                web.get("/v1/ContentAndApprovals", self._call(self._list_contents)),
                web.post("/v1/Content", self._call(self._create_content)),
                web.post("/v1/Content/{sid}/ApprovalRequests/whatsapp", self._call(self._submit)),
                web.post("/v2/Indicators/Typing.json", self._call(self._type)),
            ]
        )
        self._released.clear()
        self._runner = web.AppRunner(app, shutdown_timeout=0.05, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def down(self) -> None:
        """Nobody answers at the port any more."""
        self._released.set()
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
            await asyncio.sleep(0.01)  # until clients have seen their idle connections end

    def phone(self, number: str, name: str = "Ana") -> WhatsAppPhone:
        return WhatsAppPhone(self, number, name)

    def fail_next(self, on: str = "Messages", times: int = 1, **fault: Any) -> None:
        """The next calls whose path holds `on` go wrong; see Fault for how."""
        self._faults += [(on, Fault(**fault))] * times

    # What it answers

    def _call(self, work: Callable[[web.Request], Any]) -> Callable[[web.Request], Any]:
        async def answer(request: web.Request) -> web.StreamResponse:
            self.calls.append(f"{request.method} {request.path}")
            fault = self._fault(request.path)
            if fault.status:
                headers = {"Retry-After": str(fault.retry_after)} if fault.retry_after is not None else {}
                return _error(Broken(fault.code or fault.status, "switched on", fault.status), headers)
            if (fault.drop or fault.hang) and not fault.accepted:
                return await self._silence(request, fault)
            try:
                self._authorize(request)
                made = await work(request)
            except Broken as broken:
                self.broken.append(broken)
                return _error(broken)
            if fault.drop or fault.hang:
                return await self._silence(request, fault)
            return web.json_response(made, status=201 if request.method == "POST" else 200)

        return answer

    def _fault(self, path: str) -> Fault:
        for n, (on, fault) in enumerate(self._faults):
            if on in path:
                del self._faults[n]
                return fault
        return Fault()

    async def _silence(self, request: web.Request, fault: Fault) -> web.StreamResponse:
        if fault.hang:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._released.wait(), fault.hang)
        if request.transport is not None:
            request.transport.abort()
        return web.Response()

    def _authorize(self, request: web.Request) -> None:
        expected = "Basic " + base64.b64encode(f"{self.account_sid}:{self.auth_token}".encode()).decode()
        if request.headers.get("Authorization") != expected:
            raise Broken(20003, "Authenticate", 401)
        if request.match_info.get("account", self.account_sid) != self.account_sid:
            raise Broken(20404, "The requested resource was not found", 404)

    async def _account(self, _: web.Request) -> dict[str, Any]:
        return {"sid": self.account_sid, "status": self.account_status, "friendly_name": "Stand-in"}

    async def _create_message(self, request: web.Request) -> dict[str, Any]:
        raw = parse_qs((await request.read()).decode(), keep_blank_values=True, strict_parsing=True)
        fields: dict[str, Any] = {k: v if k in ("MediaUrl", "PersistentAction") else v[0] for k, v in raw.items()}
        if any(len(v) > 1 for k, v in raw.items() if k not in ("MediaUrl", "PersistentAction")):
            raise Broken(20001, "a field twice")
        posted = self._accept(fields)
        self.messages.append(posted)
        if self.reports:
            self.later(self.statuses())
        return {"sid": posted.sid, "status": "queued", "to": posted.to, "body": posted.bubble.text, "error_code": None}

    def _accept(self, fields: dict[str, Any]) -> Posted:
        rules.check_form(fields)
        to = fields["To"].removeprefix("whatsapp:")
        if not fields["To"].startswith("whatsapp:+") or not to[1:].isdigit():
            raise Broken(21211, f"The 'To' number {to} is not a valid phone number.")
        if "From" not in fields and "MessagingServiceSid" not in fields:
            raise Broken(21603, "A 'From' phone number is required.")
        if fields.get("From", "whatsapp:" + self.sender) != "whatsapp:" + self.sender:
            raise Broken(63007, "Twilio could not find a Channel with the specified From address")
        if to in self.opted_out:
            raise Broken(21610, "Attempt to send to unsubscribed recipient")
        posted, approved = self._composed(fields, to)
        last = self._last_inbound.get(to)
        open_window = last is not None and self.now() - last < WINDOW
        if to in self.not_on_whatsapp:
            posted.statuses, posted.shown = [("undelivered", 63024)], False
        elif not (open_window or approved):
            posted.statuses, posted.shown = [("sent", 0), ("failed", 63016)], False
        else:
            posted.statuses = [("queued", 0), ("sent", 0), ("delivered", 0)]
        return posted

    def _composed(self, fields: dict[str, Any], to: str) -> tuple[Posted, bool]:
        sid = "SM" + secrets.token_hex(16)
        if "ContentSid" in fields:
            if "Body" in fields or "MediaUrl" in fields:
                raise Broken(21621, "ContentSid goes alone")
            content = self.contents.get(fields["ContentSid"])
            if content is None:
                raise Broken(21655, "The ContentSid is invalid")
            variables = rules.read_variables(fields.get("ContentVariables"))
            approved = content["approval"]["status"] == "approved"
            ((kind, of),) = rules.fill(content["types"], {**content["variables"], **variables}).items()
            rules.check_filled(kind, of, approved=approved, variables=variables)
            rows = of.get("actions", of.get("items", []))
            taps = tuple(Tap(r.get("title", r.get("item", "")), r["id"], r.get("description", "")) for r in rows)
            menu = {"twilio/quick-reply": "quick", "twilio/list-picker": "list"}.get(kind, "")
            return Posted(sid, to, fields, Bubble(of["body"], taps), menu), approved
        body, media = fields.get("Body", ""), fields.get("MediaUrl", [])
        if not body.strip() and not media:
            raise Broken(21619, "A text message body or media urls must be specified.")
        if rules.size(body) > 1600:
            raise Broken(21617, "The concatenated message body exceeds the 1600 character limit.")
        if len(media) > 1:
            raise Broken(21623, "one media a message")
        if any(not m.startswith(("https://", "http://")) for m in media):
            raise Broken(21620, "Invalid media URL")
        for action in fields.get("PersistentAction", []):
            if not rules.GEO.fullmatch(action) or not body:
                raise Broken(20001, "PersistentAction is not a place")
            body += "\n" + action
        return Posted(sid, to, fields, Bubble(body, pictures=len(media))), False

    async def _list_contents(self, request: web.Request) -> dict[str, Any]:
        found = list(self.contents.values())
        page, size = int(request.query.get("Page", 0)), int(request.query.get("PageSize", 50))
        shown = found[page * size : (page + 1) * size]
        more = (page + 1) * size < len(found)
        # As Twilio does: an absolute address on its own host.
        following = f"https://content.twilio.com/v1/ContentAndApprovals?PageSize={size}&Page={page + 1}" if more else None
        contents = [{**c, "approval_requests": c["approval"]} for c in shown]
        return {"contents": contents, "meta": {"key": "contents", "page": page, "page_size": size, "next_page_url": following}}

    async def _create_content(self, request: web.Request) -> dict[str, Any]:
        body = await request.json()
        rules.check_content(body)
        made = self.add_content(body["friendly_name"], body["language"], body["types"], body.get("variables", {}))
        return {k: v for k, v in made.items() if k != "approval"}

    def add_content(self, name: str, language: str, types: dict[str, Any], variables: dict[str, str], status: str = "unsubmitted") -> Any:
        sid = "HX" + secrets.token_hex(16)
        approval = {"name": "", "category": "", "status": status, "rejection_reason": ""}
        made = {"sid": sid, "friendly_name": name, "language": language, "types": types, "variables": variables, "approval": approval}
        self.contents[sid] = {**made, "account_sid": self.account_sid}
        return self.contents[sid]

    async def _submit(self, request: web.Request) -> dict[str, Any]:
        body = await request.json()
        rules.check_json("ContentApprovalRequest", body)
        content = self.contents.get(request.match_info["sid"])
        if content is None:
            raise Broken(20404, "not found", 404)
        ((kind, of),) = content["types"].items()
        if kind in rules.SESSION_ONLY or body["category"] not in ("UTILITY", "MARKETING", "AUTHENTICATION"):
            raise Broken(20001, "this cannot be submitted")
        if not body["name"].replace("_", "").isalnum() or body["name"] != body["name"].lower():
            raise Broken(20001, "the name may have small letters, digits and _")
        reason = rules.rejection(kind, of["body"])
        state, reason = ("rejected", reason) if reason else (self.approval, self.rejection_reason)
        content["approval"] = {"name": body["name"], "category": body["category"], "status": state, "rejection_reason": reason}
        return {**content["approval"], "status": "received"}

    async def _type(self, request: web.Request) -> dict[str, Any]:
        form = await request.post()
        if form.get("channel") != "whatsapp" or not str(form.get("messageId", "")).startswith(("SM", "MM")):
            raise Broken(20001, "channel and messageId are needed")
        self.typing.append(str(form["messageId"]))
        return {"success": True}

    async def _get_media(self, request: web.Request) -> web.Response:
        self.media_authorizations.append(request.headers.get("Authorization"))
        fault = self._fault(request.path)
        if fault.status:
            return _error(Broken(fault.code or fault.status, "switched on", fault.status))
        try:
            self._authorize(request)
        except Broken as broken:
            return _error(broken)
        return web.Response(status=self.media_status, headers={"Location": self.media_location or f"{self.url}/cdn/picture.png"})

    async def _get_stored(self, request: web.Request) -> web.Response:
        self.media_authorizations.append(request.headers.get("Authorization"))
        return web.Response(body=self.media, content_type="image/png")

    # What it posts

    def sign(self, url: str, fields: Iterable[tuple[str, str]], *, secret: str | None = None, algorithm: str = "sha1") -> str:
        """X-Twilio-Signature, from its description."""
        signed = url + "".join(name + value for name, value in sorted(set(fields)))
        return base64.b64encode(hmac.new((secret or self.auth_token).encode(), signed.encode(), algorithm).digest()).decode()

    async def post(self, path: str, form: dict[str, str], *, tries: int = 3, signature: str | None = None) -> int:
        """A signed webhook, repeated with the same idempotency token while the answer is no success; the last status."""
        headers = {
            "X-Twilio-Signature": self.sign(self.public_url + path, form.items()) if signature is None else signature,
            "I-Twilio-Idempotency-Token": hashlib.sha256(repr(sorted(form.items())).encode()).hexdigest()[:36],
            "User-Agent": "TwilioProxy/1.1",
        }
        status = 0
        async with aiohttp.ClientSession() as session:
            for _ in range(tries):
                async with session.post(self.to + path, data=form, headers=headers) as answer:
                    status = answer.status
                if status < 300 or 400 <= status < 429:
                    break
        return status

    async def message(self, number: str, name: str = "Ana", **fields: str) -> int:
        """A customer's message as Twilio passes it on."""
        self._last_inbound[number] = self.now()
        sid = fields.pop("MessageSid", "SM" + secrets.token_hex(16))
        form = {"MessageSid": sid, "SmsMessageSid": sid, "SmsSid": sid, "AccountSid": self.account_sid, "ApiVersion": "2010-04-01"}
        form |= {"From": f"whatsapp:{number}", "To": f"whatsapp:{self.sender}", "WaId": number.lstrip("+"), "ProfileName": name}
        form |= {"NumMedia": "0", "NumSegments": "1", "ReferralNumMedia": "0", "MessageType": "text", "SmsStatus": "received", "Body": ""}
        return await self.post("/webhooks/whatsapp", form | fields)

    async def statuses(self, *, read: bool = False, backwards: bool = False, twice: bool = False) -> None:
        """Tell the server under test what became of its messages, as wild as Twilio does when asked."""
        due = [(posted, state) for posted in self.messages for state in (*posted.statuses, *([("read", 0)] if read else []))]
        for posted in self.messages:
            posted.statuses = []
        due = due[::-1] if backwards else due
        for posted, (status, code) in due + (due if twice else []):
            await self.status(posted, status, code)

    async def status(self, posted: Posted, status: str, code: int = 0) -> int:
        callback = str(posted.fields.get("StatusCallback", ""))
        if not callback:
            return 0
        form = {"MessageSid": posted.sid, "SmsSid": posted.sid, "MessageStatus": status, "SmsStatus": status}
        form |= {"AccountSid": self.account_sid, "From": f"whatsapp:{self.sender}", "To": f"whatsapp:{posted.to}"}
        form |= {"ApiVersion": "2010-04-01", "ChannelPrefix": "whatsapp"} | ({"ErrorCode": str(code)} if code else {})
        return await self.post(callback.removeprefix(self.public_url), form)

    def later(self, work: Any) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def heard_from(self, number: str, at: datetime) -> None:
        """The customer wrote at that time; for windows that are to be over."""
        self._last_inbound[number] = at

    def shown_to(self, number: str) -> list[Posted]:
        return [replace(m) for m in self.messages if m.to == number and m.shown]


def _error(broken: Broken, headers: dict[str, str] | None = None) -> web.Response:
    more = f"https://www.twilio.com/docs/errors/{broken.code}"
    body = {"code": broken.code, "message": broken.words, "more_info": more, "status": broken.status}
    return web.json_response(body, status=broken.status, headers=headers)
