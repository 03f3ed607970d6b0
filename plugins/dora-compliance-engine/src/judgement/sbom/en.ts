import {
  count as countAll,
  moment,
  withoutPeriod,
} from '../../explain/en/words';
import type { WordsFor } from '../../registry/Judgement';
import type { SbomReasons } from './reasons';

const publish =
  'Have the pipeline that builds the artifact make a bill of materials (CycloneDX or SPDX) that names the digest of the artifact or the commit, and report it before the deployment.';

export const en: WordsFor<SbomReasons> = {
  checks: {
    'sbom-before-deployment':
      'Was there a bill of materials of what was deployed?',
  },
  reasons: {
    'sbom-known': ({ deployed, components, at }) =>
      `The bill of materials of ${deployed} with ${countAll(
        components,
        'component',
      )} was made on ${moment(at)}, before the deployment.`,
    'sbom-after-deployment': ({ deployed, at }) =>
      `The bill of materials of ${deployed} was made on ${moment(
        at,
      )}, only after the deployment.`,
    'sbom-incomplete': ({ deployed, problem }) =>
      `The bill of materials of ${deployed} is incomplete${
        problem ? `: ${withoutPeriod(problem)}` : ''
      }.`,
    'sbom-missing': ({ deployed }) =>
      `No bill of materials is known of ${deployed}, which was deployed. Others of the same repository are known.`,
    'sboms-not-reported': ({ deployed }) =>
      `No source had reported a bill of materials of this repository before the deployment, so it is not known whether there is one of ${deployed}.`,
    'sboms-without-subject': ({ deployed, count }) =>
      `The bills of materials that are known of this repository (${count}) name neither a digest nor a commit. Whether one is of ${deployed} is not known.`,
  },
  advice: {
    'sbom-after-deployment': publish,
    'sbom-incomplete':
      'Repair the tool that makes the bill of materials, and deploy again.',
    'sbom-missing': publish,
    'sboms-not-reported': publish,
    'sboms-without-subject': publish,
  },
};
