// The questions of the decision tree VOT or VOW, as data. An answer is a fact of the set; the set says what follows.
// Source of the order: OP003 and OP079 (is it allowed by message?), OP307 (VOT), OP306 (VOW).

/**
 * @typedef {{naam: string, sleutel: string, vraag: string, bron: string, codelijst?: string,
 *   alleenBij?: {naam: string, waarde: string}, antwoorden: {waarde: string, tekst: string}[]}} Vraag
 *   an empty value is no fact: 'ja, dat kan' or 'nee, geen van beide'; with a code list the answers stand there
 */

/** @type {readonly Vraag[]} */
export const VRAGENLIJST = [
  {
    naam: 'wet', sleutel: 'wet', bron: 'OP307', vraag: 'Onder welke wet valt de zorg?',
    antwoorden: [
      { waarde: 'Jw', tekst: 'Jeugdwet' },
      { waarde: 'Wmo', tekst: 'Wmo' },
    ],
  },
  {
    naam: 'gegevens', sleutel: 'situatie', bron: 'OP003, OP079',
    vraag: 'Kunnen de gegevens van deze cliënt via een bericht?',
    antwoorden: [
      { waarde: '', tekst: 'Ja' },
      { waarde: 'zonder bsn', tekst: 'Nee, de cliënt heeft geen BSN' },
      { waarde: 'geheim', tekst: 'Nee, de gegevens moeten geheim blijven' },
      { waarde: 'veiligheid', tekst: 'Nee, versturen is gevaarlijk voor de cliënt' },
    ],
  },
  {
    naam: 'aanleiding', sleutel: 'situatie', bron: 'OP307',
    vraag: 'Is er een nieuwe verwijzing of een open beschikking?',
    antwoorden: [
      { waarde: 'nieuwe verwijzing', tekst: 'Ja, een nieuwe verwijzing' },
      { waarde: 'open beschikking', tekst: 'Ja, een beschikking waarin geen aanbieder staat' },
      { waarde: '', tekst: 'Nee' },
    ],
  },
  {
    naam: 'verwijzer', sleutel: 'verwijzer', bron: 'OP307', vraag: 'Wie heeft de cliënt verwezen?',
    codelijst: 'COD327', alleenBij: { naam: 'aanleiding', waarde: 'nieuwe verwijzing' }, antwoorden: [],
  },
  {
    naam: 'zorg', sleutel: 'situatie', bron: 'OP306', vraag: 'Levert u deze cliënt al zorg?',
    alleenBij: { naam: 'aanleiding', waarde: '' },
    antwoorden: [
      { waarde: 'lopende zorg', tekst: 'Ja' },
      { waarde: '', tekst: 'Nee' },
    ],
  },
];

/** Which rule of the set is about which message. */
export const VERZOEKEN = { VOT: { regel: 'vot.gebruik', bericht: '315' }, VOW: { regel: 'vow.gebruik', bericht: '317' } };
