import type {
  Deployment,
  Identity,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { PartialReading } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { BuildFacts } from './BuildFacts';
import { type BuildJson, endOf, isFinished, simpleName } from './BuildJson';
import { definitionOf, placeOf, urnOf } from './BuildPlace';
import { buildDeployments } from './deployment';
import { identityOf, instantAt } from './fields';
import type { JenkinsScope } from './JenkinsScope';
import { runStatement } from './run';
import { sourceOf } from './sourceOf';
import { reportName, testStatement } from './tests';

/** The job a build was read of, where it was looked up and not told. */
export type KnownJob = {
  readonly pipeline: string;
  readonly definition: string;
  readonly repository?: string;
};

/** What is known of a build. */
export function factsOf(
  build: BuildJson,
  scope: JenkinsScope,
  job?: KnownJob,
): BuildFacts & { flaw?: string } {
  const place = placeOf(build.url);
  const definition =
    job?.definition ?? definitionOf(place, scope, isOfBranch(build));
  const startedBy = starterOf(build, place.host);
  const artifact = artifactOf(
    build.actions
      .flatMap(({ parameters }) => parameters ?? [])
      .map(({ value }) => value),
  );
  return {
    url: place.url,
    place,
    definition,
    pipeline: job?.pipeline ?? urnOf(place, definition),
    ...sourceOf(build, job?.repository),
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
  const { flaw, ...facts } = factsOf(build, scope, job);
  const finishedAt = instantAt(endOf(build));
  const trigger = triggerOf(build);
  return {
    statements: [
      runStatement(facts, {
        result: build.result,
        ...(trigger && { trigger }),
        startedAt: instantAt(build.timestamp),
        finishedAt,
      }),
      ...reportsOf(build).flatMap(report =>
        testStatement(facts, report, finishedAt),
      ),
      ...buildDeployments(facts, scope, build.result, finishedAt),
    ],
    flaws: flaw ? [flaw] : [],
  };
}

/** Reports of tests, each plugin's own, as the build counts them. */
function reportsOf(build: BuildJson): BuildJson['actions'] {
  const reports = build.actions.filter(action => action.totalCount);
  const names = reports.map(reportName);
  return reports.filter((_, index) => names.indexOf(names[index]!) === index);
}

function causesOf(build: BuildJson) {
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
    causesOf(build).some(cause => /^jenkins\.branch\./.test(cause._class ?? ''))
  );
}

/** The account that started it; a timer or another build is no account. */
function starterOf(build: BuildJson, host: string): Identity | undefined {
  const cause = causesOf(build).find(({ userId }) => userId);
  return cause && identityOf({ id: cause.userId, name: cause.userName }, host);
}

/**
 * Jenkins's name of the first cause; its sentence where it has no name. A
 * replay comes first: it may run another script than the repository has.
 */
function triggerOf(build: BuildJson): string | undefined {
  const causes = causesOf(build);
  const cause =
    causes.find(({ _class }) => simpleName(_class) === 'ReplayCause') ??
    causes[0];
  return simpleName(cause?._class) || cause?.shortDescription || undefined;
}

/**
 * What is deployed, where exactly one parameter gives a digest, such as
 * `registry/ledger@sha256:…`. A tag identifies nothing.
 */
export function artifactOf(
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
