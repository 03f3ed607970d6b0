import {
  type Day,
  type Digest,
  type Evidence,
  identityLabel,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { isMachine } from '../../lineage/isMachine';
import { toDay, hasBegun } from '../calendarDays';

/** A person confirmed the record of an asset. */
export type Review = {
  day: Day;
  /** Who, if it was recorded in Backstage and not only declared. */
  by?: string;
  /** The record has changed since the review. */
  isOfOtherRecord: boolean;
  evidence: Digest;
};

/**
 * The last review of an asset: what its record declares (`lastReview`), or a
 * recorded review, whichever is later. Reviews by machines and reviews
 * in the future do not count.
 *
 * A review of an earlier version of the record counts too: the law requires a
 * review of the classification every year and after a major change (DORA 8(1),
 * 8(6)), not after every edit.
 */
export function lastReview(
  record: Evidence<'asset-record-observed'>,
  index: EvidenceIndex,
  { ofThisRecordOnly = false } = {},
): { last?: Review; ahead?: Review } {
  const reviews = [...declared(record), ...recorded(record, index)]
    .filter(({ isOfOtherRecord }) => !ofThisRecordOnly || !isOfOtherRecord)
    .sort(byDay);
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
      day: toDay(predicate.reviewedAt),
      by: identityLabel(predicate.reviewer),
      isOfOtherRecord: predicate.record !== record.predicate.record,
      evidence: id,
    }));
}

/** Stable: on the same day, a recorded review comes after a declared one. */
function byDay(a: Review, b: Review): number {
  if (a.day === b.day) {
    return 0;
  }
  return a.day < b.day ? -1 : 1;
}
