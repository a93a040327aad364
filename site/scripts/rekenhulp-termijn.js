// Calculator: up to and including which day is something in time?

import { agendapunt } from './agenda.js';
import { antwoord } from './antwoord.js';
import { adres, deellink, rekenhulp, vul } from './formulier.js';
import { Invoerfout, leesDag } from './invoer.js';
import { BuitenKalender, kalenderVan } from './kalender.js';
import { alinea, bron, kaart, maak, stappenlijst } from './opmaak.js';
import { gekozen, voorbehoud } from './plaats.js';
import { volg } from './spoor.js';
import { stappen, vanUitkomst, waaromGeenDatum } from './termijn.js';
import { vandaag } from './vandaag.js';
import { datum, opsomming, zin } from './woorden.js';

const formulier = /** @type {any} */ (document.getElementById('rekenhulp'));
const { plaats, regel: regelkeuze } = formulier.elements;
const feitenplek = document.getElementById('feiten');
const dagnaam = document.getElementById('dag-label');
const ANDERS = 'anders';
const GEEN_TERMIJN = 'Geen termijn afgesproken';

await rekenhulp(formulier, { bereid, reken });

async function bereid() {
  const hier = await gekozen(plaats, wet());
  toonRegels(hier);
  const regel = hier.index.regels.get(regelkeuze.value);
  toonFeiten(hier, regel);
  toonDagnaam(hier, regel);
}

async function reken(lees) {
  const hier = await gekozen(plaats, wet());
  const { index } = hier;
  const regel = index.regels.get(lees.tekst('regel'));
  const na = lees.lees('dag', (tekst) => leesDag(tekst, 'De dag'));
  lees.klaar();
  const spoor = volg(index, regel.regel, { ...hier.feiten, ...feitenVan(lees) }, na);
  const gevonden = lees.lees('dag', () => berekend(index, regel, spoor, na));
  lees.klaar();
  return [voorbehoud(hier), maakKaart(index, regel, spoor, gevonden, na)];
}

function berekend(index, regel, spoor, na) {
  const kalender = kalenderVan(index.set);
  try {
    return vanUitkomst(regel, spoor.uitkomst, na, kalender);
  } catch (fout) {
    if (!(fout instanceof BuitenKalender)) throw fout;
    const jaren = `${kalender.eersteJaar} tot en met ${kalender.laatsteJaar}`;
    throw new Invoerfout(`Zo ver kunnen we niet rekenen: we kennen de vrije dagen van ${jaren}.`);
  }
}

function maakKaart(index, regel, spoor, gevonden, na) {
  const { uitkomst } = spoor;
  const tekst = antwoord(index, regel, spoor, na);
  const gevallen = uitkomst.uitProduct ? [{ laag: 'regio', bron: 'productcodetabel' }] : uitkomst.gevallen;
  if (!gevonden.berekend) {
    return kaart('deels', waaromGeenDatum(gevonden), alinea(tekst), meerWeten(index, spoor),
      bron(index, gevallen, deellink(formulier)));
  }
  const uiterlijk = gevonden.berekend.datum;
  const wat = inZin(index, gevonden.gebeurtenis);
  return kaart('ja', `Uiterlijk ${datum(uiterlijk)}.`,
    alinea(`${zin(datum(na))} is dan de dag van ${wat}.`),
    alinea(`Zo rekenen we: ${gevonden.tekst} ${gevonden.richting} ${wat}.`),
    stappenlijst(stappen(regel, gevonden, na)),
    alinea(tekst), meerWeten(index, spoor),
    bron(index, gevallen, agendalink(index, regel, uitkomst, uiterlijk, na), deellink(formulier)));
}

function meerWeten(index, { ontbrekend }) {
  const titels = ontbrekend.map((sleutel) => dimensie(index, sleutel)?.titel.toLowerCase() ?? sleutel);
  return titels.length ? alinea(`Weet u ook: ${opsomming(titels)}? Dan kan het antwoord anders zijn.`) : null;
}

function agendalink(index, regel, uitkomst, uiterlijk, na) {
  const inhoud = agendapunt({
    sleutel: [index.set.regio, uitkomst.geval, na, uiterlijk].join('-'),
    dag: uiterlijk,
    titel: `Uiterste dag: ${regel.titel}`,
    toelichting: `${antwoord(index, regel, { uitkomst, getoetst: [] }, na)}\n${index.set.naam}, versie ${index.set.versie}`,
    adres: new URL(adres(formulier), location.href).href,
  });
  const bestand = URL.createObjectURL(new Blob([inhoud], { type: 'text/calendar' }));
  return maak('a', { href: bestand, download: `${regel.regel}-${uiterlijk}.ics` }, 'zet in uw agenda (.ics)');
}

/** Fill the list with the rules, by who keeps the term; where the set has no term, it comes last. */
function toonRegels({ index, sleutel }) {
  if (regelkeuze.dataset.set === sleutel) return;
  const eerder = regelkeuze.value;
  const groepen = new Map();
  for (const regel of index.set.termijnen) {
    const wie = groepVan(regel);
    groepen.set(wie, [...(groepen.get(wie) ?? []), regel]);
  }
  const opVolgorde = [...groepen].sort(([een], [ander]) => Number(een === GEEN_TERMIJN) - Number(ander === GEEN_TERMIJN)
    || een.localeCompare(ander, 'nl'));
  regelkeuze.replaceChildren(...opVolgorde.map(([wie, regels]) => maak('optgroup', { label: wie },
    regels.sort((een, ander) => een.titel.localeCompare(ander.titel, 'nl'))
      .map((regel) => maak('option', { value: regel.regel }, regel.titel)))));
  regelkeuze.dataset.set = sleutel;
  if (index.regels.has(eerder)) regelkeuze.value = eerder;
}

