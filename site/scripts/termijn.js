// The last day of a term from a set: look up the rule, reckon with the calendar, and tell the steps.

import { zoek } from './lezer.js';
import { bereken, heeftKalenderdeel } from './kalender.js';
import { dagenSamen, datum, datumKort, zin } from './woorden.js';

/**
 * @typedef {{uitkomst: import('./lezer.js').Uitkomst, tekst: string, gebeurtenis: string, richting: string,
 *   duur: import('./kalender.js').Duur | null, berekend: import('./kalender.js').Berekend | null,
 *   waaromNiet: '' | 'geen termijn' | 'geen moment'}} Termijn
 */

const WEEKEND = ['zaterdag', 'zondag'];

/** Give the last day of a term after an event. `op`: the day on which the rule is looked up. */
export function termijn(index, regel, feiten, gebeurtenis, kalender, op = gebeurtenis) {
  if (index.regels.has(regel) && index.soorten.get(regel) !== 'termijnen') throw new Error(`'${regel}' is geen termijn`);
  return vanUitkomst(index.regels.get(regel), zoek(index, regel, feiten, op), gebeurtenis, kalender);
}

/** Give the last day of a term that was looked up already. @returns {Termijn} */
export function vanUitkomst(regel, uitkomst, gebeurtenis, kalender) {
  const gevonden = uitkomst.uitProduct ?? uitkomst.gevallen[0];
  const kaal = { uitkomst, tekst: '', gebeurtenis: '', richting: 'na', duur: null, berekend: null };
  if (uitkomst.stand !== 'waarde' || !gevonden?.duur) return { ...kaal, waaromNiet: 'geen termijn' };
  const { tekst, duur } = gevonden;
  if (gevonden.gebeurtenis === undefined) return { ...kaal, tekst, waaromNiet: 'geen moment' };
  const richting = gevonden.richting === 'voor' ? 'voor' : 'na';
  const berekend = bereken(gebeurtenis, duur, kalender, { richting, vrijeDag: regel.vrije_dag });
  return { uitkomst, tekst, gebeurtenis: gevonden.gebeurtenis, richting, duur, berekend, waaromNiet: '' };
}

/** Say why there is no day; empty when there is one. */
export function waaromGeenDatum({ waaromNiet, tekst }) {
  if (waaromNiet === 'geen moment') {
    return `We geven geen datum. De bron noemt wel een termijn (${tekst}), maar niet vanaf welk moment die loopt.`;
  }
  return waaromNiet ? 'Er is geen termijn om mee te rekenen.' : '';
}

/** Tell step by step how the day was worked out. @returns {string[]} */
export function stappen(regel, gevonden, gebeurtenisOp) {
  const { berekend: b, duur } = gevonden;
  if (!b || !duur) return [waaromGeenDatum(gevonden)];
  return [
    ...kalenderstap(gevonden, gebeurtenisOp), ...werkdagstap(gevonden, gebeurtenisOp), ...vrijeDagen(b.overgeslagen),
    ...einde(b, regel.vrije_dag),
  ];
}

function kalenderstap({ berekend, duur, tekst, richting }, vanaf) {
  const uitkomst = datumKort(berekend.naKalenderdeel);
  if (duur.einde_maand) return [`${zin(tekst)}, gerekend vanaf ${datumKort(vanaf)}: ${uitkomst}.`];
  if (!heeftKalenderdeel(duur)) return [];
  const delen = tekst.split(' + ').filter((deel) => !deel.includes('werkdag')).join(' + ');
  return [`${datumKort(vanaf)} ${richting === 'na' ? '+' : '-'} ${delen} = ${uitkomst}.`];
}

function werkdagstap({ berekend, duur, richting }, vanaf) {
  const aantal = berekend.werkdagen.length;
  if (!aantal) return [];
  const begin = heeftKalenderdeel(duur) ? 'Daarna' : `${datumKort(vanaf)} ${richting === 'na' ? '+' : '-'}`;
  return [`${begin} ${aantal} werkdag${aantal > 1 ? 'en' : ''}: ${dagenSamen([...berekend.werkdagen].sort())}.`];
}

function vrijeDagen(overgeslagen) {
  const opVolgorde = [...overgeslagen].sort(([een], [ander]) => (een < ander ? -1 : 1));
  const weekend = opVolgorde.filter(([, reden]) => WEEKEND.includes(reden)).map(([dag]) => dag);
  return [
    ...opVolgorde.filter(([, reden]) => !WEEKEND.includes(reden))
      .map(([dag, reden]) => `${zin(datum(dag))} telt niet mee (${reden}).`),
    ...(weekend.length ? [`Weekend telt niet mee: ${dagenSamen(weekend)}.`] : []),
  ];
}

function einde({ verschovenVan, valtOpVrijeDag: reden }, vrijeDag) {
  if (verschovenVan) return [`${zin(datum(verschovenVan))} is een vrije dag (${reden}). De termijn schuift door.`];
  if (!reden) return [];
  if (vrijeDag === 'blijft') return [`Deze dag is een vrije dag (${reden}). De termijn schuift niet door.`];
  return [`Deze dag is een vrije dag (${reden}). Of de termijn dan doorschuift, is niet afgesproken.`];
}
