// Follows a check that is under way. Without this script the page asks again by itself.
"use strict";
const check = document.getElementById("live");
if (check) {
  const show = (name, text) => { document.getElementById(name).textContent = text; };
  const events = new EventSource(check.dataset.events);
  events.addEventListener("progress", (event) => {
    const progress = JSON.parse(event.data);
    const bar = document.getElementById("bar");
    bar.max = Math.max(progress.scenarios, 1);
    bar.value = progress.done;
    show("done", progress.done);
    show("scenarios", progress.scenarios);
    show("calls", progress.calls);
    show("scenario", progress.scenario);
    const found = document.getElementById("found");
    found.replaceChildren(...progress.found.map((id) => {
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
