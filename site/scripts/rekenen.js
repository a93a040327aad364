// The calculations of a declaration as the set decides them: look up how it must be done, and calculate.
// Every outcome names the way of calculating (with the case of the set) and the rounding.

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

/** Give the tariff per minute at a tariff per hour in cents (IV081, TR418). @returns {Berekend} */
export function minuuttarief(index, feiten, op, uurtarief) {
  return reken(rekenwijze(index, MINUUTTARIEF, feiten, op), TARIEFDELEN, uurtarief);
}

/** Give the tariff per dagdeel at a price per day in cents; since release 3.0 the contract names it. */
export function dagdeeltarief(index, feiten, op, dagprijs) {
  return reken(rekenwijze(index, DAGDEELTARIEF, feiten, op), TARIEFDELEN, dagprijs);
}

/** Give the amount for all minutes of a productperiode at a tariff per hour in cents (IV081, TR346). */
export function minutenbedrag(index, feiten, op, uurtarief, minuten) {
  return reken(rekenwijze(index, MINUTENBEDRAG, feiten, op), MINUTENBEDRAGEN, uurtarief, BigInt(minuten));
}

/** Give the whole hours for all minutes of a productperiode (IV079). */
export function uren(index, feiten, op, minuten) {
  return reken(rekenwijze(index, UREN, feiten, op), URENWIJZEN, BigInt(minuten));
}

/** Give the day that decides in which month this delivery is declared, at a frequency per week (IV076). */
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
