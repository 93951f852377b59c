"""How well messages are understood, and how fast, each figure beside a plain baseline run on the same data.

    python -m bench.nlu                                       # all of it; the public sets below .cache/public
    python -m bench.nlu --banking DIR --clinc FILE --support DIR
    python -m bench.nlu --own --training
    python -m bench.nlu --speed [--seconds 5] [--rasa http://127.0.0.1:5005 [--rasa-pid 4711]]

With one of these only those parts run. Protocols:

    Banking77     10 examples an intent by chance from the official training rows, all official test rows; mean of 5 draws
    CLINC150      the small variant, all its training rows, with and without its 100 messages out of scope; the 4,500 test messages and
                  the 1,000 out of scope
    support       20 examples an intent by chance, 2,000 other messages; mean of 3 draws; out of scope are CLINC150's 1,000
    own           4-fold cross-validation of the project's examples (`frontdesk nlu test`); language of held-out messages of five words
                  or fewer

"caught" and "kept" are shares of what is out of scope and of the rest that the model leaves out and in at the floor it found in its own
cross-validation; "at 95 %" puts the floor where 95 % of the test's own messages stay in, and says how the two can be told apart rather than
what a shop would see. "joint" is the share of all messages that are right: the right intent and kept, or out of scope and caught. The
baseline (`classic.py`) has no floor of its own. No set is shipped: `public_sets.py` says how to fetch one that is missing, and the rest
goes on. Neighbours: `parse.py` measures speed.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import numpy as np
from numpy.typing import NDArray

from bench import parse
from bench.classic import answers, classic
from bench.public_sets import Missing, Row, banking, clinc, few, others, support
from intents import commands
from intents.engine import Engine
from intents.evaluation import Judged, f1_scores
from intents.model import EXAMPLES, Model, ensure
from intents.names import OUT_OF_SCOPE
from intents.rasa_format import read_all
from intents.rasa_values import Example
from intents.styles import words_of
from intents.training import folds_of, train

ROOT = Path(__file__).parent.parent
HELD_OUT = ROOT / "tests" / "nlu"
FOLDS = 4
SHORT = 5  # words
KEPT = 0.95
AIMS = {"banking": 76.0, "clinc": 88.9, "clinc caught": 75.0, "support": 96.5, "support caught": 90.0, "support at 95": 97.0}
OWN_AIM, LANGUAGE_AIM = 92.0, 96.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """Shares from 0 to 1; those of scope are NaN without messages out of scope, or without a floor."""

    accuracy: float
    kept: float
    caught: float
    at_95: float
    joint: float


@dataclass(frozen=True, slots=True)
class Answered:
    """To a row of messages: best intents, how much each is like what is known, and whether it was kept (None: there is no floor)."""

    said: list[str]
    scope: NDArray[np.float64]
    kept: NDArray[np.bool_] | None = None


def outcome(test: Sequence[Row], asked: Answered, outside: Answered | None) -> Outcome:
    """`asked` are the answers to the test, `outside` those to what is out of scope, when there is any."""
    right = np.array([best == intent for best, (_, intent) in zip(asked.said, test, strict=True)])
    nothing = float("nan")
    if outside is None:
        return Outcome(float(right.mean()), nothing, nothing, nothing, nothing)
    at_95 = float(np.mean(outside.scope < np.quantile(asked.scope, 1 - KEPT)))
    if asked.kept is None or outside.kept is None:
        return Outcome(float(right.mean()), nothing, nothing, at_95, nothing)
    joint = (np.count_nonzero(right & asked.kept) + np.count_nonzero(~outside.kept)) / (len(right) + len(outside.said))
    return Outcome(float(right.mean()), float(asked.kept.mean()), float(1 - outside.kept.mean()), at_95, float(joint))


def ours(rows: Sequence[Row], test: Sequence[Row], outside: Sequence[str]) -> Outcome:
    model, _ = train([Example(text, intent, None, Path("bench"), line) for line, (text, intent) in enumerate(rows, 1)])

    def read(texts: Sequence[str]) -> Answered:
        readings = [model.read(text) for text in texts]
        said = [each.ranking[0].name for each in readings]
        return Answered(said, np.array([each.scope for each in readings]), np.array([each.in_scope for each in readings]))

    return outcome(test, read([text for text, _ in test]), read(outside) if outside else None)


def plain(rows: Sequence[Row], test: Sequence[Row], outside: Sequence[str]) -> Outcome:
    pipeline = classic([row for row in rows if row[1] != OUT_OF_SCOPE])
    asked = Answered(*answers(pipeline, [text for text, _ in test]))
    return outcome(test, asked, Answered(*answers(pipeline, outside)) if outside else None)


def mean(outcomes: Sequence[Outcome]) -> Outcome:
    return Outcome(*(fmean(getattr(each, name) for each in outcomes) for name in Outcome.__slots__))


Draw = tuple[list[Row], list[Row], list[str]]  # to train on, to test on, out of scope


def compare(name: str, draws: Sequence[Draw]) -> Outcome:
    """Both on every draw; prints two lines and gives Frontdesk's mean."""
    begun = time.perf_counter()
    found = [ours(*draw) for draw in draws]
    took = time.perf_counter() - begun
    base = [plain(*draw) for draw in draws]
    mine, theirs = mean(found), mean(base)
    size = f"{len(draws[0][0])} train, {len(draws[0][1])} test" + (f", {len(draws[0][2])} out of scope" if draws[0][2] else "")
    spread = f"; {min(each.accuracy for each in found):.1%} to {max(each.accuracy for each in found):.1%}" if len(found) > 1 else ""
    print(f"\n{name} ({size}; {len(draws)} draw{'s' if len(draws) > 1 else ''}{spread}; {took:.0f} s)")
    print(f"  {'':<12}{'accuracy':>9}{'kept':>8}{'caught':>8}{'joint':>8}{'caught at 95 % kept':>21}")
    for who, each in (("frontdesk", mine), ("tf-idf svm", theirs)):
        shares = (_share(share) for share in (each.accuracy, each.kept, each.caught, each.joint, each.at_95))
        print("  {:<12}{:>9}{:>8}{:>8}{:>8}{:>21}".format(who, *shares))
    errors = (1 - mine.accuracy) / max(1e-9, 1 - theirs.accuracy)
    print(f"  ratio to the baseline: accuracy {mine.accuracy / theirs.accuracy:.3f}, errors {errors:.2f}")
    return mine


