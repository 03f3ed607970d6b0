import type {
  Evidence,
  Identity,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { findRepository } from '../../lineage/keys';

/**
 * Whether a reviewer may write to the repository: as the review reports or, if it
 * does not, as the last list of those with access says. Somebody who is not in that
 * list may have had access at the time of the review, so that it is unknown.
 */
export function findAccess(
  review: Evidence<'change-reviewed'>,
  index: EvidenceIndex,
): {
  mayWrite: boolean | undefined;
  evidence?: Evidence<'repository-access-observed'>;
} {
  const { mayWrite, reviewer } = review.predicate;
  if (mayWrite !== undefined) {
    return { mayWrite };
  }
  const list = index
    .ofType('repository-access-observed')
    .findLast(item => findRepository(item) === findRepository(review));
  const member = list?.predicate.members.find(({ account }) =>
    isSameAccount(account, reviewer),
  );
  return { mayWrite: member?.mayWrite, ...(list && { evidence: list }) };
}

/** An account keeps its id when its name changes. */
function isSameAccount(a: Identity, b: Identity): boolean {
  if (a.system.toLowerCase() !== b.system.toLowerCase()) {
    return false;
  }
  return a.id !== undefined && b.id !== undefined
    ? a.id === b.id
    : a.login !== undefined && a.login.toLowerCase() === b.login?.toLowerCase();
}
