import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type ApiReading,
  type CollectorPart,
  type ExpectedDelivery,
  type PartReading,
  together,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { Queue } from '../normalise/api/readRunners';
import { Build, runStatement } from '../normalise/build';

import {
  readConnections,
  readRequiredReviewers,
  readSecretNames,
} from './credentialParts';
import { recentPushes } from './pushes';
import { PREVIEW, RepositoryReader } from './RepositoryReader';

/** Enough of a setting to know that it is one. */
const GeneralSettings = z.looseObject({ enforceSettableVar: z.boolean() });
const Retention = z.looseObject({ purgeRuns: z.looseObject({}) });

/** What a round goes by, beside the repository. */
type Given = {
  since: Instant;
  /** Branches whose pushes are read, beside the default branch. */
  protectedBranches: readonly string[];
};

type Read = (reader: RepositoryReader, given: Given) => CollectorPart['read'];

/** The parts of a repository, and how each is asked for. */
const PARTS: Readonly<Record<string, Read>> = {
  'merged-changes':
    (reader, { since }) =>
    () =>
      changes(reader, since),
  runs:
    (reader, { since }) =>
    () =>
      runs(reader, since),
  'branch-protection': reader => () => branchProtection(reader),
  environments: reader => () => environments(reader),
  deployments:
    (reader, { since }) =>
    () =>
      deployments(reader, since, 'runs'),
  approvals:
    (reader, { since }) =>
    () =>
      deployments(reader, since, 'approvals'),
  pushes:
    (reader, { since, protectedBranches }) =>
    () =>
      recentPushes(reader, since, protectedBranches),
  'pipeline-settings': reader => () =>
    setting(reader, 'build/generalsettings', GeneralSettings),
  'code-owners': reader => () => readRequiredReviewers(reader),
  secrets: reader => () => readSecretNames(reader),
  credentials: reader => () => readConnections(reader),
  runners: reader => () => runners(reader),
  'log-retention': reader => () =>
    setting(reader, 'build/retention', Retention),
};

/** Names of all parts, in the order they are read. */
export const partNames = Object.keys(PARTS);

/** All parts of a round. */
export function azureDevOpsParts(
  reader: RepositoryReader,
  given: Given,
): CollectorPart[] {
  return Object.entries(PARTS).map(([name, read]) => ({
    name,
    read: read(reader, given),
  }));
}

const Numbered = z.looseObject({ pullRequestId: z.number().int() });

async function* changes(reader: RepositoryReader, since: Instant) {
  const list = await reader.api.allBySkip(
    `${reader.path}/pullrequests`,
    RepositoryReader.mergedSince(since),
  );
  yield numbered(list);
  for (const item of list.items) {
    const id = Numbered.safeParse(item).data?.pullRequestId;
    if (id !== undefined) {
      yield reader.change(id);
    }
  }
}

/** A list of pull requests is whole when each can be asked for. */
export function numbered(
  list: ApiReading & { items: readonly unknown[] },
): ApiReading {
  return !list.complete ||
    list.items.every(item => Numbered.safeParse(item).success)
    ? list
    : {
        answers: list.answers,
        complete: false,
        problem: 'Azure DevOps lists a pull request without its number',
      };
}

/** What the builds of a repository are asked with. */
export function buildsSince(repositoryId: string, since: Instant) {
  return {
    repositoryId,
    repositoryType: 'TfsGit',
    statusFilter: 'completed',
    minTime: since,
    queryOrder: 'finishTimeAscending',
    $top: '200',
  };
}

async function runs(
  reader: RepositoryReader,
  since: Instant,
): Promise<PartReading> {
  const repository = await reader.repository();
  if (!repository.value) {
    return repository;
  }
  const list = await reader.api.all(
    `${reader.project}/build/builds`,
    buildsSince(repository.value.id, since),
  );
  const { clockSkew } = reader.api;
  return {
    ...list,
    expects: list.items.flatMap(readExpected),
    ...(clockSkew !== undefined && { clockSkew }),
  };
}

/** The delivery that a build should have come with. */
function readExpected(item: unknown): ExpectedDelivery[] {
  const build = Build.safeParse(item).data;
  if (!build?.finishTime || build.status !== 'completed') {
    return [];
  }
  const subject = runStatement(build).subjects.find(
    ({ kind }) => kind === 'pipeline-run',
  );
  return subject ? [{ subject, at: build.finishTime }] : [];
}

async function branchProtection(
  reader: RepositoryReader,
): Promise<PartReading> {
  const repository = await reader.repository();
  return repository.value
    ? together(
        repository,
        await reader.api.all(`${reader.project}/policy/configurations`, {
          $top: '100',
        }),
      )
    : repository;
}

async function* environments(reader: RepositoryReader) {
  const list = await reader.environments();
  yield list.reading;
  for (const { id } of list.environments) {
    yield together(
      await reader.environment(id),
      await reader.api.all(
        `${reader.project}/pipelines/checks/configurations`,
        {
          ...PREVIEW,
          resourceType: 'environment',
          resourceId: String(id),
          $expand: 'settings',
        },
      ),
    );
  }
}

async function* deployments(
  reader: RepositoryReader,
  since: Instant,
  what: 'runs' | 'approvals',
) {
  const list = await reader.environments();
  yield list.reading;
  for (const { id } of list.environments) {
    const { reading, recent, builds } = await reader.recentRecords(id, since);
    yield what === 'approvals'
      ? together(reading, await reader.readApprovals(recent, builds))
      : reading;
  }
}

async function setting(
  reader: RepositoryReader,
  path: string,
  shape: z.ZodType,
): Promise<PartReading> {
  return reader.api.one(`${reader.project}/${path}`, shape);
}

async function runners(reader: RepositoryReader): Promise<PartReading> {
  const queues = await reader.api.all(
    `${reader.project}/distributedtask/queues`,
    PREVIEW,
  );
  const readings: ApiReading[] = [queues];
  const pools = new Set(
    queues.items.flatMap(item => {
      const pool = Queue.safeParse(item).data?.pool;
      return pool && !pool.isHosted ? [pool.id] : [];
    }),
  );
  for (const id of pools) {
    readings.push(
      await reader.api.all(`/_apis/distributedtask/pools/${id}/agents`),
    );
  }
  return together(...readings);
}
