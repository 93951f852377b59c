// One line of a conversation as it is drawn: who said it, what, and what became of it.

import { element, hearable, icon, linked, safeLink } from "./build.js";
import { seen } from "./lessons.js";
import { label, me, moment, time, whole } from "./words.js";

const TICKS = { queued: "clock", sending: "clock", sent: "tick", delivered: "ticks", read: "ticks", held: "hold" };
export const BAD = ["failed", "unknown", "void"];

// `on.retry(line)`, `on.why(line)`, `on.forget(line)`, `on.teach(line)`
export function bubble(line, on) {
  if (line.kind === "move") return element("li", { class: "move", "data-line": key(line) }, element("span", {}, line.text, " · ", element("time", { datetime: line.at, title: whole(line.at) }, time(line.at))));
  const note = line.kind === "note";
  const out = !note && line.kind !== "customer";
  const bad = out && BAD.includes(line.state);
  const made = element("li", { class: `line ${line.kind}${out ? " out" : ""}${bad ? " bad" : ""}`, "data-line": key(line), "data-author": author(line) });
  const body = element("div", { class: "bubble", lang: line.message.language || null });
  if (note) body.append(element("p", { class: "note-head" }, icon("note"), label("note_by", { name: line.author_id === me.id ? label("you") : line.author })));
  fill(body, line);
  made.append(element("p", { class: "said-by" }, icon(line.kind === "bot" ? "bot" : "person"), name(line)), body, foot(line, out, bad, on));
  return made;
}

export const key = (line) => `${line.kind === "note" || line.kind === "move" ? line.kind : "line"}-${line.id}`;
const author = (line) => (line.kind === "agent" ? `agent:${line.author_id}` : line.kind);

function name(line) {
  if (line.kind === "bot") return label("bot");
  if (line.kind === "customer") return line.author || label("customer");
  return line.author_id === me.id ? label("you") : line.author;
}

function fill(body, line) {
  const { message } = line;
  for (const file of line.attachments) body.append(attachment(file.kind, file.url, file.name, ""));
  for (const media of message.media) body.append(attachment(media.kind, media.url, media.name, media.alt));
  if (message.text) body.append(element("div", { class: "text", dir: "auto" }, linked(message.text)));
  if (message.cards.length) {
    body.append(
      element(
        "ul",
        { class: "cards" },
        message.cards.map((card) =>
          element("li", {}, card.picture && picture(card.picture.url, card.picture.alt), element("b", { dir: "auto" }, card.title), card.subtitle && element("span", { dir: "auto" }, card.subtitle)),
        ),
      ),
    );
  }
  if (message.location) {
    const { latitude, longitude, label: place } = message.location;
    const href = `https://www.openstreetmap.org/?mlat=${Number(latitude)}&mlon=${Number(longitude)}#map=16/${Number(latitude)}/${Number(longitude)}`;
    body.append(element("p", { class: "text" }, element("a", { href, target: "_blank", rel: "noopener noreferrer" }, place || label("location"))));
  }
  const options = [...message.buttons.map((button) => button.title), message.asks_contact && label("asks_contact"), message.asks_file && label("asks_file")].filter(Boolean);
  if (options.length) body.append(element("ul", { class: "options" }, options.map((title) => element("li", { dir: "auto" }, title))));
}

function picture(url, alt) {
  const href = safeLink(url, ["http:", "https:"]);
  if (!href) return null;
  const image = element("img", { src: href, alt: alt || label("picture"), loading: "lazy" });
  image.addEventListener("error", () => image.replaceWith(element("span", { class: "lost" }, `${alt || label("picture")} (${label("not_loaded")})`)));
  return element("a", { class: "picture", href, target: "_blank", rel: "noopener noreferrer" }, image);
}

export function attachment(kind, url, fileName, alt) {
  const href = safeLink(url, ["http:", "https:", "blob:"]);
  if (!href) return element("span", { class: "lost" }, `${fileName || label("file")} (${label("not_loaded")})`);
  if (kind === "image") return picture(href, alt || fileName) ?? "";
  if (kind === "audio") return element("audio", { controls: true, preload: "metadata", src: href, "aria-label": label("voice") });
  if (kind === "video") return element("video", { controls: true, preload: "metadata", src: href, "aria-label": fileName || label("file") });
  return element("a", { class: "file", href, target: "_blank", rel: "noopener noreferrer" }, icon("file"), element("span", {}, fileName || label("file")));
}

function foot(line, out, bad, on) {
  const made = element("p", { class: "foot" }, element("time", { datetime: line.at, title: whole(line.at) }, time(line.at)));
  if (line.edited) made.append(element("span", {}, label("edited")));
  if (line.teachable) made.append(...seen(line, on.teach));
  if (out && TICKS[line.state]) made.append(element("span", { class: `tick ${line.state}`, title: label(line.state) }, icon(TICKS[line.state]), hearable(label(line.state))));
  if (out && line.state === "held") made.append(element("span", {}, `${label("held")}${line.reason ? `: ${line.reason}` : ""}`));
  if (bad) made.append(element("span", { class: "fault" }, icon("alert"), `${label(line.state)}${line.reason && line.state !== "void" ? `: ${line.reason}` : ""}`));
  if (bad && line.state !== "void") made.append(element("button", { type: "button", class: "link retry", click: () => on.retry(line) }, icon("retry"), label("retry")));
  if (line.kind === "bot" && line.why) made.append(element("button", { type: "button", class: "link why", click: () => on.why(line), title: label("why") }, icon("help"), hearable(label("why"))));
  if (line.deletable_until && Date.parse(line.deletable_until) > Date.now()) {
    made.append(element("button", { type: "button", class: "link", click: () => on.forget(line), title: `${label("delete_note")} (${moment(line.deletable_until)})` }, icon("bin"), hearable(label("delete_note"))));
  }
  return made;
}
