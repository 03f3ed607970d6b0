import type { Entity } from '@backstage/catalog-model';
import { assetFromEntity } from './assetFromEntity';
import { missingFields } from './AssetRecord';
import { findDeclaration } from './findDeclaration';

const entity = (dora: object, type = 'service'): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: type === 'service' ? 'Component' : 'Resource',
  metadata: { name: 'ledger' },
  spec: { type, owner: 'ledger', dora } as Entity['spec'],
});

const listRules = (dora: object, type?: string) =>
  findDeclaration(entity(dora, type)).problems.map(
    ({ field, rule }) => `${field} ${rule}`,
  );

describe('a placeholder is no value', () => {
  it.each([
    'x',
    'xxx',
    'TBD',
    'tba',
    'to-do',
    'n/a',
    'N.A.',
    'none',
    'null',
    'Unknown',
    '-',
    '???',
    ' ',
    '.',
    'to be defined',
    'not applicable',
    'changeme',
  ])('%j', text => {
    expect(listRules({ location: text })).toEqual([
      'spec.dora.location placeholder',
    ]);
    expect(listRules({ contract: text }, 'ict-third-party-provider')).toEqual([
      'spec.dora.contract placeholder',
    ]);
  });

  it.each(['aws:eu-central-1', 'Frankfurt', 'DC 2', 'fra', '東京'])(
    '%j is a value',
    text => {
      expect(listRules({ location: text })).toEqual([]);
    },
  );

  it('makes the field that holds it missing', () => {
    const asset = assetFromEntity(entity({ location: 'tbd' }))!;
    expect(missingFields(asset, { functions: [], hasLinks: true })).toContain(
      'location',
    );
  });

  it.each(['unknown', 'group:default/tbd', 'none', 'n-a'])(
    'nor is an owner called %s',
    owner => {
      const asset = assetFromEntity({
        ...entity({}),
        spec: { type: 'service', owner },
      })!;
      const missing = missingFields(asset, { functions: [], hasLinks: true });
      expect(missing).toContain('owner');
    },
  );
});

describe('a reason gives a reason', () => {
  it.each(['x', 'tbd', 'because', 'not applicable', 'n/a n/a n/a', 'own'])(
    '%j does not',
    text => {
      expect(listRules({ support: { notApplicable: text } })).toEqual([
        'spec.dora.support.notApplicable reason',
      ]);
      expect(listRules({ exposure: { level: 'none', reason: text } })).toEqual([
        'spec.dora.exposure.reason reason',
      ]);
    },
  );

  it.each([
    'written by ourselves',
    'Written by ourselves',
    'A service; supported while the contract runs',
    'von uns selbst entwickelt',
  ])('%j does', text => {
    expect(listRules({ support: { notApplicable: text } })).toEqual([]);
  });
});

describe('values that nobody means', () => {
  it.each([
    [{ continuity: { rto: 'P100Y', rpo: 'PT1H' } }, 'continuity.rto'],
    [{ continuity: { rto: 'PT1H', rpo: 'P1Y1D' } }, 'continuity.rpo'],
  ])('%j', (dora, field) => {
    expect(listRules(dora)).toEqual([`spec.dora.${field} recovery-objective`]);
  });

  it.each(['DE.x', 'DEK1101R.', 'XX.-', 'DEK1101R.tbd'])('EUID %s', euid => {
    expect(listRules({ euid }, 'ict-third-party-provider')).toEqual([
      'spec.dora.euid euid',
    ]);
  });

  it.each(['DEK1101R.HRB116737', 'IERCRO.123456', 'FRIHC.552 032 534'])(
    'EUID %s is one',
    euid => {
      expect(listRules({ euid }, 'ict-third-party-provider')).toEqual([]);
    },
  );
});

describe('what suggests a provider', () => {
  const listFacts = (dora: object, type?: string) =>
    assetFromEntity(entity(dora, type))?.providerFacts;

  it.each([
    [['location'], { location: 'aws:eu-central-1' }],
    [['location'], { location: 'Azure West Europe' }],
    [['support'], { support: { regularEnd: '2027-01-01' } }],
    [['declaration'], { noProvider: { reason: 'Run by ourselves' } }],
    [undefined, { location: 'awsome-hall' }],
    [undefined, { support: { notApplicable: 'written by ourselves' } }],
  ])('is %j of %j', (facts, dora) => {
    expect(listFacts(dora)).toEqual(facts);
  });

  it('is its type', () => {
    expect(listFacts({}, 'saas')).toEqual(['type']);
    expect(listFacts({}, 'ci-pipeline')).toEqual(['pipeline']);
    expect(listFacts({}, 'database')).toBeUndefined();
  });

  it('needs a reason for having none', () => {
    expect(listRules({ noProvider: { reason: 'n/a' } })).toEqual([
      'spec.dora.noProvider.reason reason',
    ]);
    expect(listRules({ support: { until: '2026-12-31' } })).toEqual([
      'spec.dora.support support-date',
    ]);
  });
});
