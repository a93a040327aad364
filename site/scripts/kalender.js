// Werkdagen en termijnen. De vrije dagen staan in de set; de dag van de gebeurtenis telt niet mee.

import { TeVer, delen, laatsteVanMaand, plusDagen, plusMaanden, weekdag } from './datums.js';

/**
 * @typedef {{jaren: number, maanden: number, einde_maand: boolean, volledige_kalendermaanden: number, weken: number,
 *   dagen: number, werkdagen: number}} Duur  eerst de kalenderdelen, de grootste eerst; daarna de werkdagen
 * @typedef {{vrijeDagen: Map<string, string>, eersteJaar: number, laatsteJaar: number}} Kalender
 * @typedef {{datum: string, naKalenderdeel: string, werkdagen: string[], overgeslagen: [string, string][],
 *   valtOpVrijeDag: string | null, verschovenVan: string | null}} Berekend
 */

const ZATERDAG = 6;
const WEEK = 7;
const JAAR = 12;

/** Een dag valt buiten de jaren waarvan we de vrije dagen kennen. */
export class BuitenKalender extends Error {}

/**
 * Maak de kalender die in de set zit.
 * @returns {Kalender}
 */
export function kalenderVan(set) {
  const { eerste_jaar: eersteJaar, laatste_jaar: laatsteJaar, vrije_dagen: vrij } = set.kalender;
  return { eersteJaar, laatsteJaar, vrijeDagen: new Map(vrij.map((d) => [d.datum, d.naam])) };
}

/** Zeg waarom deze dag geen werkdag is ('zaterdag', 'Koningsdag'), of null als het er een is. Werpt BuitenKalender. */
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

/** Zeg of een duur meer heeft dan werkdagen. */
export function heeftKalenderdeel(duur) {
  return Object.entries(duur).some(([deel, waarde]) => deel !== 'werkdagen' && Boolean(waarde));
}

/**
 * Reken de laatste dag uit van een termijn na een gebeurtenis, of de laatste dag ervoor. Werpt BuitenKalender.
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
