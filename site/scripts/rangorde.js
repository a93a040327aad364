// Which names fit a question best. A code or name that is exactly right always goes first.

import { kaal, isVulwoord, lijken, stam, woorden } from './taal.js';

/**
 * @typedef {{soort: string, titel: string, pad?: string, naam?: string, woorden?: string[]}} Naam
 * @typedef {{naam: Naam, score: number}} Treffer
 */

export const PRECIES = 3;
const ZELFDE_ZIN = 2;
const BEDOELDE_ZIN = 0.8;
// Who types no number seldom looks for a national rule or a finding.
const BIJNAAM = 0.4;
const ACHTERAAN = { controle: 0.3, melding: 0.5 };
/** Less than this is no hit. */
export const DREMPEL = 0.5;
const TITEL = 1;
const SYNONIEM = 0.85;
const BEDOELD = 0.9;
const DEEL = 0.65;
const TIKFOUT = 0.6;
const KORTSTE_DEEL = 4;
// A word that stands nowhere can be a slip of the keys, or something that does not matter.
const NERGENS = 2.5;

const bewaard = new WeakMap();

/** Give the names that fit the question, the best first. @param {Naam[]} namen @returns {Treffer[]} */
export function rangschik(namen, vraag) {
  const gewicht = gewichten(namen);
  return namen.map((naam) => ({ naam, score: score(naam, vraag, gewicht) }))
    .filter(({ score: hoog }) => hoog >= DREMPEL)
    .sort((een, ander) => ander.score - een.score || een.naam.titel.length - ander.naam.titel.length);
}

/** Give how well a name fits: from PRECIES it is the name itself. */
export function score(naam, vraag, gewicht) {
  const eigen = voorbereid(naam);
  const zin = kaal(vraag.tekst);
  if (!zin) return 0;
  if (eigen.code === zin) return PRECIES;
  const zelfde = naam.soort === 'controle' ? BIJNAAM : ZELFDE_ZIN;
  const precies = eigen.zinnen.has(zin) ? zelfde : (vraag.zinnen.some((z) => eigen.zinnen.has(z)) ? BEDOELDE_ZIN : 0);
  const termen = vraag.termen.length ? vraag.termen : vraag.feittermen;
  let som = 0;
  let totaal = 0;
  for (const term of termen) {
    const zwaar = gewicht(term);
    totaal += zwaar;
    som += zwaar * besteVan(term, eigen);
  }
  if (!totaal) return precies;
  // The name of a code in a longer question ('TR418 uitleg') stays on top.
  const code = eigen.code && ` ${zin} `.includes(` ${eigen.code} `) ? 1 : 0;
  const dekking = som / totaal;
  const feiten = vraag.termen.length ? bijvangst(vraag.feittermen, eigen) : 0;
  const lager = code ? 0 : (ACHTERAAN[naam.soort] ?? 0);
  return precies + code + dekking - lager + feiten + 0.2 * dekking * titeldeel(termen, eigen);
}

/** Tell how rare a word is in this list: a word that stands everywhere says little. */
export function gewichten(namen) {
  let tel = bewaard.get(namen);
  if (!tel) {
    tel = new Map();
    for (const naam of namen) for (const woord of voorbereid(naam).alle) tel.set(woord, (tel.get(woord) ?? 0) + 1);
    bewaard.set(namen, tel);
  }
  return ([woord]) => (tel.has(woord) ? Math.log(2 + namen.length / (1 + tel.get(woord))) : NERGENS);
}

function besteVan([getypt, ...anders], eigen) {
  let beste = past(getypt, eigen);
  const bedoeld = anders.filter((woord) => woord !== getypt);
  if (bedoeld.length && beste < 1) {
    const samen = bedoeld.reduce((som, woord) => som + past(woord, eigen), 0) / bedoeld.length;
    const een = Math.max(...bedoeld.map((woord) => past(woord, eigen)));
    beste = Math.max(beste, BEDOELD * Math.max(samen, 0.8 * een));
  }
  return beste;
}

function past(woord, eigen) {
  if (eigen.titel.has(woord)) return TITEL;
  if (eigen.alle.has(woord)) return SYNONIEM;
  let beste = 0;
  for (const ander of eigen.alle) {
    if (woord.length >= KORTSTE_DEEL && ander.includes(woord)) beste = Math.max(beste, DEEL);
    else if (ander.length > KORTSTE_DEEL && woord.includes(ander)) beste = Math.max(beste, DEEL * 0.8);
    else if (beste < TIKFOUT && lijken(woord, ander)) beste = TIKFOUT;
  }
  return beste;
}

function bijvangst(feittermen, eigen) {
  return feittermen.length ? 0.25 * feittermen.reduce((som, [woord]) => som + past(woord, eigen), 0) / feittermen.length : 0;
}

function titeldeel(termen, eigen) {
  if (!eigen.titel.size) return 0;
  const geraakt = [...eigen.titel].filter((woord) => termen.some((term) => term.includes(woord))).length;
  return geraakt / eigen.titel.size;
}

/** @param {Naam} naam */
function voorbereid(naam) {
  let eigen = bewaard.get(naam);
  if (!eigen) {
    const titel = stammen(naam.titel);
    const code = kaal(naam.naam ?? '');
    const meer = naam.woorden ?? [];
    eigen = {
      code,
      titel: new Set([...titel, ...(code && !code.includes(' ') ? [code] : [])]),
      alle: new Set([...titel, ...stammen(naam.naam ?? ''), ...meer.flatMap(stammen)]),
      zinnen: new Set([naam.titel, ...meer].map(kaal)),
    };
    bewaard.set(naam, eigen);
  }
  return eigen;
}

function stammen(tekst) {
  return woorden(tekst).filter((woord) => !isVulwoord(woord)).map(stam);
}
