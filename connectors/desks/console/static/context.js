// The right column: who the customer is, what they have ordered, what was promised to them, what was before.

import { byId, element, icon, initials, safeLink, shade } from "./build.js";
import { date, has, label, language, me, moment, span, topicName } from "./words.js";

// `on.keep(promise)`, `on.move(promise)`, `on.open(conversation)`
export function showContext(context, on) {
  const name = context.name || label("nameless", { id: context.conversation });
  byId("context-body").replaceChildren(
    element(
      "section",
      { class: "person" },
      element("span", { class: `face large ${shade(context.conversation)}`, "aria-hidden": "true" }, initials(name)),
      element("div", {}, element("h3", { dir: "auto" }, name), element("p", {}, label("since", { time: date(context.since) }), " · ", context.language.toUpperCase())),
    ),
    ...[
      part("case", aboutCase(context.case)),
      part("promises", context.promises.length ? element("ul", { class: "promises" }, context.promises.map((each) => promise(each, on))) : none("no_promises")),
      part("orders", orders(context)),
      part("identities", element("ul", { class: "places" }, context.places.map((place) => reached(place, context, on)))),
      context.notes.length && part("notes", element("ul", { class: "notes" }, context.notes.map(note))),
      context.earlier.length && part("earlier", element("ul", { class: "earlier" }, context.earlier.map((each) => earlier(each, context, on)))),
    ].filter(Boolean),
  );
}

const part = (title, ...body) => body[0] && element("section", {}, element("h3", {}, label(title)), ...body);
const none = (key) => element("p", { class: "quiet" }, label(key));

function aboutCase(found) {
  if (!found) return null;
  const { summary } = found;
  const said = (summary.matters ?? []).map((matter) => matter.said).filter(Boolean);
  const answers = Object.entries({ ...summary.answers, ...summary.facts }).filter(([, value]) => value !== null && value !== "" && value !== "skip");
  return element(
    "div",
    {},
    element("p", {}, element("span", { class: "chip" }, topicName(found.topic || "out_of_scope")), found.reopened > 0 && element("span", { class: "chip alarm" }, `↺ ${found.reopened}`)),
    said.map((words) => element("blockquote", { dir: "auto" }, words)),
    answers.length > 0 && element("dl", {}, answers.flatMap(([key, value]) => [element("dt", {}, plain(key)), element("dd", { dir: "auto" }, shown(value))])),
  );
}

// Journal keys read "ask:order_number#1": the middle is enough for a person.
const plain = (key) => key.replace(/^\w+:/, "").replace(/#\d+$/, "").replaceAll(/[_-]/g, " ");
const shown = (value) => (Array.isArray(value) ? value.map(shown).join(", ") : typeof value === "object" && value !== null ? Object.values(value).map(shown).join(", ") : String(value));

function promise(each, on) {
  const late = Date.parse(each.due) < Date.now();
  const name = each.owner === `agent:${me.id}` ? label("you") : each.owner_name;
  const who = each.owner === "bot" ? label("by_bot") : name ? label("by_agent", { name }) : label("by_shop");
  return element(
    "li",
    {},
    element("p", { dir: "auto" }, each.text),
    element("p", { class: late ? "alarm-text" : "quiet" }, `${label("due", { time: moment(each.due) })} · ${who}`),
    element(
      "p",
      { class: "deeds" },
      element("button", { type: "button", class: "small", click: () => on.keep(each) }, icon("tick"), label("keep")),
      element("button", { type: "button", class: "small", click: () => on.move(each) }, icon("clock"), label("move")),
    ),
  );
}

function orders(context) {
  if (context.orders_state === "down") return element("p", { class: "alarm-text" }, label("shop_down"));
  if (context.orders_state !== "shown" || !context.orders.length) return none("no_orders");
  const money = (value) => new Intl.NumberFormat(language, { style: "currency", currency: value.currency }).format(Number(value.amount));
  return element(
    "ul",
    { class: "orders" },
    context.orders.map((order) =>
      element(
        "li",
        {},
        element("details", {}, element("summary", {}, element("b", {}, order.number), element("span", {}, date(order.placed)), element("span", { class: "sum" }, money(order.total))), details(order, money)),
        element("p", { class: "states" }, [order.state, order.payment, order.fulfilment].map((state) => element("span", { class: "chip" }, has(`state.${state}`) ? label(`state.${state}`) : state.replaceAll("_", " ")))),
      ),
    ),
  );
}

function details(order, money) {
  return element(
    "div",
    {},
    element("ul", {}, order.items.map((item) => element("li", {}, `${item.quantity} × `, element("span", { dir: "auto" }, item.name), " ", element("span", { class: "sum" }, money(item.price))))),
    order.parcels.map((parcel) => {
      const href = parcel.url && safeLink(parcel.url, ["http:", "https:"]);
      const words = [parcel.carrier, parcel.tracking].filter(Boolean).join(" ");
      return element("p", { class: "quiet" }, href ? element("a", { href, target: "_blank", rel: "noopener noreferrer" }, words) : words);
    }),
    element("p", { class: "quiet", dir: "auto" }, order.address),
  );
}

function reached(place, context, on) {
  const here = place.conversation === context.conversation;
  const words = [element("span", {}, place.channel), element("span", { class: "quiet address" }, place.address)];
  if (here || !place.conversation) return element("li", { class: here ? "here" : "" }, words);
  return element("li", {}, element("a", { href: `/desk/c/${place.conversation}`, click: (event) => (event.preventDefault(), on.open(place.conversation)) }, words));
}

const note = (each) => element("li", { class: "note" }, element("p", { dir: "auto" }, each.text), element("p", { class: "quiet" }, `${each.agent === me.id ? label("you") : each.author} · ${moment(each.at)}`));

function earlier(each, context, on) {
  const head = [element("b", {}, topicName(each.topic || "out_of_scope")), element("span", { class: "quiet" }, ` ${date(each.opened)} · ${label(each.state)}`)];
  const link =
    each.conversation === context.conversation
      ? element("p", {}, head)
      : element("p", {}, element("a", { href: `/desk/c/${each.conversation}`, click: (event) => (event.preventDefault(), on.open(each.conversation)) }, head));
  return element(
    "li",
    {},
    link,
    each.agent_name && element("p", { class: "quiet" }, each.agent_name, each.closed ? ` · ${span(Date.parse(each.closed) - Date.parse(each.opened))}` : ""),
    each.rating && element("p", { class: "quiet" }, label("rating", { count: each.rating }), each.comment ? `: ${each.comment}` : ""),
  );
}
