import {
  commitSubject,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { parsePlace, runUri } from '../place';
import {
  branchIn,
  CommitId,
  toIdentity,
  OptionalMoment,
  Person,
} from './fields';
import { toOutcome } from './outcome';
import { createdAt, type ServiceHookEvent } from './ServiceHookEvent';

/** A build by resource version 1.0, which has its result as its status. */
const OldBuild = z.looseObject({
  id: z.number().int(),
  url: z.string().min(1),
  status: z.string(),
  reason: z.string().nullish(),
  startTime: OptionalMoment,
  finishTime: OptionalMoment,
  /** E.g. `LG:refs/heads/main:fe7db3e4…`. */
  sourceGetVersion: z.string().nullish(),
  definition: z.looseObject({ name: z.string().min(1) }),
  requests: z
    .array(z.looseObject({ requestedFor: Person.nullish() }))
    .nullish(),
});

/**
 * `build.complete` by resource version 1.0. It names its project by its id and
 * no repository: the commit and the run alone show what it was.
 */
export function readOldBuild(event: ServiceHookEvent): Statement[] {
  const { resource, resourceContainers } = event;
  const build = OldBuild.parse(resource);
  const place = parsePlace(build.url);
  const project = resourceContainers?.project?.id ?? place?.project;
  if (!place || !project) {
    throw new TypeError('url names no organisation and project');
  }
  const [, ref, version] =
    /^LG:(refs\/[^:]+):(.+)$/.exec(build.sourceGetVersion ?? '') ?? [];
  const commit = CommitId.safeParse(version).data;
  const url = runUri(place.organisation, project, build.id);
  const [request] = build.requests ?? [];
  const { reason, startTime } = build;
  const finishedAt = build.finishTime ?? createdAt(event);
  const branch = branchIn(ref);
  return [
    {
      type: 'pipeline-run-finished',
      subjects: [
        ...(commit ? [commitSubject(commit)] : []),
        { kind: 'pipeline-run', uri: url },
      ],
      predicate: {
        pipeline: { name: build.definition.name },
        run: { id: String(build.id), attempt: 1, url },
        outcome: toOutcome(build.status),
        ...(commit && { commit }),
        ...(branch && { branch }),
        ...(reason && { trigger: reason }),
        ...(request?.requestedFor && {
          triggeredBy: toIdentity(
            request.requestedFor,
            place.organisation.host,
          ),
        }),
        ...(startTime && { startedAt: startTime }),
        finishedAt,
      },
      observedAt: finishedAt,
      sourceId: 'azure-devops',
    },
  ];
}
