/** Tables whose rows are never changed or removed. */
const appendOnly = [
  'document',
  'delivery',
  'evidence',
  'evidence_subject',
  'assessment',
];

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const postgres = knex.client.config.client !== 'better-sqlite3';
  /** A moment in time: timestamptz, or ISO 8601 text on SQLite. */
  const instant = (table, name) =>
    postgres
      ? table.specificType(name, 'timestamptz(3)')
      : table.string(name, 24);

  await knex.schema.createTable('document', table => {
    table.comment('Source documents: the raw bytes as received');
    table.string('digest', 71).primary();
    table.string('source_id').notNullable();
    table.string('media_type').notNullable();
    table.integer('size').notNullable();
    table.text('headers').notNullable().comment('JSON object of kept headers');
    table.binary('body').notNullable();
    table.string('verification').notNullable();
    instant(table, 'received_at').notNullable();
    table.index(['received_at', 'digest']);
  });
  await knex.schema.createTable('delivery', table => {
    table.comment('Deliveries by the id their sender gave them');
    table.string('source_id').notNullable();
    table.string('delivery_id').notNullable();
    table.string('document_digest', 71).notNullable();
    instant(table, 'received_at').notNullable();
    table.primary(['source_id', 'delivery_id']);
  });
  await knex.schema.createTable('document_queue', table => {
    table.comment('Hand-off 1: documents to normalise');
    table.string('document_digest', 71).primary();
    instant(table, 'due_at').notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.index(['due_at', 'document_digest']);
  });
  await knex.schema.createTable('document_outcome', table => {
    table.comment('Projection: what became of each document');
    table.string('document_digest', 71).primary();
    table.string('state').notNullable();
    table.text('rejection');
    instant(table, 'decided_at').notNullable();
    table.index(['state', 'decided_at', 'document_digest']);
  });
  await knex.schema.createTable('evidence', table => {
    table.comment('Immutable statements; id is the digest of the statement');
    table.string('id', 71).primary();
    table.string('type').notNullable();
    table.text('subjects').notNullable();
    table.text('predicate').notNullable();
    instant(table, 'observed_at').notNullable();
    instant(table, 'recorded_at').notNullable();
    table.string('source_id').notNullable();
    table.string('document_digest', 71).notNullable().index();
    table.string('verification').notNullable();
  });
  await knex.schema.createTable('evidence_subject', table => {
    table.comment('Under which keys evidence is found');
    table.text('subject_key').notNullable();
    table.string('evidence_id', 71).notNullable();
    table.string('type').notNullable();
    instant(table, 'observed_at').notNullable();
    table.primary(['subject_key', 'evidence_id']);
    table.index(['subject_key', 'type', 'observed_at', 'evidence_id']);
    table.index(['subject_key', 'observed_at', 'evidence_id']);
  });
  await knex.schema.createTable('asset', table => {
    table.comment('ICT assets as the catalog describes them now');
    table.string('entity_ref').primary();
    table.text('record').notNullable();
    table.string('digest', 71).notNullable();
    table.string('ownership_digest', 71);
    instant(table, 'ownership_observed_at');
  });
  await knex.schema.createTable('asset_identifier', table => {
    table.comment('Which subjects belong to which asset');
    table.text('subject_key').notNullable();
    table.string('entity_ref').notNullable().index();
    table.primary(['subject_key', 'entity_ref']);
  });
  await knex.schema.createTable('control', table => {
    table.comment('The installed controls');
    table.string('id').primary();
    table.string('digest', 71).notNullable();
    table.text('body').notNullable();
  });
  await knex.schema.createTable('assessment_queue', table => {
    table.comment('Hand-off 2: what to assess, and when');
    table.string('entity_ref').notNullable();
    table.string('control_id').notNullable();
    instant(table, 'due_at').notNullable();
    table.primary(['entity_ref', 'control_id']);
    table.index(['due_at', 'entity_ref', 'control_id']);
  });
  await knex.schema.createTable('assessment', table => {
    table.comment('Every assessment that changed something');
    table.string('id', 71).primary();
    table.string('entity_ref').notNullable();
    table.string('control_id').notNullable();
    table.string('status').notNullable();
    table.text('body').notNullable();
    instant(table, 'as_of').notNullable();
    table.index(['entity_ref', 'control_id', 'as_of']);
  });
  await knex.schema.createTable('control_status', table => {
    table.comment('Projection: the latest assessment of each control');
    table.string('entity_ref').notNullable();
    table.string('control_id').notNullable();
    table.string('assessment_id', 71).notNullable();
    table.string('result_digest', 71).notNullable();
    table.string('status').notNullable();
    instant(table, 'assessed_at').notNullable();
    instant(table, 'valid_until');
    table.primary(['entity_ref', 'control_id']);
  });

  if (postgres) {
    await knex.raw(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`);
  }
  for (const table of appendOnly) {
    if (postgres) {
      await knex.raw(`
        CREATE TRIGGER ${table}_append_only
        BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    } else {
      for (const change of ['UPDATE', 'DELETE']) {
        await knex.raw(`
          CREATE TRIGGER ${table}_no_${change.toLowerCase()}
          BEFORE ${change} ON ${table}
          BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`);
      }
    }
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'control_status',
    'assessment',
    'assessment_queue',
    'control',
    'asset_identifier',
    'asset',
    'evidence_subject',
    'evidence',
    'document_outcome',
    'document_queue',
    'delivery',
    'document',
  ]) {
    await knex.schema.dropTable(table);
  }
  if (knex.client.config.client !== 'better-sqlite3') {
    await knex.raw('DROP FUNCTION refuse_change()');
  }
};
