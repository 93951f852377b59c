"""Learns a model from examples: vocabulary, one linear classifier per intent and per language, calibration.

The only module that imports scikit-learn and scipy (1.6 s and 120 MB), so it never runs inside the server: `python -m
intents.training --out FILE PATH...` is a process of its own, which `cache.py` starts when a model is missing.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
from sklearn.svm import LinearSVC  # type: ignore[import-untyped]

from intents.calibration import fit_scope, fit_temperature
from intents.evaluation import Judged, Report, report
from intents.features import Extracted, Floats, Keys, Vocabulary, extract
from intents.model import Calibration, Coverage, Model, scope_score, softmax
from intents.names import OUT_OF_SCOPE
from intents.rasa_format import Example, read_all

FOLDS: Final = 5
REGULARISATION: Final = 1.0  # LinearSVC's C; 0.5 and 2 differ by less than a point
TOLERANCE: Final = 1e-2
THREADS: Final = 2
SEED: Final = 20261121
# Features seen in fewer texts are dropped.
MIN_TEXTS: Final = (1, 2, 2, 1, 2)


class TrainingError(Exception):
    """The examples cannot be trained on; the message lists why."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A vocabulary, its weights and what coverage needs (the texts of the shop's matters alone), without calibration."""

    labels: tuple[str, ...]
    languages: tuple[str, ...]
    vocabulary: Vocabulary
    weights: NDArray[np.float32]
    bias: Floats
    coverage: Coverage


def document_counts(found: Sequence[Keys]) -> tuple[Keys, NDArray[np.int64]]:
    """Every key with the number of texts it stands in; keys sorted."""
    keys, counts = np.unique(np.concatenate([np.unique(each) for each in found]), return_counts=True)
    return keys, counts


def smooth_idf(counts: NDArray[np.int64], texts: int) -> Floats:
    idf: Floats = (np.log((1 + texts) / (1 + counts)) + 1).astype(np.float32)
    return idf


def fit_vocabulary(texts: Sequence[Extracted]) -> Vocabulary:
    kept: list[Keys] = []
    idf: list[Floats] = []
    for block, least in enumerate(MIN_TEXTS):
        keys, counts = document_counts([_of_block(text, block) for text in texts])
        enough = counts >= least
        kept.append(keys[enough])
        idf.append(smooth_idf(counts[enough], len(texts)))
    keys = np.concatenate(kept)
    order = np.argsort(keys)
    blocks = np.repeat(np.arange(len(kept), dtype=np.uint8), [len(each) for each in kept])
    return Vocabulary(keys[order], np.concatenate(idf)[order], blocks[order])


def _of_block(text: Extracted, block: int) -> Keys:
    start = sum(text.sizes[:block])
    return text.keys[start : start + text.sizes[block]]


def fit_coverage(texts: Sequence[Extracted]) -> Coverage:
    grams, _ = document_counts([text.fourgrams for text in texts])
    words, counts = document_counts([text.words for text in texts])
    return Coverage(grams, words, smooth_idf(counts, len(texts)), float(np.log(1 + len(texts)) + 1))


def to_matrix(vocabulary: Vocabulary, texts: Sequence[Extracted]) -> csr_matrix:
    vectors = [vocabulary.vector(text) for text in texts]
    ends = np.cumsum([0] + [len(ids) for ids, _ in vectors])
    ids = np.concatenate([ids for ids, _ in vectors])
    values = np.concatenate([values for _, values in vectors])
    return csr_matrix((values, ids, ends), shape=(len(texts), len(vocabulary.keys)))


def fit_columns(matrix: csr_matrix, columns: Sequence[NDArray[np.bool_]]) -> tuple[NDArray[np.float32], Floats]:
    """One linear classifier per column of truth. liblinear lets go of the interpreter, so threads share the work."""

    def one(truth: NDArray[np.bool_]) -> tuple[Floats, float]:
        machine = LinearSVC(C=REGULARISATION, tol=TOLERANCE, random_state=SEED, max_iter=200)
        machine.fit(matrix, truth)
        return machine.coef_[0].astype(np.float32), float(machine.intercept_[0])

    with ThreadPoolExecutor(THREADS) as pool:
        fitted = list(pool.map(one, columns))
    return np.stack([w for w, _ in fitted], axis=1), np.array([b for _, b in fitted], dtype=np.float32)


def fit(texts: Sequence[Extracted], intents: Sequence[str], languages: Sequence[str | None]) -> Fit:
    """Everything but calibration. Languages are learned only when the examples name at least two."""
    labels = tuple(sorted(set(intents)))
    spoken = tuple(sorted({language for language in languages if language}))
    spoken = spoken if len(spoken) > 1 else ()
    truth, voice = np.array(intents), np.array([language or "" for language in languages])
    columns = [truth == label for label in labels] + [voice == language for language in spoken]
    vocabulary = fit_vocabulary(texts)
    weights, bias = fit_columns(to_matrix(vocabulary, texts), columns)
    inside = [text for text, intent in zip(texts, intents, strict=True) if intent != OUT_OF_SCOPE]
    return Fit(labels, spoken, vocabulary, weights, bias, fit_coverage(inside))


