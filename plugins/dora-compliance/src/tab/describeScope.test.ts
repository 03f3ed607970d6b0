import type { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { englishTexts } from '../__testUtils__/englishTexts';
import { describeAsset, describeScope } from './describeScope';

const { t } = englishTexts();

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
    '(kind is component and type is not library, documentation, or template or kind is resource and linked is true)',
  ],
  [
    { $any: [{ providerRef: { $exists: true } }, { type: 'ci-pipeline' }] },
    '(providerRef is set or type is ci-pipeline)',
  ],
  [
    { $not: { kind: 'resource', type: 'database' } },
    'not (kind is resource and type is database)',
  ],
  [
    { $not: { $any: [{ kind: 'resource' }, { type: 'database' }] } },
    'not ((kind is resource or type is database))',
  ],
  [
    { 'tags.length': { $contains: 'x' } },
    'tags.length matches {"$contains":"x"}',
  ],
])('describes %j', (filter, expected) => {
  expect(describeScope(filter, t)).toBe(expected);
});

it('describes an asset', () => {
  expect(describeAsset({ kind: 'component', type: 'library' }, t)).toBe(
    'This asset is a component of type library.',
  );
  expect(describeAsset({ kind: 'resource' }, t)).toBe(
    'This asset is a resource without a type.',
  );
});
