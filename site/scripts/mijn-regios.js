// My regions: chosen once, kept on the device and in the address (?regios=a,b). Other pages follow the choice.

import { bewaar, lees } from './geheugen.js';
import { STANDAARD, haal, wegwijzer } from './ophalen.js';
import { maak } from './opmaak.js';
import { wortel } from './site.js';
import { vandaag } from './vandaag.js';
import { aantal } from './woorden.js';

const REGIOS = 'mijn-regios';
const BEZOEK = 'vorig-bezoek';
export const PARAMETER = 'regios';

/** Give the names of the chosen regions: those in the address, else those of this device. @returns {string[]} */
export function mijnRegios() {
  const inAdres = new URLSearchParams(location.search).get(PARAMETER);
  if (inAdres !== null) return inAdres.split(',').filter(Boolean);
  return lees(REGIOS) ?? [];
}

/** Show the bar in which readers choose their regions. Without a place on the page nothing happens. */
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
}

/** Say how much has changed in the chosen regions since the last visit. */
async function zegNieuws(plek, namen, regios) {
  const nu = vandaag();
  const bezoeken = lees(BEZOEK) ?? {};
  const delen = [];
  for (const naam of namen.filter((n) => n !== STANDAARD)) {
    const wijzigingen = await haal(`${naam}/wijzigingen.json`).catch(() => []);
    // A second time on the same day is still the same visit.
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

/** New is what was not there then, and what has begun since. */
function isNieuw({ id, dag }, vorige, nu) {
  return !vorige.gezien.includes(id) || (dag > vorige.dag && dag <= nu);
}
