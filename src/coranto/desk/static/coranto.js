// Keys and the marks switch. No key fires in a field or with a modifier; stored preference turns them off.
"use strict";
(() => {
  const items = () => [...document.querySelectorAll(".item")];
  let at = -1;
  const go = (step) => {
    const all = items();
    if (!all.length) return;
    at = Math.max(0, Math.min(all.length - 1, at + step));
    const link = all[at].querySelector("a");
    all[at].scrollIntoView({ block: "center" });
    if (link) link.focus({ preventScroll: true });
  };
  const keys = {
    j: () => go(1),
    k: () => go(-1),
    o: () => { const link = items()[at]?.querySelector("a"); if (link) link.click(); },
    e: () => document.querySelectorAll("details").forEach((one) => { one.open = !one.open; }),
    "/": () => document.getElementById("q")?.focus(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") { document.activeElement?.blur(); return; }
    if (/^(input|textarea|select)$/i.test(event.target.tagName) || event.target.isContentEditable) return;
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  const button = document.getElementById("marks");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const off = document.body.classList.toggle("unmarked");
      button.textContent = off ? "Show marks" : "Hide marks";
      button.setAttribute("aria-pressed", String(off));
    });
  }
})();
