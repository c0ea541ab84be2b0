// The live stream, and a notice of the browser if somebody wants one.

import { remembered } from "./ask.js";
import { say } from "./panel.js";

const at = (id) => document.getElementById(id);
const notified = new Set();

export function listen(handlers) {
  const source = new EventSource("/api/v1/stream");
  const badge = (kind, words) => {
    at("live").dataset.state = kind;
    at("live").lastElementChild.textContent = words;
  };
  source.onopen = () => badge("on", "live");
  source.onerror = () => {
    badge("wait", "connecting");
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(handlers), 5_000);
  };
  for (const [name, handler] of Object.entries(handlers)) {
    source.addEventListener(name, (event) => handler(JSON.parse(event.data)));
  }
}

const possible = () => "Notification" in window;
const wanted = () => possible() && Notification.permission === "granted" && remembered("notify") === "yes";

export function beginNotices() {
  at("notify").hidden = !possible();
  at("notify").checked = wanted();
  at("notify").addEventListener("change", async () => {
    const granted = at("notify").checked && await Notification.requestPermission() === "granted";
    if (at("notify").checked && !granted) say("The browser does not allow notices for this page; its settings can change that.");
    at("notify").checked = granted;
    remembered("notify", granted ? "yes" : "no");
  });
}

// Updates of an alert come under its id, and are no second notice.
export function notice(alert) {
  if (!wanted() || notified.has(alert.id)) return;
  notified.add(alert.id);
  const shown = new Notification(alert.title, { body: `${alert.ruleName}: ${alert.text}`, tag: alert.id });
  shown.onclick = () => {
    focus();
    location.hash = `#/alert/${encodeURIComponent(alert.id)}`;
  };
}
