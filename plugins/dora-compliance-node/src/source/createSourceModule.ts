import {
  type BackendFeature,
  coreServices,
  createBackendModule,
  type RootConfigService,
} from '@backstage/backend-plugin-api';
import { evidenceCollectorExtensionPoint } from '../collect/evidenceCollectorExtensionPoint';
import { evidenceSourceExtensionPoint } from './evidenceSourceExtensionPoint';
import type { SourceGives } from './SourceGives';
import { type ConfiguredSource, setUpSource } from './setUpSource';

/**
 * A backend module for one evidence source, and its collector if it has one.
 * If the source is not configured or its configuration is wrong, it is off: the
 * reason is in the log and on the page Evidence, and other sources still work.
 *
 * @public
 */
export function createSourceModule(options: {
  /** Also the id of the module, e.g. `azure-devops`. */
  readonly sourceId: string;
  /** The name of the source for people, e.g. `Azure DevOps`. */
  readonly title: string;
  /** The key below `doraCompliance`, e.g. `azureDevOps`. */
  readonly configKey: string;
  /** The types of evidence that it can give. */
  readonly gives: SourceGives;
  /** Reads the configuration. The message of an error it throws is shown. */
  readonly configure: (config: RootConfigService) => ConfiguredSource;
}): BackendFeature {
  const { configure, ...source } = options;
  return createBackendModule({
    pluginId: 'dora-compliance',
    moduleId: options.sourceId,
    register(env) {
      env.registerInit({
        deps: {
          config: coreServices.rootConfig,
          logger: coreServices.logger,
          sources: evidenceSourceExtensionPoint,
          collectors: evidenceCollectorExtensionPoint,
        },
        async init({ config, ...deps }) {
          setUpSource({
            ...source,
            ...deps,
            configure: () => configure(config),
          });
        },
      });
    },
  });
}
