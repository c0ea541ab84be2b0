// The form for a rule. Each field says what it does.

import { element, languageName } from "./view.js";

const time = (minute) => (minute === null || minute === undefined ? "" : `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`);
const minute = (text) => (text ? Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5)) : null);
const slug = (name) => name.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 80);

const FRESH = {
  id: "", name: "", enabled: true, kind: "STORY", conflictTopics: [], confirmedOnly: true, eventTypes: [], places: [],
  sourceClasses: [], publishers: [], languages: [], keywords: [], feeds: [], minOrigins: 2, volume: null,
  delivery: { targets: [], cooldownSeconds: 0, quietFrom: null, quietTo: null, zone: null, digest: "NONE", digestAt: 480, mostPerHour: 0, updateAtOrigins: [] },
};

let numbers = 0;

function field(path, label, help, control) {
  const input = control.matches("input, select") ? control : control.querySelector("input, select");
  input.id ||= `field-${++numbers}`;
  const helpId = `${input.id}-help`;
  input.setAttribute("aria-describedby", helpId);
  return element("div", { class: "field", "data-field": path },
    element("label", { for: input.id }, label), control,
    element("p", { class: "help", id: helpId }, help), element("p", { class: "wrong", role: "alert", hidden: true }));
}

const text = (value, more = {}) => {
  const input = element("input", { type: "text", autocomplete: "off", spellcheck: "false", dir: "auto", ...more });
  input.value = value ?? "";
  return input;
};

function number(value, least, most, step = 1) {
  return text(String(value), { type: "number", min: least, max: most, step, inputmode: "numeric" });
}

function flag(path, label, help, on) {
  const input = element("input", { type: "checkbox", id: `field-${++numbers}` });
  input.checked = on;
  const made = element("div", { class: "field flag", "data-field": path },
    element("label", {}, input, element("span", {}, label)), element("p", { class: "help" }, help),
    element("p", { class: "wrong", role: "alert", hidden: true }));
  return { made, value: () => input.checked };
}

function choice(options, value) {
  const select = element("select", {}, ...options.map(([code, name]) => element("option", { value: code }, name)));
  select.value = value;
  return select;
}

// Several values: what is typed or picked becomes a piece that can be taken away again.
function several(values, options, free) {
  const names = new Map(options.map((option) => [option.value, option.name]));
  const codes = new Map(options.flatMap((option) => [[option.name.toLowerCase(), option.value], [option.value.toLowerCase(), option.value]]));
  const chosen = new Set(values);
  const list = element("datalist", { id: `options-${++numbers}` }, ...options.map((option) => element("option", { value: option.name })));
  const input = text("", options.length ? { list: list.id } : {});
  const pieces = element("span", { class: "pieces" });
  const show = () => pieces.replaceChildren(...[...chosen].map((value) => {
    const piece = element("button", { type: "button", class: "piece", dir: "auto", "aria-label": `Take away ${names.get(value) ?? value}` },
      names.get(value) ?? value, element("i", { "aria-hidden": "true" }, "×"));
    piece.addEventListener("click", () => { chosen.delete(value); show(); input.focus(); });
    return piece;
  }));
  const take = () => {
    const typed = input.value.trim();
    const value = codes.get(typed.toLowerCase()) ?? (free ? typed : null);
    input.setCustomValidity(typed && value === null ? "Pick one of the list." : "");
    if (!typed || value === null) return;
    chosen.add(value);
    input.value = "";
    show();
  };
  input.addEventListener("input", () => { input.setCustomValidity(""); if (codes.has(input.value.toLowerCase())) take(); });
  input.addEventListener("change", take);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && input.value) { event.preventDefault(); take(); }
    if (event.key === "Backspace" && !input.value && chosen.size) { chosen.delete([...chosen].at(-1)); show(); }
  });
  show();
  return { made: element("div", { class: "several" }, pieces, input, list), value: () => { take(); return [...chosen]; } };
}

const plain = (values) => values.map((value) => ({ value, name: value }));
const named = (entries) => entries.map((entry) => ({ value: entry.slug ?? entry.id, name: entry.name }));

// Two places may have one name; then the id tells them apart.
function distinct(places) {
  const times = new Map();
  places.forEach((place) => times.set(place.name, (times.get(place.name) ?? 0) + 1));
  return places.map((place) => ({ value: place.id, name: times.get(place.name) > 1 ? `${place.name} (${place.id})` : place.name }));
}

