// All of this is convenience: every page works without it.

// The server answers 499, not a redirect, when a session has ended inside an htmx call; reloading leads through sign-in.
document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-Requested-With"] = "JavaScript";
});
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status === 499) location.reload();
});

// "/" goes to the search field, as in the tools analysts come from.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const field = document.getElementById("q");
  if (field) {
    event.preventDefault();
    field.focus();
  }
});

// A menu closes when one clicks elsewhere or presses Escape.
const menus = () => document.querySelectorAll("details.person[open], details.menu[open]");
document.addEventListener("click", (event) => {
  menus().forEach((menu) => menu.contains(event.target) || menu.removeAttribute("open"));
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") menus().forEach((menu) => menu.removeAttribute("open"));
});
