import {
  coreServices,
  createBackendFeatureLoader,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { incrementalIngestionProvidersExtensionPoint } from '@backstage/plugin-catalog-backend-module-incremental-ingestion';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  CHANGED_ENTITIES_TOPIC,
  DISCOVERY_TOPIC,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { CatalogBuiltFrom } from './CatalogBuiltFrom';
import { CatalogChangeProcessor } from './CatalogChangeProcessor';
import { CatalogCriticalityProcessor } from './CatalogCriticalityProcessor';
import { CatalogDeclarationProcessor } from './CatalogDeclarationProcessor';
import { CatalogPipelineProvider } from './CatalogPipelineProvider';
import { ChangeAnnouncer } from './changes/ChangeAnnouncer';
import { discoversPipelines, readPipelineConfig } from './config';
import { KnownCriticalities } from './criticality/KnownCriticalities';
import { readCriticalities } from './criticality/readCriticalities';
import { createPipelineSources } from './pipelines/createPipelineSources';

const CRITICALITIES_MAX_AGE = 60_000;
const CRITICALITIES_RETRY_AFTER = 5_000;

/** Checks declarations, relates and labels what declares them. */
const catalogModuleDoraCompliance = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'dora-compliance',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        logger: coreServices.logger,
      },
      async init({ auth, catalog, discovery, events, logger }) {
        const changes = new ChangeAnnouncer(entityRefs =>
          events
            .publish({
              topic: CHANGED_ENTITIES_TOPIC,
              eventPayload: { entityRefs },
            })
            .catch(error =>
              // The next sweep of the inventory finds them.
              logger.debug(`Changed entities could not be announced: ${error}`),
            ),
        );
        const criticalities = new KnownCriticalities({
          read: readCriticalities({ discovery, auth }),
          now: Date.now,
          maxAge: CRITICALITIES_MAX_AGE,
          retryAfter: CRITICALITIES_RETRY_AFTER,
          onFailure: error =>
            logger.debug(`Criticality labels stay as they are: ${error}`),
        });
        catalog.addProcessor(new CatalogDeclarationProcessor());
        catalog.addProcessor(new CatalogCriticalityProcessor(criticalities));
        catalog.addProcessor(
          new CatalogChangeProcessor(entityRef => changes.note(entityRef)),
        );
      },
    });
  },
});

/** Discovers pipelines in CI systems. */
const catalogModuleDoraCompliancePipelines = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'dora-compliance-pipelines',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        ingestion: incrementalIngestionProvidersExtensionPoint,
        logger: coreServices.logger,
      },
      async init({ auth, catalog, config, events, ingestion, logger }) {
        const options = readPipelineConfig(config);
        const now = Date.now;
        const discovered = createPipelineSources(options, { config, now });
        for (const { source, provider } of discovered) {
          ingestion.addProvider({
            options: options.schedule,
            provider: new CatalogPipelineProvider({
              source,
              provider,
              rejectRemovalsAbovePercentage:
                options.rejectRemovalsAbovePercentage,
              catalog: new CatalogBuiltFrom({ catalog, auth }),
              report: eventPayload =>
                events
                  .publish({ topic: DISCOVERY_TOPIC, eventPayload })
                  .catch(error =>
                    logger.warn(
                      'The result of a discovery could not be reported',
                      {
                        source: source.id,
                        error: String(error),
                      },
                    ),
                  ),
              now,
            }),
          });
        }
      },
    });
  },
});

/**
 * What DORA compliance adds to the catalog. The discovery of pipelines is
 * added when it is configured: it needs the module of the catalog for
 * incremental ingestion.
 *
 * @public
 */
export const catalogFeaturesDoraCompliance = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    yield catalogModuleDoraCompliance;
    if (discoversPipelines(config)) {
      yield catalogModuleDoraCompliancePipelines;
    }
  },
});
