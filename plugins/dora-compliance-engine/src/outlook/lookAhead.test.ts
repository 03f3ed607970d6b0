import type {
  Control,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { always, assertingOver } from '../testing/assess';
import { definition } from '../testing/controls';
import { look } from '../testing/look';
import {
  at,
  evidence,
  recordObserved,
  recordReviewed,
  release,
} from '../testing/story';

const DAY = 24 * 60;
const day = (number: number) => at(number * DAY);

const ofRecord = (judgement: string) =>
  assertingOver(
    { each: 'asset', from: 'asset-record-observed', within: 'P30D' },
    `asset.${judgement}.satisfied`,
  );

const branchRead = (minutes: number) =>
  evidence('branch-protection-observed', at(minutes), {
    complete: true,
    branch: 'main',
    protected: true,
  });

const ofBranch = assertingOver(
  { each: 'branch', from: 'branch-protection-observed', within: 'P2D' },
  'member.protected',
);

const scanned = (number: number) =>
  evidence('security-scan-finished', day(number), {
    tool: { name: 'trivy' },
    kind: 'dependency',
    finishedAt: day(number),
  });

const nothing = { noticeAt: undefined, at: undefined, why: undefined };

describe('a satisfied control', () => {
  // 20 March 2025 and a year, whose whole day counts.
  const reviewed = recordReviewed('2025-03-20');
  const end = day(20);

  it('is about to be lost 14 days before a review is due', () => {
    const all = [recordObserved({}, 5 * DAY), reviewed];
    const control = ofRecord('classification');
    expect(look(control, all, at(6 * DAY - 1))).toEqual({
      ...nothing,
      status: 'satisfied',
      noticeAt: day(6),
    });
    expect(look(control, all, day(6))).toEqual({
      status: 'satisfied',
      // When the record was not read again for most of the time that it counts.
      noticeAt: at(27.5 * DAY),
      at: end,
      why: 'review-overdue',
    });
  });

  it('is not about to be lost when it is renewed', () => {
    const all = [recordObserved({}, 5 * DAY), reviewed];
    const again = recordReviewed('2026-03-05');
    const control = ofRecord('classification');
    expect(look(control, [...all, again], day(7)).at).toBeUndefined();
  });

  it('is not about to be lost if something else keeps it', () => {
    const record = {
      support: { regularEnd: '2026-03-10' },
      legacyAssessment: '2025-12-01',
    };
    const found = look(ofRecord('support'), [recordObserved(record)], day(1));
    expect(found).toMatchObject({ status: 'satisfied', at: undefined });
  });

  it('is not about to be lost because something leaves its time window', () => {
    const all = [...release(1, 12 * DAY), ...release(2, 60 * DAY, 'main 1')];
    expect(look(definition, all, day(101))).toEqual({
      ...nothing,
      status: 'satisfied',
    });
  });

  it('is about to be lost when it was not read for three quarters of the time', () => {
    const all = [branchRead(0)];
    expect(look(ofBranch, all, at(1.5 * DAY - 1))).toEqual({
      ...nothing,
      status: 'satisfied',
      noticeAt: at(1.5 * DAY),
    });
    expect(look(ofBranch, all, at(1.5 * DAY))).toEqual({
      status: 'satisfied',
      noticeAt: undefined,
      at: day(2),
      why: 'evidence-stale',
    });
    const next = branchRead(1.4 * DAY);
    expect(look(ofBranch, [...all, next], at(1.5 * DAY)).at).toBeUndefined();
  });

  it('is about to be lost though other readings will be stale before that', () => {
    const control: Control = {
      ...ofBranch,
      assess: [
        ...ofBranch.assess,
        {
          id: 'reviewed',
          text: 'Reviewed.',
          population: {
            each: 'asset',
            from: 'asset-record-observed',
            within: 'P30D',
          },
          assert: 'asset.classification.satisfied',
        },
      ],
    };
    const all = [branchRead(10 * DAY), recordObserved({}, 9 * DAY), reviewed];
    expect(look(control, all, at(10 * DAY + 60))).toMatchObject({
      at: end,
      why: 'review-overdue',
    });
  });

  it('is not about to be lost because of other readings if something else keeps it', () => {
    const record = {
      support: { regularEnd: '2026-03-14' },
      legacyAssessment: '2025-12-01',
    };
    const control: Control = {
      ...ofBranch,
      assess: [
        ...ofBranch.assess,
        {
          id: 'supported',
          text: 'Supported.',
          population: {
            each: 'asset',
            from: 'asset-record-observed',
            within: 'P30D',
          },
          assert: 'asset.support.satisfied',
        },
      ],
    };
    const all = [branchRead(10 * DAY), recordObserved(record, 9 * DAY)];
    expect(look(control, all, at(10 * DAY + 60))).toMatchObject({
      status: 'satisfied',
      at: undefined,
    });
  });

  it('is about to be lost in the last quarter of the time between scans', () => {
    const control = assertingOver(
      {
        each: 'interval',
        between: 'security-scan-finished',
        within: 'P20D',
        before: 'P30D',
      },
      'interval.length.satisfied',
      { parameters: { longestInterval: always('P8D') } },
    );
    const all = [75, 83, 90, 97].map(scanned);
    expect(look(control, all, day(102))).toMatchObject({
      status: 'satisfied',
      at: undefined,
    });
    expect(look(control, all, at(103 * DAY + 1))).toMatchObject({
      at: '2026-06-14T00:00:00.001Z',
      why: 'interval-too-long',
    });
    expect(
      look(control, [...all, scanned(103)], at(103 * DAY + 1)).at,
    ).toBeUndefined();
  });

  it('is about to be lost before a finding is overdue, however often it is reported', () => {
    const control = assertingOver(
      { each: 'open-finding' },
      'finding.remediation.satisfied',
      {
        parameters: {
          fixCriticalWithin: always('P7D'),
          fixHighWithin: always('P40D'),
          fixMediumWithin: always('P90D'),
          fixLowWithin: always('P180D'),
        },
      },
    );
    const report = (number: number) =>
      evidence(
        'security-finding-changed',
        day(number),
        {
          tool: { name: 'trivy' },
          kind: 'dependency',
          finding: { id: '1', rule: 'CVE-2026-1', title: 'A hole' },
          severity: 'high',
          state: 'open',
          openedAt: day(60),
          changedAt: day(number),
        } as Predicate<'security-finding-changed'>,
        [{ kind: 'finding', uri: 'https://github.com/bank/ledger/alerts/1' }],
      );
    const all = [scanned(88), report(60), report(88)];
    expect(look(control, all, day(89))).toMatchObject({ at: undefined });
    expect(look(control, all, day(91))).toMatchObject({
      at: '2026-06-09T00:00:00.001Z',
      why: 'finding-overdue',
    });
  });
});

it('does not look ahead of other controls', () => {
  const found = look(ofRecord('classification'), [recordObserved()], day(1));
  expect(found).toEqual({ ...nothing, status: 'not-satisfied' });
});
