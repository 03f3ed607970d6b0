import { defineStatePopulation } from './statePopulation';

/** Each branch of the repositories that a collector reads the rules of. */
export const branchPopulation = defineStatePopulation({
  name: 'branch',
  types: ['branch-protection-observed'],
  title: ({ predicate }) => predicate.branch,
});

/** Each environment whose protection a collector reads. */
export const environmentPopulation = defineStatePopulation({
  name: 'environment',
  types: ['environment-protection-observed'],
  title: ({ predicate }) => predicate.environment.name,
});

/** Each pipeline, by its definition or by its last run. */
export const pipelinePopulation = defineStatePopulation({
  name: 'pipeline',
  types: ['pipeline-definition-observed', 'pipeline-run-finished'],
  title: ({ predicate: { pipeline } }) => pipeline.path ?? pipeline.name,
});
