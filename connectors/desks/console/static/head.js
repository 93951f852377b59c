// What stands around the messages: whose conversation it is, who else looks or writes, what may be done, the WhatsApp window.

import { byId, element, icon, initials, shade } from "./build.js";
import { channelIcon } from "./list.js";
import { label, me, moment, precise, topicName } from "./words.js";

export function showHead(head) {
  const name = head.name || label("nameless", { id: head.id });
  byId("who").textContent = name;
  byId("where").replaceChildren(
    icon(channelIcon(head.channel)),
    element("span", {}, [head.channel, head.language.toUpperCase(), head.topic && topicName(head.topic), head.tone !== "calm" && label(head.tone), stateOf(head)].filter(Boolean).join(" · ")),
  );
  const mine = head.mine;
  byId("resolve").hidden = byId("resolve-next").hidden = !mine;
  byId("snooze").hidden = byId("give-back").hidden = !mine;
  byId("assign").hidden = !(mine || head.owner === "queue" || me.role !== "agent");
  banner(head);
  windowLeft(head);
}

function stateOf(head) {
  if (head.state === "snoozed" && head.snoozed_until) return label("snoozed_until", { time: moment(head.snoozed_until) });
  return head.owner === "bot" ? label("bot") : "";
}

function banner(head) {
  const place = byId("banner");
  place.hidden = head.mine;
  if (head.mine) return;
  const other = head.owner.startsWith("agent:");
  const words = head.owner === "bot" ? label("bot_has") : head.owner === "queue" ? label("queue_has") : label("other_has", { name: head.owner_name });
  place.className = `banner ${other ? "other" : head.owner}`;
  byId("banner-icon").replaceChildren(icon(head.owner === "bot" ? "bot" : other ? "person" : "clock"));
  byId("banner-words").textContent = words;
  // An agent may not take from a colleague; a lead may.
  byId("take-over").hidden = other && me.role === "agent";
  byId("take-over-words").textContent = other ? label("take_from", { name: head.owner_name }) : label("take_over");
}

export function windowLeft(head) {
  const place = byId("window");
  place.hidden = !head.window;
  if (!head.window) return;
  const left = Date.parse(head.window) - Date.now();
  place.classList.toggle("shut", left <= 0);
  place.classList.toggle("soon", left > 0 && left < 2 * 3_600_000);
  place.replaceChildren(icon(left > 0 ? "clock" : "alert"), element("span", {}, left > 0 ? label("window_open", { time: precise(left) }) : label("window_closed")));
}

// `lookers` are {id, name, typing}; one who writes a reply while it is ours is a collision.
export function showLookers(lookers, customerTypes) {
  const others = lookers.filter((each) => each.id !== me.id);
  byId("lookers").replaceChildren(
    ...others.slice(0, 5).map((each) =>
      element("li", { class: `face tiny ${shade(each.id)}${each.typing ? " writes" : ""}`, title: label(each.typing ? "also_types" : "also_looks", { name: each.name }) }, element("span", { "aria-hidden": "true" }, initials(each.name)), element("span", { class: "hearable" }, label(each.typing ? "also_types" : "also_looks", { name: each.name }))),
    ),
  );
  const writing = others.find((each) => each.typing);
  byId("collision").hidden = !writing;
  if (writing) byId("collision").replaceChildren(icon("alert"), element("span", {}, label("also_types", { name: writing.name })));
  byId("typing").hidden = !customerTypes;
}

// The sentences say it to a person; what they come from stands below for whoever looks after the bot.
export function showWhy(why) {
  const rows = [
    ["why_flow", why.flow],
    ["why_step", why.step],
    ["why_intent", why.intent && topicName(why.intent)],
    ["why_score", typeof why.score === "number" ? `${Math.round(100 * why.score)} %` : why.score],
  ].filter(([, value]) => value);
  const sentences = why.sentences ?? [];
  return element(
    "div",
    { class: "why-body" },
    sentences.length ? element("ul", {}, sentences.map((each) => element("li", {}, each))) : element("p", { class: "quiet" }, label("why_none")),
    rows.length > 0 && element("dl", {}, rows.flatMap(([key, value]) => [element("dt", {}, label(key)), element("dd", {}, String(value))])),
    why.readings?.length > 0 && element("div", {}, element("h3", {}, label("why_readings")), element("ul", {}, why.readings.map((each) => element("li", {}, each.as_of ? `${each.what}, ${moment(each.as_of)}` : each.what)))),
  );
}
