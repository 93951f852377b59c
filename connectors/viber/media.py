"""Customers' files: fetched from Viber's own hosts and nowhere else, without the token, up to a size.

The address comes from outside. It must be https below `limits.MEDIA_DOMAIN` (or lie where `api_url` lies, which the owner has set), no
name may lead to a private address, and each redirect is judged like the first address.
"""

from __future__ import annotations

import ipaddress
from collections.abc import AsyncIterator
from socket import AF_INET, AddressFamily
from urllib.parse import urljoin, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import DefaultResolver

from bot.connector import SendLater, SendRefused
from connectors.viber import limits

CHUNK = 64 * 1024
RETRY = 30.0  # seconds
TIMEOUT = aiohttp.ClientTimeout(total=120, connect=5, sock_read=15)


class _PublicOnly(AbstractResolver):
    """Names as the system knows them, without private addresses: what is checked is what is connected to."""

    def __init__(self, exempt: str | None) -> None:
        self._exempt = exempt
        self._system = DefaultResolver()

    async def resolve(self, host: str, port: int = 0, family: AddressFamily = AF_INET) -> list[ResolveResult]:
        found = await self._system.resolve(host, port, family)
        public = [one for one in found if host == self._exempt or ipaddress.ip_address(one["host"]).is_global]
        if not public:
            raise OSError("the name leads to a private address")
        return public

    async def close(self) -> None:
        await self._system.close()


class MediaFetcher:
    """Made once; its session at the first file. `largest` in bytes."""

    def __init__(self, api_url: str, *, largest: int = limits.FILE_BYTES, timeout: aiohttp.ClientTimeout = TIMEOUT) -> None:
        self._own = _origin(api_url)
        self._largest = largest
        self._timeout = timeout
        self._session: aiohttp.ClientSession | None = None

    async def fetch(self, source: str) -> AsyncIterator[bytes]:
        """The file in pieces. Raises SendLater or SendRefused, neither of which says the address."""
        try:
            async with await self._get(source) as response:
                self._check(response)
                taken = 0
                async for chunk in response.content.iter_chunked(CHUNK):
                    taken += len(chunk)
                    if taken > self._largest:
                        raise SendRefused("too_large", f"the file is larger than {self._largest} bytes")
                    yield chunk
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise SendLater(RETRY, f"the file did not come ({type(error).__name__})", code="unreachable") from None

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _get(self, source: str) -> aiohttp.ClientResponse:
        address = source
        for _ in range(limits.REDIRECTS + 1):
            if not self._allowed(address):
                raise SendRefused("foreign_address", "the file does not lie at Viber")
            response = await self._open().get(address, allow_redirects=False, timeout=self._timeout)
            if response.status not in (301, 302, 303, 307, 308):
                return response
            address = urljoin(address, response.headers.get("Location", ""))
            response.release()
        raise SendRefused("foreign_address", "the file's address leads in circles")

    def _allowed(self, address: str) -> bool:
        try:
            parts = urlsplit(address)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            return False
        if _origin(address) == self._own:
            return True
        viber = host == limits.MEDIA_DOMAIN or host.endswith(f".{limits.MEDIA_DOMAIN}")
        return parts.scheme == "https" and viber and port in (None, 443) and parts.username is None

    def _check(self, response: aiohttp.ClientResponse) -> None:
        if response.status == 429 or response.status >= 500:
            raise SendLater(RETRY, f"Viber does not give the file now (HTTP {response.status})", code=f"http_{response.status}")
        if response.status != 200:
            raise SendRefused("gone", f"Viber no longer has this file (HTTP {response.status})")
        if (response.content_length or 0) > self._largest:
            raise SendRefused("too_large", f"the file is larger than {self._largest} bytes")

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(resolver=_PublicOnly(self._own[1]), use_dns_cache=False)
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        return self._session


def _origin(address: str) -> tuple[str, str | None, int | None]:
    try:
        parts = urlsplit(address)
        return parts.scheme, parts.hostname, parts.port
    except ValueError:
        return "", None, None
