// What the question is about: a municipality, a region, or nothing yet. What is chosen stays on the device.

import { bewaar, lees } from './geheugen.js';
import { STANDAARD } from './ophalen.js';
import { kaal, lijken } from './taal.js';

/**
 * @typedef {{gemeente: string, naam: string, regio: string, wetten: string[], onbekend: boolean,
 *   perWet: Record<string, string[]> | null}} Plek
 *   regio: the name of the set; wetten: for which the municipality takes part there; onbekend: we have no protocol;
 *   perWet: the municipality is in another region per law, and we do not know the law
 */

const SLEUTEL = 'gemeente';
const KORTSTE_BEGIN = 3;

/** Find what somebody types as municipality: a name, a code, the beginning of a name, or a slip of the keys. */
export function zoekPlek(tekst, wegwijzer) {
  const gezocht = kaal(tekst);
  if (!gezocht) return { gemeente: '', regio: '' };
  const keuzes = [
    ...wegwijzer.gemeenten.map(({ code, naam }) => ({ gemeente: code, regio: '', naam, vormen: vormenVan(naam, code) })),
    ...wegwijzer.regios.map(({ regio, naam, afkortingen }) => ({
      gemeente: '', regio, naam, vormen: [naam, regio, ...afkortingen].map(kaal),
    })),
  ];
  const precies = keuzes.find(({ vormen }) => vormen.includes(gezocht));
  if (precies) return precies;
  const begin = gezocht.length >= KORTSTE_BEGIN ? keuzes.filter(({ vormen }) => vormen.some((v) => v.startsWith(gezocht))) : [];
  if (begin.length === 1) return begin[0];
  const lijkt = keuzes.filter(({ vormen }) => vormen.some((v) => lijken(v, gezocht)));
  if (lijkt.length === 1) return lijkt[0];
  return { fout: true, suggesties: [...begin, ...lijkt].map(({ naam }) => naam) };
}

/** Give the place of a municipality or region; of more regions the one with the law of the question. @returns {Plek} */
export function plekVan({ gemeente, regio }, wegwijzer, wet = '') {
  const gevonden = wegwijzer.gemeenten.find(({ code }) => code === gemeente);
  if (gevonden) {
    const regios = Object.entries(gevonden.regios);
    const [naam, wetten] = regios.find(([, w]) => w.includes(wet)) ?? regios[0] ?? [STANDAARD, []];
    const onbekend = naam === STANDAARD || Boolean(wet && !wetten.includes(wet));
    const beslistWet = !wet && new Set(regios.map(([r]) => r)).size > 1;
    return { gemeente, naam: gevonden.naam, regio: naam, wetten, onbekend, perWet: beslistWet ? gevonden.regios : null };
  }
  const eigen = wegwijzer.regios.find((r) => r.regio === regio);
  if (eigen) return { gemeente: '', naam: eigen.naam, regio, wetten: [], onbekend: false, perWet: null };
  return { gemeente: '', naam: '', regio: STANDAARD, wetten: [], onbekend: false, perWet: null };
}

/** Give the municipality or region of the last time. */
export function onthouden() {
  return lees(SLEUTEL) ?? {};
}

/** Remember the municipality or region on this device, where that is allowed. */
export function onthoud({ gemeente, regio }) {
  bewaar(SLEUTEL, { gemeente, regio });
}

function vormenVan(naam, code) {
  return [kaal(naam), kaal(naam.replace(/ \(.*\)$/, '')), code];
}
