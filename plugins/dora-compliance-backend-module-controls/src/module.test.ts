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
  expect(controls.map(({ code }) => code)).toEqual([
    'CHG-02',
    'CHG-05',
    'GOV-01',
    'GOV-02',
    'GOV-03',
    'GOV-06',
    'GOV-08',
  ]);
  await backend.stop();
});
