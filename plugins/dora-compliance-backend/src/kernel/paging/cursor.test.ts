import { CursorError, readCursor, readKeys, writeCursor } from './cursor';

it('is read as it was written', () => {
  const keys = ['2026-03-01T00:00:00.000Z', 'sha256:0'] as const;
  expect(readCursor(writeCursor(...keys))).toEqual(keys);
});

it.each([
  ['1', 'a'],
  ['2026-02-30T00:00:00.000Z', 'a'],
  ['2026-03-01', 'a'],
  ['2026-03-01T00:00:00.000Z', 'a\0'],
  ['2026-03-01T00:00:00.000Z', 'a\ud83d'],
  ['2026-03-01T00:00:00.000Z'],
])('of %j is none of ours', (...keys) => {
  expect(() => readCursor(writeCursor(...keys))).toThrow(CursorError);
});

it.each(['', 'x', Buffer.from('[1]').toString('base64url')])(
  '%j is none',
  cursor => {
    expect(() => readKeys(cursor, 1)).toThrow(CursorError);
  },
);
