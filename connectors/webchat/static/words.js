// The page's own words, dates and numbers, in its language. What the shop says never passes through here.

const page = document.body.dataset;
const labels = JSON.parse(page.labels);

export const language = document.documentElement.lang;
export const shop = page.shop;
export const initials = page.initials;
export const hostOrigin = page.host; // the shop's page around us, "" when there is none that we know
export const maxUpload = Number(page.maxUpload); // bytes

// "en" alone would mean American hours; the customer's own region of the language is better when the browser tells it.
const region = navigator.languages.find((known) => known.split("-")[0] === language) ?? language;
const plurals = new Intl.PluralRules(language);
const clock = new Intl.DateTimeFormat(region, { hour: "numeric", minute: "2-digit" });
const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
const sizes = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });

export function label(key, values = {}) {
  let text = labels[key];
  if (typeof text !== "string") text = text[plurals.select(values.count)] ?? text.other;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name === "shop" ? shop : (values[name] ?? whole)));
}

export const time = (date) => clock.format(date);

export function day(date) {
  const midnight = (moment) => new Date(moment.getFullYear(), moment.getMonth(), moment.getDate());
  const ago = Math.round((midnight(new Date()) - midnight(date)) / 86_400_000);
  if (ago >= 0 && ago < 2) return capital(relative.format(-ago, "day"));
  const sameYear = date.getFullYear() === new Date().getFullYear();
  const form = { weekday: "long", day: "numeric", month: "long", ...(sameYear ? {} : { year: "numeric" }) };
  return capital(new Intl.DateTimeFormat(region, form).format(date));
}

export const size = (bytes) =>
  bytes < 1_000_000 ? `${sizes.format(Math.max(0.1, bytes / 1000))} kB` : `${sizes.format(bytes / 1_000_000)} MB`;

function capital(text) {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
