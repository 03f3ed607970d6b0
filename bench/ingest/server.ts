import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { createBackend } from '@backstage/backend-defaults';
import { eventsServiceRef } from '@backstage/plugin-events-node';

/**
 * A backend with both ways in: ours, and Backstage's own ingress of events
 * with a subscriber that writes each event as a row of its own.
 */
const subscriber = createBackendPlugin({
  pluginId: 'bench-subscriber',
  register(env) {
    env.registerInit({
      deps: {
        database: coreServices.database,
        events: eventsServiceRef,
      },
      async init({ database, events }) {
        const knex = await database.getClient();
        await knex.schema.createTable('event', table => {
          table.increments('id');
          table.text('metadata').notNullable();
          table.text('payload').notNullable();
        });
        await events.subscribe({
          id: 'bench',
          topics: ['bench'],
          onEvent: async ({ eventPayload, metadata }) => {
            await knex('event').insert({
              metadata: JSON.stringify(metadata ?? {}),
              payload: JSON.stringify(eventPayload),
            });
          },
        });
      },
    });
  },
});

/** Tells the memory in use whenever the parent asks. */
const memory = createBackendModule({
  pluginId: 'bench-subscriber',
  moduleId: 'memory',
  register(env) {
    env.registerInit({
      deps: {},
      async init() {
        process.on('message', () => {
          process.send?.({ rss: process.memoryUsage.rss() });
        });
      },
    });
  },
});

const backend = createBackend();
backend.add(subscriber);
backend.add(memory);
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('../../plugins/dora-compliance-backend/src'));
backend.add(import('../../plugins/dora-compliance-backend-module-github/src'));
if (Number(process.env.BENCH_REPEATED_CONTROLS) > 0) {
  backend.add(import('../assess/controlsModule'));
}
if (process.env.BENCH_REAL_CONTROLS) {
  backend.add(
    import('../../plugins/dora-compliance-backend-module-controls/src'),
  );
}
backend.start();
