import { findPathGap } from './findPathGap';

const built = { type: 'service', repositories: ['https://github.com/bank/a'] };
const deploys = { link: 'deployed-by' as const };
const beside = { link: 'same-repository' as const };

it.each([
  ['nothing is unknown', built, [beside, deploys], 3, undefined],
  [
    'nor for a pipeline',
    { ...built, type: 'CI-Pipeline' },
    [deploys],
    0,
    undefined,
  ],
  ['it is a pipeline', { ...built, type: 'CI-Pipeline' }, [], 0, 'is-pipeline'],
  ['others ran', built, [beside], 1, 'not-in-inventory'],
  ['one may deploy it', built, [beside], 0, 'not-named'],
  [
    'one can deploy something',
    built,
    [{ ...beside, canDeploy: true }],
    0,
    'not-named',
  ],
  [
    'one can deploy nothing',
    built,
    [{ ...beside, canDeploy: false }],
    0,
    'deploys-nothing',
  ],
  ['there is none', built, [], 0, 'no-pipeline'],
  ['its repository', { ...built, repositories: [] }, [], 0, 'no-repository'],
])('%s', (_, asset, pipelines, notInInventory, gap) => {
  expect(findPathGap({ asset, pipelines, notInInventory })).toBe(gap);
});
