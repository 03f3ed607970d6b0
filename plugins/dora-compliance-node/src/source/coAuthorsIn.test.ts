import { coAuthorsIn } from './coAuthorsIn';

it.each([
  [
    'Fix\n\nCo-authored-by: Ann Lee <ann@x.example>',
    [['Ann Lee', 'ann@x.example']],
  ],
  [
    'co-authored-by: a <a@x>\r\nCO-AUTHORED-BY:b<b@x> ',
    [
      ['a', 'a@x'],
      ['b', 'b@x'],
    ],
  ],
  ['Co-authored-by: <c@x>', [['', 'c@x']]],
  ['Co-authored-by: d <>', [['d', '']]],
  ['Co-authored-by: nobody', []],
  ['see Co-authored-by: e <e@x>', []],
  ['', []],
])('of %j', (message, expected) => {
  expect(coAuthorsIn(message)).toEqual(
    expected.map(([name, email]) => ({ name, email })),
  );
});
