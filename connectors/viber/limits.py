"""Every number of Viber's, as data, with its source. No logic.

REST: https://developers.viber.com/docs/api/rest-bot-api/. Keyboards: https://developers.viber.com/docs/tools/keyboards/. FAQ:
https://developers.viber.com/docs/faq/. Numbers marked "ours" are cautions of this connector, because Viber documents none.
"""

from __future__ import annotations

from bot.connector import Pace

REQUEST_BYTES = 30_000  # REST, send_message: a request is at most 30 KB of JSON
ENVELOPE_BYTES = 3_000  # ours: room in it for receiver, sender's name and the address of the avatar
TEXT = 7_000  # REST, text message: "characters"; counted here as UTF-16 units, the largest count Viber can mean
CAPTION = 512  # REST, picture message; newer pages say 768, the smaller one always works
PICTURE_BYTES = 1_000_000  # REST, picture message: 1 MB on iOS, 3 MB on Android
PICTURE_ENDINGS = (".jpg", ".jpeg", ".png")  # REST, picture message; GIF shows as a still picture, so it goes as a link
FILE_BYTES = 50_000_000  # REST, file message
FILE_NAME = 256  # REST, file message: with its ending
URL = 2_000  # REST, url message
SENDER_NAME = 28  # REST, sender.name
TRACKING_DATA = 4_000  # REST; not used by this connector

COLUMNS = 6  # Keyboards: the columns of a row add up to this
KEYBOARD_ROWS = 12  # FAQ: rows shown in portrait
BUTTON_TEXT = 250  # Keyboards; what does not fit the button on the screen is cut by the app, so ours are far shorter:
LABEL = 40  # ours: what fits a button as wide as the keyboard, in two lines of a small phone
HALF_LABEL = 15  # ours: what fits half of it
BUTTON_URL = 500  # ours: a longer address is written as text
KEYBOARD_BYTES = 14_000  # ours: the rest of a request is for the text
KEYBOARD_API = 6
"""min_api_version of a keyboard. `share-phone` came with 3 (Keyboards); `Silent`, which keeps our payloads out of the customer's chat, is
reported to work from 6 on and to be passed over below (https://github.com/Bogdaan/viber-bot-php/issues/48)."""

CAROUSEL_API = 7  # REST, rich media message: min_api_version of the documented example
CAROUSEL_ROWS = 7  # REST, rich media: ButtonsGroupRows is at most 7
CAROUSEL_CARDS = 6  # REST, rich media: at most 6 x ButtonsGroupColumns x ButtonsGroupRows buttons, so six full blocks
CARD_BUTTONS = 2  # ours: two rows of seven; more leave no room for words
CARD_TEXT = 100  # ours: words that fit two rows of a block without being cut
CARD_LABEL = 25  # ours: what fits a carousel's button; vendors name the same figure

UNANSWERED = 100  # REST, status 12: messages to a customer who does not answer, ...
UNANSWERED_SECONDS = 3_600.0  # ... within an hour

SESSION_HOURS = 24
"""A session begins with the customer's message and lasts so long; messages within it cost nothing. Outside it every message of the bot is
chatbot-initiated: charged for bots made since 5 February 2024 (beside a monthly fee), for older ones after 10,000 in a calendar month
(https://help.bothelp.io/en/features-of-working-with-viber). Frontdesk does not hold such messages back by itself; Viber's codes 23 and 24
do."""
FREE_OUTSIDE_SESSIONS = 10_000  # a month, for bots made before 5 February 2024; same page

BODY_BYTES = 1024 * 1024  # ours: largest webhook body
ADDRESS = 255  # characters; what the store's address column is meant for
MEDIA_DOMAIN = "viber.com"  # where customers' files lie, as dl-media.viber.com in recorded calls
REDIRECTS = 3  # ours

PACE = Pace(rate=50.0, burst=50, chat_rate=1.0, chat_burst=5)
"""Ours. The only documented rate is that of broadcasts, 500 requests in 10 seconds (REST, broadcast_message): 50 a second. One message a
second after five at once keeps one customer's screen readable and is far below UNANSWERED."""
