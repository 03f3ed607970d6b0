import { rankActions } from './rankActions';

const severity = {
  'critical-or-important': 'critical',
  important: 'high',
  standard: 'low',
} as const;

const gain = (
  effort: 'minutes' | 'days' | undefined,
  rank: number,
  status: string,
) =>
  rankActions([{ id: 'one', severity, ...(effort && { effort }) }]).find(
    one => one.rank === rank && one.status === status,
  )?.gain ?? NaN;

describe('rankActions', () => {
  it('puts findings before unknowns, severe before harmless, short before long', () => {
    expect(gain('days', 0, 'not-satisfied')).toBeGreaterThan(
      gain('days', 0, 'not-assessed'),
    );
    expect(gain('days', 0, 'not-assessed')).toBeGreaterThan(
      gain('days', 2, 'not-assessed'),
    );
    expect(gain('minutes', 2, 'not-satisfied')).toBeGreaterThan(
      gain('days', 2, 'not-satisfied'),
    );
  });

  it('counts an asset without a classification as the most critical, and an unknown effort as days', () => {
    expect(gain('days', 3, 'not-satisfied')).toBe(
      gain('days', 0, 'not-satisfied'),
    );
    expect(gain(undefined, 1, 'not-satisfied')).toBe(
      gain('days', 1, 'not-satisfied'),
    );
  });

  it('has no place for what is done', () => {
    expect(gain('days', 0, 'satisfied')).toBeNaN();
  });
});
