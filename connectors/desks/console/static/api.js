// Talks to the server. A refusal carries the sentence for the agent, made in their language.

import { csrf, has, label } from "./words.js";

const PATIENCE = 20_000; // ms

export class Refused extends Error {
  constructor(status, body = {}) {
    const key = body.error ?? (status ? "fault" : "unreachable");
    super(label(has(key) ? key : "fault", { name: body.name ?? "" }));
    this.status = status;
    this.key = key;
  }
}

export const get = (path, values = {}, signal = undefined) => {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ""));
  return answer(fetch(`/desk/api/${path}${query.size ? `?${query}` : ""}`, { signal: signal ?? AbortSignal.timeout(PATIENCE) }));
};

export const post = (path, body = {}) =>
  answer(
    fetch(`/desk/api/${path}`, {
      method: "POST",
      headers: { "X-CSRF-Token": csrf, "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    }),
  );

// The fields first, so that nothing is kept in vain; then the files.
export function upload(path, fields, files) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const file of files) form.append("file", file, file.name || label("picture"));
  return answer(fetch(`/desk/api/${path}`, { method: "POST", headers: { "X-CSRF-Token": csrf }, body: form, signal: AbortSignal.timeout(6 * PATIENCE) }));
}

async function answer(request) {
  let response;
  try {
    response = await request;
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refused(0);
  }
  const json = response.headers.get("Content-Type")?.includes("json");
  // Whose session is over is sent to the entry, which answers with a page.
  if (response.status === 401 || (response.redirected && !json)) {
    location.assign("/desk/login");
    throw new Refused(401, { error: "session" });
  }
  const body = json ? await response.json().catch(() => ({})) : {};
  if (!response.ok) throw new Refused(response.status, body);
  return body;
}
