import { card, dayOf, detail, element, feedTable } from "./view.js";

const API = "/api/v1";
const TOPICS_EVERY = 20_000;
const FEEDS_EVERY = 10_000;
const at = (id) => document.getElementById(id);

const state = { topic: null, query: "", tier: "", lang: "", next: null, shown: new Map(), waiting: new Map(), names: new Map(), load: 0 };

async function ask(path, parameters = {}) {
  const url = new URL(API + path, location.origin);
  for (const [key, value] of Object.entries(parameters)) {
    if (value) url.searchParams.set(key, value);
  }
  const response = await fetch(url);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail ?? answer.title);
  return answer;
}

// ---- conflicts

async function loadTopics() {
  const { topics } = await ask("/topics");
  topics.forEach((entry) => state.names.set(entry.slug, entry.name));
  topics.sort((one, other) => other.articlesLastDay - one.articlesLastDay || other.articles - one.articles);
  const line = (href, name, count, current, quiet) => element("li", {},
    element("a", { href, "aria-current": current ? "true" : null, class: quiet ? "quiet" : null },
      element("span", {}, name), element("span", { class: "count" }, count)));
  at("topics").replaceChildren(
    line("#/", "All articles", "", view() === "articles" && !state.topic),
    ...topics.map((entry) => line(`#/topic/${encodeURIComponent(entry.slug)}`, entry.name,
      entry.articlesLastDay || "", entry.slug === state.topic, !entry.articlesLastDay)));
  narrow();
  heading();
}

function narrow() {
  const words = at("narrow").value.trim().toLowerCase();
  for (const item of at("topics").children) {
    item.hidden = words !== "" && !item.textContent.toLowerCase().includes(words);
  }
}

// ---- articles

const filter = () => ({ topic: state.topic, q: state.query, tier: state.tier, lang: state.lang });

function heading() {
  const about = state.topic ? state.names.get(state.topic) ?? state.topic : "All articles";
  at("heading").textContent = state.query ? `${about}: “${state.query}”` : about;
  document.title = `${at("heading").textContent} · Tocsin`;
}

async function loadArticles() {
  const load = ++state.load;
  state.shown.clear();
  state.waiting.clear();
  fresh();
  heading();
  at("note").textContent = "";
  const page = await ask("/articles", filter());
  if (load !== state.load) return;
  at("list").replaceChildren();
  append(page);
  if (!page.articles.length) at("note").textContent = nothing();
}

async function loadOlder() {
  const load = state.load;
  const page = await ask("/articles", { ...filter(), cursor: state.next });
  if (load === state.load) append(page);
}

function nothing() {
  if (state.query || state.tier || state.lang) return "No article fits. Try fewer words, or another filter.";
  return state.topic ? "Nothing about this conflict yet. New articles appear here by themselves."
    : "No articles yet. They appear here by themselves once feeds have been polled.";
}

function append(page) {
  for (const article of page.articles) {
    if (state.shown.has(article.id)) continue;
    const last = at("list").lastElementChild;
    if (!last || last.dataset.day !== dayOf(article.eventAt)) at("list").append(dayLine(article));
    at("list").append(made(article));
  }
  state.next = page.next;
  at("more").hidden = !page.next;
  languages();
}

function made(article) {
  const item = card(article, open);
  item.dataset.day = dayOf(article.eventAt);
  item.dataset.time = article.eventAt;
  state.shown.set(article.id, article);
  return item;
}

function dayLine(article) {
  const line = element("li", { class: "day" }, dayOf(article.eventAt));
  line.dataset.day = dayOf(article.eventAt);
  return line;
}

function languages() {
  const known = new Set([...at("lang").options].map((option) => option.value));
  const found = new Set([...state.shown.values()].map((article) => article.language));
  [...found].filter((code) => !known.has(code) && code !== "und").sort()
    .forEach((code) => at("lang").append(element("option", { value: code }, code)));
}

// A new article takes its place by time; most belong on top.
function insert(article) {
  const before = at("list").querySelector(`[data-id="${CSS.escape(article.id)}"]`);
  const day = dayOf(article.eventAt);
  const cards = [...at("list").querySelectorAll(".card")].filter((other) => other !== before);
  const older = cards.find((other) => new Date(other.dataset.time) <= new Date(article.eventAt));
  if (!before && !older && state.next) return;
  before?.remove();
  const item = made(article);
  item.classList.add("new");
  if (older && older.dataset.day === day) {
    older.before(item);
  } else if (cards.some((other) => other.dataset.day === day)) {
    cards.findLast((other) => other.dataset.day === day).after(item);
  } else {
    const place = older ? at("list").querySelector(`.day[data-day="${CSS.escape(older.dataset.day)}"]`) : null;
    at("list").insertBefore(dayLine(article), place);
    at("list").insertBefore(item, place);
  }
  at("note").textContent = "";
}

function fresh() {
  at("fresh").hidden = state.waiting.size === 0;
  at("fresh").textContent = state.waiting.size === 1 ? "1 new article" : `${state.waiting.size} new articles`;
}

