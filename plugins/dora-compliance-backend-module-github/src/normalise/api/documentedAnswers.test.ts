import { parseStatement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  answersByPart,
  readAnswers,
} from '../../__testUtils__/github/answersByPart';
import { documentedAnswer } from '../../__testUtils__/github/documentedAnswers';

describe('answers in the shapes GitHub documents', () => {
  it.each(answersByPart)(
    'are understood as answers to %s',
    (part, answers, says) => {
      const read = readAnswers(part, answers, documentedAnswer);
      expect(read).toEqual({
        outcome: 'normalised',
        statements: expect.any(Array),
      });
      const statements = read.outcome === 'normalised' ? read.statements : [];
      expect(statements.map(({ type }) => type)).toEqual(says);
      statements.forEach(parseStatement);
    },
  );

  it('show fewer commits than the change has, which is not whole', () => {
    const answers = { '/pulls/PULL': 'pulls__get' };
    const read = readAnswers('merged-changes', answers, documentedAnswer);
    const [, commits] = read.outcome === 'normalised' ? read.statements : [];
    expect(commits?.predicate).toMatchObject({
      complete: false,
      problem: 'GitHub does not list all 3 commits of pull request 1347',
    });
  });
});
