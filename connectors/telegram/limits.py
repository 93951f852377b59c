"""Telegram's numbers, each with its source. Data only; who keeps to them: `render.py`, `keyboard.py`, `media.py`, `channel.py`.

Sources: SPEC is the Bot API 10.1 reference, https://core.telegram.org/bots/api; FAQ is https://core.telegram.org/bots/faq; SERVER is
the source of the server itself, https://github.com/tdlib/telegram-bot-api.
"""

from __future__ import annotations

from bot.connector import Pace

# Texts are counted in UTF-16 units, after markup is read (SPEC sendMessage, sendPhoto; tdlib/telegram-bot-api#374).
TEXT = 4096
CAPTION = 1024

# Keyboards: SPEC InlineKeyboardButton for the bytes. The rest is not written down but refused: tginfo/Telegram-Limits#228 and #187.
CALLBACK_BYTES = 64
BUTTONS = 100
KEYBOARD_BYTES = 9_000  # of JSON; the server says "reply markup is too long" above 10 kB
TITLE = 64  # no limit is known; phones show about 40 letters on a full row, so longer titles stand in the text as well
SHORT_TITLE = 12  # two of these fit side by side on a narrow phone
URL = 2_048  # of a link behind a button

ALBUM = (2, 10)  # SPEC sendMediaGroup
VENUE = 256  # letters of a place's name or address; not written down, longer ones go into the text

# Files, in bytes: SPEC "Sending files"; the last is MAX_DOWNLOAD_FILE_SIZE of SERVER's Client.h.
PHOTO_BYTES = 10 * 1024 * 1024
UPLOAD_BYTES = 50 * 1024 * 1024
DOWNLOAD_BYTES = 20 * 1024 * 1024

# FAQ "My bot is hitting limits": about 30 messages a second overall, about one a second in one chat, short bursts are let through.
PACE = Pace(rate=30.0, burst=30, chat_rate=1.0, chat_burst=5)

# Webhooks: SPEC setWebhook (1 to 100; its default is 40), and our own cap for one update.
CONNECTIONS = 40
LARGEST_BODY = 1024 * 1024  # bytes; a real update has a few kilobytes

START_CODE = r"[A-Za-z0-9_-]{1,64}"  # https://core.telegram.org/bots/features#deep-linking

POLL_SECONDS = 30  # how long one getUpdates waits for something to happen
