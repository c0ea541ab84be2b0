// All articles, newest first.

import { ask, known, topicName } from "./ask.js";
import { tagArticle } from "./correct.js";
import { DayList } from "./list.js";
import { closeButton, panelShows, safely, showPanel } from "./panel.js";
import { card, detail, element } from "./view.js";

const at = (id) => document.getElementById(id);
const state = { topic: null, query: "", next: null, load: 0 };
const filter = () => ({ topic: state.topic, q: state.query, tier: at("tier").value, lang: at("lang").value });
let days;

export function beginArticles(refresh) {
  days = new DayList({ list: "list", fresh: "fresh", one: "1 new article", many: "new articles",
    make: (article) => card(article, (id) => safely(openArticle(id))), timeOf: (article) => article.eventAt, more: () => state.next });
  at("tier").addEventListener("change", () => refresh(loadArticles));
  at("lang").addEventListener("change", () => refresh(loadArticles));
  at("more").addEventListener("click", () => refresh(loadOlder));
}

export function showArticles(topic, query) {
  state.topic = topic;
  state.query = query;
  return loadArticles();
}

export const articlesHeading = () => {
  const about = state.topic ? topicName(state.topic) : "All articles";
  return state.query ? `${about}: “${state.query}”` : about;
};

async function loadArticles() {
  const load = ++state.load;
  days.clear();
  at("note").textContent = "";
  const page = await ask("/articles", filter());
  if (load !== state.load) return;
  days.replace([]);
  append(page);
  if (!page.articles.length) at("note").textContent = nothing();
}

async function loadOlder() {
  const load = state.load;
  const page = await ask("/articles", { ...filter(), cursor: state.next });
  if (load === state.load) append(page);
}

function append(page) {
  days.append(page.articles);
  state.next = page.next;
  at("more").hidden = !page.next;
  languages();
}

function nothing() {
  if (state.query || at("tier").value || at("lang").value) return "No article fits. Try fewer words, or another filter.";
  return state.topic ? "Nothing about this conflict yet. New articles appear here by themselves."
    : "No articles yet. They appear here by themselves once feeds have been polled.";
}

function languages() {
  const options = new Set([...at("lang").options].map((option) => option.value));
  const found = new Set([...days.shown.values()].map((article) => article.language));
  [...found].filter((code) => !options.has(code) && code !== "und").sort()
    .forEach((code) => at("lang").append(element("option", { value: code }, code)));
}

export function articleArrived(article) {
  if (state.query || !fits(article)) return;
  days.arrived(article);
  at("note").textContent = "";
}

function fits(article) {
  const tier = at("tier").value;
  const lang = at("lang").value;
  const tags = article.tags.filter((tag) => !tier || tag.tier === tier.toUpperCase());
  return (!lang || article.language === lang)
    && (!tier || tags.length > 0)
    && (!state.topic || tags.some((tag) => tag.conflictTopic === state.topic));
}

export async function openArticle(id) {
  const found = await ask(`/articles/${encodeURIComponent(id)}`);
  showPanel(`article ${id}`, "Article", detail(found, closeButton(), known.writable ? changeTags(found.article) : null));
}

// The stream needs a moment; the tags as they were show until then.
const SETTLES = 1_500;

function changeTags(article) {
  const change = element("button", { class: "link", type: "button" }, "Change the tags …");
  const again = () => { if (panelShows() === `article ${article.id}`) safely(openArticle(article.id)); };
  change.addEventListener("click", async () => { if (await tagArticle(article)) setTimeout(again, SETTLES); });
  return change;
}
