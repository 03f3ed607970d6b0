import { readdirSync } from 'node:fs';
import path from 'node:path';
import { startTestBackend } from '@backstage/backend-test-utils';
import type { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { controlCatalogueExtensionPoint } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { doraComplianceModuleControls } from './module';

it('plugs every control of the folder into the catalogue', async () => {
  const controls: Control[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        controlCatalogueExtensionPoint,
        { addControl: (control: Control) => controls.push(control) },
      ],
    ],
    features: [doraComplianceModuleControls],
  });
  expect(controls.map(({ id }) => id)).toEqual(
    readdirSync(path.resolve(__dirname, '../controls')).sort(),
  );
  await backend.stop();
});
