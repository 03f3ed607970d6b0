import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Reason,
  type RuleName,
  type RuleParams,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { errorSamples } from '../testing/errorSamples';
import { gapSamples } from '../testing/gapSamples';
import { judgementSamples } from '../testing/judgementSamples';
import { reasonSamples as sharedSamples } from '../testing/reasonSamples';
import { notificationSamples } from '../testing/notificationSamples';
import { outlookSamples, whoSamples } from '../testing/resolutionSamples';
import { inEnglish } from '../testing/inEnglish';
import { inGerman } from '../testing/inGerman';

const reasonSamples = { ...sharedSamples, ...judgementSamples };

const folder = path.resolve(__dirname, '../../../../docs/reference');

const ruleSamples: Partial<{ [R in RuleName]: RuleParams[R] }> = {
  'entity-reference': { example: 'resource:payments' },
  'known-field': { fields: 'id,location,support' },
  'known-keys': { keys: 'rtos' },
  'one-of': { values: 'internet,indirect,none' },
  other: { message: 'Too big' },
  type: { type: 'string' },
};

function table(heads: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map(cell => cell.replace(/[|<]/g, '\\$&')).join(' | ')} |`;
  return [heads, heads.map(() => '---'), ...rows].map(line).join('\n');
}

/** The first cell of each row has the key, once. */
function buildRows(
  samples: object,
  sentence: (key: string, params: Reason['params']) => string,
): string[][] {
  const entries: [string, Reason['params'][]][] = Object.entries(samples);
  return entries.flatMap(([key, all]) =>
    all.map((params, place) => [
      place === 0 ? `\`${key}\`` : '',
      sentence(key, params),
    ]),
  );
}

/** Calls the sentence of a key that is only known at run time. */
function call(sentences: object, key: string, params: unknown): string {
  return (sentences as Record<string, (of: unknown) => string>)[key]!(params);
}

/** The page of a language: its headings, its introduction and its file. */
const pages = [
  {
    tell: inEnglish,
    file: 'sentences.md',
    title: 'Sentences',
    language: 'English',
    folder: 'en',
  },
  {
    tell: inGerman,
    file: 'sentences.de.md',
    title: 'Sentences in German',
    language: 'German',
    folder: 'de',
  },
];

type Page = (typeof pages)[number];

function makePage({
  tell,
  title,
  language: name,
  folder: place,
}: Page): string {
  const { language } = tell;
  const one = (texts: Readonly<Record<string, string>>) =>
    Object.entries(texts).map(([key, text]) => [`\`${key}\``, text]);
  return [
    `# ${title}`,
    `Made from the code; do not edit. These are the sentences of the engine and the backend in ${name}, with example parameters. They are in \`plugins/dora-compliance-engine/src/explain/${place}\`, and those of judgements in \`${place}.ts\` of each judgement. The errors of the API are on [a page of their own](errors.md).`,
    '## Reasons',
    table(
      ['Code', 'Sentence'],
      buildRows(reasonSamples, (code, params) =>
        tell.sentence({ code, params }),
      ),
    ),
    '## Reasons of a whole control',
    table(
      ['Case', 'Sentence'],
      [
        [
          'one of several members',
          tell.sentence({
            code: 'no-approval',
            params: {
              change: '12',
              alike: 1,
              total: 6,
              kind: 'deployment',
              status: 'not-satisfied',
            },
          }),
        ],
        [
          'several members',
          tell.sentence({
            code: 'deployer-unknown',
            params: {
              alike: 2,
              total: 6,
              kind: 'deployment',
              status: 'not-assessed',
            },
          }),
        ],
        [
          'evidence that was not counted',
          tell.sentence({
            code: 'no-approval',
            params: { change: '12', unproven: 2 },
          }),
        ],
      ],
    ),
    '## Advice on reasons',
    table(['Code', 'Advice'], one(language.advice)),
    '## Advice on gaps',
    table(
      ['Key', 'Advice'],
      buildRows(gapSamples, (key, params) =>
        call(language.gapAdvice, key, params),
      ),
    ),
    '## Who can end a finding',
    table(
      ['Role', 'Sentence'],
      buildRows(whoSamples, (key, params) => call(language.who, key, params)),
    ),
    '## When a finding ends',
    table(
      ['Key', 'Sentence'],
      buildRows(outlookSamples, (key, params) =>
        call(language.outlook, key, params),
      ),
    ),
    '## Notifications',
    table(
      ['Key', 'Sentence'],
      buildRows(notificationSamples, (key, params) =>
        call(language.notifications, key, params),
      ),
    ),
    '## Checks',
    table(['Check', 'Title'], one(language.checks)),
    '## Declared values',
    'A problem is the field, its value, and one of these phrases.',
    table(
      ['Rule', 'Phrase'],
      Object.keys(language.rules).map(rule => [
        `\`${rule}\``,
        call(language.rules, rule, ruleSamples[rule as RuleName] ?? {}),
      ]),
    ),
    '## Details of errors',
    table(
      ['Key', 'Sentence'],
      buildRows(errorSamples, (key, params) =>
        call(language.errorDetails, key, params),
      ),
    ),
    '',
  ].join('\n\n');
}

it.each(pages)('$file has every sentence', of => {
  const made = makePage(of).replace(/\n+$/, '\n');
  const file = path.join(folder, of.file);
  if (process.env.UPDATE_DOCS) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, made);
  }
  expect(readFileSync(file, 'utf8')).toBe(made);
});

describe.each(pages)('in $language', ({ tell }) => {
  const { language } = tell;

  it.each([
    ['reasons', reasonSamples, language.reasons],
    ['advice on gaps', gapSamples, language.gapAdvice],
    ['who can end a finding', whoSamples, language.who],
    ['when a finding ends', outlookSamples, language.outlook],
    ['notifications', notificationSamples, language.notifications],
    ['details of errors', errorSamples, language.errorDetails],
  ])('no example of %s is without a sentence', (_, samples, sentences) => {
    expect(Object.keys(samples).sort()).toEqual(Object.keys(sentences).sort());
  });

  it('every sentence ends with a period and leaves nothing out', () => {
    const entries: [string, readonly Reason['params'][]][] =
      Object.entries(reasonSamples);
    const all = entries.flatMap(([code, samples]) =>
      code === 'as-reported'
        ? []
        : samples.map(params => tell.sentence({ code, params })),
    );
    expect(all.filter(text => !/^\S.*[.]$/s.test(text))).toEqual([]);
    const broken = /undefined|NaN|\.\.|\[object| {2}/;
    expect(all.filter(text => broken.test(text))).toEqual([]);
  });
});
