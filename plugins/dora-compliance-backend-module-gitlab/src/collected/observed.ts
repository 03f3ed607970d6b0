import type {
  Predicate,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CollectedDocument } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { SOURCE_ID } from '../normalise/fields';

type ObservedType =
  | 'branch-protection-observed'
  | 'environment-protection-observed'
  | 'log-retention-observed'
  | 'pipeline-definition-observed'
  | 'pipeline-settings-observed'
  | 'repository-access-observed'
  | 'runners-observed';

/** A setting of a repository as it was seen, and whether all of it was. */
export function observed<T extends ObservedType>(
  type: T,
  document: CollectedDocument,
  content: Omit<Predicate<T>, 'complete' | 'problem'>,
): Statement {
  const { target, collectedAt, complete, problem } = document;
  return {
    type,
    subjects: [{ kind: 'repository', uri: target }],
    predicate: { ...content, complete, ...(problem && { problem }) },
    observedAt: collectedAt,
    sourceId: SOURCE_ID,
  } as Statement;
}
