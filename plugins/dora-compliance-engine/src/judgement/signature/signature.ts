import type { KnownDeployment } from '../../lineage/Deployments';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { nameRepository } from '../../lineage/findMerged';
import { joinWords } from '../../registry/joinWords';
import type { Judgement, TimedCheck } from '../../registry/Judgement';
import { de as environmentDe } from '../environment/de';
import { en as environmentEn } from '../environment/en';
import { remedies as environmentRemedies } from '../environment/remedies';
import { findEarliest } from '../findEarliest';
import { judgeDeployment } from '../judgeDeployment';
import { listIds } from '../listIds';
import {
  checkArtifact,
  findOrigin,
  type Origin,
} from '../traceability/artifactChecks';
import { de as traceabilityDe } from '../traceability/de';
import { en as traceabilityEn } from '../traceability/en';
import { remedies as traceabilityRemedies } from '../traceability/remedies';
import { de } from './de';
import { en } from './en';
import { explainNone, isOfAnother, listSigned } from './listSigned';
import { reason } from './reasons';
import { remedies } from './remedies';

/**
 * `artifact.signature` in assertions: whether the signed provenance of the deployed
 * digest was checked before the deployment and names the deployed repository and commit.
 * That a signature exists is not enough.
 */
export const signature: Judgement = {
  name: 'artifact.signature',
  version: 2,
  member: 'service-deployed',
  needs: {
    evidence: [
      {
        types: [
          'artifact-published',
          'artifact-signed',
          'change-merged',
          'provenance',
        ],
        key: 'commit',
        read: 'history',
      },
    ],
  },
  remedies: { ...remedies, ...traceabilityRemedies, ...environmentRemedies },
  words: {
    en: joinWords(en, traceabilityEn, environmentEn),
    de: joinWords(de, traceabilityDe, environmentDe),
  },
  judge: judgeDeployment((deployment, { index }) => {
    const origin = findOrigin(deployment, index);
    // Whether its origin is known at all is for the traceability of the deployment.
    const [identified] = checkArtifact(deployment, origin);
    const { digest } = origin;
    return [
      identified!,
      ...(digest && identified!.passed
        ? [checkSignature(digest, origin, { deployment, index })]
        : []),
    ];
  }),
};

function checkSignature(
  digest: string,
  { matching, elsewhere }: Origin,
  { deployment, index }: { deployment: KnownDeployment; index: EvidenceIndex },
): TimedCheck {
  const { at, commit, reports } = deployment;
  const repository = nameRepository(deployment, index);
  const signed = listSigned(digest, index);
  const checked = matching.filter(
    ({ predicate }) =>
      predicate.signatureChecked &&
      predicate.sourceRepository !== undefined &&
      !isOfAnother(predicate.sourceRepository, repository),
  );
  const good = checked.find(({ observedAt }) => observedAt <= at);
  const late = checked[0];
  // The commit may tell a repository that the deployment does not name.
  const [stranger] = [
    ...elsewhere,
    ...matching.filter(({ predicate: { sourceRepository: from } }) =>
      isOfAnother(from, repository),
    ),
  ];
  const consulted = [
    stranger ?? good ?? late,
    ...matching,
    ...elsewhere,
    ...signed,
    ...reports,
  ];
  const answer = {
    check: 'signature-checked',
    evidence: listIds(consulted),
    since: findEarliest(consulted),
  };
  if (repository === undefined || commit === undefined) {
    const cause = reason('signature-origin-unknown', { digest });
    return { ...answer, passed: null, cause };
  }
  if (stranger) {
    const { sourceRepository, sourceCommit = '' } = stranger.predicate;
    const origin = sourceRepository ?? sourceCommit;
    const cause = reason('signature-of-another-origin', { digest, origin });
    return { ...answer, passed: good ? null : false, cause };
  }
  if (good) {
    const cause = reason('signature-checked', { digest, at: good.observedAt });
    return { ...answer, passed: true, cause };
  }
  if (late) {
    const params = { digest, at: late.observedAt };
    const cause = reason('signature-checked-after', params);
    return { ...answer, passed: false, cause };
  }
  if (matching.length + signed.length > 0) {
    const cause = reason('signature-not-checked', { digest });
    return { ...answer, passed: false, cause };
  }
  return { ...answer, ...explainNone(digest, at, { repository, index }) };
}
