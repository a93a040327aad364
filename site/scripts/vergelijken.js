// The table of regions beside each other: choose which, and whether equal rows show. The choice stands in the address.

import { mijnRegios } from './mijn-regios.js';
import { wortel } from './site.js';

const HOOGSTENS = 5;
const KLASSE = { 'in strijd': 'strijd' };
const formulier = document.getElementById('vergelijk');
const stand = document.getElementById('stand');
const vak = document.getElementById('matrix');

start();

async function start() {
  const antwoord = await fetch(formulier.dataset.bron);
  if (!antwoord.ok) return;
  const { regios, regels } = await antwoord.json();
  const titels = new Map(regios);
  const vinkjes = [...formulier.querySelectorAll('[name="regio"]')];
  const adres = new URLSearchParams(location.search);
  const eerder = adres.has('regios') ? adres.get('regios').split(',') : mijnRegios();
  const begin = eerder.filter((naam) => titels.has(naam));
  const gekozen = begin.length ? begin : regios.slice(0, HOOGSTENS).map(([naam]) => naam);
  vinkjes.forEach((vinkje) => { vinkje.checked = gekozen.includes(vinkje.value); });
  formulier.elements.alles.checked = adres.has('alles');
  formulier.hidden = false;

  function toon() {
    const namen = vinkjes.filter((vinkje) => vinkje.checked).map((vinkje) => vinkje.value);
    const alles = formulier.elements.alles.checked;
    const rijen = regels.filter(({ cellen }) => alles || namen.some((naam) => naam in cellen));
    const lijf = maak('tbody');
    rijen.forEach((rij) => lijf.append(maakRij(rij, namen)));
    const kop = maak('tr', '', ...['Vraag', 'Landelijk', ...namen.map((naam) => titels.get(naam))].map(kopcel));
    vak.querySelector('table').replaceChildren(maak('thead', '', kop), lijf);
    document.getElementById('gelijk').hidden = alles;
    stand.textContent = namen.length ? `${rijen.length} van ${regels.length} vragen` : 'Kies minstens één regio.';
    const vraag = new URLSearchParams({ regios: namen.join(',') });
    if (alles) vraag.set('alles', '1');
    history.replaceState(null, '', `?${vraag}${location.hash}`);
  }

  formulier.addEventListener('change', toon);
  formulier.addEventListener('submit', (gebeurtenis) => gebeurtenis.preventDefault());
  toon();
}

function maakRij({ regel, vraag, landelijk, cellen }, namen) {
  const rij = maak('tr', '', maak('th', vraag), maak('td', zin(landelijk)), ...namen.map((naam) => maakCel(cellen[naam])));
  rij.id = regel.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  rij.cells[0].scope = 'row';
  return rij;
}

function maakCel(cel) {
  if (!cel) return maak('td', '', klas(maak('span', 'zelfde'), 'rustig'));
  const [soort, gevallen, meer, adres] = cel;
  const inhoud = [klas(maak('span', soort), `label ${KLASSE[soort] ?? soort}`), ' '];
  for (const [woorden, voor] of gevallen) {
    const link = maak('a', zin(woorden));
    link.href = wortel + adres;
    inhoud.push(link);
    if (voor) inhoud.push(' ', klas(maak('span', `(${voor})`), 'rustig'));
    inhoud.push(maak('br'));
  }
  if (meer) inhoud.push(klas(maak('span', `en ${meer} ${meer === 1 ? 'ander geval' : 'andere gevallen'}`), 'rustig'));
  return maak('td', '', ...inhoud);
}

function kopcel(tekst) {
  const cel = maak('th', tekst);
  cel.scope = 'col';
  return cel;
}

function maak(naam, tekst = '', ...kinderen) {
  const element = document.createElement(naam);
  if (tekst) element.textContent = tekst;
  element.append(...kinderen);
  return element;
}

function klas(element, namen) {
  element.className = namen;
  return element;
}

function zin(tekst) {
  return tekst.slice(0, 1).toUpperCase() + tekst.slice(1);
}
