// The page, put together: history first, then the stream, then the customer.

import { history, post } from "./api.js";
import { element } from "./build.js";
import { Composer } from "./composer.js";
import { Host } from "./host.js";
import { followKeyboard } from "./keyboard.js";
import { Log } from "./log.js";
import { newId, Outbox } from "./outbox.js";
import { Stream } from "./stream.js";
import { enlarge } from "./viewer.js";
import { label } from "./words.js";

const PATIENCE = 1500; // ms a lost connection is kept quiet about: most come back at once

const banner = document.getElementById("banner");
const notice = document.getElementById("notice");
let loaded = false;
let started = false;
let bannerTimer = null;

const log = new Log({ press: (button) => outbox.press(button), enlarge, attach: () => composer.chooseFiles() });
const outbox = new Outbox(log, tell);
const composer = new Composer({
  text: (text) => outbox.text(text),
  file: (file, caption) => outbox.file(file, caption),
  problem: (sentence) => notice.replaceChildren(sentence),
  writes: () => post("/chat/typing", {}).catch(() => {}), // a courtesy: nothing is lost when it is not told
});
// On a phone the focus must not bring the keyboard up over what the shop has just said.
const hasKeyboard = matchMedia("(pointer: fine)").matches;
const host = new Host({ opened: greet, focus: () => (hasKeyboard ? composer : log.scroller).focus() });
const stream = new Stream(() => log.lastId, { line: take, typing: (seconds) => log.typing(seconds), state: connection });

function take(line) {
  if (!log.add(line)) return;
  host.heard(line);
  if (line.direction === "out") composer.askPhone(line.asks_contact);
}

function tell(refused) {
  notice.replaceChildren(refused.message);
  if (refused.key !== "no_session") return;
  notice.append(" ", element("a", { href: "/chat", target: "_blank", rel: "noopener" }, label("open_tab")));
}

function connection(connected) {
  clearTimeout(bannerTimer);
  document.body.classList.toggle("away", !connected);
  if (connected) {
    banner.hidden = true;
    banner.textContent = "";
    outbox.retryLost();
    return;
  }
  bannerTimer = setTimeout(away, navigator.onLine ? PATIENCE : 0);
}

function away() {
  banner.hidden = false;
  banner.textContent = label("offline");
  // An event stream does not say why it failed; a session the browser has dropped will not come back by waiting.
  history(log.lastId).catch((refused) => {
    if (refused.status !== 401) return;
    banner.hidden = true;
    tell(refused);
  });
}

// The bot greets whoever opens a chat in which nothing was said yet, once.
function greet() {
  if (!loaded || started || !log.empty) return;
  started = true;
  post("/chat/start", { id: newId() }).catch(() => (started = false));
}

async function load(tries = 0) {
  try {
    const { lines } = await history();
    log.load(lines);
    host.begin(log.lastId);
    for (const line of lines) host.heard(line);
    composer.askPhone(lines.at(-1)?.asks_contact ?? false);
  } catch (refused) {
    if (refused.status === 401) return tell(refused);
    connection(false);
    setTimeout(() => load(tries + 1), Math.min(15_000, 1000 * 2 ** tries));
    return;
  }
  loaded = true;
  outbox.restore();
  stream.open();
  host.ready();
}

followKeyboard();
load();
if (window.parent === window && hasKeyboard) composer.focus();
