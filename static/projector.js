// The show: turns the sheets, asks for newer ones, and keeps the last good ones while
// the server is away. Keys: arrows and Page keys turn, Space pauses, F fills the screen.
(() => {
  const EVERY = 1500; // milliseconds between two questions for newer sheets
  const PATIENCE = 4000; // milliseconds until a question counts as unanswered

  const show = document.getElementById("show");
  const own = show.dataset;
  const sheets = () => [...show.querySelectorAll(".sheet")];
  const shown = () => sheets().find((sheet) => !sheet.hidden);
  let answered = new Date();

  const turnTo = (next) => {
    const all = sheets();
    const at = (next + all.length) % all.length;
    all.forEach((sheet, place) => (sheet.hidden = place !== at));
  };
  const turn = (by) => {
    turnTo(sheets().indexOf(shown()) + by);
    began = performance.now();
  };

  // Time on this sheet, not a timer per sheet: a pause or a turn by hand restarts it.
  let began = performance.now();
  const pause = (is) => {
    show.toggleAttribute("data-paused", is);
    began = performance.now();
  };
  const rotate = () => {
    const stands = performance.now() - began >= Number(own.seconds) * 1000;
    if (stands && !show.hasAttribute("data-paused")) turn(1);
  };

  const sayLost = (is) => {
    show.toggleAttribute("data-away", is);
    const time = answered.toLocaleTimeString(document.documentElement.lang, {
      hour: "2-digit", minute: "2-digit", timeZone: own.zone,
    });
    const words = is ? own.lost.replace("{time}", time) : "";
    for (const place of show.querySelectorAll(".lost")) {
      if (place.textContent !== words) place.textContent = words;
    }
  };

  // The new sheets take the place of the old ones in one step, on the same sheet.
  const replace = (html, mark) => {
    const code = shown()?.dataset.sheet;
    const made = document.createElement("template");
    made.innerHTML = html;
    const fresh = [...made.content.querySelectorAll(".sheet")];
    const same = Math.max(fresh.findIndex((sheet) => sheet.dataset.sheet === code), 0);
    fresh.forEach((sheet, place) => (sheet.hidden = place !== same));
    show.replaceChildren(...fresh);
    own.mark = mark;
  };

  const ask = async () => {
    const there = new URL("/layar/lembar", location);
    there.search = location.search;
    there.searchParams.set("tanda", own.mark);
    const answer = await fetch(there, {
      cache: "no-store", signal: AbortSignal.timeout(PATIENCE),
    });
    if (!answer.ok) throw new Error(answer.status);
    if (answer.headers.get("Projector-Build") !== own.build) return location.reload();
    if (answer.status !== 204) {
      replace(await answer.text(), answer.headers.get("Projector-Mark"));
    }
    answered = new Date(answer.headers.get("Date") ?? Date.now());
  };
  const follow = async () => {
    await ask().then(() => sayLost(false), () => sayLost(true));
    setTimeout(follow, EVERY);
  };

  const KEYS = {
    ArrowRight: () => turn(1), PageDown: () => turn(1),
    ArrowLeft: () => turn(-1), PageUp: () => turn(-1),
    Home: () => turnTo(0), End: () => turnTo(-1),
    " ": () => pause(!show.hasAttribute("data-paused")),
    f: () => (document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen()),
  };
  addEventListener("keydown", (event) => {
    const isPress = event.target.closest?.("button") && event.key === " ";
    if (isPress || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  const TURNS = { back: KEYS.PageUp, pause: KEYS[" "], on: KEYS.PageDown };
  for (const button of document.querySelectorAll("[data-turn]")) {
    button.addEventListener("click", TURNS[button.dataset.turn]);
  }

  // A screen that turns off in the middle of a show; only https may hold it on.
  const stayOn = () => navigator.wakeLock?.request("screen").catch(() => {});
  addEventListener("visibilitychange", () => document.hidden || stayOn());
  stayOn();

  if (matchMedia("(prefers-reduced-motion: reduce)").matches) pause(true);
  setInterval(rotate, 250);
  setTimeout(follow, EVERY);
})();
