// Makes elements out of values. Foreign text only ever becomes a text node.

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const calendar = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" });

export const dayOf = (instant) => calendar.format(new Date(instant));
export const clockTime = (instant) => clock.format(new Date(instant));
const short = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

// As short as it can be without doubt: today's are told by the clock alone.
export const when = (instant) => (dayOf(instant) === dayOf(Date.now()) ? clockTime(instant) : short.format(new Date(instant)));
export const exactTime = (instant) => exact.format(new Date(instant));

export function ago(instant) {
  if (!instant) return "";
  const seconds = Math.round((new Date(instant) - Date.now()) / 1000);
  const units = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? units[3];
  return new Intl.RelativeTimeFormat(undefined, { style: "narrow" }).format(Math.round(seconds / size), unit);
}

// Spans may overlap when several tags rest on the same words: they are merged.
export function highlighted(text, evidence, field) {
  const spans = evidence
    .filter((hit) => hit.field === field && hit.start >= 0 && hit.end <= text.length && hit.start < hit.end)
    .sort((one, other) => one.start - other.start);
  const pieces = [];
  let at = 0;
  for (const span of spans) {
    if (span.end <= at) continue;
    const start = Math.max(span.start, at);
    pieces.push(text.slice(at, start), element("mark", {}, text.slice(start, span.end)));
    at = span.end;
  }
  pieces.push(text.slice(at));
  return pieces.filter((piece) => piece !== "");
}

export const evidenceOf = (article) => article.tags.flatMap((tag) => tag.evidence);

