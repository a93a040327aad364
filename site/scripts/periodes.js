// Months and the part of them that lies within a toewijzing. Both sides of a period count.

import {
  LAATSTE_DAG, TeVer, dagenTussen, eersteVanMaand, laatsteVanMaand, plusDagen, weekdag,
} from './datums.js';

/** @typedef {{begin: string, eind: string | null}} Periode  without an end it is open */

const ZONDAG = 7;
const DAG_VAN_LEVERING = 'dag van levering';
const ZONDAG_VAN_DE_WEEK = 'zondag van de week';

/** A period or day that cannot be. */
export class VerkeerdePeriode extends Error {}

/** Make a period; it does not end before it begins. @returns {Periode} */
export function periode(begin, eind = null) {
  if (eind !== null && eind < begin) throw new VerkeerdePeriode('een periode eindigt niet voordat zij begint');
  return { begin, eind };
}

/** Tell whether a day lies in a period. */
export function bevat({ begin, eind }, dag) {
  return begin <= dag && (eind === null || dag <= eind);
}

/** Give the calendar month of a day: a declaratieperiode (OP280). */
export function maandVan(dag) {
  return periode(eersteVanMaand(dag), laatsteVanMaand(dag));
}

/** Give the part of the month that lies within the toewijzing, or null (IV089, TR387, TR388). */
export function productperiode(toewijzing, maand) {
  const begin = toewijzing.begin > maand.begin ? toewijzing.begin : maand.begin;
  const eind = eerste(toewijzing.eind, maand.eind);
  return eind !== null && eind < begin ? null : periode(begin, eind);
}

/** Give the productperiode of every month of a toewijzing with an end. */
export function productperioden(toewijzing) {
  if (toewijzing.eind === null) throw new VerkeerdePeriode('een toewijzing zonder einddatum heeft geen laatste maand');
  const perioden = [];
  let begin = toewijzing.begin;
  while (begin <= toewijzing.eind) {
    const laatste = laatsteVanMaand(begin);
    perioden.push(periode(begin, eerste(laatste, toewijzing.eind)));
    if (laatste === LAATSTE_DAG) break;
    begin = plusDagen(laatste, 1);
  }
  return perioden;
}

/** Tell whether a productperiode is only a part of its month (IV078). */
export function isGebroken({ begin, eind }) {
  return begin !== eersteVanMaand(begin) || eind !== laatsteVanMaand(begin);
}

/** Give the Sunday of the week of a day. The very last week has none; its last day counts then. */
export function zondagVan(dag) {
  try {
    return plusDagen(dag, ZONDAG - weekdag(dag));
  } catch (fout) {
    if (fout instanceof TeVer) return LAATSTE_DAG;
    throw fout;
  }
}

/** Give the last Sunday in a period; null when there is none, or no end. */
export function laatsteZondag({ begin, eind }) {
  if (eind === null || dagenTussen(begin, eind) < weekdag(eind) % ZONDAG) return null;
  return plusDagen(eind, -(weekdag(eind) % ZONDAG));
}

/** Give the day that decides in which month care per week is declared (IV076). */
export function peildagVanLevering(levering, toewijzing, wijze) {
  if (!bevat(toewijzing, levering)) throw new VerkeerdePeriode('de levering ligt buiten de toewijzing');
  if (wijze === DAG_VAN_LEVERING) return levering;
  if (wijze !== ZONDAG_VAN_DE_WEEK) throw new VerkeerdePeriode(`deze manier kennen we niet: ${wijze}`);
  const zondag = zondagVan(levering);
  if (bevat(toewijzing, zondag) || toewijzing.eind === null) return zondag;
  return laatsteZondag(toewijzing) ?? toewijzing.eind;
}

/** Count the days of a period with an end. */
export function dagen({ begin, eind }) {
  return dagenTussen(begin, metEinde(eind)) + 1;
}

/** Count the calendar months that a period touches. */
export function maanden({ begin, eind }) {
  const [van, tot] = [begin, metEinde(eind)].map((dag) => Number(dag.slice(0, 4)) * 12 + Number(dag.slice(5, 7)));
  return tot - van + 1;
}

/** Give the end of a period that has to be counted. */
export function metEinde(eind) {
  if (eind === null) throw new VerkeerdePeriode('een periode zonder laatste dag kan niet worden geteld');
  return eind;
}

function eerste(een, ander) {
  if (een === null || ander === null) return een ?? ander;
  return een < ander ? een : ander;
}
