import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  ApiReading,
  BackfillStep,
  CollectedDocument,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { together } from './AzureDevOpsApi';
import { buildsSince, numbered } from './azureDevOpsParts';
import { RepositoryReader } from './RepositoryReader';

/** Pull requests a step; each costs four requests more. */
const CHANGES = 10;

/** Where a back-fill goes on. */
const Cursor = z.strictObject({
  phase: z.enum(['merged-changes', 'runs', 'deployments']),
  /** Pull requests that were read. */
  skip: z.number().int().nonnegative().optional(),
  /** The environment that is read. */
  environment: z.number().int().optional(),
  /** What leads to the rest of a list. */
  token: z.string().optional(),
  /** Things read so far. */
  done: z.number().int().nonnegative(),
});

type Cursor = z.output<typeof Cursor>;

/** What one step read, and where the next begins. */
type Step = {
  part: string;
  readings: ApiReading[];
  read: number;
  next?: Omit<Cursor, 'done'>;
};

const PHASES: Readonly<
  Record<
    Cursor['phase'],
    (reader: RepositoryReader, since: Instant, at: Cursor) => Promise<Step>
  >
> = { 'merged-changes': changes, runs, deployments };

/**
 * Reads what happened since an instant: changes, runs, then deployments. A
 * step that could not be read whole ends it, at the cursor of that step.
 */
export async function* backfillSteps(
  reader: RepositoryReader,
  from: { since: Instant; cursor?: string },
  documentOf: (part: string, reading: ApiReading) => CollectedDocument,
): AsyncIterable<BackfillStep> {
  let at: Cursor | undefined = from.cursor
    ? Cursor.parse(JSON.parse(from.cursor))
    : { phase: 'merged-changes', done: 0 };
  while (at) {
    const step: Step = await PHASES[at.phase](reader, from.since, at);
    const documents = step.readings.map(reading =>
      documentOf(step.part, reading),
    );
    const problem = together(...step.readings).problem;
    if (problem) {
      yield { documents, cursor: JSON.stringify(at), done: at.done, problem };
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
  since: Instant,
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
    part: 'merged-changes',
    readings,
    read: page.items.length,
    next:
      page.items.length === CHANGES
        ? { phase: 'merged-changes', skip: skip + CHANGES }
        : { phase: 'runs' },
  };
}

async function runs(
  reader: RepositoryReader,
  since: Instant,
  { token }: Cursor,
): Promise<Step> {
  const repository = await reader.repository();
  if (!repository.value) {
    return { part: 'runs', readings: [repository], read: 0 };
  }
  const page = await reader.api.page(
    `${reader.project}/build/builds`,
    buildsSince(repository.value.id, since),
    token,
  );
  return {
    part: 'runs',
    readings: [page],
    read: page.items.length,
    next: page.next
      ? { phase: 'runs', token: page.next }
      : { phase: 'deployments' },
  };
}

/** A page of the deployments to one environment; then the environment after. */
async function deployments(
  reader: RepositoryReader,
  since: Instant,
  { environment, token }: Cursor,
): Promise<Step> {
  const list = await reader.environments();
  const ids = list.environments.map(({ id }) => id).sort((a, b) => a - b);
  const id = environment ?? ids[0];
  if (!list.reading.complete || id === undefined) {
    return { part: 'deployments', readings: [list.reading], read: 0 };
  }
  const page = await reader.records(id, since, token);
  const after = ids.find(other => other > id);
  const following: Step['next'] =
    after === undefined
      ? undefined
      : { phase: 'deployments', environment: after };
  const next: Step['next'] = page.next
    ? { phase: 'deployments', environment: id, token: page.next }
    : following;
  return {
    part: 'deployments',
    readings: [page.reading],
    read: page.all.length,
    ...(next && { next }),
  };
}
