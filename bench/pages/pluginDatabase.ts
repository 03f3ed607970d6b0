import knexFactory, { type Knex } from 'knex';
import { markAllScores } from '../../plugins/dora-compliance-backend/src/due/KnexMarkScores';
import { setTimeout } from 'node:timers/promises';

/** The database that a running backend has for the plugin. */
export function connectPlugin(server: string): Knex {
  const address = new URL(server);
  address.pathname = '/backstage_plugin_dora-compliance';
  return knexFactory({ client: 'pg', connection: address.href });
}

/** Gives assets to a team and a function of the example bank, which pages look up. */
export async function giveToBank(knex: Knex): Promise<void> {
  await knex('asset_index')
    .where('owner_ref', 'group:default/t0')
    .update('owner_ref', 'group:default/payments-core');
  await knex('asset_function')
    .where('function_ref', 'resource:default/f5')
    .update('function_ref', 'resource:default/payments');
  await knex.transaction(markAllScores);
}

/** Until the backend has brought all scores up to date. */
export async function waitUntilScored(knex: Knex): Promise<void> {
  while (await knex('score_queue').first('number')) {
    await setTimeout(500);
  }
}
