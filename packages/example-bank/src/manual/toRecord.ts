import {
  computeDigest,
  type ManualEvidenceType,
  type RecordRequest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { ManualRecord } from './ManualRecord';

const LAURA = 'user:default/laura-jimenez';
const BEATRIZ = 'user:default/beatriz-costa';

/** What was done, how many days ago, and what is known of it. */
export type Deed = {
  type: ManualEvidenceType;
  daysAgo: number;
  content: Record<string, unknown>;
};

/** A record of Laura that Beatriz confirms. */
export function toRecord(
  entity: string,
  { type, daysAgo, content }: Deed,
  day: (daysAgo: number) => string,
): ManualRecord {
  const [kind, name] = entity.split(':');
  const title = `${name}, ${type}, ${day(daysAgo)}`;
  return {
    entityRef: `${kind}:default/${name}`,
    recordedBy: LAURA,
    confirmedBy: BEATRIZ,
    request: {
      type,
      performedOn: day(daysAgo),
      documents: [{ title, digest: computeDigest(title) }],
      content,
    } as RecordRequest,
  };
}
