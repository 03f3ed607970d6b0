import type {
  Evidence,
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
import { at, evidence, person } from '../testing/story';

const DAY = 24 * 60;
const NOW = at(100 * DAY);
const day = (number: number) => at(number * DAY);

const inTime = assertingOver(
  { each: 'open-finding' },
  'finding.remediation.satisfied',
  {
    parameters: {
      fixCriticalWithin: always('P7D'),
      fixHighWithin: always('P30D'),
      fixMediumWithin: always('P90D'),
      fixLowWithin: always('P180D'),
    },
  },
);

function finding(
  id: string,
  observedAt: Instant,
  more: Partial<Predicate<'security-finding-changed'>> = {},
) {
  return evidence(
    'security-finding-changed',
    observedAt,
    {
      tool: { name: 'trivy' },
      kind: 'dependency',
      finding: { id, rule: 'CVE-2026-1', title: 'A hole' },
      severity: 'high',
      state: 'open',
      openedAt: observedAt,
      changedAt: observedAt,
      ...more,
    },
    [{ kind: 'finding', uri: `https://github.com/bank/ledger/alerts/${id}` }],
  );
}

const scan = evidence('security-scan-finished', day(99), {
  tool: { name: 'trivy' },
  kind: 'dependency',
  finishedAt: day(99),
});

describe('the open findings', () => {
  it('have as long as their severity allows, to the millisecond', () => {
    const item = finding('1', day(80));
    expect(assess(inTime, [item], NOW)).toMatchObject({
      status: 'satisfied',
      validUntil: '2026-06-19T00:00:00.001Z',
    });
    expect(tell(inTime, [item], day(110))).toContain('satisfied: all');
    expect(explainStatus(inTime, [item], day(113))).toBe(
      'The finding "A hole" (high) was opened on 2026-05-20 00:00 UTC and had to be fixed by 2026-06-19 00:00 UTC: it is 3 days overdue.',
    );
  });

  it.each([
    ['critical', 7],
    ['medium', 90],
    ['low', 180],
  ] as const)('a %s one has %i days', (severity, days) => {
    const item = finding('1', day(0), { severity });
    expect(tell(inTime, [item], day(days))).toContain('satisfied: all');
    expect(tell(inTime, [item], at(days * DAY + 1))).toBe(
      'not-satisfied: finding-overdue',
    );
  });

  it('count however long ago they were opened', () => {
    const old = '2019-01-01T00:00:00.000Z' as Instant;
    expect(tell(inTime, [finding('1', old), scan], NOW)).toBe(
      'not-satisfied: finding-overdue',
    );
  });

  it('are gone once they are fixed, and back once they are open again', () => {
    const fixed = finding('1', day(50), { state: 'fixed' });
    const all = [finding('1', day(1)), fixed, scan];
    expect(tell(inTime, all, NOW)).toBe('satisfied: no-open-finding');
    const again = finding('1', day(60), { openedAt: day(1) });
    expect(tell(inTime, [...all, again], NOW)).toBe(
      'not-satisfied: finding-overdue',
    );
  });

  describe('reported several times under one id', () => {
    const critical = { severity: 'critical' as const };
    const low = { severity: 'low' as const };
    const reopened = (number: number, more = {}) =>
      finding('1', day(number), { ...critical, ...more });

    it.each<[string, Evidence[], string]>([
      [
        'have the time of a severity from when they first had it',
        [finding('1', day(50), low), reopened(94, { openedAt: day(50) })],
        'satisfied: all-members-satisfied',
      ],
      [
        'had it before they were less severe meanwhile',
        [reopened(50), finding('1', day(60), low), reopened(94)],
        'not-satisfied: finding-overdue',
      ],
      [
        'are due no later because they became more severe',
        [
          finding('1', day(-81), low),
          finding('1', day(95), { severity: 'medium' }),
        ],
        'not-satisfied: finding-overdue',
      ],
      [
        'stay as old when the source says that they were opened just now',
        [reopened(50), reopened(99)],
        'not-satisfied: finding-overdue',
      ],
      [
        'were dismissed meanwhile',
        [reopened(50), reopened(60, { state: 'dismissed' }), reopened(99)],
        'not-satisfied: finding-overdue',
      ],
      [
        'were closed by hand meanwhile',
        [
          reopened(50),
          reopened(60, { state: 'fixed', changedBy: person('marco') }),
          reopened(99),
        ],
        'not-satisfied: finding-overdue',
      ],
      [
        'begin again after the scanner saw that they were fixed',
        [
          reopened(50),
          reopened(60, { state: 'fixed' }),
          reopened(99, { openedAt: day(50) }),
        ],
        'satisfied: all-members-satisfied',
      ],
      [
        'may have been critical while nobody told their severity',
        [finding('1', day(50), { severity: 'unknown' }), reopened(99)],
        'not-satisfied: finding-overdue',
      ],
      [
        'are overdue since they were first seen, if no source tells more',
        [
          reopened(50, { openedAt: undefined }),
          reopened(99, { openedAt: undefined }),
        ],
        'not-satisfied: finding-overdue',
      ],
    ])('%s', (_, all, expected) => {
      expect(tell(inTime, all, NOW)).toBe(expected);
    });

    it('name the report that started the time', () => {
      const [first, last] = [finding('1', day(50), low), reopened(94)];
      const { rows, validUntil } = assess(inTime, [last, first], NOW);
      expect(rows[0]?.checks[0]).toMatchObject({
        cause: { params: { opened: day(94), due: day(101) } },
        evidence: [last.id],
      });
      expect(validUntil).toBe('2026-06-10T00:00:00.001Z');
      const again = assess(inTime, [reopened(50), reopened(99)], NOW);
      expect(again.rows[0]?.checks[0]?.evidence).toEqual([
        reopened(99).id,
        reopened(50).id,
      ]);
    });
  });

  it('are not cleared by a dismissal', () => {
    const dismissed = finding('1', day(50), {
      state: 'dismissed',
      openedAt: day(1),
      changedBy: person('marco'),
      reason: "won't fix",
    });
    expect(tell(inTime, [dismissed, scan], NOW)).toBe(
      'not-assessed: finding-dismissed',
    );
  });

  it.each([
    ['finding-severity-unknown', { severity: 'unknown' as const }],
    ['finding-age-unknown', { openedAt: undefined }],
  ])('are not assessed: %s', (code, more) => {
    expect(tell(inTime, [finding('1', day(99), more)], NOW)).toBe(
      `not-assessed: ${code}`,
    );
  });

  it.each<[string, object]>([
    ['failed', { error: 'out of memory' }],
    ['is ninety days old', { at: 10 }],
  ])('are not known by a scan that %s', (_, { at: on = 99, ...more }: any) => {
    const item = evidence('security-scan-finished', day(on), {
      ...scan.predicate,
      ...more,
    });
    expect(tell(inTime, [item], NOW)).toBe('not-assessed: never-scanned');
  });

  it('are not known if a scan has results and none was reported', () => {
    const item = evidence('security-scan-finished', day(99), {
      ...scan.predicate,
      results: 12,
    });
    expect(tell(inTime, [item], NOW)).toBe(
      'not-assessed: findings-not-reported',
    );
    const fixed = (number: number) =>
      finding('1', day(number), { state: 'fixed' });
    expect(tell(inTime, [item, fixed(99)], NOW)).toBe(
      'satisfied: no-open-finding',
    );
    // What was fixed before the scan is none of its results.
    expect(tell(inTime, [item, fixed(98)], NOW)).toBe(
      'not-assessed: findings-not-reported',
    );
    const ofChange = {
      ...item,
      predicate: { ...item.predicate, ref: 'refs/pull/7/merge' },
    } as Evidence;
    expect(tell(inTime, [ofChange], NOW)).toBe('satisfied: no-open-finding');
  });

  it('are none until the scan is too old to show it', () => {
    expect(assess(inTime, [scan], NOW).validUntil).toBe(day(189));
  });

  it('are none only if scans are reported', () => {
    expect(tell(inTime, [], NOW)).toBe('not-assessed: never-scanned');
    expect(tell(inTime, [scan], NOW)).toBe('satisfied: no-open-finding');
    expect(tell(inTime, [scan], NOW, { linked: false })).toBe(
      'satisfied: no-open-finding',
    );
  });

  it('may be those of some kinds', () => {
    const secrets = {
      ...inTime,
      population: { each: 'open-finding', kinds: ['secret'] },
    };
    const all = [finding('1', day(1)), scan];
    // A scan of another kind shows nothing about secrets.
    expect(tell(secrets, all, NOW)).toBe('not-assessed: never-scanned');
    const ofSecrets = {
      ...scan,
      id: 'sha256:secrets',
      predicate: { ...scan.predicate, kind: 'secret' },
    } as unknown as Evidence;
    expect(tell(secrets, [...all, ofSecrets], NOW)).toBe(
      'satisfied: no-open-finding',
    );
  });
});
