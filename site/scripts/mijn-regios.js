// Mijn regio's: één keer gekozen, bewaard op het apparaat en in het adres (?regios=a,b). Andere pagina's volgen de keuze.

import { STANDAARD, haal, wegwijzer } from './ophalen.js';
import { maak } from './opmaak.js';
import { wortel } from './site.js';
import { aantal } from './woorden.js';

const REGIOS = 'mijn-regios';
const BEZOEK = 'vorig-bezoek';
const PARAMETER = 'regios';
const luisteraars = new Set();

/** Geef de namen van de gekozen regio's: die in het adres, anders die van dit apparaat. @returns {string[]} */
export function mijnRegios() {
  const inAdres = new URLSearchParams(location.search).get(PARAMETER);
  if (inAdres !== null) return inAdres.split(',').filter(Boolean);
  return lees(REGIOS) ?? [];
}

/** Roep dit aan bij elke verandering van de keuze, met de nieuwe namen. */
export function bijWijziging(doe) {
  luisteraars.add(doe);
}

/** Laat de balk zien waarin u uw regio's kiest. Zonder plek op de pagina gebeurt er niets. */
export async function toonMijnRegios(plek) {
  if (!plek) return;
  const { regios } = await wegwijzer();
  const gekozen = mijnRegios().filter((naam) => regios.some(({ regio }) => regio === naam));
  const vakjes = regios.map(({ regio, naam }) => maak('label', { class: 'keuze' },
    maak('input', { type: 'checkbox', value: regio, checked: gekozen.includes(regio) }), ` ${naam}`));
  const samenvatting = maak('summary', {}, opschrift(gekozen, regios));
  const nieuws = maak('p', { class: 'nieuws' });
  const balk = maak('details', { class: 'mijn-regios' }, samenvatting,
    maak('fieldset', {}, maak('legend', {}, 'Kies de regio\'s waarmee u werkt. De keuze blijft op dit apparaat.'), vakjes));
  balk.addEventListener('change', async () => {
    const nieuw = [...balk.querySelectorAll('input:checked')].map(({ value }) => value);
    kies(nieuw);
    samenvatting.textContent = opschrift(nieuw, regios);
    await zegNieuws(nieuws, nieuw, regios);
  });
  plek.replaceChildren(balk, nieuws);
  await zegNieuws(nieuws, gekozen, regios);
}

function opschrift(gekozen, regios) {
  if (!gekozen.length) return 'Mijn regio\'s: kies uw regio\'s';
  return `Mijn regio's: ${gekozen.map((naam) => regios.find(({ regio }) => regio === naam)?.naam ?? naam).join(', ')}`;
}

function kies(namen) {
  bewaar(REGIOS, namen);
  const adres = new URL(location.href);
  if (namen.length) adres.searchParams.set(PARAMETER, namen.join(','));
  else adres.searchParams.delete(PARAMETER);
  history.replaceState(null, '', adres);
  luisteraars.forEach((doe) => doe(namen));
}

/** Zeg hoeveel er sinds het vorige bezoek is veranderd in de gekozen regio's. */
async function zegNieuws(plek, namen, regios) {
  const vandaag = new Date().toLocaleDateString('sv-SE');
  const bezoek = lees(BEZOEK) ?? {};
  const delen = [];
  for (const naam of namen.filter((n) => n !== STANDAARD)) {
    const sinds = bezoek[naam]?.tot ?? bezoek[naam]?.dag;
    const wijzigingen = await haal(`${naam}/wijzigingen.json`).catch(() => null);
    const nieuw = sinds ? nieuwSinds(wijzigingen, sinds) : 0;
    if (nieuw) {
      const titel = regios.find(({ regio }) => regio === naam)?.naam ?? naam;
      delen.push(maak('a', { href: `${wortel}regios/${naam}/wijzigingen/` },
        `${titel}: ${aantal(nieuw, 'wijziging', 'wijzigingen')}`));
    }
    // Vandaag telt pas mee bij een bezoek op een andere dag.
    if (bezoek[naam]?.dag !== vandaag) bezoek[naam] = { dag: vandaag, tot: bezoek[naam]?.dag };
  }
  bewaar(BEZOEK, bezoek);
  plek.replaceChildren(...(delen.length
    ? ['Nieuw sinds uw vorige bezoek: ', ...delen.flatMap((deel, i) => (i ? [', ', deel] : [deel]))] : []));
}

/** Tel de wijzigingen die na een dag bekend werden of ingingen. */
function nieuwSinds(wijzigingen, sinds) {
  const lijst = Array.isArray(wijzigingen) ? wijzigingen : wijzigingen?.wijzigingen ?? [];
  return lijst.filter(({ bekend, vanaf }) => (bekend ?? vanaf ?? '') > sinds).length;
}

function lees(sleutel) {
  try {
    return JSON.parse(localStorage.getItem(sleutel));
  } catch {
    return null;
  }
}

function bewaar(sleutel, waarde) {
  try {
    localStorage.setItem(sleutel, JSON.stringify(waarde));
  } catch {
    // Zonder opslag blijft de keuze alleen in het adres.
  }
}
