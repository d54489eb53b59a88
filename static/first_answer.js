// Starts the app once the first answer is painted, and takes the answer away once the
// view itself is drawn, or says what is wrong.
(() => {
  const start = () => {
    document.head.append(document.getElementById("app").content);
  };
  const FOR_TYPE = 300; // milliseconds that the app waits for the typeface, at most
  const typed = () => Promise.race([
    document.fonts.ready,
    new Promise((go) => setTimeout(go, FOR_TYPE)),
  ]);
  const frame = () => new Promise((go) => requestAnimationFrame(go));
  // The first frame asks for the typeface, the last one shows the answer in it. A page
  // in the background is not painted, and waits for no frame.
  if (document.hidden) start();
  else frame().then(frame).then(typed).then(frame).then(() => setTimeout(start));

  const LONGEST = 20000; // milliseconds; a page that says nothing is shown as it is
  const answer = document.getElementById("first-answer");
  const root = document.getElementById("root");
  const isDrawn = () => {
    const charts = [...root.querySelectorAll("[data-testid=stVegaLiteChart]")];
    return root.querySelector("h1")
      && root.querySelector("[data-test-script-state=notRunning]")
      && !root.querySelector("[data-testid=stSkeleton]")
      && charts.every((chart) => chart.querySelector("svg.marks"));
  };
  const done = () => {
    if (!answer.isConnected) return; // a later focus must not scroll the view
    watch.disconnect();
    const main = root.querySelector("[data-testid=stMain]");
    if (main) main.scrollTop = answer.scrollTop;
    answer.remove();
  };
  const watch = new MutationObserver(() => {
    if (root.querySelector("[role=alert]") || isDrawn()) done();
  });
  watch.observe(root, { attributes: true, childList: true, subtree: true });
  // Who moves into the view by the keyboard must see where they are.
  root.addEventListener("focusin", done, { once: true });
  setTimeout(done, LONGEST);
})();
