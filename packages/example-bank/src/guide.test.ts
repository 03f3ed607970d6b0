import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import { findDeclaration } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { parse } from 'yaml';

const guide = readFileSync(
  path.resolve(__dirname, '../../../docs/guides/ict-asset-record.md'),
  'utf8',
);

const examples = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
  ([, text]): Entity => parse(text ?? ''),
);

it('the guide shows an asset, a function, a provider and a pipeline', () => {
  expect(examples.map(entity => findDeclaration(entity).of)).toEqual([
    'asset',
    'function',
    'provider',
    'asset',
  ]);
});

it.each(examples.map(entity => [entity.metadata.name, entity] as const))(
  'what the guide shows of %s is right, to the last field',
  (_, entity) => {
    const { declared, problems } = findDeclaration(entity);
    expect(problems).toEqual([]);
    expect(Object.keys(declared)).toEqual(
      Object.keys(entity.spec?.dora as object),
    );
  },
);
