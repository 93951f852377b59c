// The messages of one conversation: the newest page at first, earlier ones as one scrolls up, changes merged by key.

import { get } from "./api.js";
import { bubble, key } from "./bubbles.js";
import { byId, element } from "./build.js";
import { day, dayKey } from "./words.js";

const NEAR = 120; // px from the end that still count as "reading the newest"
const MOST = 400; // lines kept on the page; older ones come again when one scrolls up

export class Thread {
  #scroller = byId("scroller");
  #list = byId("lines");
  #lines = new Map();
  #before = null;
  #id = 0;
  #loading = false;
  #stuck = true;

  constructor(on) {
    this.on = on;
    this.#scroller.addEventListener(
      "scroll",
      () => {
        this.#stuck = this.#fromEnd() < NEAR;
        byId("newest").hidden = this.#stuck;
        if (this.#scroller.scrollTop < 400) this.#older();
      },
      { passive: true },
    );
    byId("newest").addEventListener("click", () => this.end());
    byId("older").addEventListener("click", () => this.#older());
    // Pictures that arrive late, a composer that grows: who read the end goes on reading it.
    new ResizeObserver(() => this.#stuck && this.end()).observe(this.#list);
    new ResizeObserver(() => this.#stuck && this.end()).observe(this.#scroller);
  }

  open(id, page) {
    this.#id = id;
    this.#lines.clear();
    this.#list.replaceChildren();
    this.#stuck = true;
    this.#before = page.before;
    this.#merge(page.lines);
    this.end();
  }

  // The newest page again, after something changed.
  update(page) {
    const oldest = Math.min(...page.lines.map((line) => Date.parse(line.at)));
    const given = new Set(page.lines.map(key));
    // What the newest page should hold and does not is gone (a note deleted).
    for (const [known, line] of this.#lines) if (Date.parse(line.at) >= oldest && !given.has(known)) this.#lines.delete(known);
    this.#merge(page.lines);
    if (this.#stuck) {
      this.#trim();
      this.end();
    }
  }

  #merge(lines) {
    for (const line of lines) this.#lines.set(key(line), line);
    const sorted = [...this.#lines.values()].sort((one, other) => Date.parse(one.at) - Date.parse(other.at) || one.id - other.id);
    this.#lines = new Map(sorted.map((line) => [key(line), line]));
    this.#draw(sorted);
  }

  #draw(lines) {
    const old = new Map([...this.#list.children].map((node) => [node.dataset.line, node]));
    const wanted = [];
    let today = "";
    let before = null;
    for (const line of lines) {
      const name = day(line.at);
      if (name !== today) {
        today = name;
        before = null;
        const id = `day-${dayKey(line.at)}`;
        wanted.push(old.get(id) ?? element("li", { class: "day", "data-line": id }, element("span", {}, name)));
      }
      const text = JSON.stringify(line);
      let node = old.get(key(line));
      if (!node || node.dataset.text !== text) {
        node = bubble(line, this.on);
        node.dataset.text = text;
      }
      node.classList.toggle("joined", before !== null && before.dataset.author === node.dataset.author && Date.parse(line.at) - before.at < 300_000);
      wanted.push(node);
      before = line.kind === "move" ? null : Object.assign(node, { at: Date.parse(line.at) });
    }
    wanted.forEach((node, at) => {
      if (this.#list.children[at] !== node) this.#list.insertBefore(node, this.#list.children[at] ?? null);
    });
    while (this.#list.children.length > wanted.length) this.#list.lastChild.remove();
    byId("older").hidden = !this.#before;
  }

  async #older() {
    if (!this.#before || this.#loading) return;
    this.#loading = true;
    const id = this.#id;
    try {
      const page = await get(`conversation/${id}`, { before: this.#before });
      if (id !== this.#id) return;
      const height = this.#scroller.scrollHeight - this.#scroller.scrollTop;
      this.#before = page.before;
      this.#merge(page.lines);
      this.#scroller.scrollTop = this.#scroller.scrollHeight - height;
    } catch (error) {
      this.on.fault(error);
    } finally {
      this.#loading = false;
    }
  }

  #trim() {
    if (this.#lines.size <= MOST) return;
    const kept = [...this.#lines.values()].slice(-MOST / 2);
    this.#lines = new Map(kept.map((line) => [key(line), line]));
    this.#before = this.on.cursor(kept[0]);
    this.#draw(kept);
  }

  #fromEnd() {
    return this.#scroller.scrollHeight - this.#scroller.scrollTop - this.#scroller.clientHeight;
  }

  end() {
    this.#stuck = true;
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
    byId("newest").hidden = true;
  }

  last(kind) {
    return [...this.#lines.values()].reverse().find((line) => line.kind === kind && (kind !== "bot" || line.why));
  }
}
