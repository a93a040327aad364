// Gegevens van deze site zelf, elk hoogstens één keer opgehaald.

import { maakIndex } from './lezer.js';
import { wortel } from './site.js';

export const STANDAARD = 'standaard';
export const LAADFOUT = 'De afspraken zijn niet geladen. Controleer uw verbinding en probeer het opnieuw.';
const opgehaald = new Map();

/** Haal een gegevensbestand van deze site. */
export function haal(pad, maak = (gegevens) => gegevens) {
  if (!opgehaald.has(pad)) {
    const komt = fetch(`${wortel}data/${pad}`).then((antwoord) => {
      if (!antwoord.ok) throw new TypeError(`${pad}: ${antwoord.status}`);
      return antwoord.json();
    }).then(maak);
    // Wat niet lukte, kan een volgende keer wel lukken.
    komt.catch(() => opgehaald.delete(pad));
    opgehaald.set(pad, komt);
  }
  return opgehaald.get(pad);
}

/** Haal alles wat een naam heeft. */
export function wegwijzer() {
  return haal('wegwijzer.json');
}

/** Haal de namen die alleen deze regio heeft (of de landelijke standaard), en waar haar regels staan. */
export function regiowijzer(regio) {
  return haal(`${regio || STANDAARD}/wegwijzer.json`);
}

/** Haal de set van een regio, of de landelijke standaard. @returns {Promise<import('./lezer.js').Index>} */
export function indexVan(regio) {
  return haal(`${regio || STANDAARD}/parameterset.json`, maakIndex);
}
