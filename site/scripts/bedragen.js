// Tarieven, bedragen en uren: precies gerekend in hele getallen (BigInt), en één keer afgerond, aan het einde.
// Een bedrag in euro gaat erin als hele centen.

/** @typedef {{decimalen: number, minimum: number}} Afronding  een half gaat omhoog; minimum: het minste als er iets is */
/** @typedef {{eenheden: bigint, decimalen: number}} Getal  34896 eenheden met 2 decimalen is 348,96 */

const MINUTEN_PER_UUR = 60n;
const DAGDELEN_PER_DAG = 2n;
const CENTEN_PER_EURO = 100n;
/** @type {Afronding} */
export const CENTEN = { decimalen: 2, minimum: 0 };

/** Met dit getal rekenen we niet. */
export class GeenBedrag extends Error {}

/**
 * Rond een breuk van nul of meer af.
 * @param {bigint} teller @param {bigint} noemer @returns {Getal}
 */
export function rond(teller, noemer, { decimalen, minimum } = CENTEN) {
  if (teller < 0n) throw new GeenBedrag('een bedrag of volume is nul of meer');
  const schaal = 10n ** BigInt(decimalen);
  const eenheden = (2n * teller * schaal + noemer) / (2n * noemer);
  const minste = teller === 0n ? 0n : BigInt(minimum) * schaal;
  return { eenheden: eenheden < minste ? minste : eenheden, decimalen };
}

/** Geef het bedrag van een volume bij een tarief per eenheid (TR346). @param {bigint} tarief @param {bigint} volume */
export function bedrag(tarief, volume, afronding = CENTEN) {
  return rond(tarief * volume, CENTEN_PER_EURO, afronding);
}

/** Geef het tarief per minuut dat in een declaratie in minuten staat (IV081, TR418). */
export function minuuttarief(uurtarief, afronding = CENTEN) {
  return rond(uurtarief, CENTEN_PER_EURO * MINUTEN_PER_UUR, afronding);
}

/**
 * Geef het bedrag voor alle minuten van een productperiode bij een uurtarief, pas aan het einde afgerond (IV081).
 * @param {bigint} uurtarief @param {bigint} minuten
 */
export function minutenbedrag(uurtarief, minuten, afronding = CENTEN) {
  return rond(uurtarief * minuten, CENTEN_PER_EURO * MINUTEN_PER_UUR, afronding);
}

/** Geef het bedrag met het afgeronde tarief per minuut: goed tot en met release 2.4, sindsdien een bekende vergissing. */
export function minutenbedragVroeger(uurtarief, minuten, afronding = CENTEN) {
  const perMinuut = minuuttarief(uurtarief, afronding);
  return rond(perMinuut.eenheden * minuten, 10n ** BigInt(perMinuut.decimalen), afronding);
}

/** Geef het tarief van een dagdeel uit een dagprijs, zoals het tot en met release 2.4 ging. */
export function dagdeeltarief(dagprijs, afronding = CENTEN) {
  return rond(dagprijs, CENTEN_PER_EURO * DAGDELEN_PER_DAG, afronding);
}

/** Geef de hele uren voor alle minuten van een productperiode (IV079). */
export function uren(minuten, afronding) {
  return rond(minuten, MINUTEN_PER_UUR, afronding);
}

/**
 * Zeg of er een uurtarief in hele centen is dat dit tarief per minuut én dit bedrag geeft (IV081).
 * @param {bigint} tarief @param {bigint} minuten @param {bigint} ingediend
 */
export function uurtariefMogelijk(tarief, minuten, ingediend) {
  if (minuten === 0n) return ingediend === 0n;
  const helft = MINUTEN_PER_UUR / 2n;
  const laagste = MINUTEN_PER_UUR * tarief - helft;
  const hoogste = MINUTEN_PER_UUR * tarief + helft - 1n;
  // De uurtarieven waarvan het bedrag op deze centen uitkomt: 2c - 1 <= 2 * uurtarief * minuten / 60 < 2c + 1.
  const van = -deelNaarBeneden((1n - 2n * ingediend) * helft, minuten);
  const tot = -deelNaarBeneden(-(2n * ingediend + 1n) * helft, minuten) - 1n;
  const vanaf = [laagste, van, 0n].reduce((een, ander) => (een > ander ? een : ander));
  return vanaf <= (hoogste < tot ? hoogste : tot);
}

/** Lees '87.24' als centen. */
export function centen(tekst) {
  if (!/^-?[0-9]{1,12}\.[0-9]{2}$/.test(tekst)) throw new GeenBedrag(`${tekst} is geen bedrag; schrijf 87.24`);
  return BigInt(tekst.replace('.', ''));
}

/** Schrijf een getal zoals in een bestand: '348.96'. @param {Getal} getal */
export function alsTekst({ eenheden, decimalen }) {
  const min = eenheden < 0n ? '-' : '';
  const cijfers = String(eenheden < 0n ? -eenheden : eenheden).padStart(decimalen + 1, '0');
  if (!decimalen) return min + cijfers;
  return `${min}${cijfers.slice(0, -decimalen)}.${cijfers.slice(-decimalen)}`;
}

/** Schrijf centen zoals een lezer ze verwacht: '€ 1.348,96'. */
export function inEuro(aantalCenten) {
  const [hele, rest] = alsTekst({ eenheden: aantalCenten, decimalen: 2 }).split('.');
  return `€ ${metPunten(hele)},${rest}`;
}

/** Geef een getal in hele centen. @param {Getal} getal */
export function inCenten({ eenheden, decimalen }) {
  return decimalen === CENTEN.decimalen ? eenheden : rond(eenheden, 10n ** BigInt(decimalen)).eenheden;
}

/** Zet een punt om de drie cijfers. */
export function metPunten(cijfers) {
  return cijfers.replace(/\B(?=([0-9]{3})+$)/g, '.');
}

/** @param {bigint} teller @param {bigint} noemer @returns {bigint} */
function deelNaarBeneden(teller, noemer) {
  const quotient = teller / noemer;
  return teller % noemer !== 0n && teller < 0n ? quotient - 1n : quotient;
}
