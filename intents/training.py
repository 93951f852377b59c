"""Learns a model from examples: vocabulary, one linear classifier per intent, calibration, and the models beside it.

The only module that imports scikit-learn and scipy (1.6 s and 120 MB), so it never runs inside the server: `python -m
intents.training --out FILE PATH...` is a process of its own, which `cache.py` starts when a model is missing.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

from intents.calibration import fit_scope, fit_temperature
from intents.entities.learned.training import hold_out, train_tagger
from intents.entities.product_words import ordinary_words
from intents.evaluation import Judged, Report, report
from intents.features import WEIGHTS, WEIGHTS_OF_FEW, Extracted, Floats, Keys, Vocabulary, extract, tokens
from intents.folding import fold_word
from intents.intent_map import apply_map, read_map
from intents.language_training import train_language_model
from intents.model import Calibration, Coverage, Model, in_steps, scope_score, softmax
from intents.names import OUT_OF_SCOPE
from intents.rasa_format import Example, read_all

FOLDS: Final = 3  # of calibration; four give the same temperature and floor, for half as much work again
REGULARISATION: Final = 2.0  # LinearSVC's C; from 1 to 8 differ by less than a point
TOLERANCE: Final = 0.1  # 0.01 costs twice the time and is as right
THREADS: Final = 2
SEED: Final = 20261121
# Features of a block seen in fewer texts are dropped: that halves the model and costs nothing. In a few hundred examples, though,
# a word or a pair that stands once is often all there is of a wish.
MIN_TEXTS: Final = (2, 2, 2, 2, 2)
MIN_TEXTS_OF_FEW: Final = (1, 2, 1, 1, 1)
FEW: Final = 3000  # examples


class TrainingError(Exception):
    """The examples cannot be trained on; the message lists why."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A vocabulary, its weights and what coverage needs (the texts of the shop's matters alone), without calibration."""

    labels: tuple[str, ...]
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
    for block, least in enumerate(MIN_TEXTS_OF_FEW if len(texts) < FEW else MIN_TEXTS):
        keys, counts = document_counts([_of_block(text, block) for text in texts])
        enough = counts >= least
        kept.append(keys[enough])
        idf.append(smooth_idf(counts[enough], len(texts)))
    keys, telling = np.concatenate(kept), np.concatenate(idf)
    blocks = np.repeat(np.arange(len(kept), dtype=np.uint8), [len(each) for each in kept])
    frequent = np.argsort(telling, kind="stable")
    keys, telling, blocks = keys[frequent], telling[frequent], blocks[frequent]
    order = np.argsort(keys)
    return Vocabulary(keys[order], order.astype(np.int32), telling, blocks, WEIGHTS_OF_FEW if len(texts) < FEW else WEIGHTS)


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


def fit_columns(matrix: csr_matrix, truth: NDArray[np.str_]) -> tuple[NDArray[np.float32], Floats]:
    """One linear classifier for each distinct value of `truth`, columns in sorted order; one call for all, because
    liblinear copies the matrix with each."""
    machine = LinearSVC(C=REGULARISATION, tol=TOLERANCE, random_state=SEED, max_iter=200)
    machine.fit(matrix, truth)
    weights, bias = machine.coef_.astype(np.float32), machine.intercept_.astype(np.float32)
    if len(machine.classes_) == 2:  # of two classes scikit-learn keeps the second's side alone
        weights, bias = np.concatenate((-weights, weights)), np.concatenate((-bias, bias))
    return weights.T, bias


def fit(texts: Sequence[Extracted], intents: Sequence[str]) -> Fit:
    """Everything but calibration."""
    labels = tuple(sorted(set(intents)))
    vocabulary = fit_vocabulary(texts)
    weights, bias = fit_columns(to_matrix(vocabulary, texts), np.array(intents))
    inside = [text for text, intent in zip(texts, intents, strict=True) if intent != OUT_OF_SCOPE]
    return Fit(labels, vocabulary, weights, bias, fit_coverage(inside))


def folds_of(examples: Sequence[Example], folds: int = FOLDS) -> NDArray[np.int64]:
    """A fold for each example, spread evenly over every intent and language; the same for the same examples.

    Examples that differ in nothing but numbers, punctuation, spelling of a letter or the order of words share a fold, or one would
    give the other's answer away. What is out of scope goes by whole languages: real strangers are like none seen before, and an
    author's weather in one language is too much like another's in the next.
    """
    random = np.random.default_rng(SEED)
    assigned = np.zeros(len(examples), dtype=np.int64)
    languages = sorted({example.language or "" for example in examples})
    first: dict[tuple[str, ...], int] = {}
    twins: list[tuple[int, int]] = []
    groups: dict[tuple[str, str | None], list[int]] = {}
    for index, example in enumerate(examples):
        same = first.setdefault(said(example.text), index)
        if same == index:
            groups.setdefault((example.intent, example.language), []).append(index)
        else:
            twins.append((index, same))
    for (intent, language), members in groups.items():
        start = int(random.integers(folds))
        if intent == OUT_OF_SCOPE and len(languages) > 1:
            assigned[members] = languages.index(language or "") % folds
        else:
            assigned[random.permutation(members)] = (np.arange(len(members)) + start) % folds
    for index, same in twins:
        assigned[index] = assigned[same]
    return assigned


