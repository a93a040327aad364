// Why a rule gives this answer: each case with the reason, and the facts that can still change the answer.

import { doetMee, inPeriode, isRegionaal, regelVan, vanProduct, voldoet, vulAan, waardenVan, zoek } from './lezer.js';

/**
 * @typedef {{geval: import('./lezer.js').Geval, geldt: boolean, reden: string, ingehaald: boolean, mist: string[]}}
 *   Getoetst  ingehaald: it fits, but an earlier case had answered already
 * @typedef {{uitkomst: import('./lezer.js').Uitkomst, getoetst: Getoetst[], ontbrekend: string[]}} Spoor
 */

/**
 * Answer as `zoek` does, and tell about each case.
 * @returns {Spoor}
 */
export function volg(index, regel, feiten, op) {
  const record = regelVan(index, regel);
  const uitkomst = zoek(index, regel, feiten, op);
  const compleet = vulAan(index, feiten);
  const regionaal = doetMee(index, compleet, op);
  const getoetst = [];
  const ontbrekend = new Set(productKanAnders(index, record, compleet));
  let klaar = vanProduct(index, record, compleet, op) !== null;
  for (const geval of record.gevallen) {
    if (!regionaal && isRegionaal(geval)) {
      const reden = 'de gemeente doet op deze dag niet mee in de regio';
      getoetst.push({ geval, geldt: false, reden, ingehaald: false, mist: [] });
      continue;
    }
    const { reden, mist } = waaromNiet(index, geval, compleet, op);
    const kanAnders = geeftAnders(geval, uitkomst) && !klaar ? mist : [];
    kanAnders.forEach((sleutel) => ontbrekend.add(sleutel));
    const past = !reden;
    const geldt = past && !klaar;
    const uitleg = past ? (geldt ? 'dit geval geldt' : 'een eerder geval geldt al') : reden;
    getoetst.push({ geval, geldt, reden: uitleg, ingehaald: past && klaar, mist: kanAnders });
    klaar ||= geldt && !geval.telt_op;
  }
  return { uitkomst, getoetst, ontbrekend: [...ontbrekend] };
}

function geeftAnders(geval, uitkomst) {
  const waarden = waardenVan(geval);
  return geval.stand !== uitkomst.stand || waarden.length !== uitkomst.waarden.length
    || waarden.some((waarde, i) => waarde !== uitkomst.waarden[i]);
}

/** A product can have a term of its own for this rule; then it is worth knowing the product. */
function productKanAnders(index, regel, feiten) {
  const veld = regel.uit_product;
  if (veld === undefined || 'product' in feiten) return [];
  return index.set.producten.some((product) => product[veld] !== undefined) ? ['product'] : [];
}

/** Say why a case does not fit (empty when it does), and which facts are missing for it. */
function waaromNiet(index, geval, feiten, op) {
  if (!inPeriode(geval, op)) return { reden: 'geldt niet op deze dag', mist: [] };
  const anders = geval.als.filter((v) => v.sleutel in feiten && !voldoet([v], feiten));
  if (anders.length) {
    return { reden: anders.map((v) => `${v.sleutel} is niet ${v.waarden.join(' of ')}`).join('; '), mist: [] };
  }
  const mist = geval.als.filter((v) => !(v.sleutel in feiten));
  if (!mist.length) return { reden: '', mist: [] };
  const strijdig = mist.find((v) => isStrijdig(index, v, feiten));
  if (strijdig) {
    return { reden: `${strijdig.sleutel} ${strijdig.waarden.join(' of ')} past niet bij wat u weet`, mist: [] };
  }
  const reden = mist.map((v) => `we weten niet of ${v.sleutel} ${v.waarden.join(' of ')} is`).join('; ');
  return { reden, mist: mist.map((v) => v.sleutel) };
}

/** A fact that would mean something else than we know already cannot be true: then we need not ask for it. */
function isStrijdig(index, voorwaarde, feiten) {
  const standaard = new Set(index.set.standaardfeiten.map((feit) => feit.sleutel));
  return voorwaarde.waarden.every((waarde) => {
    const gevolg = vulAan(index, { [voorwaarde.sleutel]: [waarde] });
    return Object.entries(gevolg).some(
      ([sleutel, waarden]) => sleutel in feiten && !standaard.has(sleutel)
        && !feiten[sleutel].some((w) => waarden.includes(w)),
    );
  });
}
