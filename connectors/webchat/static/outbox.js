// What the customer sends: shown at once, sent in order, tried again with the same id, never lost without a word.

import { post, Refused, upload } from "./api.js";
import { element, icon } from "./build.js";
import { read, write } from "./memory.js";
import { label, language } from "./words.js";

const UNSENT = "unsent";
const MOST_WAITS = 5; // times we wait for a server that says "slow down" before we ask the customer to

export class Outbox {
  #items = new Map(); // id -> { id, at, text, payload?, file?, node, state }
  #turn = Promise.resolve();

  // `tell(refused)` shows why something was not taken.
  constructor(log, tell) {
    this.log = log;
    this.tell = tell;
  }

  text(text) {
    this.#send({ text });
  }

  press(button) {
    this.#send({ text: button.title, payload: button.payload });
  }

  file(file, text) {
    this.#send({ text, file });
  }

  // After a reload: what was not sent and is not in the history either is shown with its "try again".
  restore() {
    for (const item of read(UNSENT, [])) if (!this.log.has(`in ${item.id}`)) this.#state(this.#show(item), "failed");
    this.#remember();
  }

  // The connection is back: what failed for want of one goes again, in its order.
  retryLost() {
    for (const item of this.#items.values()) if (item.lost) this.retry(item);
  }

  retry(item) {
    if (item.state !== "failed") return;
    this.#state(item, "sending");
    this.log.moveToEnd(item.node);
    this.#queue(item);
  }

  #send(fields) {
    const item = this.#show({ id: newId(), at: new Date().toISOString(), ...fields });
    this.#state(item, "sending");
    this.#queue(item);
  }

  #show(item) {
    const picture = item.file && { kind: kindOf(item.file), url: URL.createObjectURL(item.file), name: item.file.name, size: item.file.size };
    const line = {
      id: 0, direction: "in", client_id: item.id, at: item.at, text: item.text, language, local: true,
      media: [], cards: [], buttons: [], location: null, attachments: picture ? [picture] : [],
    };
    item.node = this.log.add(line);
    this.#items.set(item.id, item);
    return item;
  }

  #queue(item) {
    this.#turn = this.#turn.then(() => this.#deliver(item));
  }

  async #deliver(item, waited = 0) {
    if (!this.#items.has(item.id)) return;
    try {
      await this.#transmit(item);
      this.#items.delete(item.id);
      this.#state(item, "sent");
    } catch (problem) {
      const refused = problem instanceof Refused ? problem : new Refused(0);
      if (item.stopped) return this.#drop(item);
      if (refused.message) this.tell(refused);
      if (refused.status === 429 && waited < MOST_WAITS) {
        await new Promise((done) => setTimeout(done, 1000 * Math.max(1, refused.retryAfter)));
        return this.#deliver(item, waited + 1);
      }
      item.lost = !refused.lasting;
      this.#state(item, "failed");
    }
    this.#remember();
  }

  #transmit(item) {
    const { id, text, payload, file } = item;
    if (!file) return post("/chat/messages", payload ? { id, payload, title: text } : { id, text });
    item.stop = new AbortController();
    const bar = item.node.querySelector("progress");
    return upload({ id, text, file }, (share) => bar && (bar.value = share), item.stop.signal);
  }

  #drop(item) {
    this.#items.delete(item.id);
    this.log.remove(`in ${item.id}`);
    this.#remember();
  }

  #state(item, state) {
    item.state = state;
    item.node.classList.toggle("failed", state === "failed");
    item.node.classList.toggle("waiting", state === "sending");
    const meta = item.node.querySelector(".meta");
    for (const old of meta.querySelectorAll(".state")) old.remove();
    if (state === "failed") {
      const again = element("button", { type: "button", class: "retry", click: () => this.retry(item) }, icon("retry"), label("retry"));
      meta.append(element("span", { class: "state" }, label("failed")), element("span", { class: "state" }, again));
    } else if (state === "sending") meta.append(item.file ? this.#progress(item) : element("span", { class: "state" }, label("sending")));
    this.#remember();
  }

  #progress(item) {
    const stop = () => {
      item.stopped = true;
      if (item.stop) item.stop.abort();
      else this.#drop(item); // still waiting for its turn
    };
    return element(
      "span",
      { class: "state sending-file" },
      element("progress", { max: "1", value: "0", "aria-label": label("uploading", { name: item.file.name }) }),
      element("button", { type: "button", class: "stop", click: stop }, label("cancel")),
    );
  }

  // Files are too large to keep; texts and presses survive a reload.
  #remember() {
    const kept = [...this.#items.values()].filter((item) => !item.file && item.state !== "sent");
    write(UNSENT, kept.map(({ id, at, text, payload }) => ({ id, at, text, payload })));
  }
}

function kindOf(file) {
  const kind = file.type.split("/")[0];
  return ["image", "audio", "video"].includes(kind) ? kind : "file";
}

// crypto.randomUUID is missing on plain http, where a shop may try the chat out in its own network.
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
