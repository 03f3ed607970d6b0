import { requestText } from './RequestText';

const said = (text: string) =>
  requestText(5)
    .safeParse(text)
    .error?.issues.map(({ message }) => message) ?? [];

it.each(['', 'abcde', '\u{1f600}', 'ü\n'])('%j is a text', text => {
  expect(said(text)).toEqual([]);
});

it.each([
  ['abcdef', 'must have at most 5 characters'],
  ['a\0b', 'must not contain NUL or half of a surrogate pair'],
  ['a\ud83d', 'must not contain NUL or half of a surrogate pair'],
  ['\ude00\ud83d', 'must not contain NUL or half of a surrogate pair'],
])('%j is refused', (text, message) => {
  expect(said(text)).toEqual([message]);
});
