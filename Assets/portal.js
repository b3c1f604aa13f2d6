// Needed for nothing; shortens waits, and says that they go on.

// A page that waits for a check asks for itself more often than the browser would by itself.
if (document.querySelector("main[data-wait]")) {
  const ask = async () => {
    const answer = await fetch(location.href).catch(() => null);
    if (answer && !answer.headers.has("Refresh")) location.reload();
    else setTimeout(ask, 700);
  };
  setTimeout(ask, 400);
}

// More time in the session without leaving the page: the warning goes, and comes again when it is due.
document.addEventListener("submit", async (event) => {
  const warning = event.target.closest(".session");
  if (!warning) return;
  event.preventDefault();
  const answer = await fetch(event.target.action, { method: "POST" }).catch(() => null);
  // Whoever has been signed out meanwhile is led to sign in.
  if (!answer || !answer.ok || answer.url.includes("/logga-in")) return event.target.submit();
  const main = document.querySelector("main");
  warning.replaceWith(warning.cloneNode(true));
  main.focus({ preventScroll: true });
});

// What takes a while says so: an act until its page comes, a file until it is here.
const tell = (place, text) => {
  while (place && !place.querySelector(".working")) place = place.parentElement;
  if (place) place.querySelector(".working").textContent = text;
};
document.addEventListener("submit", (event) => {
  const place = event.target.closest("[data-working]");
  if (!place) return;
  // Pressed twice, it is done once.
  if (place.ariaBusy === "true") return event.preventDefault();
  place.ariaBusy = "true";
  tell(place, place.dataset.working);
});
document.addEventListener("click", async (event) => {
  const link = event.target.closest("[data-working] > a");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const place = link.parentElement;
  if (place.ariaBusy === "true") return;
  place.ariaBusy = "true";
  tell(place, place.dataset.working);
  const answer = await fetch(link.href).catch(() => null);
  const name = /filename="([^"]+)"/.exec(answer?.headers.get("Content-Disposition") ?? "");
  const bytes = answer?.ok && name ? await answer.blob().catch(() => null) : null;
  place.ariaBusy = "false";
  // Not made, or signed out meanwhile: the page that says so.
  if (!bytes) return location.assign(link.href);
  const file = Object.assign(document.createElement("a"), { href: URL.createObjectURL(bytes), download: name[1] });
  file.click();
  setTimeout(() => URL.revokeObjectURL(file.href), 60000);
  tell(place, place.dataset.done);
});
addEventListener("pageshow", () => {
  document.querySelectorAll(".working").forEach((status) => (status.textContent = ""));
  document.querySelectorAll("[data-working]").forEach((place) => (place.ariaBusy = "false"));
});
