// What we still want to know: only when the answer depends on it, and with the answer to each choice.

import { kern } from './antwoord.js';
import { zoek } from './lezer.js';
import { zin } from './woorden.js';

/**
 * @typedef {{sleutel: string, vraag: string, keuzes: {waarde: string, naam: string, antwoord: string}[]}} Vervolgvraag
 */

const MEESTE_KEUZES = 12;
// A longer description is an explanation, not a name. What only a person knows needs that explanation.
const LANGSTE_NAAM = 35;
const AFKORTING = 2;

/** Give the questions that can still change the answer, what decides most first. @returns {Vervolgvraag[]} */
export function vervolgvragen(index, regel, feiten, spoor, op, wegwijzer) {
  const nu = kern(index, regel, spoor.uitkomst);
  return wegwijzer.vervolgvragen.filter(({ sleutel }) => spoor.ontbrekend.includes(sleutel)).flatMap(({ sleutel, vraag }) => {
    const alle = sleutel === 'wet';
    const keuzes = waardenVoor(index, regel, sleutel, alle).map((waarde) => ({
      waarde,
      naam: naamVan(index, sleutel, waarde, wegwijzer),
      antwoord: kern(index, regel, zoek(index, regel.regel, { ...feiten, [sleutel]: [...(feiten[sleutel] ?? []), waarde] }, op)),
    }));
    const anders = keuzes.filter(({ antwoord }) => antwoord !== nu);
    if (!anders.length) return [];
    return [{ sleutel, vraag, keuzes: (alle ? keuzes : anders).slice(0, MEESTE_KEUZES) }];
  });
}

/** Name a value of a fact as a reader knows it. */
export function naamVan(index, sleutel, waarde, wegwijzer) {
  if (sleutel === 'gemeente') return wegwijzer.gemeenten.find(({ code }) => code === waarde)?.naam ?? waarde;
  if (sleutel === 'bericht') return `${wegwijzer.berichten[waarde]?.naam ?? 'Bericht'} (${waarde})`;
  const dimensie = index.set.dimensies.find((d) => d.sleutel === sleutel);
  const eigen = dimensie?.waarden.find((w) => w.waarde === waarde)?.omschrijving;
  if (eigen && (eigen.length <= LANGSTE_NAAM || dimensie.herkomst === 'buiten')) return zin(eigen);
  if (eigen) return waarde.length <= AFKORTING ? waarde.toUpperCase() : zin(waarde);
  const lijst = index.set.codelijsten.find((l) => dimensie?.codelijsten.includes(l.codelijst)
    && l.codes.some(({ code }) => code === waarde));
  const betekenis = lijst?.codes.find(({ code }) => code === waarde)?.betekenis;
  return betekenis ? `${zin(betekenis)} (${waarde})` : zin(waarde);
}

/** Name a fact: 'Productgroep'. */
export function titelVan(index, sleutel) {
  return index.set.dimensies.find((d) => d.sleutel === sleutel)?.titel ?? zin(sleutel);
}

function waardenVoor(index, regel, sleutel, alle) {
  const dimensie = index.set.dimensies.find((d) => d.sleutel === sleutel);
  if (alle && dimensie) return dimensie.waarden.map(({ waarde }) => waarde);
  return [...new Set(regel.gevallen.flatMap(({ als }) => als)
    .filter((v) => v.sleutel === sleutel).flatMap((v) => v.waarden))];
}
