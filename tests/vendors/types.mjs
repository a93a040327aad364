// Maak typen uit het schema zoals een leverancier dat doet: TypeScript en Java.
// node types.mjs MAP-MET-NODE-MODULES SCHEMA DOELMAP
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [modules, schemaPad, doel] = process.argv.slice(2);
const require = createRequire(join(modules, 'package.json'));
const { compile } = require('json-schema-to-typescript');
const { FetchingJSONSchemaStore, InputData, JSONSchemaInput, quicktypeMultiFile } = require('quicktype-core');

const tekst = readFileSync(schemaPad, 'utf8');
mkdirSync(doel, { recursive: true });
writeFileSync(join(doel, 'parameterset.d.ts'), await compile(JSON.parse(tekst), 'Parameterset'));

const schema = new JSONSchemaInput(new FetchingJSONSchemaStore());
await schema.addSource({ name: 'Parameterset', schema: tekst });
const invoer = new InputData();
invoer.addInput(schema);
const opties = { inputData: invoer, lang: 'java', rendererOptions: { 'just-types': 'true', package: 'nl.voorbeeld' } };
for (const [naam, bestand] of await quicktypeMultiFile(opties)) {
  writeFileSync(join(doel, naam), bestand.lines.join('\n'));
}
