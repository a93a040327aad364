// Maanden en het deel ervan dat binnen een toewijzing valt. Allebei de grenzen van een periode tellen mee.

import {
  LAATSTE_DAG, TeVer, dagenTussen, eersteVanMaand, laatsteVanMaand, plusDagen, weekdag,
} from './datums.js';

/** @typedef {{begin: string, eind: string | null}} Periode  zonder einde is zij open */

const ZONDAG = 7;
const DAG_VAN_LEVERING = 'dag van levering';
const ZONDAG_VAN_DE_WEEK = 'zondag van de week';

/** Een periode of dag die niet kan. */
export class VerkeerdePeriode extends Error {}

/** Maak een periode; zij eindigt niet voordat zij begint. @returns {Periode} */
export function periode(begin, eind = null) {
  if (eind !== null && eind < begin) throw new VerkeerdePeriode('een periode eindigt niet voordat zij begint');
  return { begin, eind };
}

/** Zeg of een dag in een periode ligt. */
export function bevat({ begin, eind }, dag) {
  return begin <= dag && (eind === null || dag <= eind);
}

/** Geef de kalendermaand van een dag: een declaratieperiode (OP280). */
export function maandVan(dag) {
  return periode(eersteVanMaand(dag), laatsteVanMaand(dag));
}

/** Geef het deel van de maand dat binnen de toewijzing valt, of null (IV089, TR387, TR388). */
export function productperiode(toewijzing, maand) {
  const begin = toewijzing.begin > maand.begin ? toewijzing.begin : maand.begin;
  const eind = eerste(toewijzing.eind, maand.eind);
  return eind !== null && eind < begin ? null : periode(begin, eind);
}

/** Geef de productperiode van elke maand van een toewijzing met een einde. */
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

/** Zeg of een productperiode maar een deel van haar maand is (IV078). */
export function isGebroken({ begin, eind }) {
  return begin !== eersteVanMaand(begin) || eind !== laatsteVanMaand(begin);
}

/** Geef de zondag van de week van een dag. De allerlaatste week heeft er geen; haar laatste dag geldt dan. */
export function zondagVan(dag) {
  try {
    return plusDagen(dag, ZONDAG - weekdag(dag));
  } catch (fout) {
    if (fout instanceof TeVer) return LAATSTE_DAG;
    throw fout;
  }
}

/** Geef de laatste zondag in een periode; null als er geen is, of geen einde. */
export function laatsteZondag({ begin, eind }) {
  if (eind === null || dagenTussen(begin, eind) < weekdag(eind) % ZONDAG) return null;
  return plusDagen(eind, -(weekdag(eind) % ZONDAG));
}

/** Geef de dag die beslist in welke maand u zorg per week declareert (IV076). */
export function peildagVanLevering(levering, toewijzing, wijze) {
  if (!bevat(toewijzing, levering)) throw new VerkeerdePeriode('de levering ligt buiten de toewijzing');
  if (wijze === DAG_VAN_LEVERING) return levering;
  if (wijze !== ZONDAG_VAN_DE_WEEK) throw new VerkeerdePeriode(`deze manier kennen we niet: ${wijze}`);
  const zondag = zondagVan(levering);
  if (bevat(toewijzing, zondag) || toewijzing.eind === null) return zondag;
  return laatsteZondag(toewijzing) ?? toewijzing.eind;
}

/** Tel de dagen van een periode met een einde. */
export function dagen({ begin, eind }) {
  return dagenTussen(begin, metEinde(eind)) + 1;
}

/** Tel de kalendermaanden die een periode raakt. */
export function maanden({ begin, eind }) {
  const [van, tot] = [begin, metEinde(eind)].map((dag) => Number(dag.slice(0, 4)) * 12 + Number(dag.slice(5, 7)));
  return tot - van + 1;
}

/** Geef het einde van een periode die moet worden geteld. */
export function metEinde(eind) {
  if (eind === null) throw new VerkeerdePeriode('een periode zonder laatste dag kan niet worden geteld');
  return eind;
}

function eerste(een, ander) {
  if (een === null || ander === null) return een ?? ander;
  return een < ander ? een : ander;
}
