// Two comforts: ids are copied with one click, and columns stay as wide as somebody drew them. And the map's counts are put
// where the boxes are. Everything works without; nothing of a patient is kept here.
(() => {
  'use strict';

  document.addEventListener('click', event => {
    const button = event.target.closest('button.copy');
    if (!button || !navigator.clipboard) return;
    navigator.clipboard.writeText(button.dataset.copy).then(() => {
      button.classList.add('copied');
      const said = document.getElementById('said');
      if (said) said.textContent = 'Copied';
      setTimeout(() => {
        button.classList.remove('copied');
        if (said) said.textContent = '';
      }, 1200);
    });
  });

  const key = head => 'chartroom-width ' + head.closest('table').dataset.table + ' ' + head.dataset.column;

  const widths = new ResizeObserver(entries => {
    for (const entry of entries) {
      const drawn = entry.target.style.width;
      if (drawn) localStorage.setItem(key(entry.target.closest('th')), drawn);
    }
  });

  const prepare = () => {
    for (const head of document.querySelectorAll('th[data-column]')) {
      const width = head.querySelector('.width');
      const kept = localStorage.getItem(key(head));
      if (kept) width.style.width = kept;
      widths.observe(width);
    }
    const menu = document.querySelector('details.menu');
    if (menu && matchMedia('(max-width: 820px)').matches) menu.open = false;
  };

  const count = () => {
    for (const tally of document.querySelectorAll('#tallies [data-table]'))
      for (const place of ['count-', 'words-']) {
        const text = document.getElementById(place + tally.dataset.table);
        if (text) text.textContent = tally.dataset.rows;
      }
  };

  document.addEventListener('htmx:afterSettle', count);
  prepare();
})();
