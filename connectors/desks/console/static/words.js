// The desk's own words, times and numbers, in the agent's language. What customers say never passes through here.

const page = document.body.dataset;
const labels = JSON.parse(page.labels);

export const language = document.documentElement.lang;
export const me = JSON.parse(page.agent); // {id, name, role, status, keys}
export const csrf = page.csrf;
const timeZone = page.zone; // the shop's: times here are those the customers are told
export const maxUpload = Number(page.maxUpload); // bytes

// "en" alone would mean American hours; the region the browser tells is better.
const region = navigator.languages.find((known) => known.split("-")[0] === language) ?? (language === "en" ? "en-GB" : language);
const clock = new Intl.DateTimeFormat(region, { hour: "2-digit", minute: "2-digit", timeZone });
const short = new Intl.DateTimeFormat(region, { day: "numeric", month: "short", timeZone });
const full = new Intl.DateTimeFormat(region, { dateStyle: "full", timeStyle: "medium", timeZone });
const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
const unit = (name) => new Intl.NumberFormat(language, { style: "unit", unit: name, unitDisplay: "short", maximumFractionDigits: 0 });
const units = { minute: unit("minute"), hour: unit("hour"), day: unit("day") };

export function label(key, values = {}) {
  return (labels[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export const has = (key) => key in labels;
export const topicName = (topic) => (has(`topic.${topic}`) ? label(`topic.${topic}`) : topic.replaceAll("_", " "));
export const time = (at) => clock.format(new Date(at));
export const whole = (at) => full.format(new Date(at));

// How long a span is, in its largest unit: "4 min", "3 h", "2 days".
export function span(milliseconds) {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 60) return units.minute.format(minutes);
  if (minutes < 48 * 60) return units.hour.format(Math.floor(minutes / 60));
  return units.day.format(Math.floor(minutes / 1440));
}

export const precise = (milliseconds) => {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  return minutes < 60 ? units.minute.format(minutes) : `${units.hour.format(Math.floor(minutes / 60))} ${units.minute.format(minutes % 60)}`;
};

// A calendar day in the shop's zone as a number of days; a span of milliseconds would be wrong twice a year.
const calendar = new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit", day: "2-digit", timeZone });
const dayNumber = (date) => Date.parse(`${calendar.format(date)}T00:00Z`) / 86_400_000;
const daysAgo = (date) => dayNumber(new Date()) - dayNumber(date);
export const dayKey = (at) => calendar.format(new Date(at));

export function day(at) {
  const date = new Date(at);
  const ago = daysAgo(date);
  if (ago >= -1 && ago < 2) return capital(relative.format(-ago, "day"));
  const sameYear = dayKey(at).slice(0, 4) === dayKey(Date.now()).slice(0, 4);
  const form = { weekday: "long", day: "numeric", month: "long", timeZone, ...(sameYear ? {} : { year: "numeric" }) };
  return capital(new Intl.DateTimeFormat(region, form).format(date));
}

// The shortest that still says when: "14:05" today, "tomorrow 10:00", "3 Nov 09:00".
export function moment(at) {
  const date = new Date(at);
  const ago = daysAgo(date);
  if (ago === 0) return time(at);
  if (Math.abs(ago) === 1) return `${relative.format(-ago, "day")} ${time(at)}`;
  return `${short.format(date)} ${time(at)}`;
}

export const date = (at) => short.format(new Date(at));

function capital(text) {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
