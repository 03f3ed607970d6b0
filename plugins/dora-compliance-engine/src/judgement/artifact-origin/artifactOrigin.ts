import {
  type Digest,
  type Duration,
  type Instant,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { z } from 'zod';
import type { KnownDeployment } from '../../lineage/Deployments';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import type { RunningArtifact } from '../../population/artifactPopulation';
import type { Judgement, TimedCheck } from '../../registry/Judgement';
import type { Member } from '../../registry/Population';
import { joinWords } from '../../registry/joinWords';
import { de as environmentDe } from '../environment/de';
import { en as environmentEn } from '../environment/en';
import { remedies as environmentRemedies } from '../environment/remedies';
import { de } from './de';
import { en } from './en';
import { reason } from './reasons';
import { remedies } from './remedies';

/** A rollout takes time: what ran before may still run for so long. */
const ROLLOUT: Duration = 'PT1H' as Duration;

/**
 * `artifact.origin` in assertions: whether a pipeline reported the deployment of
 * what runs, by its digest, to the same environment, before it was seen there.
 * What runs may have been deployed any time ago.
 */
export const artifactOrigin: Judgement = {
  name: 'artifact.origin',
  member: 'running-artifact',
  needs: {
    evidence: [
      {
        types: ['service-deployed', 'service-rolled-back'],
        key: 'asset',
        read: 'history',
      },
    ],
  },
  remedies: { ...remedies, ...environmentRemedies },
  words: {
    en: joinWords(en, environmentEn),
    de: joinWords(de, environmentDe),
  },
  judge: (member, { index }) => [judgeOrigin(member, index)],
};

function judgeOrigin(
  { value, evidence, describes }: Member,
  index: EvidenceIndex,
): TimedCheck {
  const {
    name,
    digest: written,
    environment,
  } = value as z.output<typeof RunningArtifact>;
  const named = { artifact: name, environment };
  const ids = evidence.map(({ id }) => id);
  const answer = { check: 'artifact-deployed', passed: null, evidence: ids };
  if (!written) {
    return { ...answer, cause: reason('artifact-without-digest', named) };
  }
  const digest = written.toLowerCase();
  const before = index.deployments.filter(
    one => one.at <= describes.at && one.environment === environment,
  );
  const deployed = before.findLast(({ digests }) => digests.includes(digest));
  const later =
    deployed && findLater(deployed, { before, digest, seenAt: describes.at });
  if (later) {
    return {
      ...answer,
      // Without a name, the later deployment may be of another artifact.
      passed: nameArtifact(deployed) && nameArtifact(later) ? false : null,
      cause: reason('artifact-replaced', {
        ...named,
        digest,
        deployed: later.at,
      }),
      evidence: [...ids, ...listReports(later), ...listReports(deployed)],
    };
  }
  if (deployed) {
    return {
      ...answer,
      passed: true,
      cause: reason('artifact-deployed', { ...named, deployed: deployed.at }),
      evidence: [...listReports(deployed), ...ids],
    };
  }
  return { ...answer, ...explainNone(before, { ...named, digest }, ids) };
}

/** No deployment of the digest: only deployments that name theirs can show that. */
function explainNone(
  before: readonly KnownDeployment[],
  {
    digest,
    ...named
  }: { artifact: string; environment: string; digest: string },
  ids: readonly Digest[],
) {
  const without = before.filter(({ digests }) => digests.length === 0);
  if (before.length === 0) {
    return { passed: null, cause: reason('deployments-unheard', named) };
  }
  return without.length > 0
    ? {
        passed: null,
        cause: reason('deployments-without-digest', {
          ...named,
          count: without.length,
        }),
        evidence: [...ids, ...listReports(without.at(-1)!)],
      }
    : {
        passed: false,
        cause: reason('artifact-never-deployed', { ...named, digest }),
      };
}

/** A deployment of the same artifact that should have replaced an earlier one. */
function findLater(
  deployed: KnownDeployment,
  {
    before,
    digest,
    seenAt,
  }: { before: readonly KnownDeployment[]; digest: string; seenAt: Instant },
): KnownDeployment | undefined {
  const name = nameArtifact(deployed);
  const since = subtractDuration(seenAt, ROLLOUT);
  const others = before.slice(before.indexOf(deployed) + 1);
  return others.findLast(
    one =>
      !one.digests.includes(digest) &&
      one.at <= since &&
      (!name || [undefined, name].includes(nameArtifact(one))),
  );
}

/** The name of what was deployed, by the first report that has it. */
function nameArtifact({ reports }: KnownDeployment): string | undefined {
  return reports
    .map(({ predicate }) => predicate.deployment.artifact?.name)
    .find(Boolean);
}

function listReports({ reports }: KnownDeployment): Digest[] {
  return reports.map(({ id }) => id);
}
