"""Templates, scripts and styles of a page, read once, at the first visit. No build step."""

from __future__ import annotations

import hashlib
from functools import cached_property
from pathlib import Path

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


class Assets:
    """`folder` holds `templates/` and `static/`. The version is a digest of all static files: a browser may keep what it got under one for
    ever and still sees a new release at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def render(self, template: str, **values: object) -> str:
        return self._environment.get_template(template).render(**values)

    def static(self, name: str, *, private: bool = False) -> web.Response:
        """A static file, to be kept for ever. Raises HTTPNotFound."""
        content = self.contents.get(name)
        if content is None:
            raise web.HTTPNotFound
        response = web.Response(body=content, content_type=TYPES[Path(name).suffix], charset="utf-8")
        response.headers["Cache-Control"] = f"{'private' if private else 'public'}, max-age=31536000, immutable"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    @cached_property
    def contents(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted((self._folder / "static").iterdir()) if path.suffix in TYPES}

    @cached_property
    def version(self) -> str:
        digest = hashlib.sha256()
        for name, content in self.contents.items():
            digest.update(name.encode() + content)
        return digest.hexdigest()[:12]

    @cached_property
    def _environment(self) -> Environment:
        loader = FileSystemLoader(self._folder / "templates")
        return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
