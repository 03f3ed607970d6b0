import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { PATHS } from './paths';
import { itemsIn, type PartReader } from './AzureDevOpsAnswers';

/** A queue of a project: a pool of agents it may use. */
export const Queue = z.looseObject({
  id: z.number().int(),
  name: z.string().min(1),
  pool: z
    .looseObject({
      id: z.number().int(),
      name: z.string().nullish(),
      isHosted: z.boolean().nullish(),
    })
    .nullish(),
});

const Agent = z.looseObject({
  id: z.number().int(),
  name: z.string().min(1),
  osDescription: z.string().nullish(),
  status: z.string().nullish(),
});

type Runner = Statement<'runners-observed'>['predicate']['runners'][number];

/** The machines of the pools a project may use. */
export const readRunners: PartReader = answers => {
  const queues = answers.items(PATHS.queues, Queue);
  if (answers.matching(PATHS.queues).length === 0) {
    return [];
  }
  const flaws = [...queues.flaws];
  const agents = answers.matching(PATHS.agents).flatMap(({ match, body }) => {
    const [, key = ''] = match;
    const read = itemsIn([body], Agent);
    flaws.push(...read.flaws);
    const pool = queues.items.find(queue => String(queue.pool?.id) === key);
    return read.items.map(agent => toRunner(key, pool?.name, agent));
  });
  const hosted = queues.items
    .filter(({ pool }) => pool?.isHosted)
    .map(hostedRunner);
  const runners = [...hosted, ...agents];
  const statement = answers.setting('runners-observed', { runners }, flaws);
  return { statements: [statement], flaws };
};

/**
 * Machines of hosted pools are made for each job; only the pool is reported.
 */
function hostedRunner({ id, name, pool }: z.output<typeof Queue>): Runner {
  return {
    id: `pool/${pool?.id ?? id}`,
    name,
    labels: [name],
    ephemeral: true,
    shared: true,
  };
}

function toRunner(
  poolId: string,
  poolName: string | undefined,
  agent: z.output<typeof Agent>,
): Runner {
  return {
    id: `pool/${poolId}/agent/${agent.id}`,
    name: agent.name,
    ...(agent.osDescription && { os: agent.osDescription }),
    labels: poolName ? [poolName] : [],
    ...(agent.status && { online: agent.status === 'online' }),
  };
}
