const truncateToHour = column => `substr(${column}, 1, 13) || ':00:00.000Z'`;

const outcome = (name, event, row, n) => `
  CREATE TRIGGER ${name} AFTER ${event} ON document_outcome
  BEGIN
    INSERT INTO document_tally (source_id, hour, state, n)
    SELECT source_id, ${truncateToHour('received_at')}, ${row}.state, ${n}
    FROM document WHERE number = ${row}.document_number;
  END`;

/** Count the documents by hour and state. */
exports.triggers = [
  `CREATE TRIGGER document_tallied AFTER INSERT ON document
   BEGIN
     INSERT INTO document_tally (source_id, hour, state, n)
     VALUES (NEW.source_id, ${truncateToHour(
       'NEW.received_at',
     )}, 'received', 1);
   END`,
  outcome('outcome_added', 'INSERT', 'NEW', 1),
  outcome('outcome_changed_to', 'UPDATE', 'NEW', 1),
  outcome('outcome_changed_from', 'UPDATE', 'OLD', -1),
  outcome('outcome_removed', 'DELETE', 'OLD', -1),
];
