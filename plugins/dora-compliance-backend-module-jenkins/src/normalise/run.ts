import type {
  Instant,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { type BuildFacts, listSubjects } from './BuildFacts';
import { toOutcome } from './fields';

/** A build that is over. */
export function runStatement(
  facts: BuildFacts,
  end: {
    readonly result: string;
    readonly trigger?: string;
    readonly startedAt?: Instant;
    readonly finishedAt: Instant;
  },
): Statement {
  const { result, trigger, startedAt, finishedAt } = end;
  const { commit, branch, startedBy, place, url, definition } = facts;
  return {
    type: 'pipeline-run-finished',
    subjects: listSubjects(facts),
    predicate: {
      pipeline: { name: definition },
      run: { id: String(place.number), attempt: 1, url },
      outcome: toOutcome(result),
      ...(commit && { commit }),
      ...(branch && { branch }),
      ...(trigger && { trigger }),
      ...(startedBy && { triggeredBy: startedBy }),
      ...(startedAt && { startedAt }),
      finishedAt,
    },
    observedAt: finishedAt,
    sourceId: 'jenkins',
  };
}
