// Kies welke rijen van een tabel u ziet. De keuze staat in het adres; zonder script staan alle rijen er.

import { aantal } from './woorden.js';

/** Zeg of een rij bij een keuze hoort. Een rij die geen wet noemt, geldt voor elke wet. */
function hoort(rij, naam, waarde) {
  const eigen = rij.dataset[naam] ?? '';
  if (!waarde || (naam === 'wet' && !eigen)) return true;
  return eigen === waarde || eigen.split(' ').includes(waarde);
}

/** Laat een formulier met keuzelijsten een tabel zeven. */
function zeef(formulier) {
  const rijen = [...document.querySelectorAll(`#${formulier.dataset.filter} tbody tr`)];
  const telling = formulier.querySelector('[role="status"]');
  const [enkel, meer] = telling.dataset.telling.split(' ');
  const lijsten = [...formulier.querySelectorAll('select')];

  function pasToe() {
    let over = 0;
    // Een rij die op deze dag niet geldt, telt niet mee.
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
    // Een adres van een rij laat die rij zien, wat er ook gekozen was.
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
