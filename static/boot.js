// Runs before Streamlit's own scripts, so that the first paint is already right.
(() => {
  const root = document.documentElement;
  const asked = (part) => new URLSearchParams(location.search).get(part);
  const NAMES = new Map([["terang", "Light"], ["gelap", "Dark"]]);

  // Theme: the address decides (?tema=terang or ?tema=gelap), without it the system.
  // Streamlit keeps a visitor's choice under this key and reads it once, at its start.
  const remembered = `stActiveTheme-${location.pathname}-v2`;
  const chosen = NAMES.has(asked("tema")) ? asked("tema") : null;
  try {
    if (chosen === null) localStorage.removeItem(remembered);
    else localStorage.setItem(remembered, JSON.stringify(NAMES.get(chosen)));
  } catch {
    // Storage is blocked: the theme of the system is shown.
  }
  const systemIsDark = matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.tema = chosen ?? (systemIsDark ? "gelap" : "terang");

  // What Streamlit would otherwise ask the server for before it connects.
  const { light, dark } = JSON.parse(document.getElementById("themes").textContent);
  window.__streamlit = {
    BACKEND_BASE_URL: new URL("../../", document.currentScript.src).href,
    HOST_CONFIG: { allowedOrigins: ["https://none.invalid"], useExternalAuthToken: false },
    LIGHT_THEME: light,
    DARK_THEME: dark,
  };

  // Streamlit names months and days of the week in the browser's language: ours here.
  Object.defineProperty(navigator, "language", {
    get: () => (root.lang === "en" ? "en-GB" : "id-ID"),
  });

  // A page changes its address without a reload; language and theme follow it.
  const follow = () => {
    const language = asked("bahasa");
    if (language === "id" || language === "en") root.lang = language;
    const wanted = asked("tema");
    if (NAMES.has(wanted) && wanted !== root.dataset.tema) location.reload();
  };
  for (const method of ["pushState", "replaceState"]) {
    const original = history[method];
    history[method] = function (...change) {
      original.apply(this, change);
      follow();
    };
  }
  addEventListener("popstate", follow);
})();
