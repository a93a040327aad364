// Days, amounts and lists as a reader expects them.

import { delen, weekdag } from './datums.js';

const DAGEN = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];
const MAANDEN = [
  'januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november',
  'december',
];

/** Give 'vrijdag 8 mei 2026'. */
export function datum(dag) {
  return `${DAGEN[weekdag(dag) - 1]} ${datumKort(dag)}`;
}

/** Give '8 mei 2026'. */
export function datumKort(dag) {
  const [jaar, maandnummer, nummer] = delen(dag);
  return `${nummer} ${MAANDEN[maandnummer - 1]} ${jaar}`;
}

/** Give 'oktober 2025'. */
export function maand(dag) {
  const [jaar, maandnummer] = delen(dag);
  return `${MAANDEN[maandnummer - 1]} ${jaar}`;
}

/** Give '1, 4, 6, 7 en 8 mei': the month once for each run of days in the same month. */
export function dagenSamen(dagen) {
  const perMaand = new Map();
  for (const dag of dagen) {
    const sleutel = dag.slice(0, 7);
    perMaand.set(sleutel, [...(perMaand.get(sleutel) ?? []), String(delen(dag)[2])]);
  }
  return [...perMaand].map(([sleutel, nummers]) => `${opsomming(nummers)} ${MAANDEN[Number(sleutel.slice(5)) - 1]}`)
    .join('; ');
}

/** Begin with a capital. */
export function zin(tekst) {
  return tekst.slice(0, 1).toUpperCase() + tekst.slice(1);
}

/** Give '1 week' or '3 weken'. */
export function aantal(hoeveel, enkel, meer) {
  return `${hoeveel} ${hoeveel === 1 ? enkel : meer}`;
}

/** Give 'a, b en c'. */
export function opsomming(woorden, en = 'en') {
  if (woorden.length < 2) return woorden.join('');
  return `${woorden.slice(0, -1).join(', ')} ${en} ${woorden.at(-1)}`;
}
