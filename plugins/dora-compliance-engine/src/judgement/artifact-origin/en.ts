import { form, moment } from '../../explain/en/words';
import type { WordsFor } from '../../registry/Judgement';
import type { OriginReasons } from './reasons';

export const en: WordsFor<OriginReasons> = {
  checks: { 'artifact-deployed': 'Was it deployed by a pipeline?' },
  reasons: {
    'artifact-deployed': ({ artifact, environment, deployed }) =>
      `A pipeline deployed ${artifact} to ${environment} on ${moment(
        deployed,
      )}.`,
    'artifact-never-deployed': ({ artifact, environment, digest }) =>
      `${artifact} runs in ${environment} with the digest ${digest}, but no pipeline reported a deployment of it. Somebody may have changed production directly.`,
    'artifact-replaced': ({ artifact, environment, digest, deployed }) =>
      `${artifact} runs in ${environment} with the digest ${digest}, but a pipeline deployed another version on ${moment(
        deployed,
      )}. Somebody may have changed production directly.`,
    'artifact-without-digest': ({ artifact, environment }) =>
      `The platform reports no digest of ${artifact} in ${environment}, so it can't be compared with what was deployed.`,
    'deployments-unheard': ({ artifact, environment }) =>
      `${artifact} runs in ${environment}, but no pipeline has ever reported a deployment of this asset to it.`,
    'deployments-without-digest': ({ artifact, environment, count }) =>
      `${artifact} runs in ${environment}, and ${form(count, {
        one: 'the deployment that was reported does',
        other: `the ${count} deployments that were reported do`,
      })} not name a digest, so it is not known whether a pipeline deployed it.`,
  },
  advice: {
    'artifact-never-deployed':
      'Find out who changed production, and deploy the wanted version through the pipeline. It is green with the next reading of the environment.',
    'artifact-without-digest':
      'Deploy the artifact by its digest, or have the platform report digests.',
    'artifact-replaced':
      'Have the pipeline name the artifact of each deployment, and deploy the wanted version again.',
    'deployments-unheard':
      'Have the pipeline report deployments to this environment, under the same name as the platform.',
    'deployments-without-digest':
      'Have the pipeline report the digest of the artifact with each deployment.',
  },
};
