import type { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { assetWords, scopeWords } from './scopeWords';

const noLibrary = {
  $not: { type: { $in: ['library', 'documentation', 'template'] } },
};

it.each<[Control['appliesTo'], string]>([
  [
    { $all: [{ kind: { $in: ['component', 'resource'] } }, noLibrary] },
    'kind is component or resource and type is not library, documentation, or template',
  ],
  [
    {
      $any: [
        { $all: [{ kind: 'component' }, noLibrary] },
        { kind: 'resource', linked: true },
      ],
    },
    '(kind is component and type is not library, documentation, or template, or kind is resource and linked is true)',
  ],
  [
    { $any: [{ providerRef: { $exists: true } }, { type: 'ci-pipeline' }] },
    '(providerRef is set, or type is ci-pipeline)',
  ],
  [
    { $not: { kind: 'resource', type: 'database' } },
    'not (kind is resource and type is database)',
  ],
  [
    { $not: { $any: [{ kind: 'resource' }, { type: 'database' }] } },
    'not ((kind is resource, or type is database))',
  ],
  [
    { 'tags.length': { $contains: 'x' } },
    'tags.length matches {"$contains":"x"}',
  ],
])('puts %j into words', (filter, expected) => {
  expect(scopeWords(filter)).toBe(expected);
});

it('says what an asset is', () => {
  expect(assetWords({ kind: 'component', type: 'library' })).toBe(
    'a component of type library',
  );
  expect(assetWords({ kind: 'resource' })).toBe('a resource without a type');
});
