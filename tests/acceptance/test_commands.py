"""The command as a shop owner types it: what it prints and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

WRONG = """\
shop:
  name: Wrong
  site: https://x.example
  email: a@x.example
  phone: "1"
  address: here
  country: SI
  timezone: Europe/Lublana
colour: red
flows:
  order_staus: order_status
  callback: phone_home
information:
  invoice: { en: "By mail." }
"""


def frontdesk(*words: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        input=stdin,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        timeout=110,
        check=False,
    )


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "config.yml"
    path.write_text(WRONG)
    return path


EVERY_FAULT = (
    ":8: shop.timezone: 'Europe/Lublana' is no time zone",
    ":9: unknown key colour",
    ":11: flows: unknown intent order_staus",
    ":12: flows: no flow is called 'phone_home'",
    ":14: information.invoice has no text for ru",
    ":14: information.invoice has no text for uk",
    ":14: information.invoice has no text for sl",
)


def test_run_lists_every_fault_of_the_configuration_and_stops(wrong: Path) -> None:
    done = frontdesk("run", "--config", str(wrong))
    assert done.returncode == 2
    for fault in EVERY_FAULT:
        assert fault in done.stderr
    assert "Traceback" not in done.stderr


def test_check_lists_them_too(wrong: Path) -> None:
    done = frontdesk("check", "--config", str(wrong))
    assert done.returncode == 2
    for fault in EVERY_FAULT:
        assert fault in done.stdout


def test_the_project_itself_has_no_faults() -> None:
    done = frontdesk("check")
    assert done.stdout.strip() == "No faults."
    assert done.returncode == 0


def test_a_missing_configuration_is_one_line_that_says_what_to_do() -> None:
    done = frontdesk("run", "--config", "nowhere.yml")
    assert done.returncode == 2
    assert done.stderr.strip() == "nowhere.yml: cannot be read: No such file or directory; give another with --config"


def test_wrong_use_ends_with_two() -> None:
    assert frontdesk("sing").returncode == 2
    assert frontdesk("paths", "no_such_flow").returncode == 2
    assert frontdesk("chat", "--language", "de").returncode == 2


def test_chat_reads_lines_and_prints_objects() -> None:
    done = frontdesk("chat", "--json", "--as", "Ana Novak", stdin="where is my order 1002?\nana.novak@example.com\n")
    assert done.returncode == 0, done.stderr
    replies = [json.loads(line) for line in done.stdout.splitlines()]
    assert set(replies[0]) == {"text", "buttons", "attachments", "language", "intent", "flow"}
    assert (replies[0]["intent"], replies[0]["flow"], replies[0]["language"]) == ("order_status", "order_status", "en")
    assert any("1002" in r["text"] and "late" in r["text"] for r in replies)
    assert any(b["payload"].startswith("q:") for r in replies for b in r["buttons"])


def test_chat_answers_in_the_language_it_is_spoken_to() -> None:
    done = frontdesk("chat", stdin="кде моє замовлення 1003\nдякую\n")
    assert done.returncode == 0, done.stderr
    assert "в замовленні 1003" in done.stdout


def test_nlu_test_measures_held_out_examples() -> None:
    done = frontdesk("nlu", "test", "--data", "tests/nlu/en.yml")
    assert done.returncode == 0, done.stderr
    assert "accuracy" in done.stdout.lower()
    assert "f1" in done.stdout.lower()


@contextmanager
def running(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """`frontdesk run` on a free port with its state in a folder: the address, and what it printed."""
    (folder / ".cache").symlink_to(ROOT / ".cache")
    config = (ROOT / "config.yml").read_text()
    (folder / "config.yml").write_text(config)
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run", "--port", "0"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    try:
        printed = []
        for line in process.stdout:
            printed.append(line)
            if "stop" in line:
                break
        address = next(word for line in printed for word in line.split() if word.endswith("/chat")).removesuffix("/chat")
        yield address, printed
    finally:
        process.terminate()
        assert process.wait(20) == 0, "it did not end by itself"
        process.stdout.close()


def test_run_serves_and_its_sums_agree(tmp_path: Path) -> None:
    with running(tmp_path) as (address, printed):
        assert any("/chat" in line for line in printed)
        with urllib.request.urlopen(f"{address}/readyz") as ready:
            assert ready.status == 200
        body = json.dumps({"sender": "customer", "message": "where is my order 1001?"}).encode()
        asked = urllib.request.Request(f"{address}/webhooks/rest/webhook", body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(asked) as answer:
            said = json.loads(answer.read())
        assert said[0]["recipient_id"] == "customer"
        assert "1001" in said[0]["text"]
        with urllib.request.urlopen(f"{address}/metrics") as metrics:
            assert 'frontdesk_inbox_updates{state="answered"} 1.0' in metrics.read().decode()
    done = frontdesk("reconcile", "--config", str(tmp_path / "config.yml"), DATABASE_URL=f"sqlite:///{tmp_path}/.state/frontdesk.db")
    assert done.stdout.splitlines() == ["1 updates: 1 answered", "The sums agree."]
    assert done.returncode == 0
