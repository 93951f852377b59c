// The desk: brings list, thread, composer and context together, and does what agents ask for.

import { get, post, Refused } from "./api.js";
import { byId, element, initials, shade } from "./build.js";
import { Composer } from "./composer.js";
import { showContext } from "./context.js";
import { ask, choose, tell, toast } from "./dialogs.js";
import { showHead, showLookers, showWhy, windowLeft } from "./head.js";
import { keys } from "./keys.js";
import { teach } from "./lessons.js";
import { List } from "./list.js";
import { Live } from "./live.js";
import { badge, newMessage, notify, noticesSwitch } from "./notices.js";
import { Thread } from "./thread.js";
import { label, me, moment } from "./words.js";

const LOOKS = 25_000; // ms between two words that one is still looking; the server forgets after a minute
const WRITES = 6_000; // ms for which a word that somebody writes counts
const TOGETHER = 60; // ms in which changes are answered with one look

let head = null; // of the open conversation
let chosen = 0;
let lookers = [];
let customerWrites = 0;
let unread = new Map();

const fault = (error) => error.name !== "AbortError" && toast(error.message, true);

const thread = new Thread({
  retry: (line) => deed("retry", { message: line.id }, label("retried")),
  why: (line) => why(line),
  forget: (line) => deed("delete_note", { note: line.id }),
  teach: (line) => teach(line).then((meant) => meant && refresh()),
  cursor: (line) => line.id,
  fault,
});
const composer = new Composer({
  sent: (id) => {
    if (id === chosen) refresh();
    list.reload();
  },
  fault,
  // One click: what was typed already says what and when.
  promise: ({ words, due }) => deed("promise", { text: words, due }, label("promised")).then(context),
  locked: () => {
    toast(label("locked"), true);
    byId("take-over").focus();
  },
});
const list = new List(open);
list.onFault = fault;

// --- one conversation ---------------------------------------------------------------------------------------------------------

async function open(id, { push = true } = {}) {
  if (!id) return close({ push });
  chosen = id;
  list.mark(id);
  show("thread");
  if (push && location.pathname !== `/desk/c/${id}`) history.pushState({ id }, "", `/desk/c/${id}`);
  byId("empty").hidden = true;
  byId("conversation").hidden = false;
  byId("conversation").setAttribute("aria-busy", "true");
  try {
    const page = await get(`conversation/${id}`);
    if (id !== chosen) return;
    head = page.head;
    lookers = page.lookers;
    thread.open(id, page);
    showHead(head);
    showLookers(lookers, false);
    composer.open(id, head);
    byId("conversation").setAttribute("aria-busy", "false");
    unread.delete(id);
    badge(unread.size);
    look();
    context();
  } catch (error) {
    fault(error);
    if (error.key === "not_there" && id === chosen) close();
  }
}

function close({ push = true } = {}) {
  chosen = 0;
  head = null;
  list.mark(0);
  byId("conversation").hidden = true;
  byId("empty").hidden = false;
  byId("context-body").replaceChildren();
  show("list");
  if (push && location.pathname !== "/desk") history.pushState({}, "", "/desk");
}

async function refresh() {
  const id = chosen;
  if (!id) return;
  try {
    const page = await get(`conversation/${id}`);
    if (id !== chosen) return;
    head = page.head;
    thread.update(page);
    showHead(head);
    composer.own(head.mine);
  } catch (error) {
    fault(error);
  }
}

async function context() {
  const id = chosen;
  if (!id || getComputedStyle(byId("context")).display === "none") return;
  try {
    const found = await get(`context/${id}`);
    if (id === chosen) {
      showContext(found, {
        open,
        keep: (each) => deed("keep", { promise: each.id }).then(context),
        move: (each) => move(each),
      });
    }
  } catch (error) {
    fault(error);
  }
}

// One column at a time where there is no room for more.
function show(view) {
  document.body.dataset.view = view;
  if (view === "context") context();
}

const look = () => chosen && !document.hidden && post("looking", { conversation: chosen }).catch(() => {});
setInterval(look, LOOKS);

