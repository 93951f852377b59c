"""Reads Rasa NLU training data (YAML, `version: "3.1"`), and tells every fault with its file and line.

Read: intents with their examples and entity annotations, `synonym`, `lookup`, `regex`. A whole Rasa project may be given: files
without `nlu:` are passed over with a notice. Format: https://rasa.com/docs/rasa/training-data-format. Neighbours: `rasa_values.py`
(what comes out), `rasa_marks.py` (annotations), `training.py` and `faults.py` (who reads through this).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import yaml

from intents.rasa_marks import strip_annotations
from intents.rasa_values import Annotation, Example, Examples, Fault, Lookup, Regex, Synonym
from intents.understanding import LANGUAGES
from intents.yaml_nodes import compose, line_of, pairs

__all__ = ["Annotation", "Example", "Examples", "Fault", "files_below", "language_of", "read_all", "read_file", "strip_annotations"]

VERSION: Final = "3.1"
_SECTIONS: Final = frozenset({"version", "nlu"})
# Top keys of Rasa's other files, which may stand beside `nlu:` in one file as well.
_ELSEWHERE: Final = frozenset(
    {
        "intents", "entities", "slots", "responses", "actions", "forms", "rules", "stories", "session_config", "e2e_actions",
        "recipe", "assistant_id", "language", "pipeline", "policies", "importers", "flows",
    }
)  # fmt: skip
_LISTS: Final = ("synonym", "lookup", "regex")
_KNOWN: Final = "intent, examples, lookup, synonym, regex"


def read_all(paths: Iterable[Path]) -> Examples:
    """Reads files, and folders with all `*.yml` and `*.yaml` below them, in the order of their names.

    In a folder a file without `nlu:` is passed over with a notice; given by its own name it is a fault.
    """
    found: list[Examples] = []
    for path in paths:
        files = files_below(path)
        if not files:
            found.append(_only(Fault(path, 1, "no training data here: no such file, or no .yml or .yaml in the folder")))
        folder = path.is_dir()
        language = _project_language(path) if folder else None
        read = [read_file(file, in_folder=folder, language=language) for file in files]
        found += read
        if folder and files and not any(each.examples or each.errors for each in read):
            found.append(_only(Fault(path, 1, "no training data here: no file in the folder has examples under `nlu:`")))
    lookups = tuple(x for each in found for x in each.lookups)
    examples = tuple(x for each in found for x in each.examples)
    return Examples(
        examples,
        (*(x for each in found for x in each.faults), *_only_helping(lookups, examples)),
        tuple(x for each in found for x in each.synonyms),
        lookups,
        tuple(x for each in found for x in each.regexes),
    )


def _only_helping(lookups: Iterable[Lookup], examples: Iterable[Example]) -> Iterator[Fault]:
    """A lookup whose name no annotation has is easily a slip: "products" for "product"."""
    marked = {mark.entity for example in examples for mark in example.annotations}
    for lookup in lookups if marked else ():
        if lookup.name not in marked:
            said = f"lookup `{lookup.name}` has no annotated entity of that name, so it only helps to find others"
            yield Fault(lookup.file, lookup.line, said, notice=True)


def _only(fault: Fault) -> Examples:
    return Examples((), (fault,))


def files_below(path: Path) -> list[Path]:
    """The training files of a path: itself, or those in it but for hidden folders; an empty list when there is none."""
    if not path.is_dir():
        return [path] if path.is_file() else []
    found = (file for file in path.rglob("*") if file.suffix in {".yml", ".yaml"} and file.is_file())
    return sorted(file for file in found if not any(part.startswith(".") for part in file.relative_to(path).parts))


def language_of(path: Path) -> str | None:
    """The language a path names: `examples/sl/orders.yml` and `nlu/sl.yml` are Slovenian."""
    if path.stem in LANGUAGES:
        return path.stem
    return next((part for part in reversed(path.parts[:-1]) if part in LANGUAGES), None)


def _project_language(folder: Path) -> str | None:
    """What a Rasa project's config.yml says its language is, when it is one of ours."""
    root = compose(folder / "config.yml")
    if not isinstance(root, yaml.MappingNode):
        return None
    said = {key: value for key, _, value in pairs(root, "the file", lambda *_: None)}
    language = said.get("language")
    rasa = "pipeline" in said or "recipe" in said
    return language.value if rasa and isinstance(language, yaml.ScalarNode) and language.value in LANGUAGES else None


