import {
  type Duration,
  type Evidence,
  identityLabel,
  isEvidenceOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import type { Judgement, TimedCheck } from '../../registry/Judgement';
import { de } from './de';
import { en } from './en';
import { areAll, isAny, matchActor, type Member } from './matchActor';
import { readRules, type Rules } from './readRules';
import { reason } from './reasons';
import { remedies } from './remedies';

/** What was not read for so long is taken for gone, as by populations. */
const READ = 'P90D' as Duration;

/**
 * `access.combinations` in assertions: whether nobody is an administrator of a
 * repository, may change its branches without a review, and may approve deployments to
 * its production, all at once. A branch without rules needs no bypass.
 */
export const accessCombinations: Judgement = {
  name: 'access.combinations',
  member: 'repository-access-observed',
  needs: {
    evidence: [
      {
        types: [
          'branch-protection-observed',
          'collector-heartbeat',
          'environment-protection-observed',
        ],
        key: 'asset',
        read: 'history',
        within: READ,
      },
    ],
  },
  remedies,
  words: { en, de },
  judge({ evidence: [item], describes }, { index }) {
    return item && isEvidenceOf('repository-access-observed', item)
      ? [judgeAccess(item, describes.title ?? '', index)]
      : [];
  },
};

function judgeAccess(
  item: Evidence<'repository-access-observed'>,
  repository: string,
  index: EvidenceIndex,
): TimedCheck {
  const administrators = item.predicate.members.filter(({ admin }) => admin);
  const rules = readRules(item, index);
  const { branches, environments, unread, until } = rules;
  const holders = administrators.map(member => ({
    member,
    holds: holdsAll(member, rules),
  }));
  const list = (holds: boolean | null) =>
    holders
      .filter(one => one.holds === holds)
      .map(({ member }) => identityLabel(member.account))
      .sort();
  const answer = {
    check: 'access-not-combined',
    evidence: [item, ...branches, ...environments].map(({ id }) => id),
  };
  const combined = list(true);
  if (combined.length > 0) {
    const cause = reason('access-combined', {
      repository,
      count: combined.length,
      accounts: combined.join(', '),
    });
    return { ...answer, passed: false, cause };
  }
  const [what] = unread;
  if (what && administrators.length > 0) {
    const cause = reason('access-combination-unread', { repository, what });
    return { ...answer, passed: null, cause };
  }
  const unclear = list(null);
  return {
    ...answer,
    passed: unclear.length > 0 ? null : true,
    cause:
      unclear.length > 0
        ? reason('access-combination-unclear', {
            repository,
            count: unclear.length,
            actors: listUnclear(rules, administrators),
          })
        : reason('access-not-combined', {
            repository,
            administrators: administrators.length,
          }),
    changesAt: until,
    runsSince: item.observedAt,
  };
}

/** Whether an administrator holds the two other rights, too. */
function holdsAll(member: Member, rules: Rules): boolean | null {
  return areAll(mayBypass(member, rules), mayApprove(member, rules));
}

function mayBypass(member: Member, { branches }: Rules): boolean | null {
  return isAny(
    ...branches.map(({ predicate }) =>
      isAny(
        !predicate.protected,
        predicate.enforcedForAdmins === false,
        predicate.bypass
          ? isAny(...predicate.bypass.map(actor => matchActor(actor, member)))
          : null,
      ),
    ),
  );
}

function mayApprove(member: Member, { environments }: Rules): boolean | null {
  return isAny(
    ...environments.flatMap(({ predicate: { reviewers } }) =>
      reviewers.map(actor => matchActor(actor, member)),
    ),
  );
}

/** The teams and roles that an administrator may be in. */
function listUnclear(
  { branches, environments }: Rules,
  administrators: readonly Member[],
): string {
  const actors = [
    ...branches.flatMap(({ predicate }) => predicate.bypass ?? []),
    ...environments.flatMap(({ predicate }) => predicate.reviewers),
  ].filter(actor =>
    administrators.some(member => matchActor(actor, member) === null),
  );
  const names = actors.map(({ kind, name }) =>
    kind === name ? kind : `${kind} ${name}`,
  );
  return [...new Set(names)].sort().join(', ');
}
