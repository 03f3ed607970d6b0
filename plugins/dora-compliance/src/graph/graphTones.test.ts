import { readFileSync } from 'node:fs';
import { join } from 'node:path';

it('draws criticality in no tone of a result', () => {
  const css = readFileSync(join(__dirname, 'graph.module.css'), 'utf8');
  expect(css).not.toMatch(/danger|warning|success|info/);
});
