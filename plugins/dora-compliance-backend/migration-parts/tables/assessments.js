exports.tables = {
  control: (table, instant) => {
    table.comment('The installed controls');
    table.string('id').primary();
    table.string('digest', 71).notNullable();
    table.text('body').notNullable();
    table
      .string('code_digest', 71)
      .comment('Of the control and the versions of the code that decides it');
    table.text('versions').comment('JSON: the versions of that code');
    instant(table, 'seen_at').comment('When a replica with this code last ran');
  },
  control_text: table => {
    table.comment('Controls as they were when results were decided by them');
    table.string('digest', 71).primary();
    table.text('body').notNullable();
  },
  control_change: (table, instant) => {
    table.comment('Append-only: when an installed control became another one');
    table.bigIncrements('id');
    table.string('control_id').notNullable();
    table
      .string('code')
      .notNullable()
      .comment('Of the control, such as CHG-02');
    table.string('change').notNullable();
    instant(table, 'changed_at').notNullable();
    table.index(['changed_at']);
  },
  control_read: table => {
    table.comment('Which types of evidence a control reads');
    table.string('control_id').notNullable();
    table.smallint('type').notNullable();
    table.primary(['type', 'control_id']);
  },
  assessment_queue: (table, instant) => {
    table.comment('Queue: pairs of asset and control to assess');
    table.string('entity_ref').notNullable();
    table.string('control_id').notNullable();
    instant(table, 'due_at').notNullable();
    table.string('ticket', 36).comment('Of the claim of a worker');
    instant(table, 'claimed_until');
    instant(table, 'marked_at').comment('When it became due again since then');
    table.primary(['entity_ref', 'control_id']);
    table.index(['due_at', 'entity_ref', 'control_id']);
  },
  assessment: (table, instant) => {
    table.comment('Every assessment that changed a result');
    table.string('id', 71).primary();
    table.string('entity_ref').notNullable();
    table.string('control_id').notNullable();
    table.string('status').notNullable();
    table.text('body').notNullable();
    instant(table, 'as_of').notNullable();
    table
      .text('summary')
      .notNullable()
      .comment('JSON of the body without its rows');
    table.index(['entity_ref', 'control_id', 'as_of']);
  },
  control_status: (table, instant) => {
    table.comment('Projection: the latest assessment of each control');
    table.string('entity_ref').notNullable();
    table.string('control_id').notNullable();
    table.string('assessment_id', 71).notNullable();
    table.string('result_digest', 71).notNullable();
    table.string('status').notNullable();
    instant(table, 'assessed_at').notNullable();
    instant(table, 'valid_until');
    instant(table, 'expires_at').comment('When it is about to be lost');
    table.primary(['entity_ref', 'control_id']);
  },
};
