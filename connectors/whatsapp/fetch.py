"""Customers' files from Twilio. An address in a form is the world's word, so where it leads is checked at every step.

Credentials go to Twilio alone and only to the first address; redirects are followed by hand and without them. Addresses inside our own
network are refused after the name was resolved, and the connection goes to the very address that was checked.
"""

from __future__ import annotations

import base64
import ipaddress
import socket
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from urllib.parse import urljoin, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from bot.connector import SendLater, SendRefused
from connectors.whatsapp.limits import MEDIA_BYTES, TIMEOUT

REDIRECTS = 3
CHUNK = 64 * 1024
_REDIRECT = frozenset({301, 302, 303, 307, 308})


class Downloads:
    """Downloads for one account. `api_url` is trusted as Twilio itself is: it is this machine's stand-in or a proxy of the owner."""

    def __init__(self, account_sid: str, auth_token: str, *, api_url: str | None, timeout: float = TIMEOUT, largest: int = MEDIA_BYTES):
        self._authorization = "Basic " + base64.b64encode(f"{account_sid}:{auth_token}".encode()).decode()
        self._own = _origin(api_url) if api_url else None
        self._timeout = aiohttp.ClientTimeout(total=None, connect=timeout, sock_read=timeout)
        self._largest = largest

    async def fetch(self, source: str) -> AsyncIterator[bytes]:
        """Raises SendLater or SendRefused; both name no address."""
        own_host = self._own[1] if self._own else None
        # A connector of its own: its resolver is the guard, and files are rare.
        connector = aiohttp.TCPConnector(resolver=_Guard(own_host), use_dns_cache=False)
        async with aiohttp.ClientSession(connector=connector, timeout=self._timeout, auto_decompress=True) as session:
            try:
                async with aclosing(self._follow(session, source)) as chunks:
                    async for chunk in chunks:
                        yield chunk
            except _Inside:
                raise SendRefused("forbidden", "the file's address leads into a private network") from None
            except (aiohttp.InvalidURL, ValueError):
                raise SendRefused("forbidden", "the file's address is not one") from None
            except (aiohttp.ClientError, TimeoutError, OSError) as error:
                if isinstance(error.__cause__ or error.__context__, _Inside) or isinstance(getattr(error, "os_error", None), _Inside):
                    raise SendRefused("forbidden", "the file's address leads into a private network") from None
                raise SendLater(30, f"the file could not be fetched ({type(error).__name__})", code="media") from None

    async def _follow(self, session: aiohttp.ClientSession, source: str) -> AsyncGenerator[bytes, None]:
        url, headers = source, {"Authorization": self._authorization} if self._twilios(source) else {}
        for _ in range(REDIRECTS + 1):
            self._allowed(url)
            async with session.get(url, headers=headers, allow_redirects=False) as answer:
                if answer.status in _REDIRECT and "Location" in answer.headers:
                    url, headers = urljoin(url, answer.headers["Location"]), {}
                    continue
                _judge(answer, asked_with_credentials=bool(headers))
                async with aclosing(self._capped(answer)) as chunks:
                    async for chunk in chunks:
                        yield chunk
                return
        raise SendRefused("redirects", "the file's address leads in circles")

    async def _capped(self, answer: aiohttp.ClientResponse) -> AsyncGenerator[bytes, None]:
        if (answer.content_length or 0) > self._largest:
            raise SendRefused("too_large", "the file is larger than WhatsApp allows")
        size = 0
        async for chunk in answer.content.iter_chunked(CHUNK):
            size += len(chunk)
            if size > self._largest:
                raise SendRefused("too_large", "the file is larger than WhatsApp allows")
            yield chunk

    def _twilios(self, url: str) -> bool:
        scheme, host, _ = _origin(url)
        return _origin(url) == self._own or (scheme == "https" and (host == "twilio.com" or host.endswith(".twilio.com")))

    def _allowed(self, url: str) -> None:
        origin = _origin(url)
        if origin == self._own:
            return
        scheme, host, _ = origin
        if scheme != "https" or not host:
            raise SendRefused("forbidden", "the file's address is not a safe one")
        try:
            address = ipaddress.ip_address(host)
        except ValueError:
            # A name: the guard looks at what it stands for. Ours is trusted on its own port only.
            if self._own and host == self._own[1]:
                raise SendRefused("forbidden", "the file's address leads into a private network") from None
            return
        _outside(address)


class _Inside(OSError):
    """A name that stands for an address of our own network."""


class _Guard(AbstractResolver):
    """Resolves a name and lets only public addresses through; the connection is made to one of exactly these."""

    def __init__(self, own_host: str | None) -> None:
        self._own_host = own_host
        self._resolver = ThreadedResolver()

    async def resolve(self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET) -> list[ResolveResult]:
        found = await self._resolver.resolve(host, port, family)
        if host != self._own_host:
            for one in found:
                _outside(ipaddress.ip_address(one["host"].partition("%")[0]))
        return found

    async def close(self) -> None:
        await self._resolver.close()


def _outside(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    mapped = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None) or address
    if not mapped.is_global or mapped.is_multicast or not address.is_global:
        raise _Inside("a private address")


def _origin(url: str) -> tuple[str, str, int | None]:
    parts = urlsplit(url)
    return parts.scheme, (parts.hostname or "").lower().rstrip("."), parts.port or {"https": 443, "http": 80}.get(parts.scheme)


def _judge(answer: aiohttp.ClientResponse, *, asked_with_credentials: bool) -> None:
    """Raises unless the file is there."""
    if answer.status == 200:
        return
    code = str(answer.status)
    if answer.status in (404, 410):
        raise SendRefused(code, "the file is gone")
    if answer.status == 401 and asked_with_credentials:
        raise SendLater(300, "Twilio refuses the account SID or the auth token", code=code)
    if answer.status == 429 or answer.status >= 500:
        raise SendLater(30, "the file cannot be had just now", code=code)
    raise SendRefused(code, "the file is not given out")
