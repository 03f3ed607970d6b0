exports.tables = {
  asset: (table, instant) => {
    table.comment('ICT assets as the catalog describes them now');
    table.string('entity_ref').primary();
    table.text('record').notNullable();
    table.string('digest', 71).notNullable();
    table.string('ownership_digest', 71);
    instant(table, 'ownership_observed_at');
    table.text('criticality').comment('JSON of EffectiveCriticality');
    table.string('record_digest', 71).comment('What a review confirms');
    table.string('input_digest', 71).comment('Of everything known about it');
    table.string('observed_digest', 71).comment('input_digest when observed');
    instant(table, 'observed_at');
  },
  asset_identifier: table => {
    table.comment('Which subjects belong to which asset');
    table.text('subject_key').notNullable();
    table.string('entity_ref').notNullable().index();
    table
      .text('organization_key')
      .index()
      .comment('Of a repository: who owns it. Not a key of the asset');
    table.primary(['subject_key', 'entity_ref']);
  },
  // Separate from the records, which are wide: filters, counts and searches
  // read all rows of this table.
  asset_index: table => {
    table.comment('Projection: columns to filter and sort the inventory by');
    table.string('entity_ref').primary();
    table.text('kind').notNullable();
    table.text('type').notNullable();
    table.text('title_key').notNullable().comment('Lower case');
    table.text('search_text').notNullable().comment('Lower case');
    table.text('owner_ref').notNullable();
    table.text('system_ref').notNullable();
    table.text('provider_ref').notNullable();
    table.string('exposure').notNullable();
    table.integer('problems').notNullable();
    table.string('support_end', 10).comment('Latest end of support, if any');
    table.string('last_review', 10).comment('As declared');
    table.string('last_major_change', 10);
    table.string('reviewed_on', 10).comment('As recorded here');
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
      .comment('0 is the highest, 3 is unclassified');
    table.boolean('below_computed').notNullable().defaultTo(false);
    table.integer('missing_count').notNullable().comment('-1: not counted yet');
    table
      .bigInteger('risk_order')
      .notNullable()
      .defaultTo(-99_999)
      .comment('That of its score; without one, after every finding');
    table.index(['criticality_rank', 'entity_ref']);
    table.index(['risk_order', 'entity_ref']);
    table.index(['title_key', 'entity_ref']);
    table.index(['owner_ref', 'entity_ref']);
    table.index(['missing_count', 'entity_ref']);
    table.index(['review_due', 'entity_ref']);
  },
  asset_function: table => {
    table.comment('Projection: functions an asset supports, directly or not');
    table.string('entity_ref').notNullable();
    table.text('function_ref').notNullable();
    table.primary(['entity_ref', 'function_ref']);
    table.index(['function_ref', 'entity_ref']);
  },
  asset_missing: table => {
    table.comment('Projection: fields of Art 4(2)(b) that a record lacks');
    table.string('entity_ref').notNullable();
    table.string('field').notNullable();
    table.primary(['entity_ref', 'field']);
    table.index(['field', 'entity_ref']);
  },
  inventory_node: table => {
    table.comment('Projection: assets and what their criticality comes from');
    table.string('entity_ref').primary();
    table.string('node').notNullable().comment('asset, function, provider, …');
    table.text('title').notNullable();
    table.text('type');
    table.string('digest', 71).notNullable();
    table.text('declared').notNullable().comment('JSON of spec.dora as read');
    table.string('criticality');
  },
  inventory_link: table => {
    table.comment('Projection: what uses what, by the entity that declares it');
    table.string('origin').notNullable();
    table.text('from_ref').notNullable();
    table.text('to_ref').notNullable();
    table.string('relation').notNullable();
    table.primary(['origin', 'from_ref', 'to_ref', 'relation']);
    table.index(['from_ref']);
    table.index(['to_ref']);
  },
  discovery: (table, instant) => {
    table.comment('State of the discovery of pipelines, by CI system');
    table.text('source').primary();
    table.string('state').notNullable();
    table.integer('pipelines');
    table.text('failure');
    instant(table, 'last_complete');
    instant(table, 'at').notNullable();
  },
};
