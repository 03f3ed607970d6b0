import {
  commitSubject,
  pipelineUrn,
  type Statement,
  type Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { parsePlace, runUri } from '../place';
import { parseRepositoryPlace, repositoryUri } from '../repositoryPlace';
import {
  branchIn,
  CommitId,
  toIdentity,
  OptionalMoment,
  parseOrganisation,
  Person,
  Project,
} from './fields';
import { readOldBuild } from './oldBuild';
import { otherRepository } from './otherRepository';
import { toOutcome } from './outcome';
import type { EventReader } from './ServiceHookEvent';

/** A run of a pipeline: Azure DevOps calls it a build. */
export const Build = z.looseObject({
  id: z.number().int(),
  buildNumber: z.string().nullish(),
  status: z.string(),
  result: z.string().nullish(),
  startTime: OptionalMoment,
  finishTime: OptionalMoment,
  url: z.string().min(1),
  definition: z.looseObject({
    id: z.number().int(),
    name: z.string().min(1),
  }),
  project: Project,
  sourceBranch: z.string().nullish(),
  sourceVersion: z.string().nullish(),
  reason: z.string().nullish(),
  requestedFor: Person.nullish(),
  repository: z
    .looseObject({
      type: z.string().nullish(),
      id: z.string().nullish(),
      name: z.string().nullish(),
      url: z.string().nullish(),
    })
    .nullish(),
});

export type Build = z.output<typeof Build>;

/** Only builds by resource version 1.0 have no project. */
const WithProject = z.looseObject({ project: z.unknown() });

/** `build.complete`. */
export const readBuild: EventReader = event => {
  if (!WithProject.safeParse(event.resource).data?.project) {
    return readOldBuild(event);
  }
  const { finishTime, ...build } = Build.parse(event.resource);
  return build.status === 'completed'
    ? [
        runStatement({
          ...build,
          finishTime: finishTime ?? event.createdDate,
        }),
      ]
    : [];
};

/** Throws when the build reports no end. */
export function runStatement(build: Build): Statement {
  const { finishTime, project, definition } = build;
  if (!finishTime) {
    throw new TypeError('finishTime is missing');
  }
  const organisation = parseOrganisation(build.url);
  const url = runUri(organisation, project.id, build.id);
  const commit = readCommit(build);
  const branch = branchIn(build.sourceBranch);
  const repository = readRepository(build);
  const pipeline = pipelineUrn({
    host: organisation.host,
    project: `${organisation.name}/${project.name}`,
    definition: String(definition.id),
  });
  return {
    type: 'pipeline-run-finished',
    subjects: [
      ...(repository ? [repository] : []),
      ...(commit ? [commitSubject(commit)] : []),
      { kind: 'pipeline-run', uri: url },
      { kind: 'pipeline', uri: pipeline },
    ],
    predicate: {
      pipeline: { name: definition.name },
      // Stages are run again within the same build.
      run: { id: String(build.id), attempt: 1, url },
      outcome: toOutcome(build.result),
      ...(commit && { commit }),
      ...(branch && { branch }),
      ...(build.reason && { trigger: build.reason }),
      ...(build.requestedFor && {
        triggeredBy: toIdentity(build.requestedFor, organisation.host),
      }),
      ...(build.startTime && { startedAt: build.startTime }),
      finishedAt: finishTime,
    },
    observedAt: finishTime,
    sourceId: 'azure-devops',
  };
}

/** What it ran on, where that is a commit. */
export function readCommit({ sourceVersion }: Build): string | undefined {
  return CommitId.safeParse(sourceVersion).data;
}

/** The repository it was made from, where it lies in Azure Repos or GitHub. */
export function readRepository(build: Build): Subject | undefined {
  const { type, id, name, url } = build.repository ?? {};
  const place = parseRepositoryPlace(
    url ?? '',
    parsePlace(build.url)?.organisation,
  );
  if (place) {
    return { kind: 'repository', uri: repositoryUri(place) };
  }
  if (type === 'TfsGit' && name) {
    const organisation = parseOrganisation(build.url);
    const uri = repositoryUri({
      organisation,
      project: build.project.name,
      name,
    });
    return { kind: 'repository', uri };
  }
  if (type === 'GitHub' && id) {
    return { kind: 'repository', uri: `https://github.com/${id}` };
  }
  const uri = type === 'TfsVersionControl' ? undefined : otherRepository(url);
  return uri === undefined ? undefined : { kind: 'repository', uri };
}
