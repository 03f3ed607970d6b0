import type { CollectedDocument } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type {
  Statement,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { repositoryPlaceOf, repositoryUri } from '../repositoryPlace';
import type { AzureDevOpsScope } from '../normalise/AzureDevOpsScope';

/** Reads a collected document of one part. Throws an error with its reason. */
export type CollectedReader = (
  document: CollectedDocument,
  scope: AzureDevOpsScope,
) => { statements: Statement[]; flaws: string[] };

/** The repository a document is about, as the address of the target names it. */
export function targetPlace({ target }: CollectedDocument) {
  const place = repositoryPlaceOf(target);
  if (!place) {
    throw new TypeError(`${target} is no repository of Azure DevOps`);
  }
  return place;
}

/**
 * The repository as the catalog names it, and as events do where the catalog
 * uses an older address.
 */
export function targetSubjects(document: CollectedDocument): Subject[] {
  const uri = repositoryUri(targetPlace(document));
  const named: Subject = { kind: 'repository', uri: document.target };
  return uri.toLowerCase() === document.target.toLowerCase()
    ? [named]
    : [named, { kind: 'repository', uri }];
}

/** A statement about the target beside all else it is about. */
export function onTarget(
  document: CollectedDocument,
  statement: Statement,
): Statement {
  const others = statement.subjects.filter(({ kind }) => kind !== 'repository');
  return {
    ...statement,
    subjects: [...targetSubjects(document), ...others],
  } as Statement;
}
