// Data of this site itself, each fetched at most once.

import { maakIndex } from './lezer.js';
import { wortel } from './site.js';

export const STANDAARD = 'standaard';
export const LAADFOUT = 'De afspraken zijn niet geladen. Controleer uw verbinding en probeer het opnieuw.';
const opgehaald = new Map();

/** Fetch a data file of this site. */
export function haal(pad, maak = (gegevens) => gegevens) {
  if (!opgehaald.has(pad)) {
    const komt = fetch(`${wortel}data/${pad}`).then((antwoord) => {
      if (!antwoord.ok) throw new TypeError(`${pad}: ${antwoord.status}`);
      return antwoord.json();
    }).then(maak);
    // What failed may succeed the next time.
    komt.catch(() => opgehaald.delete(pad));
    opgehaald.set(pad, komt);
  }
  return opgehaald.get(pad);
}

/** Fetch everything that has a name. */
export function wegwijzer() {
  return haal('wegwijzer.json');
}

/** Fetch the names that only this region has (or the national standard), and where its rules stand. */
export function regiowijzer(regio) {
  return haal(`${regio || STANDAARD}/wegwijzer.json`);
}

/** Fetch the set of a region, or of the national standard. @returns {Promise<import('./lezer.js').Index>} */
export function indexVan(regio) {
  return haal(`${regio || STANDAARD}/parameterset.json`, maakIndex);
}
