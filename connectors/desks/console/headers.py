"""The headers of everything under /desk. One place, and the last hand on each answer: streams, files and errors pass here as well.

Values: OWASP's cheat sheet on HTTP headers. The referrer is kept for our own pages, because with `no-referrer` a browser sends
`Origin: null` with forms, and the guard looks at that. Product pictures come from the
shop's own hosts, so pictures may be https from anywhere.
"""

from __future__ import annotations

from aiohttp import web

ROOT = "/desk"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: blob:; media-src 'self' blob:; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
}


def is_desk(request: web.BaseRequest) -> bool:
    return request.path == ROOT or request.path.startswith(f"{ROOT}/")


async def put(request: web.Request, response: web.StreamResponse) -> None:
    """For `on_response_prepare`. What an answer says itself stands: a file's stricter policy, a script's long life."""
    if is_desk(request):
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
