/**
 * How documents came, what was taken out of them, what of them could not be
 * read, and evidence that was told again by somebody who proved more.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const postgres = knex.client.config.client !== 'better-sqlite3';
  await knex.schema.alterTable('document', table => {
    table.string('origin').notNullable().defaultTo('pushed');
    table
      .text('redactions')
      .comment('JSON list of what was taken out; null when nothing was');
  });
  await knex.schema.alterTable('document_outcome', table => {
    table.text('flaws').comment('JSON list of what could not be read');
  });
  await knex.schema.alterTable('delivery', table => {
    table
      .text('headers')
      .comment('JSON object of kept headers, where the document has others');
    table.index(['document_digest']);
  });
  await knex.schema.createTable('evidence_level', table => {
    table.comment('Evidence told again by somebody who proved more');
    table.string('evidence_id', 71).notNullable();
    table.string('verification').notNullable();
    table.string('document_digest', 71).notNullable();
    if (postgres) {
      table.specificType('recorded_at', 'timestamptz(3)').notNullable();
    } else {
      table.string('recorded_at', 24).notNullable();
    }
    table.primary(['evidence_id', 'verification']);
  });
  await knex.raw(`
    CREATE VIEW held_evidence AS
    SELECT evidence.id, evidence.type, evidence.subjects, evidence.predicate,
      evidence.observed_at, evidence.recorded_at, evidence.source_id,
      evidence.document_digest,
      COALESCE(signed.verification, proven.verification,
        evidence.verification) AS verification
    FROM evidence
    LEFT JOIN evidence_level AS signed
      ON signed.evidence_id = evidence.id
      AND signed.verification = 'signed'
    LEFT JOIN evidence_level AS proven
      ON proven.evidence_id = evidence.id
      AND proven.verification = 'authenticated'`);
  if (postgres) {
    await knex.raw(`
      CREATE TRIGGER evidence_level_append_only
      BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence_level
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  } else {
    for (const change of ['UPDATE', 'DELETE']) {
      await knex.raw(`
        CREATE TRIGGER evidence_level_no_${change.toLowerCase()}
        BEFORE ${change} ON evidence_level
        BEGIN SELECT RAISE(ABORT, 'evidence_level is append-only'); END`);
    }
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('DROP VIEW held_evidence');
  await knex.schema.dropTable('evidence_level');
  await knex.raw('DROP INDEX delivery_document_digest_index');
  // Not by the schema builder, which copies whole tables on SQLite.
  await knex.raw('ALTER TABLE delivery DROP COLUMN headers');
  await knex.raw('ALTER TABLE document_outcome DROP COLUMN flaws');
  await knex.raw('ALTER TABLE document DROP COLUMN origin');
  await knex.raw('ALTER TABLE document DROP COLUMN redactions');
};
