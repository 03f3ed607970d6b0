import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type ApiReading,
  type BackfillStep,
  type CollectedDocument,
  together,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';

import { buildsSince, numbered } from './azureDevOpsParts';
import { pageOfPushes } from './pushes';
import { RepositoryReader } from './RepositoryReader';

/** Pull requests a step; each costs four requests more. */
const CHANGES = 10;

/** Where a back-fill goes on. */
const Cursor = z.strictObject({
  phase: z.enum(['merged-changes', 'runs', 'deployments', 'pushes']),
  /** Pull requests or pushes that were read. */
  skip: z.number().int().nonnegative().optional(),
  /** The environment that is read. */
  environment: z.number().int().optional(),
  /** What leads to the rest of a list. */
  token: z.string().optional(),
  /** Things read so far. */
  done: z.number().int().nonnegative(),
});

type Cursor = z.output<typeof Cursor>;

/** What one step read, by the parts it is of, and where the next begins. */
type Step = {
  readings: { part: string; reading: ApiReading }[];
  read: number;
  next?: Omit<Cursor, 'done'>;
};

const PHASES: Readonly<
  Record<
    Cursor['phase'],
    (reader: RepositoryReader, from: From, at: Cursor) => Promise<Step>
  >
> = { 'merged-changes': changes, runs, deployments, pushes };

/** What a back-fill reads: from when on, and the pushes to which branches. */
type From = { since: Instant; protectedBranches: readonly string[] };

/**
 * Reads what happened since an instant: changes, runs, deployments with their
 * approvals, then pushes. A step that could not be read whole ends it, at the
 * cursor of that step.
 */
export async function* backfillSteps(
  reader: RepositoryReader,
  from: From & { cursor?: string },
  documentOf: (part: string, reading: ApiReading) => CollectedDocument,
): AsyncIterable<BackfillStep> {
  let at: Cursor | undefined = from.cursor
    ? Cursor.parse(JSON.parse(from.cursor))
    : { phase: 'merged-changes', done: 0 };
  while (at) {
    const step: Step = await PHASES[at.phase](reader, from, at);
    const documents = step.readings.map(({ part, reading }) =>
      documentOf(part, reading),
    );
    const { complete, problem, retryAfter } = together(
      ...step.readings.map(({ reading }) => reading),
    );
    if (!complete) {
      yield {
        documents,
        cursor: JSON.stringify(at),
        done: at.done,
        problem,
        ...(retryAfter !== undefined && { retryAfter }),
      };
      return;
    }
    const done: number = at.done + step.read;
    at = step.next && { ...step.next, done };
    yield { documents, done, ...(at && { cursor: JSON.stringify(at) }) };
  }
}

const Numbered = z.looseObject({ pullRequestId: z.number().int() });

/** What closes meanwhile moves pull requests back: some are read twice. */
async function changes(
  reader: RepositoryReader,
  { since }: From,
  { skip = 0 }: Cursor,
): Promise<Step> {
  const page = await reader.api.page(`${reader.path}/pullrequests`, {
    ...RepositoryReader.mergedSince(since),
    $top: String(CHANGES),
    $skip: String(skip),
  });
  const readings = [numbered(page)];
  for (const item of page.items) {
    const id = Numbered.safeParse(item).data?.pullRequestId;
    if (id !== undefined) {
      readings.push(await reader.change(id));
    }
  }
  return {
    readings: readings.map(reading => ({ part: 'merged-changes', reading })),
    read: page.items.length,
    next:
      page.items.length === CHANGES
        ? { phase: 'merged-changes', skip: skip + CHANGES }
        : { phase: 'runs' },
  };
}

async function runs(
  reader: RepositoryReader,
  { since }: From,
  { token }: Cursor,
): Promise<Step> {
  const repository = await reader.repository();
  if (!repository.value) {
    return { readings: [{ part: 'runs', reading: repository }], read: 0 };
  }
  const page = await reader.api.page(
    `${reader.project}/build/builds`,
    buildsSince(repository.value.id, since),
    token,
  );
  return {
    readings: [{ part: 'runs', reading: page }],
    read: page.items.length,
    next: page.next
      ? { phase: 'runs', token: page.next }
      : { phase: 'deployments' },
  };
}

/**
 * A page of the deployments to one environment and what approved them; then
 * the environment after.
 */
async function deployments(
  reader: RepositoryReader,
  { since }: From,
  { environment, token }: Cursor,
): Promise<Step> {
  const list = await reader.environments();
  const ids = list.environments.map(({ id }) => id).sort((a, b) => a - b);
  const id = environment ?? ids[0];
  if (!list.reading.complete || id === undefined) {
    const readings = [{ part: 'deployments', reading: list.reading }];
    return { readings, read: 0, next: { phase: 'pushes' } };
  }
  const page = await reader.records(id, since, token);
  const approvals = await reader.approvalsOf(page.recent, page.builds);
  return {
    readings: [
      { part: 'deployments', reading: page.reading },
      { part: 'approvals', reading: together(page.reading, approvals) },
    ],
    read: page.all.length,
    next: page.next
      ? { phase: 'deployments', environment: id, token: page.next }
      : afterEnvironment(id, ids),
  };
}

function afterEnvironment(id: number, ids: readonly number[]): Step['next'] {
  const after = ids.find(other => other > id);
  return after === undefined
    ? { phase: 'pushes' }
    : { phase: 'deployments', environment: after };
}

async function pushes(
  reader: RepositoryReader,
  { since, protectedBranches }: From,
  { skip }: Cursor,
): Promise<Step> {
  const { reading, read, nextSkip } = await pageOfPushes(
    reader,
    { since, skip },
    protectedBranches,
  );
  return {
    readings: [{ part: 'pushes', reading }],
    read,
    ...(nextSkip && { next: { phase: 'pushes', skip: nextSkip } }),
  };
}
