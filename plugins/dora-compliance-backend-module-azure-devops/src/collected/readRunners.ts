import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { bodiesAt, bodiesBy, completeness, itemsIn, PATHS } from './answers';
import { type CollectedReader, targetSubjects } from './CollectedReader';

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
export const readRunners: CollectedReader = document => {
  const queues = itemsIn(bodiesAt(document, PATHS.queues), Queue);
  if (bodiesAt(document, PATHS.queues).length === 0) {
    return { statements: [], flaws: [] };
  }
  const flaws = [...queues.flaws];
  const agents = bodiesBy(document, PATHS.agents).flatMap(({ key, body }) => {
    const read = itemsIn([body], Agent);
    flaws.push(...read.flaws);
    const pool = queues.items.find(queue => String(queue.pool?.id) === key);
    return read.items.map(agent => runnerOf(key, pool?.name, agent));
  });
  const hosted = queues.items
    .filter(({ pool }) => pool?.isHosted)
    .map(hostedRunner);
  const statement: Statement = {
    type: 'runners-observed',
    subjects: targetSubjects(document),
    predicate: {
      ...completeness(document, flaws),
      runners: [...hosted, ...agents],
    },
    observedAt: document.collectedAt,
    sourceId: 'azure-devops',
  };
  return { statements: [statement], flaws };
};

/** Machines of hosted pools are made for each job; only the pool is told. */
function hostedRunner({ id, name, pool }: z.output<typeof Queue>): Runner {
  return {
    id: `pool/${pool?.id ?? id}`,
    name,
    labels: [name],
    ephemeral: true,
    shared: true,
  };
}

function runnerOf(
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
