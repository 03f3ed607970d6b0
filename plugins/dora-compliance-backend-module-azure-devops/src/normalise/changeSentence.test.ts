import * as make from '../__testUtils__/azureObjects';
import { normaliseEvent } from '../__testUtils__/readEvent';
import * as sample from '../__testUtils__/sampleEvents';

describe('the sentence of a pull request', () => {
  it('is not looked for in the title', () => {
    const title = '(Ben approved pull request 4) in ledger';
    const reviewers = [{ ...make.person('Ben'), vote: 10 }];
    expect(
      normaliseEvent(
        sample.updateEvent(
          `Cora changed the reviewer list on pull request 5 ${title}`,
          { reviewers },
        ),
      ),
    ).toEqual({ outcome: 'normalised', statements: [] });
  });

  it('is told to be missing when it is left out', () => {
    expect(
      normaliseEvent(sample.pullRequestEvent('updated', undefined)),
    ).toMatchObject({
      statements: [{ type: 'change-merged' }],
      flaws: [expect.stringContaining('message.text is missing')],
    });
  });
});

describe('an update of a pull request', () => {
  it('in words that are not known is flawed', () => {
    const text = 'Ben 已批准 拉取请求 5 (x) 位于 ledger';
    expect(normaliseEvent(sample.updateEvent(text))).toEqual({
      outcome: 'normalised',
      statements: [],
      flaws: [expect.stringMatching(/not a known sentence/)],
    });
  });

  it.each([
    'Ben published the pull request',
    'Ben has changed the reviewer list on pull request 5 (x) in ledger',
    'Ben marked the pull request as draft',
    'Ben abandoned pull request 5 (x) in ledger',
  ])('tells nothing: %s', text => {
    expect(normaliseEvent(sample.updateEvent(text))).toEqual({
      outcome: 'normalised',
      statements: [],
    });
  });
});
