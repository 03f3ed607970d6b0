import {
  type Evidence,
  isEvidenceOf,
  type Reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type Judge,
  type Judgement,
  judgeEvidence,
  type TimedCheck,
} from '../../registry/Judgement';
import { reason } from './reasons';
import { de } from './de';
import { en } from './en';
import { remedies } from './remedies';

/** The least number of members of an owner group that names nobody. */
const FEWEST_MEMBERS = 2;

/** In a larger group nobody in particular is the owner. */
const MOST_MEMBERS = 50;

type Observed = Evidence<'ownership-observed'>;
type Owner = NonNullable<Observed['predicate']['owner']>;
type Answer = Pick<TimedCheck, 'passed' | 'cause'>;

/**
 * Whether the identity of the owner is known, and the owner exists (RTS 2024/1774
 * Art 4(2)(b)(iv)): a person, a group that names an accountable person, or a group
 * of a size in which its members are accountable.
 */
const judgeOwnership: Judge = member => {
  if (!isEvidenceOf('ownership-observed', member)) {
    return [];
  }
  const { owner, ownerRef } = member.predicate;
  const check = (name: string, answer: Answer): TimedCheck => ({
    check: name,
    ...answer,
    evidence: [member.id],
  });
  if (!ownerRef) {
    return [check('owner-named', fail(reason('owner-missing')))];
  }
  const named = check('owner-named', pass(reason('owner-named', { ownerRef })));
  if (!owner) {
    const answer = fail(reason('owner-unresolved', { ownerRef }));
    return [named, check('owner-exists', answer)];
  }
  return [
    named,
    check('owner-exists', pass(reason('owner-exists', { ownerRef }))),
    check('owner-can-act', answerWhetherAccountable(owner, ownerRef)),
  ];
};

function answerWhetherAccountable(owner: Owner, ownerRef: string): Answer {
  const { kind, accountable, memberCount: count } = owner;
  if (kind === 'user') {
    return pass(reason('owner-is-person', { ownerRef }));
  }
  if (kind !== 'group') {
    return fail(reason('owner-not-a-group', { ownerRef }));
  }
  if (accountable) {
    const params = { ownerRef, user: accountable.personRef };
    return accountable.exists
      ? pass(reason('owner-accountable', params))
      : fail(reason('accountable-person-unknown', params));
  }
  if (count > MOST_MEMBERS) {
    const params = { ownerRef, count, most: MOST_MEMBERS };
    return fail(reason('owner-too-many-members', params));
  }
  const params = { ownerRef, count, needed: FEWEST_MEMBERS };
  return count < FEWEST_MEMBERS
    ? fail(reason('owner-too-few-members', params))
    : pass(reason('owner-can-act', params));
}

function pass(cause: Reason): Answer {
  return { passed: true, cause };
}

function fail(cause: Reason): Answer {
  return { passed: false, cause };
}

/** `asset.ownership` in assertions. */
export const ownership: Judgement = {
  name: 'asset.ownership',
  member: 'ownership-observed',
  needs: { evidence: [] },
  remedies,
  words: { en, de },
  judge: judgeEvidence(judgeOwnership),
};
