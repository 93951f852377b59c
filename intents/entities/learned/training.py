"""Makes an `EntityTagger` of training data. Runs in the training process only (scipy).

Every annotated message is learned twice: as it is, and veiled, where the values are only new words and so the words around them must
tell. That is how "in [Ljubljana](city)" teaches "in Idrija". Neighbours: `field.py` does the mathematics, `words.py` the features,
`intents/training.py` calls `train_tagger`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from scipy.sparse import csr_matrix

from intents.entities.learned.exact import Exact, flags, synonym_key, within
from intents.entities.learned.field import Messages, learn
from intents.entities.learned.figures import EntityReport, entity_report
from intents.entities.learned.tagger import EntityTagger, Floats, Kind
from intents.entities.learned.words import OUTSIDE, REACH, Words, around, at_offset, cut, features
from intents.rasa_values import Annotation, Example, Examples

HELD_OUT: Final = 4  # one message of so many
LONGEST: Final = 80  # words of a message that are learned from
# Messages of files without any annotation, for each annotated one, as examples of what is no entity. Beside a bot of 150 annotated
# messages, 2 of them for each leave a false entity in 2 % of Frontdesk's own messages (none: 6 %, 13: 0.4 %) and cost 3 points of F1
# (13: 5 points).
PLAIN: Final = 3
MOST_PLAIN: Final = 2000
VEILED_WEIGHT: Final = 1.0  # 0.2 to 1 differ by less than two points of F1
_B, _I, _L, _U = 1, 2, 3, 4


@dataclass(frozen=True, slots=True)
class _Message:
    words: Words
    labels: tuple[int, ...]
    flagged: dict[int, list[str]]


def train_tagger(examples: Examples) -> EntityTagger | None:
    """None when the data have no annotation, synonym, lookup or regex. Deterministic; seconds for a thousand annotations."""
    annotated = any(example.annotations for example in examples.examples)
    if not (annotated or examples.synonyms or examples.lookups or examples.regexes):
        return None
    lookups: dict[str, list[str]] = {}
    for lookup in examples.lookups:
        lookups.setdefault(lookup.name, []).extend(lookup.values)
    exact = Exact(lookups, [(regex.name, pattern) for regex in examples.regexes for pattern in regex.patterns])
    kinds = kinds_of(examples.examples)
    given = set(lookups) | {regex.name for regex in examples.regexes}
    # As in Rasa a list or pattern makes entities only under the name of an annotated one: `lookup: products` beside
    # `[..](product)` is a help for the tagger. Where nothing is annotated, lists of values can mean nothing else.
    named = given & {kind.entity for kind in kinds} if kinds else set(lookups)
    rows, weights = _learned(examples.examples, kinds, exact) if kinds else ([], np.zeros((0, 1), dtype=np.float32))
    return EntityTagger(
        kinds=kinds,
        features={name: row for row, name in enumerate(rows)},
        weights=weights.astype(np.float16).astype(np.float32),  # as it will be when loaded
        exact=exact,
        synonyms=synonyms_of(examples),
        named=frozenset(named),
    )


def hold_out(examples: Examples) -> EntityReport:
    """How well entities of every fourth message are found by what the others teach; empty when nothing is annotated."""
    told = examples.examples
    if not any(example.annotations for example in told):
        return EntityReport(())
    learned = train_tagger(replace(examples, examples=tuple(each for at, each in enumerate(told) if at % HELD_OUT)))
    return entity_report(told[::HELD_OUT], learned.find if learned else lambda _: ())


def kinds_of(examples: Iterable[Example]) -> tuple[Kind, ...]:
    found = {Kind(mark.entity, mark.role, mark.group) for example in examples for mark in example.annotations}
    return tuple(sorted(found, key=lambda kind: (kind.entity, kind.role, kind.group)))


def synonyms_of(examples: Examples) -> dict[str, str]:
    """Variants, as `synonym_key` has them, with their values: from `synonym` sections and from annotations whose value is not their
    text. Where two disagree the section wins, and among sections the last, as in Rasa."""
    found: dict[str, str] = {}
    for example in examples.examples:
        for mark in example.annotations:
            said = example.text[mark.start : mark.end]
            if mark.value != said:
                found[synonym_key(said)] = mark.value
    for synonym in examples.synonyms:
        found[synonym_key(synonym.value)] = synonym.value
        for variant in synonym.variants:
            found[synonym_key(variant)] = synonym.value
    return found


def labels_of(words: Words, marks: Sequence[Annotation], kinds: Sequence[Kind]) -> tuple[int, ...]:
    """The label of each word. A mark that ends inside a word takes the whole word; the first of two that overlap counts."""
    labels = [0] * len(words.said)
    for mark in marks:
        touched = within(words, mark.start, mark.end)
        if not touched or any(labels[at] for at in touched):
            continue
        base = 4 * kinds.index(Kind(mark.entity, mark.role, mark.group))
        for at in touched:
            labels[at] = base + _I
        labels[touched[0]], labels[touched[-1]] = base + _B, base + _L
        if len(touched) == 1:
            labels[touched[0]] = base + _U
    return tuple(labels)


def _learned(examples: Sequence[Example], kinds: Sequence[Kind], exact: Exact) -> tuple[list[str], Floats]:
    messages = [_message(example, kinds, exact) for example in _told(examples)]
    messages = [message for message in messages if message.words.said]
    counts = Counter(word for message in messages for word in message.words.folded)
    values = {word for m in messages for word, label in zip(m.words.folded, m.labels, strict=True) if label}
    known = {word for word, count in counts.items() if count > 1} | values
    seen: list[list[str]] = []
    labels: list[int] = []
    starts, weights = [0], []
    for message in messages:
        veils = [frozenset[int]()]
        if any(message.labels):
            veils.append(_veil(message, counts))
        for number, veil in enumerate(veils):
            seen += _features(message, known, veil)
            labels += message.labels
            starts.append(len(seen))
            weights.append(1.0 if not number else VEILED_WEIGHT)
    often = Counter(name for names in seen for name in names)
    told = {f"0:f={word}" for word in values}  # a value that was said once is remembered all the same
    kept = sorted(name for name, count in often.items() if count > 1 or name in told)
    rows = {name: row for row, name in enumerate(kept)}
    ids = [[rows[name] for name in names if name in rows] for names in seen]
    ends = np.cumsum([0, *map(len, ids)])
    flat = np.array([row for each in ids for row in each], dtype=np.int64)
    matrix = csr_matrix((np.ones(len(flat), dtype=np.float32), flat, ends), shape=(len(seen), len(kept)))
    matrix.sum_duplicates()
    return kept, learn(Messages(matrix, np.array(labels), np.array(starts), np.array(weights)), kinds)


def _told(examples: Sequence[Example]) -> Iterator[Example]:
    """What teaches: files with annotations whole, for there a word without a mark is no entity. Of other files, as Frontdesk's own
    examples beside an imported bot's, nothing is known, so only some, and none that has a word of a known value."""
    files = {example.file for example in examples if example.annotations}
    values = {word for example in examples for mark in example.annotations for word in cut(example.text[mark.start : mark.end]).folded}
    plain: list[Example] = []
    for example in examples:
        if example.file in files:
            yield example
        elif not values.intersection(cut(example.text).folded):
            plain.append(example)
    most = min(MOST_PLAIN, PLAIN * sum(bool(example.annotations) for example in examples))
    step = max(1, -(-len(plain) // max(1, most)))
    yield from plain[::step]


def _message(example: Example, kinds: Sequence[Kind], exact: Exact) -> _Message:
    words = cut(example.text)
    labels = labels_of(words, example.annotations, kinds)
    flagged = flags(words, exact.looked_up(words), exact.matched(example.text))
    if len(words.said) > LONGEST:
        end = LONGEST
        while end and labels[end - 1] and (labels[end - 1] - 1) % 4 + 1 in (_B, _I):
            end -= 1  # a mark that would be cut is left out
        words = Words(words.said[:end], words.folded[:end], words.starts[:end], words.ends[:end])
        labels = labels[:end]
        flagged = {at: names for at, names in flagged.items() if at < end}
    return _Message(words, labels, flagged)


def _veil(message: _Message, counts: Counter[str]) -> frozenset[int]:
    """Words to hide: the values, and words that occur only once, so that being new alone is no sign of a value."""
    pairs = enumerate(zip(message.words.folded, message.labels, strict=True))
    return frozenset(at for at, (word, label) in pairs if label or counts[word] == 1)


def _features(message: _Message, known: set[str], veil: frozenset[int]) -> list[list[str]]:
    """For every word the names of its features, as `EntityTagger.scores` will add them up."""
    words, count = message.words, len(message.words.said)
    given = [
        features(said, known=plain in known, veiled=at in veil)
        for at, (said, plain) in enumerate(zip(words.said, words.folded, strict=True))
    ]
    edge = features(OUTSIDE, known=True)
    plain = tuple("\x03" if at in veil else word for at, word in enumerate(words.folded))
    found: list[list[str]] = []
    for at in range(count):
        names: list[str] = []
        for offset in range(-REACH, REACH + 1):
            place = at + offset
            names += at_offset(offset, given[place] if 0 <= place < count else edge)
        names += around(plain, at)
        for place, offset in ((at, 0), (at - 1, -1), (at + 1, 1)):
            if place not in veil:
                names += [f"{offset}:{name}" for name in message.flagged.get(place, ())]
        found.append(names)
    return found
