import { isSameAddress, loggedDelivery } from './loggedDelivery';

it('makes a delivery of what a log shows', () => {
  const headers = { 'X-Event': 'push', 'Content-Type': 'x/form', 'x-n': 1 };
  const { headers: kept, body } = loggedDelivery(headers, { a: 1 });
  expect(kept).toEqual({
    'x-event': 'push',
    'content-type': 'application/json',
  });
  expect(Buffer.from(body).toString()).toBe('{"a":1}');
});

it.each([
  ['https://x.example/ingest', 'https://X.example/ingest/', true],
  ['https://x.example:443/ingest', 'https://x.example/ingest', true],
  ['https://x.example/ingest?a', 'https://x.example/ingest', true],
  ['https://x.example/other', 'https://x.example/ingest', false],
  ['https://x.example/ingest2', 'https://x.example/ingest', false],
  ['http://x.example/ingest', 'https://x.example/ingest', false],
  ['nonsense', 'nonsense', false],
  [undefined, 'https://x.example/ingest', false],
])('%s and %s: %s', (one, other, same) => {
  expect(isSameAddress(one, other)).toBe(same);
});
