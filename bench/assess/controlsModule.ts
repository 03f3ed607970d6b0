import { createBackendModule } from '@backstage/backend-plugin-api';
import { controlCatalogueExtensionPoint } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { repeatedControls } from './repeatedControls';

/** Gives a backend the controls of the benchmark. */
export default createBackendModule({
  pluginId: 'dora-compliance',
  moduleId: 'bench-controls',
  register(env) {
    env.registerInit({
      deps: { catalogue: controlCatalogueExtensionPoint },
      async init({ catalogue }) {
        const count = Number(process.env.BENCH_REPEATED_CONTROLS);
        for (const control of await repeatedControls(count)) {
          catalogue.addControl(control);
        }
      },
    });
  },
});
