import {
  backfillStage,
  type BackfillStage,
  together,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { buildsSince, numbered } from './azureDevOpsParts';
import { pageOfPushes } from './pushes';
import { RepositoryReader } from './RepositoryReader';
import { azureDevOpsDefaults } from '../azureDevOpsDefaults';

/** How many pull requests or pushes were read. */
const Skip = z.object({ skip: z.number().int().nonnegative() });

const Token = z.object({ token: z.string() });

const Numbered = z.looseObject({ pullRequestId: z.number().int() });

/**
 * The stages of a backfill: changes, runs, deployments with their approvals,
 * and pushes.
 */
export function backfillStages(
  reader: RepositoryReader,
  protectedBranches: readonly string[],
): BackfillStage[] {
  return [
    mergedChanges(reader),
    runs(reader),
    deployments(reader),
    pushes(reader, protectedBranches),
  ];
}

/** Pull requests that close meanwhile move others back: some are read twice. */
function mergedChanges(reader: RepositoryReader): BackfillStage {
  return backfillStage({
    name: 'merged-changes',
    place: Skip,
    async read(place, { since }) {
      const { skip } = place ?? { skip: 0 };
      const page = await reader.api.page(`${reader.path}/pullrequests`, {
        ...RepositoryReader.mergedSince(since),
        $top: String(azureDevOpsDefaults.changesPageSize),
        $skip: String(skip),
      });
      const readings = [numbered(page)];
      for (const item of page.items) {
        const id = Numbered.safeParse(item).data?.pullRequestId;
        if (id !== undefined) {
          readings.push(await reader.change(id));
        }
      }
      const read = page.items.length;
      const next =
        read === azureDevOpsDefaults.changesPageSize
          ? { skip: skip + azureDevOpsDefaults.changesPageSize }
          : undefined;
      return { readings, read, next };
    },
  });
}

function runs(reader: RepositoryReader): BackfillStage {
  return backfillStage({
    name: 'runs',
    place: Token,
    async read(place, { since }) {
      const repository = await reader.repository();
      if (!repository.value) {
        return { readings: [repository], read: 0 };
      }
      const page = await reader.api.page(
        `${reader.project}/build/builds`,
        buildsSince(repository.value.id, since),
        place?.token,
      );
      return {
        readings: [page],
        read: page.items.length,
        ...(page.next && { next: { token: page.next } }),
      };
    },
  });
}

/**
 * A page of the deployments to one environment and what approved them; then
 * the next environment.
 */
function deployments(reader: RepositoryReader): BackfillStage {
  return backfillStage({
    name: 'deployments',
    place: Token.partial().extend({ environment: z.number().int() }),
    async read(place, { since }) {
      const list = await reader.environments();
      const ids = list.environments.map(({ id }) => id).sort((a, b) => a - b);
      const id = place?.environment ?? ids[0];
      if (!list.reading.complete || id === undefined) {
        return { readings: [list.reading], read: 0 };
      }
      const page = await reader.records(id, since, place?.token);
      const approvals = await reader.readApprovals(page.recent, page.builds);
      const after = ids.find(other => other > id);
      return {
        readings: [
          page.reading,
          { ...together(page.reading, approvals), part: 'approvals' },
        ],
        read: page.all.length,
        ...(page.next
          ? { next: { environment: id, token: page.next } }
          : after !== undefined && { next: { environment: after } }),
      };
    },
  });
}

function pushes(
  reader: RepositoryReader,
  protectedBranches: readonly string[],
): BackfillStage {
  return backfillStage({
    name: 'pushes',
    place: Skip,
    async read(place, { since }) {
      const { skip } = place ?? { skip: 0 };
      const { reading, read, nextSkip } = await pageOfPushes(
        reader,
        { since, skip },
        protectedBranches,
      );
      const next = nextSkip === undefined ? undefined : { skip: nextSkip };
      return { readings: [reading], read, next };
    },
  });
}
