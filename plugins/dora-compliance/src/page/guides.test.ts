import { existsSync } from 'node:fs';
import path from 'node:path';
import { guides } from './guides';

it.each(Object.values(guides))('%s is a file of this repository', address => {
  const [, file = ''] = /\/blob\/main\/(.*)$/.exec(address) ?? [];
  const root = path.resolve(__dirname, '../../../..');
  expect(file).toMatch(/^docs\/guides\//);
  expect(existsSync(path.join(root, file))).toBe(true);
});
