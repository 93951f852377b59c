"""`frontdesk nlu lessons` and `frontdesk nlu suggest`: what the desk teaches, and what nobody taught yet."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import sys
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bot.app import CACHE, Deaf, Desk, database_path, open_desk, utc_now
from bot.cli.settings import DEFAULT, ConfigFile, read
from bot.config import Config
from bot.desk.freeze import Known
from bot.desk.gaps import Gaps, find_gaps
from bot.desk.lesson_file import Exported, Taught, export
from bot.errors import FrontdeskError
from bot.store import lessons as rows
from bot.store import upkeep
from bot.store.store import MEMORY, Store
from bot.store.values import micros
from intents.features import tokens
from intents.folding import fold_word
from intents.model import EXAMPLES, Model, ModelError, ensure
from intents.rasa_format import read_all
from intents.understanding import LANGUAGES

LESSONS = Path("lessons")


def lessons(
    config: ConfigFile = DEFAULT,
    out: Annotated[Path, typer.Option(help="The folder; each language gets its own below it.")] = LESSONS,
    everything: Annotated[bool, typer.Option("--all", help="All lessons anew, not only those since the last time.")] = False,
) -> None:
    """Write what agents said that messages meant as training examples, personal data removed."""
    told = asyncio.run(_export(read(config), out, everything))
    for file in told.files:
        print(file)
    replaced = ", ".join(f"{count} {kind}" for kind, count in sorted(told.masked.items()))
    print(f"examples: {told.examples} ({told.folded} more said the same as another, {told.empty} had no words left)")
    print(f"replaced: {replaced or 'nothing'}")
    if told.doubtful:
        print(f"lines to look at, for they may still name somebody: {len(told.doubtful)}")
    for file, words, found in told.doubtful:
        print(f"  {file.parent.name}: {words}  <- {', '.join(found)}")
    if told.examples:
        print(f"Read the files, then: frontdesk nlu train --data {EXAMPLES} --data {out}")


async def _export(config: Config, out: Path, everything: bool) -> Exported:
    path = database_path(config.store.url)
    if path == MEMORY:
        raise FrontdeskError("the configuration keeps nothing on disk (store.url is memory)")
    async with open_desk(config, database=path, engine=Deaf()) as desk:
        return await export_from(desk, out, everything=everything)


async def export_from(desk: Desk, out: Path, *, everything: bool = False) -> Exported:
    """Write the lessons of a desk to a folder and mark them as exported. Raises FrontdeskError when the folder cannot be written."""
    found = await desk.store.read(lambda db: rows.unexported(db, everything=everything))
    known: dict[int, Known] = {}
    taught: list[Taught] = []
    for lesson in found:
        place = lesson.conversation_id
        if place not in known:
            known[place] = await desk.people.view.known(place)
        taught.append(await desk.store.read(partial(_taught, lesson=lesson, known=known[place])))
    try:
        told = await asyncio.to_thread(export, taught, out, ordinary_words(), anew=everything)
    except (OSError, ValueError) as error:
        raise FrontdeskError(f"the lessons cannot be written to {out}: {error}") from error
    at = micros(desk.now())

    def done(db: sqlite3.Connection) -> None:
        rows.exported(db, found, at)
        upkeep.log(db, at, "command line", "export", f"lessons: {told.examples}")

    await desk.store.write(done)
    return told


def _taught(db: sqlite3.Connection, *, lesson: rows.LessonRow, known: Known) -> Taught:
    found = rows.message(db, lesson.update_id)
    assert found is not None  # a lesson is about a message that is there
    words = rows.newest_words(db, lesson.conversation_id, found[1])
    head = rows.language(db, lesson.conversation_id)
    names = (*known.names, *(name for name in (found[1].name, found[1].first_name) if name))
    return Taught(words, lesson.meant, head, Known(names, known.agents, known.orders, known.addresses, known.others))


def ordinary_words() -> frozenset[str]:
    """Folded words of the project's own examples: they name no person."""
    texts = (example.text for example in read_all([EXAMPLES]).examples)
    return frozenset(fold_word(word) for text in texts for word in tokens(text))


def suggest(
    config: ConfigFile = DEFAULT,
    days: Annotated[int, typer.Option(min=1, max=3650, help="How far to look back.")] = 30,
    least: Annotated[int, typer.Option(min=2, help="Messages that make a matter.")] = 3,
    language: Annotated[str, typer.Option(help="en, ru, uk or sl; default: all together.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """What customers ask for that nobody taught the bot: messages it did not understand, by matter."""
    if language and language not in LANGUAGES:
        raise typer.BadParameter(f"languages are {', '.join(LANGUAGES)}", param_hint="--language")
    settings = read(config)
    path = database_path(settings.store.url)
    if path == MEMORY:
        raise FrontdeskError("the configuration keeps nothing on disk (store.url is memory)")
    found = asyncio.run(_suggest(path, settings.intents.examples, days, least, language))
    print(json.dumps(asdict(found), ensure_ascii=False, indent=2)) if as_json else _show(found)


async def _suggest(path: str, own: list[Path], days: int, least: int, language: str) -> Gaps:
    store = await Store.open(path)
    try:
        model = await asyncio.to_thread(lambda: Model.load(ensure([EXAMPLES, *own], CACHE)))

        def nearest(text: str) -> list[tuple[str, float]]:
            return [(score.name, score.confidence) for score in model.read(text).ranking]

        return await find_gaps(store, utc_now(), days=days, least=least, language=language, nearest=nearest, own=own)
    except ModelError as error:
        raise FrontdeskError(str(error)) from error
    finally:
        await store.close()


def _show(found: Gaps) -> None:
    table = Table(box=box.SIMPLE_HEAD, title_justify="left", pad_edge=False)
    for name in ("messages", "languages", "trend", "words, examples", "nearest intent"):
        table.add_column(name, justify="right" if name == "messages" else "left", overflow="fold")
    for gap in found.gaps:
        table.add_row(
            f"{gap.count} ({gap.share:.0%})",
            " ".join(f"{language} {count}" for language, count in gap.languages.items()),
            f"{gap.before} → {gap.since}",
            "\n".join([f"[bold]{escape(', '.join(gap.words))}[/bold]", *(escape(example.text) for example in gap.examples)]),
            f"looks like {gap.nearest} ({gap.likeness:.0%}): perhaps give it examples" if gap.near else "nothing near: a new matter",
            end_section=True,
        )
    more = " (the newest; there were more)" if found.cut else ""
    print(f"messages not understood in {found.days} days: {found.messages}{more}; matters among them: {len(found.gaps)}")
    if found.gaps:
        Console(width=None if sys.stdout.isatty() else 160).print(table)
