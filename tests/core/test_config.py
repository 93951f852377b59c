"""config.yml: every fault at once, each on its line, in words a shop owner can act on."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from bot.config import Config, load
from bot.errors import ConfigError
from bot.money import Money

FLOWS = frozenset({"human", "information"})

GOOD = """\
shop:
  name: Test shop
  site: https://shop.example
  email: hello@shop.example
  phone: "+386 1 555"
  address: Here 1
  country: SI
  timezone: Europe/Ljubljana
  hours:
    monday: [09:00-12:00, 13:00-17:00]
    holidays: [2026-12-25]
policies:
  return_days: 14
  reply_within_minutes: 45
  compensation: { amount: "5.50", currency: EUR }
flows:
  callback: human
"""


def read(folder: Path, source: str, **environment: str) -> Config:
    path = folder / "config.yml"
    path.write_text(source, "utf-8")
    return load(path, flows=FLOWS, environment=environment)


def faults(folder: Path, source: str, **environment: str) -> list[tuple[int, str]]:
    with pytest.raises(ConfigError) as caught:
        read(folder, source, **environment)
    return [(f.line, f.message) for f in caught.value.faults]


def test_a_good_one_becomes_the_facts_flows_see(tmp_path: Path) -> None:
    house = read(tmp_path, GOOD).house()
    assert house.hours.spans[0] == ((time(9), time(12)), (time(13), time(17)))
    assert house.hours.spans[6] == ()
    assert house.hours.holidays == {date(2026, 12, 25)}
    assert house.return_days == 14
    assert house.reply_within == timedelta(minutes=45)
    assert house.compensation == Money(Decimal("5.50"), "EUR")
    assert house.damage_limit is None


def test_the_projects_own_one_is_good() -> None:
    flows = frozenset({"human"})
    assert load(Path("config.yml"), flows=flows, environment={}).shop.name == "Pine & Kettle"


def test_every_fault_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    source = (
        GOOD.replace("  name: Test shop\n", "")
        .replace("country: SI", "country: Slovenia")
        .replace("timezone: Europe/Ljubljana", "timezone: Europe/Atlantis")
    )
    source = source.replace("09:00-12:00, 13:00-17:00", "9-12, 17:00-13:00, 25:00-26:00").replace("callback: human", "calback: nobody")
    source += "polices: {}\ninformation:\n  delivery_time: { en: Two days., ru: Два дня. }\n  weather: { en: x, ru: x, uk: x, sl: x }\n"
    source += "server:\n  secret_key: ${NOT_SET}\n"
    found = faults(tmp_path, source)
    assert found == sorted(found, key=lambda f: f[0])
    assert [line for line, _ in found] == [1, 6, 7, 9, 9, 9, 16, 16, 17, 19, 19, 20, 22]
    told = dict.fromkeys(message for _, message in found)
    for message in (
        "shop.name is missing",
        "shop.country: String should match pattern '^[A-Z]{2}$' (found 'Slovenia')",
        "shop.timezone: 'Europe/Atlantis' is no time zone; write one like Europe/Ljubljana",
        "shop.hours.monday.0: '9-12' is no span of time; write it as 09:00-17:00",
        "shop.hours.monday.1: '17:00-13:00' ends before it begins",
        "shop.hours.monday.2: '25:00-26:00' is no span of time; write it as 09:00-17:00",
        "flows: unknown intent calback",
        "flows: no flow is called 'nobody'; known are human, information",
        "unknown key polices",
        "information.delivery_time has no text for uk",
        "information.delivery_time has no text for sl",
        "${NOT_SET} is not set in the environment",
    ):
        assert message in told
    assert any(m.startswith("unknown topic weather; known are") for m in told)


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        ("shop: [\n", 2, "not YAML:"),
        ("a: b: c\n", 1, "not YAML:"),
        ("\tshop: x\n", 1, "not YAML:"),
        ("- a\n- b\n", 1, "must be a mapping with the keys shop, policies, channels, ..."),
        ("just words\n", 1, "must be a mapping"),
        ("", 1, "shop is missing"),
        ("shop: 7\n", 1, "shop: Input should be a valid dictionary"),
        (GOOD + "server: 8080\n", 18, "server: Input should be a valid dictionary"),
        (GOOD + "server:\n  port: many\n", 19, "server.port: Input should be a valid integer"),
        (GOOD + "server:\n  port: 70000\n", 19, "server.port: Input should be less than or equal to 65535 (found 70000)"),
        (GOOD + "server:\n  log_level: loud\n", 19, "server.log_level:"),
        (GOOD + "languages: [en, de]\n", 18, "languages.1:"),
        (
            GOOD + "information: { delivery_time: { en: a, ru: a, uk: a, sl: a, de: a } }\n",
            18,
            "information.delivery_time: unknown language de",
        ),
        (GOOD + "information: [a]\n", 18, "information: Input should be a valid dictionary"),
        (GOOD + "1: x\n", 18, ""),
        (GOOD + "tone: rude\n", 18, "tone:"),
    ],
)
def test_one_fault(source: str, line: int, message: str, tmp_path: Path) -> None:
    found = faults(tmp_path, source)
    assert found[0][0] == line
    assert found[0][1].startswith(message)


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"nowhere\.yml: cannot be read: No such file or directory; give another with --config"):
        load(tmp_path / "nowhere.yml", flows=FLOWS, environment={})


def test_a_folder_or_another_encoding_is_no_configuration(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load(tmp_path, flows=FLOWS, environment={})
    other = tmp_path / "config.yml"
    other.write_bytes("shop: Žiga".encode("cp1250"))
    with pytest.raises(ConfigError, match="is not written in UTF-8"):
        load(other, flows=FLOWS, environment={})


def test_a_value_may_come_from_the_environment(tmp_path: Path) -> None:
    config = read(tmp_path, GOOD.replace("Test shop", "${SHOP} of ${TOWN}"), SHOP="Shop", TOWN="Kranj")
    assert config.shop.name == "Shop of Kranj"


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    config = read(tmp_path, GOOD + "server:\n  port: 1\n  host: a\n", PORT="9000", DATABASE_URL="sqlite:///x.db")
    assert (config.server.port, config.server.host, config.store.url) == (9000, "a", "sqlite:///x.db")


@pytest.mark.parametrize("section", ["server:\n", "server: {}\n", ""])
def test_the_environment_fills_an_empty_section(section: str, tmp_path: Path) -> None:
    assert read(tmp_path, GOOD + section, PORT="9000").server.port == 9000


def test_the_environment_does_not_hide_a_section_of_the_wrong_kind(tmp_path: Path) -> None:
    assert faults(tmp_path, GOOD + "server: 8080\n", PORT="9000")[0][0] == 18


def test_a_wrong_value_from_the_environment_is_a_fault(tmp_path: Path) -> None:
    [(_, message)] = faults(tmp_path, GOOD, PORT="many")
    assert message.startswith("server.port: Input should be a valid integer")


def test_a_secret_is_not_repeated_in_a_fault(tmp_path: Path) -> None:
    found = faults(tmp_path, GOOD + "server:\n  secret_key: 12345\n")
    assert "12345" not in repr(found)


# --- channels -----------------------------------------------------------------------------------------------------------------
WHATSAPP = {"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "t0ken", "TWILIO_WHATSAPP_FROM": "whatsapp:+14155238886"}


def test_a_platform_is_on_when_its_credentials_are_there(tmp_path: Path) -> None:
    config = read(tmp_path, GOOD, TELEGRAM_TOKEN="1:a", VIBER_TOKEN="v", PUBLIC_URL="https://chat.shop.example/", **WHATSAPP)
    assert (config.channels.telegram.token, config.channels.viber.token) == ("1:a", "v")
    assert config.channels.whatsapp.sender == "whatsapp:+14155238886"
    assert config.server.public_url == "https://chat.shop.example", "without a slash at the end"
    off = read(tmp_path, GOOD).channels
    assert (off.telegram.token, off.whatsapp.account_sid, off.viber.token) == (None, None, None)


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({"TELEGRAM_TOKEN": "not a token"}, "channels.telegram.token: is no bot token; BotFather gives one like 123456789:AA..."),
        ({"TELEGRAM_TOKEN": "1:a", "TELEGRAM_API_URL": "http://evil.example"}, "channels.telegram.api_url: must begin with https://"),
        ({"TELEGRAM_SECRET": "with space"}, "channels.telegram.secret: String should match pattern"),
        ({"TWILIO_ACCOUNT_SID": "AC1", "PUBLIC_URL": "https://a.example"}, "channels.whatsapp needs auth_token, sender as well"),
        ({"PUBLIC_URL": "shop.example"}, "server.public_url: must be an address like https://chat.shop.example"),
    ],
)
def test_a_channel_that_cannot_work_is_a_fault(environment: dict[str, str], message: str, tmp_path: Path) -> None:
    [(_, told)] = faults(tmp_path, GOOD, **environment)
    assert told.startswith(message)


@pytest.mark.parametrize("variable", ["TELEGRAM_TOKEN", "TELEGRAM_SECRET", "TWILIO_ACCOUNT_SID"])
def test_no_fault_shows_a_credential(variable: str, tmp_path: Path) -> None:
    told = faults(tmp_path, GOOD, **{variable: "s3cr3t with space", "PUBLIC_URL": "https://a.example"})
    assert told
    assert "s3cr3t" not in str(told)


def test_a_loopback_stand_in_needs_no_certificate(tmp_path: Path) -> None:
    config = read(tmp_path, GOOD, TELEGRAM_TOKEN="1:a", TELEGRAM_API_URL="http://127.0.0.1:8081/")
    assert config.channels.telegram.api_url == "http://127.0.0.1:8081"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{name}, your parcel is late.", "a template may neither begin nor end with a placeholder; WhatsApp refuses it"),
        ("Your parcel is late, {name}.", "a template may neither begin nor end with a placeholder; WhatsApp refuses it"),
        ("Hello {name} {text} bye", "two placeholders need words between them; WhatsApp refuses it"),
        ("Hello {customer}, good day", "unknown placeholder {customer}; known are {name}, {shop}, {text}"),
        ("«{name}», your parcel is late.", "a template may neither begin nor end with a placeholder; WhatsApp refuses it"),
        ("Hello {{1}}, good day", "placeholders have one brace, as {name}"),
        ("x" * 1025, "a template may have 1024 characters"),
    ],
)
def test_a_template_that_would_be_refused_is_a_fault(text: str, message: str, tmp_path: Path) -> None:
    good = "Hello {name}, about your request: {text} You can answer here."
    lines = "".join(f"        {language}: {text if language == 'uk' else good!r}\n" for language in ("en", "ru", "uk", "sl"))
    source = GOOD + f"channels:\n  whatsapp:\n    templates:\n      promise_late:\n{lines}"
    assert [told for _, told in faults(tmp_path, source.replace(f"uk: {text}", f"uk: {text!r}"))] == [message]


def test_a_template_lacks_no_language_and_has_a_purpose(tmp_path: Path) -> None:
    source = GOOD + "channels: { whatsapp: { templates: { news: { en: Hello there, ru: Привет вам, uk: Вітаємо вас } } } }\n"
    told = [message for _, message in faults(tmp_path, source)]
    assert told == ["unknown template news; known are promise_late, reply_waiting", "channels.whatsapp.templates.news has no text for sl"]
