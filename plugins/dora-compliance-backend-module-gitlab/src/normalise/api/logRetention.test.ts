import {
  collectedDocument,
  ledgerProject,
  readPredicates,
} from '../../__testUtils__/collectedDocument';

describe('log-retention', () => {
  it.each([
    [31_536_000, { days: 365, complete: true }],
    [43_200, { days: 0.5, complete: true }],
  ])('tells that logs are kept for %s seconds', (seconds, expected) => {
    const project = {
      ...ledgerProject,
      ci_delete_pipelines_in_seconds: seconds,
    };
    expect(
      readPredicates(collectedDocument('log-retention', [], { '': project })),
    ).toEqual([expected]);
  });
});
