exports.tables = {
  collection_target: (table, instant) => {
    table.comment('Queue: repositories and pipelines to poll');
    table.string('source_id').notNullable();
    table.text('target_key').notNullable();
    table.string('kind').notNullable();
    table.text('uri').notNullable().comment('As written in the catalog');
    instant(table, 'added_at').notNullable();
    instant(table, 'due_at').notNullable();
    instant(table, 'last_at');
    instant(table, 'last_complete_at').comment('Start of the last full round');
    table.boolean('complete');
    table.text('problem');
    table.text('parts').comment('JSON list of the result of each part');
    table.integer('expected').notNullable().defaultTo(0);
    table.integer('received').notNullable().defaultTo(0);
    table.integer('missed').notNullable().defaultTo(0);
    table.integer('clock_skew').comment('Milliseconds');
    table.boolean('covers').comment('Whether it read everything that happened');
    instant(table, 'compared_to');
    table.primary(['source_id', 'target_key']);
    table.index(['due_at', 'source_id', 'target_key']);
    table.index(['target_key']);
    table.index(['source_id', 'last_at']);
  },
  collection_coverage: (table, instant) => {
    table.comment('Times for which a target was read completely');
    table.string('source_id').notNullable();
    table.text('target_key').notNullable();
    instant(table, 'from_at').notNullable();
    instant(table, 'to_at').notNullable();
    table.primary(['target_key', 'source_id', 'from_at']);
  },
  collection_cache: (table, instant) => {
    table.comment('Cache: responses for conditional requests');
    table.string('source_id').notNullable();
    table.string('url_digest', 71).notNullable();
    table.text('etag').notNullable();
    table.text('body').notNullable();
    instant(table, 'used_at').notNullable().index();
    table.primary(['source_id', 'url_digest']);
  },
  backfill: (table, instant) => {
    table.comment('Queue: history to read');
    table.string('id', 36).primary();
    table.string('source_id').notNullable();
    table.text('target_key').notNullable();
    table.string('kind').notNullable();
    table.text('uri').notNullable();
    instant(table, 'since').notNullable();
    table.text('cursor');
    table.integer('done').notNullable().defaultTo(0);
    table.string('state').notNullable();
    table.text('problem');
    table.integer('attempts').notNullable().defaultTo(0);
    table.text('flaw').comment('The first incomplete document');
    instant(table, 'next_at').comment('Null when it is finished');
    instant(table, 'requested_at').notNullable();
    instant(table, 'started_at');
    instant(table, 'finished_at');
    table.index(['next_at', 'id']);
    table.index(['source_id', 'requested_at', 'id']);
  },
  delivery_log_read: (table, instant) => {
    table.comment('Queue: delivery logs to read for missed deliveries');
    table.string('id', 36).primary();
    table.string('source_id').notNullable();
    instant(table, 'since').notNullable().comment('Start of the gap');
    table.string('state').notNullable();
    table.integer('fetched').notNullable().defaultTo(0);
    table.text('problem');
    table.integer('attempts').notNullable().defaultTo(0);
    instant(table, 'next_at').comment('Null when it is finished');
    instant(table, 'requested_at').notNullable();
    instant(table, 'started_at');
    instant(table, 'finished_at');
    table.index(['next_at', 'id']);
    table.index(['source_id', 'requested_at', 'id']);
  },
  receiver_beat: (table, instant) => {
    table.comment('Heartbeat of each replica that receives deliveries');
    table.string('replica', 36).primary();
    instant(table, 'at').notNullable().index();
  },
  source_reception: (table, instant) => {
    table.comment('When a replica last could receive from each source');
    table.string('source_id').primary();
    instant(table, 'at').notNullable();
  },
  source_gap: (table, instant) => {
    table.comment('Times in which events of a source may have been missed');
    table.string('id', 36).primary();
    table.string('source_id').notNullable();
    table.text('target_key').notNullable().comment('Empty: all targets');
    table.text('uri').comment('Address of the one target');
    table.string('cause').notNullable();
    instant(table, 'from_at').notNullable();
    instant(table, 'to_at').comment('Null while it lasts');
    instant(table, 'made_good_at').comment('When it was closed');
    table.text('detail');
    table.unique(['source_id', 'target_key', 'cause', 'from_at']);
    table.index(['source_id', 'from_at', 'id']);
    table.index(['made_good_at', 'source_id']);
  },
  source_gap_history: (table, instant) => {
    table.comment('Append-only: each state of each gap, written by a trigger');
    table.bigIncrements('id');
    table.string('gap_id', 36).notNullable().index();
    instant(table, 'to_at');
    instant(table, 'made_good_at');
    table.text('detail');
    instant(table, 'changed_at').notNullable();
  },
};

exports.partialIndexes = {
  backfill_open: `
    backfill (source_id, requested_at)
    WHERE next_at IS NOT NULL`,
  delivery_log_read_open: `
    delivery_log_read (source_id, requested_at)
    WHERE next_at IS NOT NULL`,
  delivery_log_read_failed: `
    delivery_log_read (source_id, requested_at)
    WHERE next_at IS NULL AND problem IS NOT NULL`,
};
