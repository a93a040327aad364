// Waar de vraag over gaat: een gemeente, een regio, of nog niets. Wat u kiest, blijft op uw apparaat.

import { bewaar, lees } from './geheugen.js';
import { STANDAARD } from './ophalen.js';
import { kaal, lijken } from './taal.js';

/**
 * @typedef {{gemeente: string, naam: string, regio: string, wetten: string[], onbekend: boolean,
 *   perWet: Record<string, string[]> | null}} Plek
 *   regio: de naam van de set; wetten: waarvoor de gemeente in die regio meedoet; onbekend: we hebben geen protocol;
 *   perWet: de gemeente zit per wet in een andere regio, en we weten de wet niet
 */

const SLEUTEL = 'gemeente';
const KORTSTE_BEGIN = 3;

/** Zoek wat iemand als gemeente intypt: een naam, een code, een begin van een naam, of een tikfout. */
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

/** Geef de plek van een gemeente of regio; bij meer regio's die met de wet van de vraag. @returns {Plek} */
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

/** Geef de gemeente of regio van de vorige keer. */
export function onthouden() {
  return lees(SLEUTEL) ?? {};
}

/** Onthoud de gemeente of regio op dit apparaat, als dat mag. */
export function onthoud({ gemeente, regio }) {
  bewaar(SLEUTEL, { gemeente, regio });
}

function vormenVan(naam, code) {
  return [kaal(naam), kaal(naam.replace(/ \(.*\)$/, '')), code];
}
