"""What the steps of a run resulted in: the memory by which a flow survives restarts, corrections and deploys.

Theory. A flow is a plain async function that is run again from its top in every turn. A step that finds its entry here is
recalled; the first step without one is where the conversation stands. So the journal, not the call stack, is the state, and
three things must be true of it:

* an entry is named by *what* was asked (`kind:name#occurrence`, or `[per]` in a loop), never by its position: questions may be
  added, removed and reordered by a deploy and old answers still find their place;
* an answer carries a digest of what its question depended on (`choices`, `about`). When that differs today, the answer is
  stale and the question is asked again: nobody returns an item of another order;
* entries are plain JSON values: nothing live can leak from one turn into the next.

Everything here is pure: each change gives a new `Journal`. Writing it down is the store's work, replaying it the runner's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

import msgspec

Value = str | int | bool | None | tuple[str, ...]
"""What an answer or a result may be: plain, immutable, the same after a trip through JSON."""


class Kind(StrEnum):
    ASK = "ask"  # an answer of the customer (or filled in from what they had said already)
    CONFIRM = "confirm"  # a yes to a summary
    SAY = "say"  # something that has been said; the value is the digest of its parameters
    LOOK = "look"  # a reading that must not move under the customer (keep=True)
    DO = "do"  # a finished deed; the value is its result as JSON
    PROVE = "prove"  # a proof that was wrong; right ones are looked up afresh
    PROMISE = "promise"  # in the ledger


class Source(StrEnum):
    CUSTOMER = "customer"  # answered this question
    HINT = "hint"  # said before being asked
    MEMORY = "memory"  # known from earlier in the conversation
    ENGINE = "engine"


@dataclass(frozen=True, slots=True)
class Entry:
    """`basis` is the digest of what the question depended on; `slot` names how an answer is read and checked;
    `options` are the (value, title) pairs it was chosen from, by which "no, the other one" finds its question again."""

    key: str
    kind: Kind
    value: Value = None
    basis: str = ""
    source: Source = Source.ENGINE
    slot: str = ""
    sensitive: bool = False
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Journal:
    """Entries in the order in which they came to be; the keys are unique."""

    entries: tuple[Entry, ...] = ()

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def get(self, key: str) -> Entry | None:
        return next((e for e in self.entries if e.key == key), None)

    def put(self, entry: Entry) -> Journal:
        """With this entry; one of the same key is replaced where it stands, so that the order of the talk is kept."""
        if self.get(entry.key) is None:
            return Journal((*self.entries, entry))
        return Journal(tuple(entry if e.key == entry.key else e for e in self.entries))

    def drop(self, key: str) -> Journal:
        return Journal(tuple(e for e in self.entries if e.key != key))

    def answers(self) -> tuple[Entry, ...]:
        """What the customer may still take back: answers after the last deed, oldest first.

        Nothing goes back behind a `do`; an answer that a deed already rests on is not offered.
        """
        last_deed = max((i for i, e in enumerate(self.entries) if e.kind is Kind.DO), default=-1)
        return tuple(e for e in self.entries[last_deed + 1 :] if e.kind is Kind.ASK and e.value is not None)

    def back(self) -> Journal | None:
        """Without the customer's last own answer and what was confirmed after it; None when there is no step to go back."""
        for entry in reversed(self.answers()):
            if entry.source is Source.CUSTOMER:
                return self._forget_from(entry.key).put(replace(entry, value=None))  # asked again, whatever hints would say
        return None

    def correct(self, key: str, value: Value) -> Journal:
        """With another answer to an earlier question. Confirmations after it are void: they were of something else.

        The same answer again changes nothing.
        """
        old = self.get(key)
        if old is None or old.value == value:
            return self
        kept = self._without_confirmations_after(key)
        return kept.put(replace(old, value=value, source=Source.CUSTOMER))

    def reopen(self, key: str) -> Journal:
        """With an answer taken back that is to be asked again, even if what was said before would answer it."""
        old = self.get(key)
        return self if old is None else self._without_confirmations_after(key).put(replace(old, value=None))

    def without_sensitive(self) -> Journal:
        return Journal(tuple(e for e in self.entries if not e.sensitive))

    def _forget_from(self, key: str) -> Journal:
        at = next(i for i, e in enumerate(self.entries) if e.key == key)
        kept = tuple(e for e in self.entries[at + 1 :] if e.kind in (Kind.DO, Kind.PROMISE, Kind.PROVE, Kind.SAY, Kind.LOOK))
        return Journal(self.entries[:at] + kept)

    def _without_confirmations_after(self, key: str) -> Journal:
        at = next(i for i, e in enumerate(self.entries) if e.key == key)
        return Journal(self.entries[: at + 1] + tuple(e for e in self.entries[at + 1 :] if e.kind is not Kind.CONFIRM))


def digest(*parts: object) -> str:
    """A short stable name for values; equal values give equal digests in every process."""
    data = msgspec.json.encode(parts, order="deterministic")
    return hashlib.blake2b(data, digest_size=6).hexdigest()