def read_file(file: Path, *, in_folder: bool = False, language: str | None = None) -> Examples:
    """One file. A fault in one place hides nothing of the rest, unless the file is no YAML at all.

    `in_folder`: it was not named but found, so it may be something else. `language` counts when the path names none.
    """
    root = compose(file)
    if in_folder:
        other = _other_than_training(file, root)
        if other:
            return _only(Fault(file, 1, f"passed over: {other}", notice=True))
    if isinstance(root, Fault):
        return _only(root)
    reader = _Reader(file, language_of(file) or language)
    reader.document(root)
    return Examples(tuple(reader.examples), tuple(reader.faults), tuple(reader.synonyms), tuple(reader.lookups), tuple(reader.regexes))


def _other_than_training(file: Path, root: yaml.Node | Fault | None) -> str:
    """Why a file found in a folder is no training data; "" when it is, or was meant to be."""
    if root is None:
        return "the file is empty"
    if isinstance(root, Fault):
        meant = file.is_file() and re.search(rb"^nlu\s*:", file.read_bytes(), re.MULTILINE)
        return "" if meant or "cannot be read" in root.message else "no training data, and no YAML of one document"
    if not isinstance(root, yaml.MappingNode):
        return "no training data"
    keys = [str(key.value) for key, _ in root.value if isinstance(key, yaml.ScalarNode)]
    if "nlu" in keys or ("version" in keys and not _ELSEWHERE.intersection(keys)):
        return ""
    return f"no training data but {', '.join(key for key in keys if key != 'version')}"


