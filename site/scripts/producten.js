// The table of product codes: filter, sort, and open a product at its own address (#code). The rows stand in the page
// already; the data file only adds what opens below them.

import { maak } from './opmaak.js';
import { kaal, woorden as woordenVan } from './taal.js';

// Columns that hold more than a text: by which value of the product they are sorted.
const SORTEER = { 2: 'sorteer', 3: 'sorteer_minuut', 8: 'sorteer_dag' };
// Made once: a comparison that looks its language up each time is many times slower.
const { compare: opAlfabet } = new Intl.Collator('nl');
let velden;
const formulier = document.getElementById('filters');
const lijf = document.getElementById('producten');

if (formulier && lijf) start();

async function start() {
  const telling = document.getElementById('telling');
  const antwoord = await fetch(formulier.dataset.bron);
  if (!antwoord.ok) return;
  const producten = await antwoord.json();
  const rijen = [...lijf.rows].map((rij, plek) => ({
    rij, plek, product: producten[plek], zoektekst: kaal(`${rij.textContent} ${producten[plek].groepen.join(' ')}`),
  }));
  const koppen = [...lijf.parentElement.tHead.rows[0].cells];
  let sortering = { kolom: -1, omlaag: false };

  function toon() {
    const wens = Object.fromEntries(new FormData(formulier));
    const woorden = woordenVan(wens.tekst ?? '');
    sluit();
    let aantal = 0;
    for (const { rij, product, zoektekst } of rijen) {
      const past = woorden.every((woord) => zoektekst.includes(woord))
        && (!wens.wet || product.wet.split(', ').includes(wens.wet))
        && (!wens.categorie || product.categorie === wens.categorie)
        && (!wens.groep || product.groepen.includes(wens.groep))
        && (!wens.nu || product.nu);
      if (rij.hidden === past) rij.hidden = !past;
      aantal += past;
    }
    telling.textContent = aantal === rijen.length ? '' : `${aantal} van ${rijen.length} producten`;
    if (!aantal) telling.textContent = 'Geen product gevonden. Haal een keuze weg, of zoek op een ander woord.';
    onthoud(wens);
  }

  function sorteer(kolom, omlaag) {
    sortering = { kolom, omlaag };
    const keer = omlaag ? -1 : 1;
    sluit();
    for (const rij of rijen) rij.waarde = rij.product[SORTEER[kolom]] ?? rij.rij.cells[kolom].textContent;
    rijen.sort((een, ander) => {
      const [a, b] = [een.waarde, ander.waarde];
      return keer * (typeof a === 'number' ? a - b : opAlfabet(a, b)) || een.plek - ander.plek;
    });
    lijf.append(...rijen.map(({ rij }) => rij));
    koppen.forEach((kop, plek) => {
      if (plek === kolom) kop.setAttribute('aria-sort', omlaag ? 'descending' : 'ascending');
      else kop.removeAttribute('aria-sort');
    });
  }

  function onthoud(wens) {
    const vraag = new URLSearchParams(Object.entries(wens).filter(([, waarde]) => waarde));
    if (sortering.kolom >= 0) vraag.set('op', `${sortering.omlaag ? '-' : ''}${sortering.kolom}`);
    const staart = vraag.size ? `?${vraag}` : location.pathname;
    history.replaceState(null, '', `${staart}${location.hash}`);
  }

  function sluit() {
    lijf.querySelectorAll('tr.detail').forEach((rij) => rij.remove());
    lijf.querySelectorAll('a[aria-expanded="true"]').forEach((link) => link.setAttribute('aria-expanded', 'false'));
  }

  function open() {
    sluit();
    const gekozen = rijen.find(({ rij }) => `#${rij.id}` === decodeURIComponent(location.hash));
    if (!gekozen) return;
    gekozen.rij.hidden = false;
    const inhoud = kaart(gekozen.product);
    gekozen.rij.after(maak('tr', { class: 'detail' }, maak('td', { colspan: koppen.length }, inhoud)));
    berichtvelden(gekozen.product.anker).then((lijst) => inhoud.append(...lijst));
    gekozen.rij.querySelector('a').setAttribute('aria-expanded', 'true');
    gekozen.rij.scrollIntoView({ block: 'nearest' });
  }

  koppen.forEach((kop, kolom) => {
    const knop = maak('button', { type: 'button', class: 'sorteer' }, kop.textContent);
    kop.replaceChildren(knop);
    knop.addEventListener('click', () => {
      sorteer(kolom, sortering.kolom === kolom && !sortering.omlaag);
      onthoud(Object.fromEntries(new FormData(formulier)));
    });
  });
  rijen.forEach(({ rij }) => rij.querySelector('a').setAttribute('aria-expanded', 'false'));
  lijf.addEventListener('click', (klik) => {
    // A second time on an open product closes it.
    const link = klik.target.closest('a[aria-expanded="true"]');
    if (!link) return;
    klik.preventDefault();
    sluit();
    history.replaceState(null, '', location.pathname + location.search);
  });
  formulier.addEventListener('input', toon);
  formulier.addEventListener('submit', (gebeurtenis) => gebeurtenis.preventDefault());
  addEventListener('hashchange', open);

  const vraag = new URLSearchParams(location.search);
  for (const veld of formulier.elements) {
    if (veld.type === 'checkbox') veld.checked = vraag.has(veld.name);
    else if (vraag.has(veld.name)) veld.value = vraag.get(veld.name);
  }
  const op = vraag.get('op') ?? '';
  if (/^-?\d+$/.test(op) && Math.abs(op) < koppen.length) sorteer(Math.abs(op), op.startsWith('-'));
  formulier.hidden = false;
  toon();
  open();
}

/** What a product has besides its row: the history of its tariffs, and the rest as a list of words. */
function kaart({ code, naam, minuut, tarieven, details }) {
  const perMinuut = `Tarief per minuut, afgeleid van het uurtarief: ${minuut.join(', ')}. Reken het bedrag van een declaratie uit met het uurtarief.`;
  return maak('div', {}, maak('h3', {}, `${code} ${naam}`), minuut.length ? maak('p', {}, perMinuut) : null,
    tarieven.length ? [maak('h4', {}, 'Tarieven'), maak('ul', {}, tarieven.map(tariefregel))] : null,
    details.length ? maak('dl', {}, details.flatMap(([term, waarde]) => [maak('dt', {}, term), maak('dd', {}, waarde)])) : null);
}

/** Wat er in de velden van berichten komt. De gegevens komen pas als iemand een product opent. */
async function berichtvelden(anker) {
  velden ??= fetch(formulier.dataset.velden).then((antwoord) => (antwoord.ok ? antwoord.json() : undefined)).catch(() => undefined);
  const gegevens = await velden;
  if (!gegevens) {
    velden = undefined;
    return [];
  }
  const [soort, eigen] = gegevens.van[anker];
  const nog = [...eigen];
  const regels = gegevens.soorten[soort].map(([bericht, element, tekst]) => [`${bericht} ${element}`, tekst ?? nog.shift()]);
  if (!regels.length) return [];
  return [maak('h4', {}, 'Velden in berichten'),
    maak('dl', {}, regels.flatMap(([term, tekst]) => [maak('dt', {}, term), maak('dd', {}, tekst)]))];
}

function tariefregel({ bedrag, kenmerk, wanneer, was, reden }) {
  return maak('li', {}, `${bedrag}${kenmerk ? ` (${kenmerk})` : ''} ${wanneer}`,
    was ? maak('span', {}, `. Eerst gepubliceerd als ${was}: ${reden}`) : null);
}
