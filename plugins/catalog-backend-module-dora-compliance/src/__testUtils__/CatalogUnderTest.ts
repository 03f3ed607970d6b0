import { setTimeout as pause } from 'node:timers/promises';
import {
  coreServices,
  type SchedulerService,
  type ServiceFactory,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import type { AlphaEntity } from '@backstage/catalog-model/alpha';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModuleIncrementalIngestion from '@backstage/plugin-catalog-backend-module-incremental-ingestion';
import {
  catalogProcessingExtensionPoint,
  type EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  type EventParams,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import type { JsonObject } from '@backstage/types';
import {
  CHANGED_ENTITIES_TOPIC,
  ChangedEntities,
  DISCOVERY_TOPIC,
  type DiscoveryReport,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import catalogFeaturesDoraCompliance from '..';

/** A real catalog backend with the features of this package. */
export class CatalogUnderTest {
  readonly reports: DiscoveryReport[] = [];
  /** References of the entities that were told to have changed. */
  readonly changed: string[] = [];
  #scheduler: SchedulerService | undefined;
  #connection: EntityProviderConnection | undefined;
  #backend: TestBackend | undefined;

  async start(options: {
    config?: JsonObject;
    services?: ServiceFactory[];
  }): Promise<this> {
    this.#backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleIncrementalIngestion,
        catalogFeaturesDoraCompliance,
        this.#module(),
        mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
        mockServices.rootConfig.factory({
          data: {
            backend: {
              database: { client: 'better-sqlite3', connection: ':memory:' },
            },
            catalog: { processingInterval: { seconds: 1 } },
            ...options.config,
          },
        }),
        ...(options.services ?? []),
      ],
    });
    return this;
  }

  async stop() {
    await this.#backend?.stop();
  }

  /** Makes these all the entities that are written by hand. */
  async declare(...entities: Entity[]) {
    await this.#connection?.applyMutation({
      type: 'full',
      entities: entities.map(entity => ({
        entity: located(entity),
        locationKey: 'test',
      })),
    });
  }

  /** Runs the next step of the ingestion of a provider. */
  async step(provider: string) {
    await this.#scheduler?.triggerTask(provider);
  }

  /** What the catalog returns when asked for entities. */
  async entities(filter: string): Promise<AlphaEntity[]> {
    const port = this.#backend?.server.port();
    const response = await fetch(
      `http://localhost:${port}/api/catalog/entities?filter=${encodeURIComponent(
        filter,
      )}`,
    );
    return (await response.json()) as AlphaEntity[];
  }

  /** An entity, once it is as expected. */
  async entity(
    name: string,
    isExpected: (entity: AlphaEntity) => boolean = () => true,
  ): Promise<AlphaEntity> {
    return eventually(async () => {
      const [entity] = await this.entities(`metadata.name=${name}`);
      return entity && isExpected(entity) ? entity : undefined;
    });
  }

  #module() {
    return createBackendModule({
      pluginId: 'catalog',
      moduleId: 'test',
      register: env =>
        env.registerInit({
          deps: {
            catalog: catalogProcessingExtensionPoint,
            events: eventsServiceRef,
            scheduler: coreServices.scheduler,
          },
          init: async ({ catalog, events, scheduler }) => {
            this.#scheduler = scheduler;
            catalog.addEntityProvider({
              getProviderName: () => 'test',
              connect: async connection => {
                this.#connection = connection;
              },
            });
            await events.subscribe({
              id: 'test',
              topics: [DISCOVERY_TOPIC, CHANGED_ENTITIES_TOPIC],
              onEvent: async ({ topic, eventPayload }: EventParams) => {
                if (topic === DISCOVERY_TOPIC) {
                  this.reports.push(eventPayload as DiscoveryReport);
                } else {
                  const { entityRefs } = ChangedEntities.parse(eventPayload);
                  this.changed.push(...entityRefs);
                }
              },
            });
          },
        }),
    });
  }
}

/**
 * Looks again and again for what background work brings about. It ends with
 * the test: how long the work takes is up to the machine.
 */
export async function eventually<T>(
  look: () => Promise<T | undefined>,
): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) {
      return found;
    }
    await pause(100);
  }
}

function located(entity: Entity): Entity {
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        [ANNOTATION_LOCATION]: 'url:https://bank.example/catalog.yaml',
        [ANNOTATION_ORIGIN_LOCATION]: 'url:https://bank.example/catalog.yaml',
        ...entity.metadata.annotations,
      },
    },
  };
}
