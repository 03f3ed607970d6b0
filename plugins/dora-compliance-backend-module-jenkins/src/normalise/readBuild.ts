import type {
  Deployment,
  Identity,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { PartialReading } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { BuildFacts } from './BuildFacts';
import {
  type BuildJson,
  computeEnd,
  isFinished,
  simpleName,
} from './BuildJson';
import { toDefinition, parsePlace, toUrn } from './BuildPlace';
import { buildDeployments } from './deployment';
import { toIdentity, instantAt } from './fields';
import type { JenkinsScope } from './JenkinsScope';
import { runStatement } from './run';
import { readBuildSource } from './readBuildSource';
import { reportName, testStatement } from './tests';

/** The job a build was read of, where it was looked up and not reported. */
export type KnownJob = {
  readonly pipeline: string;
  readonly definition: string;
  readonly repository?: string;
};

/** What is known of a build. */
export function readFacts(
  build: BuildJson,
  scope: JenkinsScope,
  job?: KnownJob,
): BuildFacts & { flaw?: string } {
  const place = parsePlace(build.url);
  const definition =
    job?.definition ?? toDefinition(place, scope, isOfBranch(build));
  const startedBy = findStarter(build, place.host);
  const artifact = findArtifact(
    build.actions
      .flatMap(({ parameters }) => parameters ?? [])
      .map(({ value }) => value),
  );
  return {
    url: place.url,
    place,
    definition,
    pipeline: job?.pipeline ?? toUrn(place, definition),
    ...readBuildSource(build, job?.repository),
    ...(startedBy && { startedBy }),
    ...(artifact && { artifact }),
  };
}

/**
 * A build that is over: the run, its tests, and the deployment it is where
 * the whole build is one. Nothing while it is building.
 */
export function readBuild(
  build: BuildJson,
  scope: JenkinsScope,
  job?: KnownJob,
): PartialReading {
  if (!isFinished(build)) {
    return { statements: [], flaws: [] };
  }
  const { flaw, ...facts } = readFacts(build, scope, job);
  const finishedAt = instantAt(computeEnd(build));
  const trigger = findTrigger(build);
  return {
    statements: [
      runStatement(facts, {
        result: build.result,
        ...(trigger && { trigger }),
        startedAt: instantAt(build.timestamp),
        finishedAt,
      }),
      ...listReports(build).flatMap(report =>
        testStatement(facts, report, finishedAt),
      ),
      ...buildDeployments(facts, scope, build.result, finishedAt),
    ],
    flaws: flaw ? [flaw] : [],
  };
}

/** Reports of tests, each plugin's own, as the build counts them. */
function listReports(build: BuildJson): BuildJson['actions'] {
  const reports = build.actions.filter(action => action.totalCount);
  const names = reports.map(reportName);
  return reports.filter((_, index) => names.indexOf(names[index]!) === index);
}

function listCauses(build: BuildJson) {
  return build.actions
    .filter(({ _class }) => !/InterruptedBuildAction$/.test(_class ?? ''))
    .flatMap(({ causes }) => causes ?? []);
}

/** Builds of a branch carry its revision, or were started by its indexing. */
function isOfBranch(build: BuildJson): boolean {
  return (
    build.actions.some(
      ({ _class }) => _class === 'jenkins.scm.api.SCMRevisionAction',
    ) ||
    listCauses(build).some(cause =>
      /^jenkins\.branch\./.test(cause._class ?? ''),
    )
  );
}

/** The account that started it; a timer or another build is no account. */
function findStarter(build: BuildJson, host: string): Identity | undefined {
  const cause = listCauses(build).find(({ userId }) => userId);
  return cause && toIdentity({ id: cause.userId, name: cause.userName }, host);
}

/**
 * Jenkins's name of the first cause; its sentence where it has no name. A
 * replay comes first: it may run another script than the repository has.
 */
function findTrigger(build: BuildJson): string | undefined {
  const causes = listCauses(build);
  const cause =
    causes.find(({ _class }) => simpleName(_class) === 'ReplayCause') ??
    causes[0];
  return simpleName(cause?._class) || cause?.shortDescription || undefined;
}

/**
 * What is deployed, where exactly one parameter gives a digest, such as
 * `registry/ledger@sha256:…`. A tag identifies nothing.
 */
export function findArtifact(
  values: readonly unknown[],
): Deployment['artifact'] | undefined {
  const found = new Map(
    values.flatMap(value => {
      const [, name, digest] =
        (typeof value === 'string' &&
          /^(?:([^\s@]+)@)?(sha256:[0-9a-f]{64})$/i.exec(value)) ||
        [];
      return digest ? [[digest.toLowerCase(), name] as const] : [];
    }),
  );
  const [only] = found;
  return only && found.size === 1
    ? { ...(only[1] && { name: only[1] }), digest: only[0] }
    : undefined;
}
