exports.tables = {
  notification_queue: (table, instant) => {
    table.comment(
      'Queue: changes of statuses, and controls about to be lost, that owners are not notified of yet',
    );
    table.bigIncrements('number');
    table.text('owner_ref').notNullable().comment('At the time of the change');
    table.string('entity_ref').notNullable();
    table.string('control_id').notNullable();
    table.string('from_status').notNullable();
    table.string('to_status').notNullable();
    instant(table, 'changed_at').notNullable();
    instant(table, 'expires_at').comment(
      'When the control is lost, if that is what the row is about',
    );
    table.text('expiry_reason').comment('What is wrong from then on');
    table.string('ticket', 36).comment('Of the claim of a replica');
    instant(table, 'claimed_until');
    table.index(['owner_ref', 'number']);
  },
  expiry_notice: (table, instant) => {
    table.comment('Controls that are about to be lost, once for each instant');
    table.string('entity_ref').notNullable();
    table.string('control_id').notNullable();
    instant(table, 'expires_at').notNullable();
    table.primary(['entity_ref', 'control_id', 'expires_at']);
    table.index(['expires_at']);
  },
  notification_sent: table => {
    table.comment('The last messages to owners that recur');
    table.string('kind').notNullable();
    table.text('owner_ref').notNullable();
    table.text('content').notNullable().comment('Not sent again');
    table.primary(['kind', 'owner_ref']);
  },
};
