import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  reason,
  writeReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
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
import { inEnglish } from '../testing/inEnglish';
import { english } from './en';
import type { ReasonSentences } from './language/Sentences';

const { check: checkTitle, evidence: evidenceTitle, sentence } = inEnglish;

/** All that the engine consists of. */
function sources(): string[] {
  const root = path.resolve(__dirname, '..');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(name => /(?<!\.test)\.ts$/.test(name))
    .map(name => readFileSync(path.join(root, name), 'utf8'));
}

describe('the sentence of a reason', () => {
  const cause = { change: '12', approver: 'erik' };
  const said =
    'Change #12 was approved only by erik, who also opened, wrote, pushed, or deployed it.';

  it.each([
    [{ ...cause }, said],
    [
      {
        ...cause,
        status: 'not-satisfied',
        alike: 1,
        total: 1,
        kind: 'deployment',
      },
      said,
    ],
    [
      {
        ...cause,
        status: 'not-satisfied',
        alike: 1,
        total: 6,
        kind: 'deployment',
      },
      `1 of 6 production deployments failed: ${said}`,
    ],
    [
      {
        ...cause,
        status: 'not-satisfied',
        alike: 2,
        total: 6,
        kind: 'deployment',
      },
      `2 of 6 production deployments failed. The latest: ${said}`,
    ],
    [
      {
        ...cause,
        status: 'not-assessed',
        alike: 3,
        total: 3,
        kind: 'deployment',
      },
      `3 of 3 production deployments could not be assessed. The latest: ${said}`,
    ],
  ])('says how many of how many: %j', (params, text) => {
    expect(sentence({ code: 'self-approval', params })).toBe(text);
  });

  it('says that something does not count', () => {
    const params = { change: '12', unproven: 2 };
    expect(sentence({ code: 'no-approval', params })).toBe(
      'Change #12 was merged without an approval. 2 pieces of evidence were not counted, because their origin is not proven. With them, the result could be different.',
    );
    const demand = { level: 'signed', count: 2 } as const;
    expect(sentence(reason('evidence-unverified', demand))).toBe(
      '2 pieces of evidence could change the result, but do not count: the control requires the verification level "signed" or higher.',
    );
  });

  it('puts reasons together that were written as text', () => {
    const problem = writeReason(
      reason('delivery-refused', { delivery: '7', error: 'body-not-json' }),
    );
    const why = reason('source-unreadable', { targets: 2, problem });
    const text =
      'The delivery 7 could not be stored: The body is not JSON in UTF-8.';
    expect(sentence(why)).toBe(
      `The collector read 2 targets, none of them completely. The last problem was: ${text}`,
    );
    expect(inEnglish.explained(why).params.problem).toBe(text);
    const more = writeReason(reason('more-problems', { count: 3 }));
    expect(inEnglish.text(`Status 503.\n${problem}\n${more}`)).toBe(
      `Status 503. ${text} There are 3 more problems of this kind.`,
    );
  });

  it('reports text of others as it is', () => {
    const text = '{"code":"x","params":7} and {"code":"';
    expect(inEnglish.text(text)).toBe(text);
  });

  it('knows that a later version has other reasons', () => {
    expect(sentence({ code: 'constructor', params: {} })).toBe(
      'No sentence is known for "constructor".',
    );
  });
});

it('a language without a sentence, or with a wrong one, does not compile', () => {
  const { 'evidence-late': left, ...rest } = english.reasons;
  // @ts-expect-error A sentence is missing.
  const missing: ReasonSentences = rest;
  const wrong: ReasonSentences = {
    ...english.reasons,
    // @ts-expect-error This reason has no approver.
    'evidence-late': ({ approver }) => approver,
  };
  const unknown: ReasonSentences = {
    ...english.reasons,
    // @ts-expect-error There is no such reason.
    'no-such-reason': () => 'It is so.',
  };
  // @ts-expect-error There is no such reason.
  reason('no-such-reason');
  // @ts-expect-error A parameter is missing.
  reason('evidence-late');
  expect([left, missing, wrong, unknown]).toHaveLength(4);
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

describe('a name with a character that turns the direction of a text', () => {
  const name = 'erik\u202enek';

  it('is spelled out in sentences and titles', () => {
    const said = [
      sentence({
        code: 'self-approval',
        params: { change: '12', approver: name },
      }),
      inEnglish.member({ kind: 'deployment', title: name } as never),
    ];
    for (const text of said) {
      expect(text).toContain('erik[U+202E]nek');
    }
  });
});

describe('the sentences about a control', () => {
  const { about } = inEnglish;
  const assess = [
    { id: 'mine', text: 'Somebody looked at it. ', assert: 'true' },
  ];

  it('name a requirement by its text, and keep its id as a parameter', () => {
    const why = reason('assertion-false', { id: 'mine', read: 'seen = false' });
    expect(about({ assess }).explained(why)).toEqual({
      ...why,
      sentence:
        'The requirement "Somebody looked at it" is not met: seen = false.',
    });
  });

  it.each([
    [
      reason('value-missing', { id: 'mine', field: 'seen' }),
      /^The requirement "Somebody looked at it" needs/,
    ],
    [
      reason('value-missing', { id: 'other', field: 'seen' }),
      /^The requirement "other" needs/,
    ],
    [
      reason('assertion-true', { id: 'mine' }),
      /^The requirement "Somebody looked at it" is met\./,
    ],
    [
      reason('assertion-error', { id: 'mine', detail: 'x' }),
      /^The requirement "Somebody looked at it" could not/,
    ],
  ])('%j is %s', (why, expected) => {
    expect(about({ assess }).sentence(why)).toMatch(expected);
    expect(about({ assess }).about(undefined).sentence(why)).toMatch(expected);
  });

  it('say what they say without one, if the control is not known', () => {
    const why = reason('assertion-false', { id: 'mine' });
    expect(about(undefined).sentence(why)).toBe(sentence(why));
  });
});
