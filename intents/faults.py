"""What is wrong with the training examples, each with file and line, for `frontdesk check`.

Reads only. Neighbours: `rasa_format.py` finds faults of form, this module those of meaning.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from intents.names import INTENTS, SMALL_TALK
from intents.rasa_format import Example, Fault, read_all
from intents.understanding import LANGUAGES

LEAST_BUSINESS: Final = 40  # examples an intent needs in each language
LEAST_SMALL_TALK: Final = 15


def check_examples(root: Path, languages: Sequence[str] = LANGUAGES) -> list[Fault]:
    """Every fault of the examples below `root`; notices are left out. An empty list means all is well."""
    read = read_all([root])
    faults = list(read.errors)
    counts: Counter[tuple[str | None, str]] = Counter()
    first: dict[tuple[str | None, str], Example] = {}
    unknown: set[tuple[Path, str]] = set()
    texts: dict[tuple[str | None, str], Example] = {}
    for example in read.examples:
        place = (example.language, example.intent)
        counts[place] += 1
        first.setdefault(place, example)
        if example.intent not in INTENTS and (example.file, example.intent) not in unknown:
            unknown.add((example.file, example.intent))
            faults.append(Fault(example.file, example.line, f"unknown intent `{example.intent}`; intents/names.py lists all"))
        key = (example.language, " ".join(example.text.lower().split()))
        before = texts.setdefault(key, example)
        if before is not example and before.intent != example.intent:
            where = f"{before.file.name}:{before.line}"
            faults.append(Fault(example.file, example.line, f'"{example.text}" stands under `{before.intent}` too ({where})'))
        elif before is not example:
            faults.append(Fault(example.file, example.line, f'"{example.text}" stands here twice (line {before.line})'))
    faults += _missing(root, languages, counts, first)
    return sorted(faults, key=lambda fault: (str(fault.file), fault.line))


def _missing(
    root: Path,
    languages: Sequence[str],
    counts: Counter[tuple[str | None, str]],
    first: dict[tuple[str | None, str], Example],
) -> list[Fault]:
    faults: list[Fault] = []
    for language in languages:
        for intent in INTENTS:
            least = LEAST_SMALL_TALK if intent in SMALL_TALK else LEAST_BUSINESS
            count = counts[language, intent]
            if not count:
                faults.append(Fault(root / language, 1, f"`{intent}` has no examples in {language}"))
            elif count < least:
                example = first[language, intent]
                faults.append(Fault(example.file, example.line, f"`{intent}` has {count} examples in {language}; {least} are needed"))
    return faults
