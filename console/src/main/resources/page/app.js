// Where we are, and what every view has in common.

import { beginAlerts, loadAlerts, openAlert, refreshAlerts } from "./alerts.js";
import { articleArrived, articlesHeading, beginArticles, openArticle, showArticles } from "./articles.js";
import { ask, known } from "./ask.js";
import { beginNotices, listen, notice } from "./live.js";
import { closePanel, panelShows, safely } from "./panel.js";
import { editRule, loadRules } from "./rules.js";
import { beginStories, showStories, storiesHeading, storyArrived } from "./stories.js";
import { openStory } from "./story.js";
import { element, feedTable } from "./view.js";

const TOPICS_EVERY = 20_000;
const FEEDS_EVERY = 10_000;
const ALERTS_EVERY = 10_000;
const VIEWS = ["stories", "articles", "alerts", "rules", "feeds"];
const at = (id) => document.getElementById(id);
const state = { view: "stories", topic: null, query: "", unseen: new Set() };

// ---- conflicts

async function loadTopics() {
  const { topics, countedTo } = await ask("/topics");
  known.countedTo = countedTo ? Date.parse(countedTo) : null;
  topics.forEach((entry) => known.names.set(entry.slug, entry.name));
  topics.sort((one, other) => other.articlesLastDay - one.articlesLastDay || other.articles - one.articles);
  const articles = state.view === "articles";
  const listing = articles || state.view === "stories";
  const line = (href, name, count, current, quiet) => element("li", {},
    element("a", { href, "aria-current": current ? "true" : null, class: quiet ? "quiet" : null },
      element("span", {}, name), element("span", { class: "count" }, count)));
  at("topics").replaceChildren(
    line(articles ? "#/articles" : "#/", articles ? "All articles" : "All stories", "", listing && !state.topic),
    ...topics.map((entry) => line(`#/${articles ? "articles/" : ""}topic/${encodeURIComponent(entry.slug)}`, entry.name,
      entry.articlesLastDay || "", listing && entry.slug === state.topic, !entry.articlesLastDay)));
  narrow();
  heading();
}

function narrow() {
  const words = at("narrow").value.trim().toLowerCase();
  for (const item of at("topics").children) {
    item.hidden = words !== "" && !item.textContent.toLowerCase().includes(words);
  }
}

function heading() {
  at("heading").textContent = articlesHeading();
  at("stories-heading").textContent = storiesHeading();
  const shown = { stories: storiesHeading(), articles: articlesHeading(), alerts: "Alerts", rules: "Rules", feeds: "Feeds" };
  document.title = `${shown[state.view]} · Tocsin`;
}

// ---- feeds

async function loadFeeds() {
  const { feeds } = await ask("/feeds");
  const healthy = feeds.filter((feed) => feed.state === "HEALTHY").length;
  const failing = feeds.filter((feed) => feed.state === "FAILING" || feed.state === "GONE").length;
  at("feeds-sum").textContent = `${feeds.length} feeds, ${healthy} healthy, ${failing} with trouble`;
  at("feeds").replaceChildren(...feedTable(feeds));
}

// ---- what comes by itself

const whileIn = (view, handler) => (entry) => { if (state.view === view) handler(entry); };

function alertArrived(alert) {
  notice(alert);
  if (state.view === "alerts") setTimeout(() => refresh(refreshAlerts), 800);
  else if (alert.sequence === 1) state.unseen.add(alert.id);
  showUnseen();
}

function showUnseen() {
  at("unseen").hidden = state.unseen.size === 0;
  at("unseen").textContent = String(state.unseen.size);
}

// ---- where we are

