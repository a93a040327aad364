// Mijn regio's: één keer gekozen, bewaard op het apparaat en in het adres (?regios=a,b). Andere pagina's volgen de keuze.

import { bewaar, lees } from './geheugen.js';
import { STANDAARD, haal, wegwijzer } from './ophalen.js';
import { maak } from './opmaak.js';
import { wortel } from './site.js';
import { vandaag } from './vandaag.js';
import { aantal } from './woorden.js';

const REGIOS = 'mijn-regios';
const BEZOEK = 'vorig-bezoek';
export const PARAMETER = 'regios';
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
  const nu = vandaag();
  const bezoeken = lees(BEZOEK) ?? {};
  const delen = [];
  for (const naam of namen.filter((n) => n !== STANDAARD)) {
    const wijzigingen = await haal(`${naam}/wijzigingen.json`).catch(() => []);
    // Een tweede keer op dezelfde dag is nog hetzelfde bezoek.
    const vorige = bezoeken[naam]?.dag === nu ? bezoeken[naam].vorige : bezoeken[naam];
    const nieuw = vorige ? wijzigingen.filter((w) => isNieuw(w, vorige, nu)).length : 0;
    if (nieuw) {
      const titel = regios.find(({ regio }) => regio === naam)?.naam ?? naam;
      delen.push(maak('a', { href: `${wortel}regios/${naam}/wijzigingen/` },
        `${titel}: ${aantal(nieuw, 'wijziging', 'wijzigingen')}`));
    }
    bezoeken[naam] = {
      dag: nu, gezien: wijzigingen.map(({ id }) => id), vorige: vorige && { dag: vorige.dag, gezien: vorige.gezien },
    };
  }
  bewaar(BEZOEK, bezoeken);
  plek.replaceChildren(...(delen.length
    ? ['Nieuw sinds uw vorige bezoek: ', ...delen.flatMap((deel, i) => (i ? [', ', deel] : [deel]))] : []));
}

/** Nieuw is wat er toen nog niet stond, en wat sindsdien is ingegaan. */
function isNieuw({ id, dag }, vorige, nu) {
  return !vorige.gezien.includes(id) || (dag > vorige.dag && dag <= nu);
}
