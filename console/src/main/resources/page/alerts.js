// What the rules have found, why, and whether those who wanted to know have been told.

import { ask, known, send, topicName } from "./ask.js";
import { openArticle } from "./articles.js";
import { closeButton, decide, safely, say, showPanel } from "./panel.js";
import { openStory } from "./story.js";
import { ago, clockTime, count, dayOf, element, exactTime, outLink, when, words } from "./view.js";

const at = (id) => document.getElementById(id);
const state = { rule: "", next: null, paged: false, text: "" };
const QUOTES = 3;

export function beginAlerts(refresh) {
  at("alerts-more").addEventListener("click", () => refresh(loadOlder));
  at("alert-rule").addEventListener("change", () => { state.rule = at("alert-rule").value; refresh(loadAlerts); });
}

export async function loadAlerts() {
  const [page, { rules }] = await Promise.all([ask("/alerts", { rule: state.rule }), ask("/alert-rules")]);
  state.paged = false;
  state.text = JSON.stringify(page);
  offerRules(rules);
  at("alerts").replaceChildren(...entries(page, null));
  const hint = element("a", { href: "#/rules" }, rules.length ? "Rules" : "Make a rule");
  at("alerts-note").replaceChildren(...(page.alerts.length ? []
    : [rules.length ? "No rule has found anything yet. " : "Nobody has said yet what is worth an alert. ", hint]));
}

// Deliveries go on while somebody looks; nothing moves under the pointer unless something has changed.
export async function refreshAlerts() {
  if (state.paged || at("alerts").contains(document.activeElement)) return;
  const page = await ask("/alerts", { rule: state.rule });
  if (JSON.stringify(page) === state.text) return;
  await loadAlerts();
}

async function loadOlder() {
  const page = await ask("/alerts", { rule: state.rule, cursor: state.next });
  state.paged = true;
  at("alerts").append(...entries(page, at("alerts").lastElementChild?.dataset.day));
}

function entries(page, day) {
  state.next = page.next;
  at("alerts-more").hidden = !page.next;
  const items = [];
  for (const entry of page.alerts) {
    if (dayOf(entry.alert.raisedAt) !== day) {
      day = dayOf(entry.alert.raisedAt);
      items.push(element("li", { class: "day" }, day));
    }
    const item = alertItem(entry.alert, entry.deliveries);
    item.dataset.day = day;
    items.push(item);
  }
  return items;
}

function offerRules(rules) {
  at("alert-rule").replaceChildren(element("option", { value: "" }, "any"),
    ...rules.map(({ rule }) => element("option", { value: rule.id }, rule.name)));
  at("alert-rule").value = state.rule;
}

function alertItem(alert, deliveries) {
  const title = element("button", { class: "title", type: "button", dir: "auto" }, alert.title || "(without title)");
  title.addEventListener("click", () => safely(alert.kind === "STORY" ? openStory(alert.subject) : openAlert(alert.id)));
  return element("li", { class: "alert", "data-key": `alert ${alert.id}` },
    element("div", { class: "meta" },
      element("time", { datetime: alert.raisedAt, title: exactTime(alert.raisedAt) }, clockTime(alert.raisedAt)),
      element("a", { class: "rule", href: `#/rules/edit/${encodeURIComponent(alert.ruleId)}`, dir: "auto" }, alert.ruleName),
      alert.endedAt ? element("span", { class: "over", title: exactTime(alert.endedAt) }, `over since ${when(alert.endedAt)}`)
        : alert.sequence > 1 ? element("span", { title: exactTime(alert.updatedAt) }, `updated ${ago(alert.updatedAt)}`) : null),
    title,
    element("p", { class: "because", dir: "auto" }, alert.text),
    quotes(alert), evidence(alert),
    element("ul", { class: "deliveries" }, ...(deliveries.length ? deliveries.map((each) => deliveryItem(each)) : [element("li", {}, "Told to nobody: it stands here, in the API and in Kafka.")])));
}

const reasonName = (reason) => (topicName(reason) === reason ? words(reason) : topicName(reason));

function quotes(alert) {
  const all = alert.evidence.flatMap((each) => each.quotes.map((quote) => ({ quote, each })));
  const seen = new Set();
  const best = all.filter(({ quote, each }) => !each.isCopy && !seen.has(quote.reason + quote.words) && seen.add(quote.reason + quote.words)).slice(0, QUOTES);
  if (!best.length) return null;
  return element("ul", { class: "quotes" }, ...best.map(({ quote, each }) => element("li", {},
    element("q", { dir: "auto" }, quote.before, element("mark", {}, quote.words), quote.after),
    element("small", {}, element("span", { dir: "auto" }, each.publisher), ` · ${reasonName(quote.reason)}`))));
}

