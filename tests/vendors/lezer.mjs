// Zo zoekt u iets op in een parameterset (JavaScript, zonder bibliotheken). Vrij te gebruiken (CC0).
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Geef [stand, waarden, geval] van een regel voor deze feiten ({sleutel: [waarden]}) op deze dag (JJJJ-MM-DD). */
export function zoek(s, regel, feiten, op) {
  const f = vulAan(s, feiten), meedoen = doetMee(s, f, op);
  const r = Object.values(s).filter(Array.isArray).flat().find((x) => x.regel === regel);
  const p = f.product?.length === 1 && r.uit_product
    && s.producten.find((x) => x.code === f.product[0] && r.uit_product in x && geldt(x, op))?.[r.uit_product];
  if (p) return ['waarde', [`${p.tekst} ${p.richting} ${p.gebeurtenis}`], `product:${f.product[0]}`];
  let eerste, items = [];
  for (const g of r.gevallen) {
    if (!meedoen && (g.laag === 'gemeente' || g.laag === 'regio')) continue;
    if (!geldt(g, op) || !g.als.every((v) => f[v.sleutel]?.some((w) => v.waarden.includes(w)))) continue;
    eerste ??= g;
    items = [...waarden(g).filter((w) => !items.includes(w)), ...items];
    if (!g.telt_op) break;
  }
  return eerste ? [items.length ? 'waarde' : eerste.stand, items, eerste.geval] : ['geen antwoord', [], ''];
}

/** Voeg toe wat uit de feiten volgt, dan de standaardfeiten, en wat daaruit volgt. Wat u zelf gaf, blijft staan. */
function vulAan(s, feiten) {
  return volg(s, { ...Object.fromEntries(s.standaardfeiten.map((v) => [v.sleutel, v.waarden])), ...volg(s, feiten) });
}

/** Voeg toe wat uit de feiten volgt, tot er niets meer bij komt. */
function volg(s, feiten) {
  let f = { ...feiten }, nieuw;
  do {
    nieuw = {};
    for (const g of s.volgt_uit)
      if (f[g.sleutel]?.includes(g.waarde))
        for (const v of g.feiten) if (!(v.sleutel in f)) nieuw[v.sleutel] = [...(nieuw[v.sleutel] ?? []), ...v.waarden];
    f = { ...f, ...nieuw };
  } while (Object.keys(nieuw).length);
  return f;
}

/** Zeg of de gemeente in de feiten op deze dag meedoet in de regio; zonder gemeente: ja. */
const doetMee = (s, f, op) => !f.gemeente || s.deelname.some((d) =>
  geldt(d, op) && ['gemeente', 'wet', 'domein', 'perceel'].every((k) => !(k in d) || !(k in f) || f[k].includes(d[k])));

/** Zeg of de dag in de periode ligt; een grens die er niet is, is open. */
const geldt = (g, op) => (g.vanaf ?? op) <= op && op <= (g.tot_en_met ?? op);

/** Geef de waarde van een geval als tekst; een lijst heeft er meer. */
function waarden(g) {
  if (g.stand !== 'waarde') return [];
  if ('tekst' in g) return ['gebeurtenis' in g ? `${g.tekst} ${g.richting} ${g.gebeurtenis}` : g.tekst];
  return g.waarden ?? [String(g.waarde)];
}

// node lezer.mjs parameterset.json voorbeelden.json: beantwoord alle voorbeelden en tel de verschillen.
if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [s, v] = process.argv.slice(2, 4).map((naam) => JSON.parse(readFileSync(naam, 'utf8')));
  const fout = v.voorbeelden.filter((e) => {
    const feiten = Object.fromEntries(e.feiten.map((x) => [x.sleutel, x.waarden]));
    return JSON.stringify(zoek(s, e.regel, feiten, e.op)) !== JSON.stringify([e.stand, e.waarden, e.geval]);
  }).length;
  console.log(`${v.voorbeelden.length} voorbeelden, ${fout} fout`);
  process.exit(fout > 0 ? 1 : 0);
}
