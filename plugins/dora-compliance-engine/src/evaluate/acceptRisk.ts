import {
  addDuration,
  type ControlStatus,
  type Duration,
  type Instant,
  type Reason,
  reason,
  type RiskAcceptance,
  type Row,
  writeReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { earliest } from '../judgement/calendarDays';

/** Accepted risks are reviewed at least yearly (RTS 2024/1774 Art 3(d)(iv)). */
const LONGEST = 'P1Y' as Duration;

/** The acceptances of a control that count at an instant, and when that changes. */
type Acceptances = {
  /** The one that lasts longest first. */
  standing: readonly RiskAcceptance[];
  changesAt?: Instant | undefined;
};

/** The acceptances of a control as of an instant. */
export function listAcceptances(
  acceptances: readonly RiskAcceptance[],
  { controlId, asOf }: { controlId: string; asOf: Instant },
): Acceptances {
  const known = acceptances
    .filter(one => one.controlId === controlId && one.recordedAt <= asOf)
    .map(one => ({ ...one, until: findEnd(one) }))
    .sort((a, b) => Date.parse(b.until) - Date.parse(a.until));
  return {
    standing: known.filter(one => one.from <= asOf && asOf < one.until),
    changesAt: earliest(
      ...known.flatMap(({ from, until }) =>
        [from, until].filter(at => at > asOf),
      ),
    ),
  };
}

/**
 * A requirement that fails for a member, and whose risk is accepted, is
 * `risk-accepted` while the acceptance lasts. Other members and requirements keep
 * their results, and what could not be assessed stays so: nobody can accept a risk
 * that is not known.
 */
export function acceptRisk<
  Result extends { status: ControlStatus; reason: Reason },
>(
  result: Result,
  {
    member,
    requirement,
    standing,
  }: {
    member: Row['member'];
    requirement: string;
    standing: readonly RiskAcceptance[];
  },
): Result {
  const accepted =
    result.status === 'not-satisfied'
      ? standing.find(
          one =>
            (one.requirement ?? requirement) === requirement &&
            isAbout(one, member),
        )
      : undefined;
  return accepted
    ? {
        ...result,
        status: 'risk-accepted',
        reason: reason('risk-accepted', {
          acceptance: accepted.id,
          person: accepted.acceptedBy,
          ...(accepted.confirmedBy && { confirmedBy: accepted.confirmedBy }),
          until: accepted.until,
          rationale: accepted.rationale,
          finding: writeReason(result.reason),
        }),
      }
    : result;
}

function isAbout(
  { member: accepted }: RiskAcceptance,
  { kind, uri, title, deployment }: Row['member'],
): boolean {
  return (
    accepted === undefined ||
    (accepted.kind === kind &&
      (accepted.uri ?? uri) === uri &&
      (accepted.title ?? title) === title &&
      (accepted.deployment ?? deployment?.id) === deployment?.id)
  );
}

function findEnd({ from, until }: RiskAcceptance): Instant {
  const latest = addDuration(from, LONGEST);
  return until < latest ? until : latest;
}
