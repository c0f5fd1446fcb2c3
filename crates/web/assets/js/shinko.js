// The one script: everything works without it. Keys, choosing hours, small conveniences.
"use strict";

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const typing = (target) => target.closest?.("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");

// A form that came back: say what is wrong first.
document.querySelector("[data-focus]")?.focus();

for (const button of all("[data-print]")) button.addEventListener("click", () => window.print());

for (const button of all("[data-reveal]")) {
  const field = document.getElementById(button.dataset.reveal);
  const words = [button.textContent, button.dataset.hide];
  button.hidden = false;
  button.addEventListener("click", () => {
    const shown = field.type === "password";
    field.type = shown ? "text" : "password";
    button.textContent = words[shown ? 1 : 0];
    button.setAttribute("aria-pressed", String(shown));
  });
}

for (const link of all("a[data-dialog]")) {
  const dialog = document.getElementById(link.dataset.dialog);
  link.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    dialog.showModal();
  });
}

// A menu closes when one leaves it.
document.addEventListener("click", (event) => {
  for (const menu of all("details.menu[open], details.person[open]")) if (!menu.contains(event.target)) menu.open = false;
});

// ---- choosing hours: one run of neighbouring hours in one place -------------------------
const place = (box) => box.closest("[data-place]").dataset;
const hours = (root) => all("input[type=checkbox][data-from]", root).filter((box) => box.offsetParent !== null);

function keepOneRun(box, boxes) {
  const row = boxes.filter((other) => place(other).place === place(box).place);
  for (const other of boxes) if (place(other).place !== place(box).place) other.checked = false;
  const at = row.indexOf(box);
  if (!box.checked) {
    // Letting go of an hour in the middle keeps the part before it.
    for (let i = at + 1; i < row.length && row[i].checked; i += 1) if (row[at - 1]?.checked) row[i].checked = false;
    return;
  }
  const joined = (i, j) => row[i] && row[j] && row[i].checked && row[i].dataset.until === row[j].dataset.from;
  let [first, last] = [at, at];
  while (joined(first - 1, first)) first -= 1;
  while (row[last + 1]?.checked && row[last].dataset.until === row[last + 1].dataset.from) last += 1;
  row.forEach((other, i) => { if (i < first || i > last) other.checked = false; });
}

function minutes(clock) {
  const [hour, minute] = clock.split(":").map(Number);
  return hour * 60 + minute;
}

function tell(bar, boxes, nothing) {
  const chosen = boxes.filter((box) => box.checked);
  const what = bar.querySelector("[data-choice-what]");
  const cost = bar.querySelector("[data-choice-cost]");
  if (chosen.length === 0) {
    what.textContent = nothing;
    cost.textContent = "";
    return;
  }
  const [from, until] = [chosen[0].dataset.from, chosen.at(-1).dataset.until];
  const yen = chosen.length * Number(place(chosen[0]).price ?? 0);
  const dash = document.documentElement.lang === "en" ? "–" : "〜";
  what.textContent = `${place(chosen[0]).place}　${bar.dataset.date} ${from}${dash}${until}`;
  const length = bar.dataset.hours.replace("{}", String((minutes(until) - minutes(from)) / 60));
  const amount = yen > 0 ? bar.dataset.yen.replace("{}", yen.toLocaleString("en")) : bar.dataset.free;
  cost.textContent = `${length}　${amount}`;
}

for (const bar of all("[data-choice]")) {
  const form = bar.closest("form") ?? document;
  const nothing = bar.querySelector("[data-choice-what]").textContent;
  const refresh = () => tell(bar, hours(form), nothing);
  form.addEventListener("change", (event) => {
    if (!event.target.matches("input[data-from]")) return;
    keepOneRun(event.target, hours(form));
    // A phone list and a desktop table may both be in the page: only what is seen is sent.
    for (const box of all("input[data-from]", form)) if (box.offsetParent === null) box.checked = false;
    refresh();
  });
  bar.querySelector("[data-choice-reset]")?.addEventListener("click", (event) => {
    event.preventDefault();
    for (const box of all("input[data-from]", form)) box.checked = false;
    refresh();
  });
  refresh();
}

// ---- questions for some only: folded away until the answer on which they hang is given ----------
for (const part of all("[data-only-if]")) {
  const form = part.closest("form");
  const fit = () => {
    const given = all("input:checked", form).filter((box) => box.name === part.dataset.onlyIf && !box.closest("[data-only-if][hidden]"));
    part.hidden = !given.some((box) => box.value === part.dataset.onlyIs);
  };
  form.addEventListener("change", fit);
  fit();
}

