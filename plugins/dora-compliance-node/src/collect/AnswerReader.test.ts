import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { AnswerReader, readItems, readStatements } from './AnswerReader';
import type { CollectedDocument } from './CollectedDocument';

const Job = z.object({ id: z.number() });
const target = 'https://ci.example/bank/ledger';

function createReader(
  answers: CollectedDocument['answers'],
  problem?: string,
): AnswerReader {
  return new AnswerReader(
    {
      part: 'jobs',
      target,
      targetKind: 'repository',
      collectedAt: '2026-03-01T00:00:00.000Z' as Instant,
      complete: !problem,
      ...(problem && { problem }),
      answers,
    },
    {
      sourceId: 'my-ci',
      toPath: request => request.replace('GET /api', ''),
    },
  );
}

const answer = (path: string, body: unknown, status = 200) => ({
  request: `GET /api${path}`,
  status,
  body,
});

describe('AnswerReader', () => {
  it('finds answers by their path, cached ones too', () => {
    const answers = createReader([
      answer('/jobs/1', { id: 1 }),
      answer('/jobs/2', { id: 2 }, 304),
      answer('/other', { id: 3 }),
    ]);
    expect(answers.all(/^\/jobs\/\d$/, Job)).toEqual([{ id: 1 }, { id: 2 }]);
    expect(answers.one(/^\/jobs\/2$/, Job)).toEqual({ id: 2 });
    expect(answers.one(/^\/jobs\/3$/, Job)).toBeUndefined();
    expect(
      answers.parsed(/^\/jobs\/(\d)$/, Job).map(({ match }) => match[1]),
    ).toEqual(['1', '2']);
  });

  it('has no answer where a request was refused', () => {
    const answers = createReader([answer('/jobs/1', { id: 1 }, 403)]);
    expect(answers.one(/jobs/, Job)).toBeUndefined();
    expect(answers.asked(/jobs/)).toBe(true);
    expect(answers.asked(/runs/)).toBe(false);
  });

  it('throws for another shape only if the document says nothing of it', () => {
    const odd = [answer('/jobs/1', {}), answer('/jobs/2', { id: 2 })];
    expect(() => createReader(odd).all(/jobs/, Job)).toThrow(z.ZodError);
    expect(createReader(odd, 'broken').all(/jobs/, Job)).toEqual([{ id: 2 }]);
  });

  it('tells whether an observation is complete', () => {
    expect(createReader([]).completeness()).toEqual({ complete: true });
    expect(createReader([]).completeness(['job 1: odd', 'job 2: odd'])).toEqual(
      {
        complete: false,
        problem: 'job 1: odd; job 2: odd',
      },
    );
    expect(createReader([], 'refused').completeness(['job 1: odd'])).toEqual({
      complete: false,
      problem: 'refused',
    });
  });

  it('makes statements on the time at which the API was asked', () => {
    const subjects = [{ kind: 'repository' as const, uri: target }];
    const predicate = { complete: true, days: 7 };
    expect(
      createReader([]).observed('log-retention-observed', subjects, predicate),
    ).toEqual({
      type: 'log-retention-observed',
      subjects,
      predicate,
      observedAt: '2026-03-01T00:00:00.000Z',
      sourceId: 'my-ci',
    });
  });
});

describe('items', () => {
  const toName = (item: unknown, index: number) => `${index} (${item})`;

  it('that can not be read are flaws, and take no other with them', () => {
    const read = (item: number) => {
      if (item < 0) {
        throw new Error('is negative');
      }
      return [item, item];
    };
    expect(readItems([1, -2, 3], toName, read)).toEqual({
      items: [1, 1, 3, 3],
      flaws: ['1 (-2): is negative'],
    });
  });

  it('name their own flaws', () => {
    expect(
      readStatements(['a'], toName, () => ({
        statements: [],
        flaws: ['no author'],
      })),
    ).toEqual({ statements: [], flaws: ['0 (a): no author'] });
  });
});
