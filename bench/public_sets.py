"""Public sets of labelled messages, read from where the reader has put them; nothing of them is shipped, and nothing is downloaded here.

A set that is not there raises Missing, whose words say how to fetch it. Neighbours: `nlu.py` measures on them.
"""

from __future__ import annotations

import csv
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

CACHE = Path(".cache/public")
Row = tuple[str, str]  # text, intent


class Missing(Exception):
    """A set is not where it was looked for."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a set comes from, and which of its files are read, below the folder that holds them."""

    name: str
    repository: str  # on github.com
    folder: str  # in the repository
    files: tuple[str, ...]

    @property
    def usual(self) -> Path:
        return CACHE / self.repository.rpartition("/")[2] / self.folder

    def find(self, given: Path | None) -> Path:
        """The folder of the files; `given` may be it, the clone, or one of the files."""
        start = given or self.usual
        for folder in (start, start / self.folder, start.parent if start.is_file() else start):
            if all((folder / file).is_file() for file in self.files):
                return folder
        raise Missing(
            f"{self.name}: not in {start}; fetch it with\n"
            f"  git clone --depth 1 https://github.com/{self.repository} {CACHE / self.repository.rpartition('/')[2]}"
        )


BANKING = Source("Banking77", "PolyAI-LDN/task-specific-datasets", "banking_data", ("train.csv", "test.csv"))
CLINC = Source("CLINC150", "clinc/oos-eval", "data", ("data_small.json",))
_BITEXT = "Bitext_Sample_Customer_Service_{}_Dataset.csv"
SUPPORT = Source(
    "customer service",
    "bitext/customer-support-intent-detection-training-dataset",
    "data",
    tuple(f"{part}/{_BITEXT.format(name)}" for part, name in (("train", "Training"), ("dev", "Validation"), ("test", "Testing"))),
)


def banking(given: Path | None) -> tuple[list[Row], list[Row]]:
    """Official training and test rows."""
    folder = BANKING.find(given)
    return _csv(folder / "train.csv", "text", "category"), _csv(folder / "test.csv", "text", "category")


@dataclass(frozen=True, slots=True)
class Clinc:
    train: list[Row]
    outside_train: list[str]
    test: list[Row]
    outside_test: list[str]


def clinc(given: Path | None) -> Clinc:
    """The small variant: 50 messages an intent to train on."""
    data = json.loads((CLINC.find(given) / CLINC.files[0]).read_text("utf-8"))
    rows = {part: [(str(text), str(intent)) for text, intent in found] for part, found in data.items()}
    return Clinc(rows["train"], [text for text, _ in rows["oos_train"]], rows["test"], [text for text, _ in rows["oos_test"]])


def support(given: Path | None) -> list[Row]:
    """All rows of the sample, each text once."""
    if given and given.is_file():
        return list(dict.fromkeys(_csv(given, "utterance", "intent")))
    folder = SUPPORT.find(given)
    return list(dict.fromkeys(row for file in SUPPORT.files for row in _csv(folder / file, "utterance", "intent")))


def _csv(file: Path, text: str, intent: str) -> list[Row]:
    with file.open(encoding="utf-8", newline="") as lines:
        return [(row[text], row[intent]) for row in csv.DictReader(lines)]


def few(rows: Iterable[Row], each: int, seed: int) -> list[Row]:
    """`each` rows of every intent by chance, all of an intent that has fewer; the same for the same seed."""
    chance = random.Random(seed)
    by_intent: dict[str, list[Row]] = defaultdict(list)
    for row in dict.fromkeys(rows):
        by_intent[row[1]].append(row)
    return [row for intent in sorted(by_intent) for row in chance.sample(by_intent[intent], min(each, len(by_intent[intent])))]


def others(rows: Sequence[Row], taken: Sequence[Row], count: int, seed: int) -> list[Row]:
    """`count` rows by chance whose texts were not taken."""
    texts = {text for text, _ in taken}
    rest = [row for row in rows if row[0] not in texts]
    random.Random(seed).shuffle(rest)
    return rest[:count]
