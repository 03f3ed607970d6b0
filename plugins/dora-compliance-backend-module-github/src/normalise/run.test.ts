import { readPayload } from '../__testUtils__/corpus';
import { readOne } from '../__testUtils__/read';

/** A run that ended, of the repository itself. */
const ended = (change: object = {}) => {
  const payload = readPayload('workflow_run.completed.1.json');
  const { html_url } = payload.repository;
  Object.assign(payload.workflow_run, {
    head_branch: 'main',
    head_repository: { html_url },
    ...change,
  });
  return payload;
};

const branchOf = (payload: unknown) => {
  const { predicate } = readOne('workflow_run', payload);
  return 'branch' in predicate ? predicate.branch : undefined;
};

describe('the branch of a run', () => {
  it('is one of the repository', () => {
    expect(branchOf(ended())).toBe('main');
    expect(branchOf(ended({ head_repository: undefined }))).toBe('main');
  });

  it.each([
    ['of a fork', { html_url: 'https://github.com/stranger/ledger' }],
    ['of a fork that is gone', null],
  ])('%s is none of the repository', (_, head_repository) => {
    expect(branchOf(ended({ head_repository }))).toBeUndefined();
  });
});

describe('the name of a run', () => {
  it.each([
    [{ name: '', path: 'ci.yml' }, 'ci.yml'],
    [{ name: null, path: '', id: 7 }, '7'],
  ])('of %j is %s', (change, name) => {
    expect(readOne('workflow_run', ended(change)).predicate).toMatchObject({
      pipeline: { name },
    });
  });
});