function place() {
  const [, first, second, third] = location.hash.slice(1).split("/").map(decoded);
  switch (first) {
    case "topic": return { view: "stories", topic: second };
    case "story": return { view: "stories", open: () => openStory(second) };
    case "articles": return { view: "articles", topic: second === "topic" ? third : null };
    case "article": return { view: "articles", open: () => openArticle(second) };
    case "alerts": return { view: "alerts" };
    case "alert": return { view: "alerts", open: () => openAlert(second) };
    case "rules": return { view: "rules", rule: second === "edit" ? third : null, fresh: second === "new" };
    case "feeds": return { view: "feeds" };
    default: return { view: "stories" };
  }
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function loading({ rule, fresh }) {
  switch (state.view) {
    case "articles": return showArticles(state.topic, state.query);
    case "alerts": return loadAlerts();
    case "rules": return rule || fresh ? editRule(fresh ? null : rule) : loadRules();
    case "feeds": return loadFeeds();
    default: return showStories(state.topic, state.query);
  }
}

function route() {
  document.querySelectorAll("dialog").forEach((dialog) => dialog.close());
  const here = place();
  const before = `${state.view} ${state.topic}`;
  state.view = here.view;
  state.topic = here.topic ?? (here.open && before.startsWith(here.view) ? state.topic : null);
  VIEWS.forEach((view) => { at(`${view}-view`).hidden = view !== state.view; });
  document.querySelectorAll(".views a").forEach((link) =>
    link.dataset.view === state.view ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current"));
  if (state.view === "alerts") state.unseen.clear();
  showUnseen();
  refresh(loadTopics);
  const stays = here.open && before === `${state.view} ${state.topic}` && at("main").dataset.loaded;
  if (!stays) {
    at("detail").hidden = true;
    at("main").scrollTop = 0;
    at("main").dataset.loaded = "yes";
    refresh(() => loading(here));
  }
  if (here.open) safely(here.open());
}

const NOTES = { stories: "stories-note", articles: "note", alerts: "alerts-note", rules: "rules-note", feeds: "feeds-sum" };

function refresh(load) {
  load().then(heading).catch((reason) => { at(NOTES[state.view]).textContent = reason.message; });
}

function keys(event) {
  const typing = event.target.matches("input:not([type=checkbox], [type=radio]), select, textarea");
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "Escape" && panelShows()) closePanel();
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    event.preventDefault();
    at("words").focus();
  }
  if (event.key === "j" || event.key === "k") {
    const titles = [...document.querySelectorAll("main section:not([hidden]) .title")];
    const now = titles.indexOf(document.activeElement);
    titles[Math.min(Math.max(now + (event.key === "j" ? 1 : -1), 0), titles.length - 1)]?.focus();
  }
}

function search() {
  state.query = at("words").value.trim();
  if (state.view === "stories" || state.view === "articles") refresh(() => loading({}));
  else location.hash = "#/";
}

async function begin() {
  const [about] = await Promise.all([ask("/about"), loadTopics()]);
  known.writable = about.writable;
  at("banner").hidden = !about.banner;
  at("banner").textContent = about.banner ?? "";
  at("live").hidden = !about.live;
  addEventListener("hashchange", route);
  addEventListener("keydown", keys);
  at("search").addEventListener("submit", (event) => { event.preventDefault(); search(); });
  at("words").addEventListener("input", () => { if (at("words").value === "" && state.query) search(); });
  at("narrow").addEventListener("input", narrow);
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    document.querySelector("main section:not([hidden]) .list, main section:not([hidden])").focus();
  });
  beginArticles(refresh);
  beginStories(refresh);
  beginAlerts(refresh);
  beginNotices();
  route();
  setInterval(() => { if (!document.hidden) refresh(loadTopics); }, TOPICS_EVERY);
  setInterval(() => { if (!document.hidden && state.view === "feeds") refresh(loadFeeds); }, FEEDS_EVERY);
  setInterval(() => { if (!document.hidden && state.view === "alerts") refresh(refreshAlerts); }, ALERTS_EVERY);
  const article = whileIn("articles", articleArrived);
  if (about.live) listen({ first: article, revision: article, story: whileIn("stories", storyArrived), alert: alertArrived });
}

begin().catch((reason) => { at("stories-note").textContent = reason.message; });
