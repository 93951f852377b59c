"""Reads Rasa NLU training data (YAML, `version: "3.1"`), and tells every fault with its file and line.

Kept: intents and their examples. Accepted but not used, with a notice: `lookup`, `synonym`, `regex`. Entity annotations,
`[1002](order_number)` or `[hundred]{"entity": "amount", "value": "100"}`, are taken out of the text and returned.
Format: https://rasa.com/docs/rasa/training-data-format. Neighbours: `training.py` and `faults.py` read through this.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from intents.understanding import LANGUAGES

try:  # the C loader is about eight times faster; a PyYAML built without libyaml lacks it
    from yaml import CSafeLoader as _Loader
except ImportError:  # pragma: no cover
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

VERSION: Final = "3.1"
_SECTIONS: Final = frozenset({"version", "nlu"})
_ELSEWHERE: Final = frozenset(
    {
        "intents",
        "entities",
        "slots",
        "responses",
        "actions",
        "forms",
        "rules",
        "stories",
        "session_config",
        "e2e_actions",
    }
)
_UNUSED: Final = frozenset({"lookup", "synonym", "regex"})
_ANNOTATION: Final = re.compile(r"\[([^\]\[]+)\](?:\(([^()\s:]+)(?::([^()]*))?\)|(\{[^{}]*\}))")


@dataclass(frozen=True, slots=True)
class Annotation:
    """An entity as the author marked it; offsets are in the text without the marks, end exclusive."""

    entity: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Example:
    """`language` comes from the path (`sl/orders.yml`, `sl.yml`); None when the path names none."""

    text: str
    intent: str
    language: str | None
    file: Path
    line: int
    annotations: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at a line (from 1). A `notice` is worth a word but does not fail a check."""

    file: Path
    line: int
    message: str
    notice: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Examples:
    """What was read, and every fault met on the way."""

    examples: tuple[Example, ...]
    faults: tuple[Fault, ...]

    @property
    def errors(self) -> tuple[Fault, ...]:
        return tuple(fault for fault in self.faults if not fault.notice)


def read_all(paths: Iterable[Path]) -> Examples:
    """Reads files, and folders with all `*.yml` and `*.yaml` below them, in the order of their names."""
    examples: list[Example] = []
    faults: list[Fault] = []
    for path in paths:
        files = files_below(path)
        if not files:
            faults.append(Fault(path, 1, "no training data here: no such file, or no .yml or .yaml in the folder"))
        for file in files:
            read = read_file(file)
            examples.extend(read.examples)
            faults.extend(read.faults)
    return Examples(tuple(examples), tuple(faults))


def files_below(path: Path) -> list[Path]:
    """The training files of a path: itself, or those in it; an empty list when there is none."""
    if path.is_dir():
        return sorted(file for file in path.rglob("*") if file.suffix in {".yml", ".yaml"} and file.is_file())
    return [path] if path.is_file() else []


def language_of(path: Path) -> str | None:
    """The language a path names: `examples/sl/orders.yml` and `nlu/sl.yml` are Slovenian."""
    if path.stem in LANGUAGES:
        return path.stem
    return next((part for part in reversed(path.parts[:-1]) if part in LANGUAGES), None)


