// One story: how it grew, who reports it, what is a copy of what, and why it is filed where it is.

import { ask, known } from "./ask.js";
import { openArticle } from "./articles.js";
import { mergeStory, splitStory, tagArticle } from "./correct.js";
import { closeButton, panelShows, safely, showPanel } from "./panel.js";
import { chip, clockTime, count, dayOf, element, evidenceOf, exactTime, highlighted, languageNames, outLink, shape, tagEvidence, when } from "./view.js";

const at = (id) => document.getElementById(id);
const SETTLES = 1_200;
let refreshing = 0;

export async function openStory(id) {
  const [found, told] = await Promise.all([storedStory(id), ask("/alerts", { subject: id, limit: "20" })]);
  const chosen = new Set();
  const takeOut = element("button", { class: "close", type: "button", hidden: true });
  takeOut.addEventListener("click", () => splitStory(found, [...chosen], reopen));
  const choose = (articleId, on) => {
    if (on) chosen.add(articleId); else chosen.delete(articleId);
    takeOut.hidden = chosen.size === 0;
    takeOut.textContent = `Take out ${count(chosen.size, "article")} …`;
  };
  showPanel(`story ${found.story.id}`, "Story", [
    top(found, takeOut),
    element("h2", { dir: "auto" }, found.story.title || "(without title)"),
    figures(found),
    element("div", { class: "meta" }, ...found.story.conflictTopics.map((topic) => chip(topic))),
    growth(found),
    ...alerts(told.alerts),
    element("h3", {}, `${count(found.reports.length, "report")}, first one first`),
    element("ol", { class: "reports" }, ...found.reports.map((report) => reportItem(report, found, choose))),
    found.articlesLeftOut ? element("p", { class: "note" }, `${found.articlesLeftOut} later articles are not shown.`) : null,
    ...decisions(found.corrections),
  ]);
}

// News arrive a moment before they are stored.
async function storedStory(id) {
  const question = () => ask(`/stories/${encodeURIComponent(id)}`);
  try {
    return await question();
  } catch (reason) {
    if (reason.status !== 404) throw reason;
    await new Promise((resolve) => setTimeout(resolve, SETTLES));
    return question();
  }
}

const reopen = (id) => openStory(id).catch(() => {});

// The record comes before its row; nobody who is choosing articles is disturbed.
export function storyChanged(story, absorbedInto) {
  if (panelShows() !== `story ${story.id}`) return;
  clearTimeout(refreshing);
  refreshing = setTimeout(() => {
    const busy = document.querySelector("dialog, .reports input:checked");
    if (!busy && panelShows() === `story ${story.id}`) reopen(absorbedInto ?? story.id);
  }, SETTLES);
}

function top(found, takeOut) {
  const merge = element("button", { class: "close", type: "button", title: "Say that this story and another are one" }, "Merge …");
  merge.addEventListener("click", () => mergeStory(found.story, reopen));
  const deciding = known.writable ? [takeOut, merge] : [];
  return element("div", { class: "top" }, element("span", {}, ...deciding),
    element("span", {}, element("a", { class: "close", href: `#/story/${encodeURIComponent(found.story.id)}` }, "Link"), closeButton()));
}

function figures({ story, origins, reports }) {
  const shown = reports.reduce((sum, report) => sum + report.articles.length, 0);
  const copies = shown - reports.length;
  return element("p", { class: "figures" },
    element("b", {}, count(story.independentOrigins, "independent origin")), ` · ${count(story.articles, "article")}`,
    copies ? `, ${copies === 1 ? "1 of them a copy" : `${copies} of them copies`}` : "",
    element("small", { dir: "auto" }, origins.slice(0, 12).join(", "), origins.length > 12 ? " and more" : ""),
    element("small", {}, `First seen ${when(story.firstSeen)}, last update ${when(story.lastUpdate)}`,
      story.languages.length ? ` · ${languageNames(story.languages)}` : ""));
}

