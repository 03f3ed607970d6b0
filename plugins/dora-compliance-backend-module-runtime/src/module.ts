import { createSourceModule } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { readRuntimeConfig } from './config';
import { createRuntimeEvidenceSource } from './RuntimeEvidenceSource';
import { gives } from './gives';

/**
 * Evidence on what runs, as Kubernetes and Argo CD report it. Off until
 * `doraCompliance.runtime` is configured.
 *
 * @public
 */
export const doraComplianceModuleRuntime = createSourceModule({
  sourceId: 'runtime',
  title: 'Runtime',
  configKey: 'runtime',
  gives,
  configure(config) {
    const { options, ...setup } = readRuntimeConfig(config);
    return { ...setup, source: createRuntimeEvidenceSource(options) };
  },
});