def said(text: str) -> tuple[str, ...]:
    """What is left of a text without order, numbers, punctuation and spelling; the text itself when nothing is."""
    words = {fold_word(word) for word in tokens(text)}
    return tuple(sorted(word for word in words if word and word[0].isalpha())) or (text,)


@dataclass(frozen=True, slots=True)
class CrossValidated:
    """Scores of every example by a model that never saw it."""

    labels: tuple[str, ...]
    decisions: Floats  # examples x labels
    coverage: Floats


def cross_validate(examples: Sequence[Example], texts: Sequence[Extracted], folds: int = FOLDS, *, pool: Executor) -> CrossValidated:
    assigned = folds_of(examples, folds)
    intents = [example.intent for example in examples]
    labels = tuple(sorted(set(intents)))

    def one(fold: int) -> tuple[list[int], Fit]:
        inside = [i for i in range(len(examples)) if assigned[i] != fold]
        outside = [i for i in range(len(examples)) if assigned[i] == fold]
        return outside, fit([texts[i] for i in inside], [intents[i] for i in inside])

    parts = list(pool.map(one, range(folds)))
    decisions = np.full((len(examples), len(labels)), -2.0, dtype=np.float32)
    coverage = np.zeros(len(examples), dtype=np.float32)
    for outside, part in parts:
        if not outside:
            continue
        scores = to_matrix(part.vocabulary, [texts[i] for i in outside]) @ part.weights + part.bias
        columns = [labels.index(label) for label in part.labels]
        decisions[np.ix_(np.array(outside), np.array(columns))] = scores
        coverage[outside] = [part.coverage.of(texts[i]) for i in outside]
    return CrossValidated(labels, decisions, coverage)


def calibrate(examples: Sequence[Example], crossed: CrossValidated) -> Calibration:
    """Temperature on all examples; the border of scope on what is a matter of the shop against what is not."""
    decisions = crossed.decisions
    truth = np.array([crossed.labels.index(e.intent) for e in examples])
    temperature = fit_temperature(decisions, truth)
    shop = [i for i, label in enumerate(crossed.labels) if label != OUT_OF_SCOPE]
    inside = np.array([e.intent != OUT_OF_SCOPE for e in examples])
    outside = decisions[:, crossed.labels.index(OUT_OF_SCOPE)] if not inside.all() else np.zeros(len(decisions), np.float32)
    return Calibration(temperature, *fit_scope(decisions[:, shop].max(axis=1), outside, crossed.coverage, inside))


def judge(examples: Sequence[Example], crossed: CrossValidated, calibration: Calibration) -> list[Judged]:
    """What the model would have said to each example, had it never seen it."""
    judged: list[Judged] = []
    for example, scores, coverage in zip(examples, crossed.decisions, crossed.coverage, strict=True):
        shares = softmax(scores, calibration.temperature)
        best = int(shares.argmax())
        said = crossed.labels[best]
        scope = scope_score(scores, crossed.labels, float(coverage), calibration)
        inside = scope >= calibration.floor and said != OUT_OF_SCOPE
        judged.append(Judged(example.text, example.intent, said, float(shares[best]), inside, example.language))
    return judged


def train(examples: Sequence[Example]) -> tuple[Model, Report]:
    """A calibrated model and its cross-validated report. Raises TrainingError when there is nothing to tell apart."""
    intents = [example.intent for example in examples]
    if sum(count > 1 for count in Counter(intents).values()) < 2:
        raise TrainingError("training needs at least two intents with two examples each")
    begun = time.perf_counter()
    texts = [extract(example.text) for example in examples]
    with ThreadPoolExecutor(THREADS) as pool:  # liblinear lets go of the interpreter, so two fits share the time
        whole = pool.submit(fit, texts, intents)
        crossed = cross_validate(examples, texts, pool=pool)
        fitted = whole.result()
    calibration = calibrate(examples, crossed)
    weights, step = in_steps(fitted.weights)
    model = Model(
        labels=fitted.labels,
        vocabulary=fitted.vocabulary,
        weights=weights,
        step=step,
        bias=fitted.bias,
        coverage=fitted.coverage,
        calibration=calibration,
        talk=ordinary_words((example.text, example.intent) for example in examples),
        spoken=train_language_model(examples) if len({example.language for example in examples} - {None}) > 1 else None,
    )
    size, seconds = len(fitted.vocabulary.keys), time.perf_counter() - begun
    notes = [f"{len(model.labels)} intents, {size} features, {seconds:.0f} s", str(calibration)]
    return model, report("cross-validated", judge(examples, crossed, calibration), notes)


def main(arguments: Sequence[str] | None = None) -> int:
    """`python -m intents.training --out FILE [--map FILE] PATH...`: exit code 1 and one line a fault when the examples are faulty."""
    parser = argparse.ArgumentParser(prog="intents.training")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--map", type=Path, dest="names")
    parser.add_argument("paths", type=Path, nargs="+")
    options = parser.parse_args(arguments)
    read = read_all(options.paths)
    if options.names:
        read = apply_map(read, read_map(options.names))
    for fault in read.errors:
        sys.stderr.write(f"{fault}\n")
    try:
        model, figures = train(read.examples)
    except TrainingError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    tagger = train_tagger(read)
    if tagger:
        model = replace(model, tagger=tagger)
    model.save(options.out)
    sys.stdout.write(f"{figures}\n")
    found = hold_out(read)
    if found.kinds:
        sys.stdout.write(f"every fourth message left out and asked:\n{found}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