// --- what is done with it -----------------------------------------------------------------------------------------------------

async function deed(path, body, done = "") {
  try {
    const answer = await post(path, { conversation: chosen, ...body });
    if (done) toast(typeof done === "function" ? done(answer) : done);
    refresh();
    list.reload();
    return answer;
  } catch (error) {
    fault(error);
    if (error instanceof Refused && error.key === "not_yours") refresh();
    return null;
  }
}

// In a window the refusal is shown there, so that the words are not typed again.
const asked = async (path, body, done) => {
  const answer = await post(path, { conversation: chosen, ...body });
  toast(done(answer));
  refresh();
  list.reload();
  context();
  return answer;
};

async function takeOver() {
  if (!head || head.mine) return;
  const force = head.owner.startsWith("agent:");
  if (await deed("take_over", { force }, label("took"))) {
    context();
    await refresh();
    composer.mode("reply", true);
  }
}

async function assign() {
  if (!head) return;
  const { agents } = await get("agents").catch(() => ({ agents: [] }));
  const options = agents
    .filter((each) => `agent:${each.id}` !== head.owner)
    .map((each) => ({
      value: String(each.id),
      title: each.id === me.id ? `${each.name} (${label("you")})` : each.name,
      detail: label(each.status),
      face: element("span", { class: `face tiny ${shade(each.id)}`, "aria-hidden": "true" }, initials(each.name)),
    }));
  if (head.owner !== "queue") options.push({ value: "queue", title: label("queue"), detail: "", face: element("span", { class: "face tiny", "aria-hidden": "true" }, "⋯") });
  await choose(label("assign_to"), options, (value) => {
    const name = options.find((each) => each.value === value)?.title ?? "";
    return asked("assign", value === "queue" ? { queue: true } : { agent: Number(value) }, () => label("assigned", { name }));
  });
}

const giveBack = () => head?.mine && ask(label("give_back"), [{ name: "agreed", label: label("agreed"), value: "" }], label("give_back"), (values) => asked("give_back", values, () => label("gave_back")));

const snooze = () =>
  head?.mine &&
  ask(
    label("snooze"),
    [{ name: "words", label: label("snooze_until"), value: "", required: true, examples: label("snooze_examples").split("|") }],
    label("snooze"),
    (values) => asked("snooze", values, (answer) => label("snoozed_done", { time: moment(answer.until) })),
  );

const promise = () =>
  head &&
  ask(
    label("promise"),
    [
      { name: "text", label: label("new_promise"), value: "", required: true },
      { name: "when", label: label("promise_due"), value: "", required: true, examples: label("snooze_examples").split("|") },
    ],
    label("promise"),
    (values) => asked("promise", values, () => label("promised")),
  );

const move = (each) =>
  ask(
    label("move"),
    [{ name: "when", label: label("promise_due"), value: "", required: true, examples: label("snooze_examples").split("|") }],
    label("move"),
    (values) => asked("move", { ...values, promise: each.id }, (answer) => label("due", { time: moment(answer.due) })),
  );

async function resolve(next = false) {
  if (!head?.mine) return;
  const answer = await deed(next ? "resolve_next" : "resolve", {}, label("resolved"));
  if (answer && next) {
    if (answer.next) await open(answer.next);
    else close();
  } else if (answer) refresh();
}

async function nextFree() {
  const answer = await deed("next", {});
  if (answer?.next) {
    await list.tab("mine");
    open(answer.next);
  } else if (answer) toast(label("queue_empty"));
}

async function why(line) {
  try {
    await tell(label("why"), showWhy(await get(`why/${line.id}`)));
  } catch (error) {
    fault(error);
  }
}

