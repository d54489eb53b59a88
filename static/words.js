// Says Streamlit's own words in the language of the page, inside its own widgets only.
(() => {
  const root = document.documentElement;
  const SAID = ["aria-label", "placeholder", "title"];
  const OURS = "[data-testid=stFileChipName], [data-testid=stWidgetLabel]";
  const GAP = /\{(\w+)\}/;
  const given = Object.entries(JSON.parse(document.getElementById("words").textContent));
  const everywhere = given.map(([selector]) => selector).join(", ");

  const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = (text) => {
    const parts = text.split(GAP);
    const source = parts.map((part, at) => (at % 2 ? `(?<${part}>.+)` : literally(part)));
    return new RegExp(`^${source.join("")}$`, "s");
  };
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // Returns what says a text in the other language; undefined where it is none of these.
  const translator = (entries) => {
    const whole = new Map(entries.filter(([from]) => !GAP.test(from)));
    const patterns = entries
      .filter(([from]) => GAP.test(from))
      .map(([from, to]) => [pattern(from), to]);
    return (text) => {
      if (whole.has(text)) return whole.get(text);
      for (const [form, to] of patterns) {
        const found = form.exec(text);
        if (found) return filled(to, found.groups);
      }
      return undefined;
    };
  };
  const rules = given.map(([selector, words]) => {
    const entries = Object.entries(words);
    const back = entries.map(([english, said]) => [said, english]);
    return { selector, id: translator(entries), en: translator(back) };
  });

  const translated = (text, element) => {
    const word = text.trim();
    if (!word || element.closest(OURS)) return text;
    for (const rule of rules) {
      if (!element.closest(rule.selector)) continue;
      const said = rule[root.lang]?.(word);
      if (said !== undefined) return text.replace(word, () => said);
    }
    return text;
  };
  const sayText = (text) => {
    const said = translated(text.data, text.parentElement);
    if (said !== text.data) text.data = said;
  };
  const sayNames = (element) => {
    for (const name of SAID) {
      const text = element.getAttribute(name);
      const said = text && translated(text, element);
      if (said && said !== text) element.setAttribute(name, said);
    }
  };
  const sayAll = (element) => {
    sayNames(element);
    const shown = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT;
    const walk = document.createTreeWalker(element, shown);
    while (walk.nextNode()) {
      const node = walk.currentNode;
      if (node.nodeType === Node.TEXT_NODE) sayText(node);
      else sayNames(node);
    }
  };
  const look = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.parentElement?.closest(everywhere)) sayText(node);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      if (node.closest(everywhere)) sayAll(node);
      else node.querySelectorAll(everywhere).forEach(sayAll);
    }
  };

  const watch = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "childList") addedNodes.forEach(look);
      else if (type === "characterData") look(target);
      else if (target.closest(everywhere)) sayNames(target);
    }
    watch.takeRecords(); // what was just said is not looked at again
  });
  const follow = () => {
    watch.disconnect();
    look(document.body);
    if (root.lang === "en") return;
    watch.observe(document.body, {
      subtree: true, childList: true, characterData: true, attributeFilter: SAID,
    });
  };
  new MutationObserver(follow).observe(root, { attributeFilter: ["lang"] });
  follow();
})();
