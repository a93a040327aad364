// Working days and terms. The free days are in the set; the day of the event itself does not count.

import { TeVer, delen, laatsteVanMaand, plusDagen, plusMaanden, weekdag } from './datums.js';

/**
 * @typedef {{jaren: number, maanden: number, einde_maand: boolean, volledige_kalendermaanden: number, weken: number,
 *   dagen: number, werkdagen: number}} Duur  the calendar parts first, the largest first; then the working days
 * @typedef {{vrijeDagen: Map<string, string>, eersteJaar: number, laatsteJaar: number}} Kalender
 * @typedef {{datum: string, naKalenderdeel: string, werkdagen: string[], overgeslagen: [string, string][],
 *   valtOpVrijeDag: string | null, verschovenVan: string | null}} Berekend
 */

const ZATERDAG = 6;
const WEEK = 7;
const JAAR = 12;

/** A day lies outside the years whose free days we know. */
export class BuitenKalender extends Error {}

/**
 * Make the calendar that is in the set.
 * @returns {Kalender}
 */
export function kalenderVan(set) {
  const { eerste_jaar: eersteJaar, laatste_jaar: laatsteJaar, vrije_dagen: vrij } = set.kalender;
  return { eersteJaar, laatsteJaar, vrijeDagen: new Map(vrij.map((d) => [d.datum, d.naam])) };
}

/** Say why this day is no working day ('zaterdag', 'Koningsdag'), or null when it is one. Throws BuitenKalender. */
export function redenVrij(kalender, dag) {
  const [jaar] = delen(dag);
  if (jaar < kalender.eersteJaar || jaar > kalender.laatsteJaar) {
    throw new BuitenKalender(`${jaar} valt buiten ${kalender.eersteJaar} tot en met ${kalender.laatsteJaar}`);
  }
  const naam = kalender.vrijeDagen.get(dag);
  if (naam !== undefined) return naam;
  const nummer = weekdag(dag);
  if (nummer < ZATERDAG) return null;
  return nummer === ZATERDAG ? 'zaterdag' : 'zondag';
}

/** Tell whether a duration has more than working days. */
export function heeftKalenderdeel(duur) {
  return Object.entries(duur).some(([deel, waarde]) => deel !== 'werkdagen' && Boolean(waarde));
}

/**
 * Work out the last day of a term after an event, or the last day before it. Throws BuitenKalender.
 * @param {string} gebeurtenis
 * @param {Duur} duur
 * @param {Kalender} kalender
 * @param {{richting?: string, vrijeDag?: string}} [hoe]
 * @returns {Berekend}
 */
export function bereken(gebeurtenis, duur, kalender, { richting = 'na', vrijeDag = 'niet afgesproken' } = {}) {
  const teken = richting === 'na' ? 1 : -1;
  try {
    const naKalenderdeel = kalenderdeel(gebeurtenis, duur, teken);
    const geteld = telWerkdagen(naKalenderdeel, duur.werkdagen, teken, kalender);
    const vrij = redenVrij(kalender, geteld.dag);
    const berekend = {
      datum: geteld.dag, naKalenderdeel, werkdagen: geteld.werkdagen, overgeslagen: geteld.overgeslagen,
      valtOpVrijeDag: vrij, verschovenVan: null,
    };
    if (vrij === null || vrijeDag !== 'schuift door') return berekend;
    return { ...berekend, datum: schuif(geteld.dag, teken, kalender), verschovenVan: geteld.dag };
  } catch (fout) {
    if (fout instanceof TeVer) throw new BuitenKalender(fout.message);
    throw fout;
  }
}

function schuif(dag, teken, kalender) {
  let verschoven = dag;
  while (redenVrij(kalender, verschoven) !== null) verschoven = plusDagen(verschoven, teken);
  return verschoven;
}

function kalenderdeel(gebeurtenis, duur, teken) {
  let dag = plusMaanden(gebeurtenis, teken * (duur.jaren * JAAR + duur.maanden));
  if (duur.einde_maand) dag = laatsteVanMaand(dag);
  if (duur.volledige_kalendermaanden) dag = laatsteVanMaand(plusMaanden(dag, teken * duur.volledige_kalendermaanden));
  return plusDagen(dag, teken * (duur.weken * WEEK + duur.dagen));
}

function telWerkdagen(vanaf, aantal, teken, kalender) {
  const werkdagen = [];
  /** @type {[string, string][]} */
  const overgeslagen = [];
  let dag = vanaf;
  while (werkdagen.length < aantal) {
    dag = plusDagen(dag, teken);
    const reden = redenVrij(kalender, dag);
    if (reden === null) werkdagen.push(dag);
    else overgeslagen.push([dag, reden]);
  }
  return { dag, werkdagen, overgeslagen };
}
