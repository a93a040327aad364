// Welke set geldt voor de gekozen gemeente of regio. De keuze staat in de pagina; de set komt van deze site zelf.

import { STANDAARD, indexVan } from './ophalen.js';
import { alinea, maak } from './opmaak.js';
import { onthouden } from './plek.js';

/**
 * @typedef {{index: import('./lezer.js').Index, feiten: import('./lezer.js').Feiten, onbekend: boolean, wet: string,
 *   sleutel: string, perWet: boolean}} Plaats  onbekend: een gemeente waarvan we (voor deze wet) geen protocol hebben;
 *   perWet: de gemeente koopt per wet ergens anders in, dus de wet maakt uit
 */

/**
 * Haal de set van wat gekozen is in een keuzelijst. Een gemeente is ook een feit.
 * @param {HTMLSelectElement} keuzelijst @param {string} [wet]  leeg als niemand die weet @returns {Promise<Plaats>}
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

/** Kies de gemeente of regio die op de beginpagina is onthouden, als er nog niets is gekozen. */
export function kiesOnthouden(keuzelijst) {
  const { gemeente, regio } = onthouden();
  const keuze = gemeente || (regio ? `regio:${regio}` : '');
  if ([...keuzelijst.options].some(({ value }) => value === keuze)) keuzelijst.value = keuze;
}

/** Zeg het als we van deze gemeente geen protocol hebben; anders niets. @param {Plaats} plaats */
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
