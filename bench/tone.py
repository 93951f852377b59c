"""How well the tone of a message is heard: precision and recall on tests/tone, and on the examples of `abuse`, which others wrote.

    python -m bench.tone [--half held|built]

The half that was looked at while the phrases were collected is `built`; quote the other. Then the share of all examples but those of
abuse and complaint that sound calm, and the time for one message in microseconds of CPU (median).
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import Counter
from collections.abc import Sequence

from intents.model import EXAMPLES
from intents.rasa_format import read_all
from intents.tone import tone_of
from intents.understanding import LANGUAGES, Tone
from tests.halves import BUILT, HELD, tone_lines

ROUNDS = 20
CROSS = ("abuse", "complaint")


def counts(half: int) -> dict[str, Counter[tuple[str, str]]]:
    """For each language how often a tone (first) was taken for another (second)."""
    found: dict[str, Counter[tuple[str, str]]] = {language: Counter() for language in LANGUAGES}
    for line in tone_lines():
        if line.half == half:
            found[line.language][line.group, tone_of(line.text).value] += 1
    return found


def precision(taken: Counter[tuple[str, str]], tone: str) -> float:
    called = sum(count for (_, said), count in taken.items() if said == tone)
    return taken[tone, tone] / called if called else 0.0


def recall(taken: Counter[tuple[str, str]], tone: str) -> float:
    meant = sum(count for (truth, _), count in taken.items() if truth == tone)
    return taken[tone, tone] / meant if meant else 0.0


def accuracy(taken: Counter[tuple[str, str]]) -> float:
    return sum(count for (truth, said), count in taken.items() if truth == said) / max(1, taken.total())


def examples_heard() -> dict[str, tuple[float, float, float]]:
    """For each language, of the training examples: the share of `abuse` heard as abusive, of all others as calm and as abusive."""
    found: dict[str, list[Counter[Tone]]] = {language: [Counter(), Counter()] for language in LANGUAGES}
    for example in read_all((EXAMPLES,)).examples:
        if example.language in found and (example.intent == "abuse" or example.intent not in CROSS):
            found[example.language][example.intent != "abuse"][tone_of(example.text)] += 1
    return {
        language: (
            rude[Tone.ABUSIVE] / max(1, rude.total()),
            rest[Tone.CALM] / max(1, rest.total()),
            rest[Tone.ABUSIVE] / max(1, rest.total()),
        )
        for language, (rude, rest) in found.items()
    }


def microseconds() -> float:
    texts = [line.text for line in tone_lines()]
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for text in texts:
            tone_of(text)
        rounds.append((time.process_time() - start) / len(texts) * 1e6)
    return statistics.median(rounds)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="bench.tone")
    parser.add_argument("--half", choices=("held", "built"), default="held")
    half = HELD if parser.parse_args(arguments).half == "held" else BUILT
    taken = counts(half)
    print("precision/recall  " + "".join(f"{tone.value:>14}" for tone in Tone) + "      right")
    for language, table in {**taken, "all": sum(taken.values(), Counter())}.items():
        cells = "".join(f"{precision(table, t):>8.0%}/{recall(table, t):<5.0%}" for t in Tone)
        print(f"  {language:<16}{cells}{accuracy(table):>8.1%}  ({table.total()})")
    print("training examples: abuse heard as abusive, all others but complaints heard as calm, as abusive")
    for language, (rude, calm, wrong) in examples_heard().items():
        print(f"  {language}: {rude:.0%}, {calm:.1%}, {wrong:.2%}")
    print(f"median {microseconds():.0f} microseconds a message")


if __name__ == "__main__":
    main()