function groepVan({ gevallen, actor }) {
  if (!gevallen.some((geval) => geval.duur)) return GEEN_TERMIJN;
  return actor ? `Termijnen van de ${actor}` : 'Termijnen van de ontvanger';
}

/** Give the law that is chosen; empty when it was not asked. */
function wet() {
  return String(new FormData(formulier).get('feit.wet') ?? '');
}

/** Ask only for what makes a difference to this rule. */
function toonFeiten({ index, sleutel, perWet }, regel) {
  const voor = `${sleutel} ${perWet} ${regel.regel}`;
  if (feitenplek.dataset.voor === voor) return;
  feitenplek.dataset.voor = voor;
  const waarden = new Map();
  for (const { sleutel: naam, waarden: mogelijk } of regel.gevallen.flatMap((geval) => geval.als)) {
    if (naam !== 'gemeente') waarden.set(naam, new Set([...(waarden.get(naam) ?? []), ...mogelijk]));
  }
  // When the municipality buys elsewhere per law, the law decides which protocol holds.
  if (perWet) waarden.set('wet', new Set(dimensie(index, 'wet').waarden.map(({ waarde }) => waarde)));
  const producten = regel.uit_product ? [...index.producten.values()].flat().filter((rij) => rij[regel.uit_product]) : [];
  const eerder = new FormData(formulier);
  feitenplek.replaceChildren(
    ...[...waarden].map(([naam, mogelijk]) => feitveld(index, naam, [...mogelijk])),
    ...(producten.length ? [keuzelijst('product', 'Product', producten.map(({ code, naam }) => [code, `${code} ${naam}`]))] : []),
  );
  vul(formulier, (naam) => eerder.getAll(naam), (veld) => feitenplek.contains(veld));
}

function feitveld(index, naam, mogelijk) {
  const { titel, meervoudig } = dimensie(index, naam) ?? { titel: naam };
  const opties = mogelijk.map((waarde) => [waarde, zin(omschrijving(index, naam, waarde))]);
  if (meervoudig) return vinkjes(naam, 'Wat is er aan de hand?', opties);
  const eigen = index.set.standaardfeiten.find((feit) => feit.sleutel === naam);
  const leeg = eigen ? `Zoals in deze regio: ${eigen.waarden.join(' of ')}` : 'Weet ik niet';
  const anders = naam === 'wet' || eigen ? [] : [[ANDERS, 'Iets anders']];
  return keuzelijst(naam, titel, [...opties, ...anders], leeg);
}

function keuzelijst(naam, titel, opties, leeg = 'Weet ik niet') {
  const keuzes = [['', leeg], ...opties].map(([waarde, tekst]) => maak('option', { value: waarde }, tekst));
  return maak('div', { class: 'veld' }, maak('label', { for: `feit-${naam}` }, titel),
    maak('select', { id: `feit-${naam}`, name: `feit.${naam}` }, keuzes));
}

function vinkjes(naam, titel, opties) {
  return maak('fieldset', {}, maak('legend', {}, titel), opties.map(([waarde, tekst]) => maak('label', { class: 'vink' },
    maak('input', { type: 'checkbox', name: `feit.${naam}`, value: waarde }), ` ${tekst}`)));
}

function feitenVan(lees) {
  const namen = [...new Set([...formulier.elements].map((veld) => veld.name).filter((naam) => naam?.startsWith('feit.')))];
  return Object.fromEntries(namen.map((naam) => [naam.slice('feit.'.length), lees.alle(naam)])
    .filter(([, waarden]) => waarden.length));
}

/** Name the event at the field of the day: 'Dag van de intake'. */
function toonDagnaam({ index, feiten }, regel) {
  const gegeven = feitenVan({ alle: (naam) => new FormData(formulier).getAll(naam).filter(Boolean) });
  const { uitkomst } = volg(index, regel.regel, { ...feiten, ...gegeven }, vandaag());
  const gevonden = uitkomst.uitProduct ?? uitkomst.gevallen[0];
  const gebeurtenis = gevonden?.gebeurtenis ?? regel.gevallen.find((geval) => geval.gebeurtenis)?.gebeurtenis;
  dagnaam.textContent = gebeurtenis ? `Dag van ${inZin(index, gebeurtenis)}` : 'Dag van de gebeurtenis';
}

function inZin(index, gebeurtenis) {
  return index.set.gebeurtenissen.find((g) => g.gebeurtenis === gebeurtenis)?.in_zin ?? gebeurtenis;
}

function dimensie(index, sleutel) {
  return index.set.dimensies.find((d) => d.sleutel === sleutel);
}

function omschrijving(index, sleutel, waarde) {
  const eigen = dimensie(index, sleutel)?.waarden.find((w) => w.waarde === waarde)?.omschrijving;
  if (eigen) return sleutel === 'situatie' || sleutel === 'wet' ? eigen : `${eigen} (${waarde})`;
  const lijsten = dimensie(index, sleutel)?.codelijsten ?? [];
  const codes = index.set.codelijsten.filter((lijst) => lijsten.includes(lijst.codelijst)).flatMap((lijst) => lijst.codes);
  const code = codes.find((kandidaat) => kandidaat.code === waarde);
  return code ? `${waarde}: ${code.betekenis}` : waarde;
}
