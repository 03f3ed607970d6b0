import { storable } from './storable';

it('leaves an entity as it is', () => {
  const entity = { metadata: { title: 'Zahlungen \u{1f600} \\u0000 \n' } };
  expect(storable(entity)).toEqual(entity);
});

it('replaces what no database keeps', () => {
  const hostile = { title: 'a\0b\ud83d', 'n\0': ['\ude00', '\u{1f600}\\'] };
  expect(storable(hostile)).toEqual({
    title: 'a\ufffdb\ufffd',
    'n\ufffd': ['\ufffd', '\u{1f600}\\'],
  });
});
