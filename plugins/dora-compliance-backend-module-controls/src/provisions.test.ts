import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadControlFolder } from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** The sheet of the law, beside the checkout. */
function readRegulation(): string {
  const shared =
    process.env.DORA_SHARED ??
    ['../../../../shared', '../../../../../shared']
      .map(place => path.resolve(__dirname, place))
      .find(existsSync);
  return readFileSync(
    path.join(shared ?? '', 'reference/regulation.md'),
    'utf8',
  );
}

it('every cited article is in the sheet of the law', async () => {
  const regulation = readRegulation();
  const controls = await loadControlFolder(
    path.resolve(__dirname, '../controls'),
  );
  const cited = controls.flatMap(({ provisions }) =>
    provisions.map(({ ref }) => ref),
  );
  expect(cited.length).toBeGreaterThan(5);
  const missing = cited.filter(ref => !regulation.includes(ref));
  expect(missing).toEqual([]);
});
