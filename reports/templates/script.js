"use strict";
// The page works without this: it adds buttons that copy, filters, and opens what a link leads to.
const said = document.getElementById("said");
const say = (text) => { said.textContent = ""; setTimeout(() => { said.textContent = text; }, 50); };
for (const button of document.querySelectorAll(".command > button")) {
  button.hidden = false;
  const command = button.previousElementSibling;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(command.textContent);
      say(said.dataset.copied);
    } catch {
      getSelection().selectAllChildren(command);
      say(said.dataset.selected);
    }
  });
}

const filter = document.getElementById("filter");
const [text, verdict, rule] = ["text", "verdict", "rule"].map((name) => document.getElementById(`filter-${name}`));
const told = document.getElementById("filter-told");
const sifted = document.querySelectorAll("[data-rules]");
// Text is read once a place: a report of a long run has megabytes of it.
const texts = new WeakMap();
const holds = (place, wanted) => {
  if (!texts.has(place)) texts.set(place, place.textContent.toLowerCase());
  return texts.get(place).includes(wanted);
};
const sift = () => {
  const wanted = text.value.trim().toLowerCase();
  const shown = (place) => (!verdict.value || place.dataset.class === verdict.value)
    && (!rule.value || place.dataset.rules.split(" ").includes(rule.value))
    && (!wanted || holds(place, wanted));
  for (const place of sifted) place.hidden = !shown(place);
  for (const scenario of document.querySelectorAll("details.scenario:not([hidden])")) {
    const named = !wanted || [...scenario.querySelectorAll(":scope > summary, :scope > .about")].some((at) => holds(at, wanted));
    for (const call of scenario.querySelectorAll("details.call")) call.hidden = !named && !holds(call, wanted);
  }
  for (const group of document.querySelectorAll("tbody, section.chapter")) {
    group.hidden = !group.querySelector("[data-rules]:not([hidden])");
  }
  const [rules, scenarios] = told.querySelectorAll("b");
  rules.textContent = document.querySelectorAll("tr[data-rules]:not([hidden])").length;
  scenarios.textContent = document.querySelectorAll("details.scenario:not([hidden])").length;
  told.hidden = !(wanted || verdict.value || rule.value);
};
if (filter) {
  filter.hidden = false;
  filter.addEventListener("submit", (event) => event.preventDefault());
  filter.addEventListener("input", sift);
  filter.addEventListener("reset", () => setTimeout(sift));
}

const lead = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.closest("[hidden]")) { filter.reset(); text.value = ""; sift(); }
  for (let at = target; at; at = at.parentElement) if (at.localName === "details") at.open = true;
  target.scrollIntoView();
};
addEventListener("hashchange", lead);
if (location.hash) lead();
