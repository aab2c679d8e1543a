// Follows a check, a campaign or a dial test that is under way. Without this script the page asks again by itself.
"use strict";
const work = document.getElementById("live");
if (work) {
  const events = new EventSource(work.dataset.events);
  events.addEventListener("progress", (event) => {
    const progress = JSON.parse(event.data);
    const bar = document.getElementById("bar");
    bar.max = Math.max(progress[bar.dataset.max], 1);
    bar.value = progress.done;
    for (const at of work.querySelectorAll("[data-told]")) {
      at.textContent = progress[at.dataset.told];
    }
    for (const at of work.querySelectorAll("[data-shown]")) {
      at.hidden = !progress[at.dataset.shown];
    }
    const found = document.getElementById("found");
    found?.replaceChildren(...(progress.found ?? []).map((id) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = "/rules/" + encodeURIComponent(id);
      link.textContent = id;
      item.append(link);
      return item;
    }));
    if (progress.over) {
      events.close();
      location.reload();
    }
  });
}