def _share(value: float) -> str:
    return "-" if np.isnan(value) else f"{value:.1%}"


def aim(what: str, reached: float, wanted: float) -> None:
    """One line: is it reached? Both in percent."""
    print(f"  {'reached' if reached >= wanted else 'MISSED '}  {what}: {reached:.1f} of {wanted:.1f}")


def run_banking(given: Path | None) -> None:
    rows, test = banking(given)
    mine = compare("Banking77, 10 examples an intent", [(few(rows, 10, seed), test, []) for seed in range(5)])
    aim("accuracy", mine.accuracy * 100, AIMS["banking"])


def run_clinc(given: Path | None) -> None:
    data = clinc(given)
    compare("CLINC150 small, without examples out of scope", [(data.train, data.test, data.outside_test)])
    outside = [(text, OUT_OF_SCOPE) for text in data.outside_train]
    mine = compare("CLINC150 small, with its 100 out of scope", [([*data.train, *outside], data.test, data.outside_test)])
    aim("accuracy", mine.accuracy * 100, AIMS["clinc"])
    aim("out of scope caught", mine.caught * 100, AIMS["clinc caught"])


def run_support(given: Path | None, clinc_at: Path | None) -> None:
    rows = support(given)
    outside: list[str] = []
    try:
        outside = clinc(clinc_at).outside_test
    except Missing as error:
        print(f"\n{error}\nWithout it nothing is out of scope in the customer-service set.")
    draws: list[Draw] = []
    for seed in range(3):
        chosen = few(rows, 20, seed)
        draws.append((chosen, others(rows, chosen, 2000, seed), outside))
    mine = compare("customer service, 20 examples an intent", draws)
    aim("accuracy", mine.accuracy * 100, AIMS["support"])
    if outside:
        aim("out of scope caught with 95 % kept", mine.at_95 * 100, AIMS["support at 95"])
        aim("out of scope caught at the floor it found", mine.caught * 100, AIMS["support caught"])


