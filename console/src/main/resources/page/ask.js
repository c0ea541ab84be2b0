// Talks to the API, and remembers what everybody wants to know.

const API = "/api/v1";

export const known = { names: new Map(), writable: false, vocabulary: null, countedTo: null };

export const topicName = (slug) => known.names.get(slug) ?? slug;

async function answered(response) {
  const answer = await response.json().catch(() => ({ detail: `The console answered ${response.status} without saying why.` }));
  if (response.ok) return answer;
  const problem = new Error(answer.detail ?? answer.title);
  problem.field = answer.field;
  problem.status = response.status;
  throw problem;
}

export async function ask(path, parameters = {}) {
  const url = new URL(API + path, location.origin);
  for (const [key, value] of Object.entries(parameters)) {
    if (value) url.searchParams.set(key, value);
  }
  return answered(await fetch(url));
}

export async function send(method, path, body = {}) {
  const headers = { "Content-Type": "application/json" };
  return answered(await fetch(API + path, { method, headers, body: JSON.stringify(body) }));
}

export async function vocabulary() {
  known.vocabulary ??= await ask("/vocabulary");
  return known.vocabulary;
}

// What was sent goes round by Kafka before it can be asked for.
export async function until(question, holds) {
  for (let wait = 150; wait < 5_000; wait *= 1.6) {
    const answer = await question().catch(() => null);
    if (holds(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return null;
}

// A browser may forbid storage; then nothing is remembered.
export function remembered(key, value) {
  try {
    if (value !== undefined) localStorage.setItem(`tocsin.${key}`, value);
    return localStorage.getItem(`tocsin.${key}`) ?? "";
  } catch {
    return "";
  }
}
