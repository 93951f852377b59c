"""Every number of WhatsApp and Twilio, with its source. Data only.

Lengths are counted in UTF-16 units: Twilio does not say how it counts, and this is never too much.
"""

from __future__ import annotations

from datetime import timedelta

from bot.connector import Pace

TEXT = 1600  # https://www.twilio.com/docs/messaging/api/message-resource, Body
BODY = 1024  # of a quick reply, a list picker, and a template once filled: https://www.twilio.com/docs/content/twilio-quick-reply
CAPTION = 1024  # of a picture; WhatsApp's own limit: https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages
QUICK_REPLIES = 3  # without approval: https://www.twilio.com/docs/content/twilio-quick-reply
QUICK_REPLY_TITLE = 20  # the same page
LIST_ITEMS = 10  # https://www.twilio.com/docs/content/twiliolist-picker
LIST_ITEM = 24  # the same page
LIST_DESCRIPTION = 72  # the same page
LIST_BUTTON = 20  # the same page
OPTION_ID = 200  # the same page; quick replies allow as much
VARIABLE = 1600  # https://www.twilio.com/docs/content/using-variables-with-content-api
LOCATION_LABEL = 200  # ours; the documentation names none, and a longer one is said in words

IMAGE_BYTES = 5 * 1024 * 1024  # https://www.twilio.com/docs/whatsapp/guidance-whatsapp-media-messages
MEDIA_BYTES = 16 * 1024 * 1024  # the same page; in both directions
MEDIA_URL = 2000  # ours; the documentation names none

# What WhatsApp takes, by the suffix of the address: https://www.twilio.com/docs/whatsapp/guidance-whatsapp-media-messages
SUFFIXES = {
    "image": frozenset({".jpg", ".jpeg", ".png"}),
    "audio": frozenset({".ogg", ".opus", ".amr", ".3gp", ".aac", ".mp3"}),
    "video": frozenset({".mp4"}),
    "file": frozenset({".pdf", ".doc", ".docx", ".pptx", ".xlsx"}),
}

WINDOW = timedelta(hours=24)  # after the customer's last message: https://www.twilio.com/docs/api/errors/63016
WINDOW_MARGIN = timedelta(seconds=60)  # ours: a message waits in Twilio's queue, and clocks differ

# 80 a second for a sender: https://www.twilio.com/docs/whatsapp/best-practices-and-faqs. To one customer one message in six seconds, with
# bursts of 45 that are paid back: https://developers.facebook.com/docs/whatsapp/cloud-api/overview#pair-rate-limits
PACE = Pace(rate=80.0, burst=80, chat_rate=1 / 6, chat_burst=45)

WEBHOOK_BODY = 1024 * 1024  # bytes, ours; the largest form seen has some thousand
WEBHOOK_FIELDS = 500  # ours; the largest form seen has thirty

MOST_LISTED = 30  # options shown as lists of ten; more are numbered lines. Ours: more than three lists are a burden
MOST_PICTURES = 10  # pictures of one message, each a message of its own on WhatsApp; ours, what is more becomes words

TIMEOUT = 15.0  # seconds for one request; the outbox gives up after 20
CONTENT_PATIENCE = 4.0  # seconds to find or make a Content resource before a menu goes out as numbered text
SEND_BUDGET = 19.0  # seconds a whole delivery may take before the outbox gives up
