// Talks to the server: small posts, uploads with progress, the history. A refusal carries the sentence for the customer.

import { label, language } from "./words.js";

const HEADERS = { "X-Frontdesk-Chat": "1", "Accept-Language": language };
const PATIENCE = 20_000; // ms

// `status` is 0 when the server was not reached; `lasting` when trying again cannot help.
export class Refused extends Error {
  constructor(status, body = {}, retryAfter = 0) {
    super(body.message ?? "");
    this.status = status;
    this.key = body.error ?? "";
    this.retryAfter = retryAfter; // seconds
  }

  get lasting() {
    return this.status >= 400 && this.status < 500 && this.status !== 408 && this.status !== 429;
  }
}

export async function post(path, body) {
  return answer(
    fetch(path, { method: "POST", headers: { ...HEADERS, "Content-Type": "application/json" }, body: JSON.stringify(body), signal: AbortSignal.timeout(PATIENCE) }),
  );
}

export const history = (after) =>
  answer(fetch(`/chat/history${after === undefined ? "" : `?after=${after}`}`, { headers: HEADERS, signal: AbortSignal.timeout(PATIENCE) }));

async function answer(request) {
  let response;
  try {
    response = await request;
  } catch {
    throw new Refused(0);
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, body, Number(response.headers.get("Retry-After")));
  return body;
}

// fetch tells no progress of an upload, XMLHttpRequest does. `signal` cancels.
export function upload({ id, text, file }, onProgress, signal) {
  const form = new FormData();
  form.append("id", id);
  form.append("text", text);
  form.append("file", file, file.name || label("picture"));
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/chat/files");
    for (const [name, value] of Object.entries(HEADERS)) request.setRequestHeader(name, value);
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => onProgress(event.loaded / event.total));
    request.addEventListener("load", () => {
      if (request.status === 202) done(request.response);
      else failed(new Refused(request.status, request.response ?? {}, Number(request.getResponseHeader("Retry-After"))));
    });
    for (const name of ["error", "timeout", "abort"]) request.addEventListener(name, () => failed(new Refused(0)));
    signal.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}
