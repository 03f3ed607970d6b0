import {
  type PartReading,
  together,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { Member } from '../normalise/api/access';
import { isOfPerson } from '../normalise/api/listGroups';
import { findTopGroup, Group } from '../normalise/api/organization';
import type { GitlabProjectApi } from './GitlabProjectApi';

/** The top-level group of a project. `take` tells whether it is to be read again. */
export async function* readOrganizationPart(
  project: GitlabProjectApi,
  target: string,
  take: () => boolean,
): AsyncIterable<PartReading> {
  const settings = await project.settings();
  const name = settings.value && findTopGroup(settings.value, target);
  if (!settings.value || (name !== undefined && take())) {
    yield together(
      settings,
      ...(name === undefined || isOfPerson(settings.value ?? {})
        ? []
        : await readGroup(project, name)),
    );
  }
}

async function readGroup({ api }: GitlabProjectApi, name: string) {
  const at = `/groups/${encodeURIComponent(name)}`;
  return [
    await api.one(`${at}?with_projects=false`, Group),
    await api.all(`${at}/members/all`, Member),
  ];
}
