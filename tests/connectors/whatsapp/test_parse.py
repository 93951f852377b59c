"""Every recorded form, and the rules that none of them shows."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.update import Update, UpdateKind
from connectors.whatsapp.parse import NotOurs, NotTwilios, receipt_of, update_of

NOW = datetime(2026, 11, 20, tzinfo=UTC)
RECORDED = {
    p["kind"]: p["form"] for line in Path("tests/payloads/twilio_whatsapp.jsonl").read_text("utf-8").splitlines() if (p := json.loads(line))
}
ACCOUNT = "AC00000000000000000000000000000000"
SENDER = "+14155238886"
MESSAGES = sorted(kind for kind in RECORDED if not kind.startswith("status_"))


def parsed(kind: str, **changes: str) -> Update:
    return update_of(RECORDED[kind] | changes, account_sid=ACCOUNT, sender=SENDER, at=NOW)


@pytest.mark.parametrize(
    ("kind", "update", "text", "payload"),
    [
        ("text", UpdateKind.TEXT, "This is the third message", ""),
        ("interactive_button", UpdateKind.TEXT, "Konfirmasi", ""),
        ("interactive_voice_permission", UpdateKind.OTHER, "", "an answer to a request for a call"),
        ("button_reply", UpdateKind.TEXT, "Confirmar ✅", ""),
        ("template_button", UpdateKind.TEXT, "Ver precios", ""),
        ("image_caption", UpdateKind.MEDIA, "mira mi zapato", ""),
        ("two_media", UpdateKind.MEDIA, "testing multiple media", ""),
        ("location", UpdateKind.TEXT, "📍 12.160894393921, 75.265205383301", ""),
        (
            "location_full",
            UpdateKind.TEXT,
            "📍 51.51322977399644, -0.2197976373036567 The Harrow Club 187 Freston Road, London, Greater London W10 6TH",
            "",
        ),
        ("body_absent", UpdateKind.OTHER, "", "a message without words"),
        ("profile_blank", UpdateKind.TEXT, "Hello without profile name", ""),
        ("referral_ad", UpdateKind.TEXT, "Hi", ""),
        ("flow_response", UpdateKind.OTHER, "", "the answers of a WhatsApp Flow"),
        ("opt_out_stop", UpdateKind.TEXT, "stop", ""),
        ("long_1600", UpdateKind.TEXT, "я" * 1600, ""),
    ],
)
def test_every_recorded_message_is_understood(kind: str, update: UpdateKind, text: str, payload: str) -> None:
    found = parsed(kind)
    assert (found.kind, found.text, found.payload) == (update, text, payload)
    assert found.channel == "whatsapp"
    assert found.platform_id == RECORDED[kind]["MessageSid"]
    assert found.address == found.phone == RECORDED[kind]["From"].removeprefix("whatsapp:")


def test_no_recorded_message_is_left_out() -> None:
    assert len(MESSAGES) == 15


def test_a_name_is_the_profiles_and_a_blank_one_is_none() -> None:
    assert parsed("text").name == "Change Me"
    assert parsed("profile_blank").name is None


def test_files_keep_twilios_address_and_type() -> None:
    first, second = parsed("two_media").attachments
    assert (first.kind, first.content_type, first.source) == ("image", "image/png", "https://chatwoot-assets.local/sample.png")
    assert second.source.endswith("sample.jpg")
    assert parsed("image_caption", MediaContentType0="text/vcard").attachments[0].kind == "file"
    assert parsed("image_caption", MediaContentType0="audio/ogg").attachments[0].kind == "audio"


@pytest.mark.parametrize("field", ["ButtonPayload", "ListId"])
def test_a_button_of_ours_is_a_press(field: str) -> None:
    title = "ButtonText" if field == "ButtonPayload" else "ListTitle"
    found = parsed("text", **{field: "q:r1:q1:yes", title: "Yes"})
    assert (found.kind, found.payload, found.text) == (UpdateKind.BUTTON, "q:r1:q1:yes", "Yes")


@pytest.mark.parametrize(("word", "said"), [("STOP", "stop"), ("START", "start"), ("HELP", "/help")])
def test_opting_out_is_what_twilio_marks(word: str, said: str) -> None:
    assert parsed("text", Body="please", OptOutType=word).text == said


@pytest.mark.parametrize("word", ["CANCEL", "END", "YES", "STOP"])
def test_a_bare_word_is_an_ordinary_word(word: str) -> None:
    assert parsed("text", Body=word).text == word


@pytest.mark.parametrize("kind", ["reaction", "unsupported", "system", "order", "contacts"])
def test_what_nobody_wrote_is_kept_with_its_reason(kind: str) -> None:
    found = parsed("body_absent", MessageType=kind)
    assert found.kind is UpdateKind.OTHER
    assert found.payload


def test_a_message_to_another_number_is_kept_with_its_reason() -> None:
    assert parsed("text", To="whatsapp:+15550009999").payload == "sent to another number"
    assert parsed("text", From="+15550001111").payload == "not a WhatsApp message"


def test_a_messaging_service_takes_what_comes_to_its_numbers() -> None:
    form = RECORDED["text"] | {"MessagingServiceSid": "MG1"}
    assert update_of(form, account_sid=ACCOUNT, sender="MG1", at=NOW).kind is UpdateKind.TEXT
    assert update_of(form, account_sid=ACCOUNT, sender="MG2", at=NOW).kind is UpdateKind.OTHER


def test_a_customer_without_a_number_has_an_address_and_no_phone() -> None:
    found = parsed("text", From="whatsapp:SI.4566546130240823")
    assert (found.address, found.phone) == ("SI.4566546130240823", None)


def test_the_number_stays_as_it_came() -> None:
    assert parsed("button_reply").address == "+5215512345678"


@pytest.mark.parametrize("missing", ["MessageSid", "AccountSid", "From", "To"])
def test_a_form_without_what_twilio_always_sends_is_refused(missing: str) -> None:
    form = {k: v for k, v in RECORDED["text"].items() if k not in (missing, "SmsSid" if missing == "MessageSid" else "")}
    with pytest.raises(NotTwilios):
        update_of(form, account_sid=ACCOUNT, sender=SENDER, at=NOW)


def test_another_account_is_refused() -> None:
    with pytest.raises(NotOurs):
        update_of(RECORDED["text"], account_sid="AC1", sender=SENDER, at=NOW)


@pytest.mark.parametrize(
    ("kind", "state", "code", "closes"),
    [
        ("status_sent", "sent", "", False),
        ("status_delivered", "delivered", "", False),
        ("status_failed_63016", "held", "63016", False),
        ("status_undelivered_63024", "failed", "63024", True),
    ],
)
def test_every_recorded_status_is_a_receipt(kind: str, state: str, code: str, closes: bool) -> None:
    found = receipt_of(RECORDED[kind], {"message": "7", "part": "2"}, account_sid=ACCOUNT)
    assert found is not None
    assert (found.state, found.code, found.closes_channel, found.delivery, found.part) == (state, code, closes, 7, 2)
    assert bool(found.reason) is (state in ("held", "failed"))
    assert found.platform_id == RECORDED[kind]["MessageSid"]


@pytest.mark.parametrize("status", ["queued", "sending", "accepted", "scheduled", "something_new"])
def test_a_status_that_says_nothing_new_is_passed_over(status: str) -> None:
    assert receipt_of(RECORDED["status_sent"] | {"MessageStatus": status}, {}, account_sid=ACCOUNT) is None


def test_a_withdrawn_message_has_failed_and_read_is_read() -> None:
    withdrawn = receipt_of(RECORDED["status_sent"] | {"MessageStatus": "canceled"}, {}, account_sid=ACCOUNT)
    assert withdrawn is not None
    assert (withdrawn.state, withdrawn.code, withdrawn.delivery) == ("failed", "canceled", None)
    read = receipt_of(RECORDED["status_sent"] | {"MessageStatus": "read"}, {"message": "9" * 30}, account_sid=ACCOUNT)
    assert read is not None
    assert (read.state, read.delivery) == ("read", None)
