/** A moment in time: timestamptz, or ISO 8601 text on SQLite. */
function instantOn(knex) {
  const isPostgres = knex.client.config.client !== 'better-sqlite3';
  return (table, name) =>
    isPostgres
      ? table.specificType(name, 'timestamptz(3)')
      : table.string(name, 24);
}

/** The tables from this migration on, by name. */
exports.numbered = {
  document: (table, instant) => {
    table.comment('Source documents: the raw bytes as received');
    table.bigIncrements('number');
    table.string('digest', 71).notNullable().unique();
    table.string('source_id').notNullable();
    table.string('media_type').notNullable();
    table.integer('size').notNullable().comment('Bytes as received');
    table.text('headers').notNullable().comment('JSON object of kept headers');
    table.binary('body').notNullable();
    table.string('encoding', 10).comment('Of the body: deflate, or null');
    table.integer('dictionary').comment('Of the encoding: body_dictionary');
    table.string('verification').notNullable();
    table.string('proof', 20);
    instant(table, 'received_at').notNullable();
    table.string('origin').notNullable().defaultTo('pushed');
    table.text('redactions').comment('JSON list of what was taken out');
    table.index(['received_at', 'number']);
    table.index(['source_id', 'received_at', 'number']);
  },
  delivery: (table, instant) => {
    table.comment('Deliveries by the id their sender gave them');
    table.string('source_id').notNullable();
    table.string('delivery_id').notNullable();
    table.bigInteger('document_number').notNullable().index();
    instant(table, 'received_at').notNullable();
    table
      .text('headers')
      .comment('JSON object of kept headers, where the document has others');
    table
      .string('verification')
      .comment('When it proves more than the first delivery of the bytes');
    table.string('proof', 20);
    table.primary(['source_id', 'delivery_id']);
  },
  document_queue: (table, instant) => {
    table.comment('Hand-off 1: documents to normalise');
    table.bigInteger('document_number').primary();
    instant(table, 'due_at').notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.index(['due_at', 'document_number']);
  },
  document_outcome: (table, instant) => {
    table.comment('Projection: what became of each document');
    table.bigInteger('document_number').primary();
    table.string('state').notNullable();
    table.text('rejection');
    table.text('flaws').comment('JSON list of what could not be read');
    instant(table, 'decided_at').notNullable();
  },
  document_outcome_history: (table, instant) => {
    table.comment('Append-only: outcomes that were replaced, by a trigger');
    table.bigIncrements('id');
    table.bigInteger('document_number').notNullable().index();
    table.string('state').notNullable();
    table.text('rejection');
    table.text('flaws');
    instant(table, 'decided_at').notNullable();
    instant(table, 'replaced_at').notNullable();
  },
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
    table.string('proof', 20);
    table.index(['source_id', 'recorded_at']);
  },
  evidence_level: (table, instant) => {
    table.comment('Evidence told again by somebody who proved more');
    table.bigInteger('evidence_number').notNullable();
    table.string('verification').notNullable();
    table.string('proof', 20);
    table.string('document_digest', 71).notNullable();
    instant(table, 'recorded_at').notNullable();
    table.primary(['evidence_number', 'verification']);
  },
  evidence_subject: (table, instant) => {
    table.comment('Under which keys evidence is found');
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
};

/** The same tables before, as the migrations before left them. */
exports.named = {
  document: (table, instant) => {
    table.comment('Source documents: the raw bytes as received');
    table.string('digest', 71).primary();
    table.string('source_id').notNullable();
    table.string('media_type').notNullable();
    table.integer('size').notNullable();
    table.text('headers').notNullable();
    table.binary('body').notNullable();
    table.string('verification').notNullable();
    table.string('proof', 20);
    instant(table, 'received_at').notNullable();
    table.string('origin').notNullable().defaultTo('pushed');
    table.text('redactions');
    table.index(['received_at', 'digest']);
    table.index(['source_id', 'received_at', 'digest']);
  },
  delivery: (table, instant) => {
    table.string('source_id').notNullable();
    table.string('delivery_id').notNullable();
    table.string('document_digest', 71).notNullable().index();
    instant(table, 'received_at').notNullable();
    table.text('headers');
    table.string('verification');
    table.string('proof', 20);
    table.primary(['source_id', 'delivery_id']);
  },
  document_queue: (table, instant) => {
    table.string('document_digest', 71).primary();
    instant(table, 'due_at').notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.index(['due_at', 'document_digest']);
  },
  document_outcome: (table, instant) => {
    table.string('document_digest', 71).primary();
    table.string('state').notNullable();
    table.text('rejection');
    table.text('flaws');
    instant(table, 'decided_at').notNullable();
    table.index(['state', 'decided_at', 'document_digest']);
  },
  document_outcome_history: (table, instant) => {
    table.bigIncrements('id');
    table.string('document_digest', 71).notNullable().index();
    table.string('state').notNullable();
    table.text('rejection');
    table.text('flaws');
    instant(table, 'decided_at').notNullable();
    instant(table, 'replaced_at').notNullable();
  },
  evidence: (table, instant) => {
    table.string('id', 71).primary();
    table.string('type').notNullable();
    table.text('subjects').notNullable();
    table.text('predicate').notNullable();
    instant(table, 'observed_at').notNullable();
    instant(table, 'recorded_at').notNullable();
    table.string('source_id').notNullable();
    table.string('document_digest', 71).notNullable().index();
    table.string('verification').notNullable();
    table.string('proof', 20);
    table.index(['source_id', 'recorded_at']);
  },
  evidence_level: (table, instant) => {
    table.string('evidence_id', 71).notNullable();
    table.string('verification').notNullable();
    table.string('document_digest', 71).notNullable();
    instant(table, 'recorded_at').notNullable();
    table.string('proof', 20);
    table.primary(['evidence_id', 'verification']);
  },
  evidence_subject: (table, instant) => {
    table.text('subject_key').notNullable();
    table.string('evidence_id', 71).notNullable();
    table.string('type').notNullable();
    instant(table, 'observed_at').notNullable();
    table.primary(['subject_key', 'evidence_id']);
    table.index(['subject_key', 'type', 'observed_at', 'evidence_id']);
    table.index(['subject_key', 'observed_at', 'evidence_id']);
  },
};

exports.instantOn = instantOn;
