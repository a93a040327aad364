// How much may be declared at most: per productperiode (TR321) and over the toewijzing (TR322).

import { dagenTussen } from './datums.js';
import { dagen, isGebroken, maanden, productperioden } from './periodes.js';
import { GEBROKEN_MAAND, GeenRekenwijze, WEEKVOLUME, keuze, rekenwijze, weekregel } from './rekenwijze.js';
import { telToewijzing, telWeken } from './weken.js';

/**
 * @typedef {{volume: number, frequentie: string}} Omvang
 * @typedef {{maximum: number | null, telling: import('./weken.js').Telling | null,
 *   wijze: import('./rekenwijze.js').Rekenwijze | null, waarom: string}} Grens  without a maximum, waarom says why it is missing
 * @typedef {{periode: import('./periodes.js').Periode, grens: Grens}} Maandgrens
 */

export const PER_DAG = '1';
export const PER_WEEK = '2';
export const PER_MAAND = '4';
export const TOTAAL = '6';
const HEEL_MAANDVOLUME = 'heel maandvolume';
// An end that far away means 'no end' (9999-12-31).
const LANGSTE = 36525;

/** Give the most that is allowed in one productperiode (TR321, IV077, IV078). @returns {Grens} */
export function periodegrens(index, feiten, omvang, toewijzing, periode) {
  const bekend = { frequentie: [omvang.frequentie], ...feiten };
  switch (omvang.frequentie) {
    case PER_WEEK:
      return weekgrens(index, bekend, omvang, zonderVerEinde(toewijzing), periode);
    case PER_MAAND:
      return maandgrens(index, bekend, omvang, periode);
    case PER_DAG:
      return grens(omvang.volume * dagen(periode));
    case TOTAAL:
      return grens(omvang.volume);
    default:
      return onbekend(`de frequentie ${omvang.frequentie} kennen we niet`);
  }
}

/** Give the most that is allowed over the whole toewijzing (TR322). @returns {Grens} */
export function toewijzinggrens(index, feiten, omvang, toewijzing) {
  if (omvang.frequentie === TOTAAL) return grens(omvang.volume);
  const begrensd = zonderVerEinde(toewijzing);
  if (begrensd.eind === null) return onbekend('de toewijzing heeft geen einddatum');
  if (omvang.frequentie === PER_DAG) return grens(omvang.volume * dagen(begrensd));
  const grenzen = maandgrenzen(index, feiten, omvang, begrensd);
  const open = grenzen.find((m) => m.grens.maximum === null);
  if (open) return open.grens;
  const { wijze } = grenzen.at(-1).grens;
  if (omvang.frequentie === PER_MAAND) return grens(omvang.volume * maanden(begrensd), null, wijze);
  // The whole toewijzing counts as its last month does.
  const telling = telToewijzing(begrensd, weekregel(wijze), grenzen.map((m) => m.grens.telling));
  return grens(omvang.volume * telling.aantal, telling, wijze);
}

/** Give the limit of every productperiode. @returns {Maandgrens[]} */
export function maandgrenzen(index, feiten, omvang, toewijzing) {
  return productperioden(toewijzing).map((periode) => ({
    periode, grens: periodegrens(index, feiten, omvang, toewijzing, periode),
  }));
}

function weekgrens(index, feiten, omvang, toewijzing, periode) {
  try {
    const wijze = rekenwijze(index, WEEKVOLUME, feiten, periode.begin);
    const telling = telWeken(periode, toewijzing, weekregel(wijze));
    return grens(omvang.volume * telling.aantal, telling, wijze);
  } catch (fout) {
    if (fout instanceof GeenRekenwijze) return onbekend(fout.message);
    throw fout;
  }
}

function maandgrens(index, feiten, omvang, periode) {
  if (!isGebroken(periode) || keuze(index, GEBROKEN_MAAND, feiten, periode.begin) === HEEL_MAANDVOLUME) {
    return grens(omvang.volume);
  }
  return onbekend('voor een deel van een maand is niet afgesproken hoeveel er mag');
}

function zonderVerEinde({ begin, eind }) {
  return { begin, eind: eind !== null && dagenTussen(begin, eind) > LANGSTE ? null : eind };
}

function grens(maximum, telling = null, wijze = null) {
  return { maximum, telling, wijze, waarom: '' };
}

function onbekend(waarom) {
  return { maximum: null, telling: null, wijze: null, waarom };
}
