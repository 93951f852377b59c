// Makes elements. Text goes in as text nodes only: there is no way here to turn a string into markup.

const SVG = "http://www.w3.org/2000/svg";

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name, value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
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

// An address we may let someone follow, as an absolute one; null for javascript:, data: and anything else.
export function safeLink(address, schemes = ["http:", "https:", "mailto:", "tel:"]) {
  try {
    const url = new URL(address, location.origin);
    return schemes.includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

const LINK = /(?:https?:\/\/|www\.)[^\s<>"']+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;

// The text with its web and e-mail addresses made links; line breaks are kept by the style.
export function linked(text) {
  const made = document.createDocumentFragment();
  let done = 0;
  for (const match of text.matchAll(LINK)) {
    let found = match[0].replace(/[.,;:!?»”’…]+$/u, "");
    if (found.endsWith(")") && !found.includes("(")) found = found.slice(0, -1);
    const mail = found.includes("@") && !/^(https?:|www\.)/i.test(found);
    const address = mail ? `mailto:${found}` : /^www\./i.test(found) ? `https://${found}` : found;
    const href = safeLink(address);
    if (!href) continue;
    made.append(text.slice(done, match.index));
    made.append(element("a", { href, target: mail ? null : "_blank", rel: "noopener noreferrer" }, found));
    done = match.index + found.length;
  }
  made.append(text.slice(done));
  return made;
}
