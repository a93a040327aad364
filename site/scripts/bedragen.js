// Tariffs, amounts and hours: exact in whole numbers (BigInt), and rounded once, at the end.
// An amount in euro goes in as whole cents.

/** @typedef {{decimalen: number, minimum: number}} Afronding  a half goes up; minimum: the least when there is anything at all */
/** @typedef {{eenheden: bigint, decimalen: number}} Getal  34896 eenheden with 2 decimalen is 348,96 */

const MINUTEN_PER_UUR = 60n;
const DAGDELEN_PER_DAG = 2n;
const CENTEN_PER_EURO = 100n;
/** @type {Afronding} */
export const CENTEN = { decimalen: 2, minimum: 0 };

/** With this number we do not calculate. */
export class GeenBedrag extends Error {}

/**
 * Round a fraction of zero or more.
 * @param {bigint} teller @param {bigint} noemer @returns {Getal}
 */
export function rond(teller, noemer, { decimalen, minimum } = CENTEN) {
  if (teller < 0n) throw new GeenBedrag('een bedrag of volume is nul of meer');
  const schaal = 10n ** BigInt(decimalen);
  const eenheden = (2n * teller * schaal + noemer) / (2n * noemer);
  const minste = teller === 0n ? 0n : BigInt(minimum) * schaal;
  return { eenheden: eenheden < minste ? minste : eenheden, decimalen };
}

/** Give the amount of a volume at a tariff per unit (TR346). @param {bigint} tarief @param {bigint} volume */
export function bedrag(tarief, volume, afronding = CENTEN) {
  return rond(tarief * volume, CENTEN_PER_EURO, afronding);
}

/** Give the tariff per minute that stands in a declaration in minutes (IV081, TR418). */
export function minuuttarief(uurtarief, afronding = CENTEN) {
  return rond(uurtarief, CENTEN_PER_EURO * MINUTEN_PER_UUR, afronding);
}

/**
 * Give the amount for all minutes of a productperiode at a tariff per hour, rounded only at the end (IV081).
 * @param {bigint} uurtarief @param {bigint} minuten
 */
export function minutenbedrag(uurtarief, minuten, afronding = CENTEN) {
  return rond(uurtarief * minuten, CENTEN_PER_EURO * MINUTEN_PER_UUR, afronding);
}

/** Give the amount with the rounded tariff per minute: right up to release 2.4, a known mistake since. */
export function minutenbedragVroeger(uurtarief, minuten, afronding = CENTEN) {
  const perMinuut = minuuttarief(uurtarief, afronding);
  return rond(perMinuut.eenheden * minuten, 10n ** BigInt(perMinuut.decimalen), afronding);
}

/** Give the tariff of a dagdeel from a price per day, as it went up to release 2.4. */
export function dagdeeltarief(dagprijs, afronding = CENTEN) {
  return rond(dagprijs, CENTEN_PER_EURO * DAGDELEN_PER_DAG, afronding);
}

/** Give the whole hours for all minutes of a productperiode (IV079). */
export function uren(minuten, afronding) {
  return rond(minuten, MINUTEN_PER_UUR, afronding);
}

/**
 * Tell whether a tariff per hour in whole cents gives both this tariff per minute and this amount (IV081).
 * @param {bigint} tarief @param {bigint} minuten @param {bigint} ingediend
 */
export function uurtariefMogelijk(tarief, minuten, ingediend) {
  if (minuten === 0n) return ingediend === 0n;
  const helft = MINUTEN_PER_UUR / 2n;
  const laagste = MINUTEN_PER_UUR * tarief - helft;
  const hoogste = MINUTEN_PER_UUR * tarief + helft - 1n;
  // The tariffs per hour whose amount comes to these cents: 2c - 1 <= 2 * uurtarief * minuten / 60 < 2c + 1.
  const van = -deelNaarBeneden((1n - 2n * ingediend) * helft, minuten);
  const tot = -deelNaarBeneden(-(2n * ingediend + 1n) * helft, minuten) - 1n;
  const vanaf = [laagste, van, 0n].reduce((een, ander) => (een > ander ? een : ander));
  return vanaf <= (hoogste < tot ? hoogste : tot);
}

/** Read '87.24' as cents. */
export function centen(tekst) {
  if (!/^-?[0-9]{1,12}\.[0-9]{2}$/.test(tekst)) throw new GeenBedrag(`${tekst} is geen bedrag; schrijf 87.24`);
  return BigInt(tekst.replace('.', ''));
}

/** Write a number as in a file: '348.96'. @param {Getal} getal */
export function alsTekst({ eenheden, decimalen }) {
  const min = eenheden < 0n ? '-' : '';
  const cijfers = String(eenheden < 0n ? -eenheden : eenheden).padStart(decimalen + 1, '0');
  if (!decimalen) return min + cijfers;
  return `${min}${cijfers.slice(0, -decimalen)}.${cijfers.slice(-decimalen)}`;
}

/** Write cents as a reader expects them: '€ 1.348,96'. */
export function inEuro(aantalCenten) {
  const [hele, rest] = alsTekst({ eenheden: aantalCenten, decimalen: 2 }).split('.');
  return `€ ${metPunten(hele)},${rest}`;
}

/** Give a number in whole cents. @param {Getal} getal */
export function inCenten({ eenheden, decimalen }) {
  return decimalen === CENTEN.decimalen ? eenheden : rond(eenheden, 10n ** BigInt(decimalen)).eenheden;
}

/** Put a point after every three digits. */
export function metPunten(cijfers) {
  return cijfers.replace(/\B(?=([0-9]{3})+$)/g, '.');
}

/** @param {bigint} teller @param {bigint} noemer @returns {bigint} */
function deelNaarBeneden(teller, noemer) {
  const quotient = teller / noemer;
  return teller % noemer !== 0n && teller < 0n ? quotient - 1n : quotient;
}
