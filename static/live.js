// Keeps an open screen up to date: asks for the state of the data, and presses the
// page's own button once it is another than the one the page shows (`ui/live.py`).
(() => {
  const USUAL = 1500; // milliseconds between two questions, where the page says nothing
  const PATIENCE = 4000; // milliseconds until a question counts as unanswered
  const SLOWEST = 15000; // milliseconds between two questions while nobody answers
  const GRACE = 400; // milliseconds in which a page may catch up by itself
  const AGAIN = 5000; // milliseconds until a press without effect is repeated
  const RAREST = 60000; // milliseconds between two such presses, at the longest

  const there = new URL("../../revisi", document.currentScript.src);
  const root = document.documentElement;
  // The key of the button tells what the page shows, how often to ask, what it holds.
  const block = () => document.querySelector('[class*="st-key-live-"]');
  const KEY = /st-key-live-(?<state>\d+-\d+-\d+-\d+)-(?<every>\d+)(?<held>-held)?/;
  const page = () => KEY.exec(block()?.className ?? "")?.groups;

  // Text that is being typed reaches the server only once its field is left.
  const TYPED = "textarea, input:is([type=text], [type=number]):not([role=combobox])";
  const isHeld = () =>
    Boolean(page().held) || Boolean(document.activeElement?.matches(TYPED));

  // A page that cannot catch up, as when it fails, is not run without end.
  let pressed = { state: "", at: 0, wait: 0 };
  const press = (state) => {
    const again = pressed.state === state;
    const wait = again ? pressed.wait : 0;
    if (performance.now() - pressed.at < wait) return;
    const next = again ? Math.min(wait * 2, RAREST) : AGAIN;
    pressed = { state, at: performance.now(), wait: next };
    block().querySelector("button")?.click();
  };

  const isNews = (state) => Boolean(page()) && page().state !== state;
  const follow = async (state) => {
    // A page that has just saved is about to show that by itself, with what it says.
    if (isNews(state)) await new Promise((done) => setTimeout(done, GRACE));
    const isOffered = isNews(state) && isHeld();
    root.toggleAttribute("data-news", isOffered);
    if (isNews(state) && !isOffered) press(state);
  };

  let failures = 0;
  const ask = async () => {
    const answer = await fetch(there, {
      cache: "no-store", signal: AbortSignal.timeout(PATIENCE),
    });
    if (!answer.ok) throw new Error(answer.status);
    await follow(answer.headers.get("Data-State"));
  };
  const pause = () => {
    const usual = Number(page()?.every ?? USUAL);
    return failures ? Math.min(usual * 2 ** failures, SLOWEST) : usual;
  };

  // Nobody looks at a hidden tab; it asks as soon as somebody does.
  let timer = 0;
  let isAsking = false;
  const turn = async () => {
    clearTimeout(timer);
    if (document.hidden || isAsking) return;
    isAsking = true;
    await ask().then(() => (failures = 0), () => (failures += 1));
    isAsking = false;
    timer = setTimeout(turn, pause());
  };
  addEventListener("visibilitychange", turn);
  timer = setTimeout(turn, Math.random() * USUAL);
})();
