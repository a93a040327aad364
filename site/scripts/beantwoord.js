// From a question and a place to cards: the best first, the other hits as a short list.

import { controlekaart, productkaart, retourkaart } from './codekaart.js';
import { kern, strekking } from './antwoord.js';
import { regelkaart, versieOp } from './kaart.js';
import { mijnRegios } from './mijn-regios.js';
import { indexVan, regiowijzer } from './ophalen.js';
import { alinea, maak } from './opmaak.js';
import { plekVan } from './plek.js';
import { DREMPEL, rangschik } from './rangorde.js';
import { kiesRegels, regelsBijCode } from './regelkeuze.js';
import { zoek } from './lezer.js';
import { gaatOverWijzigingen, wijzigingskaart } from './wijzigingskaart.js';
import { vandaag } from './vandaag.js';
import { ontleed } from './vraag.js';
import { wortel } from './site.js';
import { opsomming, zin } from './woorden.js';

const ANDERE_REGELS = 5;
const ANDERE_PAGINAS = 6;
const VOORSPRONG = 0.25;
const PRODUCT = 0.8;
const PRODUCTEN = 12;
const GOED_GENOEG = 0.55;
const LANGSTE_ZIN = 110;
const EIGEN = ['q', 'gemeente', 'regio', 'regel', 'op', 'regios'];

/**
 * Answer what stands in the address.
 * @returns {Promise<{inhoud: Node[], kop: string, plek: import('./plek.js').Plek}>} kop: om voor te lezen
 */
export async function beantwoord(staat, wegwijzer) {
  const nu = vandaag();
  const vraag = ontleed(staat.q ?? '', wegwijzer, nu);
  const waar = kiesPlek(vraag, staat);
  const extra = Object.entries(staat).filter(([sleutel, waarde]) => waarde && !EIGEN.includes(sleutel));
  const feiten = { ...vraag.feiten, ...Object.fromEntries(extra.map(([sleutel, waarde]) => [sleutel, waarde.split('|')])) };
  const plek = plekVan(waar, wegwijzer, feiten.wet?.[0]);
  const [index, eigen] = await Promise.all([indexVan(plek.regio), regiowijzer(plek.regio)]);
  if (plek.gemeente) feiten.gemeente = [plek.gemeente];
  const op = dagVan(index, vraag.dag || staat.op || nu);
  const bij = {
    index, wegwijzer, plek, feiten, op, dag: vraag.dag, vraag, namen: [...eigen.namen, ...wegwijzer.namen],
    adres: (erbij) => adresVan({ ...staat, gemeente: plek.gemeente, regio: plek.gemeente ? '' : waar.regio, ...erbij }),
    plekVanRegel: (regel) => (eigen.plekken[regel] ? wortel + eigen.plekken[regel] : ''),
  };
  const gevonden = await zoekAlles(staat, bij);
  const inhoud = [...vooraf(bij, gevonden), ...gevonden.kaarten, ...anderePlekken(bij, gevonden), ...achteraf(bij, gevonden),
    ...rest(staat.q?.trim(), gevonden, bij)];
  const kop = gevonden.kaarten.map((kaart) => kaart.querySelector?.('.antwoord')?.textContent).find(Boolean)
    ?? (gevonden.kaarten.length ? '' : 'Geen antwoord gevonden.');
  return { inhoud, kop, plek };
}

/** A place in the question goes first; without one the first of the reader's own regions counts. */
function kiesPlek(vraag, staat) {
  if (vraag.gemeente || vraag.regio) return vraag;
  if (staat.gemeente || staat.regio) return staat;
  return { gemeente: '', regio: mijnRegios()[0] ?? '' };
}

/** When the protocol has not begun yet, the answer is about its first day. */
function dagVan({ set }, dag) {
  const begin = set.versies.map(({ vanaf }) => vanaf).filter(Boolean).sort()[0];
  return begin && begin > dag ? begin : dag;
}

