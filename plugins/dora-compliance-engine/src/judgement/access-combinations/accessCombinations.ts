import {
  type Duration,
  type Evidence,
  identityLabel,
  isEvidenceOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { joinWords } from '../../registry/joinWords';
import type { Judgement, TimedCheck } from '../../registry/Judgement';
import { de as environmentDe } from '../environment/de';
import { en as environmentEn } from '../environment/en';
import { reason as ofEnvironment } from '../environment/reasons';
import { remedies as environmentRemedies } from '../environment/remedies';
import { de } from './de';
import { en } from './en';
import { findUnclassified, holdsAll, listUnclear } from './holdsAll';
import { readRules } from './readRules';
import { reason } from './reasons';
import { remedies } from './remedies';

/** What was not read for so long is taken for gone, as by populations. */
const READ = 'P90D' as Duration;

/**
 * `access.combinations` in assertions: whether nobody is an administrator of a
 * repository, may change its branches without a review, and needs nobody else to deploy
 * to its production, all at once. A branch without rules needs no bypass, and an
 * environment without reviewers no approval.
 */
export const accessCombinations: Judgement = {
  name: 'access.combinations',
  version: 2,
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
  remedies: { ...remedies, ...environmentRemedies },
  words: {
    en: joinWords(en, environmentEn),
    de: joinWords(de, environmentDe),
  },
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
  const environment = findUnclassified(rules, administrators);
  if (environment !== undefined) {
    const cause = ofEnvironment('environment-unclassified', { environment });
    return { ...answer, passed: null, cause };
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
