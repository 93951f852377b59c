"""Why the bot said something, in words an agent understands. Pure: a message's trace in, sentences out.

The trace is written by `bot/scene.py` (decision, intent, score, flow, step) and `bot/runner.py` (the readings it rests on).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

_DECISIONS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "answer": "The customer answered the open question.",
        "correct": "The customer corrected an earlier answer.",
        "begin": "The customer began a new matter.",
        "control": "The customer gave a command (back, repeat, cancel, stop or a language).",
        "several": "The message held several wishes; they are served one after the other.",
        "leave": "The customer said what they do not want, so it was left.",
        "clarify": "Two wishes were equally likely, so it asked which one was meant.",
        "miss": "What was written did not fit the open question.",
        "unclear": "It did not understand what was written.",
        "late": "An old button was pressed, so it asked first.",
        "settled": "A button of a matter that is settled was pressed.",
        "timer": "Nobody wrote: the time of a promise or a reminder had come.",
        "code": "The customer sent a one-time code.",
        "retry": "The shop system did not answer; it tries again.",
        "trouble": "Something failed on our side, so a person gets it.",
    },
    "ru": {
        "answer": "Клиент ответил на открытый вопрос.",
        "correct": "Клиент исправил прежний ответ.",
        "begin": "Клиент начал новую тему.",
        "control": "Клиент дал команду (назад, повторить, отмена, стоп или язык).",
        "several": "В сообщении было несколько желаний; они выполняются по очереди.",
        "leave": "Клиент сказал, чего не хочет, поэтому бот это оставил.",
        "clarify": "Два желания были одинаково вероятны, поэтому бот спросил, какое имелось в виду.",
        "miss": "Написанное не подошло к открытому вопросу.",
        "unclear": "Бот не понял написанного.",
        "late": "Нажата старая кнопка, поэтому бот сначала переспросил.",
        "settled": "Нажата кнопка уже решённого дела.",
        "timer": "Никто не писал: подошёл срок обещания или напоминания.",
        "code": "Клиент прислал одноразовый код.",
        "retry": "Система магазина не ответила; бот пробует снова.",
        "trouble": "Сбой на нашей стороне, поэтому дело передано человеку.",
    },
    "uk": {
        "answer": "Клієнт відповів на відкрите запитання.",
        "correct": "Клієнт виправив попередню відповідь.",
        "begin": "Клієнт почав нову тему.",
        "control": "Клієнт дав команду (назад, повторити, скасувати, стоп або мова).",
        "several": "У повідомленні було кілька бажань; вони виконуються по черзі.",
        "leave": "Клієнт сказав, чого не хоче, тому бот це залишив.",
        "clarify": "Два бажання були однаково ймовірні, тому бот запитав, яке малося на увазі.",
        "miss": "Написане не підійшло до відкритого запитання.",
        "unclear": "Бот не зрозумів написаного.",
        "late": "Натиснуто стару кнопку, тому бот спершу перепитав.",
        "settled": "Натиснуто кнопку вже вирішеної справи.",
        "timer": "Ніхто не писав: настав час обіцянки чи нагадування.",
        "code": "Клієнт надіслав одноразовий код.",
        "retry": "Система магазину не відповіла; бот пробує знову.",
        "trouble": "Збій на нашому боці, тому справу передано людині.",
    },
    "sl": {
        "answer": "Stranka je odgovorila na odprto vprašanje.",
        "correct": "Stranka je popravila prejšnji odgovor.",
        "begin": "Stranka je začela novo zadevo.",
        "control": "Stranka je dala ukaz (nazaj, ponovi, prekliči, stop ali jezik).",
        "several": "V sporočilu je bilo več želja; na vrsto pridejo druga za drugo.",
        "leave": "Stranka je povedala, česa noče, zato je bot to opustil.",
        "clarify": "Dve želji sta bili enako verjetni, zato je bot vprašal, katera je mišljena.",
        "miss": "Napisano ni ustrezalo odprtemu vprašanju.",
        "unclear": "Bot napisanega ni razumel.",
        "late": "Pritisnjen je bil star gumb, zato je bot najprej vprašal.",
        "settled": "Pritisnjen je bil gumb že rešene zadeve.",
        "timer": "Nihče ni pisal: prišel je čas obljube ali opomnika.",
        "code": "Stranka je poslala enkratno kodo.",
        "retry": "Sistem trgovine ni odgovoril; bot poskuša znova.",
        "trouble": "Na naši strani je šlo nekaj narobe, zato je zadeva pri človeku.",
    },
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "understood": "Understood as “{intent}”, {percent} % sure.",
        "heard_as": "By itself it would have been “{intent}”, but it belongs to the matter that is open.",
        "said_by": "Said by the flow “{flow}”, step “{step}”.",
        "fresh": "It rests on “{what}”, read {age} before.",
        "read": "It rests on “{what}”, read just then.",
        "units": "s min h d",
    },
    "ru": {
        "understood": "Понято как «{intent}», уверенность {percent} %.",
        "heard_as": "Само по себе это было бы «{intent}», но относится к открытому делу.",
        "said_by": "Сказал сценарий «{flow}», шаг «{step}».",
        "fresh": "Опирается на «{what}», прочитано за {age} до этого.",
        "read": "Опирается на «{what}», прочитано тогда же.",
        "units": "с мин ч д",
    },
    "uk": {
        "understood": "Зрозуміло як «{intent}», упевненість {percent} %.",
        "heard_as": "Само собою це було б «{intent}», але стосується відкритої справи.",
        "said_by": "Сказав сценарій «{flow}», крок «{step}».",
        "fresh": "Спирається на «{what}», прочитано за {age} до цього.",
        "read": "Спирається на «{what}», прочитано тоді ж.",
        "units": "с хв год д",
    },
    "sl": {
        "understood": "Razumljeno kot »{intent}«, {percent} % zanesljivo.",
        "heard_as": "Samo zase bi bilo to »{intent}«, vendar sodi k odprti zadevi.",
        "said_by": "Povedal je potek »{flow}«, korak »{step}«.",
        "fresh": "Opira se na »{what}«, prebrano {age} prej.",
        "read": "Opira se na »{what}«, prebrano tedaj.",
        "units": "s min h d",
    },
}


def explain(trace: Mapping[str, Any], said_at: datetime, language: str) -> dict[str, Any]:
    """The trace with `readings` ({what, as_of, age} with the age in seconds, or None) and with `sentences` in the asked language."""
    words = _WORDS.get(language, _WORDS["en"])
    decision, intent, score = trace.get("decision", ""), trace.get("intent"), trace.get("score")
    readings = [_reading(str(each), said_at) for each in trace.get("data", ())]
    sentences = [_DECISIONS.get(language, _DECISIONS["en"]).get(decision, "")]
    if intent and intent != "out_of_scope":
        heard_as = trace.get("heard_as")
        other = heard_as if heard_as and heard_as not in (intent, "out_of_scope") else None
        if score is not None:
            sentences.append(words["understood"].format(intent=other or intent, percent=round(100 * float(score))))
        if other:
            sentences.append(words["heard_as"].format(intent=other))
    if trace.get("flow"):
        sentences.append(words["said_by"].format(flow=trace["flow"], step=trace.get("step", "")))
    for what in readings:
        key = "read" if what["age"] is None or what["age"] < 1 else "fresh"
        sentences.append(words[key].format(what=what["what"], age=_age(what["age"] or 0, words["units"].split())))
    return {**trace, "readings": readings, "sentences": [s for s in sentences if s]}


def _reading(line: str, said_at: datetime) -> dict[str, Any]:
    """ "look:order#2 as of 2026-11-18T12:00:00+00:00", as the runner writes it."""
    key, _, moment = line.partition(" as of ")
    what = key.split(":", 1)[-1].split("#")[0]
    try:
        as_of = datetime.fromisoformat(moment)
        age: int | None = max(0, (said_at - as_of) // timedelta(seconds=1))
    except (ValueError, TypeError):  # no time, or one without a zone
        return {"what": what, "as_of": None, "age": None}
    return {"what": what, "as_of": as_of.isoformat(), "age": age}


def _age(seconds: int, units: list[str]) -> str:
    for size, unit in ((86400, units[3]), (3600, units[2]), (60, units[1])):
        if seconds >= 2 * size:
            return f"{seconds // size} {unit}"
    return f"{seconds} {units[0]}"
