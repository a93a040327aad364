// What would hold without what region and municipality agreed, to compare with.

import { isRegionaal, maakIndex, zoek } from './lezer.js';

const SOORTEN = [
  'berichtgebruik', 'termijnen', 'keuzes', 'lijsten', 'getallen', 'bedragen', 'berekeningen', 'teksten',
];
const bewaard = new WeakMap();

/** Answer a rule without what region and municipality agreed. */
export function zoekLandelijk(index, regel, feiten, op) {
  return zoek(zonderRegio(index), regel, feiten, op);
}

function zonderRegio(index) {
  if (!bewaard.has(index)) {
    const set = { ...index.set, producten: [] };
    for (const soort of SOORTEN) {
      set[soort] = set[soort].map((regel) => ({ ...regel, gevallen: regel.gevallen.filter((g) => !isRegionaal(g)) }));
    }
    bewaard.set(index, maakIndex(set));
  }
  return bewaard.get(index);
}