// A bar for each hour or day with articles; its dark part is origins that had not been there before.
function growth({ timeline }) {
  if (timeline.length < 2) return null;
  const first = Date.parse(timeline[0].at);
  const gap = Math.min(...timeline.slice(1).map((step, index) => Date.parse(step.at) - Date.parse(timeline[index].at)));
  const slots = Math.round((Date.parse(timeline.at(-1).at) - first) / gap) + 1;
  const most = Math.max(...timeline.map((step) => step.articles));
  const wide = 400 / slots;
  const bar = (step, value, kind) => shape("rect", { class: kind, height: (value / most) * 36, y: 36 - (value / most) * 36,
    x: (Math.round((Date.parse(step.at) - first) / gap)) * wide, width: Math.max(1.5, Math.min(wide - 1, 18)) });
  const label = timeline.map((step) => `${exactTime(step.at)}: ${count(step.articles, "article")}`).join("; ");
  return element("div", { class: "growth" },
    shape("svg", { viewBox: "0 0 400 36", preserveAspectRatio: "none", role: "img", "aria-label": label },
      ...timeline.flatMap((step) => [bar(step, step.articles, "all"), bar(step, step.newOrigins, "fresh")])),
    element("small", {}, element("span", {}, when(timeline[0].at)), element("span", {}, when(timeline.at(-1).at))));
}

function alerts(entries) {
  if (!entries.length) return [];
  return [element("ul", { class: "facts told" }, ...entries.map(({ alert }) => element("li", {},
    element("a", { href: `#/alert/${encodeURIComponent(alert.id)}`, dir: "auto" }, `Alert “${alert.ruleName}”`),
    element("small", {}, `raised ${when(alert.raisedAt)}`))))];
}

function reportItem(report, found, choose) {
  const [first, ...copies] = report.articles;
  return element("li", { class: "report" }, articlePart(first, found, choose),
    copies.length ? element("details", { class: "copies" },
      element("summary", {}, copies.length === 1 ? "1 copy" : `${copies.length} copies`),
      element("ul", {}, ...copies.map((copy) => element("li", {}, articlePart(copy, found, choose))))) : null);
}

function articlePart({ article, settled }, found, choose) {
  const evidence = evidenceOf(article);
  const title = element("button", { class: "plain", type: "button", dir: "auto" },
    ...(article.title ? highlighted(article.title, evidence, "TITLE") : ["(without title)"]));
  title.addEventListener("click", () => safely(openArticle(article.id)));
  return element("div", { class: "part" },
    element("div", { class: "meta" }, pick(article, settled, found, choose),
      element("time", { datetime: article.eventAt, title: exactTime(article.eventAt) }, `${shortDay(article.eventAt, found.story)}${clockTime(article.eventAt)}`),
      element("span", { class: "source", dir: "auto" }, article.publisher ?? article.feedTitle),
      article.language !== "und" ? element("span", {}, article.language) : null,
      outLink(article.url, "source", "out")),
    title, why(article));
}

function shortDay(instant, story) {
  return dayOf(instant) === dayOf(story.lastUpdate) ? ""
    : `${new Date(instant).toLocaleDateString(undefined, { day: "numeric", month: "short" })} `;
}

function pick(article, settled, found, choose) {
  if (!known.writable || settled || found.story.articles < 2) return null;
  const box = element("input", { type: "checkbox", title: "Choose it to be taken out of this story", "aria-label": `Choose ${article.title}` });
  box.addEventListener("change", () => choose(article.id, box.checked));
  return box;
}

function why(article) {
  const change = element("button", { class: "link", type: "button" }, "Change the tags …");
  change.addEventListener("click", () => tagArticle(article));
  return element("details", { class: "why" },
    element("summary", {}, ...article.tags.map((tag) => element("span", { class: tag.tier === "CONFIRMED" ? "tag" : "tag related" }, tag.name)),
      article.tags.length ? "" : "no conflict recognised"),
    article.summary ? element("p", { class: "text", dir: "auto" }, ...highlighted(article.summary, evidenceOf(article), "SUMMARY")) : null,
    ...article.tags.map(tagEvidence), known.writable ? change : null);
}

const DEEDS = { MERGE: "merged into another", SPLIT: "articles taken out", RETAG: "tag added", UNTAG: "tag taken away" };

function decisions(corrections) {
  if (!corrections.length) return [];
  return [element("h3", {}, "Corrected by people"), element("ul", { class: "facts" }, ...corrections.map((each) => element("li", {},
    element("span", { dir: "auto" }, [DEEDS[each.kind] ?? each.kind, each.conflictTopic, each.reason].filter(Boolean).join(": ")),
    element("small", { dir: "auto" }, [exactTime(each.at), each.by].filter(Boolean).join(", ")))))];
}
