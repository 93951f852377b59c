"""The pages keep up with the code: what exists has its heading, what is linked exists, what is shown as code would run."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import subprocess
import textwrap
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

import pytest
import typer.main
from click import Command
from pydantic import BaseModel

import connectors
from bot import errors, fallbacks, flow, house, message, runner, shop, talk, texts
from bot.access import own_order
from bot.cli import app as command_line
from bot.config import ENVIRONMENT, Config
from bot.conversation import Frame
from bot.heard import read_payload
from bot.journal import Entry, Kind, Source
from bot.slots import SLOTS
from bot.world import World
from connectors.shops import SHOPS
from connectors.shops.demo.shop import DemoShop
from flows import FLOWS
from intents.names import INTENTS
from intents.understanding import Tone
from tests.chat import NOON, ROOT, Clock, config

DOCS = ROOT / "docs"
README = ROOT / "README.md"


@lru_cache(maxsize=64)
def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def headings(name: str) -> set[str]:
    """Every heading of a page, without its marks."""
    return {h.strip() for h in re.findall(r"^#+ (.+)$", without_code(page(name)), re.MULTILINE)}


def without_code(text: str) -> str:
    return re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


# --- what exists has its heading ---------------------------------------------------------------------------------------------
def test_every_flow_is_drawn_and_explained() -> None:
    assert {f.name for f in FLOWS} - headings("flows-drawn.md") == set(), "run: python -m scripts.document flows NAME"
    for fallback in fallbacks.FALLBACKS:
        assert f"`{fallback.name}`" in page("intents.md")


def test_every_intent_has_its_heading_and_names_the_flow_that_answers_it() -> None:
    assert set(INTENTS) - headings("intents.md") == set()
    for one in FLOWS:
        for intent in one.intents:
            section = re.search(rf"^### {intent}\n(.*?)(?=^#|\Z)", page("intents.md"), re.MULTILINE | re.DOTALL)
            assert section is not None
            assert f"[{one.name}](flows-drawn.md#{one.name})" in section[1], f"{intent} is answered by {one.name}"


def test_every_connector_is_on_the_page_of_channels() -> None:
    found = set(_connectors())
    assert found >= {"webchat", "rest", "terminal"}
    assert [name for name in found if f"| `{name}` |" not in page("channels.md")] == []


def _connectors() -> Iterator[str]:
    """Names of all classes that look like a messenger."""
    for module in pkgutil.iter_modules(connectors.__path__):
        for _, kind in inspect.getmembers(importlib.import_module(f"connectors.{module.name}"), inspect.isclass):
            name = getattr(kind, "name", None)
            if hasattr(kind, "send") and hasattr(kind, "typing") and isinstance(name, str):
                yield name


def test_every_shop_system_is_named() -> None:
    assert [name for name in SHOPS if f"`{name}`" not in page("configuration.md")] == []


def test_every_configuration_key_has_its_heading() -> None:
    assert sorted(set(_keys(Config)) - headings("configuration.md")) == []


def _keys(model: type[BaseModel], before: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield before + name
        for kind in (field.annotation, *get_args(field.annotation)):
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                yield from _keys(kind, f"{before}{name}.")


def test_no_configuration_key_is_explained_that_does_not_exist() -> None:
    known = set(_keys(Config))
    told = {h for h in headings("configuration.md") if re.fullmatch(r"[a-z_]+(\.[a-z_]+)*", h)}
    assert sorted(told - known) == []


def test_every_environment_variable_is_explained() -> None:
    found = set(ENVIRONMENT)
    for file in _files("*.py"):
        found |= set(re.findall(r"""(?:environ(?:\.get\(|\[)|getenv\()\s*["']([A-Z][A-Z0-9_]+)["']""", file.read_text("utf-8")))
    missing = [name for name in found - {"PYTHONPATH"} if f"`{name}`" not in page("configuration.md")]
    assert sorted(missing) == []


def test_every_command_and_option_is_explained() -> None:
    text, known = page("commands.md"), headings("commands.md")
    for path, command in _commands(typer.main.get_command(command_line), ()):
        assert f"frontdesk {' '.join(path)}" in known
        for option in command.params:
            for name in option.opts:
                if name.startswith("--"):
                    assert re.search(rf"(`|### ){name}\b", text) or f"## {name}" in text, f"{' '.join(path)} {name}"


def _commands(command: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Command]]:
    if not hasattr(command, "commands"):
        yield path, command
        return
    for name in command.list_commands(None):
        yield from _commands(command.get_command(None, name), (*path, name))


def test_every_error_has_its_heading_and_something_to_do() -> None:
    for name, kind in inspect.getmembers(errors, inspect.isclass):
        if issubclass(kind, Exception):
            section = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", page("errors.md"), re.MULTILINE | re.DOTALL)
            assert section is not None, name
            assert "**Do:**" in section[1], f"{name}: what is to be done?"


def test_every_verb_and_slot_is_explained() -> None:
    verbs = {name for name, _ in inspect.getmembers(talk.Talk, inspect.iscoroutinefunction)}
    told = {verb for heading in headings("flows.md") for verb in heading.split(", ")}
    assert sorted(verbs - told) == []
    assert [name for name in SLOTS if f"`{name}`" not in page("flows.md")] == []


def test_every_dependency_has_its_row() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    listed = re.search(r"^dependencies = \[(.*?)^\]", project, re.MULTILINE | re.DOTALL)
    dev = re.search(r"^dev = \[(.*?)^\]", project, re.MULTILINE | re.DOTALL)
    assert listed is not None
    assert dev is not None
    names = re.findall(r'"([A-Za-z0-9._-]+?)(?:[<>=~!].*?)?"', listed[1] + dev[1])
    assert len(names) > 20
    assert [name for name in names if f"| {name} |" not in page("dependencies.md")] == []


def test_every_page_is_in_the_index() -> None:
    pages = sorted(str(p.relative_to(DOCS)) for p in DOCS.rglob("*.md"))
    assert [p for p in pages if p != "index.md" and f"]({p})" not in page("index.md")] == []


# --- what is linked exists ---------------------------------------------------------------------------------------------------
def _markdown() -> list[Path]:
    return [*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md"))]


@pytest.mark.parametrize("path", _markdown(), ids=lambda p: str(p.relative_to(ROOT)))
def test_no_relative_link_is_broken(path: Path) -> None:
    broken = []
    for link in re.findall(r"\]\(([^)\s]+)\)", without_code(path.read_text("utf-8"))):
        if re.match(r"[a-z]+:", link):
            continue
        file, _, anchor = link.partition("#")
        target = (path.parent / file).resolve() if file else path
        if not target.exists() or (anchor and anchor not in _anchors(target)):
            broken.append(link)
    assert broken == []


def _anchors(path: Path) -> set[str]:
    """Headings as the usual renderers name them: small letters, blanks to dashes, other signs left out."""
    found = re.findall(r"^#+ (.+)$", without_code(path.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in found}


# --- the project speaks of itself alone --------------------------------------------------------------------------------------
UNWANTED = [
    "pypi" + ".org",
    "python" + "hosted",
    "npm" + "js",
    "conda" + ".org",
    "/wo" + "rk/",
    "/ro" + "ot/",
    r"\bTO" + r"DO\b",
]
"""Hosts of package registries, paths of one machine, and notes of unfinished work. Put together, so that this file has none of them."""


def _files(pattern: str = "*") -> list[Path]:
    """Every file that is committed or about to be; all but ignored folders where there is no git."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        found = [ROOT / line for line in listed.stdout.splitlines()]
    else:
        found = [p for p in ROOT.rglob("*") if not any(part.startswith(".") or part == "__pycache__" for part in p.relative_to(ROOT).parts)]
    return [p for p in found if p.is_file() and p.match(pattern)]


def test_no_file_names_a_registry_a_machine_or_unfinished_work() -> None:
    wrong = re.compile("|".join(UNWANTED))
    found = []
    for path in _files():
        data = path.read_bytes()
        if b"\0" in data:
            continue  # a picture
        for number, line in enumerate(data.decode("utf-8").splitlines(), 1):
            if wrong.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
    assert found == []


# --- what is shown as code would run -----------------------------------------------------------------------------------------
def _snippets() -> list[tuple[str, str]]:
    return [(name, code) for name in ("README.md", "docs/flows.md") for code in blocks((ROOT / name).read_text("utf-8"), "python")]


@pytest.mark.parametrize(("name", "code"), _snippets(), ids=[f"{n}-{i}" for i, (n, _) in enumerate(_snippets())])
def test_examples_call_what_exists_with_what_it_takes(name: str, code: str) -> None:
    body = code if code.startswith("async def") else f"async def example(talk, shop):\n{textwrap.indent(code, '    ')}"
    calls = [node for node in ast.walk(ast.parse(body)) if isinstance(node, ast.Call)]
    assert calls, f"{name} shows no call"
    for call in calls:
        match call.func:
            case ast.Attribute(value=ast.Name(id="talk"), attr=verb):
                _binds(getattr(talk.Talk, verb), call, own=True)
                _shop_call(call)
                if verb == "ask":
                    assert isinstance(call.args[0], ast.Constant)
                    assert call.args[0].value in SLOTS
            case ast.Name(id="own_order"):
                _binds(own_order, call)
            case ast.Name(id="Choose"):
                _binds(talk.Choose, call)


def _binds(function: Any, call: ast.Call, *, own: bool = False) -> None:
    args: Sequence[object] = [None] * (len(call.args) + own)
    inspect.signature(function).bind(*args, **{k.arg: None for k in call.keywords if k.arg is not None})


def _shop_call(call: ast.Call) -> None:
    """`talk.look(shop.product, "KET-17", language=...)`: the shop has it and takes that."""
    first = call.args[0] if call.args else None
    if isinstance(first, ast.Attribute) and isinstance(first.value, ast.Name) and first.value.id == "shop":
        function = getattr(shop.Shop, first.attr)
        assert isinstance(call.func, ast.Attribute)
        if call.func.attr == "prove":
            return  # it brings the proof itself
        rest = {k.arg: None for k in call.keywords if k.arg not in (None, "keep", "harmless")}
        key = {"key": None} if call.func.attr == "do" else {}
        inspect.signature(function).bind(None, *[None for _ in call.args[1:]], **rest, **key)


class _Deeds:
    """Remembers what was done."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}

    async def state(self, key: str) -> str | None:
        return self.known.get(key)

    async def started(self, key: str) -> None:
        self.known[key] = ""

    async def finished(self, key: str, result: str) -> None:
        self.known[key] = result


class _OpenGate:
    async def closed_until(self, number: str) -> None:
        return None

    async def miss(self, number: str, key: str) -> None:
        raise AssertionError("the proof fits")


async def test_the_flow_of_the_readme_has_ten_lines_and_runs_to_its_end() -> None:
    (code,) = blocks(README.read_text("utf-8"), "python")
    (wording,) = blocks(README.read_text("utf-8"), "fluent")
    assert len(code.strip().splitlines()) == 10
    names: dict[str, Any] = {"Talk": talk.Talk, "Shop": shop.Shop, "ShopRefused": shop.ShopRefused, "own_order": own_order}
    exec(compile(code, "README.md", "exec"), names)
    said = await _played(flow.Flow("gift_wrap", names["gift_wrap"], ("place_order",), "A gift."), wording, ["stars", True, "yes"])
    assert said == [
        "Which paper would you like?",
        "Order 1003, wrapped in paper with stars. Is that right?",
        "Done, order 1003 will be wrapped.",
        "Ana, did that solve it?",
        "Thank you, Ana. Have a good day!",
    ]


async def _played(one: flow.Flow, wording: str, answers: list[Any]) -> list[str]:
    """Play a flow for somebody proven, answering its questions in order; what was said."""
    clock = Clock()
    facts: house.House = config().house()
    known = talk.Known(
        name="Ana",
        language="en",
        tone=Tone.CALM,
        now=NOON,
        timezone=facts.hours.timezone,
        focus={"order": "1003"},
        proofs=("oleksandr@example.com",),
        said="",
        intent="place_order",
        hints=(),
        nested=False,
        house=facts,
    )
    voice = texts.Voice("en", name="Ana", shop=facts.name, timezone=facts.hours.timezone, now=NOON)
    world = World(
        texts.Texts(texts.texts_folder(), {"en": wording}),
        voice,
        DemoShop(now=clock),
        _Deeds(),
        _OpenGate(),
        "readme",
        lambda: NOON + timedelta(hours=1),
    )
    frame = Frame("r.1", one.name, "place_order")
    heard: list[message.Message] = []
    while True:
        played = await runner.play(frame, one.run, known, world)
        heard += [output.message for output in played.outputs]
        frame, question = played.frame, played.frame.open
        if played.status != "waiting" or question is None:
            return [m.text for m in heard]
        assert all(read_payload(button.payload) for button in heard[-1].options)
        value, kind = answers.pop(0), Kind.CONFIRM if question.kind == "confirm" else Kind.ASK
        pairs = tuple((o.value, o.title) for o in question.options)
        frame = Frame(
            frame.run,
            frame.flow,
            frame.intent,
            journal=frame.journal.put(Entry(question.key, kind, value, question.basis, Source.CUSTOMER, question.slot, False, pairs)),
        )