function adresVan(staat) {
  return `?${new URLSearchParams(Object.entries(staat).filter(([, waarde]) => waarde))}`;
}

/** Choose what fits the question: a code, a rule, or the place itself. */
async function zoekAlles(staat, bij) {
  const { index, vraag, namen, op, wegwijzer } = bij;
  const paginas = rangschik(namen.filter(({ soort }) => soort !== 'regel'), vraag);
  if (bij.plek.perWet && (staat.regel || vraag.termen.length || vraag.feittermen.length)) {
    return { kaarten: wetkaart(bij), regels: [], paginas };
  }
  if (staat.regel && index.regels.has(staat.regel)) {
    return { kaarten: [...metTitel(index.regels.get(staat.regel), bij)], regels: [], paginas };
  }
  if (vraagtNaarPlek(vraag)) return { kaarten: plekkaart(bij), regels: [], paginas: [] };
  const regels = kiesRegels(index, vraag, op);
  const code = codekaart(vraag, bij, wegwijzer);
  if (code) {
    const [eerste, ...meer] = regelsBijCode(index, code.namen);
    return {
      kaarten: [...code.kaart, ...(eerste ? metTitel(eerste, bij) : [])],
      regels: [...meer.map((regel) => ({ regel })), ...regels.filter(({ regel }) => regel !== eerste && !meer.includes(regel))],
      paginas: paginas.filter(({ naam }) => naam.naam !== code.namen[0]),
    };
  }
  const [beste, ...andere] = regels;
  const producten = paginas.filter(({ naam, score }) => naam.soort === 'product' && score >= PRODUCT);
  if (producten.length && producten[0].score > (beste?.score ?? 0) - VOORSPRONG) {
    return { kaarten: productenkaart(producten.map(({ naam }) => naam), bij), regels, paginas: paginas.filter((p) => !producten.includes(p)) };
  }
  const pagina = paginas[0];
  if (pagina && (!beste || pagina.score > beste.score + VOORSPRONG)) {
    return { kaarten: await paginakaart(pagina.naam, bij), regels, paginas: paginas.slice(1) };
  }
  if (!beste) return { kaarten: [], regels: [], paginas };
  return { kaarten: metTitel(beste.regel, bij), regels: andere.filter((r) => r.score >= Math.min(beste.score * GOED_GENOEG, DREMPEL)), paginas };
}

/** 'Heeft deze gemeente een protocol?' is about the place itself, as its name alone is. */
function vraagtNaarPlek(vraag) {
  if (vraag.feittermen.length) return false;
  return vraag.termen.every(([woord]) => (vraag.gemeente || vraag.regio) && woord === 'protocol');
}

/** A code in the question: a product of the region, a return code or a national rule. */
function codekaart(vraag, bij, wegwijzer) {
  for (const ruw of vraag.tekst.split(/[\s,;?]+/)) {
    const code = ruw.toUpperCase();
    if (bij.index.producten.has(code)) {
      bij.feiten.product = [code];
      return { kaart: [titel(`Product ${code}`, bij), productkaart(code, bij)], namen: [code] };
    }
    const retour = wegwijzer.retourcodes[code];
    if (retour) {
      return { kaart: [titel(`Retourcode ${code}`, bij, true), retourkaart(code, retour, bij)], namen: [code, ...retour.controles] };
    }
    const controle = bij.index.controles.get(code);
    if (controle) return { kaart: [titel(`Landelijke regel ${code}`, bij, true), controlekaart(controle, bij)], namen: [code] };
  }
  return null;
}

function metTitel(regel, bij) {
  return [titel(regel.vraag, bij), regelkaart(regel, bij)];
}

/** Put above a card what it is about, with the place and the facts that were named. */
function titel(tekst, { plek, feiten }, landelijk = false) {
  const delen = landelijk ? [] : [plek.naam || 'Landelijk', ...(feiten.wet ?? [])];
  return maak('h2', { class: 'kaarttitel' }, [...delen, tekst].join(' · '));
}

