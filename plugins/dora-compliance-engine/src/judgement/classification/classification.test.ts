import {
  computeDigest,
  type Evidence,
  type Instant,
  type Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { inEnglish } from '../../testing/inEnglish';
import { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { person, recordObserved, recordReviewed } from '../../testing/story';
import { judgeClassification } from './classification';

type Observed = Predicate<'asset-record-observed'>;

const LAST = '2026-03-31T23:59:59.999Z' as Instant;
const NEXT = '2026-04-01T00:00:00.000Z' as Instant;

function judge(
  more: Partial<Observed>,
  reviews: Evidence[] = [],
  asOf: Instant = LAST,
) {
  const known = reviews.map(
    item => ({ ...item, recordedAt: item.observedAt } as Evidence),
  );
  return judgeClassification(
    recordObserved(more),
    new EvidenceIndex(known, asOf),
  );
}

const failures = (...given: Parameters<typeof judge>) =>
  judge(...given)
    .filter(({ passed }) => passed !== true)
    .map(({ cause }) => cause.code);

const findAnswer = (check: string, ...given: Parameters<typeof judge>) => {
  const found = judge(...given).find(item => item.check === check)!;
  return [found.cause.code, found.changesAt];
};

describe('classification', () => {
  const lastReview = '2026-01-01';
  const levels = {
    computed: 'critical-or-important' as const,
    because: ['Instant payments', 'Payment API', 'Ledger'],
  };

  it('must be declared', () => {
    expect(failures({ declared: undefined, lastReview })).toEqual([
      'not-classified',
    ]);
    const all = judge({ declared: undefined, lastReview, ...levels });
    expect(all.map(({ cause }) => inEnglish.sentence(cause))).toContain(
      'No classification is declared, but something that uses the asset is "critical or important" (Instant payments > Payment API > Ledger).',
    );
  });

  it('must not be below what uses it, and tells the path', () => {
    const all = judge({ declared: 'standard', lastReview, ...levels });
    expect(
      all.flatMap(({ passed, cause }) =>
        passed ? [] : inEnglish.sentence(cause),
      ),
    ).toEqual([
      'The asset is declared "standard", but something that uses it is "critical or important" (Instant payments > Payment API > Ledger).',
    ]);
  });

  it.each<Partial<Observed>>([
    { declared: 'critical-or-important', computed: 'standard' },
    { declared: 'standard', computed: 'standard' },
    { declared: 'standard' },
  ])('may be as high or higher: %j', given => {
    expect(failures({ lastReview, ...given })).toEqual([]);
  });
});

describe('the yearly review', () => {
  const check = 'reviewed-in-time';

  it('counts for a year, the last day in full', () => {
    const given = { lastReview: '2025-03-31' };
    expect(findAnswer(check, given)).toEqual(['reviewed-in-time', NEXT]);
    expect(findAnswer(check, given, [], NEXT)).toEqual([
      'review-overdue',
      undefined,
    ]);
  });

  it('is missing when nothing is known', () => {
    expect(failures({})).toEqual(['never-reviewed']);
  });

  it('is the later of what is declared and what is recorded', () => {
    const given = { lastReview: '2025-03-31' };
    const reviews = [recordReviewed('2025-06-01')];
    expect(findAnswer(check, given, reviews)).toEqual([
      'reviewed-in-time',
      '2026-06-02T00:00:00.000Z',
    ]);
    expect(findAnswer(check, given, [recordReviewed('2024-06-01')])).toEqual([
      'reviewed-in-time',
      NEXT,
    ]);
  });

  it('may be of an earlier state of the record, which is said', () => {
    const record = computeDigest('earlier');
    const review = recordReviewed('2026-01-01', { record });
    const say = (item: Evidence) =>
      judge({}, [item]).map(({ cause }) => inEnglish.sentence(cause));
    expect(failures({}, [review])).toEqual([]);
    expect(say(review)).toContain(
      'The record was reviewed on 2026-01-01 by marco. The next review is due by 2027-01-01. The record has changed since the last review.',
    );
    expect(say(recordReviewed('2026-01-01'))).toContain(
      'The record was reviewed on 2026-01-01 by marco. The next review is due by 2027-01-01.',
    );
  });

  it('is not that of another asset, nor by a machine', () => {
    const other = recordReviewed('2026-01-01');
    const subjects = [
      { kind: 'entity' as const, uri: 'component:default/other' },
    ];
    expect(failures({}, [{ ...other, subjects }])).toEqual(['never-reviewed']);
    const reviewer = person('audit', 'bot');
    expect(failures({}, [recordReviewed('2026-01-01', { reviewer })])).toEqual([
      'never-reviewed',
    ]);
  });

  it('does not count before its day', () => {
    const given = { lastReview: '2026-04-01' };
    expect(findAnswer(check, given)).toEqual(['review-ahead', NEXT]);
    expect(failures(given, [], NEXT)).toEqual([]);
    const overdue = [recordReviewed('2024-01-01')];
    expect(findAnswer(check, given, overdue)).toEqual(['review-overdue', NEXT]);
  });

  it('rests on the evidence it came from', () => {
    const review = recordReviewed('2026-01-01');
    const all = judge({ lastReview: '2025-06-01' }, [review]);
    expect(all.find(item => item.check === check)?.evidence).toEqual([
      review.id,
    ]);
  });
});

describe('a major change', () => {
  const check = 'reviewed-since-major-change';
  const given = { lastMajorChange: '2026-03-31', lastReview: '2026-03-30' };

  it('asks for a review by the end of its day', () => {
    expect(findAnswer(check, given)).toEqual(['major-change-to-review', NEXT]);
    expect(findAnswer(check, given, [], NEXT)).toEqual([
      'major-change-not-reviewed',
      undefined,
    ]);
  });

  it('is answered by a review on its day or after it', () => {
    const reviews = [recordReviewed('2026-03-31')];
    expect(failures(given, reviews, NEXT)).toEqual([]);
    const declared = { ...given, lastReview: '2026-04-01' };
    expect(failures(declared, [], NEXT)).toEqual([]);
  });

  it('makes a review of an earlier state no better', () => {
    const record = computeDigest('earlier');
    const reviews = [recordReviewed('2026-03-30', { record })];
    expect(
      failures({ ...given, lastReview: undefined }, reviews, NEXT),
    ).toEqual(['major-change-not-reviewed']);
  });

  it('that is yet to come asks for nothing', () => {
    const ahead = { ...given, lastMajorChange: '2026-05-01' };
    expect(findAnswer(check, ahead)).toEqual([
      'major-change-to-review',
      '2026-05-02T00:00:00.000Z',
    ]);
  });
});

describe('a classification that was lowered', () => {
  const check = 'reviewed-since-lowered';
  const lowered = { from: 'critical-or-important' as const, on: '2026-02-01' };
  const given = { declared: 'standard' as const, lowered };
  const other = { record: computeDigest('earlier') };

  it('asks for a review after it, declared or recorded', () => {
    const before = { ...given, lastReview: '2026-01-31' };
    expect(failures(before)).toEqual(['lowered-not-reviewed']);
    expect(failures({ ...given, lastReview: '2026-02-02' })).toEqual([]);
    expect(failures(before, [recordReviewed('2026-02-02')])).toEqual([]);
    expect(failures(before, [recordReviewed('2026-02-02', other)])).toEqual([]);
    expect(failures(given)).toEqual(['never-reviewed', 'lowered-not-reviewed']);
  });

  it('is covered on its day by a review of this record only', () => {
    expect(failures({ ...given, lastReview: '2026-02-01' })).toEqual([]);
    expect(failures(given, [recordReviewed('2026-02-01')])).toEqual([]);
    expect(failures(given, [recordReviewed('2026-02-01', other)])).toEqual([
      'lowered-not-reviewed',
    ]);
  });

  it('says from what to what, when, and how long ago the review was', () => {
    const all = judge({ ...given, lastReview: '2026-01-15' });
    expect(all.map(({ cause }) => inEnglish.sentence(cause))).toContain(
      'The classification was lowered from "critical or important" to "standard" on 2026-02-01, after the last review on 2026-01-15.',
    );
  });

  it('waits for a review that is ahead', () => {
    const ahead = { ...given, lastReview: '2026-04-01' };
    expect(findAnswer(check, ahead)).toEqual(['lowered-not-reviewed', NEXT]);
  });
});
