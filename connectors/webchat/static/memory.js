// What this browser remembers for the page. Without storage (private windows, strict settings) everything still works.

const PREFIX = "frontdesk.";

export function read(name, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function write(name, value) {
  try {
    if (value === "" || (Array.isArray(value) && !value.length)) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Remembering is a convenience; a full or forbidden storage must not stop a message.
  }
}
