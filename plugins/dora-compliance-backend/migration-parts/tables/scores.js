/** What scores are computed from: pairs by status, and the weight of some. */
function addTally(table) {
  for (const name of [
    'not_applicable',
    'satisfied',
    'risk_accepted',
    'not_assessed',
    'not_satisfied',
    'assessed_weight',
    'satisfied_weight',
  ]) {
    table.integer(name).notNullable();
  }
}

exports.tables = {
  score_queue: table => {
    table.comment('Queue: assets whose score may have changed');
    table.bigIncrements('number');
    table.string('entity_ref').notNullable();
  },
  past_queue: table => {
    table.comment(
      'Queue: assets whose past before the record is to be computed',
    );
    table.bigIncrements('number');
    table.string('entity_ref').notNullable();
    table.index(['entity_ref']);
  },
  score_state: table => {
    table.comment('One row, locked by whoever changes scores');
    table.integer('id').primary();
    table.integer('formula').notNullable();
    table.string('recorded_from', 10).comment('The first day of the record');
    table
      .boolean('past_ready')
      .notNullable()
      .defaultTo(false)
      .comment('Whether the past before it is shown');
    table
      .boolean('sweeping')
      .notNullable()
      .defaultTo(false)
      .comment('Whether the first sweep has begun and not ended');
    table
      .bigInteger('first_until')
      .comment('The last entry of score_queue when the first sweep ended');
  },
  asset_score: table => {
    table.comment('Projection: the score of each asset, as totals count it');
    table.string('entity_ref').primary();
    table.text('owner_ref').notNullable();
    table.integer('criticality_rank').notNullable();
    table
      .text('scopes')
      .notNullable()
      .comment('JSON: the totals it is part of');
    table.text('statuses').notNullable().comment('JSON: status by control');
    addTally(table);
    table
      .bigInteger('risk_order')
      .notNullable()
      .comment('The greatest risk has the lowest number');
    table.index(['risk_order', 'entity_ref']);
    table.index(['owner_ref', 'risk_order', 'entity_ref']);
  },
  score_total: table => {
    table.comment('Projection: the sum of the scores of the assets of a scope');
    table.text('scope').primary();
    table.integer('assets').notNullable();
    addTally(table);
  },
  control_total: table => {
    table.comment('Projection: the same for each control');
    table.text('scope').notNullable();
    table.string('control_id').notNullable();
    addTally(table);
    table.primary(['scope', 'control_id']);
  },
  score_day: table => {
    table.comment('Scores at the end of each day on which they changed');
    table.text('scope').notNullable();
    table.string('day', 10).notNullable();
    table.text('owner_ref').comment('Of an asset, on that day');
    table.integer('assets').notNullable();
    addTally(table);
    table
      .boolean('reconstructed')
      .notNullable()
      .defaultTo(false)
      .comment('Computed later, from evidence');
    table
      .text('scopes')
      .comment('JSON: the totals a reconstructed asset is part of');
    table.primary(['scope', 'day']);
  },
  past_status: table => {
    table.comment('The statuses of an asset before the record, reconstructed');
    table.string('entity_ref').primary();
    table
      .text('statuses')
      .notNullable()
      .comment('JSON: by control, each day on which the status changed');
  },
  status_change: (table, instant) => {
    table.comment('Every change from one status to another');
    table.bigIncrements('number');
    table.string('entity_ref').notNullable();
    table.string('control_id').notNullable();
    table.text('owner_ref').notNullable().comment('At that time');
    table.string('from_status').notNullable();
    table.string('to_status').notNullable();
    instant(table, 'changed_at').notNullable();
    table.index(['entity_ref', 'changed_at']);
    table.index(['owner_ref', 'changed_at']);
    table.index(['changed_at', 'number']);
  },
};

exports.partialIndexes = {
  status_change_accepted: `
    status_change (changed_at)
    WHERE from_status = 'risk-accepted' OR to_status = 'risk-accepted'`,
};
