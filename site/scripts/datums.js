// Dagen als tekst (JJJJ-MM-DD), en rekenen ermee. Zonder klok en zonder tijdzone: een dag is overal dezelfde dag.

const DAGEN_PER_WEEK = 7;
const MAANDEN_PER_JAAR = 12;
const LAATSTE_JAAR = 9999;
const LENGTES = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** De laatste dag die we kunnen noemen: in berichten betekent hij 'geen einde'. */
export const LAATSTE_DAG = '9999-12-31';

/** Een dag ligt buiten wat we kunnen berekenen. */
export class TeVer extends Error {}

/** Schrijf een dag als tekst. */
export function dag(jaar, maand, nummer) {
  return `${String(jaar).padStart(4, '0')}-${String(maand).padStart(2, '0')}-${String(nummer).padStart(2, '0')}`;
}

/** Geef jaar, maand en dag van een dag. @returns {[number, number, number]} */
export function delen(iso) {
  return [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10))];
}

/** Zeg of dit een bestaande dag is, geschreven als JJJJ-MM-DD. */
export function isDag(tekst) {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(tekst)) return false;
  const [jaar, maand, nummer] = delen(tekst);
  return jaar >= 1 && maand >= 1 && maand <= MAANDEN_PER_JAAR && nummer >= 1 && nummer <= lengte(jaar, maand);
}

/** Geef de dag na (of voor) zoveel dagen. Werpt TeVer. */
export function plusDagen(iso, aantal) {
  return vanNummer(nummerVan(iso) + aantal);
}

/** Tel maanden erbij op (of eraf); de laatste dag van een kortere maand is de grens. Werpt TeVer. */
export function plusMaanden(iso, aantal) {
  const [jaar, maand, nummer] = delen(iso);
  const totaal = jaar * MAANDEN_PER_JAAR + maand - 1 + aantal;
  const nieuw = Math.floor(totaal / MAANDEN_PER_JAAR);
  if (nieuw < 1 || nieuw >= LAATSTE_JAAR) throw new TeVer(`het jaar ${nieuw} ligt te ver weg`);
  const nieuweMaand = totaal - nieuw * MAANDEN_PER_JAAR + 1;
  return dag(nieuw, nieuweMaand, Math.min(nummer, lengte(nieuw, nieuweMaand)));
}

/** Geef de eerste dag van de maand van deze dag. */
export function eersteVanMaand(iso) {
  return `${iso.slice(0, 8)}01`;
}

/** Geef de laatste dag van de maand van deze dag. */
export function laatsteVanMaand(iso) {
  const [jaar, maand] = delen(iso);
  return dag(jaar, maand, lengte(jaar, maand));
}

/** Geef de dag van de week: maandag is 1, zondag is 7. */
export function weekdag(iso) {
  // Dag 1 van de telling (1 januari van het jaar 1) is een maandag.
  return ((nummerVan(iso) - 1) % DAGEN_PER_WEEK) + 1;
}

/** Tel de dagen van de ene dag naar de andere. */
export function dagenTussen(van, tot) {
  return nummerVan(tot) - nummerVan(van);
}

/** Geef het nummer van de week volgens ISO 8601. */
export function weeknummer(iso) {
  // De donderdag van een week beslist bij welk jaar zij hoort; de laatste week van de telling heeft er geen.
  const donderdag = nummerVan(iso) + 4 - weekdag(iso);
  const jaar = donderdag > nummerVan(LAATSTE_DAG) ? LAATSTE_JAAR : delen(vanNummer(donderdag))[0];
  return Math.floor((donderdag - nummerVan(dag(jaar, 1, 1))) / DAGEN_PER_WEEK) + 1;
}

function lengte(jaar, maand) {
  const schrikkel = (jaar % 4 === 0 && jaar % 100 !== 0) || jaar % 400 === 0;
  return maand === 2 && schrikkel ? 29 : LENGTES[maand - 1];
}

/** Geef het volgnummer van een dag: 1 januari van het jaar 1 is 1. */
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
