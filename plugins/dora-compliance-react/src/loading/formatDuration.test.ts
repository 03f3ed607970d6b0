import { formatDuration } from './formatDuration';

it.each([
  ['PT2H', '2 h'],
  ['P1DT2H30M', '1 d 2 h 30 min'],
  ['PT0S', '0 s'],
  ['P2W', '2 wk'],
])('tells %s as %s', (duration, words) => {
  expect(formatDuration(duration)).toBe(words);
});

it('tells months from minutes', () => {
  expect(formatDuration('P3MT4M')).toBe('3 mo 4 min');
});

it('leaves alone what is no duration', () => {
  expect(formatDuration('two hours')).toBe('two hours');
});
