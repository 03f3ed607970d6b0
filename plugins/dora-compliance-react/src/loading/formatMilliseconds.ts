const UNITS = [
  [24 * 60 * 60_000, 'd'],
  [60 * 60_000, 'h'],
  [60_000, 'min'],
  [1000, 's'],
] as const;

/**
 * A length of time for people, in its two greatest units: `1 d 2 h`. What is
 * left of them is not rounded up. Less than a second is said in milliseconds.
 *
 * @public
 */
export function formatMilliseconds(milliseconds: number): string {
  const length = Math.abs(milliseconds);
  if (length < 1000) {
    return `${Math.round(milliseconds)} ms`;
  }
  const sign = milliseconds < 0 ? '-' : '';
  const first = UNITS.findIndex(([size]) => length >= size);
  let rest = length;
  const parts = UNITS.slice(first, first + 2).flatMap(([size, unit]) => {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    return amount > 0 ? [`${amount} ${unit}`] : [];
  });
  return `${sign}${parts.join(' ')}`;
}