/** One product is shown at once; of more the reader chooses. */
function productenkaart(producten, bij) {
  if (producten.length === 1) {
    const { naam } = producten[0];
    bij.feiten.product = [naam];
    return [titel(`Product ${naam}`, bij), productkaart(naam, bij)];
  }
  return [titel('Producten', bij), maak('article', { class: 'kaart' },
    maak('p', { class: 'antwoord' }, `${producten.length} producten passen bij uw vraag.`),
    maak('ul', { class: 'ook' }, producten.slice(0, PRODUCTEN).map(({ naam, titel: tekst }) => maak('li', {},
      maak('a', { href: bij.adres({ q: naam }), 'data-hier': true }, `${naam} ${tekst}`)))))];
}

async function paginakaart(pagina, bij) {
  const { titel: naam, pad, woorden } = pagina;
  if (gaatOverWijzigingen(pagina)) return [titel('Wijzigingen', bij), await wijzigingskaart(pagina, bij)];
  return [maak('h2', { class: 'kaarttitel' }, naam), maak('article', { class: 'kaart' },
    maak('p', { class: 'antwoord' }, maak('a', { href: wortel + pad }, naam)), alinea(woorden?.[0]))];
}

/** A municipality can belong to another region per law: then we ask for the law first. */
function wetkaart({ plek, wegwijzer, adres }) {
  const keuzes = Object.entries(plek.perWet).flatMap(([regio, wetten]) => wetten.map((wet) => maak('li', {},
    maak('a', { href: adres({ wet }), 'data-hier': true }, wet), `: ${wegwijzer.regios.find((r) => r.regio === regio)?.naam ?? regio}`)));
  return [maak('h2', { class: 'kaarttitel' }, plek.naam), maak('article', { class: 'kaart deels' },
    maak('p', { class: 'antwoord' }, 'Dat hangt af van de wet.'),
    alinea(`${plek.naam} hoort per wet bij een andere regio. Voor welke wet?`), maak('ul', { class: 'ook' }, keuzes))];
}

/** Only a municipality or region: say to which region it belongs, and what can be found there. */
function plekkaart({ plek, wegwijzer, namen, index, op }) {
  if (!plek.naam) return [];
  const eigen = wegwijzer.regios.find(({ regio }) => regio === plek.regio);
  if (!eigen) return [maak('h2', { class: 'kaarttitel' }, plek.naam)];
  const paginas = namen.filter(({ soort }) => soort === 'tab');
  const wetten = plek.wetten.length ? ` voor de ${opsomming(plek.wetten)}` : '';
  return [
    maak('h2', { class: 'kaarttitel' }, plek.naam),
    maak('article', { class: 'kaart' },
      maak('p', { class: 'antwoord' }, plek.gemeente ? `${plek.naam} hoort${wetten} bij ${eigen.naam}.` : `${eigen.naam}.`),
      alinea(`${zin(versieOp(index, op))}. Stel hierboven een vraag, of blader:`),
      maak('ul', {}, paginas.map(({ titel: naam, pad, woorden }) => (
        maak('li', {}, maak('a', { href: wortel + pad }, woorden?.[0] ?? naam)))))),
  ];
}

/** Say first whether the answer is of this municipality at all. */
function vooraf(bij, gevonden) {
  const { bestaatNiet } = bij.vraag;
  const dag = bestaatNiet ? [let_(`${bestaatNiet} bestaat niet.`, 'Daarom rekenen we geen datum uit.')] : [];
  return [...dag, ...overDePlek(bij, gevonden)];
}

function overDePlek({ plek, feiten, wegwijzer }, { kaarten }) {
  const eigen = wegwijzer.regios.find(({ regio }) => regio === plek.regio);
  if (plek.onbekend) {
    const wet = eigen && feiten.wet ? ` voor de ${feiten.wet[0]}` : '';
    return [let_(`Van deze regio hebben we nog geen protocol${wet}.`, `${kaarten.length ? 'Hieronder staat' : 'U ziet dan'} `
      + `de landelijke afspraak. De regio kan iets anders hebben afgesproken. Vraag het na bij de gemeente${plek.naam ? ` ${plek.naam}` : ''}.`)];
  }
  if (eigen?.voorbeeld) return [let_('Voorbeeld.', 'Deze regio is verzonnen, om te laten zien hoe het werkt.')];
  if (eigen || !kaarten.length) return [];
  return [let_('Dit is de landelijke afspraak.', 'Kies uw gemeente: daar kan iets anders zijn afgesproken.')];
}

