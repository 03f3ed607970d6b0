import {
  type Day,
  type Digest,
  type Evidence,
  identityLabel,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { type EvidenceIndex, isMachine } from '../lineage/EvidenceIndex';
import { dayOf, hasBegun } from './calendarDays';

/** Somebody looked whether the record of an asset is right. */
export type Review = {
  day: Day;
  /** Who, where it was recorded here and not only declared. */
  by?: string;
  /** The record reads otherwise today than what was reviewed. */
  isOfOtherRecord: boolean;
  evidence: Digest;
};

/**
 * The last review of an asset: what its record declares (`lastReview`), or a
 * recorded review, whichever is later. A machine reviews nothing, and a day
 * that has not begun holds no review yet.
 *
 * A review of an earlier state of the record counts by its date too: the law
 * asks for a look at the classification every year and upon a major change
 * (DORA 8(1), 8(6)), not upon every edit.
 */
export function lastReview(
  record: Evidence<'asset-record-observed'>,
  index: EvidenceIndex,
): { last?: Review; ahead?: Review } {
  const reviews = [...declared(record), ...recorded(record, index)].sort(byDay);
  const begun = reviews.filter(({ day }) => hasBegun(day, index.asOf));
  const last = begun.at(-1);
  const ahead = reviews[begun.length];
  return { ...(last && { last }), ...(ahead && { ahead }) };
}

function declared({
  id,
  predicate,
}: Evidence<'asset-record-observed'>): Review[] {
  return predicate.lastReview
    ? [{ day: predicate.lastReview, isOfOtherRecord: false, evidence: id }]
    : [];
}

function recorded(
  record: Evidence<'asset-record-observed'>,
  index: EvidenceIndex,
): Review[] {
  const { entityRef } = record.predicate;
  const key = subjectKey({ kind: 'entity', uri: entityRef });
  return index
    .ofType('review-completed')
    .filter(
      ({ subjects, predicate }) =>
        subjects.some(subject => subjectKey(subject) === key) &&
        !isMachine(predicate.reviewer),
    )
    .map(({ id, predicate }) => ({
      day: dayOf(predicate.reviewedAt),
      by: identityLabel(predicate.reviewer),
      isOfOtherRecord: predicate.record !== record.predicate.record,
      evidence: id,
    }));
}

/** Stable: of one day what is recorded comes after what is declared. */
function byDay(a: Review, b: Review): number {
  if (a.day === b.day) {
    return 0;
  }
  return a.day < b.day ? -1 : 1;
}
