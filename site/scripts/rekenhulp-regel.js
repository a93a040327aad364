// Calculator: is this declaration line right? Product, unit, tariff and amount, with the return code to expect.

import { alsTekst, centen, inEuro } from './bedragen.js';
import { controleer } from './declaratieregel.js';
import { deellink, rekenhulp } from './formulier.js';
import { leesBedrag, leesHeel, leesMaand, leesTekst } from './invoer.js';
import { alinea, bron, kaart, laag, maak, metDagen } from './opmaak.js';
import { gekozen, voorbehoud } from './plaats.js';
import { wortel } from './site.js';
import { aantal, maand, zin } from './woorden.js';

const formulier = /** @type {any} */ (document.getElementById('rekenhulp'));
const codes = document.getElementById('productcodes');

await rekenhulp(formulier, { bereid, reken });

/** Offer the product codes of the region and the law. */
async function bereid() {
  const { index } = await gekozen(formulier.elements.plaats, formulier.elements.wet.value);
  const wet = new FormData(formulier).get('wet');
  const rijen = [...index.producten.values()].map((van) => van.findLast((rij) => rij.wet.includes(wet))).filter(Boolean);
  codes.replaceChildren(...rijen.map(({ code, naam }) => maak('option', { value: code }, naam)));
}

async function reken(lees) {
  const hier = await gekozen(formulier.elements.plaats, formulier.elements.wet.value);
  const tekst = (getal) => alsTekst({ eenheden: getal, decimalen: 2 });
  const bedrag = (wat) => (invoer) => tekst(leesBedrag(invoer, wat));
  const regel = {
    wet: lees.tekst('wet'),
    gemeente: hier.feiten.gemeente?.[0],
    product: lees.lees('product', (invoer) => leesTekst(invoer, 'De productcode').toUpperCase()),
    toegewezen: lees.tekst('toegewezen') || undefined,
    eenheid: lees.tekst('eenheid'),
    volume: lees.lees('volume', (invoer) => leesHeel(invoer, 'Het volume')),
    tarief: lees.leesMisschien('tarief', bedrag('Het tarief')) ?? undefined,
    bedrag: lees.lees('bedrag', bedrag('Het bedrag')),
    maand: lees.lees('maand', (invoer) => leesMaand(invoer, 'De maand'))?.slice(0, 7),
  };
  lees.klaar();
  const { bevindingen, open } = controleer(hier.index, regel);
  return [voorbehoud(hier), samenvatting(hier.index, bevindingen, open, regel), 
    ...bevindingen.map((bevinding) => maakKaart(hier.index, bevinding))];
}

function samenvatting(index, bevindingen, open, regel) {
  const nietBeoordeeld = open.length
    ? maak('ul', {}, open.map(({ waarom }) => maak('li', {}, metDagen(waarom))))
    : null;
  const over = alinea(`Product ${regel.product}, ${maand(`${regel.maand}-01`)}.`);
  const voet = bron(index, [], deellink(formulier));
  const rest = nietBeoordeeld ? [alinea('Dit konden we niet beoordelen:'), nietBeoordeeld] : [];
  if (bevindingen.length) {
    return kaart('nee', `Nee. We vinden ${aantal(bevindingen.length, 'fout', 'fouten')} in deze regel.`, over, ...rest, voet);
  }
  if (open.length) return kaart('deels', 'We vinden geen fout, maar we konden niet alles nakijken.', over, ...rest, voet);
  return kaart('ja', 'Ja. Product, eenheid, tarief en bedrag kloppen met het protocol.', over, voet);
}

/** Write what is expected for a reader: '918.00' at an amount or tariff is '€ 918,00'. */
function metEuro(verwacht, veld) {
  if (!['tarief', 'bedrag'].includes(veld)) return metDagen(verwacht);
  return verwacht.replace(/[0-9]+\.[0-9]{2}/g, (bedrag) => inEuro(centen(bedrag)));
}

function maakKaart(index, { veld, tekst, verwacht, oorzaak, watNu, hint, retourcode, regel, herkomst }) {
  const wie = herkomst.bron ? `${zin(laag(herkomst.laag))}: ${metDagen(herkomst.bron)}` : '';
  return kaart('nee', metDagen(tekst),
    alinea(verwacht && `Verwacht: ${metEuro(verwacht, veld)}.`),
    alinea(oorzaak && `Vermoedelijke oorzaak: ${metDagen(oorzaak)}.`),
    alinea(hint && metDagen(hint)),
    alinea(watNu && `Wat nu: ${metDagen(watNu)}`),
    overRetourcode(retourcode),
    maak('p', { class: 'bron' }, wie, wie && ' · ', overRegel(index, regel)));
}

function overRetourcode(code) {
  if (!code) return alinea('Hier hoort geen landelijke retourcode bij.');
  return maak('p', {}, 'Retourcode ', maak('a', { href: `${wortel}retourcodes/${code.toLowerCase()}/` }, code), '.');
}

/** Name a national rule by its number, a rule of the protocol by its title. */
function overRegel(index, regel) {
  if (!index.controles.has(regel)) return index.regels.get(regel)?.titel ?? regel;
  return maak('a', { href: `${wortel}regels/#${regel.toLowerCase()}` }, `regel ${regel}`);
}