def read_file(file: Path) -> Examples:
    """One file. A fault in one place hides nothing of the rest, unless the file is no YAML at all."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return Examples((), (Fault(file, 1, f"cannot be read: {error}"),))
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or str(error).splitlines()[0]
        return Examples((), (Fault(file, mark.line + 1 if mark else 1, f"no valid YAML: {reason}"),))
    reader = _Reader(file, language_of(file))
    reader.document(root)
    return Examples(tuple(reader.examples), tuple(reader.faults))


class _Reader:
    """Walks the nodes of one document. The nodes, not the loaded values, because they know their lines."""

    def __init__(self, file: Path, language: str | None) -> None:
        self.file, self.language = file, language
        self.examples: list[Example] = []
        self.faults: list[Fault] = []

    def fault(self, line: int, message: str, *, notice: bool = False) -> None:
        self.faults.append(Fault(self.file, line, message, notice))

    def document(self, root: yaml.Node | None) -> None:
        if root is None:
            return self.fault(1, "the file is empty")
        sections: dict[str, yaml.Node] = {}
        for key, line, node in self.pairs(root, "the file"):
            if key in _ELSEWHERE:
                self.fault(line, f"`{key}` is not training data and is ignored", notice=True)
            elif key not in _SECTIONS:
                self.fault(line, f"unknown key `{key}`; known: nlu, version")
            sections[key] = node
        version = sections.get("version")
        if version is None:
            self.fault(1, f'`version: "{VERSION}"` is missing')
        elif not isinstance(version, yaml.ScalarNode) or not version.value.startswith("3."):
            self.fault(_line(version), f'`version` must be "{VERSION}"')
        nlu = sections.get("nlu")
        if nlu is None:
            self.fault(1, "`nlu:` is missing", notice=any(key in _ELSEWHERE for key in sections))
        elif not isinstance(nlu, yaml.SequenceNode):
            self.fault(_line(nlu), "`nlu:` must be a list of `- intent: ...`")
        else:
            for item in nlu.value:
                self.item(item)
        return None

    def item(self, node: yaml.Node) -> None:
        pairs = list(self.pairs(node, "an item of `nlu:`"))
        unused = next(((key, line) for key, line, _ in pairs if key in _UNUSED), None)
        if unused:
            return self.fault(unused[1], f"`{unused[0]}` is not used for training here and is ignored", notice=True)
        name, examples = "", None
        for key, line, value in pairs:
            if key == "intent":
                name = value.value.strip() if isinstance(value, yaml.ScalarNode) else ""
                if not name:
                    self.fault(line, "`intent:` has no name")
            elif key == "examples":
                examples = value
            elif key != "metadata":
                self.fault(line, f"unknown key `{key}`; known: intent, examples, lookup, synonym, regex")
        if not pairs:
            return None
        if "intent" not in {key for key, _, _ in pairs}:
            return self.fault(_line(node), "an item of `nlu:` without `intent`")
        if examples is None:
            return self.fault(_line(node), f"intent `{name}` has no `examples: |`")
        before = len(self.examples)
        for text, line in self.lines(examples):
            self.example(text, name, line)
        if len(self.examples) == before:
            self.fault(_line(node), f"intent `{name}` has no examples")
        return None

    def lines(self, node: yaml.Node) -> Iterator[tuple[str, int]]:
        """The examples of a literal block, or of the longer form, a list with `text:`, each with its line."""
        if isinstance(node, yaml.SequenceNode):
            for item in node.value:
                for key, line, value in self.pairs(item, "an example"):
                    if key == "text" and isinstance(value, yaml.ScalarNode):
                        yield value.value.strip().removeprefix("- "), line
            return
        if not isinstance(node, yaml.ScalarNode) or node.style != "|":
            self.fault(_line(node), "`examples` must be a literal block: `examples: |`")
            return
        for number, line in enumerate(node.value.splitlines(), start=node.start_mark.line + 2):
            text = line.strip()
            if not text or text.startswith("#"):
                continue
            if not text.startswith("- ") and text != "-":
                self.fault(number, f'an example must begin with "- ": {text[:40]}')
                continue
            if text[1:].strip():
                yield text[2:].strip(), number
            else:
                self.fault(number, "an empty example")

    def example(self, text: str, intent: str, line: int) -> None:
        try:
            plain, annotations = strip_annotations(text)
        except ValueError as error:
            return self.fault(line, f"{error}: {text[:60]}")
        if intent:
            self.examples.append(Example(plain, intent, self.language, self.file, line, annotations))
        return None

    def pairs(self, node: yaml.Node, what: str) -> Iterator[tuple[str, int, yaml.Node]]:
        if not isinstance(node, yaml.MappingNode):
            self.fault(_line(node), f"{what} must be `key: value`")
            return
        seen: set[str] = set()
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
            if name in seen:
                self.fault(_line(key), f"`{name}` stands here twice")
            seen.add(name)
            yield name, _line(key), value


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def strip_annotations(text: str) -> tuple[str, tuple[Annotation, ...]]:
    """The text without entity marks, and the marks. Raises ValueError for a mark whose braces hold no valid JSON."""
    parts: list[str] = []
    found: list[Annotation] = []
    at = length = 0
    for match in _ANNOTATION.finditer(text):
        words, entity, value = match[1], match[2], match[3] or match[1]
        if match[4]:
            try:
                data = json.loads(match[4])
            except json.JSONDecodeError as error:
                raise ValueError("an entity annotation with broken JSON") from error
            entity, value = str(data.get("entity", "")), str(data.get("value", words))
            if not entity:
                raise ValueError('an entity annotation without "entity"')
        before = text[at : match.start()]
        parts += [before, words]
        start = length + len(before)
        length = start + len(words)
        found.append(Annotation(entity, value, start, length))
        at = match.end()
    return "".join([*parts, text[at:]]), tuple(found)
