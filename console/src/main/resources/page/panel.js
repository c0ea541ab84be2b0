// The panel beside the list, the dialog above everything, and the line that says what became of it.

import { element } from "./view.js";

const at = (id) => document.getElementById(id);
let shown = null;

export const panelShows = () => (at("detail").hidden ? null : shown);

export function showPanel(key, label, parts) {
  const again = panelShows() === key;
  const scroll = at("detail").scrollTop;
  shown = key;
  document.querySelectorAll("[data-open]").forEach((row) => row.removeAttribute("data-open"));
  document.querySelector(`[data-key="${CSS.escape(key)}"]`)?.setAttribute("data-open", "");
  at("detail").setAttribute("aria-label", label);
  at("detail").replaceChildren(...parts.filter((part) => part !== null && part !== undefined));
  at("detail").hidden = false;
  at("detail").scrollTop = again ? scroll : 0;
  if (!again) at("detail").focus({ preventScroll: true });
}

export function closePanel() {
  at("detail").hidden = true;
  shown = null;
  const row = document.querySelector("[data-open]");
  row?.removeAttribute("data-open");
  row?.querySelector(".title")?.focus({ preventScroll: true });
}

export function closeButton() {
  const button = element("button", { class: "close", type: "button" }, "Close");
  button.addEventListener("click", closePanel);
  return button;
}

// Resolves once `work` has succeeded, or to null if nobody wanted it.
export function decide({ title, parts, action, work }) {
  const dialog = element("dialog", { class: "dialog", "aria-labelledby": "dialog-title" });
  const wrong = element("p", { class: "wrong", role: "alert", hidden: true });
  const yes = element("button", { type: "submit", class: "button strong" }, action);
  const no = element("button", { type: "button", class: "button" }, "Cancel");
  const form = element("form", {}, element("h2", { id: "dialog-title" }, title), ...parts, wrong,
    element("div", { class: "buttons" }, no, yes));
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => { dialog.remove(); resolve(null); });
    no.addEventListener("click", () => dialog.close());
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      yes.disabled = true;
      try {
        const answer = await work();
        resolve(answer);
        dialog.close();
      } catch (reason) {
        wrong.textContent = reason.message;
        wrong.hidden = false;
        yes.disabled = false;
      }
    });
  });
}

let fading = 0;

export function say(words) {
  at("toast").textContent = words;
  at("toast").hidden = false;
  clearTimeout(fading);
  fading = setTimeout(() => { at("toast").hidden = true; }, 6_000);
}

export const safely = (work) => work.catch((reason) => say(reason.message));
