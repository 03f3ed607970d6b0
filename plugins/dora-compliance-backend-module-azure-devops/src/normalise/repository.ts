import type {
  FieldChange,
  Predicate,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { repositoryUri } from '../repositoryPlace';
import {
  toIdentity,
  OptionalMoment,
  organisationOfProject,
  Person,
  Project,
  Repository,
  repositoryAddress,
} from './fields';
import {
  createdAt,
  type EventReader,
  readOrganisation,
  type ServiceHookEvent,
} from './ServiceHookEvent';

type Action = Predicate<'settings-changed'>['action'];

const Initiated = z.looseObject({
  initiatedBy: Person.nullish(),
  utcTimestamp: OptionalMoment,
});

const RepositoryResource = Initiated.extend({
  repository: Repository,
  oldName: z.string().nullish(),
  newName: z.string().nullish(),
  disabled: z.boolean().nullish(),
});

/** The repository that is gone is reported by its name alone. */
const DeletedResource = Initiated.extend({
  project: Project,
  repositoryName: z.string().min(1),
});

const ForkedResource = Initiated.extend({
  sourceRepository: Repository,
  targetRepository: Repository,
});

const ACTIONS: Readonly<Record<string, Action>> = {
  'git.repo.created': 'created',
  'git.repo.undeleted': 'restored',
};

/** `git.repo.created`, `.renamed`, `.statuschanged`, `.undeleted`. */
export const readRepository: EventReader = event => {
  const resource = RepositoryResource.parse(event.resource);
  const { repository, oldName, newName, disabled } = resource;
  const isRenamed = event.eventType === 'git.repo.renamed';
  const isStatus = event.eventType === 'git.repo.statuschanged';
  return [
    repositoryChanged(event, resource, {
      action: ACTIONS[event.eventType] ?? 'edited',
      name: repository.name,
      uris: [
        repositoryAddress(repository),
        // Whoever looks for it by its old name finds it.
        ...(isRenamed && oldName
          ? [repositoryAddress({ ...repository, name: oldName })]
          : []),
      ],
      changes: [
        ...(isRenamed
          ? [
              {
                field: 'name',
                ...(oldName && { before: oldName }),
                after: newName ?? repository.name,
              },
            ]
          : []),
        ...(isStatus && typeof disabled === 'boolean'
          ? [{ field: 'disabled', after: disabled }]
          : []),
      ],
    }),
  ];
};

/** `git.repo.deleted`. */
export const readRepositoryDeleted: EventReader = event => {
  const resource = DeletedResource.parse(event.resource);
  const { project, repositoryName: name } = resource;
  const organisation =
    organisationOfProject(project) ?? readOrganisation(event);
  if (!organisation) {
    throw new TypeError('resource.project.url is missing');
  }
  return [
    repositoryChanged(event, resource, {
      action: 'deleted',
      name,
      uris: [repositoryUri({ organisation, project: project.name, name })],
      changes: [],
    }),
  ];
};

/** `git.repo.forked`: a repository was made that is a fork of another. */
export const readRepositoryForked: EventReader = event => {
  const resource = ForkedResource.parse(event.resource);
  const { sourceRepository, targetRepository } = resource;
  return [
    repositoryChanged(event, resource, {
      action: 'created',
      name: targetRepository.name,
      uris: [repositoryAddress(targetRepository)],
      changes: [
        {
          field: 'sourceRepository',
          after: repositoryAddress(sourceRepository),
        },
      ],
    }),
  ];
};

function repositoryChanged(
  event: ServiceHookEvent,
  { initiatedBy, utcTimestamp }: z.output<typeof Initiated>,
  change: {
    action: Action;
    name: string;
    uris: readonly [string, ...string[]];
    changes: FieldChange[];
  },
): Statement {
  const { action, name, uris, changes } = change;
  const changedAt = utcTimestamp ?? createdAt(event);
  const system = new URL(uris[0]).host;
  return {
    type: 'settings-changed',
    subjects: uris.map(uri => ({ kind: 'repository', uri })),
    predicate: {
      setting: 'repository',
      action,
      name,
      changes,
      ...(initiatedBy && { changedBy: toIdentity(initiatedBy, system) }),
      changedAt,
    },
    observedAt: changedAt,
    sourceId: 'azure-devops',
  };
}
