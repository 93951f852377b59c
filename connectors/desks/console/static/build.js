// Makes elements. Text goes in as text nodes only: there is no way here to turn a customer's words into markup.

const SVG = "http://www.w3.org/2000/svg";

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name, value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

export const hearable = (text) => element("span", { class: "hearable" }, text);
export const byId = (id) => document.getElementById(id);

// An address an agent may follow, as an absolute one; null for javascript:, data: and anything else.
export function safeLink(address, schemes = ["http:", "https:", "mailto:", "tel:"]) {
  try {
    const url = new URL(address, location.origin);
    return schemes.includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

const LINK = /https?:\/\/[^\s<>"']+/giu;

// The text with its web addresses made links; line breaks are kept by the style.
export function linked(text) {
  const made = document.createDocumentFragment();
  let done = 0;
  for (const match of text.matchAll(LINK)) {
    const found = match[0].replace(/[.,;:!?)»”’…]+$/u, "");
    const href = safeLink(found);
    if (!href) continue;
    made.append(text.slice(done, match.index), element("a", { href, target: "_blank", rel: "noopener noreferrer" }, found));
    done = match.index + found.length;
  }
  made.append(text.slice(done));
  return made;
}

// "Ana Novak" is AN; a phone or nothing is "•".
export function initials(name) {
  const words = (name ?? "").split(/\s+/).filter((word) => /\p{L}/u.test(word[0] ?? ""));
  const first = words[0]?.[0] ?? "•";
  return (first + (words.length > 1 ? words.at(-1)[0] : "")).toUpperCase();
}

// One of eight quiet grounds, the same for the same person each time.
export const shade = (id) => `shade-${Math.abs(Number(id) || 0) % 8}`;
