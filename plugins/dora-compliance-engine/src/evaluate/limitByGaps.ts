import {
  addDuration,
  type Assessment,
  compareStatus,
  type EvidenceGap,
  type EvidenceType,
  type Instant,
  type Reason,
  reason,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CompiledControl } from '../control/compileControl';
import { requiredEvidence } from '../control/requiredEvidence';
import { earliest } from '../judgement/calendarDays';

/** Evidence of our own making: no source outside has to be heard for it. */
const OWN_EVIDENCE: readonly EvidenceType[] = [
  'asset-record-observed',
  'ownership-observed',
  'review-completed',
];

/**
 * What was not heard may have been a finding, so that an answer within reach
 * of a gap is `not-assessed` at best; a finding stays one. Over events a gap
 * counts while it overlaps their window, over a state only while it lasts.
 */
export function limitByGaps(
  compiled: CompiledControl,
  gaps: readonly EvidenceGap[],
  assessment: Assessment,
): Assessment {
  const { asOf } = assessment;
  const reach = reachOf(compiled, asOf);
  if (!reach) {
    return assessment;
  }
  const begun = gaps.filter(({ from }) => from <= asOf);
  const felt = begun.filter(({ to }) => to === undefined || to > reach.since);
  const validUntil = earliest(
    assessment.validUntil,
    ...felt.map(({ to }) => to && reach.endOf(to)),
    ...gaps.filter(({ from }) => from > asOf).map(({ from }) => from),
  );
  const limited = { ...assessment, ...(validUntil && { validUntil }) };
  const why = reasonOf(felt);
  return why && compareStatus(assessment.status, 'not-assessed') < 0
    ? { ...limited, status: 'not-assessed', reason: why }
    : limited;
}

/** From when on a gap is felt, and until when one that has ended. */
type Reach = { since: Instant; endOf: (to: Instant) => Instant };

function reachOf(compiled: CompiledControl, asOf: Instant): Reach | undefined {
  const { population } = compiled.control;
  if (population.each !== 'asset') {
    const { within } = population;
    return {
      since: subtractDuration(asOf, within),
      endOf: to => addDuration(to, within),
    };
  }
  const isFromOutside = requiredEvidence(compiled).some(
    type => !OWN_EVIDENCE.includes(type),
  );
  return isFromOutside ? { since: asOf, endOf: to => to } : undefined;
}

/** Names the earliest gap and how many there are beside it. */
function reasonOf(gaps: readonly EvidenceGap[]): Reason | undefined {
  const [first] = [...gaps].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
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

function orderOf({ from, to, sourceId, cause }: EvidenceGap): string {
  return [from, to ?? '~', sourceId, cause].join(' ');
}
