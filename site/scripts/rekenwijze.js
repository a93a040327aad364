// How to calculate, as the set says it. A name or setting that we do not know is not guessed.

import { zoek } from './lezer.js';
import { datumKort } from './woorden.js';

/**
 * @typedef {{uitkomst: import('./lezer.js').Uitkomst, naam: string, instellingen: Record<string, string>}} Rekenwijze
 * @typedef {{weken: string, totaal: string, vastAantal: number, extraWeek: string, zonderZondag: string}} Weekregel
 */

export const WEEKVOLUME = 'berekening.weekvolume';
export const GEBROKEN_MAAND = 'declaratie.gebroken_maand';
const HALF_OMHOOG = 'half omhoog';
const WEKEN = ['kalenderweken', 'zondagen', 'vast aantal'];
const EXTRA_WEEK = ['geen', 'maand van de laatste zondag', 'maand van de einddatum'];
const TOTAAL = ['kalenderweken in de toewijzing', 'zondagen in de toewijzing', 'som van de maanden'];

/** For these facts the set gives no way of calculating, or one that we do not know. */
export class GeenRekenwijze extends Error {}

/** Look up how this rule is worked out. @returns {Rekenwijze} */
export function rekenwijze(index, regel, feiten, op) {
  if (!index.regels.has(regel)) throw new GeenRekenwijze(`de regel ${regel} staat niet in deze parameterset`);
  const uitkomst = zoek(index, regel, feiten, op);
  const [geval] = uitkomst.gevallen;
  if (uitkomst.stand !== 'waarde' || index.soorten.get(regel) !== 'berekeningen') {
    const waarom = geval ? ` (${[uitkomst.stand, geval.waar].filter(Boolean).join(': ')})` : '';
    throw new GeenRekenwijze(`voor ${datumKort(op)} staat er bij ${regel} geen rekenwijze${waarom}`);
  }
  const instellingen = Object.fromEntries(geval.instellingen.map((i) => [i.sleutel, i.waarde]));
  return { uitkomst, naam: String(geval.waarde), instellingen };
}

/** Look up a choice; null when the set gives none for these facts. */
export function keuze(index, regel, feiten, op) {
  if (!index.regels.has(regel)) return null;
  const uitkomst = zoek(index, regel, feiten, op);
  return uitkomst.stand === 'waarde' ? uitkomst.waarden[0] : null;
}

/** Give how a calculation is rounded. @returns {import('./bedragen.js').Afronding} */
export function afronding({ instellingen }) {
  const { afronding: hoe = HALF_OMHOOG, decimalen = '0', minimum = '0' } = instellingen;
  if (hoe !== HALF_OMHOOG || !isHeel(decimalen) || !isHeel(minimum)) {
    throw new GeenRekenwijze(`afronden op de manier '${hoe}, ${decimalen}, ${minimum}' kennen we niet`);
  }
  return { decimalen: Number(decimalen), minimum: Number(minimum) };
}

/** Give how weeks are counted. @returns {Weekregel} */
export function weekregel({ instellingen }) {
  const { weken = '', totaal = '', extra_week: extra = 'geen', zonder_zondag: zonder = 'geen' } = instellingen;
  const vastAantal = isHeel(weken) ? Number(weken) : 0;
  return {
    weken: vastAantal ? 'vast aantal' : eenVan('weken', weken, WEKEN),
    totaal: eenVan('totaal', totaal, TOTAAL),
    vastAantal,
    extraWeek: eenVan('extra_week', extra, EXTRA_WEEK),
    zonderZondag: eenVan('zonder_zondag', zonder, EXTRA_WEEK),
  };
}

/** Say that we do not know a way of calculating with this name. */
export function onbekendeWijze(wijze) {
  return new GeenRekenwijze(`de berekening '${wijze.naam}' kennen we niet`);
}

function isHeel(tekst) {
  return /^[0-9]+$/.test(tekst);
}

function eenVan(sleutel, waarde, mag) {
  if (!mag.includes(waarde)) throw new GeenRekenwijze(`de instelling '${sleutel}: ${waarde}' kennen we niet`);
  return waarde;
}
