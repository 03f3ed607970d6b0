import {
  type Duration,
  type Evidence,
  reason as ofLineage,
  type ScanKind,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownDeployment } from '../../lineage/Deployments';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { isIn, listOwnCommits, nameRepository } from '../../lineage/findMerged';
import { commitKey, shorten } from '../../lineage/keys';
import { joinWords } from '../../registry/joinWords';
import type { Judgement, TimedCheck } from '../../registry/Judgement';
import { de as environmentDe } from '../environment/de';
import { en as environmentEn } from '../environment/en';
import { remedies as environmentRemedies } from '../environment/remedies';
import { findEarliest } from '../findEarliest';
import { judgeDeployment } from '../judgeDeployment';
import { listIds } from '../listIds';
import { findChange } from '../traceability/findChange';
import { de } from './de';
import { en } from './en';
import { reason } from './reasons';
import { remedies } from './remedies';

type Scan = Evidence<'security-scan-finished'>;

/** A release may contain changes that were scanned long before. */
const READ = 'P400D' as Duration;

/**
 * `change.scans` in assertions: whether the code and the dependencies of what
 * was deployed were scanned without an error before the deployment. A scan is of the
 * deployed commit, or of the head of the change that was merged as it.
 */
export const securityTests: Judgement = {
  name: 'change.scans',
  member: 'service-deployed',
  needs: {
    evidence: [
      {
        types: ['change-merged', 'commits-pushed'],
        key: 'commit',
        read: 'history',
      },
      {
        types: ['security-scan-finished'],
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
  judge: judgeDeployment((deployment, { index }) => [
    checkScan('code-scanned', 'code', { deployment, index }),
    checkScan('dependencies-scanned', 'dependency', { deployment, index }),
  ]),
};

/** Scans of a kind in the repository, with those of what was deployed. */
function findScans(
  kind: ScanKind,
  { deployment, index }: { deployment: KnownDeployment; index: EvidenceIndex },
): { all: readonly Scan[]; own: readonly Scan[] } {
  const repository = nameRepository(deployment, index);
  const commits = listOwnCommits(deployment, index);
  const all = index
    .ofType('security-scan-finished')
    .filter(one => one.predicate.kind === kind && isIn(one, repository));
  const own = all.filter(
    ({ predicate: { commit } }) =>
      commit !== undefined && commits.has(commitKey(commit)),
  );
  return { all, own };
}

function checkScan(
  check: string,
  kind: ScanKind,
  context: { deployment: KnownDeployment; index: EvidenceIndex },
): TimedCheck {
  const { at, commit, reports } = context.deployment;
  if (commit === undefined) {
    const cause = ofLineage('commit-unknown');
    return { check, passed: null, cause, evidence: listIds(reports) };
  }
  const { all, own } = findScans(kind, context);
  const before = own.filter(({ observedAt }) => observedAt <= at);
  const good = before.find(({ predicate }) => predicate.error === undefined);
  const bad = before.at(-1);
  const late = own.find(({ predicate }) => predicate.error === undefined);
  const first = good ?? bad ?? late;
  const evidence = [first, ...own, ...reports];
  const answer = {
    check,
    evidence: listIds(evidence),
    since: findEarliest(evidence),
  };
  if (good) {
    return {
      ...answer,
      passed: true,
      cause: reason('scan-ended-before', { kind, ...describeScan(good) }),
    };
  }
  if (bad) {
    const { at: _, ...named } = describeScan(bad);
    const { error = '' } = bad.predicate;
    const cause = reason('scan-with-error', { kind, ...named, error });
    return { ...answer, passed: false, cause };
  }
  if (late) {
    const cause = reason('scan-ended-after', { kind, ...describeScan(late) });
    return { ...answer, passed: false, cause };
  }
  const { change, push } = findChange(context.deployment, context.index);
  if (!change && !push) {
    const params = { kind, commit: shorten(commit) };
    const cause = reason('scan-change-unknown', params);
    return { ...answer, passed: null, cause };
  }
  // Who reported none before may not have been connected yet.
  return all.some(({ observedAt }) => observedAt <= at)
    ? {
        ...answer,
        passed: false,
        cause: reason('scan-missing', { kind, commit: shorten(commit) }),
      }
    : {
        ...answer,
        passed: null,
        cause: reason('scans-not-reported', { kind }),
      };
}

function describeScan({ predicate, observedAt: at }: Scan) {
  const { commit = '', tool } = predicate;
  return { tool: tool.name, commit: shorten(commit), at };
}
