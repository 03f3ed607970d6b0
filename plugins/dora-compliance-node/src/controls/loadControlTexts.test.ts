import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { loadControlTexts } from './loadControlTexts';

const control = {
  id: 'chg-99-test',
  assess: [{ id: 'it', text: 'It.', assert: 'true' }],
} as unknown as Control;

const german = `title: Ein Test
objective: Zum Testen
assess:
  it: Das.
remediation: Beheben.
`;

describe('loadControlTexts', () => {
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'texts-'));
    await mkdir(path.join(folder, control.id));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const write = (name: string, text: string) =>
    writeFile(path.join(folder, control.id, name), text);

  it('reads the texts of each language, and no other file', async () => {
    await write('text.de.yaml', german);
    await write('control.test.yaml', 'cases: []');
    const found = await loadControlTexts(folder, control);
    expect(Object.keys(found)).toEqual(['de']);
    expect(found.de!.assess).toEqual({ it: 'Das.' });
  });

  it.each([
    ['text.de.yaml:5: remediation', german.replace('remediation: B', '# ')],
    ['text.de.yaml: assess.it is missing', german.replace(' it:', ' other:')],
    ['assess.other is no requirement', german.replace(' it:', ' other:')],
    ['notCovered has 1', `${german}notCovered: [Mehr.]\n`],
  ])('names the file and what is wrong: %s', async (message, text) => {
    await write('text.de.yaml', text);
    const told = await loadControlTexts(folder, control).catch(String);
    expect(told).toContain(message.replace(/:5:.*/, ''));
  });
});
