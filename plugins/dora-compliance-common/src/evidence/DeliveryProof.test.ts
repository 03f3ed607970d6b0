import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type DeliveryPart,
  DeliveryProof,
  isProven,
  proofCoverage,
} from './DeliveryProof';

const parts: DeliveryPart[] = ['body', 'deliveryId', 'sentAt', 'headers'];

it('the guide says of each proof what it covers', () => {
  const guide = readFileSync(
    path.resolve(__dirname, '../../../../docs/guides/evidence-sources.md'),
    'utf8',
  );
  const rows = [...guide.matchAll(/^\| `([a-z-]+)` +\|[^|]*\|(.*)\|$/gm)]
    .filter(([, proof = '']) => proof in proofCoverage)
    .map(([, proof, cells = '']) => [
      proof,
      cells.split('|').map(cell => cell.trim() === 'yes'),
    ]);
  expect(rows).toEqual(
    DeliveryProof.options.map(proof => [
      proof,
      parts.map(part => proofCoverage[proof][part]),
    ]),
  );
});

it('nothing is proven by no proof or an unknown one', () => {
  parts.forEach(part => {
    expect(isProven(part, undefined)).toBe(false);
    expect(isProven(part, 'none')).toBe(false);
  });
});
