import { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { classifyEnvironment } from '../lineage/classifyEnvironment';
import { deriveRepository } from './deriveRepository';
import { listGoneBranches } from './goneBranches';
import { defineStatePopulation } from './statePopulation';

/**
 * Each branch of the repositories that a collector reads the rules of. `goneAt`: when
 * it was deleted, or read for the last time.
 */
export const branchPopulation = defineStatePopulation({
  name: 'branch',
  types: ['branch-protection-observed'],
  title: ({ predicate }) => predicate.branch,
  more: {
    schema: z.object({ goneAt: Instant.optional() }),
    derive: () => ({}),
  },
  ends: {
    types: ['commits-pushed', 'reference-changed'],
    list: listGoneBranches,
  },
});

/**
 * Each environment whose protection a collector reads. `anyBranch`: every branch may
 * be deployed to it; absent if that was not read completely. `inProduction` is absent
 * if nobody said whether it is.
 */
export const environmentPopulation = defineStatePopulation({
  name: 'environment',
  types: ['environment-protection-observed'],
  title: ({ predicate }) => predicate.environment.name,
  more: {
    schema: z.object({
      anyBranch: z.boolean().optional(),
      inProduction: z.boolean().optional(),
    }),
    derive: ({ predicate: { branches, complete, environment } }) => {
      const kind = classifyEnvironment(environment);
      return {
        ...((branches || complete) && { anyBranch: !branches }),
        ...(kind !== 'unclassified' && { inProduction: kind === 'production' }),
      };
    },
  },
});

/**
 * Each pipeline, by its definition or by its last run. `writesEverything`: the
 * definition gives its token the right to write everything. Without rights of its
 * own, the token has those that the repository gives by default.
 */
export const pipelinePopulation = defineStatePopulation({
  name: 'pipeline',
  types: ['pipeline-definition-observed', 'pipeline-run-finished'],
  title: ({ predicate: { pipeline } }) => pipeline.path ?? pipeline.name,
  more: {
    schema: z.object({ writesEverything: z.boolean() }),
    derive: ({ predicate }) => ({
      writesEverything:
        'permissions' in predicate && predicate.permissions?.['*'] === 'write',
    }),
  },
});

/**
 * Each repository, by its settings. `reachableFromForks` is false without machines of
 * its own. `definitionsOwned`: somebody owns each definition of a pipeline, and the
 * file that says so. `personalTokens`: how many access tokens act as people.
 */
export const repositoryPopulation = defineStatePopulation({
  name: 'repository',
  types: [
    'code-owners-observed',
    'credentials-observed',
    'log-retention-observed',
    'pipeline-settings-observed',
    'repository-access-observed',
    'runners-observed',
    'secrets-observed',
  ],
  title: ({ subjects }) =>
    subjects.find(({ kind }) => kind === 'repository')?.uri ?? '',
  more: {
    schema: z.object({
      reachableFromForks: z.boolean().optional(),
      definitionsOwned: z.boolean().optional(),
      personalTokens: z.number().int().optional(),
    }),
    derive: deriveRepository,
  },
});
