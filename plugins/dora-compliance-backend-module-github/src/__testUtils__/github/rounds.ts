import {
  type Duration,
  type Instant,
  toInstant,
  parseStatement,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type BackfillStep,
  COLLECTED_HEADER,
  type CollectorReading,
  collectedBody,
  type CollectedDocument,
  type CollectorContext,
  type ConditionalCache,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import {
  GithubCollector,
  type GithubCollectorOptions,
} from '../../collect/GithubCollector';
import { createGithubEvidenceSource } from '../../GithubEvidenceSource';
import { ledger } from './bankLedger';
import type { FakeGithub } from './FakeGithub';

export const source = createGithubEvidenceSource({
  webhookSecrets: ['s'],
  productionEnvironments: [],
  protectedBranches: [],
  events: false,
});

/** A collector that asks a fake GitHub and does not wait long. */
export function createCollector(
  github: FakeGithub,
  options: Partial<GithubCollectorOptions> = {},
): GithubCollector {
  return new GithubCollector({
    apiBaseUrls: new Map([['github.example', github.api.url]]),
    headersFor: async () => ({ authorization: 'token t' }),
    changesWithin: 'P3D' as Duration,
    protectedBranches: [],
    sleep: async () => {},
    ...options,
  });
}

/** Answers kept from earlier, while a test lasts. */
export class MemoryCache implements ConditionalCache {
  readonly kept = new Map<string, { etag: string; body: unknown }>();

  async get(url: string) {
    return this.kept.get(url);
  }

  async set(url: string, answer: { etag: string; body: unknown }) {
    this.kept.set(url, answer);
  }
}

function createContext(changes: Partial<CollectorContext> = {}) {
  return {
    now: () => toInstant(new Date()),
    signal: new AbortController().signal,
    cache: new MemoryCache(),
    ...changes,
  };
}

/** One round, or some parts of it. */
export async function collect(
  github: FakeGithub,
  parts?: readonly string[],
  changes: Partial<CollectorContext> = {},
  options: Partial<GithubCollectorOptions> = {},
): Promise<CollectorReading[]> {
  const collected: CollectorReading[] = [];
  const collector = createCollector(github, options);
  const context = createContext({ ...(parts && { parts }), ...changes });
  for await (const one of collector.collect(ledger, context)) {
    collected.push(one);
  }
  return collected;
}

/** The documents of one part, and what they say. */
export async function collectPart(
  github: FakeGithub,
  part: string,
  changes: Partial<CollectorContext> = {},
  options: Partial<GithubCollectorOptions> = {},
) {
  const collected = await collect(github, [part], changes, options);
  const documents = collected
    .map(({ document }) => document)
    .filter(document => document.part === part);
  return {
    documents,
    expects: collected.flatMap(({ expects }) => expects ?? []),
    heartbeat: collected.at(-1)?.document,
    statements: documents.flatMap(readStatements),
  };
}

export async function backfill(
  github: FakeGithub,
  since: string,
  changes: Partial<CollectorContext> & { cursor?: string } = {},
): Promise<BackfillStep[]> {
  const { cursor, ...context } = changes;
  const steps: BackfillStep[] = [];
  const from = { since: since as Instant, ...(cursor && { cursor }) };
  const collector = createCollector(github);
  for await (const step of collector.backfill(
    ledger,
    from,
    createContext(context),
  )) {
    steps.push(step);
  }
  return steps;
}

/** What a document says; throws when it is rejected or has flaws. */
export function readStatements(document: CollectedDocument): Statement[] {
  const read = normalise(document);
  if (read.outcome === 'rejected' || read.flaws) {
    throw new Error(JSON.stringify(read));
  }
  return read.statements.map(parseStatement);
}

export function normalise(document: CollectedDocument) {
  return source.normalise({
    headers: { [COLLECTED_HEADER]: '1' },
    body: collectedBody(document),
  });
}

/** The statements of a type. */
export function ofType<T extends Statement['type']>(
  statements: readonly Statement[],
  type: T,
): Statement<T>[] {
  return statements.filter(one => one.type === type) as Statement<T>[];
}
