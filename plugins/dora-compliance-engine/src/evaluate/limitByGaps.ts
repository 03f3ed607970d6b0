import {
  addDuration,
  type Assessment,
  compareStatus,
  type EvidenceGap,
  type EvidenceType,
  type Instant,
  ManualEvidenceType,
  type Reason,
  reason,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CompiledControl } from '../control/compileControl';
import { earliest } from '../judgement/calendarDays';

/** Evidence that the backend writes itself: it does not depend on a source. */
const OWN_EVIDENCE: readonly EvidenceType[] = [
  ...ManualEvidenceType.options,
  'asset-record-observed',
  'evidence-confirmed',
  'ownership-observed',
  'review-completed',
];

/**
 * Missing evidence may have been a finding, so a result that a gap affects is
 * `not-assessed` at best. A finding remains one. For a control over events, a
 * gap counts while it overlaps their time window, or the time before it that the
 * rows depend on; for a control over a state, only while the gap lasts.
 *
 * @param since - how far back what the rows depend on goes
 */
export function limitByGaps(
  compiled: CompiledControl,
  gaps: readonly EvidenceGap[],
  assessment: Assessment,
  since?: Instant,
): Assessment {
  const { asOf } = assessment;
  const reach = findReach(compiled, asOf);
  if (!reach) {
    return assessment;
  }
  const begun = gaps.filter(({ from }) => from <= asOf);
  const within = (start: Instant) =>
    begun.filter(({ to }) => to === undefined || to > start);
  const counting = within(
    (compiled.window ? earliest(reach.since, since) : undefined) ?? reach.since,
  );
  const validUntil = earliest(
    assessment.validUntil,
    // One before the window counts until another deployment takes its place.
    ...within(reach.since).map(({ to }) => to && reach.computeEnd(to)),
    ...gaps.filter(({ from }) => from > asOf).map(({ from }) => from),
  );
  const limited = { ...assessment, ...(validUntil && { validUntil }) };
  const why = describeGaps(counting);
  return why && compareStatus(assessment.status, 'not-assessed') < 0
    ? { ...limited, status: 'not-assessed', reason: why }
    : limited;
}

/** Since when a gap counts, and until when one that has ended counts. */
type Reach = { since: Instant; computeEnd: (to: Instant) => Instant };

function findReach(
  compiled: CompiledControl,
  asOf: Instant,
): Reach | undefined {
  const within = compiled.window;
  if (within) {
    return {
      since: subtractDuration(asOf, within),
      computeEnd: to => addDuration(to, within),
    };
  }
  const isFromOutside = compiled.reads.some(
    type => !OWN_EVIDENCE.includes(type),
  );
  return isFromOutside ? { since: asOf, computeEnd: to => to } : undefined;
}

/** Names the earliest gap and the number of the others. */
function describeGaps(gaps: readonly EvidenceGap[]): Reason | undefined {
  const [first] = [...gaps].sort((a, b) => compareText(sortKey(a), sortKey(b)));
  return (
    first &&
    reason('evidence-gap', {
      source: first.sourceId,
      from: first.from,
      ...(first.to && { to: first.to }),
      cause: first.cause,
      ...(gaps.length > 1 && { more: gaps.length - 1 }),
    })
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : 1;
}

function sortKey({ from, to, sourceId, cause }: EvidenceGap): string {
  return [from, to ?? '~', sourceId, cause].join(' ');
}
