"""What `frontdesk check` looks at besides config.yml: wording in four languages, flows' rules, examples.

Every fault is a value with its file and line; nothing is raised. The rules of flows are read off their source by its syntax tree,
because a flow that only breaks them on a rare path would get through any run.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot import fallbacks
from bot.errors import Fault
from bot.flow import Flow
from bot.texts import faults_of_syntax, keys_of, texts_folder
from intents.faults import check_examples
from intents.model import EXAMPLES
from intents.names import INTENTS
from intents.rasa_format import read_all
from intents.understanding import LANGUAGES

SAYING = {"say", "sorry", "promote", "choose", "confirm", "promise"}
FORBIDDEN = {"datetime", "date", "time", "random", "uuid", "os", "secrets", "sys", "asyncio"}
"""Modules a flow may not call: no clock, chance, ids or environment (`talk.now()` is the time)."""
TYPES_ONLY = {"datetime", "date"}  # may be imported for types and `timedelta` arithmetic, not called for today's value
CLOCKS = {"now", "today", "utcnow"}


def check_project(flows: Sequence[Flow]) -> list[Fault]:
    """Every fault of texts, flows and examples."""
    folder = texts_folder()
    faults = [Fault(_short(str(file)), line, what) for file, line, what in faults_of_syntax(folder)]
    keys = {language: keys_of(folder, language) for language in LANGUAGES}  # read once: parsing is what takes the time here
    faults += _languages(keys)
    for flow in flows:
        faults += check_flow(flow)
    for module in {inspect.getsourcefile(f.run) for f in (*flows, *fallbacks.FALLBACKS)} - {None}:
        faults += _texts_of(Path(str(module)), set(keys["en"]))
    routed = {intent for flow in flows for intent in flow.intents}
    controls = {"affirm", "deny", "cancel", "back", "repeat", "stop", "abuse"}  # answered by the engine itself
    faults += [Fault("flows/__init__.py", 0, f"no flow answers the intent {i}") for i in INTENTS if i not in routed | controls]
    faults += [Fault(_short(str(f.file)), f.line, f.message) for f in check_examples(EXAMPLES)]
    return faults


def check_own_examples(folders: Sequence[Path]) -> list[Fault]:
    """Every fault of form of the shop's own examples, and intents nobody knows. How many there are is the shop's business."""
    found = read_all(folders)
    faults = [Fault(str(f.file), f.line, f.message) for f in found.errors]
    unknown = {example.intent: example for example in reversed(found.examples) if example.intent not in INTENTS}
    return faults + [Fault(str(e.file), e.line, f"unknown intent {e.intent}; docs/intents.md lists all") for e in unknown.values()]


def _languages(keys: Mapping[str, Mapping[str, int]]) -> list[Fault]:
    """Each key and attribute exists in all four languages."""
    everything = {key: (language, line) for language in reversed(LANGUAGES) for key, line in keys[language].items()}
    faults = []
    for key, (language, line) in sorted(everything.items()):
        missing = [other for other in LANGUAGES if key not in keys[other]]
        if missing:
            faults.append(Fault(f"flows/texts/{language}.ftl", line, f"{key} has no text in {', '.join(missing)}"))
    return faults


def _texts_of(module: Path, keys: set[str]) -> list[Fault]:
    """Text keys named in a flow's source that no language has."""
    faults = []
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.func.attr not in (*SAYING, "ask"):
            continue
        at = 1 if node.func.attr == "ask" else 0
        named = node.args[at] if len(node.args) > at else None
        if not isinstance(named, ast.Constant) or not isinstance(named.value, str):
            continue  # a key worked out at run time: the path walker finds it missing
        key = named.value
        if key not in keys and not any(k.startswith(f"{key}.") for k in keys):
            faults.append(Fault(_short(str(module)), node.lineno, f"there is no text {key}"))
    return faults


def check_flow(flow: Flow) -> list[Fault]:
    """Rules 1 and 11: a flow awaits only the talk, and has no clock, chance, environment or try around an await."""
    module = inspect.getsourcefile(flow.run)
    if module is None:
        return [Fault(flow.name, 0, "has no source to look at")]
    return check_source(Path(module).read_text("utf-8"), _short(module))


def check_source(source: str, name: str) -> list[Fault]:
    """The rules for one flow module's source."""
    tree = ast.parse(source)
    # `from datetime import time` is the type, not the module of that name.
    dated = {a.name for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module == "datetime" for a in n.names}
    faults = []
    for node in ast.walk(tree):
        match node:
            case ast.Await(value=value) if not _allowed(value):
                faults.append(Fault(name, node.lineno, "a flow awaits only talk: this would not survive a replay"))
            case ast.Try() | ast.TryStar() | ast.With() if any(isinstance(inner, ast.Await) for inner in ast.walk(node)):
                faults.append(Fault(name, node.lineno, "no try and no with around an await: a replay stops in the middle of it"))
            case ast.AsyncWith() | ast.AsyncFor() | ast.comprehension(is_async=1):
                line = node.iter.lineno if isinstance(node, ast.comprehension) else node.lineno
                faults.append(Fault(name, line, "no async with and no async for: they await something else than talk"))
            case ast.Call(func=ast.Attribute(value=ast.Name(id=module), attr=attr)) if module in FORBIDDEN and (
                module not in TYPES_ONLY | dated or attr in CLOCKS
            ):
                faults.append(Fault(name, node.lineno, f"{module}.{attr} in a flow differs at every replay; use talk.now()"))
            case ast.Call(func=ast.Attribute(value=ast.Attribute(attr=module), attr=attr)) if module in TYPES_ONLY and attr in CLOCKS:
                faults.append(Fault(name, node.lineno, f"{module}.{attr} in a flow differs at every replay; use talk.now()"))
            case ast.Import(names=names) if any(a.name.split(".")[0] in FORBIDDEN - TYPES_ONLY for a in names):
                faults.append(Fault(name, node.lineno, "a flow imports no clock, chance or environment"))
            case ast.ImportFrom(module=str(module)) if module.split(".")[0] in FORBIDDEN - TYPES_ONLY:
                faults.append(Fault(name, node.lineno, "a flow imports no clock, chance or environment"))
    return faults


def _allowed(value: ast.expr) -> bool:
    """An operation of the talk, or a function that is handed the talk and can await nothing else either."""
    if isinstance(value, ast.IfExp):
        return _allowed(value.body) and _allowed(value.orelse)
    if not isinstance(value, ast.Call):
        return False
    function = value.func
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id == "talk":
        return True
    return bool(value.args) and isinstance(value.args[0], ast.Name) and value.args[0].id == "talk"


def _short(path: str) -> str:
    root = Path(__file__).parent.parent
    here = Path(path)
    return str(here.relative_to(root)) if here.is_absolute() and here.is_relative_to(root) else path
