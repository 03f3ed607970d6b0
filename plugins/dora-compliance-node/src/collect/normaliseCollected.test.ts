import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { AnswerReader } from './AnswerReader';
import { collectedBody, type CollectedDocument } from './CollectedDocument';
import { normaliseCollected } from './normaliseCollected';

const target = 'https://ci.example/bank/ledger';
const document = (part: string): CollectedDocument => ({
  part,
  target,
  targetKind: 'repository',
  collectedAt: '2026-03-01T00:00:00.000Z' as Instant,
  complete: true,
  answers: [],
});

const normalise = (body: Uint8Array) =>
  normaliseCollected(body, {
    sourceId: 'my-ci',
    answers: one => new AnswerReader(one, { sourceId: 'my-ci' }),
    scope: { days: 7 },
    parts: {
      retention: (answers, { days }) => [
        answers.observed(
          'log-retention-observed',
          [{ kind: 'repository', uri: answers.document.target }],
          { complete: true, days },
        ),
      ],
      odd: () => ({ statements: [], flaws: ['job 1: odd'] }),
      broken: () => {
        throw new Error('status is missing');
      },
    },
  });

const normalisePart = (part: string) =>
  normalise(collectedBody(document(part)));

it('reads each part with the scope', () => {
  expect(normalisePart('retention')).toMatchObject({
    outcome: 'normalised',
    statements: [{ predicate: { days: 7 }, sourceId: 'my-ci' }],
  });
  expect(normalisePart('odd')).toEqual({
    outcome: 'normalised',
    statements: [],
    flaws: ['job 1: odd'],
  });
});

it('reads the heartbeat of every source', () => {
  expect(normalisePart('heartbeat')).toMatchObject({
    statements: [{ type: 'collector-heartbeat', sourceId: 'my-ci' }],
  });
});

it.each([
  ['broken', 'broken: status is missing'],
  ['weather', 'weather: my-ci collects no part of this name'],
  ['constructor', 'constructor: my-ci collects no part of this name'],
])('rejects the part %s', (part, reason) => {
  expect(normalisePart(part)).toEqual({ outcome: 'rejected', reason });
});

it.each(['{', '{}', '[]'])('rejects the body %s', body => {
  expect(normalise(new TextEncoder().encode(body))).toEqual({
    outcome: 'rejected',
    reason: expect.stringMatching(/^collected document: /),
  });
});
