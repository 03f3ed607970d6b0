import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const css = readFileSync(join(__dirname, 'graph.module.css'), 'utf8');

it('draws criticality in no tone of a result', () => {
  expect(css).not.toMatch(/danger|warning|success|info/);
});

it('has no text smaller than 12 pixels in its own size', () => {
  const sizes = [...css.matchAll(/font-size: (\d+)px/g)].map(([, size]) =>
    Number(size),
  );
  expect(sizes.length).toBeGreaterThan(0);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
});
