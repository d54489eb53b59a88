// Runs before Streamlit's own scripts, so that the first paint is already right.
(() => {
  const root = document.documentElement;
  const asked = (part) => new URLSearchParams(location.search).get(part);
  const NAMES = { terang: "Light", gelap: "Dark" };

  // Theme: the address decides (?tema=terang|gelap); without it, the system does.
  // Streamlit keeps a visitor's choice under this key and reads it once, at its start.
  const remembered = `stActiveTheme-${location.pathname}-v2`;
  const theme = asked("tema") in NAMES ? asked("tema") : "sistem";
  try {
    if (theme === "sistem") localStorage.removeItem(remembered);
    else localStorage.setItem(remembered, JSON.stringify(NAMES[theme]));
  } catch {
    // Storage is blocked: the system's theme is shown.
  }
  const systemIsDark = matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.tema = theme === "sistem" && systemIsDark ? "gelap" : theme;

  // What Streamlit would otherwise ask the server for before it connects.
  const { light, dark } = JSON.parse(document.getElementById("themes").textContent);
  window.__streamlit = {
    BACKEND_BASE_URL: new URL("../../", document.currentScript.src).href,
    HOST_CONFIG: { allowedOrigins: ["https://none.invalid"], useExternalAuthToken: false },
    LIGHT_THEME: light,
    DARK_THEME: dark,
  };

  // A page changes its address without a reload; language and theme follow it.
  const follow = () => {
    const language = asked("bahasa");
    if (language === "id" || language === "en") root.lang = language;
    const wanted = asked("tema");
    if (wanted !== null && wanted !== theme && (wanted in NAMES || wanted === "sistem"))
      location.reload();
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
