import type {
  Day,
  Instant,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { recordObserved } from '../../testing/story';
import { judgeSupport } from './support';

type Support = Predicate<'asset-record-observed'>['support'];

function judge(asOf: string, support: Support, legacyAssessment?: Day) {
  const index = new EvidenceIndex([], asOf as Instant);
  const [check] = judgeSupport(
    recordObserved({ support, legacyAssessment }),
    index,
  );
  return [check!.passed, check!.cause.code, check!.changesAt];
}

const LAST = '2026-03-31T23:59:59.999Z';
const NEXT = '2026-04-01T00:00:00.000Z';
const ended = { regularEnd: '2020-01-01' };

describe('judgeSupport', () => {
  it('counts the day support ends in full', () => {
    const support = { regularEnd: '2026-03-31' };
    expect(judge(LAST, support)).toEqual([true, 'supported', NEXT]);
    expect(judge(NEXT, support)).toEqual([false, 'support-ended', undefined]);
  });

  it.each([
    [{ regularEnd: '2026-03-31', extendedEnd: '2020-01-01' }],
    [{ extendedEnd: '2026-03-31', ...ended }],
    [{ customEnd: '2026-03-31', extendedEnd: '2025-01-01', ...ended }],
  ])('goes by the latest end: %j', support => {
    expect(judge(LAST, support)).toEqual([true, 'supported', NEXT]);
  });

  it('takes 9999-12-31 for support without end', () => {
    expect(judge(LAST, { customEnd: '9999-12-31' })[0]).toBe(true);
  });

  it('counts a legacy assessment for twelve months, the last day in full', () => {
    expect(judge(LAST, ended, '2025-03-31')).toEqual([
      true,
      'legacy-assessed',
      NEXT,
    ]);
    expect(judge(NEXT, ended, '2025-03-31')).toEqual([
      false,
      'support-ended',
      undefined,
    ]);
  });

  it('counts no assessment that is yet to come', () => {
    expect(judge(LAST, ended, '2026-04-01')).toEqual([
      false,
      'support-ended',
      NEXT,
    ]);
    expect(judge(NEXT, ended, '2026-04-01')[0]).toBe(true);
  });

  it('does not know without dates, unless an assessment stands in', () => {
    expect(judge(LAST, undefined)).toEqual([
      null,
      'support-unknown',
      undefined,
    ]);
    expect(judge(LAST, undefined, '2026-01-01')[0]).toBe(true);
    expect(judge(LAST, undefined, '2020-01-01')[0]).toBe(null);
  });

  it('accepts a reason for no dates, but not against dates', () => {
    const notApplicable = 'written by ourselves';
    expect(judge(LAST, { notApplicable })).toEqual([
      true,
      'support-not-applicable',
      undefined,
    ]);
    expect(judge(LAST, { ...ended, notApplicable })[0]).toBe(false);
  });
});