function storyPart(rule, offered) {
  const topics = several(rule.conflictTopics, named(offered.conflictTopics));
  const confirmed = flag("confirmedOnly", "Only confirmed tags", "Switch it off to hear also where there are some signs of the conflict, not enough to confirm.", rule.confirmedOnly);
  const events = several(rule.eventTypes, named(offered.eventTypes));
  const places = several(rule.places, distinct(offered.places));
  const keywords = several(rule.keywords, [], true);
  const languages = several(rule.languages, offered.languages.map((code) => ({ value: code, name: languageName(code) })));
  const classes = several(rule.sourceClasses, plain(offered.sourceClasses), true);
  const publishers = several(rule.publishers, plain(offered.publishers), true);
  const origins = number(rule.minOrigins, 1, 1000);
  return {
    parts: [
      field("conflictTopics", "Conflicts", "Any of them is enough. None: whatever the conflict.", topics.made), confirmed.made,
      field("eventTypes", "What happened", "Any of them is enough.", events.made),
      field("places", "Where", "A country or a place that the article is about.", places.made),
      field("keywords", "Words", "Words or phrases, Enter after each. drone* finds any ending, Wagner! wants these capitals, uk:слово looks in Ukrainian only.", keywords.made),
      field("languages", "Languages", "Of the article.", languages.made),
      field("sourceClasses", "Classes of sources", "As the feed list has them, such as ngo.", classes.made),
      field("publishers", "Publishers", "Only these. None: everybody.", publishers.made),
      field("minOrigins", "Independent origins at least", "Publishers with a text of their own among the articles that fit. Copies of one text count once. 1 is quickest, 3 is calm.", origins),
    ],
    values: () => ({
      conflictTopics: topics.value(), confirmedOnly: confirmed.value(), eventTypes: events.value(), places: places.value(), keywords: keywords.value(),
      languages: languages.value(), sourceClasses: classes.value(), publishers: publishers.value(), minOrigins: Number(origins.value),
    }),
  };
}

function volumePart(rule, offered) {
  const volume = rule.volume ?? { hours: 1, deviations: 4, leastStories: 5 };
  const topics = several(rule.conflictTopics, named(offered.conflictTopics));
  const hours = number(volume.hours, 1, 168);
  const deviations = number(volume.deviations, 1, 100, "any");
  const least = number(volume.leastStories, 1, 100_000);
  return {
    parts: [
      field("conflictTopics", "Conflicts", "Each is compared with its own past. None: every conflict.", topics.made),
      field("volume.hours", "Hours", "Length of the window that is compared with the same hours of former weeks.", hours),
      field("volume.deviations", "Deviations", "How far above the usual. 4 is rare, 8 is very rare.", deviations),
      field("volume.leastStories", "Stories at least", "Below this nothing is unusual.", least),
    ],
    values: () => ({ conflictTopics: topics.value(), volume: { hours: Number(hours.value), deviations: Number(deviations.value), leastStories: Number(least.value) } }),
  };
}

function silencePart(rule, offered) {
  const feeds = several(rule.feeds, [], true);
  const publishers = several(rule.publishers, plain(offered.publishers), true);
  return {
    parts: [
      field("feeds", "Feeds", "Ids or addresses, Enter after each. None: all feeds.", feeds.made),
      field("publishers", "Publishers", "All feeds of these.", publishers.made),
    ],
    values: () => ({ feeds: feeds.value(), publishers: publishers.value() }),
  };
}

function deliveryPart({ delivery }, offered) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const targets = several(delivery.targets, plain(offered.targets), offered.targets.length === 0);
  const cooldown = number(Math.round(delivery.cooldownSeconds / 60), 0, 43_200);
  const from = text(time(delivery.quietFrom), { type: "time" });
  const to = text(time(delivery.quietTo), { type: "time", "aria-label": "Quiet hours until" });
  const zone = text(delivery.zone ?? own);
  const digest = choice([["NONE", "at once"], ["HOURLY", "every full hour, together"], ["DAILY", "once a day, together"]], delivery.digest);
  const digestAt = text(time(delivery.digestAt), { type: "time" });
  const most = number(delivery.mostPerHour, 0, 10_000);
  const updates = several(delivery.updateAtOrigins.map(String), [], true);
  const end = flag("delivery.tellEnd", "Tell when it is over", "One short message to those who were told, when a burst or a silence ends. A story has no end.", delivery.tellEnd ?? true);
  return {
    parts: [
      field("delivery.targets", "Whom to tell", "Names of targets; their addresses and secrets stand in alerts.yaml only.", targets.made),
      field("delivery.updateAtOrigins", "Tell again at so many origins", "Such as 5 and 20: a story that grows is told again. Enter after each.", updates.made), end.made,
      field("delivery.digest", "When", "Digests gather what has come and lose nothing.", digest),
      field("delivery.digestAt", "Daily at", "Only for once a day.", digestAt),
      field("delivery.quietFrom", "Quiet hours", "What comes meanwhile is told when they end. Both empty: never quiet.", element("span", { class: "span" }, from, element("span", {}, "to"), to)),
      field("delivery.zone", "Time zone", "Of quiet hours and digests, such as Europe/Kyiv.", zone),
      field("delivery.cooldownSeconds", "Pause after a message, in minutes", "Further alerts of this rule wait so long and come together.", cooldown),
      field("delivery.mostPerHour", "Messages an hour at most", "What is beyond comes together at the full hour. 0: no limit.", most),
    ],
    values: () => ({
      targets: targets.value(), cooldownSeconds: Number(cooldown.value) * 60, quietFrom: minute(from.value), quietTo: minute(to.value), zone: zone.value,
      digest: digest.value, digestAt: minute(digestAt.value) ?? 480, mostPerHour: Number(most.value), updateAtOrigins: updates.value().map(Number), tellEnd: end.value(),
    }),
  };
}

