"""The trained classifier: loads in a moment, answers with numpy alone, and says how sure it is.

The model file is one `.npz` written by `training.py`: sorted feature keys, their idf, a weight matrix with a column for each
intent, what calibration found, and the models of language and entities. scikit-learn is never imported here. `ensure` returns the path of a
model that fits examples and code, and has one trained in a process of its own when there is none.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from intents.entities.learned.tagger import EntityTagger
from intents.features import Extracted, Floats, Ids, Keys, Vocabulary, seen_share
from intents.language_model import LanguageModel
from intents.names import OUT_OF_SCOPE
from intents.rasa_format import files_below
from intents.understanding import IntentScore
from intents.word_memory import WordMemory

KEPT_MODELS: Final = 4  # in a cache
FORMAT: Final = 7  # of the model file; raise it when what is stored changes
EXAMPLES: Final = Path(__file__).with_name("examples")  # the project's own training data

# What the dialogue does with a confidence, by cross-validation on the project's 36,700 examples.
# From SURE on, 96 of a hundred messages are what they seem, and nine in ten of the shop's messages reach it: act on it.
SURE: Final = 0.6
# Between the two the right one is among the best two for three of four (77 %): ask "did you mean A or B?". Below GUESS that
# falls to one of two: say that it was not understood.
GUESS: Final = 0.25

# The code a model depends on: when one of these changes, a cached model is not used again.
_SOURCES: Final = (
    "folding.py",
    "concepts.py",
    "lexicon/orders.py",
    "lexicon/shop.py",
    "lexicon/talk.py",
    "features.py",
    "word_memory.py",
    "entities/found.py",
    "entities/product_words.py",
    "entities/spelling.py",
    "names.py",
    "training.py",
    "calibration.py",
    "evaluation.py",
    "rasa_format.py",
    "rasa_marks.py",
    "rasa_values.py",
    "entities/learned/exact.py",
    "entities/learned/field.py",
    "entities/learned/tagger.py",
    "entities/learned/training.py",
    "entities/learned/words.py",
    "language_model.py",
    "language_training.py",
    "language_everyday.py",
    "language_foreign.py",
    "language_words.py",
    "latin_typing.py",
    "model.py",
)


class ModelError(Exception):
    """A model could not be loaded or trained; the message says which and what to do."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """What cross-validation found out about raw scores.

    `temperature` turns decisions into shares. How well a text fits the shop at all is the best decision for an intent,
    plus `coverage_weight` times coverage, less `outside_weight` times the decision for out of scope; below `floor` it does
    not. (Cross-validated with
    whole languages left out, 37 % of strangers are caught by the first term alone, 55 % with the third, 60 % with all.)
    """

    temperature: float
    coverage_weight: float
    outside_weight: float
    floor: float


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the training data of the shop's matters knew: folded four-grams, folded words, and how telling each word is."""

    fourgrams: Keys
    words: Keys
    idf: Floats
    unseen_idf: float

    def of(self, extracted: Extracted) -> float:
        """How much of the text was ever seen there, 0 to 1: mean of the shares of four-grams and of words."""
        grams = seen_share(extracted.fourgrams, self.fourgrams)
        found = extracted.words
        if not len(found):
            return grams
        at = self.words.searchsorted(found)
        at[at == len(self.words)] = 0
        hit = self.words[at] == found
        known = float(self.idf[at[hit]].sum())
        unknown = float(np.count_nonzero(~hit)) * self.unseen_idf
        words = known / (known + unknown)
        return (grams + words) / 2 if len(extracted.fourgrams) else words


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one look at a text gives."""

    ranking: tuple[IntentScore, ...]
    in_scope: bool
    scope: float


@dataclass(frozen=True, slots=True)
class Model:
    """Immutable and safe to share between threads."""

    labels: tuple[str, ...]
    vocabulary: Vocabulary
    weights: NDArray[np.int8]  # features x labels, in steps of each row's `step`
    step: Floats
    bias: Floats
    coverage: Coverage
    calibration: Calibration
    talk: frozenset[str] = frozenset()  # ordinary words, see `entities/product_words.py`
    tagger: EntityTagger | None = None  # entities that imported training data teach
    spoken: LanguageModel | None = None  # of examples in two languages or more
    _memory: WordMemory = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        known = self.coverage
        memory = WordMemory(self.vocabulary, known.fourgrams, known.words, known.idf, known.unseen_idf)
        object.__setattr__(self, "_memory", memory)

    def decisions(self, extracted: Extracted) -> Floats:
        """One-vs-rest decisions, one a label."""
        return self._scores(*self.vocabulary.vector(extracted))

    def _scores(self, ids: Ids, values: Floats) -> Floats:
        scores: Floats = (values * self.step.take(ids)) @ self.weights.take(ids, axis=0).astype(np.float32) + self.bias
        return scores

    def read(self, text: str, limit: int = 10) -> Reading:
        """Ranking (best first, at most `limit`) and scope of a text; one pass over its features."""
        ids, values, coverage = self._memory.read(text)
        scores = self._scores(ids, values)
        shares = softmax(scores, self.calibration.temperature)
        order = np.argsort(-shares)[:limit].tolist()
        sure = shares.tolist()
        ranking = tuple([IntentScore(self.labels[i], sure[i]) for i in order])
        scope = scope_score(scores, self.labels, coverage, self.calibration)
        in_scope = scope >= self.calibration.floor and ranking[0].name != OUT_OF_SCOPE
        return Reading(ranking, in_scope, scope)

    def languages(self, text: str) -> dict[str, float]:
        """What the words of a text say for each language, see `LanguageModel.languages`; empty when nothing was learned of them."""
        return self.spoken.languages(text) if self.spoken else {}

    def rank(self, text: str) -> tuple[tuple[IntentScore, ...], bool]:
        """Intents best first with calibrated confidence, and whether the text is a matter of the shop at all."""
        reading = self.read(text)
        return reading.ranking, reading.in_scope

    @classmethod
    def load(cls, path: Path) -> Model:
        """Raises ModelError when the file is missing, broken or of another format."""
        try:
            with np.load(path, allow_pickle=False) as data:
                if int(data["format"]) != FORMAT:
                    raise ModelError(f"{path} is a model of another version; train it again")
                return cls(
                    labels=tuple(data["labels"].tolist()),
                    vocabulary=Vocabulary(data["keys"], data["ids"], data["idf"], data["block"], data["block_weights"]),
                    weights=data["weights"],
                    step=data["step"],
                    bias=data["bias"],
                    coverage=Coverage(data["fourgrams"], data["words"], data["words_idf"], float(data["unseen_idf"])),
                    calibration=Calibration(*(float(x) for x in data["calibration"])),
                    talk=frozenset(data["talk"].tobytes().decode().split()),
                    tagger=EntityTagger.from_arrays(data),
                    spoken=LanguageModel.from_arrays(data) if "language_keys" in data else None,
                )
        except ModelError:
            raise
        except (OSError, KeyError, ValueError, TypeError, EOFError) as error:
            raise ModelError(f"{path} is no model: {error}; train it with `frontdesk nlu train`") from error

    def save(self, path: Path) -> None:
        """Written beside the target and then moved over it, so a reader never sees half a model."""
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.{os.getpid()}")
        with beside.open("wb") as file:
            np.savez(
                file,
                allow_pickle=False,
                format=np.array(FORMAT),
                labels=np.array(self.labels),
                keys=self.vocabulary.keys,
                ids=self.vocabulary.ids,
                idf=self.vocabulary.idf,
                block=self.vocabulary.block,
                block_weights=self.vocabulary.weights,
                weights=self.weights,
                step=self.step,
                bias=self.bias,
                fourgrams=self.coverage.fourgrams,
                words=self.coverage.words,
                words_idf=self.coverage.idf,
                unseen_idf=np.array(self.coverage.unseen_idf),
                calibration=np.array(astuple(self.calibration)),
                talk=np.frombuffer(" ".join(sorted(self.talk)).encode(), dtype=np.uint8),
                **(self.tagger.to_arrays() if self.tagger else {}),
                **(self.spoken.to_arrays() if self.spoken else {}),
            )
        beside.replace(path)


def in_steps(weights: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Weights in a byte each: a quarter of the memory, and faster to gather. A row's largest weight is 127 of its steps."""
    step = np.maximum(np.abs(weights).max(axis=1), 1e-9).astype(np.float32) / 127
    return np.rint(weights / step[:, None]).astype(np.int8), step


