import { digests } from './__testUtils__/documents';
import { parseImage, readDigest } from './parseImage';

it.each([
  ['nginx', { name: 'nginx' }],
  ['nginx:1.27', { name: 'nginx', version: '1.27' }],
  [
    'registry.bank:5000/core/ledger',
    { name: 'registry.bank:5000/core/ledger' },
  ],
  [
    'registry.bank:5000/core/ledger:1.4.0',
    { name: 'registry.bank:5000/core/ledger', version: '1.4.0' },
  ],
  [
    `ghcr.io/bank/ledger:1.4.0@${digests.a}`,
    { name: 'ghcr.io/bank/ledger', version: '1.4.0', digest: digests.a },
  ],
  [
    `docker-pullable://ghcr.io/bank/ledger@${digests.a}`,
    { name: 'ghcr.io/bank/ledger', digest: digests.a },
  ],
  // An id of the node: no registry knows it.
  [digests.a, { name: digests.a }],
  [`docker://${digests.a}`, { name: `docker://${digests.a}` }],
  ['ledger@sha256:abc', { name: 'ledger' }],
  [':', { name: ':' }],
  ['@', { name: '@' }],
])('reads %s', (reference, image) => {
  expect(parseImage(reference)).toEqual(image);
});

it.each([
  '',
  digests.a,
  `docker://${digests.a}`,
  `@${digests.a}`,
  `ledger@${digests.a}0`,
  `ledger@${digests.a.toUpperCase()}`,
  'ledger:sha256-aaaa',
])('finds no digest in %s', reference => {
  expect(readDigest(reference)).toBeUndefined();
});

it('finds the digest of a long hash, too', () => {
  const digest = `sha512:${'0'.repeat(128)}`;
  expect(readDigest(`ledger@${digest}`)).toBe(digest);
});
