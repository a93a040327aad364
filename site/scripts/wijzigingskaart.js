// What changes in a region this year: the number first, then the next one and the last one.

import { haal } from './ophalen.js';
import { kaart, maak } from './opmaak.js';
import { wortel } from './site.js';
import { aantal, datumKort } from './woorden.js';

const HOOGSTENS = 5;
const PAD = 'wijzigingen/';

/** Tell whether a page shows the changes of a region. */
export function gaatOverWijzigingen({ soort, pad }) {
  return soort === 'tab' && pad.endsWith(`/${PAD}`);
}

/** Make the card with the changes of the year of this day. */
export async function wijzigingskaart({ pad }, { plek, op, adres }) {
  const jaar = op.slice(0, 4);
  const alle = await haal(`${plek.regio}/wijzigingen.json`).catch(() => []);
  const ditJaar = alle.filter(({ dag }) => dag.startsWith(jaar));
  const straks = alle.filter(({ dag }) => dag > op);
  const eerder = alle.filter(({ dag }) => dag <= op && (!ditJaar.length || dag.startsWith(jaar)));
  const eerst = [...straks, ...eerder.reverse()].slice(0, HOOGSTENS);
  const kop = ditJaar.length ? `${aantal(ditJaar.length, 'wijziging', 'wijzigingen')} in ${jaar}.` : `Geen wijzigingen in ${jaar}.`;
  return kaart('', straks.length ? `${kop} Er ${straks.length === 1 ? 'komt er nog 1' : `komen er nog ${straks.length}`}.` : kop,
    maak('ul', { class: 'ook' }, eerst.map(({ dag, wat, was, wordt, voor }) => maak('li', {},
      maak('b', {}, `${datumKort(dag)}: ${wat}`), voor ? ` (${voor})` : '', `. Was: ${was || 'niets'}. Wordt: ${wordt || 'niets'}.`))),
    maak('p', { class: 'bron' }, maak('a', { href: wortel + pad }, 'alle wijzigingen, met was en wordt'), ' · ',
      maak('a', { href: adres({}), 'data-deel': true }, 'deel dit antwoord')));
}