const press = (id, act) => byId(id).addEventListener("click", act);
press("take-over", takeOver);
press("assign", assign);
press("give-back", giveBack);
press("snooze", snooze);
press("resolve", () => resolve());
press("resolve-next", () => resolve(true));
press("promise-button", promise);
press("next-free", nextFree);
press("freeze", () => chosen && location.assign(`/desk/api/freeze/${chosen}`));
press("back", () => close());
press("context-button", () => show(document.body.dataset.view === "context" ? "thread" : "context"));
press("context-close", () => show("thread"));
for (const menu of document.querySelectorAll("details.menu")) {
  menu.addEventListener("focusout", (event) => !menu.contains(event.relatedTarget) && event.relatedTarget && (menu.open = false));
  menu.addEventListener("click", (event) => event.target.closest("a, button") && (menu.open = false));
}
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});
byId("status").addEventListener("change", (event) => post("status", { status: event.target.value }).then(() => (byId("status").dataset.status = event.target.value), fault));

keys({
  j: () => list.step(1),
  k: () => list.step(-1),
  1: () => list.tab("mine"),
  2: () => list.tab("unassigned"),
  3: () => list.tab("all"),
  4: () => list.tab("bot"),
  s: () => (show("list"), byId("search").focus()),
  f: () => list.showFilters(byId("filters").hidden),
  r: () => chosen && composer.mode("reply", true),
  n: () => chosen && composer.mode("note", true),
  t: takeOver,
  x: nextFree,
  a: assign,
  b: giveBack,
  z: snooze,
  p: promise,
  e: () => resolve(),
  "shift+e": () => resolve(true),
  w: () => {
    const line = thread.last("bot");
    if (line) why(line);
  },
  c: () => show(document.body.dataset.view === "context" ? "thread" : "context"),
  Escape: () => document.body.dataset.view === "context" && show("thread"),
});

// --- what changes by itself ---------------------------------------------------------------------------------------------------

let soon = null;
let dirty = new Set();

// Bursts of changes are answered by one look. The first is answered at once: a customer's words should be here when they are said.
function changed(change) {
  if (change.what === "looking" || (change.what === "typing" && change.agent)) {
    if (change.conversation === chosen) writes(change);
    return;
  }
  if (change.what === "typing") {
    if (change.conversation === chosen) {
      customerWrites = Date.now();
      present();
    }
    return;
  }
  if (change.what === "draft") return;
  if (change.what === "message" && change.conversation === chosen) customerWrites = 0;
  if (change.what === "message" && !change.agent) news(change.conversation);
  if (change.conversation === chosen) dirty.add("thread");
  if (["case", "owner", "note", "promise"].includes(change.what) && change.conversation === chosen) dirty.add("context");
  if (!["note", "lesson"].includes(change.what)) dirty.add("list");
  if (soon) return;
  answerChanges();
  soon = setTimeout(() => {
    soon = null;
    if (dirty.size) answerChanges();
  }, TOGETHER);
}

function answerChanges() {
  const what = dirty;
  dirty = new Set();
  if (what.has("thread")) refresh();
  if (what.has("list")) list.reload();
  if (what.has("context")) context();
  present();
}

// The customer said something in a conversation of one's own, or a new one waits.
function news(id) {
  if (id === chosen && !document.hidden) return;
  const line = list.find(id);
  if (line?.agent?.id !== me.id) return;
  unread.set(id, true);
  badge(unread.size);
  notify(newMessage(line.name || label("nameless", { id })), line.words, () => open(id));
}

function writes(change) {
  lookers = change.lookers ?? lookers;
  for (const each of lookers) if (each.typing) each.until = Date.now() + WRITES;
  present();
}

function present() {
  const now = Date.now();
  for (const each of lookers) if (each.typing && each.until && each.until < now) each.typing = false;
  showLookers(lookers, now - customerWrites < WRITES);
}

new Live({
  changed,
  again: () => {
    list.reload();
    refresh();
    context();
  },
  state: (connected) => (byId("offline").hidden = connected),
});
setInterval(present, 2_000);
setInterval(() => head && windowLeft(head), 20_000);
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  unread.delete(chosen);
  badge(unread.size);
  look();
});
addEventListener("popstate", () => open(Number(/^\/desk\/c\/(\d+)$/.exec(location.pathname)?.[1] ?? 0), { push: false }));
noticesSwitch();
open(Number(/^\/desk\/c\/(\d+)$/.exec(location.pathname)?.[1] ?? 0), { push: false });
document.body.dataset.ready = "yes";
