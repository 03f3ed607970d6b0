import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { ExtensionPoint } from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import type {
  Control,
  ProvisionIndex,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type ControlCatalogueExtensionPoint,
  controlCatalogueExtensionPoint,
  loadControlFolder,
  requireKnownProvisions,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { doraComplianceModuleControls } from './module';

it('plugs every control of the folder into the catalogue, and what they may cite', async () => {
  const controls: Control[] = [];
  const provisions: ProvisionIndex[] = [];
  const catalogue: ExtensionPoint<Partial<ControlCatalogueExtensionPoint>> =
    controlCatalogueExtensionPoint;
  const backend = await startTestBackend({
    extensionPoints: [
      [
        catalogue,
        {
          async addControlFolder(folder: string) {
            controls.push(...(await loadControlFolder(folder)));
          },
          addProvisions: (index: ProvisionIndex) => provisions.push(index),
        },
      ],
    ],
    features: [doraComplianceModuleControls],
  });
  expect(controls.map(({ id }) => id)).toEqual(
    readdirSync(path.resolve(__dirname, '../controls')).sort(),
  );
  requireKnownProvisions(controls, provisions);
  await backend.stop();
});
