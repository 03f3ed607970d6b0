import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  evidenceCollectorExtensionPoint,
  evidenceSourceExtensionPoint,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { ScriptedCollector, scriptedSource } from './ScriptedCollector';

/** A module with the scripted source and its collector. */
export const scriptedModule = createBackendModule({
  pluginId: 'dora-compliance',
  moduleId: 'scripted',
  register(env) {
    env.registerInit({
      deps: {
        sources: evidenceSourceExtensionPoint,
        collectors: evidenceCollectorExtensionPoint,
      },
      async init({ sources, collectors }) {
        sources.addSource(scriptedSource);
        collectors.addCollector(new ScriptedCollector());
      },
    });
  },
});