function showFresh() {
  for (const article of state.waiting.values()) insert(article);
  state.waiting.clear();
  fresh();
  at("main").scrollTo({ top: 0 });
}

// ---- one article

async function open(id) {
  const found = await ask(`/articles/${encodeURIComponent(id)}`);
  document.querySelector(".card[data-open]")?.removeAttribute("data-open");
  document.querySelector(`.card[data-id="${CSS.escape(id)}"]`)?.setAttribute("data-open", "");
  at("detail").replaceChildren(...detail(found, close).filter((part) => part !== null));
  at("detail").hidden = false;
  at("detail").scrollTop = 0;
  at("detail").focus({ preventScroll: true });
}

function close() {
  at("detail").hidden = true;
  const card = document.querySelector(".card[data-open]");
  card?.removeAttribute("data-open");
  card?.querySelector(".title")?.focus({ preventScroll: true });
}

// ---- feeds

async function loadFeeds() {
  const { feeds } = await ask("/feeds");
  const healthy = feeds.filter((feed) => feed.state === "HEALTHY").length;
  const failing = feeds.filter((feed) => feed.state === "FAILING" || feed.state === "GONE").length;
  at("feeds-sum").textContent = `${feeds.length} feeds, ${healthy} healthy, ${failing} with trouble`;
  at("feeds").replaceChildren(...feedTable(feeds));
}

// ---- the live stream

function listen() {
  const source = new EventSource(`${API}/stream`);
  const badge = (kind, words) => {
    at("live").dataset.state = kind;
    at("live").lastElementChild.textContent = words;
  };
  source.onopen = () => badge("on", "live");
  source.onerror = () => {
    badge("wait", "connecting");
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 5_000);
  };
  const arrived = (event) => {
    const article = JSON.parse(event.data);
    if (view() !== "articles" || state.query || !fits(article)) return;
    if (at("main").scrollTop < 40 && scrollY < 40) {
      insert(article);
    } else {
      state.waiting.set(article.id, article);
      fresh();
    }
  };
  source.addEventListener("first", arrived);
  source.addEventListener("revision", arrived);
}

function fits(article) {
  const tags = article.tags.filter((tag) => !state.tier || tag.tier === state.tier.toUpperCase());
  return (!state.lang || article.language === state.lang)
    && (!state.tier || tags.length > 0)
    && (!state.topic || tags.some((tag) => tag.conflictTopic === state.topic));
}

// ---- where we are

const view = () => (location.hash === "#/feeds" ? "feeds" : "articles");

function route() {
  const [, kind, rest] = location.hash.slice(1).split("/");
  state.topic = kind === "topic" && rest ? decodeURIComponent(rest) : null;
  at("feeds-view").hidden = view() !== "feeds";
  at("articles-view").hidden = view() !== "articles";
  at("detail").hidden = true;
  document.querySelectorAll(".views a").forEach((link) =>
    link.dataset.view === view() ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current"));
  at("main").scrollTop = 0;
  refresh(loadTopics);
  refresh(view() === "feeds" ? loadFeeds : loadArticles);
  if (kind === "article" && rest) refresh(() => open(decodeURIComponent(rest)));
}

function refresh(load) {
  load().catch((reason) => {
    if (view() === "articles") at("note").textContent = reason.message;
    else at("feeds-sum").textContent = reason.message;
  });
}

function keys(event) {
  const typing = event.target.matches("input, select, textarea");
  if (event.key === "Escape" && !at("detail").hidden) close();
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    event.preventDefault();
    at("words").focus();
  }
  if (event.key === "j" || event.key === "k") {
    const titles = [...document.querySelectorAll(".card .title")];
    const now = titles.indexOf(document.activeElement);
    titles[Math.min(Math.max(now + (event.key === "j" ? 1 : -1), 0), titles.length - 1)]?.focus();
  }
}

function search() {
  state.query = at("words").value.trim();
  if (view() === "feeds") location.hash = "#/";
  else refresh(loadArticles);
}

async function begin() {
  addEventListener("hashchange", route);
  addEventListener("keydown", keys);
  at("search").addEventListener("submit", (event) => { event.preventDefault(); search(); });
  at("words").addEventListener("input", () => { if (at("words").value === "" && state.query) search(); });
  at("narrow").addEventListener("input", narrow);
  at("tier").addEventListener("change", () => { state.tier = at("tier").value; refresh(loadArticles); });
  at("lang").addEventListener("change", () => { state.lang = at("lang").value; refresh(loadArticles); });
  at("fresh").addEventListener("click", showFresh);
  at("more").addEventListener("click", () => refresh(loadOlder));
  document.querySelector(".skip").addEventListener("click", (event) => { event.preventDefault(); at("list").focus(); });
  route();
  setInterval(() => { if (!document.hidden) refresh(loadTopics); }, TOPICS_EVERY);
  setInterval(() => { if (!document.hidden && view() === "feeds") refresh(loadFeeds); }, FEEDS_EVERY);
  const about = await ask("/about");
  at("banner").hidden = !about.banner;
  at("banner").textContent = about.banner ?? "";
  at("live").hidden = !about.live;
  if (about.live) listen();
}

begin().catch((reason) => { at("note").textContent = reason.message; });
