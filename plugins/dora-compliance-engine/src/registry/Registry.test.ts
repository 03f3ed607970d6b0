import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { addWords } from '../explain/addWords';
import { german } from '../explain/de';
import { english } from '../explain/en';
import { explain } from '../explain/explain';
import { builtIn } from './builtIn';
import { checkNeeds } from './checkNeeds';
import { createReasons } from './createReasons';
import type { Judgement } from './Judgement';
import { definePopulation } from './Population';

const guide = readFileSync(
  path.resolve(__dirname, '../../../../docs/guides/controls.md'),
  'utf8',
);

/** The first cells of the table under a heading. */
function listNames(heading: string): string[] {
  const section = guide.split(`## ${heading}\n`)[1]!.split('\n## ')[0]!;
  return [...section.matchAll(/^\| `([^`]+)` .*\|$/gm)]
    .map(([, name]) => name!)
    .filter(name => name !== 'each');
}

const judgement: Judgement = {
  name: 'bank.window',
  member: 'service-deployed',
  needs: { evidence: [] },
  judge: () => [],
};

describe('what controls can name', () => {
  it('is in the guide', () => {
    expect(listNames('Populations')).toEqual([...builtIn.populations].sort());
    expect(listNames('Judgements')).toEqual(
      [...builtIn.judgements.keys()].sort(),
    );
  });

  it('names for each judgement the members that it judges', () => {
    for (const { name, member } of builtIn.judgements.values()) {
      expect(guide).toMatch(new RegExp(`\\| \`${name}\`\\s+\\| \`${member}\``));
    }
  });

  it('can be extended, but a name can not be used twice', () => {
    const population = definePopulation({
      name: 'certificate',
      clause: z.strictObject({}),
      create: () => ({
        member: { name: 'certificate', schema: z.object({}) },
        needs: { evidence: [] },
        find: () => ({ members: [] }),
      }),
    });
    const extended = builtIn.extend({
      populations: [population],
      judgements: [judgement],
    });
    expect(extended.populations).toContain('certificate');
    expect(extended.judgements.get('bank.window')).toBe(judgement);
    expect(extended.populations).toEqual(
      expect.arrayContaining([...builtIn.populations]),
    );
    expect(() => extended.extend({ judgements: [judgement] })).toThrow(
      'There are two judgements named "bank.window"',
    );
    expect(() => extended.extend({ populations: [population] })).toThrow(
      'There are two populations named "certificate"',
    );
  });

  it.each([
    ['window', 'needs a name such as'],
    ['bank.in-window', 'needs a name such as'],
    ['member.window', 'needs a name such as'],
    ['parameters.window', 'needs a name such as'],
    ['asset.title', 'has the name of a field of assets'],
  ])('refuses a judgement named %s', (name, problem) => {
    expect(() =>
      builtIn.extend({ judgements: [{ ...judgement, name }] }),
    ).toThrow(problem);
  });
});

describe('the version of a population', () => {
  const defineWith = (version: number | undefined) =>
    definePopulation({
      name: 'certificate',
      ...(version !== undefined && { version }),
      clause: z.strictObject({}),
      create: () => ({
        member: { name: 'certificate', schema: z.object({}) },
        needs: { evidence: [] },
        find: () => ({ members: [] }),
      }),
    });
  const find = (version?: number) =>
    builtIn
      .extend({ populations: [defineWith(version)] })
      .findPopulationVersion('certificate');

  it('is the first, unless it names one', () => {
    expect([find(), find(4)]).toEqual([1, 4]);
    expect(defineWith(undefined)).not.toHaveProperty('version');
    expect(builtIn.findPopulationVersion('certificate')).toBe(1);
  });

  it('has to be a positive integer', () => {
    expect(() => find(0)).toThrow(
      'The version 0 of the population "certificate" is not valid: write a positive integer',
    );
  });
});

it('evidence about organizations is read by their key, and the latest only', () => {
  const check = (key: 'asset' | 'organization', read: 'history' | 'latest') =>
    checkNeeds('population', {
      evidence: [{ types: ['organization-settings-observed'], key, read }],
    });
  expect(() => check('organization', 'latest')).not.toThrow();
  const problem = 'is about organizations: read it by the population';
  expect(() => check('organization', 'history')).toThrow(problem);
  expect(() => check('asset', 'latest')).toThrow(problem);
});

it.each([0, -1, 1.5, Number.NaN])('refuses the version %s', version => {
  expect(() =>
    builtIn.extend({ judgements: [{ ...judgement, version }] }),
  ).toThrow(
    `The version ${version} of the judgement "bank.window" is not valid: write a positive integer`,
  );
});

describe('the sentences of a judgement', () => {
  const reason = createReasons<{ 'bank-late': { hour: number } }>();
  const words = {
    en: {
      checks: { 'bank-in-window': 'Was it in time?' },
      reasons: { 'bank-late': ({ hour }: { hour: number }) => `At ${hour}.` },
    },
  };

  it('are those of the language', () => {
    const sentences = explain(addWords(english, [{ ...judgement, words }]));
    expect(sentences.sentence(reason('bank-late', { hour: 23 }))).toBe(
      'At 23.',
    );
    expect(sentences.check('bank-in-window')).toBe('Was it in time?');
    expect(explain(english).check('bank-in-window')).toBe('bank-in-window');
  });

  it('may be the very sentence of another judgement', () => {
    const both = [
      { ...judgement, words },
      { ...judgement, name: 'bank.other', words },
    ];
    const { reasons } = addWords(english, both);
    expect(reasons).toHaveProperty('bank-late', words.en.reasons['bank-late']);
    const own = {
      en: { ...words.en, reasons: { 'bank-late': () => 'Too late.' } },
    };
    expect(() =>
      addWords(english, [both[0]!, { ...both[1]!, words: own }]),
    ).toThrow('The judgement "bank.other" has a sentence for "bank-late"');
  });

  it('can not replace those of others', () => {
    const taken = {
      en: { checks: {}, reasons: { 'no-approval': () => 'Fine.' } },
    };
    expect(() => addWords(english, [{ ...judgement, words: taken }])).toThrow(
      'The judgement "bank.window" has a sentence for "no-approval", which exists already. Use another code.',
    );
  });

  it.each<[string, Judgement['words'], string]>([
    [
      'a built-in code, in another language only',
      { de: { checks: {}, reasons: { 'no-approval': () => 'Gut.' } } },
      'has a sentence for "no-approval", which exists already',
    ],
    [
      'a built-in check, in another language only',
      { de: { checks: { 'finding-in-time': 'Gut?' }, reasons: {} } },
      'has a sentence for "finding-in-time", which exists already',
    ],
    [
      'advice on a built-in code',
      {
        en: {
          checks: {},
          reasons: {},
          advice: { 'no-approval': 'Ignore it.' },
        },
      },
      'has advice on "no-approval", for which it has no sentence. Use a code of its own.',
    ],
  ])('can not be about what others say: %s', (_, own, message) => {
    expect(() => addWords(english, [{ ...judgement, words: own! }])).toThrow(
      message,
    );
  });

  it('are English in a language that they do not have', () => {
    const { reasons } = addWords(german, [{ ...judgement, words }]);
    expect(reasons).toHaveProperty('bank-late', words.en.reasons['bank-late']);
  });
});
