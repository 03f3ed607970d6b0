import type { Entity } from '@backstage/catalog-model';
import { CatalogUnderTest } from './__testUtils__/CatalogUnderTest';

jest.setTimeout(300_000);

const component = (name: string, dora: object, annotations = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations },
  spec: { type: 'service', lifecycle: 'production', owner: 'team', dora },
});

const resource = (name: string, type: string, dora: object): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name },
  spec: { type, owner: 'team', dora },
});

describe('declarations in a real catalog', () => {
  const catalog = new CatalogUnderTest();

  beforeAll(() => catalog.start({}));
  afterAll(() => catalog.stop());

  it('shows what is wrong, keeps the entity, and recovers with the value', async () => {
    const annotations = { 'dora-compliance.io/repository': 'ledger' };
    await catalog.declare(
      component('ledger', { exposure: { level: 'some' } }, annotations),
      component('other', { location: 'aws' }),
    );
    const wrong = await catalog.entity('ledger');
    expect(wrong.spec?.owner).toBe('team');
    expect(wrong.status?.items).toEqual([
      {
        type: 'backstage.io/catalog-processing',
        level: 'error',
        message: expect.stringMatching(
          /^metadata\.annotations\.dora-compliance\.io\/repository is "ledger"; it must be the web address/,
        ),
        error: { name: 'InputError', message: expect.any(String) },
      },
      expect.objectContaining({
        message:
          'spec.dora.exposure.level is "some"; it must be internet, indirect, or none',
      }),
    ]);
    expect((await catalog.entity('other')).status).toBeUndefined();

    await catalog.declare(component('ledger', { exposure: { level: 'none' } }));
    const mended = await catalog.entity('ledger', ({ status }) => !status);
    expect(mended.spec?.dora).toEqual({ exposure: { level: 'none' } });
  });

  it('relates what is declared, from both ends', async () => {
    await catalog.declare(
      component('ledger', { functions: ['payments'], provider: 'cloud' }),
      resource('payments', 'business-function', { critical: 'yes' }),
      resource('cloud', 'ict-third-party-provider', { legalName: 'Cloud' }),
      resource('release', 'ci-pipeline', {
        pipeline: {
          urn: 'urn:cicd:ci.example:ledger:release',
          canDeploy: true,
          deploys: ['ledger'],
        },
      }),
    );
    const readRelations = async (name: string) =>
      (
        await catalog.entity(name, ({ relations }) => {
          const own = relations?.filter(({ type }) => type !== 'ownedBy');
          return (own?.length ?? 0) >= (name === 'ledger' ? 3 : 1);
        })
      ).relations
        ?.map(({ type, targetRef }) => `${type} ${targetRef}`)
        .filter(relation => !relation.startsWith('ownedBy'));

    expect(await readRelations('ledger')).toEqual([
      'deployedBy resource:default/release',
      'providedBy resource:default/cloud',
      'supportsFunction resource:default/payments',
    ]);
    const back = 'component:default/ledger';
    expect(await readRelations('payments')).toEqual([
      `functionSupportedBy ${back}`,
    ]);
    expect(await readRelations('cloud')).toEqual([`provides ${back}`]);
    expect(await readRelations('release')).toEqual([`deploys ${back}`]);
  });
});