const PARTS = { STORY: storyPart, VOLUME: volumePart, FEED_SILENCE: silencePart };

export function ruleForm({ rule, offered, fixed, written, save }) {
  const shown = { ...FRESH, ...rule, delivery: { ...FRESH.delivery, ...rule?.delivery } };
  const name = text(shown.name, { maxlength: 200, required: true });
  const id = text(shown.id, { maxlength: 80, required: true, pattern: "[a-z0-9]+(-[a-z0-9]+)*", readonly: rule !== null });
  name.addEventListener("input", () => { if (rule === null && !id.dataset.touched) id.value = slug(name.value); });
  id.addEventListener("input", () => { id.dataset.touched = "yes"; });
  const enabled = flag("enabled", "Switched on", "A rule that is switched off keeps its alerts and raises none.", shown.enabled);
  const kind = choice([["STORY", "a story fits"], ["VOLUME", "there is much more than usual"], ["FEED_SILENCE", "a feed falls silent"]], shown.kind);
  const delivery = deliveryPart(shown, offered);
  const conditions = element("fieldset", {}, element("legend", {}, "What is worth an alert"));
  let part;
  const show = () => {
    part = PARTS[kind.value](shown, offered);
    conditions.replaceChildren(element("legend", {}, "What is worth an alert"), field("kind", "When", "Lists of one kind are alternatives; different lists all have to hold.", kind), ...part.parts);
  };
  kind.addEventListener("change", () => { show(); kind.focus(); });
  show();
  const wrong = element("p", { class: "wrong", role: "alert", hidden: true });
  const submit = element("button", { type: "submit", class: "button strong" }, "Save the rule");
  const form = element("form", { class: "rule-form", novalidate: true },
    fixed ? element("p", { class: "hint" }, written && written !== "api" ? `This rule is written in ${written} and changed there.` : "This console only shows rules.") : null,
    element("fieldset", {}, element("legend", {}, "The rule"),
      field("name", "Name", "Stands in every alert.", name),
      field("id", "Id", "Stands in addresses and records, and stays. Lower-case words with hyphens.", id), enabled.made),
    conditions,
    element("fieldset", {}, element("legend", {}, "Who is told, and when not"), ...delivery.parts),
    wrong,
    element("div", { class: "buttons" }, element("a", { class: "button", href: "#/rules" }, fixed ? "Back" : "Cancel"), fixed ? null : submit));
  if (fixed) form.querySelectorAll("input, select, button").forEach((control) => { control.disabled = true; });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    form.querySelectorAll(".wrong").forEach((line) => { line.hidden = true; });
    submit.disabled = true;
    try {
      await save(idOf(id, name), { name: name.value, enabled: enabled.value(), kind: kind.value, ...part.values(), delivery: delivery.values() });
    } catch (reason) {
      complain(form, wrong, reason);
    }
    submit.disabled = false;
  });
  return [form];
}

// A name without Latin letters makes no id by itself.
function idOf(id, name) {
  const made = id.value.trim() || slug(name.value);
  if (made) return made;
  const field = name.value.trim() ? "id" : "name";
  throw Object.assign(new Error(field === "id" ? "Give it an id in Latin letters, such as ceasefires." : "Give it a name."), { field });
}

// At the field where it belongs, else below the form.
function complain(form, wrong, reason) {
  const place = reason.field ? form.querySelector(`[data-field="${CSS.escape(reason.field)}"]`) : null;
  const line = place?.querySelector(".wrong") ?? wrong;
  line.textContent = reason.message;
  line.hidden = false;
  (place?.querySelector("input, select") ?? wrong).focus();
  (place ?? wrong).scrollIntoView({ block: "center" });
}
