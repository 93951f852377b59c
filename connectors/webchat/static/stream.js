// The line down from the server. It comes back by itself, from the last message seen; doubles are the log's to drop.

import { history } from "./api.js";

const SILENCE = 40_000; // ms; the server beats each 15 s, so this long without a word means the connection is dead
const SLOWEST = 15_000; // ms between two tries
const HIDDEN = 60_000; // ms after which a hidden tab lets its connection go: a browser has only six for all tabs

export class Stream {
  #source = null;
  #tries = 0;
  #timer = null;
  #watch = null;
  #resting = false;

  // `on.line`, `on.typing`, `on.state(connected)`; `after()` is the id of the last message the page has.
  constructor(after, on) {
    this.after = after;
    this.on = on;
    addEventListener("online", () => this.open());
    addEventListener("offline", () => this.#lost());
    addEventListener("pageshow", (event) => event.persisted && this.open());
    document.addEventListener("visibilitychange", () => this.#visibility());
  }

  open() {
    this.#close();
    this.#resting = false;
    const source = new EventSource(`/chat/events?after=${this.after()}`);
    this.#source = source;
    this.#alive();
    source.addEventListener("open", () => {
      this.#tries = 0;
      this.#alive();
      this.on.state(true);
    });
    source.addEventListener("message", (event) => {
      this.#alive();
      this.on.line(JSON.parse(event.data));
    });
    source.addEventListener("typing", (event) => {
      this.#alive();
      this.on.typing(JSON.parse(event.data).seconds);
    });
    source.addEventListener("beat", () => this.#alive());
    // The browser's own retry gives up for good on some answers, so ours is used for all.
    source.addEventListener("error", () => this.#lost());
  }

  #close() {
    clearTimeout(this.#timer);
    clearTimeout(this.#watch);
    this.#source?.close();
    this.#source = null;
  }

  #lost() {
    this.#close();
    this.on.state(false);
    const wait = Math.min(SLOWEST, 1000 * 2 ** this.#tries++) * (0.75 + Math.random() / 2);
    this.#timer = setTimeout(() => this.open(), wait);
  }

  #alive() {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#lost(), SILENCE);
  }

  #visibility() {
    clearTimeout(this.rest);
    if (document.hidden) this.rest = setTimeout(() => this.#nap(), HIDDEN);
    else if (this.#resting) this.open();
  }

  async #nap() {
    if (!document.hidden) return;
    this.#close();
    this.#resting = true;
    this.rest = setTimeout(() => this.#nap(), HIDDEN);
    const { lines } = await history(this.after()).catch(() => ({ lines: [] }));
    for (const line of lines) this.on.line(line);
  }
}
