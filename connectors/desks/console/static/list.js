// The left column: who waits, longest first. Pages are added as one scrolls; a change reads the shown pages anew.

import { get } from "./api.js";
import { byId, element, hearable, icon, initials, shade } from "./build.js";
import { label, me, moment, span, topicName } from "./words.js";

const TABS = ["mine", "unassigned", "all", "bot"];
const FILTERS = ["channel", "language", "tone", "topic"];
const SOON = 60_000; // ms before a promised first reply at which its clock turns red

export class List {
  #rows = byId("rows");
  #tab = sessionStorage.getItem("desk.tab") ?? "mine";
  #next = null;
  #cases = [];
  #chosen = 0;
  #request = 0;
  #loading = false;
  #asked = null;

  constructor(onChoose) {
    this.onChoose = onChoose;
    for (const tab of TABS) byId(`tab-${tab}`).addEventListener("click", () => this.tab(tab));
    byId("tabs").addEventListener("keydown", (event) => this.#arrows(event));
    for (const name of FILTERS) byId(`filter-${name}`).addEventListener("change", () => this.#filtered());
    byId("clear-filters").addEventListener("click", () => {
      for (const name of FILTERS) byId(`filter-${name}`).value = "";
      this.#filtered();
    });
    byId("filters-button").addEventListener("click", () => this.showFilters(byId("filters").hidden));
    byId("search").addEventListener("input", () => {
      clearTimeout(this.#asked);
      this.#asked = setTimeout(() => this.reload(), 250);
    });
    this.#rows.addEventListener("click", (event) => {
      const row = event.target.closest("[data-id]");
      if (!row || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.onChoose(Number(row.dataset.id));
    });
    const end = byId("list-end");
    new IntersectionObserver((entries) => entries[0].isIntersecting && this.#more(), { root: byId("list-scroller"), rootMargin: "600px" }).observe(end);
    end.addEventListener("click", () => this.#more());
    setInterval(() => this.#tick(), 20_000);
    this.tab(TABS.includes(this.#tab) ? this.#tab : "mine");
  }

  tab(tab) {
    this.#tab = tab;
    sessionStorage.setItem("desk.tab", tab);
    for (const each of TABS) {
      const button = byId(`tab-${each}`);
      button.setAttribute("aria-selected", String(each === tab));
      button.tabIndex = each === tab ? 0 : -1;
    }
    byId("panel").setAttribute("aria-labelledby", `tab-${tab}`);
    byId("list-scroller").scrollTop = 0;
    return this.reload(true);
  }

  showFilters(open) {
    byId("filters").hidden = !open;
    byId("filters-button").setAttribute("aria-expanded", String(open));
    if (open) byId("filter-channel").focus();
  }

  #arrows(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const tab = TABS[(TABS.indexOf(this.#tab) + step + TABS.length) % TABS.length];
    byId(`tab-${tab}`).focus();
    this.tab(tab);
  }

  #asking() {
    return { tab: this.#tab, q: byId("search").value.trim(), ...Object.fromEntries(FILTERS.map((name) => [name, byId(`filter-${name}`).value])) };
  }

  #filtered() {
    const active = FILTERS.filter((name) => byId(`filter-${name}`).value).length;
    byId("filters-count").textContent = active || "";
    byId("filters-count").hidden = !active;
    byId("clear-filters").hidden = !active;
    this.reload();
  }

  // As many rows as are shown now, so that nothing jumps; `anew` begins with one page.
  async reload(anew = false) {
    const turn = ++this.#request;
    const wanted = anew ? 0 : this.#cases.length;
    let page;
    try {
      page = await get("list", { ...this.#asking(), limit: Math.max(50, Math.min(wanted, 200)) });
    } catch (error) {
      if (turn === this.#request) this.onFault?.(error);
      return;
    }
    if (turn !== this.#request) return;
    this.#counts(page.counts);
    this.#show(page.cases, page.next);
  }

  async #more() {
    if (!this.#next || this.#loading) return;
    this.#loading = true;
    const turn = this.#request;
    try {
      const page = await get("list", { ...this.#asking(), before: this.#next });
      if (turn !== this.#request) return;
      const known = new Set(this.#cases.map((each) => each.id));
      this.#show([...this.#cases, ...page.cases.filter((each) => !known.has(each.id))], page.next);
    } catch (error) {
      this.onFault?.(error);
    } finally {
      this.#loading = false;
    }
  }

  #counts(counts) {
    for (const tab of TABS) if (byId(`count-${tab}`)) byId(`count-${tab}`).textContent = counts[tab];
    this.counts = counts;
    this.onCounts?.(counts);
  }

  // Rows that stay are kept where they are in the page: focus, hover and scroll survive.
  #show(cases, next) {
    const old = new Map([...this.#rows.children].map((row) => [Number(row.dataset.row), row]));
    const shown = cases.map((each) => {
      const was = old.get(each.id);
      const text = JSON.stringify(each);
      if (was && was.dataset.text === text) return was;
      const made = this.#row(each);
      made.dataset.text = text;
      return made;
    });
    const focused = this.#rows.contains(document.activeElement) ? Number(document.activeElement.dataset.id) : 0;
    // Only what moved is touched: replacing 200 rows at each message would stall a slow machine.
    shown.forEach((row, at) => {
      if (this.#rows.children[at] !== row) this.#rows.insertBefore(row, this.#rows.children[at] ?? null);
    });
    while (this.#rows.children.length > shown.length) this.#rows.lastChild.remove();
    if (focused) this.#rows.querySelector(`[data-id="${focused}"]`)?.focus({ preventScroll: true });
    this.#cases = cases;
    this.#next = next;
    byId("list-end").hidden = !next;
    byId("list-none").hidden = cases.length > 0;
    const asking = this.#asking();
    const narrowed = asking.q || FILTERS.some((name) => asking[name]);
    byId("list-none").textContent = label(narrowed ? "none_all" : `none_${this.#tab}`);
    this.mark(this.#chosen);
    this.#tick();
  }

  #row(each) {
    const name = each.name || label("nameless", { id: each.id });
    const who = each.said_by === "customer" ? "" : each.said_by === "bot" ? `${label("bot")}: ` : `${each.agent?.id === me.id ? label("you") : (each.agent?.name ?? "")}: `;
    const chips = [
      each.topic && element("span", { class: "chip" }, topicName(each.topic)),
      each.tone !== "calm" && element("span", { class: `chip tone-${each.tone}` }, label(each.tone)),
      each.escalated && element("span", { class: "chip alarm" }, label("escalated")),
      each.state === "snoozed" && each.snoozed_until && element("span", { class: "chip" }, label("snoozed_until", { time: moment(each.snoozed_until) })),
      each.agent && each.agent.id !== me.id && each.state !== "waiting" && element("span", { class: "chip who" }, each.agent.name),
    ];
    const link = element(
      "a",
      { href: `/desk/c/${each.id}`, class: "row-link", "data-id": each.id },
      element("span", { class: `face ${shade(each.id)}`, "aria-hidden": "true" }, initials(name), element("span", { class: "mark" }, icon(channelIcon(each.channel)))),
      element(
        "span",
        { class: "row-words" },
        element(
          "span",
          { class: "row-head" },
          element("b", { dir: "auto" }, name),
          hearable(` ${each.channel} `),
          element("span", { class: "clock", "data-since": each.waiting_since, "data-due": each.due, "data-at": each.at }),
        ),
        element("span", { class: "last", dir: "auto" }, `${who}${each.words}`),
        element("span", { class: "chips" }, element("span", { class: "chip tongue" }, each.language), ...chips),
      ),
      each.unread > 0 && element("span", { class: "unread", title: label("unread", { count: each.unread }) }, String(each.unread), hearable(label("unread", { count: "" }))),
    );
    return element("li", { "data-row": each.id, class: each.unread > 0 ? "fresh" : "" }, link);
  }

  // Clocks run without asking the server.
  #tick() {
    const now = Date.now();
    for (const clock of this.#rows.querySelectorAll(".clock")) {
      const { since, due, at } = clock.dataset;
      const late = due && since && now > Date.parse(due);
      clock.className = `clock${late ? " late" : due && since && now > Date.parse(due) - SOON ? " soon" : since ? " waits" : ""}`;
      clock.textContent = since ? span(now - Date.parse(since)) : at ? moment(at) : "";
      clock.title = late ? label("late") : since ? label("waits", { time: span(now - Date.parse(since)) }) : "";
    }
  }

  mark(id) {
    this.#chosen = id;
    for (const link of this.#rows.querySelectorAll(".row-link")) {
      if (Number(link.dataset.id) === id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  step(by) {
    if (!this.#cases.length) return;
    const at = this.#cases.findIndex((each) => each.id === this.#chosen);
    const next = this.#cases[at < 0 ? 0 : Math.min(this.#cases.length - 1, Math.max(0, at + by))];
    if (next && next.id !== this.#chosen) {
      this.onChoose(next.id);
      this.#rows.querySelector(`[data-id="${next.id}"]`)?.scrollIntoView({ block: "nearest" });
    }
  }

  find(id) {
    return this.#cases.find((each) => each.id === id);
  }
}

export const channelIcon = (channel) => (["telegram", "whatsapp", "viber", "webchat"].includes(channel) ? channel : "chat");
