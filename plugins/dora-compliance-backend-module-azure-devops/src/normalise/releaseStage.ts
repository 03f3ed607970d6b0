import {
  commitSubject,
  type Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { type Organisation, parsePlace, projectUri, runUri } from '../place';
import { repositoryUri } from '../repositoryPlace';
import { toBranchName, CommitId } from './fields';
import type { Artifact, Environment, Release } from './releaseShapes';
import { readOrganisation, type ServiceHookEvent } from './ServiceHookEvent';

/** A release in one of its stages. */
export type ReleaseStage = {
  readonly organisation: Organisation;
  /** Name of the project, or its id. */
  readonly project: string;
  readonly releaseId: number;
  readonly environment: Environment;
  readonly artifacts: readonly Artifact[];
};

/**
 * Finds organisation, project, release and stage in whatever place an event
 * reports them. Throws when one of them is reported nowhere.
 */
export function releaseStage(
  event: ServiceHookEvent,
  told: {
    environment: Environment | null | undefined;
    /** The surest first. */
    releases: readonly (Release | null | undefined)[];
    project: { id?: string | null; name?: string | null } | null | undefined;
    /** Other things of the same project. */
    addresses?: readonly (string | null | undefined)[];
  },
): ReleaseStage {
  const { environment } = told;
  const releases = told.releases.flatMap(item =>
    item && item.id > 0 ? [item] : [],
  );
  const [release] = releases;
  if (!environment) {
    throw new TypeError('resource names no environment');
  }
  if (!release) {
    throw new TypeError('resource names no release');
  }
  const { organisation, project: addressed } = placeOfRelease(event, [
    ...releases.flatMap(({ url, _links }) => [url, _links?.web?.href]),
    ...(told.addresses ?? []),
  ]);
  const named = [
    told.project,
    ...releases.flatMap(({ project, projectReference }) => [
      project,
      projectReference,
    ]),
  ];
  const project =
    named.map(item => item?.name).find(Boolean) ??
    addressed ??
    named.map(item => item?.id).find(Boolean) ??
    event.resourceContainers?.project?.id;
  if (!project) {
    throw new TypeError('resource.project is missing');
  }
  return {
    organisation,
    project,
    releaseId: release.id,
    environment,
    artifacts:
      releases.map(({ artifacts }) => artifacts ?? []).find(list => list[0]) ??
      [],
  };
}

/** Not all versions of the events report an address; a link of the text may. */
function placeOfRelease(
  event: ServiceHookEvent,
  addresses: readonly (string | null | undefined)[],
) {
  const told = addresses
    .map(address => parsePlace(address ?? ''))
    .find(place => place !== undefined);
  const organisation = told ? undefined : readOrganisation(event);
  const place =
    told ??
    (organisation && { organisation, project: undefined }) ??
    parsePlace(firstLink(event));
  if (!place) {
    throw new TypeError(
      'nothing names the organisation: resource has no address of the release, resourceContainers no baseUrl and message.html no link',
    );
  }
  return place;
}

function firstLink({ message }: ServiceHookEvent): string {
  return /href=["']?([^"'\s>]+)/i.exec(message?.html ?? '')?.[1] ?? '';
}

/** The page of a release in a stage. */
export function stageUri(stage: ReleaseStage): string {
  const { organisation, project, releaseId, environment } = stage;
  return `${projectUri(
    organisation,
    project,
  )}/_releaseProgress?releaseId=${releaseId}&environmentId=${environment.id}`;
}

/** What the primary artifact of a release reports about its origin. */
export function readOrigin({ organisation, artifacts }: ReleaseStage) {
  const primary = artifacts.find(({ isPrimary }) => isPrimary) ?? artifacts[0];
  const { project, definition, version, branch, sourceversion } =
    primary?.definitionReference ?? {};
  const ref = toBranchName(branch?.id || branch?.name || '') || undefined;
  const commitIn = (id: string | null | undefined) =>
    CommitId.safeParse(id).data;
  switch (primary?.type) {
    case 'Build':
      return {
        ref,
        commit: commitIn(sourceversion?.id),
        runUrl:
          project?.id && version?.id
            ? runUri(organisation, project.id, version.id)
            : undefined,
      };
    case 'Git':
      return {
        ref,
        commit: commitIn(version?.id),
        repository:
          project?.name && definition?.name
            ? repositoryUri({
                organisation,
                project: project.name,
                name: definition.name,
              })
            : undefined,
      };
    case 'GitHub':
      return {
        ref,
        commit: commitIn(version?.id),
        repository: /^[\w.-]+\/[\w.-]+$/.test(definition?.id ?? '')
          ? `https://github.com/${definition?.id}`
          : undefined,
      };
    default:
      return {};
  }
}

/**
 * The deployment and what it comes from. Builds may be of a repository of
 * another project, which is not reported; the commit is.
 */
export function stageSubjects(stage: ReleaseStage): Subject[] {
  const { repository, commit, runUrl } = readOrigin(stage);
  return [
    { kind: 'deployment', uri: stageUri(stage) },
    ...(repository ? [{ kind: 'repository' as const, uri: repository }] : []),
    ...(commit ? [commitSubject(commit)] : []),
    ...(runUrl ? [{ kind: 'pipeline-run' as const, uri: runUrl }] : []),
  ];
}