def run_own(*, baseline: bool) -> None:
    print("\nown examples, cross-validated", flush=True)
    figures = commands.cross_validate([EXAMPLES], FOLDS)
    print(figures)
    base = _classic_by_language() if baseline else {}
    print(f"\n  {'macro F1':<12}{'frontdesk':>10}{'tf-idf svm':>12}{'ratio':>8}")
    for language, score in figures.by_language.items():
        beside = f"{base[language]:12.1%}{score.macro_f1 / base[language]:8.3f}" if language in base else ""
        print(f"  {language:<12}{score.macro_f1:10.1%}{beside}")
    for language, score in figures.by_language.items():
        aim(f"macro F1 in {language}", score.macro_f1 * 100, OWN_AIM)
    _language()


def _classic_by_language() -> dict[str, float]:
    """The baseline's macro F1 over the same folds."""
    examples = read_all([EXAMPLES]).examples
    assigned = folds_of(examples, FOLDS)
    judged: list[Judged] = []
    for fold in range(FOLDS):
        inside = [(example.text, example.intent) for example, at in zip(examples, assigned, strict=True) if at != fold]
        asked = [example for example, at in zip(examples, assigned, strict=True) if at == fold and example.intent != OUT_OF_SCOPE]
        said, _ = answers(classic(inside), [example.text for example in asked])
        judged += [Judged(e.text, e.intent, best, 0.0, True, e.language) for e, best in zip(asked, said, strict=True)]
    spoken = sorted({each.language or "" for each in judged})
    return {name: fmean(score for score, _ in f1_scores([e for e in judged if e.language == name]).values()) for name in spoken}


def _language() -> None:
    engine = Engine(Model.load(ensure([EXAMPLES], ROOT / ".cache")))
    short = [e for e in read_all([HELD_OUT]).examples if e.language and words_of(e.text) <= SHORT]
    right = [engine.understand(example.text).language == example.language for example in short]
    print(f"\nlanguage of {len(short)} held-out messages of {SHORT} words or fewer: {fmean(right):.1%} right")
    aim("language of short messages", fmean(right) * 100, LANGUAGE_AIM)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("banking", "clinc", "support"):
        parser.add_argument(f"--{name}", type=Path, nargs="?", const=Path(), help="where the set lies; default: below .cache/public")
    parser.add_argument("--own", action="store_true", help="cross-validation of the project's examples")
    parser.add_argument("--no-baseline", action="store_true", help="the project's examples without the baseline, which takes minutes")
    parser.add_argument("--training", action="store_true", help="how long it takes from nothing")
    parser.add_argument("--speed", action="store_true", help="answering in process and over HTTP")
    parser.add_argument("--seconds", type=float, default=5.0, help="of load on one server in one round")
    parser.add_argument("--rasa", help="address of a Rasa server with a trained model, to compare with")
    parser.add_argument("--rasa-pid", type=int, help="its process, whose CPU is read")
    asked = parser.parse_args()

    def place(path: Path | None) -> Path | None:
        return None if path in (None, Path()) else path

    parts: dict[str, Callable[[], None]] = {
        "banking": lambda: run_banking(place(asked.banking)),
        "clinc": lambda: run_clinc(place(asked.clinc)),
        "support": lambda: run_support(place(asked.support), place(asked.clinc)),
        "own": lambda: run_own(baseline=not asked.no_baseline),
        "training": parse.training,
        "speed": lambda: parse.run(HELD_OUT, asked.seconds, asked.rasa, asked.rasa_pid),
    }
    chosen = [name for name in parts if getattr(asked, name)] or list(parts)
    print(f"{os.cpu_count()} CPUs, load {os.getloadavg()[0]:.1f}")
    for name in chosen:
        try:
            parts[name]()
        except Missing as error:
            print(f"\n{error}", flush=True)


if __name__ == "__main__":
    main()
