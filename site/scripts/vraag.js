// From what somebody types to what it is about: a day, a municipality, a message, facts, and words to search with.

import { dag, isDag } from './datums.js';
import { isVulwoord, kaal, lijken, stam, woorden } from './taal.js';

/**
 * @typedef {{tekst: string, dag: string, gemeente: string, regio: string, bericht: string, wet: string,
 *   feiten: import('./lezer.js').Feiten, termen: string[][], feittermen: string[][], zinnen: string[],
 *   bestaatNiet: string}} Vraag
 *   termen: per word the stems by which it may be found, what was typed first; feittermen: words from which
 *   a fact appears; zinnen: what somebody means in the words of the field;
 *   bestaatNiet: a day that does not exist
 */

const MAANDEN = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober',
  'november', 'december'];
const LANGSTE_FRASE = 5;
const LANGSTE_VRAAG = 200;
const KORTSTE_NAAM = 5;
const VOORZETSELS = new Set(['in', 'gemeente', 'regio']);

/** Take a question apart with the names of the signpost. Without a year a day means the year of today. @returns {Vraag} */
export function ontleed(tekst, wegwijzer, vandaag) {
  const { dag: gevonden, rest, bestaatNiet } = leesDag(tekst.slice(0, LANGSTE_VRAAG), vandaag);
  const vraag = {
    tekst: rest, dag: gevonden, gemeente: '', regio: '', bericht: '', wet: '', feiten: {}, termen: [], feittermen: [],
    zinnen: [], bestaatNiet,
  };
  const losse = woorden(rest);
  const namen = naslag(wegwijzer);
  for (let i = 0; i < losse.length;) {
    const { lengte, soort, waarde } = langste(losse, i, namen, rest);
    const frase = losse.slice(i, i + lengte);
    neem(vraag, soort, waarde, frase);
    i += lengte;
  }
  if (vraag.wet) vraag.feiten.wet ??= [vraag.wet];
  return vraag;
}

/** Read a day from a text: '30 januari 2026', '30-1-2026', '2026-01-30', 'over februari'; give what is left. */
export function leesDag(tekst, vandaag) {
  const maanden = MAANDEN.map((maand) => `${maand}|${maand.slice(0, 3)}`).join('|');
  const vormen = [
    { vorm: /\b([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})\b/, delen: (/** @type {string[]} */ [, j, m, d]) => [j, m, d] },
    { vorm: /\b([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})\b/, delen: (/** @type {string[]} */ [, d, m, j]) => [j, m, d] },
    {
      vorm: new RegExp(`\\b([0-9]{1,2}) +(${maanden})\\b\\.?(?: +([0-9]{4})\\b)?`, 'i'),
      delen: (/** @type {string[]} */ [, d, m, j]) => [j ?? vandaag.slice(0, 4), maandnummer(m), d],
    },
  ];
  for (const { vorm, delen } of vormen) {
    const gevonden = vorm.exec(tekst);
    if (!gevonden) continue;
    const [jaar, maand, nummer] = delen(gevonden).map(Number);
    const iso = dag(jaar, maand, nummer);
    const bekend = isDag(iso);
    return { dag: bekend ? iso : '', rest: tekst.replace(gevonden[0], ' '), bestaatNiet: bekend ? '' : gevonden[0] };
  }
  return laatsteDagVan(new RegExp(`\\bover +(${maanden})\\b\\.?(?: +([0-9]{4})\\b)?`, 'i').exec(tekst), tekst, vandaag);
}

/** Who says 'over februari' means the whole month: the term begins when it is over. */
function laatsteDagVan(gevonden, tekst, vandaag) {
  if (!gevonden) return { dag: '', rest: tekst, bestaatNiet: '' };
  const [geheel, maand, jaar = vandaag.slice(0, 4)] = gevonden;
  const dagen = [31, 30, 29, 28].map((nummer) => dag(Number(jaar), maandnummer(maand), nummer));
  return { dag: dagen.find(isDag) ?? '', rest: tekst.replace(geheel, ' '), bestaatNiet: '' };
}

function maandnummer(naam) {
  return MAANDEN.findIndex((maand) => maand.startsWith(naam.toLowerCase().slice(0, 3))) + 1;
}

