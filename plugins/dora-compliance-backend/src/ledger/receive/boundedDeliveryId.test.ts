import { boundedDeliveryId } from './boundedDeliveryId';

it.each(['72d3162e-cc78-11e3-81ab-4c9367dc0958', 'x'.repeat(200), 'ü 日'])(
  '%s is kept as it is',
  id => {
    expect(boundedDeliveryId(id)).toBe(id);
  },
);

it('what is long or unfit is kept as a digest, each as another', () => {
  const long = 'x'.repeat(200);
  const ids = [`${long}a`, `${long}b`, 'a\0', 'a\n', 'a\ud83d', 'a\ud83e'];
  const kept = ids.map(boundedDeliveryId);
  kept.forEach(id => expect(id).toMatch(/^sha256:[0-9a-f]{64}$/));
  expect(new Set(kept).size).toBe(ids.length);
});
