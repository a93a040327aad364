// Comparing Dutch words: without accents, without plural, and with a slip of the keys.

// Words that stand in a question, but do not say what it is about.
const VULWOORDEN = new Set(('de het een en of in van voor met bij op aan te ten ter om dat die dit deze er is zijn was word '
  + 'wordt worden ik u uw wij we mijn ons onze hoe wat wie waar waarom wanneer welk welke mag moet moeten kan kunnen hier '
  + 'nog ook wel niet geen als dan naar uit over door tot en heb heeft hebben doe doet doen nu per gemeente regio sturen '
  + 'stuur stuurt').split(' '));
const KORTSTE_STAM = 3;
const LANG = 5;
const HEEL_LANG = 9;

/** Give the text without capitals, accents and punctuation: "iJw-315's" becomes 'ijw 315 s'. */
export function kaal(tekst) {
  return tekst.toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/[^a-z0-9]+/g, ' ').trim();
}

/** Give the words of a text. @returns {string[]} */
export function woorden(tekst) {
  const schoon = kaal(tekst);
  return schoon ? schoon.split(' ') : [];
}

/** Tell whether a word in a question says nothing about its subject. */
export function isVulwoord(woord) {
  return VULWOORDEN.has(woord);
}

/** Give the stem: 'afwijkingen' and 'afwijking' are equal, 'uren' and 'uur' too. A code stays as it is. */
export function stam(woord) {
  if (/[0-9]/.test(woord)) return woord;
  let kort = woord;
  for (const einde of ['s', 'en', 'e', 'ing']) {
    if (kort.endsWith(einde) && kort.length - einde.length >= KORTSTE_STAM) kort = kort.slice(0, -einde.length);
  }
  return kort.replace(/v$/, 'f').replace(/z$/, 's').replace(/([bdfgklmnprst])\1$/, '$1').replace(/([aeou])\1/g, '$1');
}

/** Tell whether two stems are equal but for a slip of the keys; short words and codes must be exactly right. */
export function lijken(een, ander) {
  if (een === ander) return true;
  const lengte = Math.min(een.length, ander.length);
  if (lengte < LANG || /[0-9]/.test(een + ander) || een[0] !== ander[0]) return false;
  const grens = lengte < HEEL_LANG ? 1 : 2;
  return Math.abs(een.length - ander.length) <= grens && afstand(een, ander) <= grens;
}

/** Count how many letters differ; two letters that changed places count as one. */
export function afstand(een, ander) {
  let vorige = [];
  let rij = Array.from({ length: ander.length + 1 }, (_, j) => j);
  for (let i = 1; i <= een.length; i += 1) {
    const nieuw = [i];
    for (let j = 1; j <= ander.length; j += 1) {
      const gelijk = een[i - 1] === ander[j - 1] ? 0 : 1;
      nieuw[j] = Math.min(rij[j] + 1, nieuw[j - 1] + 1, rij[j - 1] + gelijk);
      if (i > 1 && j > 1 && een[i - 1] === ander[j - 2] && een[i - 2] === ander[j - 1]) {
        nieuw[j] = Math.min(nieuw[j], vorige[j - 2] + 1);
      }
    }
    [vorige, rij] = [rij, nieuw];
  }
  return rij[ander.length];
}
