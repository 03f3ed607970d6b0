import { ChangeAnnouncer } from './ChangeAnnouncer';

function announcing() {
  const told: string[][] = [];
  const waiting: (() => void)[] = [];
  const announcer = new ChangeAnnouncer(
    async refs => void told.push(refs),
    callback => waiting.push(callback),
  );
  const pass = () => waiting.splice(0).forEach(callback => callback());
  return { announcer, told, pass };
}

it('reports what changes within a second together, each once', () => {
  const { announcer, told, pass } = announcing();
  ['a', 'b', 'a'].forEach(ref => announcer.note(ref));
  expect(told).toEqual([]);
  pass();
  expect(told).toEqual([['a', 'b']]);
  announcer.note('a');
  pass();
  pass();
  expect(told).toEqual([['a', 'b'], ['a']]);
});

it('reports many at once, and none twice', () => {
  const { announcer, told, pass } = announcing();
  Array.from({ length: 501 }, (_, n) => announcer.note(`${n}`));
  expect(told.map(({ length }) => length)).toEqual([500]);
  pass();
  expect(told.map(({ length }) => length)).toEqual([500, 1]);
});
