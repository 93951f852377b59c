// Single keys for everything, outside of fields and windows only; an agent who does not want them switches them off.

import { post } from "./api.js";
import { byId, element } from "./build.js";
import { tell } from "./dialogs.js";
import { label, me } from "./words.js";

const SHEET = [
  [["J", "K"], "key_next"],
  [["1", "2", "3", "4"], "key_tabs"],
  [["S"], "key_search"],
  [["F"], "filters"],
  [["R"], "reply"],
  [["N"], "note"],
  [["Enter"], "key_send"],
  [["Shift Enter"], "key_line"],
  [["/"], "key_canned"],
  [["T"], "take_over"],
  [["X"], "next_free"],
  [["A"], "assign"],
  [["B"], "give_back"],
  [["Z"], "snooze"],
  [["P"], "promise"],
  [["E"], "resolve"],
  [["Shift E"], "resolve_next"],
  [["W"], "key_why"],
  [["C"], "key_context"],
  [["Esc"], "key_leave"],
  [["?"], "key_help"],
];

export function keys(deeds) {
  const does = { ...deeds, "?": sheet };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || byId("dialog").open) return;
    const field = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "Escape" && field) return field.blur();
    if (!me.keys || field) return;
    // A key's place serves who writes Cyrillic: T is the same key there. What a layout types is asked first.
    const typed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const place = event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : typed;
    const name = `${event.shiftKey && /^[a-z]$/.test(place) ? "shift+" : ""}${typed in does || typed === "?" ? typed : place}`;
    const deed = does[name];
    if (!deed || (event.key === "Enter" && event.target.closest("button, a"))) return;
    event.preventDefault();
    deed();
  });
  byId("keys-button").addEventListener("click", sheet);
}

function sheet() {
  const on = element("input", { type: "checkbox", id: "keys-on", checked: me.keys });
  on.addEventListener("change", () => {
    me.keys = on.checked;
    post("settings", { keys: me.keys }).catch(() => {});
  });
  tell(
    label("keys_title"),
    element(
      "div",
      {},
      element("dl", { class: "keys" }, SHEET.map(([names, what]) => element("div", {}, element("dt", {}, names.map((name) => element("kbd", {}, name))), element("dd", {}, label(what))))),
      element("p", { class: "switch" }, on, element("label", { for: "keys-on" }, label("keys_on"))),
    ),
  );
}