class _Reader:
    """Walks the nodes of one document."""

    def __init__(self, file: Path, language: str | None) -> None:
        self.file, self.language = file, language
        self.examples: list[Example] = []
        self.synonyms: list[Synonym] = []
        self.lookups: list[Lookup] = []
        self.regexes: list[Regex] = []
        self.faults: list[Fault] = []

    def fault(self, line: int, message: str) -> None:
        self.faults.append(Fault(self.file, line, message))

    def notice(self, line: int, message: str) -> None:
        self.faults.append(Fault(self.file, line, message, notice=True))

    def document(self, root: yaml.Node | None) -> None:
        if root is None:
            return self.fault(1, "the file is empty")
        sections: dict[str, yaml.Node] = {}
        for key, line, node in pairs(root, "the file", self.fault):
            if key in _ELSEWHERE:
                self.notice(line, f"`{key}` is not training data and is ignored")
            elif key not in _SECTIONS:
                self.fault(line, f"unknown key `{key}`; known: nlu, version")
            sections[key] = node
        self.version(sections.get("version"))
        nlu = sections.get("nlu")
        if nlu is None:
            tell = self.notice if _ELSEWHERE.intersection(sections) else self.fault
            tell(1, "`nlu:` is missing")
        elif not isinstance(nlu, yaml.SequenceNode):
            self.fault(line_of(nlu), "`nlu:` must be a list of `- intent: ...`")
        else:
            for item in nlu.value:
                self.item(item)
        return None

    def version(self, node: yaml.Node | None) -> None:
        """What stands under `nlu:` did not change from 2.0 to 3.1, so the older ones are read as they are."""
        said = node.value if isinstance(node, yaml.ScalarNode) else ""
        if node is None:
            self.notice(1, f'`version: "{VERSION}"` is missing; read as {VERSION}')
        elif re.fullmatch(r"2\.\d+|3\.0", said):
            self.notice(line_of(node), f"version {said} is read as {VERSION}")
        elif not said.startswith("3."):
            self.fault(line_of(node), f'`version` must be "{VERSION}"')

    def item(self, node: yaml.Node) -> None:
        found = list(pairs(node, "an item of `nlu:`", self.fault))
        if not found:
            return None
        keys = {key for key, _, _ in found}
        kind = next((key for key in ("intent", *_LISTS) if key in keys), "")
        name, examples = "", None
        for key, line, value in found:
            if key == kind:
                name = value.value.strip() if isinstance(value, yaml.ScalarNode) else ""
                if not name:
                    self.fault(line, f"`{kind}:` has no name")
            elif key == "examples":
                examples = value
            elif key != "metadata":
                self.fault(line, f"unknown key `{key}`; known: {_KNOWN}")
        at = line_of(node)
        if not kind:
            return self.fault(at, "an item of `nlu:` without `intent`")
        if examples is None:
            return self.fault(at, f"{kind} `{name}` has no `examples: |`")
        lines = list(self.lines(examples))
        if not lines:
            return self.fault(at, f"{kind} `{name}` has no examples")
        if not name:
            return None
        return self.intent(name, at, lines) if kind == "intent" else self.listed(kind, name, at, lines)

    def intent(self, name: str, at: int, lines: list[tuple[str, int]]) -> None:
        base, _, key = name.partition("/")
        if key and base:
            self.notice(at, f"retrieval intent `{name}` is read as intent `{base}`")
        else:
            base = name
        for text, line in lines:
            try:
                plain, annotations = strip_annotations(text)
            except ValueError as error:
                self.fault(line, f"{error}: {text[:60]}")
                continue
            if plain.strip():
                full = name if name != base else ""
                self.examples.append(Example(plain, base, self.language, self.file, line, annotations, full))

    def listed(self, kind: str, name: str, at: int, lines: list[tuple[str, int]]) -> None:
        words = tuple(text for text, _ in lines)
        if kind == "synonym":
            self.synonyms.append(Synonym(name, words, self.file, at))
        elif kind == "lookup":
            if len(words) == 1 and re.fullmatch(r"\S+\.(txt|csv)", words[0]):
                self.notice(lines[0][1], f"lookup `{name}` holds a file's name; Rasa 3 has the values themselves here, and so do we")
            self.lookups.append(Lookup(name, words, self.file, at))
        else:
            good: list[str] = []
            for pattern, line in lines:
                try:
                    re.compile(pattern)
                except (re.error, OverflowError, RecursionError) as error:
                    self.fault(line, f"regex `{name}` is no valid pattern ({error}): {pattern[:60]}")
                    continue
                good.append(pattern)
            if good:
                self.regexes.append(Regex(name, tuple(good), self.file, at))

    def lines(self, node: yaml.Node) -> Iterator[tuple[str, int]]:
        """The examples of a literal block, or of the longer form, a list with `text:`, each with its line."""
        if isinstance(node, yaml.SequenceNode):
            for item in node.value:
                yield from self.long_form(item)
            return
        if not isinstance(node, yaml.ScalarNode) or node.style != "|":
            self.fault(line_of(node), "`examples` must be a literal block: `examples: |`")
            return
        for number, line in enumerate(node.value.splitlines(), start=node.start_mark.line + 2):
            text = line.strip()
            if not text or text.startswith("#"):
                continue
            if not text.startswith("-"):
                self.fault(number, f'an example must begin with "- ": {text[:40]}')
                continue
            if text[1:].strip():
                yield text[1:].strip(), number
            else:
                self.fault(number, "an empty example")

    def long_form(self, item: yaml.Node) -> Iterator[tuple[str, int]]:
        texts = 0
        for key, line, value in pairs(item, "an example", self.fault):
            if key == "text" and isinstance(value, yaml.ScalarNode):
                texts += 1
                text = " ".join(value.value.split()).removeprefix("- ").strip()
                if text and text != "-":
                    yield text, line
                else:
                    self.fault(line, "an empty example")
            elif key not in {"text", "metadata"}:
                self.fault(line, f"unknown key `{key}` of an example; known: text, metadata")
        if not texts and isinstance(item, yaml.MappingNode):
            self.fault(line_of(item), "an example without `text`")
