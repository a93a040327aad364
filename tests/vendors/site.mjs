// Draai de modules van de site in node, voor de tests.
//   node site.mjs                        een regel JSON per opdracht, zoals `conformance run --opdracht` vraagt
//   node site.mjs voorbeelden MAP...     elke opzoeking van voorbeelden.json
//   node site.mjs vragen SET < VRAGEN    per regel een vraag, per regel een antwoord
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { antwoordOp, draaiVoorbeelden, feitenVan, maakMotor } from '../browser/draaien.mjs';
import { agendapunt } from '../../site/scripts/agenda.js';
import { antwoord } from '../../site/scripts/antwoord.js';
import { inEuro } from '../../site/scripts/bedragen.js';
import { plusDagen, plusMaanden, weekdag, weeknummer } from '../../site/scripts/datums.js';
import { controleer } from '../../site/scripts/declaratieregel.js';
import { PER_WEEK, maandgrenzen, toewijzinggrens } from '../../site/scripts/grenzen.js';
import { maandVan, periode, productperiode } from '../../site/scripts/periodes.js';
import * as rekenen from '../../site/scripts/rekenen.js';
import { volg } from '../../site/scripts/spoor.js';
import * as invoer from '../../site/scripts/invoer.js';
import { beslis } from '../../site/scripts/vragen.js';
import { VRAGENLIJST } from '../../site/scripts/vragenlijst.js';
import { stappen, termijn } from '../../site/scripts/termijn.js';
import * as uitleg from '../../site/scripts/uitleg.js';
import { weekvolume } from '../../site/scripts/weekuitleg.js';
import { datum } from '../../site/scripts/woorden.js';

const lees = (pad) => JSON.parse(readFileSync(pad, 'utf8'));

const VRAGEN = {
  antwoord: ({ index }, v) => {
    const spoor = volg(index, v.regel, feitenVan(v), v.op);
    return {
      antwoord: antwoord(index, index.regels.get(v.regel), spoor, v.op),
      ontbrekend: spoor.ontbrekend,
      getoetst: spoor.getoetst.map((g) => [g.geval.geval, g.geldt, g.reden, g.ingehaald, g.mist]),
    };
  },
  stappen: ({ index, kalender }, v) => {
    const gevonden = termijn(index, v.regel, feitenVan(v), v.na, kalender);
    return { datum: gevonden.berekend?.datum ?? null, stappen: stappen(index.regels.get(v.regel), gevonden, v.na) };
  },
  dag: (_, v) => ({
    plusDagen: plusDagen(v.dag, v.aantal), plusMaanden: plusMaanden(v.dag, v.aantal), weekdag: weekdag(v.dag),
    week: weeknummer(v.dag), datum: datum(v.dag),
  }),
  euro: (_, v) => ({ tekst: inEuro(BigInt(v.centen)) }),
  declaratieregel: ({ index }, v) => controleer(index, v.regel),
  uitleg: ({ index }, v) => UITLEG[v.wat](index, v),
  vragenlijst: () => VRAGENLIJST,
  beslis: ({ index }, v) => beslis(index, v.antwoorden, v.extra, v.op),
  lees: (_, v) => ({ waarde: String(invoer[v.wat](v.tekst, 'Het tarief')) }),
  agenda: (_, v) => ({ tekst: agendapunt(v) }),
};

const UITLEG = {
  minuuttarief: (index, v) => {
    const tarief = BigInt(v.uurtarief);
    return uitleg.minuuttarief(tarief, rekenen.minuuttarief(index, {}, v.op, tarief));
  },
  minutenbedrag: (index, v) => {
    const tarief = BigInt(v.uurtarief);
    const samen = v.minuten.reduce((een, ander) => een + ander);
    return uitleg.minutenbedrag(tarief, v.minuten, rekenen.minutenbedrag(index, {}, v.op, tarief, samen));
  },
  uren: (index, v) => {
    const samen = v.minuten.reduce((een, ander) => een + ander);
    return uitleg.uren(v.minuten, rekenen.uren(index, {}, v.op, samen));
  },
  productperiode: (_, v) => {
    const [toewijzing, maand] = [periode(v.begin, v.eind), maandVan(v.maand)];
    return uitleg.productperiode(toewijzing, maand, productperiode(toewijzing, maand));
  },
  weekvolume: (index, v) => {
    const [toewijzing, omvang] = [periode(v.begin, v.eind), { volume: v.volume, frequentie: PER_WEEK }];
    const maanden = maandgrenzen(index, feitenVan(v), omvang, toewijzing);
    return weekvolume(omvang, toewijzing, maanden, toewijzinggrens(index, feitenVan(v), omvang, toewijzing));
  },
};

async function beantwoord(antwoordOpRegel) {
  for await (const regel of createInterface({ input: process.stdin })) {
    const vraag = JSON.parse(regel);
    try {
      process.stdout.write(`${JSON.stringify({ id: vraag.id, uitkomst: antwoordOpRegel(vraag) })}\n`);
    } catch (fout) {
      process.stdout.write(`${JSON.stringify({ id: vraag.id, fout: fout.message })}\n`);
    }
  }
}

const [wat, ...rest] = process.argv.slice(2);
if (wat === 'voorbeelden') {
  for (const map of rest) {
    const { voorbeelden } = lees(`${map}/voorbeelden.json`);
    const fout = draaiVoorbeelden(lees(`${map}/parameterset.json`), voorbeelden);
    process.stdout.write(`${JSON.stringify({ map, aantal: voorbeelden.length, fout })}\n`);
  }
} else if (wat === 'vragen') {
  const motor = maakMotor(lees(rest[0]));
  await beantwoord((vraag) => VRAGEN[vraag.soort](motor, vraag));
} else {
  const motoren = new Map();
  await beantwoord(({ parameterset, opdracht }) => {
    if (!motoren.has(parameterset)) motoren.set(parameterset, maakMotor(lees(parameterset)));
    return antwoordOp(motoren.get(parameterset), opdracht);
  });
}
