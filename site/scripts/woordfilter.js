// Make a table shorter with a word. Without a script everything is there.

import { kaal } from './taal.js';
import { aantal } from './woorden.js';

for (const balk of document.querySelectorAll('[data-filter]')) {
  const veld = balk.querySelector('input');
  const stand = balk.querySelector('[role="status"]');
  const rijen = [...document.querySelectorAll(`#${balk.dataset.filter} tbody tr`)];
  const teksten = new Map(rijen.map((rij) => [rij, kaal(rij.textContent)]));
  const filter = () => {
    const gezocht = kaal(veld.value);
    let over = 0;
    for (const rij of rijen) {
      rij.hidden = !teksten.get(rij).includes(gezocht);
      if (!rij.hidden) over += 1;
    }
    stand.textContent = gezocht ? aantal(over, balk.dataset.enkel, balk.dataset.meer) : '';
  };
  balk.hidden = false;
  veld.addEventListener('input', filter);
  if (veld.value) filter();
}
