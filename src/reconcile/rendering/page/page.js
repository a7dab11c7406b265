"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // Parts of the page that were never seen have guessed heights, so that one jump may fall short.
  function bring(element, block, times = 3) {
    element.scrollIntoView({ block });
    if (times > 1) requestAnimationFrame(() => bring(element, block, times - 1));
  }

  const rows = all("tr.row");
  const cards = new Map(all("article.card").map((card) => [card.dataset.fact, card]));
  const panel = document.getElementById("panel");
  const shown = panel.querySelector(".chosen");

  // Where each fact stands: in its row, or in its card when it has no row, as across events.
  const homes = new Map(rows.map((row) => [row.dataset.fact, row]));
  for (const [fact, card] of cards) if (!homes.has(fact)) homes.set(fact, card);

  // Words of the texts by the facts they stand behind, gathered once.
  const wordsOf = new Map();
  for (const words of all(".prose [data-f]")) {
    for (const fact of words.dataset.f.split(" ")) {
      if (!wordsOf.has(fact)) wordsOf.set(fact, []);
      wordsOf.get(fact).push(words);
    }
  }

  // A long table shows its first rows; a button under it shows more. `fitting` passes the filters.
  const atOnce = 200;
  const tables = all("table.facts").map((table) => ({
    rows: all("tr.row", table),
    limit: atOnce,
    more: moreButton(table),
  }));
  const fitting = new Set(homes.values());

  function moreButton(table) {
    const button = document.createElement("button");
    button.type = "button";
    button.hidden = true;
    table.closest(".scroll").after(button);
    button.addEventListener("click", () => {
      tables.find((one) => one.more === button).limit += 5 * atOnce;
      show();
    });
    return button;
  }

  function showAll() {
    for (const table of tables) table.limit = Infinity;
    show();
  }

  function show() {
    for (const table of tables) {
      let count = 0;
      for (const row of table.rows) {
        const shows = fitting.has(row) && count++ < table.limit;
        if (row.hidden === shows) row.hidden = !shows;
      }
      const rest = count - table.limit;
      table.more.hidden = rest <= 0;
      table.more.textContent = `Show more facts (${rest} left)`;
    }
  }

  let chosen = [];
  let from = null;

  function bodyOf(fact) {
    const home = cards.get(fact) || homes.get(fact);
    const body = home.querySelector(".body").cloneNode(true);
    const title = document.createElement("h2");
    title.textContent = home.querySelector(".topic").textContent;
    title.dir = "auto";
    const part = document.createElement("div");
    part.dataset.fact = fact;
    part.append(title, body);
    return part;
  }

  // Mark the first fact's words, move every article to them, show why. Of `near`, which was
  // clicked, the article stays where it is; that of `at`, which was asked for, moves to it.
  function choose(facts, { near = null, at = null } = {}) {
    for (const words of chosen) words.classList.remove("chosen");
    chosen = wordsOf.get(facts[0]) || [];
    shown.replaceChildren(...facts.slice(0, 8).map(bodyOf));
    panel.dataset.fact = facts[0];
    panel.hidden = false;
    document.body.classList.add("choosing");
    for (const words of chosen) {
      words.classList.add("chosen");
      words.closest(".event").hidden = false;
    }
    const moved = new Set(near ? [near.closest(".text")] : []);
    for (const words of at ? [at, ...chosen] : chosen) {
      const text = words.closest(".text");
      if (moved.has(text)) continue;
      moved.add(text);
      const top = words.getBoundingClientRect().top - text.getBoundingClientRect().top;
      text.scrollTo({ top: text.scrollTop + top - text.clientHeight / 3 });
    }
    const target = at || chosen[0];
    if (near || !target) return;
    const texts = target.closest(".texts");
    bring(texts, "start");
    texts.scrollTo({ left: target.closest(".text").offsetLeft - texts.offsetLeft });
  }

  function close(back) {
    panel.hidden = true;
    document.body.classList.remove("choosing");
    for (const words of chosen) words.classList.remove("chosen");
    if (!back) {
      // Words of prose cannot have the focus; the article they stand in can.
      const target = from.matches("a, summary") ? from : from.closest(".text");
      target.focus({ preventScroll: true });
      return;
    }
    const home = homes.get(panel.dataset.fact);
    if (!fitting.has(home)) {
      filters.reset();
      filter();
    }
    if (home.hidden) showAll();
    const target = home.querySelector(".fact");
    target.focus();
    bring(target, "center");
  }

  function step(by) {
    const visible = [...homes.keys()].filter((fact) => fitting.has(homes.get(fact)));
    const place = visible.indexOf(panel.dataset.fact);
    const next = visible[(place + by + visible.length) % visible.length];
    if (next) choose([next]);
  }

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const button = event.target.closest("[data-do]");
    if (button) {
      const act = button.dataset.do;
      if (act === "close") close(false);
      else if (act === "back") close(true);
      else step(act === "next" ? 1 : -1);
      return;
    }
    const marked = event.target.closest(".prose [data-f]");
    if (marked) {
      event.preventDefault();
      from = marked;
      choose(marked.dataset.f.split(" "), { near: marked });
      return;
    }
    const words = event.target.closest("a.words");
    if (words) {
      const target = document.getElementById(words.hash.slice(1));
      if (!target) return;
      const { fact } = words.closest("[data-fact]").dataset;
      event.preventDefault();
      if (!words.closest("#panel")) from = words;
      choose([fact], { at: target });
      return;
    }
    const fact = event.target.closest(".fact");
    if (fact) {
      event.preventDefault();
      from = fact;
      choose([fact.closest("[data-fact]").dataset.fact]);
      shown.focus({ preventScroll: true });
    }
  });
  document.addEventListener("keydown", (event) => {
    if (panel.hidden) return;
    if (event.key === "Escape") close(false);
  });

  // Filters: one pass over the facts; the words of a fact are folded once, when first searched.
  const filters = document.getElementById("filters");
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
  const folded = new Map();
  const textOf = (home) => {
    let text = folded.get(home);
    if (text === undefined) {
      const card = cards.get(home.dataset.fact);
      text = fold(home.textContent + (card && card !== home ? card.textContent : ""));
      folded.set(home, text);
    }
    return text;
  };
  const cold = [...homes.values()];
  function warm(deadline) {
    while (cold.length && deadline.timeRemaining() > 2) textOf(cold.pop());
    if (cold.length) requestIdleCallback(warm);
  }
  filters.elements.text.addEventListener("focus", () => requestIdleCallback(warm), { once: true });
  // What holds facts and is not shown when none of them fits: headings with their lists, events.
  const held = (element) => ({
    element,
    entry: document.querySelector(`.contents [href="#${element.id}"]`)?.parentElement,
    homes: all("tr.row, article.card", element).map((one) => homes.get(one.dataset.fact)),
  });
  const parts = all(".part").map(held);
  const events = all("main > .event:not(#problems)").map(held);
  const firsts = all(".first li");
  const has = (list, item) => ` ${list}`.includes(` ${item} `);

  function filter() {
    const { text, verdict, kind, article, stance } = filters.elements;
    const wanted = fold(text.value).split(/\s+/).filter(Boolean);
    for (const [fact, home] of homes) {
      const data = home.dataset;
      const fits =
        (!verdict.value || data.verdict === verdict.value) &&
        (!kind.value || data.kind === kind.value) &&
        (!article.value || has(stance.value === "states" ? data.in : data.not, article.value)) &&
        (!wanted.length || wanted.every((word) => textOf(home).includes(word)));
      if (fits) fitting.add(home);
      else fitting.delete(home);
      const card = cards.get(fact);
      if (card && card.hidden === fits) card.hidden = !fits;
    }
    show();
    for (const { element, entry, homes: inside } of [...parts, ...events]) {
      element.hidden = fitting.size < homes.size && !inside.some((home) => fitting.has(home));
      if (entry) entry.hidden = element.hidden;
    }
    for (const line of firsts) line.hidden = !fitting.has(homes.get(line.dataset.fact));
    filters.elements.count.value = `${fitting.size} of ${homes.size} facts`;
  }

  let waiting = 0;
  const later = () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(filter);
  };
  filters.addEventListener("input", later);
  filters.addEventListener("reset", () => setTimeout(later));
  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.hidden = homes.size === 0;
  const { style } = document.documentElement;
  new ResizeObserver(() => style.setProperty("--bar", `${filters.offsetHeight}px`)).observe(filters);
  filter();
  document.documentElement.classList.remove("early");
  let opened = [];
  addEventListener("beforeprint", () => {
    showAll();
    opened = all("details.silence:not([open])");
    for (const part of opened) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of opened) part.open = false;
  });
})();
