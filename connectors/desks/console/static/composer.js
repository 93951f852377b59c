// Where an agent writes: two modes that cannot be confused, drafts kept on the server, ready answers, files, the promise suggestion.

import { get, post, upload } from "./api.js";
import { byId, element, icon } from "./build.js";
import { label, maxUpload } from "./words.js";

const PAUSE = 600; // ms without a key after which a draft is saved
const STILL = 4000; // ms between two words that somebody is writing
const LOCAL = "desk.draft.";

export class Composer {
  #text = byId("text");
  #mode = "note";
  #drafts = { reply: "", note: "" };
  #files = [];
  #id = 0;
  #mine = false;
  #timer = null;
  #told = 0;
  #saving = Promise.resolve();
  #canned = [];
  #clientId = null;
  #sending = false;

  // `on.sent(kind)`, `on.fault(error)`, `on.promise({text, due})`, `on.locked()`
  constructor(on) {
    this.on = on;
    byId("mode-reply").addEventListener("click", () => this.mode("reply", true));
    byId("mode-note").addEventListener("click", () => this.mode("note", true));
    byId("modes").addEventListener("keydown", (event) => {
      if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
      event.preventDefault();
      this.mode(this.#mode === "reply" ? "note" : "reply");
      byId(`mode-${this.#mode}`).focus();
    });
    this.#text.addEventListener("input", () => this.#typed());
    this.#text.addEventListener("keydown", (event) => this.#key(event));
    byId("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    byId("attach").addEventListener("click", () => byId("files").click());
    byId("files").addEventListener("change", (event) => {
      this.#add([...event.target.files]);
      event.target.value = "";
    });
    byId("canned-button").addEventListener("click", () => {
      this.mode("reply", true);
      if (this.#mode === "reply") {
        this.#text.value = `/${this.#text.value}`;
        this.#typed();
      }
    });
    byId("canned").addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.#take(Number(option.dataset.at));
    });
    const place = byId("conversation");
    place.addEventListener("dragover", (event) => event.dataTransfer.types.includes("Files") && event.preventDefault());
    place.addEventListener("drop", (event) => {
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      this.#add([...event.dataTransfer.files]);
    });
    this.#text.addEventListener("paste", (event) => event.clipboardData.files.length && this.#add([...event.clipboardData.files]));
    addEventListener("pagehide", () => this.#keep());
  }

  // `head.draft` is what the server kept; a text this browser could not save is newer.
  open(id, head) {
    this.#keep();
    this.#id = id;
    this.#files = [];
    this.#clientId = null;
    this.#drafts = { ...head.draft };
    for (const mode of ["reply", "note"]) {
      const kept = sessionStorage.getItem(`${LOCAL}${id}.${mode}`);
      if (kept !== null) this.#drafts[mode] = kept;
    }
    this.#mine = head.mine;
    this.#mode = "";
    this.mode(head.mine ? "reply" : "note");
    this.#tray();
    byId("suggestion").hidden = true;
    byId("saved").textContent = "";
  }

  // Somebody took over, or gave it back: what is written stays.
  own(mine) {
    if (mine === this.#mine) return;
    this.#mine = mine;
    this.mode(mine ? "reply" : "note", mine);
  }

  mode(mode, focus = false) {
    if (mode === "reply" && !this.#mine) {
      byId("mode-reply").setAttribute("aria-disabled", "true");
      if (focus) this.on.locked();
      mode = "note";
    } else {
      byId("mode-reply").setAttribute("aria-disabled", String(!this.#mine));
    }
    if (this.#mode && this.#mode !== mode) {
      this.#drafts[this.#mode] = this.#text.value;
      this.#keep();
    }
    if (this.#mode !== mode) this.#text.value = this.#drafts[mode];
    this.#mode = mode;
    const note = mode === "note";
    byId("composer").classList.toggle("noting", note);
    for (const each of ["reply", "note"]) {
      byId(`mode-${each}`).setAttribute("aria-selected", String(each === mode));
      byId(`mode-${each}`).tabIndex = each === mode ? 0 : -1;
    }
    this.#text.setAttribute("aria-label", label(note ? "note" : "reply"));
    this.#text.placeholder = label(note ? "write_note" : "write_reply");
    byId("send-text").textContent = label(note ? "add_note" : "send");
    for (const name of ["attach", "canned-button", "promise-button"]) byId(name).hidden = note;
    byId("tray").hidden = note || !this.#files.length;
    byId("canned").hidden = true;
    if (note) byId("suggestion").hidden = true;
    this.#grow();
    if (focus) this.focus();
  }

  focus() {
    this.#text.focus();
    this.#text.setSelectionRange(this.#text.value.length, this.#text.value.length);
  }

  get text() {
    return this.#text.value;
  }

  #typed() {
    this.#clientId = null;
    this.#drafts[this.#mode] = this.#text.value;
    sessionStorage.setItem(`${LOCAL}${this.#id}.${this.#mode}`, this.#text.value);
    byId("saved").textContent = "";
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#paused(), PAUSE);
    if (Date.now() - this.#told > STILL && this.#text.value) {
      this.#told = Date.now();
      post("typing", { conversation: this.#id, mode: this.#mode }).catch(() => {});
    }
    this.#grow();
    this.#offer();
  }

  #paused() {
    this.#keep();
    if (this.#mode === "reply" && this.#text.value.trim().length > 8) this.#suggest();
  }

  // Saves what is written now. Saves follow one another, so that an older text never wins.
  #keep() {
    clearTimeout(this.#timer);
    const [id, mode, text] = [this.#id, this.#mode, this.#text.value];
    const name = `${LOCAL}${id}.${mode}`;
    if (!id || !mode || sessionStorage.getItem(name) === null) return this.#saving;
    this.#saving = this.#saving.then(async () => {
      try {
        await post("draft", { conversation: id, mode, text });
        if (sessionStorage.getItem(name) === text) sessionStorage.removeItem(name);
        if (this.#id === id && this.#mode === mode && this.#text.value === text && text) byId("saved").textContent = label("saved");
      } catch {
        // It stays in this browser and is saved with the next word.
      }
    });
    return this.#saving;
  }

  async #suggest() {
    const [id, text] = [this.#id, this.#text.value];
    const { suggestion } = await post("suggest", { conversation: id, text }).catch(() => ({}));
    if (id !== this.#id || text !== this.#text.value) return;
    const button = byId("suggestion");
    button.hidden = !suggestion;
    if (!suggestion) return;
    button.replaceChildren(icon("promise"), element("span", {}, label("suggestion", { words: suggestion.words })));
    button.onclick = () => {
      button.hidden = true;
      this.on.promise(suggestion);
    };
  }

  #key(event) {
    const menu = byId("canned");
    if (!menu.hidden && this.#canned.length) {
      const at = this.#canned.findIndex((each) => each.chosen);
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        this.#choose((at + (event.key === "ArrowDown" ? 1 : -1) + this.#canned.length) % this.#canned.length);
        return;
      }
      if ((event.key === "Enter" && !event.shiftKey) || event.key === "Tab") {
        event.preventDefault();
        this.#take(at);
        return;
      }
    }
    if (event.key === "Escape") {
      if (menu.hidden) this.#text.blur();
      else menu.hidden = true;
      event.stopPropagation();
      return;
    }
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && matchMedia("(pointer: fine)").matches) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.send();
    }
  }

  // A "/" at the beginning offers the ready answers that fit what follows it.
  async #offer() {
    const menu = byId("canned");
    menu.hidden = this.#wanted() === null;
    if (menu.hidden) return;
    const id = this.#id;
    if (this.replies?.id !== id) {
      const { replies } = await get("canned", { conversation: id }).catch(() => ({ replies: [] }));
      if (id !== this.#id) return;
      this.replies = { id, all: replies };
    }
    const word = this.#wanted(); // now: somebody may have chosen or gone on typing while the answers came
    menu.hidden = word === null;
    if (menu.hidden) return;
    this.#canned = this.replies.all.filter((each) => !word || each.key.toLowerCase().includes(word) || each.text.toLowerCase().includes(word)).slice(0, 8);
    menu.replaceChildren(
      ...(this.#canned.length
        ? this.#canned.map((each, at) =>
            element("li", { role: "option", id: `canned-${at}`, "data-at": at }, element("b", {}, `/${each.key}`), element("span", { dir: "auto" }, each.text)),
          )
        : [element("li", { class: "none" }, label("no_canned"))]),
    );
    if (this.#canned.length) this.#choose(0);
  }

  // What is typed behind the "/", null when no ready answer is asked for.
  #wanted() {
    const asked = this.#mode === "reply" && /^\/([\p{L}\p{N}_-]*)$/u.exec(this.#text.value);
    return asked ? asked[1].toLowerCase() : null;
  }

  #choose(at) {
    this.#canned.forEach((each, place) => (each.chosen = place === at));
    for (const option of byId("canned").querySelectorAll("[role=option]")) option.setAttribute("aria-selected", String(Number(option.dataset.at) === at));
    byId(`canned-${at}`)?.scrollIntoView({ block: "nearest" });
    this.#text.setAttribute("aria-activedescendant", `canned-${at}`);
  }

  #take(at) {
    const chosen = this.#canned[at];
    if (!chosen) return;
    this.#text.value = chosen.text;
    byId("canned").hidden = true;
    this.#text.removeAttribute("aria-activedescendant");
    this.#typed();
    this.focus();
  }

  #add(files) {
    if (this.#mode !== "reply") return;
    for (const file of files) {
      if (file.size > maxUpload) this.on.fault(new Error(label("too_large", { name: file.name })));
      else this.#files.push(file);
    }
    this.#clientId = null;
    this.#tray();
  }

  #tray() {
    byId("tray").replaceChildren(
      ...this.#files.map((file, at) =>
        element(
          "li",
          {},
          icon("file"),
          element("span", {}, file.name || label("picture")),
          element(
            "button",
            {
              type: "button",
              "aria-label": label("remove_file", { name: file.name }),
              click: () => {
                this.#files.splice(at, 1);
                this.#tray();
              },
            },
            icon("close"),
          ),
        ),
      ),
    );
    byId("tray").hidden = !this.#files.length || this.#mode === "note";
  }

  // One id for one message: pressed twice, or tried again after a silence, it is still one.
  async send() {
    const [id, mode, text, files] = [this.#id, this.#mode, this.#text.value.trim(), this.#mode === "reply" ? this.#files : []];
    if (this.#sending || (!text && !files.length)) return;
    this.#sending = true;
    byId("send").setAttribute("aria-disabled", "true");
    this.#clientId ??= crypto.randomUUID ? crypto.randomUUID() : uuid();
    try {
      clearTimeout(this.#timer);
      await this.#saving;
      if (mode === "note") await post("note", { conversation: id, text });
      else if (files.length) await upload("say", { conversation: id, text, client_id: this.#clientId }, files);
      else await post("say", { conversation: id, text, client_id: this.#clientId });
      this.#clientId = null;
      sessionStorage.removeItem(`${LOCAL}${id}.${mode}`);
      if (this.#id === id) {
        this.#drafts[mode] = "";
        if (mode === "reply") this.#files = [];
        if (this.#mode === mode) this.#text.value = "";
        this.#tray();
        this.#grow();
        byId("saved").textContent = "";
        byId("suggestion").hidden = true;
      }
      this.on.sent(id, mode);
    } catch (error) {
      this.on.fault(error);
    } finally {
      this.#sending = false;
      byId("send").removeAttribute("aria-disabled");
    }
  }

  #grow() {
    this.#text.style.height = "auto";
    this.#text.style.height = `${Math.min(this.#text.scrollHeight + 2, 200)}px`;
  }
}

// randomUUID is there in secure contexts only; a desk tried over plain http in the office has none.
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
