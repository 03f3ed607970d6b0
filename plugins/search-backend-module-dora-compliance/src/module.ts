import { Readable } from 'node:stream';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import type { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import {
  ASSET_DOCUMENTS,
  CONTROL_DOCUMENTS,
  controlReadPermission,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  collectAssets,
  collectControls,
  type Indexed,
} from './collectDocuments';
import { createClient } from './createClient';
import { readSettings } from './config';

/**
 * Indexes ICT assets with their findings, and controls. The search shows a document
 * about an asset to those who may read its entity in the catalog, and a control to
 * those who may read the controls.
 *
 * @public
 */
export const searchModuleDoraCompliance = createBackendModule({
  pluginId: 'search',
  moduleId: 'dora-compliance',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        index: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, config, discovery, index, scheduler }) {
        const settings = readSettings(config);
        const indexed: Indexed = {
          english: createClient({ auth, discovery }, 'en'),
          german: createClient({ auth, discovery }, 'de'),
          settings,
          now: () => toInstant(new Date()),
        };
        const factories: DocumentCollatorFactory[] = [
          {
            type: ASSET_DOCUMENTS,
            visibilityPermission: catalogEntityReadPermission,
            getCollator: async () => Readable.from(collectAssets(indexed)),
          },
          {
            type: CONTROL_DOCUMENTS,
            visibilityPermission: controlReadPermission,
            getCollator: async () => Readable.from(collectControls(indexed)),
          },
        ];
        for (const factory of factories) {
          const schedule = scheduler.createScheduledTaskRunner(
            settings.schedule,
          );
          index.addCollator({ factory, schedule });
        }
      },
    });
  },
});