// ---- arrows: from cell to nearest cell, by where they stand on the screen ------------------
const middle = (element) => {
  const box = (element.closest("label") ?? element).getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

function nearest(from, others, key) {
  const here = middle(from);
  const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  const far = (other) => {
    const there = middle(other);
    const along = (there.x - here.x) * dx + (there.y - here.y) * dy;
    const aside = Math.abs((there.x - here.x) * dy) + Math.abs((there.y - here.y) * dx);
    return along < 4 ? Infinity : along + aside * 4;
  };
  const [best] = others.filter((other) => other !== from && far(other) < Infinity).sort((a, b) => far(a) - far(b));
  return best;
}

document.addEventListener("keydown", (event) => {
  if (!event.key.startsWith("Arrow") || event.altKey || event.ctrlKey || event.metaKey) return;
  const cell = event.target.closest?.(".grid input, .time-list input, [data-board-item]");
  const group = cell?.closest(".grid, .time-list, .board");
  if (!group) return;
  const next = nearest(cell, all("input[data-from], [data-board-item]", group), event.key);
  if (!next) return;
  event.preventDefault();
  next.focus();
});

// ---- keys of the staff's pages --------------------------------------------------------------
const arrivals = () => all("[data-arrival]");

// The first arrow goes to the row that is marked; its button has the focus, so that Enter acts
// on what is seen to be chosen, and an Enter too many does nothing.
function choose(step) {
  const rows = arrivals();
  if (rows.length === 0) return;
  const now = rows.findIndex((row) => row.contains(document.activeElement));
  const next = now < 0 ? rows.find((row) => row.classList.contains("chosen")) ?? rows[0] : rows[Math.min(Math.max(now + step, 0), rows.length - 1)];
  for (const row of rows) row.classList.toggle("chosen", row === next);
  (next.querySelector("button") ?? next.querySelector("a") ?? next).focus();
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
  if (event.key === "Escape") {
    const open = document.querySelector("details.person[open], details.menu[open]");
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
    } else if (typing(event.target)) {
      event.target.blur();
    } else if (!document.querySelector("dialog[open]")) {
      document.querySelector("[data-key='Esc']")?.click();
    }
    return;
  }
  if (typing(event.target) || document.querySelector("dialog[open]")) return;
  if (event.key === "/") {
    const search = document.querySelector("[data-key-search]");
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select();
  } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && arrivals().length > 0 && !event.target.closest(".grid, .board")) {
    event.preventDefault();
    choose(event.key === "ArrowDown" ? 1 : -1);
  } else if (/^[a-z]$/i.test(event.key)) {
    const key = event.key.toUpperCase();
    const act = document.querySelector(`.chosen [data-key="${key}"]`) ?? document.querySelector(`[data-key="${key}"]`);
    if (act) {
      event.preventDefault();
      act.click();
    }
  }
});

// ---- drafts: kept while somebody writes -----------------------------------------------------
for (const form of all("form[data-keep]")) {
  const told = form.querySelector("[data-kept]");
  const door = form.querySelector("[data-kept-sign-in]");
  let [waits, going, over, owed] = [0, Promise.resolve(), false, false];
  const tell = (words) => { told.textContent = words; };
  async function keep() {
    if (over) return;
    const answer = await fetch(form.dataset.keep, { method: "POST", body: new URLSearchParams(new FormData(form)) }).catch(() => null);
    owed = !answer?.ok;
    door.hidden = answer?.status !== 401;
    if (answer?.ok) {
      form.elements.edition.value = await answer.text();
      tell(told.dataset.kept);
    } else {
      // Whoever was overtaken keeps what they typed; nothing more is sent by itself.
      over = answer?.status === 409;
      const why = { 401: told.dataset.keptDoor, 409: told.dataset.keptOther }[answer?.status];
      tell(why ?? told.dataset.keptNot);
    }
  }
  // What could not be kept is kept as soon as the network is back, or whoever signed in again is.
  const again = () => { if (owed && !document.hidden) going = going.then(keep); };
  window.addEventListener("online", again);
  document.addEventListener("visibilitychange", again);
  form.addEventListener("input", () => {
    clearTimeout(waits);
    waits = setTimeout(() => { waits = 0; going = going.then(keep); }, 4000);
  });
  // What is on its way arrives first, so that nobody is overtaken by themselves.
  let sending = false;
  form.addEventListener("submit", (event) => {
    clearTimeout(waits);
    if (sending) return;
    event.preventDefault();
    // Not at once: a form that is about to be sent cannot be sent again.
    going.then(() => setTimeout(() => {
      sending = true;
      form.requestSubmit(event.submitter);
      sending = false;
    }));
  });
}

// ---- the API, to be tried -------------------------------------------------------------------
window.addEventListener("load", () => {
  const reader = document.getElementById("swagger-ui");
  if (reader && window.SwaggerUIBundle) window.SwaggerUIBundle({ url: reader.dataset.document, domNode: reader, validatorUrl: null });
});
