// Calculator: a VOT or a VOW? Each question comes only when the one before it has an answer.

import { deellink, rekenhulp } from './formulier.js';
import { leesDag } from './invoer.js';
import { alinea, bron, kaart, maak } from './opmaak.js';
import { gekozen, voorbehoud } from './plaats.js';
import { anderesituaties, beslis, vragenBij } from './vragen.js';
import { vandaag } from './vandaag.js';
import { zin } from './woorden.js';

const formulier = /** @type {any} */ (document.getElementById('rekenhulp'));
const vragenplek = /** @type {any} */ (document.getElementById('vragen'));
const extraplek = document.getElementById('extra');
const GEEN_FEIT = '-';

formulier.elements.dag.value ||= vandaag();
await rekenhulp(formulier, { bereid, reken });

async function bereid() {
  const { index } = await gekozen(formulier.elements.plaats, antwoorden().wet);
  toonVragen(index);
  toonExtra(index);
}

async function reken(lees) {
  const hier = await gekozen(formulier.elements.plaats, antwoorden().wet);
  const op = lees.lees('dag', (tekst) => leesDag(tekst, 'De dag van het bericht'));
  for (const { naam } of vragenBij(hier.index, antwoorden())) {
    if (!lees.tekst(naam)) lees.fout(naam, 'Kies een antwoord.');
  }
  lees.klaar();
  const extra = { ...hier.feiten, situatie: lees.alle('situatie') };
  const { soort, kop, uitleg, bronnen } = beslis(hier.index, antwoorden(), extra, op);
  return [voorbehoud(hier), kaart(soort, kop, uitleg.map((tekst) => alinea(tekst)),
    bron(hier.index, bronnen, deellink(formulier)))];
}

function antwoorden() {
  const gegeven = [...new FormData(formulier)].map(([naam, waarde]) => [naam, waarde === GEEN_FEIT ? '' : waarde]);
  return Object.fromEntries(gegeven);
}

/** Put the questions ready; a question that is already there stays with its answer. */
function toonVragen(index) {
  const vragen = vragenBij(index, antwoorden());
  const namen = vragen.map(({ naam }) => naam);
  for (const blok of [...vragenplek.children]) if (!namen.includes(blok.dataset.vraag)) blok.remove();
  for (const vraag of vragen) {
    if (!vragenplek.querySelector(`[data-vraag="${vraag.naam}"]`)) vragenplek.append(maakVraag(vraag));
  }
}

function maakVraag({ naam, vraag, antwoorden: mogelijk }) {
  return maak('fieldset', { 'data-vraag': naam }, maak('legend', {}, vraag),
    mogelijk.map(({ waarde, tekst }) => maak('label', { class: 'vink' }, maak('input', {
      type: 'radio', name: naam, value: waarde || GEEN_FEIT, 'aria-describedby': `${naam}-fout`,
    }), ` ${tekst}`)),
    maak('p', { class: 'veldfout', id: `${naam}-fout` }));
}

/** Ask for what else counts in this region. */
function toonExtra(index) {
  const { wet = '' } = antwoorden();
  const voor = `${index.set.regio} ${wet}`;
  if (extraplek.dataset.voor === voor) return;
  extraplek.dataset.voor = voor;
  const situaties = index.set.dimensies.find((d) => d.sleutel === 'situatie').waarden;
  const opties = wet ? anderesituaties(index, wet) : [];
  extraplek.replaceChildren(...(opties.length ? [maak('fieldset', {},
    maak('legend', {}, 'Geldt er iets bijzonders? U mag dit leeg laten.'),
    opties.map((waarde) => maak('label', { class: 'vink' },
      maak('input', { type: 'checkbox', name: 'situatie', value: waarde }),
      ` ${zin(situaties.find((s) => s.waarde === waarde)?.omschrijving ?? waarde)}`)))] : []));
}
