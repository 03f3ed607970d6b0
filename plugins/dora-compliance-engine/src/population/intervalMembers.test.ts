import {
  DAY,
  day,
  NOW,
  type Clause,
  findMembers,
  listMembers,
} from '../testing/members';
import { built, evidence } from '../testing/story';

describe('intervals', () => {
  const weekly: Clause = {
    each: 'interval',
    between: 'security-scan-finished',
    within: 'P30D',
    before: 'P10D',
  };
  const scan = (days: number, more = {}) =>
    evidence('security-scan-finished', day(days), {
      tool: { name: 'trivy' },
      kind: 'container',
      finishedAt: day(days),
      ...more,
    });

  it('have their two ends as evidence; the last one is open', () => {
    const [a, b] = [scan(65), scan(80)];
    expect(findMembers(weekly, [a, b]).members).toMatchObject([
      {
        value: { from: day(65), to: day(80), open: false },
        evidence: [a, b],
        describes: { kind: 'interval', at: day(80) },
      },
      {
        value: { from: day(80), open: true },
        evidence: [b],
        describes: { kind: 'interval', at: NOW },
      },
    ]);
    expect(findMembers(weekly, [a, b]).validUntil).toBe(day(110));
  });

  it('are those that reach into the window', () => {
    const ends = (...days: number[]) =>
      listMembers(
        weekly,
        days.map(number => scan(number)),
      ).map(one => one.at);
    expect(ends(61, 70, 90)).toEqual([day(90), NOW]);
    expect(ends(61, 70.1, 90)).toEqual([day(70.1), day(90), NOW]);
  });

  it('begin at the first event, if it is at the begin of the window', () => {
    expect(listMembers(weekly, [scan(70)])).toHaveLength(1);
    expect(findMembers(weekly, [scan(70)]).validUntil).toBeUndefined();
  });

  it('are not known before the first event within reach', () => {
    const first = scan(80);
    const found = findMembers(weekly, [scan(60), first]);
    expect(found.members[0]).toEqual({
      value: { from: day(70), to: day(80), open: false },
      evidence: [first],
      describes: {
        kind: 'interval',
        period: { from: day(70), to: day(80) },
        at: day(80),
      },
      problem: {
        code: 'interval-start-unknown',
        params: { type: 'security-scan-finished', first: day(80) },
      },
    });
    expect(found.validUntil).toBe(day(110));
  });

  it('end with what succeeded', () => {
    const failed = scan(90, { error: 'no disk' });
    expect(listMembers(weekly, [scan(65), failed])).toHaveLength(1);
    const runs: Clause = { ...weekly, between: 'pipeline-run-finished' };
    const outcomes = [
      built(65 * DAY, 'a'),
      built(80 * DAY, 'b', 'failure'),
      built(90 * DAY, 'c'),
    ];
    expect(listMembers(runs, outcomes).map(one => one.at)).toEqual([
      day(90),
      NOW,
    ]);
  });

  it('are none where nothing happened within reach', () => {
    expect(findMembers(weekly, [scan(60)])).toEqual({
      members: [],
      empty: {
        status: 'not-assessed',
        reason: {
          code: 'event-never-observed',
          params: { type: 'security-scan-finished', days: 40 },
        },
      },
    });
  });
});