/** Say next how firm what we show is. */
function achteraf({ plek, index: { set }, wegwijzer }, { kaarten }) {
  const eigen = wegwijzer.regios.find(({ regio }) => regio === plek.regio);
  if (!eigen || eigen.voorbeeld || plek.onbekend || !kaarten.length) return [];
  if (set.status === 'concept') return [let_('Concept.', `Van ${set.naam} hebben we nog geen vastgesteld protocol.`)];
  if (set.officieel) return [];
  return [let_('Onofficiële weergave', `van versie ${set.versie}. De regio heeft dit niet zelf uitgegeven. Het vastgestelde document gaat voor.`)];
}

function let_(kop, tekst) {
  return maak('p', { class: 'let' }, maak('b', {}, kop), ` ${tekst}`);
}

/** Who works with more regions can ask the same of the others. */
function anderePlekken({ plek, wegwijzer, adres }, { kaarten }) {
  const mijn = mijnRegios();
  if (!kaarten.length || plek.gemeente || !mijn.includes(plek.regio)) return [];
  const andere = wegwijzer.regios.filter(({ regio }) => regio !== plek.regio && mijn.includes(regio));
  if (!andere.length) return [];
  return [maak('p', {}, 'En in: ', andere.flatMap(({ regio, naam }, i) => [
    ...(i ? [', '] : []), maak('a', { href: adres({ regio }), 'data-hier': true }, naam)]))];
}

/** Give the other hits as a short list, and the way to the text of all pages. */
function rest(q, { kaarten, regels, paginas }, bij) {
  if (!q) return kaarten.length ? [] : [let_('Geen antwoord gevonden.', 'Deze vraag staat niet in dit protocol. Stel hierboven een vraag.')];
  const lijsten = [];
  if (!kaarten.length) {
    lijsten.push(maak('h2', { class: 'kaarttitel' }, 'Geen antwoord gevonden'),
      alinea(`Op '${q}' hebben we geen antwoord. Kijk of het goed is geschreven, of gebruik een ander woord.`));
  }
  if (regels.length) {
    lijsten.push(maak('h2', {}, 'Ook hierover'), maak('ul', { class: 'ook' }, regels.slice(0, ANDERE_REGELS).map(({ regel }) => (
      maak('li', {}, maak('a', { href: bij.adres({ regel: regel.regel }), 'data-hier': true }, regel.titel), kort(regel, bij))))));
  }
  const eigen = paginas.slice(0, ANDERE_PAGINAS);
  const overal = maak('a', { href: `${wortel}zoeken/${adresVan({ q, regio: bij.plek.regio === 'standaard' ? '' : bij.plek.regio })}` },
    `Zoek '${q}' in alle pagina's`);
  lijsten.push(maak('h2', {}, 'Op andere pagina\'s'), maak('ul', { class: 'ook' },
    eigen.map(({ naam }) => maak('li', {}, maak('a', { href: wortel + naam.pad }, noem(naam)))), maak('li', {}, overal)));
  return lijsten;
}

function kort(regel, { index, feiten, op }) {
  const uitkomst = zoek(index, regel.regel, feiten, op);
  const tekst = kern(index, regel, uitkomst);
  return uitkomst.stand === 'waarde' && (strekking(tekst) || tekst.length < LANGSTE_ZIN) ? `: ${tekst}` : '';
}

function noem({ naam, titel: tekst }) {
  return naam && !tekst.startsWith(naam) ? `${naam}: ${tekst}` : tekst;
}
