import { z } from 'zod';
import { environmentUri } from '../place';
import {
  createdAt,
  type EventReader,
  readOrganisation,
} from './ServiceHookEvent';

const CheckResource = z.looseObject({
  resource: z.looseObject({
    type: z.string(),
    id: z.union([z.string().min(1), z.number()]),
    name: z.string().nullish(),
  }),
  projectId: z.string().nullish(),
});

/**
 * `ms.vss-pipelinechecks-events.check-updated-event`: what is demanded of
 * deployments to an environment changed. Neither who changed it nor how is
 * reported.
 */
export const readCheckUpdated: EventReader = event => {
  const { resource, projectId } = CheckResource.parse(event.resource);
  if (resource.type.toLowerCase() !== 'environment') {
    return [];
  }
  const organisation = readOrganisation(event);
  const project = projectId || event.resourceContainers?.project?.id;
  if (!organisation || !project) {
    throw new TypeError(
      'resourceContainers.collection.baseUrl or projectId is missing',
    );
  }
  const changedAt = createdAt(event);
  return [
    {
      type: 'settings-changed',
      subjects: [
        {
          kind: 'environment',
          uri: environmentUri(organisation, project, resource.id),
        },
      ],
      predicate: {
        setting: 'environment-protection',
        action: 'edited',
        ...(resource.name && { name: resource.name }),
        changes: [],
        changedAt,
      },
      observedAt: changedAt,
      sourceId: 'azure-devops',
    },
  ];
};
