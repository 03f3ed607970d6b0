import { nameMarks } from './nameMarks';

it.each([
  ['\u202Etxt.exe', '[U+202E]txt.exe'],
  // The shortest code of them has four digits, too.
  ['a\u061Cb\u2069', 'a[U+061C]b[U+2069]'],
  ['Zahlungen €', 'Zahlungen €'],
])('names what turns the direction of a text (%#)', (text, expected) => {
  expect(nameMarks(text)).toBe(expected);
});
