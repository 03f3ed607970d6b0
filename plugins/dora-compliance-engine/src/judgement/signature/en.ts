import { moment } from '../../explain/en/words';
import type { WordsFor } from '../../registry/Judgement';
import type { SignatureReasons } from './reasons';

const verify =
  'Have the deployment check the signature of the provenance against the expected repository and workflow, refuse what fails, and report the result. Then deploy again.';

export const en: WordsFor<SignatureReasons> = {
  checks: {
    'signature-checked': 'Was the signed provenance of the artifact checked?',
  },
  reasons: {
    'signature-checked': ({ digest, at }) =>
      `The signed provenance of ${digest} was checked on ${moment(
        at,
      )}, before the deployment. It names the deployed repository and commit.`,
    'signature-checked-after': ({ digest, at }) =>
      `The signed provenance of ${digest} was checked on ${moment(
        at,
      )}, only after the deployment.`,
    'signature-missing': ({ digest }) =>
      `No signature or provenance is known of ${digest}, which was deployed. Others of the same repository are known.`,
    'signature-not-checked': ({ digest }) =>
      `A signature or provenance of ${digest} exists, but nothing shows that it was checked.`,
    'signature-of-another-origin': ({ digest, origin }) =>
      `The provenance of ${digest} says that it was made of ${origin}, which is not what was deployed.`,
    'signature-origin-unknown': ({ digest }) =>
      `The deployment of ${digest} does not name its repository or its commit, so it is not known which origin its provenance has to name.`,
    'signatures-not-reported': ({ digest }) =>
      `No source had reported a signature or provenance of this repository before the deployment, so it is not known whether ${digest} is signed.`,
  },
  advice: {
    'signature-checked-after': verify,
    'signature-missing':
      'Have the pipeline that builds the artifact sign it with provenance, for example with actions/attest-build-provenance on GitHub, and have the deployment check it.',
    'signature-not-checked': verify,
    'signature-of-another-origin':
      'Deploy an artifact that was built of this repository, and have the deployment refuse the provenance of another one.',
    'signature-origin-unknown':
      'Have the pipeline name the commit and the repository in the deployment, and deploy again.',
    'signatures-not-reported':
      'Sign artifacts with provenance in the pipeline that builds them, and connect a source that reports checked attestations.',
  },
};
