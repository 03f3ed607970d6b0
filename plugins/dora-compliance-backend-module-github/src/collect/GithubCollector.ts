import {
  type Duration,
  type Instant,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type ApiClientOptions,
  type BackfillStep,
  type CollectorReading,
  type CollectionTarget,
  type CollectorContext,
  collectParts,
  type DeliveryLog,
  type EvidenceCollector,
  type PartReading,
  readFrom,
  RecentReads,
  runBackfill,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { RepositoryAnswer } from '../normalise/api/GithubAnswers';
import { GithubApi } from './GithubApi';
import type { PartContext, GithubPart } from './GithubPart';
import { githubTarget } from './GithubTarget';
import { historyParts, historyStages } from './history';
import { githubBackfillStages } from './history/githubBackfillStages';
import type { Span } from './Span';
import { Inquiry } from './Inquiry';
import { settingsParts } from './parts';
import { githubDefaults } from '../githubDefaults';

/** The parts of a round, in order. */
const githubParts = [...settingsParts, ...historyParts];

const DAY = 24 * 3_600_000;

/** How a GitHub collector is set up. */
export type GithubCollectorOptions = {
  /** Where the API of a host is, e.g. of `github.com`. */
  apiBaseUrls: ReadonlyMap<string, string>;
  /** Credentials for a repository by its address. */
  headersFor(url: string): Promise<Record<string, string>>;
  /** How far back a round looks for what happened. */
  changesWithin: Duration;
  /** Branches whose pushes are read, beside the default branch. */
  protectedBranches: readonly string[];
  /** Where GitHub logs what it delivered. */
  deliveryLog?: DeliveryLog;
  /** Waits; for tests. */
  sleep?: ApiClientOptions['sleep'];
};

/** Asks GitHub for what webhooks do not report or did not deliver. */
export class GithubCollector implements EvidenceCollector {
  readonly sourceId = 'github';
  readonly parts = githubParts.map(({ name }) => name);
  readonly history = historyParts.map(({ name }) => name);
  readonly backfilled = historyStages.map(({ part }) => part);
  readonly deliveryLog?: DeliveryLog;
  readonly #options: GithubCollectorOptions;
  readonly #owners = new RecentReads(githubDefaults.organizationRests);

  constructor(options: GithubCollectorOptions) {
    this.#options = options;
    if (options.deliveryLog) {
      this.deliveryLog = options.deliveryLog;
    }
  }

  covers(target: CollectionTarget): boolean {
    return this.#find(target) !== undefined;
  }

  collect(
    target: CollectionTarget,
    context: CollectorContext,
  ): AsyncIterable<CollectorReading> {
    const span = this.#recent(context);
    let start: Promise<PartContext | Inquiry> | undefined;
    const once = () => {
      start ??= this.#ask(target, context);
      return start;
    };
    return collectParts({
      target,
      parts: githubParts.map(part => ({
        name: part.name,
        read: () => streamReadings(part, once, span),
      })),
      context,
    });
  }

  backfill(
    target: CollectionTarget,
    from: { readonly since: Instant; readonly cursor?: string },
    context: CollectorContext,
  ): AsyncIterable<BackfillStep> {
    const stages = githubBackfillStages(() => this.#ask(target, context));
    return runBackfill({ stages, target, from, context });
  }

  /** Asks for the repository; only the inquiry comes back when it fails. */
  async #ask(
    target: CollectionTarget,
    context: CollectorContext,
  ): Promise<PartContext | Inquiry> {
    const found = this.#find(target);
    if (!found) {
      throw new TypeError(`${target.uri} is no repository of a known GitHub`);
    }
    const { apiBaseUrl, path } = found;
    const { headersFor, protectedBranches, sleep } = this.#options;
    const api = new GithubApi({
      apiBaseUrl,
      headers: () => headersFor(target.uri),
      ...(sleep && { sleep }),
    });
    const inquiry = new Inquiry(api, context);
    const repository = await inquiry.get(path, RepositoryAnswer);
    const takeOwner = (login: string) =>
      this.#owners.take(`${apiBaseUrl} ${login}`.toLowerCase(), context.now());
    return repository
      ? { inquiry, repository, path, protectedBranches, takeOwner }
      : inquiry;
  }

  /** From midnight to midnight: the same question is asked all day. */
  #recent(context: CollectorContext): Span {
    const since = readFrom(context, this.#options.changesWithin);
    const until = Date.parse(context.now()) + DAY;
    return {
      since: toMidnight(since),
      until: toMidnight(toInstant(new Date(until))),
      perPage: githubDefaults.pageSize,
    };
  }

  #find(target: CollectionTarget) {
    const found = githubTarget(target);
    const apiBaseUrl = this.#options.apiBaseUrls.get(found?.host ?? '');
    return found && apiBaseUrl ? { apiBaseUrl, path: found.path } : undefined;
  }
}

function toMidnight(instant: Instant): Instant {
  return `${instant.slice(0, 10)}T00:00:00.000Z` as Instant;
}

async function* streamReadings(
  part: GithubPart,
  start: () => Promise<PartContext | Inquiry>,
  span: Span,
): AsyncIterable<PartReading> {
  const asking = await start();
  if (asking instanceof Inquiry) {
    yield asking.reading();
    return;
  }
  const inquiry = asking.inquiry.branch();
  const asked = part.ask({ ...asking, inquiry }, span);
  if (Symbol.asyncIterator in asked) {
    for await (const one of asked) {
      yield one.reading();
    }
  } else {
    await asked;
    yield inquiry.reading();
  }
}
