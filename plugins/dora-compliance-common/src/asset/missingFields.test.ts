import type { Entity } from '@backstage/catalog-model';
import { assetFromEntity } from './assetFromEntity';
import { missingFields, type RecordField } from './AssetRecord';

const dora = {
  location: 'aws:eu-central-1',
  classification: { criticality: 'standard' },
  functions: [],
  continuity: { rto: 'PT2H', rpo: 'PT0S' },
  exposure: { level: 'none' },
  standalone: true,
  support: { notApplicable: 'written by ourselves' },
};

const without = (field: string, block: object) =>
  Object.fromEntries(Object.entries(block).filter(([name]) => name !== field));

function listMissing(block: object, owner?: string): RecordField[] {
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'ledger' },
    spec: { type: 'service', ...(owner && { owner }), dora: block } as never,
  };
  const around = { functions: [], hasLinks: false };
  return missingFields(assetFromEntity(entity)!, around);
}

it('nothing is missing of a record with everything', () => {
  expect(listMissing(dora, 'ledger')).toEqual([]);
});

it.each([
  ...Object.keys(dora).map(
    field => [field === 'standalone' ? 'links' : field, field] as const,
  ),
])('%s is missing without %s, and nothing else', (missing, field) => {
  expect(listMissing(without(field, dora), 'ledger')).toEqual([missing]);
});

it('the owner is missing without an owner', () => {
  expect(listMissing(dora)).toEqual(['owner']);
});

it('every field is missing, however much of another is said', () => {
  const fields = Object.keys(dora);
  for (const field of fields) {
    const rest = without(field, dora);
    for (const other of Object.keys(rest)) {
      expect(listMissing(without(other, rest), 'ledger')).toEqual(
        expect.arrayContaining(listMissing(rest, 'ledger')),
      );
    }
  }
});
