"use strict";
// The page works without this: it adds buttons that copy, and opens what a link leads to.
const said = document.getElementById("said");
const say = (text) => { said.textContent = ""; setTimeout(() => { said.textContent = text; }, 50); };
for (const button of document.querySelectorAll(".command > button")) {
  button.hidden = false;
  const command = button.previousElementSibling;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(command.textContent);
      say("The command was copied.");
    } catch {
      getSelection().selectAllChildren(command);
      say("The command is selected; copy it with the keyboard.");
    }
  });
}
const lead = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let at = target; at; at = at.parentElement) if (at.localName === "details") at.open = true;
  target.scrollIntoView();
};
addEventListener("hashchange", lead);
if (location.hash) lead();
