// Small windows that ask one thing: a text, a choice, nothing (to read). Each gives its answer, or null when it was left.

import { byId, element, icon } from "./build.js";
import { label } from "./words.js";

export function open(title, body, { ok = label("ok"), read = null } = {}) {
  const dialog = byId("dialog");
  if (dialog.open) return Promise.resolve(null);
  return new Promise((done) => {
    const error = element("p", { class: "alarm-text", role: "alert" });
    const form = element(
      "form",
      { method: "dialog" },
      element("header", {}, element("h2", { id: "dialog-title" }, title), element("button", { type: "button", class: "icon-button", "aria-label": label("close"), click: () => dialog.close() }, icon("close"))),
      body,
      error,
      read && element("footer", {}, element("button", { type: "button", class: "plain", click: () => dialog.close() }, label("cancel")), element("button", { type: "submit", class: "primary" }, ok)),
    );
    let answer = null;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (!read) return dialog.close();
      try {
        answer = await read(form);
        dialog.close();
      } catch (fault) {
        error.textContent = fault.message;
      }
    });
    dialog.replaceChildren(form);
    dialog.addEventListener("close", () => done(answer), { once: true });
    dialog.showModal();
    form.querySelector("[autofocus]")?.focus();
  });
}

// `act(values)` is called with what the fields hold; what it throws is shown, and the window stays.
export function ask(title, fields, ok, act) {
  const body = element(
    "div",
    { class: "fields" },
    fields.map((field, at) =>
      element(
        "div",
        {},
        element("label", { for: `field-${field.name}` }, field.label),
        element("input", { id: `field-${field.name}`, name: field.name, value: field.value, required: field.required, autocomplete: "off", autofocus: at === 0, maxlength: 1000 }),
        field.examples &&
          element(
            "p",
            { class: "examples" },
            field.examples.map((words) => element("button", { type: "button", class: "small", click: () => (byId(`field-${field.name}`).value = words) }, words)),
          ),
      ),
    ),
  );
  return open(title, body, { ok, read: (form) => act(Object.fromEntries(new FormData(form))) });
}

// `options` are {value, title, detail, face}; gives the value after `act(value)`.
export function choose(title, options, act) {
  const list = element("ul", { class: "choices" });
  const opened = open(title, list, {
    read: async (form) => {
      const value = form.dataset.value;
      await act(value);
      return value;
    },
  });
  const form = list.closest("form");
  form?.querySelector("footer")?.remove();
  list.append(
    ...options.map((option, at) =>
      element(
        "li",
        {},
        element(
          "button",
          {
            type: "button",
            autofocus: at === 0,
            click: () => {
              form.dataset.value = option.value;
              form.requestSubmit();
            },
          },
          option.face,
          element("span", {}, option.title),
          option.detail && element("span", { class: "quiet" }, option.detail),
        ),
      ),
    ),
  );
  list.querySelector("button")?.focus();
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...list.querySelectorAll("button")];
    all[(all.indexOf(document.activeElement) + step + all.length) % all.length]?.focus();
  });
  return opened;
}

export const tell = (title, body) => open(title, body);

let hide = null;

// A short word that something is done, or why not. Faults stay until the next one or a press.
export function toast(words, fault = false) {
  const place = byId("toast");
  clearTimeout(hide);
  place.className = fault ? "toast fault" : "toast";
  place.replaceChildren(icon(fault ? "alert" : "tick"), element("span", {}, words), element("button", { type: "button", class: "icon-button", "aria-label": label("close"), click: () => (place.hidden = true) }, icon("close")));
  place.hidden = false;
  hide = setTimeout(() => (place.hidden = true), fault ? 12_000 : 4_000);
}
