// The launcher on a shop's page: a button in the corner, and the chat in a panel. One script tag, nothing global left behind.
//
//   <script src="https://…/chat/widget.js" async data-colour="#1f6f5c" data-position="right" data-language="sl"></script>
//
// It never opens by itself; a panel the customer had open is open again on the shop's next page. The chat is a frame of its
// own origin: this page sees none of it but "ready", "close" and the number of unread messages. Neighbour: host.js.
(() => {
  "use strict";
  const setup = /* setup */ {};
  const script = document.currentScript;
  if (!script || document.getElementById("frontdesk-chat")) return;
  const base = new URL(script.src).origin;
  const asked = (script.dataset.language || document.documentElement.lang || navigator.language || "en").slice(0, 2).toLowerCase();
  const language = setup.labels[asked] ? asked : "en";
  const labels = setup.labels[language];
  const colour = /^#[0-9a-f]{6}$/i.test(script.dataset.colour || "") ? script.dataset.colour : setup.colour;
  const side = script.dataset.position === "left" ? "left" : "right";
  const OPEN = "frontdesk.open"; // this visit: the panel stays open from page to page
  const KNOWN = "frontdesk.known"; // this browser: there is a conversation, so unread messages are worth a look

  const remembers = (store, name) => {
    try {
      return store().getItem(name) === "1";
    } catch {
      return false;
    }
  };
  const remember = (store, name, yes) => {
    try {
      if (yes) store().setItem(name, "1");
      else store().removeItem(name);
    } catch {
      // Storage may be forbidden; then the panel is simply closed on the next page.
    }
  };
  const visit = () => window.sessionStorage;
  const browser = () => window.localStorage;

  const bright = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const ink = 1.05 / (bright + 0.05) >= 4.5 ? "#fff" : "#000";

  const STYLE = `
    :host { all: initial; }
    * { box-sizing: border-box; }
    button { position: fixed; z-index: 2147483646; bottom: max(20px, env(safe-area-inset-bottom)); ${side}: 20px; display: grid;
      place-items: center; width: 60px; height: 60px; padding: 0; border: 0; border-radius: 50%; background: ${colour}; color: ${ink};
      box-shadow: 0 2px 6px rgb(20 24 28 / .16), 0 10px 32px rgb(20 24 28 / .22); cursor: pointer; }
    button:hover { filter: brightness(1.07); }
    button:focus-visible { outline: 3px solid ${colour}; outline-offset: 3px; box-shadow: 0 0 0 3px #fff; }
    svg { width: 28px; height: 28px; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
    .cross, .open .bubble { display: none; }
    .open .cross { display: block; }
    .badge { position: absolute; top: -3px; right: -3px; min-width: 24px; height: 24px; padding: 0 7px; border: 2px solid #fff;
      border-radius: 12px; background: #b3261e; color: #fff; font: 600 12px/20px system-ui, sans-serif; text-align: center; }
    .panel { position: fixed; z-index: 2147483647; bottom: 96px; ${side}: 20px; width: min(400px, calc(100vw - 40px));
      height: min(680px, calc(100vh - 116px)); height: min(680px, calc(100dvh - 116px)); overflow: hidden; border-radius: 20px;
      background: Canvas; box-shadow: 0 4px 12px rgb(20 24 28 / .12), 0 24px 72px rgb(20 24 28 / .28); color-scheme: light dark; }
    iframe { display: block; width: 100%; height: 100%; border: 0; }
    [hidden] { display: none; }
    @media (max-width: 520px), (max-height: 480px) {
      .panel { inset: 0; width: 100vw; height: 100vh; height: 100dvh; border-radius: 0; }
      .open button { display: none; }
    }
    @media (prefers-reduced-motion: no-preference) {
      .panel:not([hidden]) { animation: up .2s ease-out; }
      @keyframes up { from { opacity: 0; transform: translateY(12px); } }
    }
    @media print { button, .panel { display: none; } }`;

  const svg = (style, path) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    made.setAttribute("viewBox", "0 0 24 24");
    made.setAttribute("class", style);
    made.setAttribute("aria-hidden", "true");
    const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
    line.setAttribute("d", path);
    made.append(line);
    return made;
  };

  const root = document.createElement("div");
  root.id = "frontdesk-chat";
  root.lang = language;
  const shadow = root.attachShadow({ mode: "open" });
  // A constructed style sheet also works on pages whose policy forbids inline styles.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  shadow.adoptedStyleSheets = [sheet];
  const frame = document.createElement("div");
  const launcher = document.createElement("button");
  launcher.type = "button";
  launcher.setAttribute("aria-expanded", "false");
  launcher.append(
    svg("bubble", "M12 4c-5 0-8.5 3.200-8.5 7.300 0 2.300 1.100 4.300 2.900 5.600L6 20.500l3.900-2c.7.1 1.400.2 2.100.2 5 0 8.5-3.200 8.5-7.400S17 4 12 4zM8.5 11.500h.01M12 11.500h.01M15.500 11.500h.01"),
    svg("cross", "m6.5 6.5 11 11M17.5 6.5l-11 11"),
  );
  const badge = document.createElement("span");
  badge.className = "badge";
  badge.setAttribute("aria-hidden", "true");
  badge.hidden = true;
  launcher.append(badge);
  const panel = document.createElement("div");
  panel.className = "panel";
  panel.hidden = true;
  frame.append(launcher, panel);
  shadow.append(frame);

  let chat = null; // the iframe, once it was needed
  let ready = false;
  let open = false;
  let unread = 0;

  const plurals = new Intl.PluralRules(language);
  const name = () => {
    if (open) return labels.close_chat;
    if (!unread) return labels.open_chat;
    const words = labels.new[plurals.select(unread)] ?? labels.new.other;
    return `${labels.open_chat}, ${words.replace("{count}", unread)}`;
  };
  const draw = () => {
    frame.classList.toggle("open", open);
    panel.hidden = !open;
    badge.hidden = open || !unread;
    badge.textContent = unread > 99 ? "99+" : String(unread);
    launcher.setAttribute("aria-expanded", String(open));
    launcher.setAttribute("aria-label", name());
    launcher.title = name();
  };
  const say = (message) => ready && chat.contentWindow.postMessage(message, base);
  const load = () => {
    if (chat) return;
    const address = new URL("/chat", base);
    address.search = new URLSearchParams({ embed: "1", lang: language, colour, host: location.origin }).toString();
    chat = document.createElement("iframe");
    chat.src = address.href;
    chat.title = labels.title.replace("{shop}", setup.shop);
    chat.allow = "clipboard-write";
    panel.append(chat);
  };
  const show = (focus) => {
    load();
    open = true;
    unread = 0;
    remember(visit, OPEN, true);
    remember(browser, KNOWN, true);
    draw();
    say({ frontdesk: "opened", focus });
    if (focus) chat.focus();
    wantsFocus = focus;
  };
  let wantsFocus = false;
  const hide = () => {
    open = false;
    remember(visit, OPEN, false);
    draw();
    say({ frontdesk: "closed" });
    launcher.focus();
  };

  launcher.addEventListener("click", () => (open ? hide() : show(true)));
  shadow.addEventListener("keydown", (event) => event.key === "Escape" && open && hide());
  window.addEventListener("message", (event) => {
    if (!chat || event.origin !== base || event.source !== chat.contentWindow) return;
    const said = event.data?.frontdesk;
    if (said === "ready") {
      ready = true;
      if (open) say({ frontdesk: "opened", focus: wantsFocus });
    } else if (said === "close" && open) hide();
    else if (said === "unread" && Number.isInteger(event.data.count)) {
      unread = open ? 0 : event.data.count;
      draw();
    }
  });

  draw();
  const begin = () => {
    document.body.append(root);
    if (remembers(visit, OPEN)) show(false);
    else if (remembers(browser, KNOWN)) (window.requestIdleCallback ?? setTimeout)(load);
  };
  if (document.body) begin();
  else document.addEventListener("DOMContentLoaded", begin);
})();
