// Saves the documents that a page offers: tells when one takes its time, and why one
// could not be made. Tells the address of a calendar, to be subscribed to. Without this
// script the links download by themselves.
(() => {
  const SLOW = 1000; // milliseconds until the page says that it prepares a document
  const SHOWN = 8000; // milliseconds for which a failure is told
  const KEPT = 60000; // milliseconds for which a browser may still read a saved file

  const words = document.currentScript.dataset;
  const inHand = new Set();
  let hiding = 0;

  const note = document.createElement("div");
  note.id = "export-note";
  note.setAttribute("role", "status");
  const stand = () => document.body.append(note);
  // After a first answer this script comes when the page has long been read.
  if (document.body) stand();
  else addEventListener("DOMContentLoaded", stand);

  const tell = (text, milliseconds) => {
    clearTimeout(hiding);
    note.textContent = text;
    if (milliseconds) hiding = setTimeout(() => tell("", 0), milliseconds);
  };

  const nameOf = (answer) => {
    const told = answer.headers.get("content-disposition") ?? "";
    return /filename="([^"]+)"/.exec(told)?.[1] ?? "";
  };

  const keep = (file, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
  };

  const problemOf = async (answer) => {
    try {
      return (await answer.json()).detail || words.lost;
    } catch {
      return words.lost;
    }
  };

  const save = async (address) => {
    if (inHand.has(address)) return;
    inHand.add(address);
    const waiting = setTimeout(() => tell(words.preparing, 0), SLOW);
    let problem = "";
    try {
      const answer = await fetch(address);
      if (answer.ok) keep(await answer.blob(), nameOf(answer));
      else problem = await problemOf(answer);
    } catch {
      problem = words.lost;
    }
    clearTimeout(waiting);
    inHand.delete(address);
    tell(problem, SHOWN);
  };

  const subscribe = async (address) => {
    let isCopied = false;
    try {
      await navigator.clipboard.writeText(address);
      isCopied = true;
    } catch {
      // Only told: a page without https may not copy.
    }
    tell(`${isCopied ? words.copied : words.subscribe} ${address}`, 3 * SHOWN);
  };

  document.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.("a[href]");
      const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (!isPlain || link?.origin !== location.origin) return;
      const isCalendar = link.pathname === "/kalender.ics";
      if (!isCalendar && !link.pathname.startsWith("/unduh/")) return;
      event.preventDefault();
      event.stopPropagation();
      if (isCalendar) subscribe(link.href);
      else save(link.href);
    },
    true,
  );
})();
