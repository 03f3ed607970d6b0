exports.tables = {
  document: (table, instant) => {
    table.comment('Source documents: the raw bytes as received');
    table.bigIncrements('number');
    table.string('digest', 71).notNullable().unique();
    table.string('source_id').notNullable();
    table.string('media_type').notNullable();
    table.integer('size').notNullable().comment('Bytes as received');
    table.text('headers').notNullable().comment('JSON object of kept headers');
    table.binary('body').notNullable();
    table.string('encoding', 10).comment('Of the body: zstd, or null');
    table.integer('dictionary').comment('Of the encoding: body_dictionary');
    table.string('verification').notNullable();
    table.string('proof', 20).notNullable();
    instant(table, 'received_at').notNullable();
    table.string('origin').notNullable().defaultTo('pushed');
    table.text('redactions').comment('JSON list of what was redacted, or null');
    table.index(['received_at', 'number']);
    table.index(['source_id', 'received_at', 'number']);
  },
  body_dictionary: table => {
    table.comment('What bodies of one kind share, for their compression');
    table.increments('number');
    table.string('source_id').notNullable();
    table.string('kind').notNullable().comment('Kind of payload');
    table.string('month', 7).notNullable().comment('Of its use: 2026-11');
    table.binary('bytes').notNullable();
    table.unique(['source_id', 'kind', 'month']);
  },
  delivery: (table, instant) => {
    table.comment('Deliveries by the id of their sender');
    table.string('source_id').notNullable();
    table.string('delivery_id').notNullable();
    table.bigInteger('document_number').notNullable().index();
    instant(table, 'received_at').notNullable();
    table
      .text('headers')
      .comment('JSON object of kept headers, if they differ from the document');
    table
      .string('verification')
      .comment('If it proves more than the first delivery of the bytes');
    table.string('proof', 20).notNullable();
    table.primary(['source_id', 'delivery_id']);
  },
  document_queue: (table, instant) => {
    table.comment('Queue: documents to normalise');
    table.bigInteger('document_number').primary();
    instant(table, 'due_at').notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.string('ticket', 36).index().comment('Of the claim of a worker');
    instant(table, 'claimed_until');
    table.index(['due_at', 'document_number']);
  },
  document_outcome: (table, instant) => {
    table.comment('Projection: state of each processed document');
    table.bigInteger('document_number').primary();
    table.string('state').notNullable();
    table.text('rejection');
    table.text('flaws').comment('JSON list of what could not be read');
    instant(table, 'decided_at').notNullable();
  },
  document_outcome_history: (table, instant) => {
    table.comment('Append-only: replaced outcomes, written by a trigger');
    table.bigIncrements('id');
    table.bigInteger('document_number').notNullable().index();
    table.string('state').notNullable();
    table.text('rejection');
    table.text('flaws');
    instant(table, 'decided_at').notNullable();
    instant(table, 'replaced_at').notNullable();
  },
  flawed_document: (table, instant) => {
    table.comment('Projection: rejected and partial documents, by triggers');
    table.bigInteger('document_number').primary();
    table.string('state').notNullable();
    table.string('source_id').notNullable();
    instant(table, 'received_at').notNullable();
    table.index(
      ['state', 'received_at', 'document_number'],
      'flawed_document_of_all',
    );
    table.index(
      ['state', 'source_id', 'received_at', 'document_number'],
      'flawed_document_of_source',
    );
  },
  document_tally: (table, instant) => {
    table.comment('Projection: documents by source, hour received and state');
    table.string('source_id').notNullable();
    instant(table, 'hour').notNullable();
    table.string('state').notNullable();
    table.integer('n').notNullable();
    table.index(['source_id', 'hour', 'state']);
  },
  refusal_tally: (table, instant) => {
    table.comment('Number of rejected deliveries, of which nothing is stored');
    table.string('source_id').notNullable();
    instant(table, 'hour').notNullable();
    table.string('code').notNullable().comment('Code of the error');
    table.integer('n').notNullable();
    table.primary(['source_id', 'hour', 'code']);
  },
};

exports.partialIndexes = {
  document_outcome_flawed: `
    document_outcome (state, decided_at, document_number)
    WHERE state <> 'normalised'`,
};
