import type {
  SettingsPaths,
  SourcePages,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { isOn, toPath } from './collect/JenkinsJob';
import { definitionOfUrn } from './normalise/definitionOfUrn';

/** Below the address of a job. */
const OF_JOB: SettingsPaths = {
  'log-retention-observed': 'configure',
  'pipeline-definition-observed': 'configure',
};

/** Below the address of a controller. */
const OF_CONTROLLER: SettingsPaths = {
  'runners-observed': 'computer/',
  'secrets-observed': 'manage/credentials/',
};

/** The pages of some Jenkins controllers, by the URN of a pipeline. */
export function createJenkinsPages(
  controllers: readonly { baseUrl: string }[],
): SourcePages {
  return {
    settings({ kind, uri }, type) {
      const owner =
        kind === 'pipeline'
          ? controllers.find(controller => isOn(controller, uri))
          : undefined;
      if (!owner) {
        return undefined;
      }
      const base = owner.baseUrl.replace(/(?<!\/)\/+$/, '');
      const ofJob = OF_JOB[type];
      if (ofJob) {
        return `${base}${toPath(definitionOfUrn(uri).split('/'))}/${ofJob}`;
      }
      const ofController = OF_CONTROLLER[type];
      return ofController && `${base}/${ofController}`;
    },
  };
}
