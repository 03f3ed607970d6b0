import { stageView } from '../__testUtils__/builds';
import {
  answer,
  BUILD,
  built,
  job,
  read,
  createScope,
  stagesThat,
} from '../__testUtils__/collectedParts';

describe('a collected document', () => {
  it('that broke off gives what was read, if that can be read', () => {
    const other = answer(`${BUILD}/wfapi/describe`, { message: 'other' });
    const problem = 'Jenkins answered in another form';
    expect(
      read('stages', [job, built(), other], createScope(), problem),
    ).toEqual({
      statements: [],
      flaws: [],
    });
    const detail = answer(`${BUILD}/execution/node/8/wfapi/describe`, {});
    const { statements } = read(
      'stages',
      [job, built(), stagesThat('SUCCESS'), detail],
      createScope(),
      problem,
    );
    expect(statements).toHaveLength(3);
  });

  it('loses no stage to a bad one, and names it', () => {
    const run = stageView();
    Object.assign(run.stages[1]!, { status: 'DONE' });
    const { statements, flaws } = read(
      'stages',
      [job, built(), answer(`${BUILD}/wfapi/describe`, run)],
      createScope(),
      'Jenkins answered in another form',
    );
    expect(statements).toHaveLength(1);
    expect(flaws).toEqual([expect.stringMatching(/^stages\.1: status /)]);
  });

  it.each([
    ['builds', [job]],
    ['stages', [job, built()]],
    ['tests', [job, built()]],
    ['unknown', []],
  ])('that lacks what it must have is rejected: %s', (part, answers) => {
    expect(() => read(part, answers)).toThrow();
  });
});
