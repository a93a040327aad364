// Choose which rows of a table show. The choice stands in the address; without a script all rows are there.

import { aantal } from './woorden.js';

/** Tell whether a row belongs to a choice. A row that names no law holds for every law. */
function hoort(rij, naam, waarde) {
  const eigen = rij.dataset[naam] ?? '';
  if (!waarde || (naam === 'wet' && !eigen)) return true;
  return eigen === waarde || eigen.split(' ').includes(waarde);
}

/** Let a form with lists sift a table. */
function zeef(formulier) {
  const rijen = [...document.querySelectorAll(`#${formulier.dataset.filter} tbody tr`)];
  const telling = formulier.querySelector('[role="status"]');
  const [enkel, meer] = telling.dataset.telling.split(' ');
  const lijsten = [...formulier.querySelectorAll('select')];

  function pasToe() {
    let over = 0;
    // A row that does not hold on this day does not count.
    const zichtbaar = rijen.filter((rij) => !rij.hidden);
    for (const rij of zichtbaar) {
      const past = lijsten.every(({ name, value }) => hoort(rij, name, value));
      rij.classList.toggle('weg', !past);
      over += Number(past);
    }
    telling.textContent = aantal(over, enkel, meer) + (over === zichtbaar.length ? '' : ` van de ${zichtbaar.length}`);
  }

  function bewaar() {
    const adres = new URL(location.href);
    for (const { name, value } of lijsten) {
      if (value) adres.searchParams.set(name, value);
      else adres.searchParams.delete(name);
    }
    history.replaceState(null, '', adres);
  }

  function toonDoel() {
    const doel = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!doel || !doel.classList.contains('weg')) return;
    // An address of a row shows that row, whatever was chosen.
    lijsten.forEach((lijst) => { lijst.value = ''; });
    pasToe();
    doel.scrollIntoView();
  }

  const staat = new URL(location.href).searchParams;
  for (const lijst of lijsten) {
    const gevraagd = staat.get(lijst.name);
    if ([...lijst.options].some(({ value }) => value === gevraagd)) lijst.value = gevraagd;
  }
  formulier.addEventListener('change', () => { pasToe(); bewaar(); });
  formulier.addEventListener('submit', (gebeurtenis) => gebeurtenis.preventDefault());
  addEventListener('hashchange', toonDoel);
  addEventListener('peildag', pasToe);
  formulier.hidden = false;
  pasToe();
  toonDoel();
}

document.querySelectorAll('form[data-filter]').forEach(zeef);