// Only web addresses become links; a feed may claim anything.
export function safeAddress(address) {
  try {
    const url = new URL(address);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

export function outLink(address, words, kind) {
  const href = safeAddress(address);
  return href ? element("a", { href, target: "_blank", rel: "noopener noreferrer", class: kind }, words) : null;
}

// Of a tag, or of a conflict topic with its name.
export function chip(tag, base = "#/topic/") {
  const related = tag.tier === "RELATED";
  const title = related ? "related: some signs, not enough to confirm" : null;
  return element("a", { class: related ? "chip related" : "chip", href: base + encodeURIComponent(tag.conflictTopic ?? tag.slug), title }, tag.name);
}

export const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

const languages = new Intl.DisplayNames(undefined, { type: "language", fallback: "code" });

export const languageName = (code) => languages.of(code);
export const languageNames = (codes) => codes.map((code) => (code === "und" ? "unknown" : languageName(code))).join(", ");

// Drawings need a name space; the page has an empty one to take it from.
const drawing = document.getElementById("drawing").namespaceURI;

export function shape(name, attributes, ...children) {
  const made = document.createElementNS(drawing, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export function card(article, open) {
  const evidence = evidenceOf(article);
  const title = element("button", { class: "title", type: "button", dir: "auto" },
    ...(article.title ? highlighted(article.title, evidence, "TITLE") : ["(without title)"]));
  title.addEventListener("click", () => open(article.id));
  const summary = article.summary
    ? element("p", { class: "summary", dir: "auto" }, ...highlighted(article.summary, evidence, "SUMMARY")) : null;
  const meta = element("div", { class: "meta" },
    element("span", { class: "source", dir: "auto" }, article.publisher ?? article.feedTitle),
    article.sourceClass ? element("span", {}, article.sourceClass) : null,
    article.language !== "und" ? element("span", { lang: "en" }, article.language) : null,
    article.revision > 1 ? element("span", {}, `revision ${article.revision}`) : null,
    ...article.tags.map((tag) => chip(tag, "#/articles/topic/")),
    ...article.eventTypes.map((type) => element("span", { class: "event" }, words(type))));
  return element("li", { class: "card", "data-key": `article ${article.id}` },
    element("time", { datetime: article.eventAt, title: exactTime(article.eventAt) }, clockTime(article.eventAt)),
    element("div", {}, title, summary, meta));
}

export const words = (slug) => slug.replaceAll("-", " ");

// How the detail tells what happened, where and who.
function annotations(found) {
  const places = found.places.filter((place) => place.mentions > 0).map((place) => place.name);
  const line = (heading, values) => values.length
    ? element("p", { class: "meta" }, element("b", {}, heading), ...values.map((value) => element("span", {}, value))) : null;
  return [
    line("What", found.events.map((event) => words(event.type))),
    line("Where", places),
    line("Who", found.actors.map((actor) => actor.name)),
  ].filter((one) => one !== null);
}

export function tagEvidence(tag) {
  const rows = tag.evidence.map((hit) => element("tr", {},
    element("td", { dir: "auto" }, element("mark", {}, hit.text)),
    element("td", {}, hit.field.toLowerCase()),
    element("td", {}, hit.role.toLowerCase()),
    element("td", { class: "number" }, hit.weight.toFixed(1))));
  const header = element("tr", {}, element("th", {}, "words"), element("th", {}, "where"),
    element("th", {}, "role"), element("th", { class: "number" }, "adds"));
  return element("div", { class: "tagged" },
    element("div", { class: "name" }, chip(tag),
      element("span", { class: "score" }, `${tag.tier.toLowerCase()}, score ${tag.score.toFixed(1)}`)),
    rows.length ? element("table", {}, element("thead", {}, header), element("tbody", {}, ...rows)) : null);
}

function revisionLine(revision) {
  return element("li", {}, element("span", { dir: "auto" }, revision.title),
    element("small", {}, `revision ${revision.revision}, seen ${exactTime(revision.observedAt)}`));
}

function sightingLine(sighting) {
  const name = sighting.feedTitle ?? "a feed that left the list";
  return element("li", {}, outLink(sighting.url, name, "") ?? name,
    element("small", {}, `first seen ${exactTime(sighting.firstSeenAt)}`));
}

function inStory(story) {
  if (!story) return null;
  const others = story.articles > 1 ? `${count(story.articles, "article")}, ${count(story.independentOrigins, "independent origin")}` : "nobody else reports it yet";
  return element("p", { class: "in-story" }, element("a", { href: `#/story/${encodeURIComponent(story.id)}`, dir: "auto" }, story.title || "(without title)"),
    element("small", {}, `Its story: ${others}`));
}

export function detail(found, shut, change) {
  const { article } = found;
  const evidence = evidenceOf(article);
  const text = (content, field) => content
    ? element("p", { class: "text", dir: "auto" }, ...highlighted(content, evidence, field)) : null;
  return [
    element("div", { class: "top" }, outLink(article.url, "Read at the source", "out") ?? element("span"),
      element("span", {}, element("a", { class: "close", href: `#/article/${encodeURIComponent(article.id)}` }, "Link"), shut)),
    element("h2", { dir: "auto" }, ...highlighted(article.title, evidence, "TITLE")),
    element("div", { class: "meta" },
      element("span", { class: "source", dir: "auto" }, article.publisher ?? article.feedTitle),
      element("span", {}, exactTime(article.eventAt)),
      found.authors.length ? element("span", { dir: "auto" }, found.authors.join(", ")) : null),
    inStory(found.story),
    text(article.summary, "SUMMARY"),
    text(found.body, "BODY"),
    ...annotations(found),
    element("h3", {}, "Why it is filed here"),
    ...(article.tags.length ? article.tags.map(tagEvidence) : [element("p", {}, "No conflict was recognised in it.")]),
    change,
    element("h3", {}, "Seen in"),
    element("ul", { class: "facts" }, ...found.sightings.map(sightingLine)),
    ...(found.revisions.length > 1
      ? [element("h3", {}, "Its texts, newest first"), element("ul", { class: "facts" }, ...found.revisions.map(revisionLine))] : []),
  ];
}

const COLUMNS = [["Feed", ""], ["State", ""],
  ["Articles", "number", "stored articles that it carried"], ["Last poll", "number"], ["Next", "number", "when it is asked again"],
  ["New a day", "number", "new entries a day, as it has published lately"], ["Hits", "number", "share of polls that brought something new"],
  ["Fetch", "number", "how long the last fetch took"],
  ["Entries", "number", "entries read in all polls: the sum of the four columns that follow"],
  ["Published", "number", "new articles and changed texts"], ["Unchanged", "number", "entries that were known already"],
  ["Duplicates", "number", "entries whose article stood in the document, or in one before, perhaps under another id"], ["Rejected", "number", "entries that could not be used"]];

const soon = (instant) => (instant && Date.parse(instant) <= Date.now() ? "now" : ago(instant));

function feedRow(feed) {
  const number = (value, title) => element("td", { class: "number", title }, String(value ?? ""));
  const error = feed.lastError
    ? element("small", {}, element("b", {}, feed.lastError), element("span", { dir: "auto" }, ` ${feed.lastErrorText ?? ""}`)) : null;
  const quiet = feed.quietSince ? element("small", {}, `quiet since ${exactTime(feed.quietSince)}, unusual for this feed`) : null;
  const moved = feed.movedTo ? element("small", {}, `moved to ${feed.movedTo}`) : null;
  return element("tr", {},
    element("td", { class: "feed" }, element("span", { dir: "auto" }, feed.title), element("small", {}, feed.url), moved),
    element("td", { class: "standing" }, element("span", { class: `state ${feed.state}` },
      feed.enabled ? feed.state.toLowerCase().replace("_", " ") : "switched off"), error, quiet),
    number(feed.articles),
    number(ago(feed.lastPollAt), feed.lastPollAt && exactTime(feed.lastPollAt)),
    number(soon(feed.nextPoll), feed.nextPoll && `${exactTime(feed.nextPoll)}: ${feed.nextPollReason ?? ""}`),
    number(feed.entriesPerDay === null ? "" : feed.entriesPerDay.toFixed(feed.entriesPerDay < 10 ? 1 : 0)),
    number(feed.hitRate === null ? "" : `${Math.round(feed.hitRate * 100)} %`, "share of polls that brought something new"),
    number(feed.lastFetchSeconds === null ? "" : `${feed.lastFetchSeconds.toFixed(2)} s`),
    ...[feed.entriesSeen, feed.published, feed.unchanged, feed.duplicates, feed.rejected].map((value) => number(value)));
}

export function feedTable(feeds) {
  const header = element("tr", {}, ...COLUMNS.map(([name, kind, title]) => element("th", { class: kind, scope: "col", title }, name)));
  return [element("thead", {}, header), element("tbody", {}, ...feeds.map(feedRow))];
}
