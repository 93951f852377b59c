"""Times in words, in four languages. Now is Wednesday, 18 November 2026, 12:00 in Ljubljana; the shop opens at 8."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.when import FARTHEST, promised, until
from bot.house import Hours
from tests.chat import NOON, config

ZONE = ZoneInfo("Europe/Ljubljana")


def hours() -> Hours:
    return config().house().hours


def local(moment: datetime | None) -> str | None:
    return moment.astimezone(ZONE).strftime("%a %d.%m. %H:%M") if moment else None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("tomorrow 10", "Thu 19.11. 10:00"),
        ("2 hours", "Wed 18.11. 14:00"),
        ("in 30 min", "Wed 18.11. 12:30"),
        ("half an hour", "Wed 18.11. 12:30"),
        ("next Monday", "Mon 23.11. 08:00"),
        ("next week", "Mon 23.11. 08:00"),
        ("tomorrow", "Thu 19.11. 08:00"),
        ("tonight", "Wed 18.11. 18:00"),
        ("tomorrow morning", "Thu 19.11. 09:00"),
        ("tomorrow at 3 pm", "Thu 19.11. 15:00"),
        ("at 3", "Wed 18.11. 15:00"),
        ("10:00", "Thu 19.11. 10:00"),
        ("25.11. 9:30", "Wed 25.11. 09:30"),
        ("завтра в 10", "Thu 19.11. 10:00"),
        ("через 2 часа", "Wed 18.11. 14:00"),
        ("полчаса", "Wed 18.11. 12:30"),
        ("полтора часа", "Wed 18.11. 13:30"),
        ("в следующий понедельник", "Mon 23.11. 08:00"),
        ("в пятницу в 15:00", "Fri 20.11. 15:00"),
        ("завтра о 10", "Thu 19.11. 10:00"),
        ("через 2 години", "Wed 18.11. 14:00"),
        ("пів години", "Wed 18.11. 12:30"),
        ("наступного понеділка", "Mon 23.11. 08:00"),
        ("у п'ятницю о 14", "Fri 20.11. 14:00"),
        ("jutri ob 10", "Thu 19.11. 10:00"),
        ("čez 2 uri", "Wed 18.11. 14:00"),
        ("pol ure", "Wed 18.11. 12:30"),
        ("naslednji ponedeljek", "Mon 23.11. 08:00"),
        ("v petek ob 14h", "Fri 20.11. 14:00"),
        ("čez dva dni", "Fri 20.11. 08:00"),
        ("yesterday", None),
        ("banana", None),
        ("", None),
    ],
)
def test_until(words: str, found: str | None) -> None:
    assert local(until(words, NOON, hours())) == found


@pytest.mark.parametrize(
    ("language", "text", "due"),
    [
        ("en", "I will find out by 15:00", "Wed 18.11. 15:00"),
        ("en", "Good day! We call on Friday at 10. Have a nice day!", "Fri 20.11. 10:00"),
        ("en", "The carrier will be asked today", "Wed 18.11. 17:00"),
        ("en", "I'll get back to you within 2 hours", "Wed 18.11. 14:00"),
        ("en", "Your order of 12 November cost 12.50 €; I will check it by Friday", "Fri 20.11. 17:00"),
        ("ru", "Я узнаю до 15:00", "Wed 18.11. 15:00"),
        ("ru", "Позвоним в пятницу в 10.", "Fri 20.11. 10:00"),
        ("ru", "Отвечу через 2 часа", "Wed 18.11. 14:00"),
        ("uk", "Дізнаюся до 15:00", "Wed 18.11. 15:00"),
        ("uk", "Зателефонуємо в п'ятницю о 10", "Fri 20.11. 10:00"),
        ("uk", "Відповімо протягом 2 годин", "Wed 18.11. 14:00"),
        ("sl", "Izvem do 15:00", "Wed 18.11. 15:00"),
        ("sl", "Poklicali vas bomo v petek ob 10. uri", "Fri 20.11. 10:00"),
        ("sl", "Javim v 2 urah", "Wed 18.11. 14:00"),
        ("en", "We are open until 17:00", None),
        ("en", "Shall I call you at 15:00?", None),
        ("en", "I will send 2 items", None),
        ("ru", "Мы работаем до 17:00", None),
        ("uk", "Працюємо до 17:00", None),
        ("sl", "Odprto do 17:00", None),
    ],
)
def test_a_promise_in_a_reply_is_recognised(language: str, text: str, due: str | None) -> None:
    found = promised(text, NOON, "Europe/Ljubljana", language)
    assert local(found[0] if found else None) == due
    assert found is None or found[1] in text


WORDS = st.sampled_from(
    ["tomorrow", "in", "через", "ob", "10", "25:99", "31.2.", "pm", "понеділок", "jutri", "I will", "bomo", "0", "999 weeks"]
)


@given(st.lists(WORDS, max_size=8).map(" ".join) | st.text(max_size=40))
def test_whatever_is_typed_names_a_time_ahead_or_none(text: str) -> None:
    found = until(text, NOON, hours())
    assert found is None or timedelta(0) < found - NOON <= FARTHEST
    suggested = promised(text, NOON, "Europe/Ljubljana", "en")
    assert suggested is None or timedelta(0) < suggested[0] - NOON <= FARTHEST
