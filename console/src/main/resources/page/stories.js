// One line for each story, the latest news on top.

import { ask, known, topicName, vocabulary } from "./ask.js";
import { DayList } from "./list.js";
import { safely } from "./panel.js";
import { openStory, storyChanged } from "./story.js";
import { chip, clockTime, count, element, exactTime, languageNames } from "./view.js";

const at = (id) => document.getElementById(id);
const state = { topic: null, query: "", next: null, load: 0 };
const FILTERS = ["story-since", "story-origins", "story-lang", "story-event", "story-country"];
const HOUR = 3_600_000;
let days;

export function beginStories(refresh) {
  days = new DayList({ list: "stories", fresh: "stories-fresh", one: "News in 1 story", many: "stories with news",
    make: row, timeOf: (story) => story.lastUpdate, more: () => state.next });
  FILTERS.forEach((id) => at(id).addEventListener("change", () => refresh(load)));
  at("stories-more").addEventListener("click", () => refresh(loadOlder));
  refresh(offerWords);
}

export function showStories(topic, query) {
  state.topic = topic;
  state.query = query;
  return load();
}

export const storiesHeading = () => {
  const about = state.topic ? topicName(state.topic) : "Stories";
  return state.query ? `${about}: “${state.query}”` : about;
};

async function offerWords() {
  const { eventTypes, places } = await vocabulary();
  const option = (value, name) => element("option", { value }, name);
  at("story-event").append(...eventTypes.map((type) => option(type.slug, type.name)));
  at("story-country").append(...places.filter((place) => /^[a-z]{2}$/.test(place.id))
    .sort((one, other) => one.name.localeCompare(other.name))
    .map((place) => option(place.id.toUpperCase(), place.name)));
}

// As the counts of the conflicts: back from the newest article, so that a week played again can be asked too.
const latest = () => Math.min(Date.now(), known.countedTo ?? Infinity);

function filter() {
  const hours = Number(at("story-since").value);
  return {
    topic: state.topic, q: state.query, origins: at("story-origins").value, lang: at("story-lang").value,
    event: at("story-event").value, country: at("story-country").value,
    since: hours ? new Date(latest() - hours * HOUR).toISOString() : "",
  };
}

async function load() {
  const turn = ++state.load;
  days.clear();
  at("stories-note").replaceChildren();
  const page = await ask("/stories", filter());
  if (turn !== state.load) return;
  days.replace([]);
  append(page);
  if (!page.stories.length) at("stories-note").replaceChildren(...nothing());
}

async function loadOlder() {
  const turn = state.load;
  const page = await ask("/stories", { ...filter(), cursor: state.next });
  if (turn === state.load) append(page);
}

function append(page) {
  days.append(page.stories);
  state.next = page.next;
  at("stories-more").hidden = !page.next;
  const options = new Set([...at("story-lang").options].map((option) => option.value));
  const found = new Set(page.stories.flatMap((story) => story.languages));
  [...found].filter((code) => !options.has(code) && code !== "und").sort()
    .forEach((code) => at("story-lang").append(element("option", { value: code }, code)));
}

function nothing() {
  const narrowed = state.query || FILTERS.some((id) => at(id).value);
  if (narrowed) return ["No story fits. Try fewer words, or another filter."];
  const articles = state.topic ? `#/articles/topic/${encodeURIComponent(state.topic)}` : "#/articles";
  return [state.topic ? "No story about this conflict yet. " : "No stories yet. ",
    "They appear here by themselves as articles come in. ", element("a", { href: articles }, "Single articles")];
}

const weight = (origins) => (origins >= 5 ? "weight many" : origins >= 2 ? "weight some" : "weight");

function row(story) {
  const title = element("button", { class: "title", type: "button", dir: "auto" }, story.title || "(without title)");
  title.addEventListener("click", () => safely(openStory(story.id)));
  return element("li", { class: "card story", "data-key": `story ${story.id}` },
    element("div", { class: weight(story.independentOrigins), title: "Publishers with a text of their own" },
      element("b", {}, String(story.independentOrigins)),
      element("span", {}, story.independentOrigins === 1 ? "origin" : "origins")),
    element("div", {}, title,
      element("div", { class: "meta" }, ...story.conflictTopics.map((topic) => chip(topic)),
        element("span", {}, count(story.articles, "article")),
        story.languages.length ? element("span", { title: languageNames(story.languages) }, story.languages.join(" ")) : null,
        story.articles > 1 ? element("span", { title: exactTime(story.firstSeen) }, "since ", since(story)) : null,
        story.corrected ? element("span", { title: "A person has merged or split it" }, "corrected") : null)),
    element("time", { datetime: story.lastUpdate, title: `latest article ${exactTime(story.lastUpdate)}` }, clockTime(story.lastUpdate)));
}

function since(story) {
  const sameDay = new Date(story.firstSeen).toDateString() === new Date(story.lastUpdate).toDateString();
  return sameDay ? clockTime(story.firstSeen)
    : new Date(story.firstSeen).toLocaleDateString(undefined, { weekday: "short", day: "numeric", month: "short" });
}

export function storyArrived({ story, absorbedInto }) {
  storyChanged(story, absorbedInto);
  if (absorbedInto || story.articles === 0) {
    days.remove(story.id);
    days.fresh();
  } else if (days.shown.has(story.id) || fits(story)) {
    days.arrived(story);
    at("stories-note").replaceChildren();
  }
}

// What a record does not tell cannot be looked for in it.
function fits(story) {
  const wanted = filter();
  return !wanted.q && !wanted.event && !wanted.country
    && (!wanted.topic || story.conflictTopics.some((topic) => topic.slug === wanted.topic))
    && (!wanted.lang || story.languages.includes(wanted.lang))
    && story.independentOrigins >= Number(wanted.origins || 1)
    && (!wanted.since || new Date(story.lastUpdate) >= new Date(wanted.since));
}
