import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditQuestionsMessages } from './auditQuestionsMessages';
import { auditQuestions, measureExtent } from './questions';
import { weaknesses } from './weaknesses';

const folder = join(
  __dirname,
  '../../../dora-compliance-backend-module-controls',
);
const index = readFileSync(join(folder, 'provisions.yaml'), 'utf8');

/** The references that the index lists for an act. */
function listRefs(act: string): string[] {
  const [, rest = ''] = index.split(new RegExp(`^${act}:`, 'm'));
  const [section = ''] = rest.split(/^\S/m);
  return [...section.matchAll(/^ {2}'?([^' ]+(?: subparagraph)?)'?:/gm)].map(
    ([, ref = '']) => ref,
  );
}

describe('auditQuestions', () => {
  it('are twelve, each with a provision that requires it', () => {
    expect(auditQuestions).toHaveLength(12);
    for (const { requires } of auditQuestions) {
      expect(requires).not.toHaveLength(0);
    }
  });

  it.each(auditQuestions)(
    '$id cites only provisions of the index, each once',
    ({ requires, supports }) => {
      const cited = [...requires, ...supports];
      for (const { act, ref } of cited) {
        expect(listRefs(act)).toContain(ref);
      }
      expect(new Set(cited.map(({ act, ref }) => `${act} ${ref}`)).size).toBe(
        cited.length,
      );
    },
  );

  const controls = [
    ...auditQuestions
      .flatMap(({ answer, more = [] }) => [
        answer,
        ...more.map(one => one.answer),
      ])
      .flatMap(answer => (answer.in === 'results' ? [answer.query] : [])),
    ...weaknesses.map(({ query }) => query),
  ].flatMap(({ control }) => control ?? []);

  it.each([...new Set(controls)])(
    'ask for results of %s, which exists',
    control => {
      const file = join(folder, 'controls', control, 'control.yaml');
      expect(readFileSync(file, 'utf8')).toContain(`id: ${control}\n`);
    },
  );

  it('say what is missing unless they are answered', () => {
    expect(measureExtent({})).toBe('whole');
    expect(measureExtent({ missing: 'drills' as never })).toBe('part');
  });
});

describe('weaknesses', () => {
  it.each(weaknesses)('$id names the controls whose results it lists', one => {
    const text = auditQuestionsMessages.shownBy[one.id];
    const codes = (one.query.control ?? []).map(id =>
      id.slice(0, 6).toUpperCase(),
    );
    expect(text.match(/[A-Z]{3}-\d\d/g)?.sort()).toEqual(codes.sort());
  });
});
