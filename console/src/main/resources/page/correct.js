// What people decide about stories and tags. Everything is asked for before it is sent.

import { ask, remembered, send, vocabulary } from "./ask.js";
import { decide, say } from "./panel.js";
import { count, element, exactTime } from "./view.js";

function who() {
  const reason = element("input", { id: "reason", maxlength: "300", autocomplete: "off", dir: "auto" });
  const by = element("input", { id: "by", maxlength: "100", autocomplete: "name", dir: "auto" });
  by.value = remembered("by");
  const field = (label, input) => element("label", {}, element("span", {}, label), input);
  return {
    part: element("div", { class: "pair" }, field("Why (if you like)", reason), field("Your name (if you like)", by)),
    values: () => {
      remembered("by", by.value);
      return { reason: reason.value, by: by.value };
    },
  };
}

async function correct(correction) {
  await send("POST", "/corrections", correction);
  return true;
}

// The stream needs a moment; the story as it was shows until then.
function applied(words, reopen, id) {
  say(`${words} It shows within moments.`);
  setTimeout(() => reopen(id), 1_500);
}

export async function mergeStory(story, reopen) {
  const signed = who();
  const search = element("input", { type: "search", placeholder: "Search all stories", "aria-label": "Search all stories", dir: "auto" });
  const list = element("ul", { class: "choices" });
  const chosen = () => list.querySelector("input:checked");
  const offer = async () => {
    const filter = search.value.trim() ? { q: search.value.trim() } : { topic: story.conflictTopics[0]?.slug };
    const { stories } = await ask("/stories", { ...filter, limit: "30" });
    list.replaceChildren(...stories.filter((each) => each.id !== story.id).map(choice));
    if (!list.children.length) list.append(element("li", { class: "none" }, "No other story fits. Search for its words."));
  };
  let waiting = 0;
  search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(() => offer().catch((reason) => say(reason.message)), 250); });
  await offer();
  const done = await decide({
    title: "These are one story",
    parts: [
      element("p", {}, element("b", { dir: "auto" }, story.title), " becomes part of the story that you choose. Its articles move there, and its address leads there."),
      search, list, signed.part],
    action: "Make them one",
    work: () => {
      if (!chosen()) throw new Error("Choose the story that it is part of.");
      return correct({ kind: "merge", story: story.id, into: chosen().value, ...signed.values() }).then(() => chosen().value);
    },
  });
  if (done) applied("They will be one story.", reopen, done);
}

function choice(story) {
  return element("li", {}, element("label", {},
    element("input", { type: "radio", name: "into", value: story.id }),
    element("span", {}, element("span", { dir: "auto" }, story.title || "(without title)"),
      element("small", {}, `${count(story.independentOrigins, "origin")}, ${count(story.articles, "article")}, ${exactTime(story.lastUpdate)}`))));
}

export async function splitStory({ story, reports }, articleIds, reopen) {
  const signed = who();
  const titles = reports.flatMap((report) => report.articles).map(({ article }) => article)
    .filter((article) => articleIds.includes(article.id))
    .map((article) => element("li", { dir: "auto" }, article.title || "(without title)"));
  const done = await decide({
    title: "Another story",
    parts: [
      element("p", {}, articleIds.length === 1 ? "This article is taken out of " : "These articles are taken out, as one story of their own, of ",
        element("b", { dir: "auto" }, story.title), ":"),
      element("ul", { class: "named" }, ...titles), signed.part],
    action: "Take out",
    work: () => correct({ kind: "split", story: story.id, articles: articleIds, ...signed.values() }),
  });
  if (done) applied("They will be a story of their own.", reopen, story.id);
}

export async function tagArticle(article) {
  const { conflictTopics } = await vocabulary();
  const signed = who();
  const confirmed = new Set(article.tags.filter((tag) => tag.tier === "CONFIRMED").map((tag) => tag.conflictTopic));
  const any = new Set(article.tags.map((tag) => tag.conflictTopic));
  const narrow = element("input", { type: "search", placeholder: "Narrow the list", "aria-label": "Narrow the list of conflicts" });
  const ordered = [...conflictTopics].sort((one, other) => any.has(other.slug) - any.has(one.slug));
  const list = element("ul", { class: "choices" }, ...ordered.map((topic) => {
    const box = element("input", { type: "checkbox", value: topic.slug });
    box.checked = confirmed.has(topic.slug);
    const tier = any.has(topic.slug) && !confirmed.has(topic.slug) ? element("small", {}, "related") : null;
    return element("li", {}, element("label", {}, box, element("span", {}, topic.name, tier)));
  }));
  narrow.addEventListener("input", () => {
    for (const item of list.children) item.hidden = !item.textContent.toLowerCase().includes(narrow.value.trim().toLowerCase());
  });
  const changes = () => [...list.querySelectorAll("input")]
    .filter((box) => box.checked !== confirmed.has(box.value))
    .map((box) => ({ kind: box.checked ? "retag" : "untag", topic: box.value }));
  const done = await decide({
    title: "What it is about",
    parts: [element("p", {}, "Tick the conflicts that ", element("b", { dir: "auto" }, article.title), " is about. Your word counts more than the taxonomy's, also after a replay."),
      narrow, list, signed.part],
    action: "Change the tags",
    work: async () => {
      if (!changes().length) throw new Error("Nothing is changed yet.");
      for (const change of changes()) await correct({ ...change, articles: [article.id], ...signed.values() });
      return true;
    },
  });
  if (done) say("The tags will change within moments.");
  return done;
}
