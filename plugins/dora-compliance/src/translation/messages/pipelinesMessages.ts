/** Pipelines that are not in the inventory, and their discovery. */
export const pipelinesMessages = {
  tab: 'Not in the inventory',
  tabCount: 'Not in the inventory ({{amount, number}})',
  tabCountAtLeast: 'Not in the inventory ({{amount, number}}+)',
  none: 'Every pipeline that ran is in the inventory',
  noneExplanation:
    'A pipeline is listed here if evidence of its runs was received but no catalog entity describes it.',
  some: 'These pipelines ran but are not in the inventory',
  someExplanation:
    'A pipeline that can change production is an ICT asset. It needs an owner and a record like any other asset. Configure discovery for its repository, or describe it in the catalog as a Resource of type ci-pipeline, with its identifier in spec.dora.pipeline.urn. It leaves this list after the next sync of the inventory.',
  repository: 'Repository',
  runs: 'Runs',
  firstAndLast: 'first {{first}}, last {{last}}, reported by {{source}}',
  builds: 'Builds',
  buildsNothing: 'No asset of the inventory is built from its repository.',
  identifier: 'Identifier',
  discoveryFailed: 'Reading the pipelines of {{source}} failed {{time}}',
  discoveryStale:
    'The pipelines of {{source}} were not read completely for more than a day',
  neverComplete: 'They were never read completely.',
  lastComplete: 'They were last read completely {{time}}.',
  lastCompleteCount_one:
    'They were last read completely {{time}} ({{count, number}} pipeline).',
  lastCompleteCount_other:
    'They were last read completely {{time}} ({{count, number}} pipelines).',
  discoveryConsequence:
    'Known pipelines stay in the inventory. New pipelines are found when reading works again.',
} as const;
