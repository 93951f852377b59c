// What the bot saw in a customer's words, and an agent's better knowledge: shown below the bubble, said in a window.

import { post } from "./api.js";
import { element, icon } from "./build.js";
import { open, toast } from "./dialogs.js";
import { label, moment, topicName } from "./words.js";

const NONE = "out_of_scope";
const groups = JSON.parse(document.body.dataset.intents); // [[group, [intent, ...]], ...]

// Stands in the foot of a customer's bubble; `teach(line)` opens the window.
export function seen(line, teach) {
  const taught = line.lesson;
  const words = taught
    ? element("span", { class: "taught", title: moment(taught.at) }, icon("tick"), label(taught.right ? "taught_right" : "taught", { name: taught.name, topic: topicName(taught.meant) }))
    : line.understood && element("span", {}, understood(line.understood));
  const deed = label(taught ? "teach_again" : "teach");
  return [words, element("button", { type: "button", class: "link teach", click: () => teach(line), "aria-label": `${deed}: ${line.message.text.slice(0, 80)}` }, deed)].filter(Boolean);
}

function understood({ intent, score }) {
  return intent === NONE ? label("seen_nothing") : label("seen_as", { topic: topicName(intent), percent: Math.round(100 * score) });
}

export async function teach(line) {
  const chosen = line.lesson?.meant ?? "";
  const saw = line.understood?.intent;
  const option = (value, words) => element("option", { value, selected: value === chosen }, words);
  const select = element(
    "select",
    { id: "field-meant", name: "meant", required: true, autofocus: true },
    element("option", { value: "", disabled: true, selected: !chosen }, label("teach_choose")),
    saw && saw !== NONE && saw !== chosen && option(saw, label("teach_right", { topic: topicName(saw) })),
    option(NONE, label("teach_none")),
    line.lesson && option("take_back", label("teach_nothing")),
    groups.map(([group, intents]) => element("optgroup", { label: label(`group.${group}`) }, intents.filter((each) => each !== saw || each === chosen).map((each) => option(each, topicName(each))))),
  );
  const body = element(
    "div",
    { class: "fields" },
    element("blockquote", { dir: "auto" }, line.message.text),
    line.understood && element("p", { class: "quiet" }, understood(line.understood)),
    element("div", {}, element("label", { for: "field-meant" }, label("teach_meant")), select),
    element("p", { class: "quiet" }, label("teach_hint")),
  );
  const meant = await open(label("teach_title"), body, {
    ok: label("teach_save"),
    read: async () => {
      await (select.value === "take_back" ? post("untaught", { message: line.id }) : post("teach", { message: line.id, meant: select.value }));
      return select.value;
    },
  });
  if (meant) toast(label(meant === "take_back" ? "taught_gone" : "taught_done"));
  return meant;
}
