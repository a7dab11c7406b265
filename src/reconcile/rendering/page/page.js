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
  const order = [];
  const rowOf = new Map();
  for (const row of rows) {
    order.push(row.dataset.fact);
    rowOf.set(row.dataset.fact, row);
  }
  for (const fact of cards.keys()) if (!rowOf.has(fact)) order.push(fact);

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
  const fitting = new Set(rows);

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
    const home = cards.get(fact) || rowOf.get(fact);
    const body = home.querySelector(".body").cloneNode(true);
    const title = document.createElement("h2");
    title.textContent = home.querySelector("h4, summary > span:last-child").textContent;
    title.dir = "auto";
    const part = document.createElement("div");
    part.append(title, body);
    return part;
  }

  // Mark a fact's words, move every article to them, show why; `near` is left where it is.
  function choose(facts, { near = null, scroll = true } = {}) {
    for (const words of chosen) words.classList.remove("chosen");
    const first = facts[0];
    chosen = facts.flatMap((fact) => wordsOf.get(fact) || []);
    const done = new Set();
    for (const words of wordsOf.get(first) || []) {
      words.classList.add("chosen");
      const text = words.closest(".text");
      if (done.has(text)) continue;
      done.add(text);
      if (near && text.contains(near)) continue;
      const top = words.getBoundingClientRect().top - text.getBoundingClientRect().top;
      text.scrollTo({ top: text.scrollTop + top - text.clientHeight / 3 });
    }
    shown.replaceChildren(...facts.slice(0, 8).map(bodyOf));
    panel.dataset.fact = first;
    panel.hidden = false;
    document.body.classList.add("choosing");
    if (scroll && chosen.length) {
      const texts = (near || chosen[0]).closest(".texts");
      bring(texts, "start");
      const text = (near || chosen[0]).closest(".text");
      texts.scrollTo({ left: text.offsetLeft - texts.offsetLeft });
    }
  }

  function close(back) {
    panel.hidden = true;
    document.body.classList.remove("choosing");
    for (const words of chosen) words.classList.remove("chosen");
    const home = back ? rowOf.get(panel.dataset.fact) || cards.get(panel.dataset.fact) : from;
    if (back && home.hidden && fitting.has(home)) showAll();
    if (home && home.isConnected) {
      const target = home.matches("a, summary, button") ? home : home.querySelector(".fact");
      target.focus({ preventScroll: !back });
      if (back) bring(target, "center");
    }
  }

  function step(by) {
    const visible = order.filter((fact) => !rowOf.has(fact) || fitting.has(rowOf.get(fact)));
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
      choose(marked.dataset.f.split(" "), { near: marked, scroll: false });
      return;
    }
    const words = event.target.closest("a.words");
    if (words) {
      const target = document.getElementById(words.hash.slice(1));
      const home = words.closest("[data-fact]");
      const fact = home ? home.dataset.fact : target && target.dataset.f.split(" ")[0];
      if (!target || !fact) return;
      event.preventDefault();
      if (!words.closest("#panel")) from = words;
      choose([fact]);
      const text = target.closest(".text");
      text.closest(".texts").scrollTo({ left: text.offsetLeft - text.parentElement.offsetLeft });
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

  // Filters: one pass over the rows; the words of a row are folded once, when first searched.
  const filters = document.getElementById("filters");
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
  const folded = new Map();
  const textOf = (row) => {
    let text = folded.get(row);
    if (text === undefined) {
      const card = cards.get(row.dataset.fact);
      text = fold(row.textContent + (card ? card.textContent : ""));
      folded.set(row, text);
    }
    return text;
  };
  const cold = [...rows];
  function warm(deadline) {
    while (cold.length && deadline.timeRemaining() > 2) textOf(cold.pop());
    if (cold.length) requestIdleCallback(warm);
  }
  filters.elements.text.addEventListener("focus", () => requestIdleCallback(warm), { once: true });
  const has = (list, item) => ` ${list}`.includes(` ${item} `);

  function filter() {
    const { text, verdict, kind, article, stance } = filters.elements;
    const wanted = fold(text.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const data = row.dataset;
      const fits =
        (!verdict.value || data.verdict === verdict.value) &&
        (!kind.value || data.kind === kind.value) &&
        (!article.value || has(stance.value === "states" ? data.in : data.not, article.value)) &&
        (!wanted.length || wanted.every((word) => textOf(row).includes(word)));
      if (fits) fitting.add(row);
      else fitting.delete(row);
      const card = cards.get(data.fact);
      if (card && card.hidden === fits) card.hidden = !fits;
      count += fits;
    }
    show();
    filters.elements.count.value = `${count} of ${rows.length} facts`;
  }

  let waiting = 0;
  const later = () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(filter);
  };
  filters.addEventListener("input", later);
  filters.addEventListener("reset", () => setTimeout(later));
  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.hidden = rows.length === 0;
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
