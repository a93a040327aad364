// De berekeningen van een declaratie zoals de set ze bepaalt: zoek op hoe het moet, en reken.
// Elke uitkomst noemt de rekenwijze (met het geval van de set) en de afronding.

import * as bedragen from './bedragen.js';
import { peildagVanLevering } from './periodes.js';
import { GeenRekenwijze, afronding, keuze, onbekendeWijze, rekenwijze } from './rekenwijze.js';

/**
 * @typedef {{waarde: import('./bedragen.js').Getal, wijze: import('./rekenwijze.js').Rekenwijze,
 *   afronding: import('./bedragen.js').Afronding}} Berekend
 */

const MINUUTTARIEF = 'berekening.minuuttarief';
const MINUTENBEDRAG = 'berekening.minutenbedrag';
const UREN = 'berekening.uren';
const DAGDEELTARIEF = 'berekening.dagdeeltarief';
const MAAND_VAN_LEVERING = 'productperiode.maand';
const TARIEFDELEN = {
  'uurtarief gedeeld door 60': bedragen.minuuttarief,
  'dagprijs gedeeld door 2': bedragen.dagdeeltarief,
};
const MINUTENBEDRAGEN = {
  'uurtarief maal minuten gedeeld door 60': bedragen.minutenbedrag,
  'afgerond minuuttarief maal minuten': bedragen.minutenbedragVroeger,
};
const URENWIJZEN = { 'minuten optellen en afronden op hele uren': bedragen.uren };
const PEILDAGEN = ['dag van levering', 'zondag van de week'];

/** Geef het tarief per minuut bij een uurtarief in centen (IV081, TR418). @returns {Berekend} */
export function minuuttarief(index, feiten, op, uurtarief) {
  return reken(rekenwijze(index, MINUUTTARIEF, feiten, op), TARIEFDELEN, uurtarief);
}

/** Geef het tarief per dagdeel bij een dagprijs in centen; sinds release 3.0 noemt het contract dat. */
export function dagdeeltarief(index, feiten, op, dagprijs) {
  return reken(rekenwijze(index, DAGDEELTARIEF, feiten, op), TARIEFDELEN, dagprijs);
}

/** Geef het bedrag voor alle minuten van een productperiode bij een uurtarief in centen (IV081, TR346). */
export function minutenbedrag(index, feiten, op, uurtarief, minuten) {
  return reken(rekenwijze(index, MINUTENBEDRAG, feiten, op), MINUTENBEDRAGEN, uurtarief, BigInt(minuten));
}

/** Geef de hele uren voor alle minuten van een productperiode (IV079). */
export function uren(index, feiten, op, minuten) {
  return reken(rekenwijze(index, UREN, feiten, op), URENWIJZEN, BigInt(minuten));
}

/** Geef de dag die beslist in welke maand deze levering wordt gedeclareerd, bij een frequentie per week (IV076). */
export function peildag(index, feiten, levering, toewijzing) {
  const wijze = keuze(index, MAAND_VAN_LEVERING, feiten, levering);
  if (!PEILDAGEN.includes(wijze)) throw new GeenRekenwijze(`bij ${MAAND_VAN_LEVERING} is geen rekenwijze afgesproken`);
  return peildagVanLevering(levering, toewijzing, wijze);
}

function reken(wijze, formules, ...getallen) {
  if (!Object.hasOwn(formules, wijze.naam)) throw onbekendeWijze(wijze);
  const hoe = afronding(wijze);
  return { waarde: formules[wijze.naam](...getallen, hoe), wijze, afronding: hoe };
}
