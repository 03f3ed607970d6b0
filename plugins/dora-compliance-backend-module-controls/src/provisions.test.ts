import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadControlFolder } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { parse } from 'yaml';

const root = path.resolve(__dirname, '..');

it('the controls cite the paragraphs of provisions.yaml and no others', async () => {
  const listed = Object.entries(
    parse(readFileSync(path.join(root, 'provisions.yaml'), 'utf8')) as Record<
      string,
      Record<string, string>
    >,
  ).flatMap(([act, refs]) => Object.keys(refs).map(ref => `${act} ${ref}`));
  const controls = await loadControlFolder(path.join(root, 'controls'));
  const cited = controls.flatMap(({ provisions }) =>
    provisions.map(({ act, ref }) => `${act} ${ref}`),
  );
  expect([...new Set(cited)].sort()).toEqual(listed.sort());
});
