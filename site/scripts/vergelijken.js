// The table of regions beside each other: choose which, and whether equal rows show. The choice stands in the address.

import { mijnRegios } from './mijn-regios.js';
import { maak } from './opmaak.js';
import { wortel } from './site.js';
import { kaal } from './taal.js';
import { aantal, zin } from './woorden.js';

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
    const koppen = ['Vraag', ...namen.map((naam) => titels.get(naam)), 'Landelijk'];
    const kop = maak('thead', {}, maak('tr', {}, koppen.map((tekst) => maak('th', { scope: 'col' }, tekst))));
    vak.querySelector('table').replaceChildren(kop, maak('tbody', {}, rijen.map((rij) => maakRij(rij, namen))));
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
  return maak('tr', { id: kaal(regel).replaceAll(' ', '-') }, maak('th', { scope: 'row' }, vraag),
    namen.map((naam) => maakCel(cellen[naam])), maak('td', {}, zin(landelijk)));
}

function maakCel(cel) {
  if (!cel) return maak('td', {}, rustig('zelfde'));
  const [soort, gevallen, meer, adres] = cel;
  const inhoud = [maak('span', { class: `label ${KLASSE[soort] ?? soort}` }, soort), ' '];
  for (const [woorden, voor] of gevallen) {
    inhoud.push(maak('a', { href: wortel + adres }, zin(woorden)));
    if (voor) inhoud.push(' ', rustig(`(${voor})`));
    inhoud.push(maak('br'));
  }
  if (meer) inhoud.push(rustig(`en ${aantal(meer, 'ander geval', 'andere gevallen')}`));
  return maak('td', {}, inhoud);
}

function rustig(tekst) {
  return maak('span', { class: 'rustig' }, tekst);
}
