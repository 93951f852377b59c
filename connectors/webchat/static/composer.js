// Where the customer writes: the growing field, its draft, and the tray of files waiting to go.

import { element, icon } from "./build.js";
import { read, write } from "./memory.js";
import { label, maxUpload } from "./words.js";

const MOST_FILES = 5; // in one go; more come next
const DRAFT = "draft";
const TELL_EVERY = 3000; // ms
const WELCOME = /^(image\/(jpeg|png|gif|webp|heic|heif)|application\/pdf|audio\/.+|video\/.+)$/;

export class Composer {
  #files = []; // { file, node, url }
  #told = 0; // when the shop was last told that something is being written

  // `on.text(text)`, `on.file(file, caption)`, `on.problem(sentence)`, `on.writes()`.
  constructor(on) {
    this.on = on;
    const byId = (id) => document.getElementById(id);
    [this.form, this.field, this.button, this.tray, this.input, this.shade] = //
      ["composer", "text", "send", "tray", "files", "drop"].map(byId);
    this.field.value = read(DRAFT, "");
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.field.addEventListener("input", () => {
      this.#changed();
      this.#tell();
    });
    this.field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#submit();
    });
    this.field.addEventListener("paste", (event) => {
      if (event.clipboardData.files.length) {
        event.preventDefault();
        this.add(event.clipboardData.files);
      }
    });
    byId("attach").addEventListener("click", () => this.chooseFiles());
    this.input.addEventListener("change", () => {
      this.add(this.input.files);
      this.input.value = "";
    });
    this.#takeDrops();
    this.#changed();
  }

  focus() {
    this.field.focus({ preventScroll: true });
  }

  chooseFiles() {
    this.input.click();
  }

  // The shop asked for a phone number: the keyboard and the hint are for one until something is sent.
  askPhone(yes) {
    this.field.inputMode = yes ? "tel" : "text";
    this.field.autocomplete = yes ? "tel" : "off";
    this.field.placeholder = label(yes ? "write_phone" : "write");
  }

  add(files) {
    for (const file of files) {
      if (this.#files.length >= MOST_FILES) return this.on.problem(label("too_many", { count: MOST_FILES }));
      if (file.size > maxUpload) this.on.problem(label("too_large", { size: Math.floor(maxUpload / 1024 / 1024) }));
      else if (!WELCOME.test(file.type)) this.on.problem(label("not_welcome"));
      else this.#hold(file);
    }
    this.focus();
  }

  #hold(file) {
    const held = { file, url: file.type.startsWith("image/") ? URL.createObjectURL(file) : null };
    const name = file.name || label("picture");
    const preview = held.url
      ? element("img", { src: held.url, alt: name })
      : element("span", { class: "paper", dir: "auto" }, icon("file"), element("span", {}, name));
    const remove = element("button", { type: "button", "aria-label": label("remove", { name }), click: () => this.#release(held) }, icon("close"));
    held.node = element("li", {}, preview, remove);
    this.#files.push(held);
    this.tray.append(held.node);
    this.#changed();
  }

  #release(held) {
    held.node.remove();
    if (held.url) URL.revokeObjectURL(held.url);
    this.#files = this.#files.filter((other) => other !== held);
    this.#changed();
    this.focus();
  }

  #submit() {
    let text = this.field.value.trim();
    if (!text && !this.#files.length) return;
    this.on.problem("");
    for (const held of [...this.#files]) {
      this.on.file(held.file, text);
      text = ""; // the words go with the first file
      this.#release(held);
    }
    if (text) this.on.text(text);
    this.field.value = "";
    this.askPhone(false);
    this.#changed();
    this.focus();
  }

  // Now and then, not at each letter.
  #tell() {
    const now = Date.now();
    if (!this.field.value || now - this.#told < TELL_EVERY) return;
    this.#told = now;
    this.on.writes();
  }

  #changed() {
    write(DRAFT, this.field.value);
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight + 2}px`;
    this.tray.hidden = !this.#files.length;
    this.button.disabled = !this.field.value.trim() && !this.#files.length;
  }

  #takeDrops() {
    const carries = (event) => event.dataTransfer?.types.includes("Files");
    addEventListener("dragover", (event) => {
      if (!carries(event)) return;
      event.preventDefault();
      this.shade.hidden = false;
    });
    addEventListener("dragleave", (event) => {
      if (!event.relatedTarget) this.shade.hidden = true;
    });
    addEventListener("drop", (event) => {
      this.shade.hidden = true;
      if (!carries(event)) return;
      event.preventDefault();
      this.add(event.dataTransfer.files);
    });
  }
}
