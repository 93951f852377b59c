// The shop's page around the chat, when it is embedded by the widget: opened, closed, unread. Nothing else is told.
//
// Only an origin the server has named is spoken to or listened to. Neighbour: widget.js is the other end.

import { read, write } from "./memory.js";
import { hostOrigin } from "./words.js";

const SEEN = "seen"; // id of the newest message of the shop that was on a visible page

export class Host {
  #open = !hostOrigin; // a page of its own is always open; a panel says when it is
  #unread = 0;
  #title = document.title;

  // `on.opened()` each time the chat comes before the customer's eyes, `on.focus()` when the keyboard should too.
  constructor(on) {
    this.on = on;
    document.body.classList.toggle("embedded", window.parent !== window);
    document.addEventListener("visibilitychange", () => this.#look());
    if (!hostOrigin || window.parent === window) return;
    const leave = document.getElementById("leave");
    leave.hidden = false;
    leave.addEventListener("click", () => this.#say({ frontdesk: "close" }));
    addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !document.querySelector("dialog[open]")) this.#say({ frontdesk: "close" });
    });
    addEventListener("message", (event) => {
      if (event.origin !== hostOrigin || event.source !== window.parent) return;
      if (event.data?.frontdesk === "opened") this.#opened(event.data.focus);
      if (event.data?.frontdesk === "closed") this.#open = false;
    });
  }

  get visible() {
    return this.#open && !document.hidden;
  }

  // A mark beyond the newest line is of another, forgotten conversation.
  begin(lastId) {
    if (read(SEEN, 0) > lastId) write(SEEN, lastId);
  }

  // Called once the page can work.
  ready() {
    if (this.#open) this.on.opened();
    else this.#say({ frontdesk: "ready" });
  }

  heard(line) {
    if (line.direction !== "out" || line.id <= read(SEEN, 0)) return;
    if (this.visible) return write(SEEN, line.id);
    this.#unread += 1;
    this.last = Math.max(this.last ?? 0, line.id);
    this.#show();
  }

  #opened(focus) {
    this.#open = true;
    this.on.opened();
    if (focus) this.on.focus();
    this.#look();
  }

  #look() {
    if (!this.visible) return;
    if (this.last) write(SEEN, Math.max(this.last, read(SEEN, 0)));
    this.#unread = 0;
    this.#show();
  }

  #show() {
    document.title = this.#unread ? `(${this.#unread}) ${this.#title}` : this.#title;
    this.#say({ frontdesk: "unread", count: this.#unread });
  }

  #say(message) {
    if (hostOrigin && window.parent !== window) window.parent.postMessage(message, hostOrigin);
  }
}
