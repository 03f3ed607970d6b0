import {
  type Duration,
  type Evidence,
  type Instant,
  reason as ofLineage,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownDeployment } from '../../lineage/Deployments';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { isIn, nameRepository } from '../../lineage/findMerged';
import { isSameCommit, shorten } from '../../lineage/keys';
import { joinWords } from '../../registry/joinWords';
import type { Judgement, TimedCheck } from '../../registry/Judgement';
import { de as environmentDe } from '../environment/de';
import { en as environmentEn } from '../environment/en';
import { remedies as environmentRemedies } from '../environment/remedies';
import { findEarliest } from '../findEarliest';
import { judgeDeployment } from '../judgeDeployment';
import { listIds } from '../listIds';
import { de } from './de';
import { en } from './en';
import { reason } from './reasons';
import { remedies } from './remedies';

type Sbom = Evidence<'sbom'>;

/** An artifact may be deployed long after it was built. */
const READ = 'P400D' as Duration;

/**
 * `artifact.sbom` in assertions: whether a complete bill of materials of the deployed
 * digest or, if it names no digest, of the deployed commit was made before the
 * deployment.
 */
export const sbom: Judgement = {
  name: 'artifact.sbom',
  version: 2,
  member: 'service-deployed',
  needs: {
    evidence: [
      { types: ['change-merged'], key: 'commit', read: 'history' },
      { types: ['sbom'], key: 'asset', read: 'history', within: READ },
    ],
  },
  remedies: { ...remedies, ...environmentRemedies },
  words: {
    en: joinWords(en, environmentEn),
    de: joinWords(de, environmentDe),
  },
  judge: judgeDeployment((deployment, { index }) => {
    const { digests } = deployment;
    // Where reports name several artifacts, each may be the one that runs.
    return digests.length > 0
      ? digests.map(digest => checkSbom(digest, deployment, index))
      : [checkSbom(undefined, deployment, index)];
  }),
};

function checkSbom(
  digest: string | undefined,
  deployment: KnownDeployment,
  index: EvidenceIndex,
): TimedCheck {
  const { at, reports, commit } = deployment;
  const check = 'sbom-before-deployment';
  const deployed = digest ?? (commit && shorten(commit));
  if (deployed === undefined) {
    const cause = ofLineage('commit-unknown');
    return { check, passed: null, cause, evidence: listIds(reports) };
  }
  const repository = nameRepository(deployment, index);
  const all = index.ofType('sbom').filter(one => isIn(one, repository));
  const own = all.filter(one => isOfDeployed(one, digest, commit));
  const before = own.filter(one => findMade(one) <= at);
  const good = before.find(({ predicate }) => predicate.complete);
  const cut = before.at(-1);
  const late = own.find(one => findMade(one) > at);
  const evidence = [good ?? cut ?? late, ...own, ...reports];
  const answer = {
    check,
    evidence: listIds(evidence),
    since: findEarliest(evidence),
  };
  if (good) {
    const { components } = good.predicate;
    const cause = { deployed, components, at: findMade(good) };
    return { ...answer, passed: true, cause: reason('sbom-known', cause) };
  }
  if (cut) {
    const { problem = '' } = cut.predicate;
    const cause = reason('sbom-incomplete', { deployed, problem });
    return { ...answer, passed: null, cause };
  }
  if (late) {
    const params = { deployed, at: findMade(late) };
    const cause = reason('sbom-after-deployment', params);
    return { ...answer, passed: false, cause };
  }
  return { ...answer, ...explainNone(deployed, all, at) };
}

/** The digest decides: one commit may be built into several artifacts. */
function isOfDeployed(
  { predicate: { artifact, commit: from } }: Sbom,
  digest: string | undefined,
  commit: string | undefined,
): boolean {
  return artifact?.digest === undefined
    ? commit !== undefined && isSameCommit(from, commit)
    : artifact.digest.toLowerCase() === digest;
}

/** When it was made; if it does not say so, when it was reported. */
function findMade({ predicate, observedAt }: Sbom): Instant {
  return predicate.createdAt ?? observedAt;
}

function explainNone(deployed: string, all: readonly Sbom[], at: Instant) {
  const before = all.filter(({ observedAt }) => observedAt <= at);
  const named = before.filter(
    ({ predicate: { artifact, commit } }) =>
      artifact?.digest !== undefined || commit !== undefined,
  );
  if (named.length > 0) {
    return { passed: false, cause: reason('sbom-missing', { deployed }) };
  }
  return {
    passed: null,
    cause:
      before.length > 0
        ? reason('sboms-without-subject', { deployed, count: before.length })
        : reason('sboms-not-reported', { deployed }),
  };
}
