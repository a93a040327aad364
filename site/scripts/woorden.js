// Dagen, bedragen en lijsten zoals een lezer ze verwacht.

import { delen, weekdag } from './datums.js';

const DAGEN = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];
const MAANDEN = [
  'januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november',
  'december',
];

/** Geef 'vrijdag 8 mei 2026'. */
export function datum(dag) {
  return `${DAGEN[weekdag(dag) - 1]} ${datumKort(dag)}`;
}

/** Geef '8 mei 2026'. */
export function datumKort(dag) {
  const [jaar, maandnummer, nummer] = delen(dag);
  return `${nummer} ${MAANDEN[maandnummer - 1]} ${jaar}`;
}

/** Geef 'oktober 2025'. */
export function maand(dag) {
  const [jaar, maandnummer] = delen(dag);
  return `${MAANDEN[maandnummer - 1]} ${jaar}`;
}

/** Geef '1, 4, 6, 7 en 8 mei': de maand één keer voor elke rij dagen in dezelfde maand. */
export function dagenSamen(dagen) {
  const perMaand = new Map();
  for (const dag of dagen) {
    const sleutel = dag.slice(0, 7);
    perMaand.set(sleutel, [...(perMaand.get(sleutel) ?? []), String(delen(dag)[2])]);
  }
  return [...perMaand].map(([sleutel, nummers]) => `${opsomming(nummers)} ${MAANDEN[Number(sleutel.slice(5)) - 1]}`)
    .join('; ');
}

/** Begin met een hoofdletter. */
export function zin(tekst) {
  return tekst.slice(0, 1).toUpperCase() + tekst.slice(1);
}

/** Geef '1 week' of '3 weken'. */
export function aantal(hoeveel, enkel, meer) {
  return `${hoeveel} ${hoeveel === 1 ? enkel : meer}`;
}

/** Geef 'a, b en c'. */
export function opsomming(woorden, en = 'en') {
  if (woorden.length < 2) return woorden.join('');
  return `${woorden.slice(0, -1).join(', ')} ${en} ${woorden.at(-1)}`;
}
