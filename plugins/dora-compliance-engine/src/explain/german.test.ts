import { errorSamples } from '../testing/errorSamples';
import { gapSamples } from '../testing/gapSamples';
import { inEnglish } from '../testing/inEnglish';
import { inGerman } from '../testing/inGerman';
import { judgementSamples } from '../testing/judgementSamples';
import { reasonSamples } from '../testing/reasonSamples';
import { outlookSamples, whoSamples } from '../testing/resolutionSamples';
import { addWords } from './addWords';
import { german } from './de';
import { nameMembers } from './de/members';
import { english } from './en';
import { explain } from './explain';
import type { Language } from './language/Language';

/** The same in both languages: names, and texts of others. */
const SAME = new Set([
  'columns.compliance',
  'as-reported',
  'backfill-part-incomplete',
  'source-off',
  'columns.system',
  'filters.criticality.standard',
  'filters.exposure.internet',
  'filters.exposure.indirect',
]);

/** Parameters that are words of ours, which German translates. */
const WORDS = new Set([
  ...['deployment', 'branch', 'pipeline', 'repository', 'provider'],
  ...['important', 'standard', 'critical', 'support', 'location'],
  ...['signed', 'authenticated', 'failure', 'changed', 'opened', 'pushed'],
  ...['round', 'backfill'],
]);

type Sentence = (params: never) => string;

/** Every text of a part of a language by its key, with each of its samples. */
function tell(part: object, samples: object = {}): [string, string[]][] {
  return Object.entries(part).flatMap(([key, value]): [string, string[]][] => {
    if (typeof value === 'string') {
      return [[key, [value]]];
    }
    if (typeof value === 'function') {
      const all = (samples as Record<string, never[]>)[key] ?? [];
      return [[key, all.map(params => (value as Sentence)(params))]];
    }
    return tell(value, samples).map(([inner, texts]) => [
      `${key}.${inner}`,
      texts,
    ]);
  });
}

const samples = { ...reasonSamples, ...judgementSamples };
const parts: [string, (of: Language) => object, object][] = [
  ['reasons', of => of.reasons, samples],
  ['checks', of => of.checks, {}],
  ['advice', of => of.advice, {}],
  ['advice on gaps', of => of.gapAdvice, gapSamples],
  ['when a finding ends', of => of.outlook, outlookSamples],
  ['who can end it', of => of.who, whoSamples],
  ['errors', of => of.errors, {}],
  ['details of errors', of => of.errorDetails, errorSamples],
  ['areas', of => of.areas, {}],
  ['filters', of => ({ filters: of.record.filters }), {}],
  ['columns', of => ({ columns: of.record.columns }), {}],
];

describe('German', () => {
  it.each(parts)('has every key of %s', (_, of) => {
    expect(Object.keys(of(german)).sort()).toEqual(
      Object.keys(of(english)).sort(),
    );
  });

  it.each(parts)('says none of %s in English', (_, of, params) => {
    const texts = new Map(tell(of(english), params));
    const same = tell(of(german), params).filter(
      ([key, all]) =>
        !SAME.has(key) && all.some(text => texts.get(key)!.includes(text)),
    );
    expect(same).toEqual([]);
  });

  it.each(['reasons', 'who can end it', 'details of errors', 'advice on gaps'])(
    'says every parameter that English says: %s',
    name => {
      const [, of, params] = parts.find(([part]) => part === name)!;
      expect(findDropped(of, params)).toEqual([]);
    },
  );

  it('has the forms of each number', () => {
    const say = (count: number) =>
      inGerman.sentence({ code: 'more-problems', params: { count } });
    expect(say(1)).toBe('Es gibt 1 weiteres Problem dieser Art.');
    expect(say(12000)).toBe('Es gibt 12.000 weitere Probleme dieser Art.');
  });

  it('writes times and days as Germans do, and keeps what is none', () => {
    const say = (since: string) =>
      inGerman.sentence({ code: 'source-quiet', params: { since } });
    expect(say('2026-03-31T12:00:00.000Z')).toContain('31.03.2026, 12:00 UTC');
    expect(say('some day')).toContain('some day');
  });

  it.each([
    ['deployment', 'Das einzige Produktions-Deployment', 'kein '],
    ['finding', 'Der einzige offene Befund', 'keinen offenen Befund'],
    ['change', 'Die einzige zusammengeführte Änderung', 'keine zusammen'],
    ['bank.lamp', 'Das einzige Element (bank.lamp)', 'kein Element'],
  ])('inflects %s', (kind, theOnly, none) => {
    expect(nameMembers(kind).theOnly).toBe(theOnly);
    expect(nameMembers(kind).noneAccusative).toContain(none);
    expect(nameMembers(kind).dative).toMatch(/n\b|s$/);
  });

  it('agrees with the number of members that fail', () => {
    const say = (alike: number) =>
      inGerman.sentence({
        code: 'no-approval',
        params: {
          change: '12',
          ...{ alike, total: 6, kind: 'finding', status: 'not-assessed' },
        },
      });
    expect(say(1)).toMatch(/^1 von 6 offenen Befunden konnte nicht/);
    expect(say(2)).toMatch(/^2 von 6 offenen Befunden konnten nicht/);
  });

  it('says in English what a judgement says in English only', () => {
    const judgement = {
      ...{ name: 'bank.window', member: 'service-deployed', judge: () => [] },
      needs: { evidence: [] },
      words: {
        en: {
          checks: { 'bank-in-window': 'Was it in time?' },
          reasons: { 'bank-late': () => 'Late.', 'bank-early': () => 'Early.' },
          advice: { 'bank-late': 'Wait.' },
        },
        de: {
          checks: {},
          reasons: { 'bank-early': () => 'Zu früh.' },
        },
      },
    };
    const told = explain(addWords(german, [judgement]));
    expect(told.sentence({ code: 'bank-late', params: {} })).toBe('Late.');
    expect(told.sentence({ code: 'bank-early', params: {} })).toBe('Zu früh.');
    expect(told.check('bank-in-window')).toBe('Was it in time?');
    expect(told.language.advice).toHaveProperty('bank-late', 'Wait.');
  });

  it('has a sentence of its own for a code of a later version', () => {
    const later = { code: 'later', params: {} };
    expect(inGerman.sentence(later)).not.toBe(inEnglish.sentence(later));
  });
});

/** Values of names that a sentence says in English and not in German. */
function findDropped(of: (language: Language) => object, params: object) {
  const inOther = new Map(tell(of(german), params));
  return tell(of(english), params).flatMap(([key, texts]) =>
    texts.flatMap((text, place) =>
      Object.values((params as Record<string, object[]>)[key]?.[place] ?? {})
        .flat()
        .filter(
          value =>
            typeof value === 'string' &&
            !/^\d{4}-\d\d-\d\d/.test(value) &&
            !WORDS.has(value) &&
            value.length > 3 &&
            text.includes(value) &&
            !inOther.get(key)![place]!.includes(value),
        )
        .map(value => `${key}: ${value}`),
    ),
  );
}
