import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openApi } from './api';
import { errorCodes } from './errors';

const folder = path.resolve(__dirname, '../../../docs/reference');

/**
 * Reference pages are made from the code. `UPDATE_DOCS=1 yarn test` writes
 * them anew.
 */
function expectPage(name: string, text: string) {
  const file = path.join(folder, name);
  if (process.env.UPDATE_DOCS) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  }
  expect(readFileSync(file, 'utf8')).toBe(text);
}

it('the OpenAPI file says what the operations say', () => {
  expectPage('openapi.json', `${JSON.stringify(openApi(), null, 2)}\n`);
});

it('the page of errors has every error and no other', () => {
  const entries = Object.entries(errorCodes).map(
    ([code, { status, meaning, fix }]) =>
      `## ${code}\n\n${status}. ${meaning}\n\n${fix}\n`,
  );
  expectPage(
    'errors.md',
    ['# Errors\n\nMade from the code; do not edit.\n', ...entries].join('\n'),
  );
});
