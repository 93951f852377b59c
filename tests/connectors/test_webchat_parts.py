"""The web chat's pure parts: languages and labels, colours, file types, the hub of open streams."""

from __future__ import annotations

import re

import pytest

from bot.sniff import file_type
from connectors.webchat import streams
from connectors.webchat.labels import LABELS, choose_language
from connectors.webchat.look import stylesheet


def test_the_language_is_the_asked_one_else_the_browsers_best_else_english() -> None:
    assert choose_language("sl", "ru") == "sl"
    assert choose_language("de", "fr, ru;q=0.5, uk;q=0.9") == "uk"
    assert choose_language("", "de, ru;q=rubbish") == "ru"
    assert choose_language("", "de") == "en"


def test_every_language_has_every_label_with_the_same_places() -> None:
    def places(label: object) -> set[str]:
        return set(re.findall(r"\{\w+\}", str(label)))

    for labels in LABELS.values():
        assert labels.keys() == LABELS["en"].keys()
        for key, label in labels.items():
            assert places(label) == places(LABELS["en"][key]), key


@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#ffd400", "#1f6f5c", "#ff0000", "#777777", "#0a1a4f", "#39ff14"])
def test_any_shop_colour_gives_readable_text_in_both_schemes(colour: str) -> None:
    for scheme in re.findall(r":root \{(.*?)\}", stylesheet(colour)):
        named = dict(re.findall(r"--([\w-]+): (#\w{6})", scheme))
        assert contrast(named["accent"], named["on-accent"]) >= 4.5
        assert contrast(named["accent-tint"], named["accent-text"]) >= 4.5


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_a_page_too_far_behind_is_sent_away_to_read_the_history() -> None:
    hub = streams.Streams()
    slow = hub.open("a")
    for _ in range(streams.LONGEST_QUEUE + 1):
        hub.push("a", b"x")
    assert len(hub) == 0
    assert slow.queue.qsize() == streams.LONGEST_QUEUE


def test_one_address_has_a_limited_number_of_streams() -> None:
    hub = streams.Streams()
    for _ in range(streams.MOST_STREAMS + 5):
        hub.open("a")
    assert len(hub) == streams.MOST_STREAMS


@pytest.mark.parametrize(
    ("head", "content_type"),
    [
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"RIFF\0\0\0\0WAVEfmt ", "audio/wav"),
        (b"\0\0\0\x18ftypmp42", "video/mp4"),
        (b"\0\0\0\x18ftypM4A ", "audio/mp4"),
        (b"\0\0\0\x14ftypqt  ", "video/quicktime"),
        (b"\0\0\0\x18ftypheic", "image/heic"),
        (b"ID3\4", "audio/mpeg"),
        (b"OggS\0", "audio/ogg"),
    ],
)
def test_the_first_bytes_tell_the_type(head: bytes, content_type: str) -> None:
    found = file_type(head)
    assert found is not None
    assert found.content_type == content_type
