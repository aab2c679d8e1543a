// Keeps a part of a page as it is at the console now. Without this script it is as it was when the page came.
"use strict";
for (const part of document.querySelectorAll("[data-poll]")) {
  let shown = null;
  setInterval(async () => {
    if (document.hidden) {
      return;
    }
    try {
      const answer = await fetch(part.dataset.poll);
      const text = await answer.text();
      if (answer.ok && text !== shown) {
        shown = text;
        part.innerHTML = text;
      }
    } catch {
      // The console has ended; the page stays as it is.
    }
  }, 1000);
}
