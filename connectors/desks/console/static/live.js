// The line down from the server: what changed. It comes back by itself, and then everything shown is read anew.

const SILENCE = 40_000; // ms; the server beats each 15 s, so this long without a word means the connection is dead
const SLOWEST = 10_000; // ms between two tries

export class Live {
  #source = null;
  #tries = 0;
  #timer = null;
  #watch = null;
  #before = false;

  // `on.changed(change)`, `on.again()` after a gap, `on.state(connected)`.
  constructor(on) {
    this.on = on;
    addEventListener("online", () => this.open());
    addEventListener("pageshow", (event) => event.persisted && this.open());
    addEventListener("pagehide", () => this.#close());
    this.open();
  }

  open() {
    this.#close();
    const source = new EventSource("/desk/events");
    this.#source = source;
    this.#alive();
    source.addEventListener("open", () => {
      this.#tries = 0;
      this.#alive();
      this.on.state(true);
      if (this.#before) this.on.again();
      this.#before = true;
    });
    source.addEventListener("changed", (event) => {
      this.#alive();
      const change = JSON.parse(event.data);
      if (change.what === "reload") this.on.again();
      else this.on.changed(change);
    });
    source.addEventListener("beat", () => this.#alive());
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
    this.#timer = setTimeout(() => this.open(), Math.min(SLOWEST, 500 * 2 ** this.#tries++) * (0.75 + Math.random() / 2));
  }

  #alive() {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#lost(), SILENCE);
  }
}
