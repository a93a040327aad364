// Calculator: from a tariff per hour to one per minute, and to the amount for the minutes of a month.

import { inPeriode } from './lezer.js';
import { deellink, rekenhulp } from './formulier.js';
import { leesBedrag, leesMaand, leesMinuten } from './invoer.js';
import { eenhedenVan, maakNaslag } from './naslag.js';
import { alinea, bron, kaart, maak, stappenlijst } from './opmaak.js';
import { gekozen, voorbehoud } from './plaats.js';
import { minutenbedrag, minuuttarief } from './rekenen.js';
import * as uitleg from './uitleg.js';
import { opsomming } from './woorden.js';

const formulier = /** @type {any} */ (document.getElementById('rekenhulp'));

const { plaats, product: productkeuze, uurtarief: tariefveld, maand: maandveld } = formulier.elements;
const productplek = document.getElementById('productveld');
const hint = document.getElementById('product-hint');
const UITLEG = hint.textContent;
let ingevuld = { keuze: '', tarief: '' };

await rekenhulp(formulier, { bereid, reken });

/** Offer the products with a tariff per hour, and fill in the tariff of the month. */
async function bereid() {
  const { index, sleutel } = await gekozen(plaats);
  if (productkeuze.dataset.set !== sleutel) {
    const producten = uurproducten(index);
    productkeuze.replaceChildren(maak('option', { value: '' }, 'Ik vul het tarief zelf in'),
      ...producten.map(({ code, naam }) => maak('option', { value: code }, `${code} ${naam}`)));
    productplek.hidden = !producten.length;
    productkeuze.dataset.set = sleutel;
  }
  const nieuw = productkeuze.value ? tarievenVan(index, productkeuze.value, dagVan(maandveld.value)) : [];
  // What somebody typed stays; the tariff of another product does not.
  const keuze = `${sleutel} ${productkeuze.value} ${nieuw}`;
  if (keuze !== ingevuld.keuze) {
    const tarief = nieuw.length === 1 ? nieuw[0] : '';
    if (tarief || tariefveld.value === ingevuld.tarief) tariefveld.value = tarief;
    ingevuld = { keuze, tarief };
  }
  hint.textContent = nieuw.length > 1
    ? `Dit product heeft meer tarieven: € ${opsomming(nieuw, 'of €')}. Vul er een in.`
    : UITLEG;
}

/** Give the products with a tariff per hour, the last row of each code. */
function uurproducten(index) {
  const uur = eenhedenVan(maakNaslag(index)).uur;
  return [...index.producten.values()].map((rijen) => rijen.at(-1))
    .filter((rij) => rij.eenheid === uur && rij.tarieven.length);
}

function tarievenVan(index, code, op) {
  if (!op) return [];
  const tarieven = index.producten.get(code).flatMap((rij) => rij.tarieven).filter((tarief) => inPeriode(tarief, op));
  return [...new Set(tarieven.map(({ bedrag }) => bedrag.replace('.', ',')))];
}

function dagVan(tekst) {
  try {
    return leesMaand(tekst, 'De maand');
  } catch {
    return '';
  }
}

async function reken(lees) {
  const hier = await gekozen(formulier.elements.plaats);
  const { index, feiten } = hier;
  const uurtarief = lees.lees('uurtarief', (tekst) => leesBedrag(tekst, 'Het uurtarief'));
  const minuten = lees.leesMisschien('minuten', leesMinuten);
  const op = lees.lees('maand', (tekst) => leesMaand(tekst, 'De maand'));
  lees.klaar();
  const tarief = minuuttarief(index, feiten, op, uurtarief);
  const overTarief = uitleg.minuuttarief(uurtarief, tarief);
  if (minuten === null) return [voorbehoud(hier), maakKaart(index, overTarief, tarief)];
  const totaal = minuten.reduce((som, deel) => som + deel);
  const bedrag = minutenbedrag(index, feiten, op, uurtarief, totaal);
  const overBedrag = uitleg.minutenbedrag(uurtarief, minuten, bedrag);
  const kop = `${overBedrag.kop} Tarief in de declaratieregel: ${overTarief.kop}`;
  return [voorbehoud(hier), kaart('ja', kop,
    alinea('Zo rekenen we het bedrag uit:'), stappenlijst(overBedrag.stappen),
    alinea('Zo rekenen we het tarief uit:'), stappenlijst(overTarief.stappen),
    bron(index, [...bedrag.wijze.uitkomst.gevallen, ...tarief.wijze.uitkomst.gevallen], deellink(formulier)))];
}

function maakKaart(index, { kop, stappen }, { wijze }) {
  return kaart('ja', kop, alinea(`Zo rekenen we (${wijze.naam}):`), stappenlijst(stappen),
    bron(index, wijze.uitkomst.gevallen, deellink(formulier)));
}
