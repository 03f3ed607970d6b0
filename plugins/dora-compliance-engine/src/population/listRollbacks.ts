import { classifyEnvironment } from '../lineage/classifyEnvironment';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import type { Member } from '../registry/Population';
import { toDay } from '../judgement/calendarDays';

/**
 * Real rollbacks of production, as members like drills of going back that succeeded.
 * A rollback of an environment that nobody classified is none of production.
 */
export function listRollbacks(index: EvidenceIndex): Member[] {
  return index
    .ofType('service-rolled-back')
    .filter(
      ({ predicate: { deployment } }) =>
        classifyEnvironment(deployment.environment) === 'production',
    )
    .map(item => {
      const { deployment, rolledBackAt } = item.predicate;
      return {
        value: {
          kind: 'fall-back',
          outcome: 'succeeded',
          performedOn: toDay(rolledBackAt),
          documents: [],
          given: [],
          confirmed: false,
          refused: false,
        },
        evidence: [item],
        describes: {
          kind: 'record',
          title: deployment.environment.name,
          at: rolledBackAt,
        },
      };
    });
}
