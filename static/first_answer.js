// Takes the first answer away once the page itself says it, or says what is wrong.
(() => {
  const LONGEST = 20000; // milliseconds; a page that says nothing is shown as it is
  const answer = document.getElementById("first-answer");
  const root = document.getElementById("root");
  const watch = new MutationObserver(() => {
    if (root.querySelector("h1, [role=alert]")) done();
  });
  const done = () => {
    watch.disconnect();
    answer.remove();
  };
  watch.observe(root, { childList: true, subtree: true });
  setTimeout(done, LONGEST);
})();
