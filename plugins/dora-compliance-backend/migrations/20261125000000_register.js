/**
 * The register of ICT assets: what is needed to filter, sort and page it, the
 * graph that gives assets their criticality, pipelines that ran, and how their
 * discovery goes. All of it can be made anew from the catalog and from
 * evidence.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const postgres = knex.client.config.client !== 'better-sqlite3';
  const instant = (table, name) =>
    postgres
      ? table.specificType(name, 'timestamptz(3)')
      : table.string(name, 24);

  await knex.schema.createTable('inventory_node', table => {
    table.comment('Projection: assets and all that gives them criticality');
    table.string('entity_ref').primary();
    table.string('node').notNullable().comment('asset, function, provider, …');
    table.string('title').notNullable();
    table.string('type');
    table.string('digest', 71).notNullable();
    table.text('declared').notNullable().comment('JSON of spec.dora as read');
    table.string('criticality');
  });
  // What was known before is known still; the next sweep fills in the rest.
  await knex.raw(`
    INSERT INTO inventory_node (entity_ref, node, title, digest, declared)
    SELECT entity_ref, 'asset', entity_ref, '', '{}' FROM asset`);
  await knex.schema.createTable('inventory_link', table => {
    table.comment('Projection: what uses what, by the entity that says so');
    table.string('origin').notNullable();
    table.string('from_ref').notNullable();
    table.string('to_ref').notNullable();
    table.string('relation').notNullable();
    table.primary(['origin', 'from_ref', 'to_ref', 'relation']);
    table.index(['from_ref']);
    table.index(['to_ref']);
  });
  await knex.schema.createTable('asset_function', table => {
    table.comment('Projection: functions an asset supports, directly or not');
    table.string('entity_ref').notNullable();
    table.string('function_ref').notNullable();
    table.primary(['entity_ref', 'function_ref']);
    table.index(['function_ref', 'entity_ref']);
  });
  await knex.schema.createTable('asset_missing', table => {
    table.comment('Projection: fields of Art 4(2)(b) a record lacks');
    table.string('entity_ref').notNullable();
    table.string('field').notNullable();
    table.primary(['entity_ref', 'field']);
    table.index(['field', 'entity_ref']);
  });
  await knex.schema.createTable('pipeline_sighting', table => {
    table.comment('Projection: pipelines that evidence told of');
    table.text('subject_key').primary();
    table.text('urn').notNullable();
    table.text('name').notNullable();
    table.text('repository').notNullable();
    table.string('source_id').notNullable();
    instant(table, 'first_seen').notNullable();
    instant(table, 'last_seen').notNullable();
    table.index(['last_seen', 'subject_key']);
  });
  await knex.schema.createTable('discovery', table => {
    table.comment('How the discovery of pipelines goes, by CI system');
    table.string('source').primary();
    table.string('state').notNullable();
    table.integer('pipelines');
    table.text('failure');
    instant(table, 'last_complete');
    instant(table, 'at').notNullable();
  });

  await knex.schema.alterTable('asset', table => {
    table.string('asset_id').notNullable().defaultTo('');
    table.string('kind').notNullable().defaultTo('');
    table.string('type').notNullable().defaultTo('');
    table.string('title_key').notNullable().defaultTo('').comment('lower case');
    table.string('owner_ref').notNullable().defaultTo('');
    table.string('system_ref').notNullable().defaultTo('');
    table.string('provider_ref').notNullable().defaultTo('');
    table.string('exposure').notNullable().defaultTo('unknown');
    table.integer('problems').notNullable().defaultTo(0);
    table.string('support_end', 10).comment('latest end of support, if any');
    table.string('last_review', 10).comment('as declared');
    table.string('last_major_change', 10);
    table.string('reviewed_on', 10).comment('as recorded here');
    table.string('reviewed_by');
    table
      .string('review_due', 10)
      .notNullable()
      .defaultTo('')
      .comment('"": never reviewed');
    table
      .integer('criticality_rank')
      .notNullable()
      .defaultTo(3)
      .comment('0 is gravest, 3 unclassified');
    table.boolean('below_computed').notNullable().defaultTo(false);
    table.text('criticality').comment('JSON of EffectiveCriticality');
    table.integer('missing_count').notNullable().defaultTo(0);
    table.string('record_digest', 71).comment('what a review confirms');
    table.string('input_digest', 71).comment('all that was known of it');
    table.string('observed_digest', 71).comment('input_digest when observed');
    instant(table, 'observed_at');
    table.index(['criticality_rank', 'entity_ref']);
    table.index(['title_key', 'entity_ref']);
    table.index(['owner_ref', 'entity_ref']);
    table.index(['missing_count', 'entity_ref']);
    table.index(['review_due', 'entity_ref']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  const columns = [
    'asset_id',
    'kind',
    'type',
    'title_key',
    'owner_ref',
    'system_ref',
    'provider_ref',
    'exposure',
    'problems',
    'support_end',
    'last_review',
    'last_major_change',
    'reviewed_on',
    'reviewed_by',
    'review_due',
    'criticality_rank',
    'below_computed',
    'criticality',
    'missing_count',
    'record_digest',
    'input_digest',
    'observed_digest',
    'observed_at',
  ];
  await knex.schema.alterTable('asset', table => {
    for (const column of [
      'criticality_rank',
      'title_key',
      'owner_ref',
      'missing_count',
      'review_due',
    ]) {
      table.dropIndex([column, 'entity_ref']);
    }
  });
  await knex.schema.alterTable('asset', table => table.dropColumns(...columns));
  for (const table of [
    'discovery',
    'pipeline_sighting',
    'asset_missing',
    'asset_function',
    'inventory_link',
    'inventory_node',
  ]) {
    await knex.schema.dropTable(table);
  }
};
