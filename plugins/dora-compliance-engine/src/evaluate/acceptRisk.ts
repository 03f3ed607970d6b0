import {
  addDuration,
  type Assessment,
  type Duration,
  type Instant,
  reason,
  type RiskAcceptance,
  writeReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { earliest } from '../judgement/calendarDays';

/** Accepted risks are reviewed at least yearly (RTS 2024/1774 Art 3(d)(iv)). */
const LONGEST = 'P1Y' as Duration;

/**
 * A finding whose risk is accepted is `risk-accepted` while the acceptance lasts.
 * Rows and counts stay: they show what was accepted. What could not be assessed
 * stays so: nobody can accept a risk that is not known.
 */
export function acceptRisk(
  assessment: Assessment,
  acceptances: readonly RiskAcceptance[] = [],
): Assessment {
  const { asOf, controlId, status } = assessment;
  if (status !== 'not-satisfied') {
    return assessment;
  }
  const known = acceptances
    .filter(one => one.controlId === controlId && one.recordedAt <= asOf)
    .map(one => ({ ...one, until: findEnd(one) }))
    .sort((a, b) => Date.parse(b.until) - Date.parse(a.until));
  const standing = known.find(one => one.from <= asOf && asOf < one.until);
  const changes = known.flatMap(({ from, until }) =>
    [from, until].filter(at => at > asOf),
  );
  const validUntil = earliest(assessment.validUntil, ...changes);
  const limited = { ...assessment, ...(validUntil && { validUntil }) };
  return standing
    ? {
        ...limited,
        status: 'risk-accepted',
        reason: reason('risk-accepted', {
          person: standing.acceptedBy,
          until: standing.until,
          finding: writeReason(assessment.reason),
        }),
      }
    : limited;
}

function findEnd({ from, until }: RiskAcceptance): Instant {
  const latest = addDuration(from, LONGEST);
  return until < latest ? until : latest;
}