/** Take up a piece of the question as what it is. */
function neem(vraag, soort, waarde, frase) {
  const eigen = frase.filter((woord) => !isVulwoord(woord)).map(stam);
  if (soort === 'gemeente' || soort === 'regio') {
    vraag[soort] = waarde;
    return;
  }
  if (soort === 'bericht') {
    vraag.bericht ||= waarde.bericht;
    vraag.wet ||= waarde.wet ?? '';
    vraag.termen.push([frase.join(' '), waarde.bericht, ...eigen]);
    return;
  }
  if (soort !== 'woord') {
    eigen.forEach((woord) => vraag.termen.push([woord]));
    return;
  }
  for (const [sleutel, feit] of Object.entries(waarde.als)) {
    vraag.feiten[sleutel] = [...new Set([...(vraag.feiten[sleutel] ?? []), feit])];
  }
  vraag.zinnen.push(...waarde.bedoelen.map(kaal));
  const anders = waarde.bedoelen.flatMap((bedoeld) => woorden(bedoeld).filter((w) => !isVulwoord(w)).map(stam));
  if (!anders.length) eigen.forEach((woord) => vraag.feittermen.push([woord]));
  else if (eigen.length === 1) vraag.termen.push([...eigen, ...anders]);
  else vraag.termen.push([eigen.join(' '), ...eigen, ...anders]);
}

/** Find the longest name that begins at this place. */
function langste(losse, begin, namen, rest) {
  for (let lengte = Math.min(LANGSTE_FRASE, losse.length - begin); lengte > 0; lengte -= 1) {
    const frase = losse.slice(begin, begin + lengte).join(' ');
    const gevonden = namen.get(frase);
    if (gevonden && (gevonden.soort !== 'gemeente' || bedoeltGemeente(losse, begin, frase, rest))) {
      return { lengte, ...gevonden };
    }
  }
  return { lengte: 1, ...(metTikfout(losse[begin], namen) ?? { soort: '', waarde: null }) };
}

/** A municipality with a slip of the keys, when only one is like it. */
function metTikfout(woord, namen) {
  if (woord.length <= KORTSTE_NAAM) return null;
  const gevonden = [...namen].filter(([naam, { soort }]) => soort === 'gemeente' && lijken(naam, woord));
  return new Set(gevonden.map(([, { waarde }]) => waarde)).size === 1 ? gevonden[0][1] : null;
}

/** Some municipalities have an ordinary word for a name ('Best'): then a capital counts, or 'in' before it. */
function bedoeltGemeente(losse, begin, frase, rest) {
  if (frase.length >= KORTSTE_NAAM || VOORZETSELS.has(losse[begin - 1]) || losse.length === 1) return true;
  return rest.includes(frase[0].toUpperCase() + frase.slice(1)) || begin === losse.length - 1;
}

const bewaard = new WeakMap();

/** Put all names of the signpost in their bare form. What says most goes first. */
function naslag(wegwijzer) {
  if (bewaard.has(wegwijzer)) return bewaard.get(wegwijzer);
  const namen = new Map();
  const zet = (tekst, soort, waarde) => {
    const sleutel = kaal(tekst);
    if (sleutel && !namen.has(sleutel)) namen.set(sleutel, { soort, waarde });
  };
  for (const [naam, bericht] of Object.entries(wegwijzer.berichten)) zet(naam, 'bericht', bericht);
  for (const { regio, naam, afkortingen } of wegwijzer.regios) {
    [naam, regio, ...afkortingen].forEach((tekst) => zet(tekst, 'regio', regio));
  }
  for (const { code, naam } of wegwijzer.gemeenten) {
    zet(naam, 'gemeente', code);
    zet(naam.replace(/ \(.*\)$/, ''), 'gemeente', code);
  }
  for (const { zeggen, bedoelen, als } of wegwijzer.zoekwoorden) {
    for (const tekst of zeggen) {
      const eerder = namen.get(kaal(tekst));
      if (eerder?.soort === 'woord') {
        eerder.waarde = { bedoelen: [...eerder.waarde.bedoelen, ...bedoelen], als: { ...eerder.waarde.als, ...als } };
      } else zet(tekst, 'woord', { bedoelen, als });
    }
  }
  bewaard.set(wegwijzer, namen);
  return namen;
}
