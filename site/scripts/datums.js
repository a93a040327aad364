// Days as text (YYYY-MM-DD), and reckoning with them. No clock and no time zone: a day is the same day everywhere.

const DAGEN_PER_WEEK = 7;
const MAANDEN_PER_JAAR = 12;
const LAATSTE_JAAR = 9999;
const LENGTES = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** The last day that we can name: in messages it means 'no end'. */
export const LAATSTE_DAG = '9999-12-31';

/** A day lies outside what we can calculate. */
export class TeVer extends Error {}

/** Write a day as text. */
export function dag(jaar, maand, nummer) {
  return `${String(jaar).padStart(4, '0')}-${String(maand).padStart(2, '0')}-${String(nummer).padStart(2, '0')}`;
}

/** Give year, month and day of a day. @returns {[number, number, number]} */
export function delen(iso) {
  return [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10))];
}

/** Tell whether this is a day that exists, written as YYYY-MM-DD. */
export function isDag(tekst) {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(tekst)) return false;
  const [jaar, maand, nummer] = delen(tekst);
  return jaar >= 1 && maand >= 1 && maand <= MAANDEN_PER_JAAR && nummer >= 1 && nummer <= lengte(jaar, maand);
}

/** Give the day after (or before) so many days. Throws TeVer. */
export function plusDagen(iso, aantal) {
  return vanNummer(nummerVan(iso) + aantal);
}

/** Add months (or take them off); the last day of a shorter month is the limit. Throws TeVer. */
export function plusMaanden(iso, aantal) {
  const [jaar, maand, nummer] = delen(iso);
  const totaal = jaar * MAANDEN_PER_JAAR + maand - 1 + aantal;
  const nieuw = Math.floor(totaal / MAANDEN_PER_JAAR);
  if (nieuw < 1 || nieuw >= LAATSTE_JAAR) throw new TeVer(`het jaar ${nieuw} ligt te ver weg`);
  const nieuweMaand = totaal - nieuw * MAANDEN_PER_JAAR + 1;
  return dag(nieuw, nieuweMaand, Math.min(nummer, lengte(nieuw, nieuweMaand)));
}

/** Give the first day of the month of this day. */
export function eersteVanMaand(iso) {
  return `${iso.slice(0, 8)}01`;
}

/** Give the last day of the month of this day. */
export function laatsteVanMaand(iso) {
  const [jaar, maand] = delen(iso);
  return dag(jaar, maand, lengte(jaar, maand));
}

/** Give the day of the week: Monday is 1, Sunday is 7. */
export function weekdag(iso) {
  // Day 1 of the count (1 January of the year 1) is a Monday.
  return ((nummerVan(iso) - 1) % DAGEN_PER_WEEK) + 1;
}

/** Count the days from one day to the other. */
export function dagenTussen(van, tot) {
  return nummerVan(tot) - nummerVan(van);
}

/** Give the number of the week by ISO 8601. */
export function weeknummer(iso) {
  // The Thursday of a week decides to which year it belongs; the last week of the count has none.
  const donderdag = nummerVan(iso) + 4 - weekdag(iso);
  const jaar = donderdag > nummerVan(LAATSTE_DAG) ? LAATSTE_JAAR : delen(vanNummer(donderdag))[0];
  return Math.floor((donderdag - nummerVan(dag(jaar, 1, 1))) / DAGEN_PER_WEEK) + 1;
}

function lengte(jaar, maand) {
  const schrikkel = (jaar % 4 === 0 && jaar % 100 !== 0) || jaar % 400 === 0;
  return maand === 2 && schrikkel ? 29 : LENGTES[maand - 1];
}

/** Give the ordinal of a day: 1 January of the year 1 is 1. */
function nummerVan(iso) {
  const [jaar, maand, nummer] = delen(iso);
  const voor = jaar - 1;
  let dagen = voor * 365 + Math.floor(voor / 4) - Math.floor(voor / 100) + Math.floor(voor / 400);
  for (let m = 1; m < maand; m += 1) dagen += lengte(jaar, m);
  return dagen + nummer;
}

function vanNummer(nummer) {
  if (nummer < 1 || nummer > nummerVan(LAATSTE_DAG)) throw new TeVer('de dag ligt te ver weg');
  let jaar = Math.floor((nummer - 1) / 365.2425) + 1;
  while (nummerVan(dag(jaar, 1, 1)) > nummer) jaar -= 1;
  while (jaar < LAATSTE_JAAR && nummerVan(dag(jaar + 1, 1, 1)) <= nummer) jaar += 1;
  let rest = nummer - nummerVan(dag(jaar, 1, 1));
  let maand = 1;
  for (; rest >= lengte(jaar, maand); maand += 1) rest -= lengte(jaar, maand);
  return dag(jaar, maand, rest + 1);
}
