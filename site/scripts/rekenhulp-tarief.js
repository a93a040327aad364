// Rekenhulp: van een uurtarief naar een tarief per minuut, en naar het bedrag voor de minuten van een maand.

import { deellink, rekenhulp } from './formulier.js';
import { leesBedrag, leesMaand, leesMinuten } from './invoer.js';
import { alinea, bron, kaart, stappenlijst } from './opmaak.js';
import { gekozen, voorbehoud } from './plaats.js';
import { minutenbedrag, minuuttarief } from './rekenen.js';
import * as uitleg from './uitleg.js';

const formulier = /** @type {any} */ (document.getElementById('rekenhulp'));

await rekenhulp(formulier, { reken });

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
