"""How well the language of a message is told, on tests/language: the model is trained on the examples of intents/examples as they are.

    python -m bench.language [--half held|built]

Messages of at most five words and longer ones without knowing the conversation's language; of those that count as sure, how many are
wrong; mixed, foreign and shared messages by whether they keep the conversation's language. `unseen` are the short messages with a word
that stands in no example.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Sequence

from intents.language import detect
from intents.language_model import LanguageModel, words_of
from intents.language_training import train_language_model
from intents.model import EXAMPLES
from intents.rasa_format import read_all
from tests.halves import BUILT, HELD, language_lines, other_lines


def figures(model: LanguageModel, half: int, known: frozenset[str] = frozenset()) -> dict[str, tuple[int, int]]:
    """For each group how many are right, and of how many."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for line in language_lines():
        if line.half != half:
            continue
        said, sure = detect(line.text, None, model.languages(line.text))
        size = line.group.partition("/")[0]
        groups = [size, f"{size} {line.language}", f"{size} {line.group.partition('/')[2]}", *(["sure"] if sure else [])]
        if size == "short" and known and not known.issuperset(words_of(line.text)):
            groups.append("short unseen")
        for group in groups:
            asked[group] += 1
            right[group] += said == line.language
    for line, priors in other_lines():
        for prior in priors if line.half == half else ():
            asked[line.group] += 1
            right[line.group] += detect(line.text, prior, model.languages(line.text))[0] == prior
    return {group: (right[group], asked[group]) for group in sorted(asked)}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="bench.language")
    parser.add_argument("--half", choices=("held", "built"), default="held")
    half = HELD if parser.parse_args(arguments).half == "held" else BUILT
    examples = read_all((EXAMPLES,)).examples
    start = time.process_time()
    model = train_language_model(examples)
    size = sum(array.nbytes for array in model.to_arrays().values())
    print(f"trained on {len(examples)} examples in {time.process_time() - start:.1f} s of CPU, {size / 1e6:.2f} MB")
    known = frozenset(word for example in examples for word in words_of(example.text))
    for group, (right, asked) in figures(model, half, known).items():
        print(f"  {group:<16}{right / asked:>7.1%}  ({asked})")


if __name__ == "__main__":
    main()
