import type { Entity } from '@backstage/catalog-model';
import { missingFields, RecordField } from './AssetRecord';
import { nodeFromEntity } from './nodeFromEntity';
import { recordDigest } from './recordDigest';

function entity(
  kind: string,
  spec: Record<string, unknown>,
  relations: [string, string][] = [],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: 'x', namespace: 'bank' },
    spec: spec as Entity['spec'],
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

function readAsset(spec: Record<string, unknown>) {
  const node = nodeFromEntity(entity('Resource', spec));
  if (node?.node !== 'asset') {
    throw new Error('is no asset');
  }
  return node.asset;
}

describe('nodeFromEntity', () => {
  it('reads who uses whom from relations, whichever end it is', () => {
    const node = nodeFromEntity(
      entity('Component', { type: 'service' }, [
        ['dependsOn', 'resource:bank/db'],
        ['partOf', 'system:bank/payments'],
        ['consumesApi', 'api:bank/rates'],
        ['providesApi', 'api:bank/orders'],
        ['ownedBy', 'group:bank/team'],
      ]),
    );
    const self = 'component:bank/x';
    expect(node?.links).toEqual([
      { from: 'api:bank/orders', to: self, relation: 'api-provided-by' },
      { from: self, to: 'api:bank/rates', relation: 'consumes-api' },
      { from: self, to: 'resource:bank/db', relation: 'depends-on' },
      { from: 'system:bank/payments', to: self, relation: 'has-part' },
    ]);
  });

  it('reads functions, deployments and provider of a pipeline', () => {
    const node = nodeFromEntity(
      entity('Resource', {
        type: 'ci-pipeline',
        dora: {
          provider: 'octoforge',
          functions: ['payments'],
          pipeline: {
            urn: 'urn:cicd:github.com:bank/x:.github/workflows/a.yml',
            canDeploy: true,
            deploys: ['ledger', 'resource:other/db'],
          },
        },
      }),
    );
    const self = 'resource:bank/x';
    expect(node?.links).toEqual([
      { from: 'component:bank/ledger', to: self, relation: 'deployed-by' },
      { from: 'resource:bank/payments', to: self, relation: 'supported-by' },
      { from: self, to: 'resource:bank/octoforge', relation: 'provided-by' },
      { from: 'resource:other/db', to: self, relation: 'deployed-by' },
    ]);
  });

  it.each([
    ['System', {}, 'system'],
    ['API', { type: 'openapi' }, 'api'],
    ['Resource', { type: 'business-function' }, 'function'],
    ['Resource', { type: 'ict-third-party-provider' }, 'provider'],
    ['Component', { type: 'service' }, 'asset'],
    ['Group', {}, undefined],
  ])('takes a %s of %j for: %s', (kind, spec, expected) => {
    expect(nodeFromEntity(entity(kind, spec))?.node).toBe(expected);
  });
});

describe('missingFields', () => {
  const alone = { functions: [], hasLinks: false };

  it('names all but the identifier where nothing is declared', () => {
    expect(missingFields(readAsset({ type: 'database' }), alone)).toEqual(
      RecordField.options.filter(field => field !== 'id'),
    );
  });

  it('takes functions and links from what stands around', () => {
    const around = { functions: ['resource:bank/f'], hasLinks: true };
    const missing = missingFields(readAsset({ owner: 'team' }), around);
    expect(missing).not.toContain('functions');
    expect(missing).not.toContain('links');
    expect(missing).not.toContain('owner');
  });

  it('takes an empty list and a statement for an answer', () => {
    const dora = { functions: [], standalone: true };
    const missing = missingFields(readAsset({ dora }), alone);
    expect(missing).not.toContain('functions');
    expect(missing).not.toContain('links');
  });

  it('takes no wrong value for one that is there', () => {
    const dora = { exposure: { level: 'public' } };
    expect(missingFields(readAsset({ dora }), alone)).toContain('exposure');
  });
});

describe('recordDigest', () => {
  const digest = (dora: Record<string, unknown>, functions: string[] = []) =>
    recordDigest(readAsset({ dora }), functions);

  it('changes with the record and with what it supports', () => {
    const of = digest({ location: 'Frankfurt' });
    expect(digest({ location: 'Paris' })).not.toBe(of);
    expect(digest({ location: 'Frankfurt' }, ['resource:bank/f'])).not.toBe(of);
  });

  it('does not change with the review that confirms it', () => {
    expect(digest({ location: 'Frankfurt', lastReview: '2026-03-01' })).toBe(
      digest({ location: 'Frankfurt' }),
    );
  });
});
