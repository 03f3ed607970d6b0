import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  isOfRegime,
  Regime,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { loadControlFolder } from '@ict-assurance/backstage-plugin-dora-compliance-node';

const root = path.resolve(__dirname, '..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

/** The codes that a cell names: `CHG-01 to CHG-03` is three. */
function listNamed(cell: string, codes: readonly string[]): string[] {
  return cell === 'all'
    ? [...codes]
    : cell.split(', ').flatMap(item => {
        const [from = '', to = from] = item.split(' to ');
        return codes.slice(codes.indexOf(from), codes.indexOf(to) + 1);
      });
}

it.each(Regime.options)(
  'the table of regimes has the controls of %s',
  async regime => {
    const controls = await loadControlFolder(path.join(root, 'controls'));
    const codes = controls.map(({ code }) => code).sort();
    const row = new RegExp(`^\\| \`${regime}\` .*\\| ([^|]*?) *\\|$`, 'm');
    const cell = row.exec(readme)?.[1] ?? 'no row';
    expect(listNamed(cell, codes)).toEqual(
      controls
        .filter(control => isOfRegime(control, regime))
        .map(({ code }) => code)
        .sort(),
    );
  },
);
