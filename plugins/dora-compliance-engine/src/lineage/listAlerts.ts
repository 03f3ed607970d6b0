import type {
  Evidence,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { classifyEnvironment } from './classifyEnvironment';
import type { KnownDeployment } from './Deployments';
import type { EvidenceIndex } from './EvidenceIndex';

type Change = Evidence<'alert-changed'>;

/** An alert that began to fire soon after a deployment. */
export type FollowingAlert = {
  name: string;
  firedAt: Instant;
  /** Its first state after that in which it is acknowledged or resolved. */
  answer: Change | undefined;
  evidence: readonly Change[];
};

/**
 * Alerts that began to fire between a deployment and an instant, in its environment or
 * in one that the alert does not name, earliest first.
 */
export function listAlerts(
  { at, environment, kind }: KnownDeployment,
  { index, until }: { index: EvidenceIndex; until: Instant },
): FollowingAlert[] {
  const byAlert = new Map<string, Change[]>();
  for (const change of index.ofType('alert-changed')) {
    const { id } = change.predicate.alert;
    byAlert.set(id, [...(byAlert.get(id) ?? []), change]);
  }
  const isThere = ({ predicate: { alert } }: Change) =>
    alert.environment === undefined ||
    alert.environment.name === environment ||
    classifyEnvironment(alert.environment) === kind;
  return [...byAlert.values()].flatMap(changes => {
    const fired = changes.find(change => {
      const firedAt = findFired(change);
      return (
        change.predicate.state === 'firing' &&
        firedAt > at &&
        firedAt <= until &&
        isThere(change)
      );
    });
    return fired
      ? [
          {
            name: fired.predicate.alert.name,
            firedAt: findFired(fired),
            answer: changes.find(
              ({ observedAt, predicate }) =>
                predicate.state !== 'firing' && observedAt >= findFired(fired),
            ),
            evidence: changes,
          },
        ]
      : [];
  });
}

function findFired({ predicate, observedAt }: Change): Instant {
  return predicate.startedAt ?? observedAt;
}
