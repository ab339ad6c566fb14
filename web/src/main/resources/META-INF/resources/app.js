// All of this is convenience: every page works without it.

// Trusted Types: no text becomes markup but the one that our own server has just answered to htmx.
let answered;
document.addEventListener("htmx:beforeSwap", (event) => {
  answered = event.detail.xhr.responseText;
});
window.trustedTypes?.createPolicy("default", {
  createHTML: (text) => (text === answered ? text : null),
});

// Going back loads the page, as without scripts.
document.addEventListener("htmx:historyCacheMiss", (event) => {
  event.preventDefault();
  location.reload();
});

// The server answers 499, not a redirect, when a session has ended inside an htmx call; going there oneself leads through
// sign-in and on to where one wanted to go.
document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-Requested-With"] = "JavaScript";
});
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status === 499) location.assign(event.detail.pathInfo.requestPath);
});

// Keys, as in the tools that analysts come from; /account turns them off, and the body says so.
const ITEMS =
  "main article.statement, main .contradiction, main .rows > li, main .plain.reports > li, main tbody tr:has(th a)";
const goTo = (step) => {
  // What is folded away, as the tables under drawings are, cannot be gone to.
  const all = [...document.querySelectorAll(ITEMS)].filter((item) => item.checkVisibility());
  const here = all.indexOf(document.activeElement?.closest(ITEMS));
  const next = all[Math.min(Math.max(here + step, 0), all.length - 1)];
  next?.setAttribute("tabindex", "-1");
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
};
const KEYS = {
  "/": () => document.getElementById("q")?.focus(),
  j: () => goTo(1),
  k: () => goTo(-1),
  o: () => {
    const item = document.activeElement?.closest(ITEMS);
    const evidence = item?.matches("article") && item.querySelector(".provenance a[href]");
    (evidence || item?.querySelector("a[href]"))?.click();
  },
  "?": () => document.getElementById("keys")?.showModal(),
};
document.addEventListener("keydown", (event) => {
  if (!("keys" in document.body.dataset) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, dialog, [contenteditable]")) return;
  // A page may lend a button a key of its own.
  const lent = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!lent && !Object.hasOwn(KEYS, event.key)) return;
  event.preventDefault();
  if (lent) lent.click();
  else KEYS[event.key]();
});

// A menu closes when one clicks elsewhere or presses Escape.
const menus = () => document.querySelectorAll("details.person[open], details.menu[open]");
document.addEventListener("click", (event) => {
  menus().forEach((menu) => menu.contains(event.target) || menu.removeAttribute("open"));
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  menus().forEach((menu) => menu.removeAttribute("open"));
  if (event.target.id === "q") event.target.blur();
});

// A tick is kept as it is set, so every way to another page keeps it; without scripts the form's buttons do.
document.addEventListener("change", (event) => {
  const form = event.target.form;
  if (event.target.name !== "tick" || form?.id !== "basket") return;
  const ticks = new URLSearchParams(new FormData(form));
  fetch(form.action, { method: "POST", body: ticks, headers: { "X-Requested-With": "JavaScript" } }).then((answer) => {
    if (!answer.ok) form.requestSubmit();
  });
});

// A citation is copied as it reads. Where the browser lends no clipboard (plain http), its own copying takes what is selected.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copied]");
  if (!button) return;
  const citation = button.closest("details").querySelector(".citation");
  getSelection().selectAllChildren(citation);
  const copied = await navigator.clipboard?.writeText(citation.innerText).then(() => true, () => false);
  if (copied || document.execCommand("copy")) button.nextElementSibling.textContent = button.dataset.copied;
});
