"""The usual recipe for short texts, as a baseline: TF-IDF of words and of letters in rows of one to four, and a linear classifier.

All of it as scikit-learn has it, with its own defaults but for sublinear counts. Neighbours: `nlu.py` runs it beside Frontdesk's own.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import Pipeline, make_pipeline, make_union
from sklearn.svm import LinearSVC

from bench.public_sets import Row


def classic(rows: Sequence[Row]) -> Pipeline:
    """Trained on texts and intents."""
    words = TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2), token_pattern=r"\w+")
    letters = TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 4), analyzer="char_wb")
    pipeline = make_pipeline(make_union(words, letters), LinearSVC(random_state=7))
    pipeline.fit([text for text, _ in rows], [intent for _, intent in rows])
    return pipeline


def answers(pipeline: Pipeline, texts: Sequence[str]) -> tuple[list[str], NDArray[np.float64]]:
    """The best intent of each text, and how decided it is: the lower, the less it is like anything known."""
    decisions: NDArray[np.float64] = np.asarray(pipeline.decision_function(list(texts)), dtype=np.float64)
    if decisions.ndim == 1:  # of two intents the second's side alone
        decisions = np.stack((-decisions, decisions), axis=1)
    best = decisions.argmax(axis=1)
    return [str(pipeline.classes_[index]) for index in best], decisions.max(axis=1)
