import type {
  Instant,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  always,
  assertingOver,
  assess,
  explainStatus,
  tell,
} from '../testing/assess';
import { at, evidence } from '../testing/story';

const DAY = 24 * 60;
const NOW = at(100 * DAY);
const day = (number: number) => at(number * DAY);

const weekly = assertingOver(
  {
    each: 'interval',
    between: 'security-scan-finished',
    within: 'P30D',
    before: 'P30D',
  },
  'interval.length.satisfied',
  { parameters: { longestInterval: always('P7D') } },
);

function scanned(
  observedAt: Instant,
  more: Partial<Predicate<'security-scan-finished'>> = {},
) {
  return evidence('security-scan-finished', observedAt, {
    tool: { name: 'trivy' },
    kind: 'container',
    finishedAt: observedAt,
    ...more,
  });
}

const every = (...days: number[]) => days.map(number => scanned(day(number)));

describe('the intervals between scans', () => {
  it('are satisfied while each is short enough, the open one until its end', () => {
    const { status, counts, validUntil } = assess(
      weekly,
      every(65, 72, 79, 86, 93, 96),
      NOW,
    );
    expect([status, counts.satisfied]).toEqual(['satisfied', 6]);
    // The first one leaves the window.
    expect(validUntil).toBe(day(102));
    const last = assess(weekly, every(65, 72, 79, 86, 94), NOW);
    // Seven days after the last scan, and not a millisecond earlier.
    expect(last.validUntil).toBe('2026-06-10T00:00:00.001Z');
  });

  it('fail at a time without a scan that is too long', () => {
    const all = every(65, 72, 79, 92, 96);
    expect(explainStatus(weekly, all, NOW)).toBe(
      '1 of 5 intervals failed: Nothing succeeded for 13 days, from 2026-05-19 00:00 UTC to 2026-06-01 00:00 UTC; only 7 days are allowed.',
    );
  });

  it('fail when the last scan was too long ago', () => {
    expect(tell(weekly, every(65, 72, 79, 86), NOW)).toBe(
      'not-satisfied: interval-too-long',
    );
    expect(tell(weekly, every(65, 72, 79, 86, 93), NOW)).toBe(
      'satisfied: all-members-satisfied',
    );
  });

  it('do not count a scan that failed', () => {
    const failed = scanned(day(85), { error: 'out of memory' });
    expect(tell(weekly, [...every(65, 72, 79, 92, 96), failed], NOW)).toBe(
      'not-satisfied: interval-too-long',
    );
  });

  it('begin before the window: half of a long interval is as bad', () => {
    expect(tell(weekly, every(62, 75, 82, 89, 96), NOW)).toBe(
      'not-satisfied: interval-too-long',
    );
    expect(tell(weekly, every(50, 64, 70, 77, 84, 91, 97), NOW)).toBe(
      'satisfied: all-members-satisfied',
    );
  });

  it('are not assessed as far as nothing is known before the first', () => {
    const { status, rows } = assess(weekly, every(80, 87, 94), NOW);
    expect(status).toBe('not-assessed');
    expect(rows.map(row => [row.status, row.member.period?.from])).toEqual([
      ['not-assessed', day(70)],
      ['satisfied', day(94)],
      ['satisfied', day(87)],
      ['satisfied', day(80)],
    ]);
  });

  it('are not assessed without any scan', () => {
    expect(tell(weekly, [], NOW)).toBe('not-assessed: event-never-observed');
    expect(tell(weekly, [], NOW, { sourceHeard: false })).toBe(
      'not-assessed: source-silent',
    );
    const unlinked = { sourceHeard: false, linked: false };
    expect(tell(weekly, [], NOW, unlinked)).toBe(
      'not-assessed: asset-not-linked',
    );
  });
});
