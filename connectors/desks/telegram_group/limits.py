"""Telegram's numbers for a group, each with its source. Data only.

SPEC is the Bot API reference, https://core.telegram.org/bots/api; FAQ is https://core.telegram.org/bots/faq.
"""

from __future__ import annotations

from bot.connector import Pace

# FAQ "My bot is hitting limits": at most 20 messages a minute to one group, and all its topics are one group. Five at once and one every
# four seconds are never more than 20 within any minute.
PACE = Pace(rate=30.0, burst=30, chat_rate=15 / 60, chat_burst=5)

TEXT = 4096  # UTF-16 units of a text, SPEC sendMessage
CAPTION = 1024  # SPEC sendPhoto
TOPIC_NAME = 128  # SPEC createForumTopic
ALBUM = 10  # files in one album, SPEC sendMediaGroup
PHOTO_BYTES = 10 * 1024 * 1024  # SPEC "Sending files"
UPLOAD_BYTES = 50 * 1024 * 1024
DOWNLOAD_BYTES = 20 * 1024 * 1024  # SPEC getFile
CALLBACK_ANSWER = 200  # characters of the words that pop up after a press, SPEC answerCallbackQuery

MEGABYTE = 1024 * 1024