function evidence(alert) {
  if (!alert.evidence.length) return null;
  const copies = alert.evidence.filter((each) => each.isCopy).length;
  const summary = `${count(alert.articles, "article")} from ${count(alert.independentOrigins, "independent origin")}`
    + (copies ? `, ${count(copies, "copy").replace("copys", "copies")}` : "");
  return element("details", {}, element("summary", {}, summary),
    element("ul", { class: "facts" }, ...alert.evidence.map(evidenceItem),
      alert.articles > alert.evidence.length ? element("li", {}, element("small", {}, `and ${alert.articles - alert.evidence.length} more`)) : null));
}

function evidenceItem(each) {
  const title = element("button", { class: "plain", type: "button", dir: "auto" }, each.title || "(without title)");
  title.addEventListener("click", () => safely(openArticle(each.articleId)));
  return element("li", {}, title, element("small", {},
    `${when(each.eventAt)} · `, element("span", { dir: "auto" }, each.publisher),
    each.isCopy ? element("span", { dir: "auto" }, `, a copy of ${each.origin}`) : "", " ", outLink(each.url, "source", "out")));
}

const HELD = { DIGEST: "for the digest", COOLDOWN: "as the rule has just told it something", LIMIT: "as it has had its most for this hour", QUIET_HOURS: "in quiet hours" };

function standing(each) {
  const tries = each.attempts === 1 ? "" : `, ${each.attempts} attempts`;
  switch (each.state) {
    case "DELIVERED": return `delivered ${when(each.deliveredAt ?? each.triedAt)}${each.attempts > 1 ? tries : ""}`;
    case "HELD": return `held until ${when(each.dueAt)} ${HELD[each.heldBecause] ?? ""}`;
    case "PARKED": return `given up after ${count(each.attempts, "attempt")}`;
    default: return each.attempts ? `next attempt ${when(each.dueAt)}${tries} so far` : "on its way";
  }
}

function told(items) {
  const reasons = items.map((item) => item.reason).filter((reason) => reason !== "RAISED");
  return reasons.length ? ` (${reasons.map((reason) => reason.replace(/^ORIGINS_(\d+)$/, "at $1 origins").replace("ENDED", "that it is over")).join(", ")})` : "";
}

function deliveryItem(each) {
  const again = element("button", { class: "link", type: "button" }, each.state === "PARKED" ? "Try again" : "Send again");
  again.addEventListener("click", () => redeliver(each));
  const over = each.state === "PARKED" || each.state === "DELIVERED";
  return element("li", { class: `state ${each.state}`, "data-delivery": String(each.id) },
    element("b", { dir: "auto" }, each.target), ` ${standing(each)}${told(each.items)}`,
    over && known.writable ? again : null,
    each.lastError && each.state !== "DELIVERED" ? element("small", { dir: "auto" }, each.lastError) : null);
}

async function redeliver(each) {
  const done = await decide({
    title: "Send it again?",
    parts: [element("p", {}, "The same message goes to ", element("b", { dir: "auto" }, each.target),
      " once more, under the same id, so that a receiver who has it already can tell.")],
    action: "Send",
    work: () => send("POST", `/deliveries/${each.id}/redeliver`),
  });
  if (!done) return;
  say("It is on its way.");
  safely(loadAlerts());
}

export async function openAlert(id) {
  const { alert, deliveries } = await ask(`/alerts/${encodeURIComponent(id)}`);
  const story = alert.kind === "STORY" ? element("a", { class: "out", href: `#/story/${encodeURIComponent(alert.subject)}` }, "The story") : element("span");
  showPanel(`alert ${id}`, "Alert", [
    element("div", { class: "top" }, story, closeButton()),
    element("h2", { dir: "auto" }, alert.title),
    element("p", { class: "figures" }, element("b", { dir: "auto" }, alert.ruleName),
      element("small", {}, `raised ${when(alert.raisedAt)}`, alert.sequence > 1 ? `, update ${alert.sequence} at ${when(alert.updatedAt)}` : ""),
      element("small", {}, `rule ${alert.ruleId} ${alert.ruleVersion}, taxonomy ${alert.taxonomyVersion || "unknown"}`)),
    element("p", { class: "text", dir: "auto" }, alert.text),
    quotes(alert), evidence(alert),
    element("h3", {}, "Who was told"),
    ...(deliveries.length ? deliveries.map(({ delivery, attempts }) => element("div", { class: "tagged" },
      element("ul", { class: "deliveries" }, deliveryItem(delivery)), attemptList(attempts))) : [element("p", {}, "Nobody: the rule names no target.")]),
  ]);
}

function attemptList(attempts) {
  if (!attempts.length) return null;
  return element("ul", { class: "facts attempts" }, ...attempts.map((each) => element("li", {},
    [when(each.at), each.outcome.toLowerCase().replaceAll("_", " "), each.status, `${each.millis} ms`].filter(Boolean).join(" · "),
    each.error ? element("small", { dir: "auto" }, each.error) : null)));
}
