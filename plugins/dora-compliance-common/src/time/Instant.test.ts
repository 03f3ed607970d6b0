import { Instant, parseInstant } from './Instant';

it.each([
  '2026-02-30T00:00:00.000Z',
  '2026-13-01T00:00:00.000Z',
  '2026-01-01T24:00:00.001Z',
  '0000-06-01T00:00:00.000Z',
])('%s is no instant: PostgreSQL knows none such', text => {
  expect(Instant.safeParse(text).success).toBe(false);
});

it.each([
  '2024-02-29T23:59:59.999Z',
  '0001-01-01T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
])('%s is an instant', text => {
  expect(Instant.parse(text)).toBe(text);
  expect(parseInstant(text)).toBe(text);
});

it('reads nothing from the year 0, which PostgreSQL does not know', () => {
  expect(parseInstant('0000-06-01T00:00:00Z')).toBeUndefined();
});

it.each([
  '2026-03-01T10:20:30Z',
  '2026-03-01T10:20:30.123Z',
  '2026-02-30T00:00:00Z',
  '2026-04-31T00:00:00.000Z',
  '2026-01-01T24:00:00Z',
  '2026-01-01T24:00:01Z',
  '2026-12-31T23:59:60Z',
  '0000-01-01T00:00:00Z',
  '2024-02-29T00:00:00Z',
  '2023-02-29T00:00:00Z',
])('reads %s as it does the same time with an offset', text => {
  expect(parseInstant(text)).toBe(parseInstant(text.replace('Z', '+00:00')));
});
