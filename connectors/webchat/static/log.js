// The conversation on the page: every line once, in order, with days and groups, and the reader's place kept.

import { drawDay, drawLine } from "./bubbles.js";
import { element, hearable, icon } from "./build.js";
import { day, initials, label } from "./words.js";

const TOGETHER = 5 * 60_000; // ms between lines of one side that are drawn as one group
const NEAR = 80; // px from the end that still count as reading the newest

export const keyOf = (line) => (line.direction === "in" && line.client_id ? `in ${line.client_id}` : `${line.direction} ${line.id}`);

export class Log {
  #lines = new Map(); // key -> { line, node }
  #pinned = true;
  #top = 0; // where the scroller last was
  #below = 0; // new lines the reader has not scrolled to
  #typingUntil = 0;

  // `on` is what bubbles.js tells: press, enlarge, attach.
  constructor(on) {
    this.on = on;
    const byId = (id) => document.getElementById(id);
    [this.log, this.scroller, this.column, this.pill, this.pillText, this.dots] = //
      ["log", "scroller", "column", "pill", "pill-text", "typing"].map(byId);
    this.scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.pill.addEventListener("click", () => this.toEnd());
    // Pictures load, keyboards open: whoever was at the end stays there.
    const follow = new ResizeObserver(() => this.#pinned && this.#jump());
    follow.observe(this.column);
    follow.observe(this.scroller);
  }

  get empty() {
    return this.#lines.size === 0;
  }

  // What the shop said last, as the mark from which a reconnect goes on.
  get lastId() {
    return [...this.#lines.values()].reduce((last, { line }) => (line.direction === "out" ? Math.max(last, line.id) : last), 0);
  }

  has(key) {
    return this.#lines.has(key);
  }

  // History is drawn silently; only what comes after it is read aloud.
  load(lines) {
    for (const line of lines) this.#draw(line, false);
    this.#arrange();
    this.log.removeAttribute("aria-busy");
    requestAnimationFrame(() => this.log.setAttribute("aria-live", "polite"));
    this.#jump();
  }

  // Draws a line unless it is there. Returns its node, or null when it was known or says nothing.
  add(line) {
    const node = this.#draw(line, true);
    if (!node) return null;
    if (line.direction === "out") this.typing(0);
    this.#arrange();
    if (line.direction === "in" && line.local) this.toEnd();
    else if (!this.#pinned) this.#tell(line.direction === "out" ? 1 : 0);
    return node;
  }

  #draw(line, fresh) {
    const key = keyOf(line);
    if (this.#lines.has(key) || !says(line)) return null;
    const node = drawLine(line, this.on);
    node.classList.toggle("fresh", fresh);
    this.#lines.set(key, { line, node });
    // What could not be sent yet stays below what has been said since.
    const unsent = line.local ? null : this.log.querySelector(":scope > .failed");
    this.log.insertBefore(node, unsent);
    return node;
  }

  remove(key) {
    this.#lines.get(key)?.node.remove();
    this.#lines.delete(key);
    this.#arrange();
  }

  // Own line tried again: it is said now, so it stands at the end.
  moveToEnd(node) {
    this.log.append(node);
    this.#arrange();
    this.toEnd();
  }

  typing(seconds) {
    clearTimeout(this.timer);
    const wasThere = this.dots.firstChild !== null;
    if (!seconds) return this.dots.replaceChildren();
    this.timer = setTimeout(() => this.typing(0), seconds * 1000);
    if (wasThere) return;
    const dots = element("span", { class: "dots", "aria-hidden": "true" }, ...[1, 2, 3].map(() => element("i")));
    this.dots.append(element("span", { class: "avatar", "aria-hidden": "true" }, initials), dots, hearable(label("typing")));
  }

  toEnd() {
    this.#pinned = true;
    this.#jump();
    this.#tell(0);
  }

  #jump() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    const near = scrollHeight - scrollTop - clientHeight < NEAR;
    // Only the reader moves up; the end running ahead of us while something loads is no wish to stay behind.
    if (near) this.#pinned = true;
    else if (scrollTop < this.#top - 1) this.#pinned = false;
    this.#top = scrollTop;
    this.#tell(0);
  }

  #tell(more) {
    this.#below = this.#pinned ? 0 : this.#below + more;
    this.pill.hidden = this.#pinned;
    this.pill.classList.toggle("unread", this.#below > 0);
    this.pillText.textContent = this.#below ? label("new", { count: this.#below }) : label("latest");
  }

  // Days, groups, and which choices are the current ones. Cheap enough to be done anew for the whole page.
  #arrange() {
    for (const old of this.log.querySelectorAll(":scope > .day")) old.remove();
    const byNode = new Map([...this.#lines.values()].map(({ line, node }) => [node, line]));
    let before = null;
    let asking = null;
    for (const node of [...this.log.children]) {
      const line = byNode.get(node);
      const at = new Date(line.at);
      const newDay = before?.at.toDateString() !== at.toDateString();
      if (newDay) this.log.insertBefore(drawDay(day(at)), node);
      const joined = !newDay && before.line.direction === line.direction && at - before.at < TOGETHER;
      node.classList.toggle("joined", joined);
      node.classList.remove("followed", "newest");
      if (joined) before.node.classList.add("followed");
      if (line.direction === "in") {
        markChosen(asking, line.text);
        asking = null;
      } else if (node.querySelector(".choice")) asking = node;
      before = { line, node, at };
    }
    asking?.classList.add("newest");
  }
}

const says = (line) =>
  line.text || line.media.length || line.cards.length || line.buttons.length || line.attachments.length || line.location || line.asks_file;

function markChosen(node, text) {
  if (!node || node.querySelector(".chosen")) return;
  const button = [...node.querySelectorAll("button.choice")].find((choice) => choice.dataset.title === text);
  if (!button) return;
  button.classList.add("chosen");
  button.prepend(icon("check"));
  button.append(hearable(`, ${label("chosen")}`));
}
