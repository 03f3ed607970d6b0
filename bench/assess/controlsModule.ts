import path from 'node:path';
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  controlCatalogueExtensionPoint,
  loadProvisions,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { repeatedControls } from './repeatedControls';

const PROVISIONS = path.resolve(
  __dirname,
  '../../plugins/dora-compliance-backend-module-controls/provisions.yaml',
);

/** Gives a backend the controls of the benchmark. */
export default createBackendModule({
  pluginId: 'dora-compliance',
  moduleId: 'bench-controls',
  register(env) {
    env.registerInit({
      deps: { catalogue: controlCatalogueExtensionPoint },
      async init({ catalogue }) {
        catalogue.addProvisions(await loadProvisions(PROVISIONS));
        const count = Number(process.env.BENCH_REPEATED_CONTROLS);
        for (const control of await repeatedControls(count)) {
          catalogue.addControl(control);
        }
      },
    });
  },
});
