import {
  compareCriticality,
  type Evidence,
  isEvidenceOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import {
  earliest,
  endOfDay,
  isOver,
  startOfDay,
  yearAfter,
} from '../calendarDays';
import {
  type Judge,
  type Judgement,
  judgeEvidence,
  type TimedCheck,
} from '../../registry/Judgement';
import { lastReview, type Review } from './lastReview';
import { reason } from './reasons';
import { de } from './de';
import { en } from './en';
import { remedies } from './remedies';

type Observed = Evidence<'asset-record-observed'>;

/**
 * Whether an ICT asset is classified (DORA 8(1)), no lower than what uses it
 * (RTS 2024/1774 Art 5(2)(a)), and the classification was reviewed within
 * twelve months (DORA 8(1)), not before the last major change (DORA 8(6)), and not
 * before its criticality was lowered.
 */
export const judgeClassification: Judge = (member, index) => {
  if (!isEvidenceOf('asset-record-observed', member)) {
    return [];
  }
  const { last, ahead } = lastReview(member, index);
  return [
    classified(member),
    ...highEnough(member),
    inTime(member, index, { last, ahead }),
    sinceMajorChange(member, index, { last, ahead }),
    ...sinceLowered(member, index, { last, ahead }),
  ];
};

function classified({ id, predicate }: Observed): TimedCheck {
  const { declared, computed } = predicate;
  const unknown = computed
    ? reason('computed-not-classified', {
        computed,
        ...describePath(predicate),
      })
    : reason('not-classified');
  return {
    check: 'classified',
    passed: declared !== undefined,
    cause: declared ? reason('classified', { declared }) : unknown,
    evidence: [id],
  };
}

/** The path of criticality, if the evidence has it. */
function describePath({ because }: Observed['predicate']) {
  return because && { because: because.join(' > ') };
}

/** Only if a classification is declared. */
function highEnough({ id, predicate }: Observed): TimedCheck[] {
  const { declared, computed } = predicate;
  if (!declared) {
    return [];
  }
  const check = 'classified-high-enough';
  const evidence = [id];
  if (!computed) {
    const cause = reason('nothing-classified-above');
    return [{ check, passed: true, cause, evidence }];
  }
  const params = { declared, computed };
  return compareCriticality(declared, computed) > 0
    ? [
        {
          check,
          passed: false,
          cause: reason('classified-too-low', {
            ...params,
            ...describePath(predicate),
          }),
          evidence,
        },
      ]
    : [
        {
          check,
          passed: true,
          cause: reason('classified-high-enough', params),
          evidence,
        },
      ];
}

type Reviews = { last?: Review; ahead?: Review };

/** Yearly: the whole day one year after the review still counts. */
function inTime(
  { id }: Observed,
  index: EvidenceIndex,
  { last, ahead }: Reviews,
): TimedCheck {
  const check = 'reviewed-in-time';
  const next = ahead && startOfDay(ahead.day);
  if (!last) {
    const cause = ahead
      ? reason('review-ahead', { on: ahead.day })
      : reason('never-reviewed');
    const evidence = [ahead?.evidence ?? id];
    return { check, passed: false, cause, evidence, changesAt: next };
  }
  const due = yearAfter(last.day);
  const params = { reviewed: last.day, due };
  const evidence = [last.evidence];
  if (isOver(due, index.asOf)) {
    const cause = reason('review-overdue', params);
    return { check, passed: false, cause, evidence, changesAt: next };
  }
  return {
    check,
    passed: true,
    cause: reason('reviewed-in-time', {
      ...params,
      ...(last.by && { by: last.by }),
      ...(last.isOfOtherRecord && { record: 'changed' }),
    }),
    evidence,
    changesAt: earliest(endOfDay(due), next),
  };
}

/**
 * The review may be on the day of the change; from the next day it is missing. A
 * change in the future requires nothing yet.
 */
function sinceMajorChange(
  { id, predicate }: Observed,
  index: EvidenceIndex,
  { last, ahead }: Reviews,
): TimedCheck {
  const check = 'reviewed-since-major-change';
  const changed = predicate.lastMajorChange;
  const next = ahead && startOfDay(ahead.day);
  if (!changed) {
    const cause = reason('no-major-change');
    return { check, passed: true, cause, evidence: [id] };
  }
  const evidence = last ? [...new Set([id, last.evidence])] : [id];
  if (last && last.day >= changed) {
    const cause = reason('reviewed-since-major-change', {
      changed,
      reviewed: last.day,
    });
    return { check, passed: true, cause, evidence, changesAt: next };
  }
  const passed = !isOver(changed, index.asOf);
  return {
    check,
    passed,
    cause: passed
      ? reason('major-change-to-review', { changed })
      : reason('major-change-not-reviewed', {
          changed,
          ...(last && { reviewed: last.day }),
        }),
    evidence,
    changesAt: passed ? earliest(endOfDay(changed), next) : next,
  };
}

/**
 * A review covers the criticality that it saw. Whether one on the day of the change
 * came after it is known if it is a review of the present record.
 */
function sinceLowered(
  { id, predicate, ...rest }: Observed,
  index: EvidenceIndex,
  { last, ahead }: Reviews,
): TimedCheck[] {
  const { declared, lowered } = predicate;
  if (!declared || !lowered) {
    return [];
  }
  const ofThis = lastReview({ id, predicate, ...rest }, index, {
    ofThisRecordOnly: true,
  }).last;
  const seen =
    last && last.day > lowered.on
      ? last
      : [ofThis].find(review => review && review.day >= lowered.on);
  const params = { from: lowered.from, declared, lowered: lowered.on };
  const shown = seen ?? last;
  return [
    {
      check: 'reviewed-since-lowered',
      passed: seen !== undefined,
      cause: seen
        ? reason('reviewed-since-lowered', { ...params, reviewed: seen.day })
        : reason('lowered-not-reviewed', {
            ...params,
            ...(last && { reviewed: last.day }),
          }),
      evidence: [...new Set([id, ...(shown ? [shown.evidence] : [])])],
      changesAt: ahead && startOfDay(ahead.day),
    },
  ];
}

/** `asset.classification` in assertions. */
export const classification: Judgement = {
  name: 'asset.classification',
  member: 'asset-record-observed',
  needs: {
    evidence: [{ types: ['review-completed'], key: 'asset', read: 'latest' }],
  },
  remedies,
  words: { en, de },
  judge: judgeEvidence(judgeClassification),
};
