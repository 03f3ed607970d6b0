exports.tables = {
  evidence: (table, instant) => {
    table.comment('Immutable statements; id is the digest of the statement');
    table.bigIncrements('number');
    table.string('id', 71).notNullable().unique();
    table.string('type').notNullable();
    table.text('subjects').notNullable();
    table.text('predicate').notNullable();
    instant(table, 'observed_at').notNullable();
    instant(table, 'recorded_at').notNullable();
    table.string('source_id').notNullable();
    table.bigInteger('document_number').notNullable().index();
    table.string('document_digest', 71).notNullable();
    table.string('verification').notNullable();
    table.string('proof', 20).notNullable();
    table.index(['source_id', 'recorded_at']);
  },
  evidence_level: (table, instant) => {
    table.comment('Evidence that arrived again with stronger proof');
    table.bigInteger('evidence_number').notNullable();
    table.string('verification').notNullable();
    table.string('proof', 20).notNullable();
    table.string('document_digest', 71).notNullable();
    instant(table, 'recorded_at').notNullable();
    table.primary(['evidence_number', 'verification']);
  },
  evidence_subject: (table, instant) => {
    table.comment('Keys by which evidence is found');
    table
      .binary('subject', 16)
      .notNullable()
      .comment('The first 16 bytes of the SHA-256 of the key');
    table.specificType('type', 'smallint').notNullable();
    instant(table, 'observed_at').notNullable();
    table.bigInteger('evidence_number').notNullable();
    table.primary(['subject', 'type', 'observed_at', 'evidence_number']);
    table.index(['subject', 'observed_at', 'evidence_number']);
  },
  source_subject: table => {
    table.comment('Projection: which sources have evidence on which key');
    table.text('subject_key').notNullable();
    table.string('source_id').notNullable();
    table.primary(['subject_key', 'source_id']);
    table.index(['source_id']);
  },
  subject_activity: (table, instant) => {
    table.comment('Projection: first and last evidence on keys of assets');
    table.text('subject_key').primary();
    instant(table, 'first_observed_at').notNullable();
    instant(table, 'last_recorded_at').notNullable();
  },
  pipeline_sighting: (table, instant) => {
    table.comment('Projection: pipelines that have evidence');
    table.text('subject_key').primary();
    table.text('urn').notNullable();
    table.text('name').notNullable();
    table.text('repository').notNullable();
    table.string('source_id').notNullable();
    instant(table, 'first_seen').notNullable();
    instant(table, 'last_seen').notNullable();
    table.index(['last_seen', 'subject_key']);
  },
};

const columns = [
  'number',
  'id',
  'type',
  'subjects',
  'predicate',
  'observed_at',
  'recorded_at',
  'source_id',
  'document_digest',
];

/** The evidence with the highest level that any document of it proves. */
exports.heldEvidence = `
  CREATE VIEW held_evidence AS
  SELECT ${columns.map(column => `evidence.${column}`).join(', ')},
    COALESCE(signed.verification, proven.verification,
      evidence.verification) AS verification,
    CASE WHEN signed.verification IS NOT NULL THEN signed.proof
      WHEN proven.verification IS NOT NULL THEN proven.proof
      ELSE evidence.proof END AS proof
  FROM evidence
  LEFT JOIN evidence_level AS signed
    ON signed.evidence_number = evidence.number
    AND signed.verification = 'signed'
  LEFT JOIN evidence_level AS proven
    ON proven.evidence_number = evidence.number
    AND proven.verification = 'authenticated'`;
