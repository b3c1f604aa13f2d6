// Needed for nothing; shortens two waits.

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
