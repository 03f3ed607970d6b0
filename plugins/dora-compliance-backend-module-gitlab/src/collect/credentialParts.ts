import {
  type ApiReading,
  type PartReading,
  together,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import {
  AccessToken,
  DeployKey,
  DeployToken,
} from '../normalise/api/credentials';
import { listGroups } from '../normalise/api/listGroups';
import type { ProjectSettings } from '../normalise/api/ProjectSettings';
import { Variable } from '../normalise/api/secrets';
import type { GitlabProjectApi } from './GitlabProjectApi';

/** The variables of a project and of the groups it is in. */
export async function readSecretNames(
  project: GitlabProjectApi,
  settings: ProjectSettings,
): Promise<PartReading> {
  const readings: ApiReading[] = [await project.all('/variables', Variable)];
  for (const group of listGroups(settings)) {
    const path = `/groups/${encodeURIComponent(group)}/variables`;
    readings.push(tolerateRefusal(await project.api.all(path, Variable)));
  }
  return together(...readings);
}

/** The keys and tokens of a project, and the tokens of the groups it is in. */
export async function readCredentialNames(
  project: GitlabProjectApi,
  settings: ProjectSettings,
): Promise<PartReading> {
  const readings: ApiReading[] = [
    await project.all('/deploy_keys', DeployKey),
    await project.all('/deploy_tokens', DeployToken),
    await project.all('/access_tokens', AccessToken),
  ];
  for (const group of listGroups(settings)) {
    const at = `/groups/${encodeURIComponent(group)}`;
    readings.push(
      tolerateRefusal(
        await project.api.all(`${at}/deploy_tokens`, DeployToken),
      ),
      tolerateRefusal(
        await project.api.all(`${at}/access_tokens`, AccessToken),
      ),
    );
  }
  return together(...readings);
}

/**
 * Rights over a group are more than those over a project. If they are missing, the
 * evidence is incomplete, and not the round: other controls rely on complete rounds.
 */
function tolerateRefusal(reading: ApiReading): ApiReading {
  const status = reading.answers.at(-1)?.status ?? 0;
  return [401, 403, 404].includes(status)
    ? { answers: reading.answers, complete: true }
    : reading;
}