def softmax(scores: Floats, temperature: float) -> Floats:
    raised = np.exp((scores - scores.max(initial=0.0)) / temperature)
    shares: Floats = raised / raised.sum()
    return shares


def scope_score(scores: Floats, labels: Sequence[str], coverage: float, calibration: Calibration) -> float:
    """See `Calibration`; comparable with its `floor`."""
    at = labels.index(OUT_OF_SCOPE) if OUT_OF_SCOPE in labels else None
    outside = 0.0 if at is None else float(scores[at])
    best = float(scores.max() if at is None else max(scores[:at].max(initial=-np.inf), scores[at + 1 :].max(initial=-np.inf)))
    return best + calibration.coverage_weight * coverage - calibration.outside_weight * outside


def fingerprint(paths: Iterable[Path]) -> str:
    """A short hash of all examples, the code a model depends on, and numpy's version."""
    digest = hashlib.sha256(f"{FORMAT} {np.__version__}".encode())
    code = [Path(__file__).parent / name for name in _SOURCES]
    for file in [*code, *(file for path in paths for file in files_below(path))]:
        digest.update(f"{file.parent.name}/{file.name}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def ensure(examples_dirs: Sequence[Path] = (EXAMPLES,), cache_dir: Path = Path(".cache")) -> Path:
    """The path of a model of these examples, trained now if the cache holds none (half a minute, in its own process).

    Several processes may ask at once: one trains, the others wait. The last few models stay, so two states of a checkout can share a cache.
    Raises ModelError with the trainer's words when training fails.
    """
    path = cache_dir / f"intents-{fingerprint(examples_dirs)}.npz"
    if path.exists():
        return path
    cache_dir.mkdir(parents=True, exist_ok=True)
    with (cache_dir / f"{path.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            train_apart(examples_dirs, path)
            _forget_old(cache_dir)
    return path


def _forget_old(cache_dir: Path) -> None:
    """Keeps the newest models only: each is about 11 MB, and every change of the examples makes one."""
    models = sorted(cache_dir.glob("intents-*.npz"), key=lambda file: file.stat().st_mtime, reverse=True)
    for old in models[KEPT_MODELS:]:
        old.unlink(missing_ok=True)
        old.with_name(f"{old.name}.lock").unlink(missing_ok=True)


def train_apart(paths: Sequence[Path], out: Path, names: Path | None = None) -> str:
    """Trains in another process, so that this one never loads scikit-learn; returns the trainer's report. `names` is a map of
    intents, see `intent_map.py`."""
    root = str(Path(__file__).resolve().parent.parent)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))}
    command = [sys.executable, "-m", "intents.training", "--out", str(out), *map(str, paths)]
    command += ["--map", str(names)] if names else []
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own interpreter and module
    if done.returncode:
        words = (done.stderr.strip() or done.stdout.strip()).splitlines()
        raise ModelError("training failed: " + (words[-1] if words else "no reason was given"))
    return done.stdout
