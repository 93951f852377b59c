"""`scripts/rasa` finds a Python that works, and an installation that broke off is made anew. Nothing is downloaded here."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.chat import ROOT

TOOLS = ("bash", "env", "dirname", "sed", "awk", "cat", "rm", "mkdir", "cksum", "cp", "chmod", "touch", "find")

PYTHON = """\
#!/usr/bin/env bash
# Stands in for Python 3.10: makes an environment of itself, and notes what pip was asked for.
case "$1 $2" in
  "-m venv") mkdir -p "$3/bin"; cp "$0" "$3/bin/python" ;;
  "-m pip") echo "$*" >>"$NOTED"; [ ! -e "$BROKEN" ] ;;
  *venv*) [ "${*: -1}" != nothing ] ;;
  *executable*) echo "$0" ;;
  *version_info*) echo 3.10 ;;
esac
"""


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A machine with a shell and no Python at all; `bin` is its PATH."""
    (tmp_path / "bin").mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found is not None
        (tmp_path / "bin" / tool).symlink_to(found)
    return tmp_path


def put(machine: Path, name: str, text: str) -> Path:
    path = machine / "bin" / name
    path.write_text(text)
    path.chmod(0o755)
    return path


def script(machine: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(machine / "bin"), "HOME": str(machine), "NOTED": str(machine / "noted"), "BROKEN": str(machine / "broken")}
    return subprocess.run(
        [str(ROOT / "scripts" / "rasa"), *words], env=environment | more, capture_output=True, text=True, check=False, timeout=60
    )


def test_without_a_python_for_it_one_sentence_says_what_to_do(machine: Path) -> None:
    done = script(machine, "install")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Rasa 3.6.21 needs Python 3.10, 3.9 or 3.8 with venv, and none was found")
    assert done.stderr.count("\n") == 1


def test_a_shim_that_starts_nothing_is_passed_over(machine: Path) -> None:
    put(machine, "python3.10", "#!/usr/bin/env bash\nexit 127\n")
    (machine / "bin" / "python3.9").symlink_to(sys.executable)  # a Python that works, of another version than its name
    assert script(machine, "python").returncode == 2
    good = put(machine, "python3.8", PYTHON)
    assert script(machine, "python").stdout.strip() == str(good)


def test_a_python_of_pyenv_is_found(machine: Path) -> None:
    good = put(machine, "good", PYTHON)
    versions = machine / ".pyenv" / "versions" / "3.10.13" / "bin"
    versions.mkdir(parents=True)
    good.rename(versions / "python")
    assert script(machine, "python").stdout.strip() == str(versions / "python")


def test_a_python_that_is_named_must_work(machine: Path) -> None:
    put(machine, "python3.10", PYTHON)
    done = script(machine, "python", RASA_PYTHON="/nowhere/python3.10")
    assert done.returncode == 2
    assert "RASA_PYTHON=/nowhere/python3.10 is no working Python" in done.stderr


def test_an_installation_that_broke_off_is_made_anew_and_a_whole_one_is_left_alone(machine: Path) -> None:
    put(machine, "python3.10", PYTHON)
    folder, noted = machine / ".cache" / "frontdesk" / "rasa-3.6.21-py3.10", machine / "noted"
    (machine / "broken").touch()
    broken = script(machine, "install")
    assert (broken.returncode, broken.stdout) == (1, "")
    assert "to download" in broken.stderr, "size and time are said beforehand"
    (machine / "broken").unlink()
    (folder / "half-written").touch()
    again = script(machine, "install")
    assert (again.returncode, again.stdout.strip()) == (0, str(folder))
    assert "broke off" in again.stderr
    assert not (folder / "half-written").exists()
    calls = noted.read_text()
    assert "--require-hashes" in calls
    third = script(machine, "install")
    assert (third.returncode, third.stdout.strip(), third.stderr) == (0, str(folder), "")
    assert noted.read_text() == calls


def test_training_does_not_begin_without_an_environment(machine: Path) -> None:
    done = script(machine, "train")
    assert done.returncode == 2
    assert "Training" not in done.stderr


def test_everything_is_pinned_with_its_hashes() -> None:
    text = (ROOT / "intents" / "rasa" / "requirements.txt").read_text()
    names = [line for line in text.splitlines() if line and line[0] not in " #"]
    assert any(line.startswith("rasa==3.6.21 ") for line in names)
    assert all("==" in line for line in names)
    assert all("--hash=sha256:" in part for part in text.split("\n\n")[0].splitlines() if part.startswith(" "))
    assert "://" not in text
