import {
  isEvidenceOf,
  type Reason,
  reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CheckName } from '../CheckName';
import {
  type Judge,
  type Judgement,
  judgeEvidence,
  type TimedCheck,
} from '../../registry/Judgement';

/** The least number of members of an owner group. */
const MIN_MEMBERS = 2;

/**
 * Whether the accountable owner exists and can act (RTS 2024/1774
 * Art 4(2)(b)(iv)): a group in the catalog with enough members.
 */
const judgeOwnership: Judge = member => {
  if (!isEvidenceOf('ownership-observed', member)) {
    return [];
  }
  const { owner, ownerRef } = member.predicate;
  const check = (
    name: CheckName,
    passed: boolean | null,
    cause: Reason,
  ): TimedCheck => ({
    check: name,
    passed,
    cause,
    evidence: [member.id],
  });
  if (!ownerRef) {
    return [check('owner-named', false, reason('owner-missing'))];
  }
  const named = check('owner-named', true, reason('owner-named', { ownerRef }));
  if (!owner) {
    const cause = reason('owner-unresolved', { ownerRef });
    return [named, check('owner-exists', false, cause)];
  }
  const exists = check(
    'owner-exists',
    true,
    reason('owner-exists', { ownerRef }),
  );
  if (owner.kind !== 'group') {
    const cause = reason('owner-not-a-group', { ownerRef });
    return [named, exists, check('owner-can-act', false, cause)];
  }
  const count = owner.memberCount;
  const enough = count >= MIN_MEMBERS;
  const cause = reason(enough ? 'owner-can-act' : 'owner-too-few-members', {
    ownerRef,
    count,
    needed: MIN_MEMBERS,
  });
  return [named, exists, check('owner-can-act', enough, cause)];
};

/** `asset.ownership` in assertions. */
export const ownership: Judgement = {
  name: 'asset.ownership',
  member: 'ownership-observed',
  needs: { evidence: [] },
  judge: judgeEvidence(judgeOwnership),
};
