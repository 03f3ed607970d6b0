import {
  computeDigest,
  type Day,
  type Evidence,
  type Instant,
  type Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { recordObserved, recordReviewed } from '../../testing/story';
import { judgeSupport } from './support';

type Support = Predicate<'asset-record-observed'>['support'];

function judge(
  asOf: string,
  support: Support,
  legacyAssessment?: Day,
  more: Partial<Predicate<'asset-record-observed'>> = {},
  reviews: Evidence[] = [],
) {
  const index = new EvidenceIndex(reviews, asOf as Instant);
  const [check] = judgeSupport(
    recordObserved({ support, legacyAssessment, ...more }),
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
    const exempt = {
      notApplicable: 'written by ourselves',
      until: '2026-04-01',
    };
    expect(judge(LAST, exempt)[0]).toBe(true);
    expect(judge(LAST, { ...ended, ...exempt })[0]).toBe(false);
  });
});

describe('a reason for no end of support', () => {
  const notApplicable = 'written by ourselves';

  it.each(['x', 'n/a', 'tbd', 'own'])('is not %s', text => {
    const support = { notApplicable: text, until: '2026-12-31' };
    expect(judge(LAST, support)).toEqual([null, 'support-unknown', undefined]);
  });

  it('holds until its day, the last day in full', () => {
    const support = { notApplicable, until: '2026-03-31' };
    expect(judge(LAST, support)).toEqual([
      true,
      'support-not-applicable',
      NEXT,
    ]);
    expect(judge(NEXT, support)).toEqual([false, 'exemption-ended', undefined]);
  });

  it('holds for no more than a year', () => {
    const support = { notApplicable, until: '2027-04-01' };
    expect(judge(LAST, support)).toEqual([false, 'exemption-too-long', NEXT]);
    expect(judge(NEXT, support)[0]).toBe(true);
  });

  it('holds without a day for a year after a review', () => {
    const more = { lastReview: '2025-03-31' };
    expect(judge(LAST, { notApplicable }, undefined, more)).toEqual([
      true,
      'support-not-applicable',
      NEXT,
    ]);
    expect(judge(NEXT, { notApplicable }, undefined, more)).toEqual([
      false,
      'exemption-ended',
      undefined,
    ]);
  });

  it('is confirmed by a recorded review of the same record only', () => {
    const of = (record?: string) =>
      recordReviewed('2026-01-01', {
        ...(record && { record: computeDigest(record) }),
      });
    const judgeWith = (review: Evidence) =>
      judge(LAST, { notApplicable }, undefined, {}, [review]);
    expect(judgeWith(of())[0]).toBe(true);
    expect(judgeWith(of('earlier'))).toEqual([
      null,
      'exemption-unconfirmed',
      undefined,
    ]);
  });

  it('is not known to hold without a day and without a review', () => {
    expect(judge(LAST, { notApplicable })).toEqual([
      null,
      'exemption-unconfirmed',
      undefined,
    ]);
    const ahead = { lastReview: '2026-04-01' };
    expect(judge(LAST, { notApplicable }, undefined, ahead)).toEqual([
      null,
      'exemption-unconfirmed',
      NEXT,
    ]);
  });

  it('that has ended is replaced by an assessment of the legacy system', () => {
    const support = { notApplicable, until: '2026-03-01' };
    expect(judge(LAST, support, '2025-03-31')).toEqual([
      true,
      'legacy-assessed',
      NEXT,
    ]);
  });
});
