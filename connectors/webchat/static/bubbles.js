// Draws one line of the conversation. Knows nothing of where lines come from; presses are told through `on`.

import { element, hearable, icon, linked, safeLink } from "./build.js";
import { initials, label, shop, size, time } from "./words.js";

const WEB = ["http:", "https:", "blob:"];

// `on.press(button)`, `on.enlarge(url, alt)`, `on.attach()`.
export function drawLine(line, on) {
  const mine = line.direction === "in";
  const at = new Date(line.at);
  const body = element("div", { class: "body" }, hearable(`${mine ? label("you") : shop}: `));
  const files = [...line.media, ...line.attachments].map((media) => drawMedia(media, on));
  // A customer's caption stands below its picture; the shop's words introduce theirs.
  if (mine) body.append(...files);
  if (line.text) {
    body.append(
      element(
        "div",
        { class: "bubble", dir: "auto", lang: line.language },
        element("span", { class: "text" }, linked(line.text)),
        when(at, "when"),
      ),
    );
  }
  if (!mine) body.append(...files);
  if (line.location) body.append(drawPlace(line.location));
  if (line.cards.length) body.append(drawCards(line, on));
  if (line.buttons.length) body.append(drawChoices(line.buttons, line.language, on));
  if (line.asks_file) body.append(drawAttach(on));
  body.append(element("div", { class: "meta" }, line.text ? null : when(at)));
  const avatar = mine ? null : element("span", { class: "avatar", "aria-hidden": "true" }, initials);
  return element("article", { class: `line ${mine ? "in" : "out"}` }, avatar, body);
}

const when = (at, style) => element("time", { class: style, datetime: at.toISOString() }, time(at));

export function drawDay(text) {
  return element("div", { class: "day" }, element("span", {}, text));
}

function drawMedia(media, on) {
  const url = safeLink(media.url, WEB);
  const name = media.name || media.alt || label("picture");
  if (!url) return element("span", { class: "file" }, icon("file"), name);
  if (media.kind === "image") return drawPicture(url, media.alt || media.name || "", on);
  if (media.kind === "audio" || media.kind === "video")
    return element(media.kind, { src: url, controls: true, preload: "metadata", "aria-label": name });
  return element(
    "a",
    { class: "file", href: url, target: "_blank", rel: "noopener noreferrer", download: media.name || null },
    icon("file"),
    element("span", { dir: "auto" }, name, media.size ? element("small", {}, size(media.size)) : null),
  );
}

function drawPicture(url, alt, on) {
  const image = element("img", { src: url, alt, decoding: "async" });
  return element(
    "button",
    { type: "button", class: "picture", click: () => on.enlarge(url, alt) },
    image,
    hearable(`${alt ? ", " : ""}${label("enlarge")}`),
  );
}

function drawPlace(place) {
  const href = `https://www.openstreetmap.org/?mlat=${place.latitude}&mlon=${place.longitude}#map=16/${place.latitude}/${place.longitude}`;
  return element(
    "a",
    { class: "file", href, target: "_blank", rel: "noopener noreferrer" },
    icon("pin"),
    element("span", { dir: "auto" }, place.label || label("map"), place.label ? element("small", {}, label("map")) : null),
  );
}

function drawChoices(buttons, language, on) {
  const described = buttons.some((button) => button.description);
  return element(
    "ul",
    { class: `choices${described ? " described" : ""}`, "aria-label": label("choices"), lang: language },
    ...buttons.map((button) => element("li", {}, drawChoice(button, on))),
  );
}

function drawChoice(button, on) {
  const words = element("span", { dir: "auto" }, button.title);
  if (button.description) words.append(element("small", {}, button.description));
  if (button.url) {
    const href = safeLink(button.url);
    if (!href) return element("span", { class: "choice" }, words);
    const hint = hearable(`, ${label("opens_tab")}`);
    return element("a", { class: "choice", href, target: "_blank", rel: "noopener noreferrer" }, words, icon("link"), hint);
  }
  const made = element("button", { type: "button", class: "choice", click: () => on.press(button) }, words);
  made.dataset.title = button.title;
  return made;
}

function drawAttach(on) {
  const button = element("button", { type: "button", class: "choice", click: on.attach }, icon("attach"), label("attach_here"));
  return element("ul", { class: "choices" }, element("li", {}, button));
}

function drawCards(line, on) {
  const cards = line.cards.map((card) => {
    const picture = card.picture && safeLink(card.picture.url, WEB);
    return element(
      "li",
      { class: "card" },
      picture ? drawPicture(picture, card.picture.alt || card.title, on) : null,
      element(
        "div",
        { class: "card-words", dir: "auto", lang: line.language },
        element("h3", {}, card.title),
        card.subtitle ? element("p", {}, card.subtitle) : null,
      ),
      card.buttons.length ? drawChoices(card.buttons, line.language, on) : null,
    );
  });
  const shelf = element("ul", { class: "cards", tabindex: cards.length > 1 ? "0" : null, "aria-label": label("cards") }, ...cards);
  if (cards.length === 1) return element("div", { class: "shelf single" }, shelf);
  const step = (sign) => shelf.scrollBy({ left: sign * (cards[0].offsetWidth + 12), behavior: "smooth" });
  const turn = (name, style, sign) =>
    element(
      "button",
      // The list itself scrolls by arrow keys and every card's buttons are in the tab order; these are for the mouse.
      { type: "button", class: `icon-button turn ${style}`, "aria-label": label(name), tabindex: "-1", click: () => step(sign) },
      icon(name),
    );
  const back = turn("previous", "back", -1);
  const onward = turn("next", "on", 1);
  const whole = element("div", { class: "shelf" }, back, shelf, onward);
  const ends = () => {
    back.hidden = shelf.scrollLeft < 8;
    onward.hidden = shelf.scrollLeft + shelf.clientWidth > shelf.scrollWidth - 8;
    whole.classList.toggle("more", !onward.hidden);
  };
  // A browser shows just the focused button; the customer should see the card it belongs to.
  shelf.addEventListener("focusin", (event) => event.target.closest(".card")?.scrollIntoView({ block: "nearest", inline: "nearest" }));
  shelf.addEventListener("scroll", ends, { passive: true });
  new ResizeObserver(ends).observe(shelf);
  return whole;
}
