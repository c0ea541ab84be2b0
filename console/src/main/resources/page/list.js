// A list by time under day lines, newest first, that grows from above while somebody reads it.

import { dayOf, element } from "./view.js";

const at = (id) => document.getElementById(id);

export class DayList {
  // `one` and `many` name what waits above; `more` tells whether older entries are still unread.
  constructor({ list, fresh, make, timeOf, one, many, more }) {
    Object.assign(this, { list: at(list), button: at(fresh), make, timeOf, one, many, more });
    this.shown = new Map();
    this.waiting = new Map();
    this.button.addEventListener("click", () => this.showFresh());
  }

  clear() {
    this.shown.clear();
    this.waiting.clear();
    this.fresh();
  }

  replace(entries) {
    this.list.replaceChildren();
    this.append(entries);
  }

  append(entries) {
    for (const entry of entries) {
      if (this.shown.has(entry.id)) continue;
      const last = this.list.lastElementChild;
      if (!last || last.dataset.day !== this.day(entry)) this.list.append(this.dayLine(entry));
      this.list.append(this.item(entry));
    }
  }

  // Whoever reads further down is not disturbed.
  arrived(entry) {
    if (at("main").scrollTop < 40 && scrollY < 40) {
      this.insert(entry);
    } else {
      this.waiting.set(entry.id, entry);
      this.fresh();
    }
  }

  // A new entry takes its place by time; most belong on top.
  insert(entry) {
    const before = this.row(entry.id);
    const rows = [...this.list.querySelectorAll("[data-time]")].filter((other) => other !== before);
    const older = rows.find((other) => new Date(other.dataset.time) <= new Date(this.timeOf(entry)));
    if (!before && !older && this.more()) return;
    const focused = before?.contains(document.activeElement);
    const open = before?.hasAttribute("data-open");
    this.remove(entry.id);
    const item = this.item(entry);
    item.classList.add("new");
    if (open) item.setAttribute("data-open", "");
    this.place(item, older, rows);
    if (focused) item.querySelector(".title")?.focus({ preventScroll: true });
  }

  remove(id) {
    const row = this.row(id);
    this.waiting.delete(id);
    this.shown.delete(id);
    if (!row) return;
    const line = row.previousElementSibling;
    const last = !row.nextElementSibling?.dataset.time;
    row.remove();
    if (last && line?.classList.contains("day")) line.remove();
  }

  row(id) {
    return this.list.querySelector(`[data-id="${CSS.escape(id)}"]`);
  }

  showFresh() {
    for (const entry of this.waiting.values()) this.insert(entry);
    this.waiting.clear();
    this.fresh();
    at("main").scrollTo({ top: 0 });
    scrollTo({ top: 0 });
  }

  fresh() {
    this.button.hidden = this.waiting.size === 0;
    this.button.textContent = this.waiting.size === 1 ? this.one : `${this.waiting.size} ${this.many}`;
  }

  day(entry) {
    return dayOf(this.timeOf(entry));
  }

  item(entry) {
    const item = this.make(entry);
    item.dataset.id = entry.id;
    item.dataset.day = this.day(entry);
    item.dataset.time = this.timeOf(entry);
    this.shown.set(entry.id, entry);
    return item;
  }

  dayLine(entry) {
    const line = element("li", { class: "day" }, this.day(entry));
    line.dataset.day = this.day(entry);
    return line;
  }

  place(item, older, rows) {
    const day = item.dataset.day;
    const ofDay = rows.filter((other) => other.dataset.day === day && other.isConnected);
    if (older && older.dataset.day === day) {
      older.before(item);
    } else if (ofDay.length) {
      ofDay.at(-1).after(item);
    } else {
      const before = older ? this.list.querySelector(`.day[data-day="${CSS.escape(older.dataset.day)}"]`) : null;
      this.list.insertBefore(this.dayLine(this.shown.get(item.dataset.id)), before);
      this.list.insertBefore(item, before);
    }
  }
}
