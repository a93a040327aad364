// Which set holds for the chosen municipality or region. The choice stands in the page; the set comes from this site.

import { STANDAARD, indexVan } from './ophalen.js';
import { alinea, maak } from './opmaak.js';
import { onthouden } from './plek.js';

/**
 * @typedef {{index: import('./lezer.js').Index, feiten: import('./lezer.js').Feiten, onbekend: boolean, wet: string,
 *   sleutel: string, perWet: boolean}} Plaats  onbekend: a municipality of which we have no protocol (for this law);
 *   perWet: the municipality buys elsewhere per law, so the law matters
 */

/**
 * Fetch the set of what is chosen in a list. A municipality is also a fact.
 * @param {HTMLSelectElement} keuzelijst @param {string} [wet]  empty when nobody knows it @returns {Promise<Plaats>}
 */
export async function gekozen(keuzelijst, wet = '') {
  const { sets: perWet = '', gemeente } = keuzelijst.selectedOptions[0]?.dataset ?? {};
  const namen = new Map(perWet.split(' ').filter(Boolean).map((paar) => /** @type {[string, string]} */ (paar.split(':'))));
  const [eerste] = namen.values();
  const naam = (wet ? namen.get(wet) : eerste) ?? STANDAARD;
  return {
    index: await indexVan(naam),
    feiten: gemeente ? { gemeente: [gemeente] } : {},
    onbekend: Boolean(gemeente) && naam === STANDAARD,
    wet: namen.size ? wet : '',
    sleutel: naam,
    perWet: Boolean(gemeente) && (namen.size === 1 || new Set(namen.values()).size > 1),
  };
}

/** Choose the municipality or region that the start page remembered, when nothing is chosen yet. */
export function kiesOnthouden(keuzelijst) {
  const { gemeente, regio } = onthouden();
  const keuze = gemeente || (regio ? `regio:${regio}` : '');
  if ([...keuzelijst.options].some(({ value }) => value === keuze)) keuzelijst.value = keuze;
}

/** Say so when we have no protocol of this municipality; otherwise nothing. @param {Plaats} plaats */
export function voorbehoud({ onbekend, index, wet }) {
  if (onbekend) {
    const waarvoor = wet ? ` voor de ${wet === 'Jw' ? 'Jeugdwet' : wet}` : '';
    return maak('div', { class: 'let' }, alinea(`Van deze gemeente hebben we${waarvoor} nog geen protocol. Hieronder `
      + 'staat de landelijke afspraak. De regio kan iets anders hebben afgesproken. Vraag het na bij de gemeente.'));
  }
  if (index.set.status === 'voorbeeld') {
    return maak('div', { class: 'let' }, alinea('Deze regio is verzonnen, om te laten zien hoe het werkt.'));
  }
  return null;
}
