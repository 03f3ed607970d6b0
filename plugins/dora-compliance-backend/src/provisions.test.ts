import {
  type BackendFeature,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { ProvisionIndex } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import ours from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-controls';
import { controlCatalogueExtensionPoint } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import doraCompliance from '.';
import { control } from './testing/samples';

/** A module of an organization, with a control and what it may cite. */
const createModule = (ref: string, index?: ProvisionIndex) =>
  createBackendModule({
    pluginId: 'dora-compliance',
    moduleId: 'bank-controls',
    register(env) {
      env.registerInit({
        deps: { catalogue: controlCatalogueExtensionPoint },
        async init({ catalogue }) {
          const [provision] = control.provisions;
          const provisions = [{ ...provision!, ref }];
          catalogue.addControl({ ...control, provisions });
          if (index) {
            catalogue.addProvisions(index);
          }
        },
      });
    },
  });

const start = (...modules: BackendFeature[]) =>
  startTestBackend({
    features: [
      doraCompliance,
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({ data: {} }),
      ...modules,
    ],
  });

it('does not start with a control that cites what no module lists', async () => {
  await expect(start(createModule('9(4)(e)'))).rejects.toThrow(
    'chg-99-test: provisions.0.ref cites DORA 9(4)(e), which is in no index',
  );
  await expect(start(ours, createModule('9(4)(g)'))).rejects.toThrow(
    'chg-99-test: provisions.0.ref cites DORA 9(4)(g), which is in no index of provisions; the nearest known one is DORA 9(4)(',
  );
});

it.each([
  [
    'this module lists',
    [createModule('9(4)(e)', { DORA: { '9(4)(e)': 'x' } })],
  ],
  ['another module lists', [ours, createModule('9(4)(e)')]],
])('starts with a control that cites what %s', async (_, modules) => {
  const backend = await start(...modules);
  expect(backend.server.address()).not.toBeNull();
  await backend.stop();
});
