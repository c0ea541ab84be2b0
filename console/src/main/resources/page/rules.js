// The rules in force, in words.

import { ask, known, send, topicName, until, vocabulary } from "./ask.js";
import { decide, say } from "./panel.js";
import { ruleForm } from "./ruleform.js";
import { ago, count, element, exactTime, languageNames, words } from "./view.js";

const at = (id) => document.getElementById(id);

export async function loadRules() {
  const { rules } = await ask("/alert-rules");
  at("rule-form").hidden = true;
  at("rule-list").hidden = false;
  at("rules-heading").textContent = "Rules";
  at("rule-new").hidden = !known.writable;
  const places = new Map((await vocabulary()).places.map((place) => [place.id, place.name]));
  at("rules").replaceChildren(...rules.map((each) => ruleItem(each, places)));
  at("rules-note").textContent = rules.length ? "" : "No rule yet. A rule says which stories are worth an alert, and who wants to know.";
}

export async function editRule(id) {
  const { rule, editable } = id === null ? { rule: null, editable: true } : await ask(`/alert-rules/${encodeURIComponent(id)}`);
  const offered = await vocabulary();
  at("rule-list").hidden = true;
  at("rule-new").hidden = true;
  at("rule-form").hidden = false;
  at("rules-heading").textContent = rule === null ? "New rule" : rule.name;
  at("rule-form").replaceChildren(...ruleForm({ rule, offered, fixed: !editable || !known.writable, written: written(rule), save }));
}

async function save(id, rule) {
  const answer = await send("PUT", `/alert-rules/${encodeURIComponent(id)}`, rule);
  await until(() => ask(`/alert-rules/${encodeURIComponent(id)}`), (stored) => stored?.rule.version === answer.rule.version);
  say(`The rule “${answer.rule.name}” is in force.`);
  location.hash = "#/rules";
}

const written = (rule) => (rule?.origin ?? "").replace(/^file /, "");

function ruleItem({ rule, editable, alerts, lastAlertAt }, places) {
  const remove = element("button", { class: "button", type: "button" }, "Delete");
  remove.addEventListener("click", () => deleteRule(rule));
  const mine = editable && known.writable;
  return element("li", { class: "rule-item", "data-rule": rule.id },
    element("div", {},
      element("a", { class: "name title", href: `#/rules/edit/${encodeURIComponent(rule.id)}`, dir: "auto" }, rule.name),
      rule.enabled ? null : element("span", { class: "chip related" }, "switched off"),
      element("p", { dir: "auto" }, conditions(rule, places)),
      element("p", { class: "sum", dir: "auto" }, wishes(rule.delivery)),
      element("p", { class: "sum" }, alerts ? `${count(alerts, "alert")}, the latest ` : "No alert yet",
        alerts ? element("time", { datetime: lastAlertAt, title: exactTime(lastAlertAt) }, ago(lastAlertAt)) : "",
        editable ? "" : ` · written in ${written(rule)}, changed there`)),
    element("div", { class: "buttons" },
      mine ? element("a", { class: "button", href: `#/rules/edit/${encodeURIComponent(rule.id)}` }, "Edit") : null,
      mine ? remove : null));
}

const any = (values, name = (value) => value) => values.map(name).join(" or ");

export function conditions(rule, places) {
  if (rule.kind === "FEED_SILENCE") {
    return `A feed falls silent: ${any([...rule.feeds, ...rule.publishers]) || "any"}`;
  }
  const about = any(rule.conflictTopics, topicName) || "any conflict";
  if (rule.kind === "VOLUME") {
    const { hours, deviations, leastStories } = rule.volume;
    return `Much more than usual on ${about}: in ${count(hours, "hour")}, ${deviations} deviations above former weeks, at least ${leastStories} stories`;
  }
  return [
    rule.conflictTopics.length ? about + (rule.confirmedOnly ? "" : ", also where only related") : "any story",
    any(rule.eventTypes, words), rule.places.length ? `in ${any(rule.places, (id) => places.get(id) ?? id)}` : "",
    rule.keywords.length ? `with ${any(rule.keywords, (word) => `“${word}”`)}` : "",
    rule.languages.length ? `in ${languageNames(rule.languages)}` : "",
    rule.sourceClasses.length ? `by ${any(rule.sourceClasses)} sources` : "",
    rule.publishers.length ? `by ${any(rule.publishers)}` : "",
    rule.minOrigins > 1 ? `from ${rule.minOrigins} independent origins on` : "",
  ].filter(Boolean).join("; ");
}

const minute = (value) => `${String(Math.floor(value / 60)).padStart(2, "0")}:${String(value % 60).padStart(2, "0")}`;

function wishes(delivery) {
  if (!delivery.targets.length) return "Tells nobody: its alerts stand here, in the API and in Kafka";
  return [
    `Tells ${delivery.targets.join(", ")}`,
    delivery.digest === "HOURLY" ? "in an hourly digest" : delivery.digest === "DAILY" ? `in a digest at ${minute(delivery.digestAt)} ${delivery.zone}` : "at once",
    delivery.quietFrom !== undefined && delivery.quietFrom !== null ? `not between ${minute(delivery.quietFrom)} and ${minute(delivery.quietTo)} ${delivery.zone}` : "",
    delivery.cooldownSeconds ? `then a pause of ${count(Math.round(delivery.cooldownSeconds / 60), "minute")}` : "",
    delivery.mostPerHour ? `${delivery.mostPerHour} an hour at most` : "",
    delivery.updateAtOrigins.length ? `again at ${delivery.updateAtOrigins.join(", ")} origins` : "",
  ].filter(Boolean).join(", ");
}

async function deleteRule(rule) {
  const done = await decide({
    title: "Delete the rule?",
    parts: [element("p", {}, element("b", { dir: "auto" }, rule.name), " raises no alert any more. Those that it has raised stay.")],
    action: "Delete",
    work: () => send("DELETE", `/alert-rules/${encodeURIComponent(rule.id)}`),
  });
  if (!done) return;
  await until(() => ask("/alert-rules"), (stored) => stored && !stored.rules.some((each) => each.rule.id === rule.id));
  say("The rule is gone.");
  await loadRules();
}
