import { readBack, awaitRun } from '../../explain/en/phrases';
import type { WordsFor } from '../../registry/Judgement';
import type { TraceabilityReasons } from './reasons';

const proveArtifact =
  'Have the pipeline that builds publish provenance of the artifact, for example with actions/attest-build-provenance on GitHub, so that the digest, the commit and the run are linked. The check is repeated when the backend has read it.';

export const en: WordsFor<TraceabilityReasons> = {
  checks: {
    'artifact-identified': 'Is the artifact identified by digest?',
    'artifact-origin': 'Is it proven what the artifact was made of?',
    'built-by-successful-run': 'Was it built by a successful run?',
    'change-known': 'Is the change known?',
  },
  reasons: {
    'artifact-identified': ({ digest }) =>
      `The deployment identifies its artifact as ${digest}.`,
    'artifact-contradicted': ({ digest, other }) =>
      `Two reports of this deployment name different artifacts: ${digest} and ${other}.`,
    'artifact-origin-known': ({ digest }) =>
      `It is proven that ${digest} was made of the deployed commit.`,
    'artifact-origin-unknown': ({ digest }) =>
      `No provenance or publication is known that says that ${digest} was made of the deployed commit.`,
    'artifact-unidentified': () =>
      'The deployment does not identify its artifact by digest.',
    'build-run-unclear': ({ commit, failed, succeeded }) =>
      `For commit ${commit} the pipeline "${failed}" failed and the pipeline "${succeeded}" succeeded. Which of them built what was deployed is not known.`,
    'change-known': ({ change }) =>
      `The deployed commit came from change #${change}.`,
    'change-not-received': ({ commit }) =>
      `Neither a push nor a merged change was received for the deployed commit ${commit}.`,
    'change-unknown': ({ commit }) =>
      `No merged change is known for the deployed commit ${commit}.`,
    'no-run': ({ commit }) =>
      `No pipeline run is known for the deployed commit ${commit}.`,
    'provenance-elsewhere': ({ digest, repository }) =>
      `The provenance of ${digest} says that it was made of ${repository}, which is not what was deployed.`,
    'run-after-deployment': ({ pipeline, commit }) =>
      `The pipeline "${pipeline}" succeeded for commit ${commit} only after the commit was deployed.`,
    'run-failed': ({ pipeline, commit, outcome }) =>
      `The pipeline "${pipeline}" ended with outcome "${outcome}" for commit ${commit}, but the commit was deployed.`,
    'run-not-finished': ({ commit }) =>
      `The end of the run that built or deployed commit ${commit} was not received.`,
    'run-not-linked': ({ pipeline, commit }) =>
      `The pipeline "${pipeline}" succeeded for commit ${commit}. Whether this run built what was deployed is not known.`,
    'run-succeeded': ({ pipeline, commit }) =>
      `The pipeline "${pipeline}" succeeded for commit ${commit}.`,
  },
  advice: {
    'artifact-contradicted':
      'Two systems report this deployment with different digests. Correct the one that is wrong, and deploy again.',
    'artifact-origin-unknown': proveArtifact,
    'artifact-unidentified':
      'Have the pipeline name the artifact by its digest in the deployment, and deploy again.',
    'build-run-unclear': proveArtifact,
    'change-not-received': `Nothing is known of the deployed commit. ${readBack}`,
    'change-unknown':
      'Bring what was deployed to the branch by a change request, and deploy again.',
    'no-run': `No run of a pipeline is known for the deployed commit. ${readBack.replace(
      'pushes and pull requests',
      'pipeline runs',
    )}`,
    'provenance-elsewhere':
      'Deploy an artifact that was built of this repository, with provenance that names it.',
    'run-after-deployment':
      'Deploy again, now that the run has succeeded. Deploy only what a finished run built.',
    'run-failed': 'Repair the build, and deploy what a successful run built.',
    'run-not-finished': awaitRun,
    'run-not-linked': proveArtifact,
  },
};
