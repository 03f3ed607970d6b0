import type {
  Identity,
  Reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownDeployment } from '../../lineage/Deployments';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { isMachine } from '../../lineage/isMachine';
import { isSamePerson, type Person } from '../../lineage/Persons';
import type { ReleaseStep } from '../../lineage/ReleaseStep';
import { traceRelease } from '../../lineage/traceRelease';
import { isKnownGood } from '../independence/independence';
import { findHands } from '../independence/involved';

/** Whether the reviewer had a hand in what was deployed; null if that is unknown. */
type Involvement = {
  isInvolved: boolean | null;
  person: string;
  /** Why it is not known in full what was deployed. */
  gap?: Reason;
};

/** Compares the catalog user who reviewed with everybody who had a hand. */
export function compareReviewer(
  reviewer: Identity,
  { deployment, index }: { deployment: KnownDeployment; index: EvidenceIndex },
): Involvement {
  const { login = '', kind } = reviewer;
  const user: Person = { label: login, users: [login.toLowerCase()] };
  const { steps, gap } = traceRelease(deployment, index, other =>
    isKnownGood(other, index),
  );
  const people = [
    ...steps.flatMap(step => listPeople(step, { deployment, index })),
    ...toPersons(deployment.deployers, index),
  ];
  const same = people.find(one => isSamePerson(one, user) === true);
  if (same) {
    return { isInvolved: true, person: same.label };
  }
  const unclear = people.find(one => isSamePerson(one, user) === null);
  const isKnown = !unclear && !gap && kind === 'human';
  return {
    isInvolved: isKnown ? false : null,
    person: unclear?.label ?? login,
    ...(gap && !unclear && { gap }),
  };
}

function listPeople(
  step: ReleaseStep,
  context: { deployment: KnownDeployment; index: EvidenceIndex },
): Person[] {
  const { push, commits, changes } = step;
  const writers = commits.flatMap(({ author, committer, coAuthors }) => [
    author,
    ...(committer ? [committer] : []),
    ...coAuthors,
  ]);
  return changes.length > 0
    ? changes.flatMap(change =>
        findHands(step, change, context).map(({ person }) => person),
      )
    : toPersons(
        [...(push ? [push.predicate.pushedBy] : []), ...writers],
        context.index,
      );
}

/** A machine is no person, but whoever answers for it is. */
function toPersons(
  identities: readonly Identity[],
  { persons }: EvidenceIndex,
): Person[] {
  return identities.flatMap(identity => [
    ...(isMachine(identity) ? [] : [persons.of(identity)]),
    ...persons.findOwners(identity),
  ]);
}
