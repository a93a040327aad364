// Welke set geldt voor de gekozen gemeente of regio. De keuze staat in de pagina; de set komt van deze site zelf.

import { maakIndex } from './lezer.js';
import { alinea, maak } from './opmaak.js';
import { wortel } from './site.js';

const STANDAARD = 'standaard';
const sets = new Map();

/**
 * Haal de set van wat gekozen is in een keuzelijst. Een gemeente is ook een feit.
 * @returns {Promise<{index: import('./lezer.js').Index, feiten: import('./lezer.js').Feiten, onbekend: boolean,
 *   sleutel: string}>} onbekend: een gemeente waarvan we geen protocol hebben
 */
export async function gekozen(keuzelijst) {
  const keuze = keuzelijst.selectedOptions[0];
  const naam = keuze?.dataset.set ?? STANDAARD;
  const gemeente = keuze?.dataset.gemeente;
  return {
    index: await haal(naam),
    feiten: gemeente ? { gemeente: [gemeente] } : {},
    onbekend: Boolean(gemeente) && naam === STANDAARD,
    sleutel: naam,
  };
}

/** Zeg het als we van deze gemeente geen protocol hebben; anders niets. */
export function voorbehoud({ onbekend, index }) {
  if (onbekend) {
    return maak('div', { class: 'let' }, alinea('Van deze gemeente hebben we nog geen protocol. Hieronder staat de '
      + 'landelijke afspraak. De regio kan iets anders hebben afgesproken. Vraag het na bij de gemeente.'));
  }
  if (index.set.status === 'voorbeeld') {
    return maak('div', { class: 'let' }, alinea('Deze regio is verzonnen, om te laten zien hoe het werkt.'));
  }
  return null;
}

function haal(naam) {
  if (!sets.has(naam)) {
    const opgehaald = fetch(`${wortel}data/${naam}/parameterset.json`).then((antwoord) => {
      if (!antwoord.ok) throw new Error(`${naam}: ${antwoord.status}`);
      return antwoord.json();
    }).then(maakIndex);
    // Wat niet lukte, kan een volgende keer wel lukken.
    opgehaald.catch(() => sets.delete(naam));
    sets.set(naam, opgehaald);
  }
  return sets.get(naam);
}
