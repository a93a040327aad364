// A day as a calendar file (.ics, RFC 5545). Without a clock: the same day always gives the same file.

import { plusDagen } from './datums.js';

/** @typedef {{sleutel: string, dag: string, titel: string, toelichting?: string, adres?: string}} Agendapunt */

const LANGSTE_REGEL = 75;
const REGELEINDE = '\r\n';

/** Write one day as a calendar file. The key tells the entry apart: the same key replaces the old one. */
export function agendapunt(punt) {
  return agenda([punt]);
}

/** Write a row of days as a calendar file. @param {Agendapunt[]} punten */
export function agenda(punten) {
  const regels = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//regioprotocol//termijnen//NL', 'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH', ...punten.flatMap(punt), 'END:VCALENDAR',
  ];
  return regels.map((regel) => vouw(regel) + REGELEINDE).join('');
}

function punt({ sleutel, dag, titel, toelichting = '', adres = '' }) {
  return [
    'BEGIN:VEVENT',
    `UID:${sleutel.replace(/[^A-Za-z0-9.-]+/g, '-')}@regioprotocol`,
    `DTSTAMP:${kaal(dag)}T000000Z`,
    `DTSTART;VALUE=DATE:${kaal(dag)}`,
    `DTEND;VALUE=DATE:${kaal(plusDagen(dag, 1))}`,
    `SUMMARY:${veilig(titel)}`,
    ...(toelichting ? [`DESCRIPTION:${veilig(toelichting)}`] : []),
    ...(adres ? [`URL:${adres}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function kaal(dag) {
  return dag.replaceAll('-', '');
}

function veilig(tekst) {
  return tekst.replace(/\\/g, '\\\\').replace(/[;,]/g, (teken) => `\\${teken}`).replace(/\r\n|\r|\n/g, '\\n');
}

/** Fold a long line: at most 75 bytes, and never in the middle of a character. */
function vouw(regel) {
  const stukken = [];
  let stuk = '';
  let bytes = 0;
  for (const teken of regel) {
    const lengte = new TextEncoder().encode(teken).length;
    if (bytes + lengte > LANGSTE_REGEL) {
      stukken.push(stuk);
      stuk = ' ';
      bytes = 1;
    }
    stuk += teken;
    bytes += lengte;
  }
  return [...stukken, stuk].join(REGELEINDE);
}
