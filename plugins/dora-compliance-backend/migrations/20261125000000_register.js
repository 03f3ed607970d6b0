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
    table.text('title').notNullable();
    table.text('type');
    table.string('digest', 71).notNullable();
    table.text('declared').notNullable().comment('JSON of spec.dora as read');
    table.string('criticality');
  });
  // Assets are read anew from the catalog by the next sweep, in today's form;
  // evidence and assessments stay.
  await knex('asset_identifier').delete();
  await knex('asset').delete();
  await knex.schema.createTable('inventory_link', table => {
    table.comment('Projection: what uses what, by the entity that says so');
    table.string('origin').notNullable();
    table.text('from_ref').notNullable();
    table.text('to_ref').notNullable();
    table.string('relation').notNullable();
    table.primary(['origin', 'from_ref', 'to_ref', 'relation']);
    table.index(['from_ref']);
    table.index(['to_ref']);
  });
  await knex.schema.createTable('asset_function', table => {
    table.comment('Projection: functions an asset supports, directly or not');
    table.string('entity_ref').notNullable();
    table.text('function_ref').notNullable();
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
    table.text('source').primary();
    table.string('state').notNullable();
    table.integer('pipelines');
    table.text('failure');
    instant(table, 'last_complete');
    instant(table, 'at').notNullable();
  });

  // Apart from the records, which are wide: whoever filters, counts or searches
  // reads all of these rows.
  await knex.schema.createTable('asset_index', table => {
    table.comment('Projection: what the inventory is filtered and sorted by');
    table.string('entity_ref').primary();
    table.text('kind').notNullable();
    table.text('type').notNullable();
    table.text('title_key').notNullable().comment('lower case');
    table.text('search_text').notNullable().comment('lower case');
    table.text('owner_ref').notNullable();
    table.text('system_ref').notNullable();
    table.text('provider_ref').notNullable();
    table.string('exposure').notNullable();
    table.integer('problems').notNullable();
    table.string('support_end', 10).comment('latest end of support, if any');
    table.string('last_review', 10).comment('as declared');
    table.string('last_major_change', 10);
    table.string('reviewed_on', 10).comment('as recorded here');
    table.text('reviewed_by');
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
    table
      .integer('missing_count')
      .notNullable()
      .comment('-1: not looked at yet');
    table.index(['criticality_rank', 'entity_ref']);
    table.index(['title_key', 'entity_ref']);
    table.index(['owner_ref', 'entity_ref']);
    table.index(['missing_count', 'entity_ref']);
    table.index(['review_due', 'entity_ref']);
  });
  await knex.schema.alterTable('asset', table => {
    table.text('criticality').comment('JSON of EffectiveCriticality');
    table.string('record_digest', 71).comment('what a review confirms');
    table.string('input_digest', 71).comment('all that was known of it');
    table.string('observed_digest', 71).comment('input_digest when observed');
    instant(table, 'observed_at');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('asset', table =>
    table.dropColumns(
      'criticality',
      'record_digest',
      'input_digest',
      'observed_digest',
      'observed_at',
    ),
  );
  for (const table of [
    'asset_index',
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
