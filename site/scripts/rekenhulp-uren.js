// Calculator: from delivered minutes to the whole hours of a declaration.

import { deellink, rekenhulp } from './formulier.js';
import { leesMaand, leesMinuten } from './invoer.js';
import { alinea, bron, kaart, stappenlijst } from './opmaak.js';
import { gekozen, voorbehoud } from './plaats.js';
import { uren } from './rekenen.js';
import * as uitleg from './uitleg.js';

const formulier = /** @type {any} */ (document.getElementById('rekenhulp'));

await rekenhulp(formulier, { reken });

async function reken(lees) {
  const hier = await gekozen(formulier.elements.plaats);
  const { index, feiten } = hier;
  const minuten = lees.lees('minuten', leesMinuten);
  const op = lees.lees('maand', (tekst) => leesMaand(tekst, 'De maand'));
  lees.klaar();
  const gevonden = uren(index, feiten, op, minuten.reduce((som, deel) => som + deel));
  const { kop, stappen } = uitleg.uren(minuten, gevonden);
  return [voorbehoud(hier), kaart('ja', kop, alinea(`Zo rekenen we (${gevonden.wijze.naam}):`), stappenlijst(stappen),
    bron(index, gevonden.wijze.uitkomst.gevallen, deellink(formulier)))];
}
