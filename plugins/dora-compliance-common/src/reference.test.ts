import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openApi } from './api';
import { errorCodes } from './errors';
import { evidenceTypes } from './evidence';

const folder = path.resolve(__dirname, '../../../docs/reference');

/**
 * The reference page as it stands. They are made from the code:
 * `UPDATE_DOCS=1 yarn test` writes them again.
 */
function page(name: string, made: string) {
  const file = path.join(folder, name);
  if (process.env.UPDATE_DOCS) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, made);
  }
  return readFileSync(file, 'utf8');
}

it('the OpenAPI file says what the operations say', () => {
  const made = `${JSON.stringify(openApi(), null, 2)}\n`;
  expect(page('openapi.json', made)).toBe(made);
});

it('the page of errors has every error and no other', () => {
  const entries = Object.entries(errorCodes).map(
    ([code, { status, meaning, fix }]) =>
      `## ${code}\n\n${status}. ${meaning}\n\n${fix}\n`,
  );
  const heading = '# Errors\n\nMade from the code; do not edit.\n';
  const made = [heading, ...entries].join('\n');
  expect(page('errors.md', made)).toBe(made);
});

it('the glossary names every type of evidence and no other', () => {
  const glossary = readFileSync(
    path.resolve(folder, '../../GLOSSARY.md'),
    'utf8',
  );
  const [, list = ''] = glossary.split('Evidence types:');
  expect([...list.matchAll(/`([a-z-]+)`/g)].map(([, type]) => type)).toEqual(
    Object.keys(evidenceTypes).sort(),
  );
});
