// Keys and the marks switch. No key fires in a field or with a modifier; the list under "?" turns them off.
"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const items = () => [...document.querySelectorAll("main .item")].filter((one) => one.offsetParent);
  const kept = () => { try { return localStorage.getItem("keys") !== "off"; } catch { return true; } };
  const keep = (on) => { try { localStorage.setItem("keys", on ? "on" : "off"); } catch { /* private mode */ } };
  let at = -1;
  let pending = "";
  const step = (by) => {
    const all = items();
    if (!all.length) return;
    at = Math.max(0, Math.min(all.length - 1, at + by));
    all[at].scrollIntoView({ block: "center" });
    all[at].querySelector("input[type=checkbox], a")?.focus({ preventScroll: true });
  };
  const show = (id) => $(id)?.scrollIntoView();
  const go = (path) => { location.href = path; };
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    o: () => items()[at]?.querySelector("a")?.click(),
    v: () => $("original")?.click(),
    e: () => {
      const all = [...document.querySelectorAll("details")];
      const open = !all.some((one) => one.open);
      all.forEach((one) => { one.open = open; });
    },
    m: () => $("marks")?.click(),
    t: () => show("events"),
    c: () => show("compare"),
    x: () => items()[at]?.querySelector("input[type=checkbox]")?.click(),
    u: () => document.querySelector("button.undo")?.focus(),
    G: () => ($("merge-with") ? $("merge-with").focus() : $("correct")?.click()),
    "/": () => $("q")?.focus(),
    "?": () => $("help")?.showModal(),
  };
  const places = { t: "/", l: "/stories", s: "/statements" };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if ((/^(input|textarea|select)$/i.test(event.target.tagName) && event.target.type !== "checkbox") || event.target.isContentEditable) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if ($("help")?.open || !kept()) return;
    const path = pending === "g" && places[event.key];
    pending = event.key === "g" ? "g" : "";
    if (path) { event.preventDefault(); go(path); return; }
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "post") return;
    setTimeout(() => document.querySelectorAll("form[method=post] button").forEach((one) => { one.disabled = true; }), 0);
    event.target.insertAdjacentHTML("beforeend", '<p role="status">Working: a large story takes some seconds.</p>');
  });
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  const list = $("keys");
  if (list && $("help")?.showModal) {
    list.hidden = false;
    list.addEventListener("click", () => $("help").showModal());
    $("keys-on").checked = kept();
    $("keys-on").addEventListener("change", (event) => keep(event.target.checked));
  }
  const button = $("marks");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const off = document.body.classList.toggle("unmarked");
      button.textContent = off ? "Show marks" : "Hide marks";
    });
  }
})();
