import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type ApiReading,
  together,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { ListedPush } from '../normalise/api/readPushes';
import { isProtected } from '../normalise/refUpdate';
import type { RepositoryReader } from './RepositoryReader';
import { azureDevOpsDefaults } from '../azureDevOpsDefaults';

/** What lists of pushes are asked with; they are newest first. */
function pushesSince(since: Instant) {
  return {
    'searchCriteria.fromDate': since,
    'searchCriteria.includeRefUpdates': 'true',
  };
}

/** Pushes to protected branches since an instant, with their commits. */
export async function recentPushes(
  reader: RepositoryReader,
  since: Instant,
  protectedBranches: readonly string[],
): Promise<ApiReading> {
  const list = await reader.api.allBySkip(
    `${reader.path}/pushes`,
    pushesSince(since),
  );
  return withCommits(reader, list, protectedBranches);
}

/**
 * A page of pushes. What is pushed meanwhile moves others back: some are read
 * twice.
 */
export async function pageOfPushes(
  reader: RepositoryReader,
  { since, skip }: { since: Instant; skip: number },
  protectedBranches: readonly string[],
): Promise<{ reading: ApiReading; read: number; nextSkip?: number }> {
  const page = await reader.api.page(`${reader.path}/pushes`, {
    ...pushesSince(since),
    $top: String(azureDevOpsDefaults.pushesPageSize),
    $skip: String(skip),
  });
  const read = page.items.length;
  return {
    reading: await withCommits(reader, page, protectedBranches),
    read,
    ...(read === azureDevOpsDefaults.pushesPageSize && {
      nextSkip: skip + azureDevOpsDefaults.pushesPageSize,
    }),
  };
}

const unnamed: ApiReading = {
  answers: [],
  complete: false,
  problem: 'Azure DevOps lists a push without its number or its branches',
};

/** A list of pushes and the commits of those that are evidence. */
async function withCommits(
  reader: RepositoryReader,
  list: ApiReading & { items: readonly unknown[] },
  protectedBranches: readonly string[],
): Promise<ApiReading> {
  const repository = await reader.repository();
  const pushes = list.items.flatMap(
    item => ListedPush.safeParse(item).data ?? [],
  );
  const readings: ApiReading[] = [repository, list];
  if (pushes.length < list.items.length) {
    readings.push(unnamed);
  }
  for (const { pushId, refUpdates } of pushes) {
    const { value } = repository;
    if (
      value &&
      refUpdates.some(ref => isProtected(ref, value, protectedBranches))
    ) {
      readings.push(await reader.pushedCommits(pushId));
    }
  }
  return together(...readings);
}
