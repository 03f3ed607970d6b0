import {
  type Day,
  type Evidence,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import type { TimedCheck } from '../../registry/Judgement';
import {
  dayFromWhichYearReaches,
  earliest,
  endOfDay,
  isOver,
  startOfDay,
  toDay,
  yearAfter,
} from '../calendarDays';
import { lastReview } from '../classification/lastReview';
import { reason } from './reasons';

/** What an asset declares to be free of a requirement. */
type Exemption = {
  /** What it says the asset does not have. */
  lacks: 'end-of-support' | 'provider';
  why: string;
  until?: Day | undefined;
};

/** Whether an exemption holds, why, and what that rests on. */
type ExemptionAnswer =
  | (Pick<TimedCheck, 'evidence' | 'changesAt'> & { holds: true; until: Day })
  | Omit<TimedCheck, 'check'>;

/**
 * Whether an exemption holds: until the day that it declares, at most a year ahead,
 * or else for a year after the last review of the record that has it. A review of
 * another record has not seen it.
 */
export function judgeExemption(
  { lacks, why, until }: Exemption,
  record: Evidence<'asset-record-observed'>,
  index: EvidenceIndex,
): ExemptionAnswer {
  const { end, evidence, next } = until
    ? { end: until, evidence: [record.id], next: undefined }
    : readReviewed(record, index);
  const answer = { evidence, changesAt: next };
  if (!end) {
    const cause = reason('exemption-unconfirmed', { lacks, why });
    return { ...answer, passed: null, cause };
  }
  if (end > yearAfter(toDay(index.asOf))) {
    const cause = reason('exemption-too-long', { lacks, why, until: end });
    const changesAt = startOfDay(dayFromWhichYearReaches(end));
    return { ...answer, passed: false, cause, changesAt };
  }
  if (isOver(end, index.asOf)) {
    const cause = reason('exemption-ended', { lacks, why, ended: end });
    return { ...answer, passed: false, cause };
  }
  const changesAt = earliest(endOfDay(end), next);
  return { ...answer, holds: true, until: end, changesAt };
}

/** A year after the last review, and when the next one counts. */
function readReviewed(
  record: Evidence<'asset-record-observed'>,
  index: EvidenceIndex,
) {
  const { last, ahead } = lastReview(record, index, { ofThisRecordOnly: true });
  return {
    end: last && yearAfter(last.day),
    evidence: [...new Set([record.id, ...(last ? [last.evidence] : [])])],
    next: ahead && startOfDay(ahead.day),
  };
}
