import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  loadControlFolder,
  loadProvisions,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { writeReference } from './__testUtils__/writeReference';

const root = path.resolve(__dirname, '..');
const file = path.resolve(root, '../../docs/reference/controls.md');

/** `UPDATE_DOCS=1 yarn test reference` writes it again. */
it('the page of controls says what the files of the controls say', async () => {
  const made = writeReference(
    await loadControlFolder(path.join(root, 'controls')),
    await loadProvisions(path.join(root, 'provisions.yaml')),
  );
  if (process.env.UPDATE_DOCS) {
    writeFileSync(file, made);
  }
  expect(readFileSync(file, 'utf8')).toBe(made);
});
