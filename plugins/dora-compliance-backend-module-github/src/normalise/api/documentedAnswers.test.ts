import {
  answersByPart,
  typesRead,
  unlistedCommits,
} from '../../__testUtils__/github/answersByPart';
import { documentedAnswer } from '../../__testUtils__/github/documentedAnswers';

describe('answers in the shapes GitHub documents', () => {
  it.each(answersByPart)(
    'are understood as answers to %s',
    (part, answers, types) => {
      expect(typesRead(part, answers, documentedAnswer)).toEqual(types);
    },
  );

  it('show fewer commits than the change has, which is not whole', () => {
    expect(unlistedCommits(documentedAnswer)).toMatchObject({
      complete: false,
      problem: 'GitHub does not list all 3 commits of pull request 1347',
    });
  });
});
