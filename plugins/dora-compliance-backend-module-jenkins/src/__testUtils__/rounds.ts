import type {
  Instant,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type BackfillStep,
  type CollectorReading,
  COLLECTED_HEADER,
  collectedBody,
  type CollectedDocument,
  type CollectorContext,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { createJenkinsCollector } from '../collect/JenkinsCollector';
import { createJenkinsEvidenceSource } from '../JenkinsEvidenceSource';
import type { FakeJenkins } from './FakeJenkins';

/** Before all builds of the fake. */
export const SINCE = '2025-12-31T00:00:00.000Z' as Instant;

/** The source that reads what the collector collects. */
export const source = createJenkinsEvidenceSource({
  webhookTokens: [],
  baseUrls: [],
  multibranchProjects: [],
  deployments: [
    { job: 'bank/*', environment: 'live', production: true },
    {
      job: 'bank/staged',
      stage: 'Build',
      environment: 'test',
      production: false,
    },
  ],
});

/** The collector, with the credentials of the fake. */
export const createCollector = (jenkins: FakeJenkins) =>
  createJenkinsCollector({
    controllers: [jenkins.controller],
    longestBuild: 'P1D',
  });

/** The context of a round, with an empty cache. */
export const createContext = (
  parts?: string[],
  lookBackTo?: Instant,
): CollectorContext => ({
  now: () => '2026-11-25T12:00:00.000Z' as Instant,
  signal: new AbortController().signal,
  cache: { get: async () => undefined, set: async () => {} },
  ...(parts && { parts }),
  ...(lookBackTo && { lookBackTo }),
});

/** All that a round of a job collects. */
export async function collect(
  jenkins: FakeJenkins,
  job: string,
  parts?: string[],
  lookBackTo?: Instant,
): Promise<CollectorReading[]> {
  const collected: CollectorReading[] = [];
  const context = createContext(parts, lookBackTo);
  const round = createCollector(jenkins).collect(jenkins.target(job), context);
  for await (const item of round) {
    collected.push(item);
  }
  return collected;
}

/** The steps of a backfill of a job; `between` happens after each. */
export async function backfill(
  jenkins: FakeJenkins,
  job: string,
  options: {
    since?: Instant;
    cursor?: string;
    between?: (steps: BackfillStep[]) => unknown;
  } = {},
): Promise<BackfillStep[]> {
  const steps: BackfillStep[] = [];
  const { since = SINCE, cursor } = options;
  const from = { since, ...(cursor && { cursor }) };
  const work = createCollector(jenkins).backfill(
    jenkins.target(job),
    from,
    createContext(),
  );
  for await (const step of work) {
    steps.push(step);
    options.between?.(steps);
  }
  return steps;
}

/** What the source reads of a collected document. */
export function readStatements(document: CollectedDocument): Statement[] {
  const answer = source.normalise({
    headers: { [COLLECTED_HEADER]: '1' },
    body: collectedBody(document),
  });
  if (answer.outcome === 'rejected') {
    throw new Error(answer.reason);
  }
  return answer.statements;
}

/** The documents of a part. */
export const selectDocuments = (
  collected: readonly CollectorReading[],
  part: string,
) => collected.map(({ document }) => document).filter(it => it.part === part);

/** The document a round ends with. */
export const findHeartbeat = (collected: readonly CollectorReading[]) =>
  collected.at(-1)!.document;

/** The paths of the runs that documents report on. */
export function runsIn(documents: readonly CollectedDocument[]): string[] {
  const urls = documents
    .flatMap(readStatements)
    .flatMap(statement =>
      statement.type === 'pipeline-run-finished'
        ? [new URL(statement.predicate.run.url).pathname]
        : [],
    );
  return [...new Set(urls)].sort();
}

/** The paths of builds of a job. */
export const buildPaths = (fullName: string, numbers: number[]) =>
  numbers
    .map(
      number => `/jenkins/job/${fullName.replace(/\//g, '/job/')}/${number}/`,
    )
    .sort();

/** The numbers from one. */
export const upTo = (count: number) =>
  Array.from({ length: count }, (_, index) => index + 1);
