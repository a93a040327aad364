// Counting the weeks of a toewijzing per week (IV077). How to count stands in the set: the weekregel.

import { plusDagen } from './datums.js';
import { bevat, laatsteZondag, maandVan, metEinde, zondagVan } from './periodes.js';

/**
 * @typedef {{zondag: string, extra: boolean}} Week  extra: the additional week at the end of the toewijzing
 * @typedef {{aantal: number, weken: Week[]}} Telling  a fixed number names no weeks
 */

const WEEK = 7;

/** Count the weeks of one productperiode. @returns {Telling} */
export function telWeken(periode, toewijzing, regel) {
  if (regel.weken === 'vast aantal') return { aantal: regel.vastAantal, weken: [] };
  const weken = wekenVan(periode, regel.weken);
  if (extraIn(periode, toewijzing, regel)) weken.push({ zondag: zondagVan(toewijzing.eind), extra: true });
  return { aantal: weken.length, weken };
}

/** Count the weeks of the whole toewijzing; the counts are those of its months. @returns {Telling} */
export function telToewijzing(toewijzing, regel, tellingen) {
  if (regel.totaal === 'som van de maanden') {
    const aantal = tellingen.reduce((som, telling) => som + telling.aantal, 0);
    return { aantal, weken: tellingen.flatMap((telling) => telling.weken) };
  }
  const soort = regel.totaal === 'zondagen in de toewijzing' ? 'zondagen' : 'kalenderweken';
  const weken = wekenVan(toewijzing, soort);
  return { aantal: weken.length, weken };
}

function wekenVan({ begin, eind }, soort) {
  const laatste = soort === 'kalenderweken' ? zondagVan(metEinde(eind)) : metEinde(eind);
  const weken = [];
  for (let zondag = zondagVan(begin); zondag <= laatste; zondag = plusDagen(zondag, WEEK)) {
    weken.push({ zondag, extra: false });
  }
  return weken;
}

/** Tell whether the additional week, at the end of the toewijzing, counts in this productperiode. */
function extraIn(periode, toewijzing, regel) {
  const { eind } = toewijzing;
  if (regel.weken !== 'zondagen' || eind === null || zondagVan(eind) === eind) return false;
  const zondag = laatsteZondag(toewijzing);
  const waar = zondag === null ? regel.zonderZondag : regel.extraWeek;
  if (waar === 'geen') return false;
  const dag = zondag !== null && waar === 'maand van de laatste zondag' ? zondag : eind;
  return bevat(maandVan(periode.begin), dag);
}
