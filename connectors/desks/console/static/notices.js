// Tells an agent who looks elsewhere: a number in the title, and a notification where they allowed it.

import { byId } from "./build.js";
import { label } from "./words.js";

const title = document.title;
let count = 0;

// `waiting` is how many of one's own conversations have something unread.
export function badge(waiting) {
  count = waiting;
  document.title = count > 0 ? `(${count}) ${title}` : title;
}

export function notify(words, body, onOpen) {
  if (!document.hidden || !("Notification" in window) || Notification.permission !== "granted" || localStorage.getItem("desk.notify") === "off") return;
  try {
    const shown = new Notification(words, { body, tag: "desk", icon: document.querySelector("link[rel=icon]")?.href });
    shown.onclick = () => {
      focus();
      shown.close();
      onOpen();
    };
  } catch {
    // Phones allow notifications to service workers only; the badge has to do.
  }
}

export function noticesSwitch() {
  const box = byId("notify");
  if (!("Notification" in window)) {
    box.closest("label").hidden = true;
    return;
  }
  const on = () => Notification.permission === "granted" && localStorage.getItem("desk.notify") !== "off";
  box.checked = on();
  box.addEventListener("change", async () => {
    localStorage.setItem("desk.notify", box.checked ? "on" : "off");
    if (box.checked && Notification.permission === "default") await Notification.requestPermission();
    box.checked = on();
  });
}

export const newMessage = (name) => label("new_message", { name });