def folds_of(examples: Sequence[Example], folds: int = FOLDS) -> NDArray[np.int64]:
    """A fold for each example, spread evenly over every intent and language; the same for the same examples.

    What is out of scope goes by whole languages: real strangers are like none seen before, and an author's weather in one
    language is too much like another's in the next.
    """
    random = np.random.default_rng(SEED)
    assigned = np.zeros(len(examples), dtype=np.int64)
    languages = sorted({example.language or "" for example in examples})
    groups: dict[tuple[str, str | None], list[int]] = {}
    for index, example in enumerate(examples):
        groups.setdefault((example.intent, example.language), []).append(index)
    for (intent, language), members in groups.items():
        start = int(random.integers(folds))
        if intent == OUT_OF_SCOPE and len(languages) > 1:
            assigned[members] = languages.index(language or "") % folds
        else:
            assigned[random.permutation(members)] = (np.arange(len(members)) + start) % folds
    return assigned


@dataclass(frozen=True, slots=True)
class CrossValidated:
    """Scores of every example by a model that never saw it."""

    labels: tuple[str, ...]
    languages: tuple[str, ...]
    decisions: Floats  # examples x (labels, then languages)
    coverage: Floats


def cross_validate(examples: Sequence[Example], texts: Sequence[Extracted], folds: int = FOLDS) -> CrossValidated:
    assigned = folds_of(examples, folds)
    intents, languages = [e.intent for e in examples], [e.language for e in examples]
    labels = tuple(sorted(set(intents)))
    decisions = np.zeros((0, 0), dtype=np.float32)
    coverage = np.zeros(len(examples), dtype=np.float32)
    spoken: tuple[str, ...] = ()
    for fold in range(folds):
        inside = [i for i in range(len(examples)) if assigned[i] != fold]
        outside = [i for i in range(len(examples)) if assigned[i] == fold]
        part = fit([texts[i] for i in inside], [intents[i] for i in inside], [languages[i] for i in inside])
        scores = to_matrix(part.vocabulary, [texts[i] for i in outside]) @ part.weights + part.bias
        if not decisions.size:
            spoken = part.languages
            decisions = np.full((len(examples), len(labels) + len(spoken)), -2.0, dtype=np.float32)
        columns = [labels.index(label) for label in part.labels] + [len(labels) + i for i in range(len(spoken))]
        decisions[np.ix_(np.array(outside), np.array(columns))] = scores
        coverage[outside] = [part.coverage.of(texts[i]) for i in outside]
    return CrossValidated(labels, spoken, decisions, coverage)


def calibrate(examples: Sequence[Example], crossed: CrossValidated) -> Calibration:
    """Temperature on all examples; the border of scope on what is a matter of the shop against what is not."""
    decisions = crossed.decisions[:, : len(crossed.labels)]
    truth = np.array([crossed.labels.index(e.intent) for e in examples])
    temperature = fit_temperature(decisions, truth)
    shop = [i for i, label in enumerate(crossed.labels) if label != OUT_OF_SCOPE]
    inside = np.array([e.intent != OUT_OF_SCOPE for e in examples])
    outside = decisions[:, crossed.labels.index(OUT_OF_SCOPE)] if not inside.all() else np.zeros(len(decisions), np.float32)
    return Calibration(temperature, *fit_scope(decisions[:, shop].max(axis=1), outside, crossed.coverage, inside))


def judge(examples: Sequence[Example], crossed: CrossValidated, calibration: Calibration) -> list[Judged]:
    """What the model would have said to each example, had it never seen it."""
    count = len(crossed.labels)
    judged: list[Judged] = []
    for example, scores, coverage in zip(examples, crossed.decisions, crossed.coverage, strict=True):
        shares = softmax(scores[:count], calibration.temperature)
        best = int(shares.argmax())
        said = crossed.labels[best]
        scope = scope_score(scores[:count], crossed.labels, float(coverage), calibration)
        inside = scope >= calibration.floor and said != OUT_OF_SCOPE
        spoken = crossed.languages[int(scores[count:].argmax())] if crossed.languages else None
        judged.append(Judged(example.text, example.intent, said, float(shares[best]), inside, example.language, spoken))
    return judged


def train(examples: Sequence[Example]) -> tuple[Model, Report]:
    """A calibrated model and its cross-validated report. Raises TrainingError when there is nothing to tell apart."""
    intents = [example.intent for example in examples]
    if len(set(intents)) < 2:
        raise TrainingError("training needs examples of at least two intents")
    begun = time.perf_counter()
    texts = [extract(example.text) for example in examples]
    crossed = cross_validate(examples, texts)
    calibration = calibrate(examples, crossed)
    fitted = fit(texts, intents, [example.language for example in examples])
    model = Model(
        labels=fitted.labels,
        languages=fitted.languages,
        vocabulary=fitted.vocabulary,
        weights=fitted.weights.astype(np.float16),
        bias=fitted.bias,
        coverage=fitted.coverage,
        calibration=calibration,
    )
    notes = (
        f"{len(model.labels)} intents, {len(fitted.vocabulary.keys)} features, {time.perf_counter() - begun:.0f} s",
        f"temperature {calibration.temperature:.3f}; scope: coverage x {calibration.coverage_weight}, out of scope x "
        f"{calibration.outside_weight}, floor {calibration.floor:.3f}",
    )
    return model, report("cross-validated", judge(examples, crossed, calibration), notes)


def main(arguments: Sequence[str] | None = None) -> int:
    """`python -m intents.training --out FILE PATH...`: exit code 1 and one line a fault when the examples are faulty."""
    parser = argparse.ArgumentParser(prog="intents.training")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("paths", type=Path, nargs="+")
    options = parser.parse_args(arguments)
    read = read_all(options.paths)
    for fault in read.errors:
        print(fault, file=sys.stderr)
    try:
        model, figures = train(read.examples)
    except TrainingError as error:
        print(error, file=sys.stderr)
        return 1
    model.save(options.out)
    print(figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
