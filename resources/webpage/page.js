// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";
for (const article of document.querySelectorAll("article.trace")) {
  const slider = article.querySelector("input[type=range]");
  const readout = article.querySelector(".readout");
  const table = article.querySelector(".map");
  const layers = Number(article.dataset.layers);

  const mark = (column) => {
    for (const old of article.querySelectorAll(".word.at, td.at")) {
      old.classList.remove("at");
    }
    if (column !== undefined) {
      for (const word of article.querySelectorAll('.word[data-column="' + column + '"]')) {
        word.classList.add("at");
      }
    }
  };
  const tell = (cell) => {
    const row = cell.parentElement;
    const head = row.querySelector("th").firstChild.textContent.trim();
    const word = table.querySelector('thead th[data-column="' + cell.dataset.column + '"]').textContent;
    readout.textContent = head + ", “" + word + "”: " + cell.textContent;
    mark(cell.dataset.column);
  };
  const rest = () => {
    const focused = table.contains(document.activeElement) ? document.activeElement : null;
    if (focused && focused.tagName === "TD") {
      tell(focused);
    } else {
      readout.textContent = readout.dataset.hint;
      mark(undefined);
    }
  };

  readout.hidden = false;
  rest();
  const cells = table.querySelectorAll("tbody td");
  if (cells.length > 0) {
    cells[0].tabIndex = 0;
  }
  table.addEventListener("mouseover", (event) => {
    const cell = event.target.closest("tbody td");
    if (cell) {
      tell(cell);
    }
  });
  table.addEventListener("mouseleave", rest);
  table.addEventListener("focusin", (event) => {
    if (event.target.tagName === "TD") {
      tell(event.target);
    }
  });
  table.addEventListener("focusout", () => setTimeout(rest));
  table.addEventListener("click", (event) => {
    const cell = event.target.closest("tbody td");
    if (cell) {
      go(cell);
    }
  });
  const go = (cell) => {
    for (const old of table.querySelectorAll("td[tabindex]")) {
      old.removeAttribute("tabindex");
    }
    cell.tabIndex = 0;
    cell.focus();
  };
  table.addEventListener("keydown", (event) => {
    const cell = event.target.closest("tbody td");
    if (!cell) {
      return;
    }
    const columns = [...cell.parentElement.querySelectorAll("td")];
    const at = columns.indexOf(cell);
    const inRow = (row) => row && row.querySelectorAll("td")[at];
    const forward = document.documentElement.dir === "rtl" ? -1 : 1;
    const next = {
      ArrowRight: columns[at + forward], ArrowLeft: columns[at - forward], Home: columns[0], End: columns.at(-1),
      ArrowDown: inRow(cell.parentElement.nextElementSibling), ArrowUp: inRow(cell.parentElement.previousElementSibling)
    };
    if (event.key in next) {
      event.preventDefault();
      if (next[event.key]) {
        go(next[event.key]);
      }
    }
  });
  for (const word of article.querySelectorAll(".word")) {
    word.addEventListener("mouseenter", () => {
      mark(word.dataset.column);
      for (const cell of table.querySelectorAll('tbody td[data-column="' + word.dataset.column + '"]')) {
        cell.classList.add("at");
      }
    });
    word.addEventListener("mouseleave", rest);
  }

  if (!slider) {
    continue;
  }
  const output = article.querySelector("output");
  const play = article.querySelector(".play");
  const show = () => {
    const layer = Number(slider.value);
    for (const word of article.querySelectorAll(".word")) {
      word.classList.toggle("away", "gone" in word.dataset && Number(word.dataset.gone) <= layer);
    }
    let now = null;
    for (const row of table.querySelectorAll("tr[data-layer]")) {
      const is = Number(row.dataset.layer) === layer;
      row.classList.toggle("now", is);
      now = is ? row : now;
    }
    article.classList.toggle("end", layer === layers);
    output.textContent = now ? now.dataset.step : output.dataset.start;
    slider.setAttribute("aria-valuetext", output.textContent);
  };
  let timer = 0;
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    play.textContent = play.dataset.play;
  };
  play.addEventListener("click", () => {
    if (timer !== 0) {
      stop();
      return;
    }
    play.textContent = play.dataset.pause;
    slider.value = Number(slider.value) >= layers ? 0 : slider.value;
    show();
    timer = setInterval(() => {
      slider.value = Number(slider.value) + 1;
      show();
      if (Number(slider.value) >= layers) {
        stop();
      }
    }, 900);
  });
  slider.addEventListener("input", () => {
    stop();
    show();
  });
  article.querySelector(".controls").hidden = false;
  // "#layer=3" opens the page there.
  const wanted = /[#&]layer=(\d+)/.exec(location.hash);
  slider.value = wanted ? wanted[1] : layers;
  show();
}

const theme = document.querySelector(".theme");
theme.hidden = false;
theme.addEventListener("click", () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
});
