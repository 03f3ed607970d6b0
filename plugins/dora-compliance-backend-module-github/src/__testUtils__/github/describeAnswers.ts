import { parseStatement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { answersByPart, readAnswers } from './answersByPart';

/**
 * Tests that answers of the API are understood.
 *
 * @param answerTo - finds the answer to an operation of the API
 */
export function describeAnswers(
  name: string,
  answerTo: Parameters<typeof readAnswers>[2],
) {
  describe(name, () => {
    it.each(answersByPart)(
      'are understood as answers to %s',
      (part, answers, says) => {
        const read = readAnswers(part, answers, answerTo);
        expect(read).toEqual({
          outcome: 'normalised',
          statements: expect.any(Array),
        });
        const statements = read.outcome === 'normalised' ? read.statements : [];
        expect(statements.map(({ type }) => type)).toEqual(says);
        statements.forEach(parseStatement);
      },
    );

    it('are incomplete if they list fewer commits than the change has', () => {
      const answers = { '/pulls/PULL': 'pulls__get' };
      const read = readAnswers('merged-changes', answers, answerTo);
      const [, commits] = read.outcome === 'normalised' ? read.statements : [];
      expect(commits?.predicate).toMatchObject({
        complete: false,
        problem: 'GitHub does not list all 3 commits of pull request 1347',
      });
    });
  });
}
