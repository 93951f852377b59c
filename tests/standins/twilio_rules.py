"""Twilio's rules as data and pure checks: its published schemas, and the lengths its documentation names (the schemas have none).

Schemas: twilio_api_v2010.messages.json and twilio_content_v1.json from https://github.com/twilio/twilio-oai (MIT licence, see
LICENSE.twilio-oai.txt). The stand-in in `twilio.py` answers with what is raised here.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
MESSAGES = "/2010-04-01/Accounts/{AccountSid}/Messages.json"
GEO = re.compile(r"geo:-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?(\|[^|]+)?")
LENGTHS = {"title": 20, "item": 24, "description": 72, "id": 200, "button": 20, "body": 1024}
SESSION_ONLY = frozenset({"twilio/list-picker"})
_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "object": (dict,),
    "array": (list,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
}


class Broken(Exception):
    """A rule of Twilio, with the code and status it answers."""

    def __init__(self, code: int, words: str, status: int = 400) -> None:
        super().__init__(f"{code}: {words}")
        self.code = code
        self.words = words
        self.status = status


@cache
def _spec(name: str) -> dict[str, Any]:
    return dict(json.loads((HERE / name).read_text("utf-8")))


def size(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def check_form(fields: dict[str, Any]) -> None:
    """A request to create a message against the schema. Fields the schema does not know are mistakes of ours."""
    spec = _spec("twilio_api_v2010.messages.json")
    schema = spec["paths"][MESSAGES]["post"]["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"]
    _check(spec, schema, fields, "form", strict=True)


def check_json(name: str, body: Any) -> None:
    """A body against one of the Content API's schemas."""
    spec = _spec("twilio_content_v1.json")
    _check(spec, spec["components"]["schemas"][name], body, name, strict=True)


def _check(spec: dict[str, Any], schema: dict[str, Any], value: Any, where: str, *, strict: bool = False) -> None:
    if "$ref" in schema:
        schema = spec["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    expected = schema.get("type")
    if expected and (not isinstance(value, _TYPES[expected]) or (isinstance(value, bool) and expected != "boolean")):
        raise Broken(20001, f"{where} is no {expected}")
    if "enum" in schema and value not in schema["enum"]:
        raise Broken(20001, f"{where} is none of {schema['enum']}")
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        raise Broken(20001, f"{where} does not look like {schema['pattern']}")
    if isinstance(value, list):
        for n, one in enumerate(value):
            _check(spec, schema.get("items", {}), one, f"{where}[{n}]")
    if isinstance(value, dict):
        _check_object(spec, schema, value, where, strict=strict)


def _check_object(spec: dict[str, Any], schema: dict[str, Any], value: dict[str, Any], where: str, *, strict: bool) -> None:
    known = schema.get("properties", {})
    missing = [name for name in schema.get("required", ()) if name not in value]
    if missing:
        raise Broken(20001, f"{where} lacks {missing}")
    others = schema.get("additionalProperties")
    for name, one in value.items():
        if name in known:
            _check(spec, known[name], one, f"{where}.{name}")
        elif isinstance(others, dict):
            _check(spec, others, one, f"{where}.{name}")
        elif others is False or (strict and others is None):
            raise Broken(20001, f"{where} has an unknown {name}")


def check_content(body: dict[str, Any]) -> None:
    """What Twilio says about a new Content resource: the number of rows, and a sample for every variable."""
    check_json("ContentCreateRequest", body)
    if not body["types"]:
        raise Broken(20001, "types is empty")
    for kind, of in body["types"].items():
        rows = of.get("actions", of.get("items", []))
        if kind in ("twilio/quick-reply", "twilio/list-picker") and not 1 <= len(rows) <= 10:
            raise Broken(20001, f"{kind} takes 1 to 10")
    used = set(re.findall(r"\{\{(\w+)\}\}", json.dumps(body["types"])))
    if used != set(body.get("variables", {})) or len(used) > 100:
        raise Broken(20001, "variables and samples differ")


def read_variables(text: str | None) -> dict[str, str]:
    if text is None:
        return {}
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, dict) or not all(isinstance(v, str) and v for v in found.values()):
        raise Broken(21656, "The ContentVariables Parameter is invalid")
    if any("{{" in v or "}}" in v for v in found.values()):
        raise Broken(21656, "a placeholder inside a variable")
    return found


def fill(types: dict[str, Any], variables: dict[str, str]) -> dict[str, Any]:
    def put(value: Any) -> Any:
        if isinstance(value, str):
            return re.sub(r"\{\{(\w+)\}\}", lambda m: variables[m[1]], value)
        if isinstance(value, list):
            return [put(v) for v in value]
        return {k: put(v) for k, v in value.items()} if isinstance(value, dict) else value

    return dict(put(types))


def check_filled(kind: str, of: dict[str, Any], *, approved: bool, variables: dict[str, str]) -> None:
    """A filled menu or template as WhatsApp looks at it."""
    if approved and any(re.search(r"[\n\r\t]| {4,}", v) for v in variables.values()):
        raise Broken(63013, "a variable of a template holds a line break, a tab or many spaces")
    rows = of.get("actions", of.get("items", []))
    for one in (of, *rows):
        for name, longest in LENGTHS.items():
            text = one.get(name)
            if text is not None and not 1 <= size(text.strip()) <= longest:
                raise Broken(63021, f"{name} has {size(text)} of {longest}")
    ids = [row["id"] for row in rows]
    if len(set(ids)) < len(ids):
        raise Broken(63021, "two rows with one id")
    if kind == "twilio/quick-reply":
        if len(rows) > 3 and not approved:
            raise Broken(63021, "more than three quick replies without approval")
        if len({row["title"] for row in rows}) < len(rows):
            raise Broken(63021, "two buttons with one title")


def rejection(kind: str, body: str) -> str:
    """Why WhatsApp would not approve a template, empty when it would."""
    if kind in SESSION_ONLY:
        return "this type cannot be submitted"
    if re.match(r"\W*\{\{", body) or re.search(r"\}\}\W*$", body):
        return "Variables can't be at the start or end of the template."
    return "Variables are next to each other." if re.search(r"\}\}\s*\{\{", body) else ""
