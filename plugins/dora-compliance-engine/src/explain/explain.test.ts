import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { reason } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  built,
  deployed,
  merged,
  person,
  pushed,
  recordObserved,
  recordReviewed,
  reviewed,
  sha,
  updated,
} from '../testing/story';
import { evidenceTitle } from './evidenceTitle';
import { checkTitle, explainReason } from './explain';
import { reasonSentences } from './reasonSentences';

/** All that the engine consists of. */
function sources(): string[] {
  const root = path.resolve(__dirname, '..');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(name => /(?<!\.test)\.ts$/.test(name))
    .map(name => readFileSync(path.join(root, name), 'utf8'));
}

/** Codes between quotes in what a pattern finds. */
function literalsIn(source: string, pattern: RegExp): string[] {
  return [...source.matchAll(pattern)].flatMap(([, part = '']) =>
    [...part.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map(([, code]) => code!),
  );
}

describe('explainReason', () => {
  const cause = { change: '12', approver: 'erik' };
  const said =
    'Change #12 was approved only by erik, who also wrote, pushed or deployed it.';

  it.each([
    [{ ...cause }, said],
    [{ ...cause, status: 'not-satisfied', alike: 1, total: 1 }, said],
    [
      { ...cause, status: 'not-satisfied', alike: 1, total: 6 },
      `1 of 6 production deployments failed: ${said}`,
    ],
    [
      { ...cause, status: 'not-satisfied', alike: 2, total: 6 },
      `2 of 6 production deployments failed; the latest: ${said}`,
    ],
    [
      { ...cause, status: 'not-assessed', alike: 3, total: 3 },
      `3 of 3 production deployments can't be judged; the latest: ${said}`,
    ],
  ])('says how many of how many: %j', (params, sentence) => {
    expect(explainReason(reason('self-approval', params))).toBe(sentence);
  });

  it('says that something does not count', () => {
    const params = { change: '12', unproven: 2 };
    expect(explainReason(reason('no-approval', params))).toBe(
      'Change #12 was merged without an approval. Evidence that says otherwise does not count, as its origin is not proven (2).',
    );
    const demand = { level: 'signed', count: 2 };
    expect(explainReason(reason('evidence-unverified', demand))).toBe(
      'The result depends on evidence that does not count, because its origin is less than signed (2).',
    );
  });

  it('has a sentence for every reason the engine gives', () => {
    const given = sources().flatMap(source => [
      ...literalsIn(source, /\breason\(([^;{}]*?)[,)]/g),
      ...literalsIn(source, /\bdefects = \[([^\]]*)\]/g),
      ...literalsIn(source, /\bgap\??:([^;\n]*)/g),
    ]);
    expect(given).toEqual(
      expect.arrayContaining([
        'approval-withdrawn',
        'evidence-gap',
        'release-range-incomplete',
        'run-after-deployment',
      ]),
    );
    expect(given.length).toBeGreaterThan(20);
    const silent = given.filter(code => !Object.hasOwn(reasonSentences, code!));
    expect(silent).toEqual([]);
  });
});

it('every check a judgement makes has a title', () => {
  const made = sources().flatMap(source =>
    [...source.matchAll(/\bcheck(?:: | = |\()\s*'([a-z-]+)'/g)].map(
      ([, check]) => check!,
    ),
  );
  expect(made.length).toBeGreaterThan(15);
  expect(made.filter(check => checkTitle(check) === check)).toEqual([]);
});

describe('evidenceTitle', () => {
  it.each([
    [merged(7, 10, 'anna', 'h', 'm'), 'Change #7 by anna merged'],
    [updated(7, 10, 'anna', 'h'), 'Change #7 updated by anna'],
    [reviewed(7, 10, person('marco'), 'h'), 'Change #7: approved by marco'],
    [
      pushed(10, undefined, 'm', person('anna')),
      `main moved to ${sha('m').slice(0, 7)} by anna`,
    ],
    [built(10, 'm', 'failure'), 'Build: failure'],
    [deployed(40, 'm'), 'Deployment 40 to production'],
    [
      recordObserved({ missing: ['links'] }),
      'Record observed, 1 of 9 fields missing',
    ],
    [recordReviewed('2026-01-01'), 'Record reviewed by marco'],
  ])('%#', (evidence, title) => {
    expect(evidenceTitle(evidence)).toBe(title);
  });
});
