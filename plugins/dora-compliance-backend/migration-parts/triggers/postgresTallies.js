const tallyOutcomes = (rows, n) => `
  BEGIN
    INSERT INTO document_tally (source_id, hour, state, n)
    SELECT document.source_id,
      date_trunc('hour', document.received_at, 'UTC'), ${rows}.state, ${n}
    FROM ${rows} JOIN document ON document.number = ${rows}.document_number
    GROUP BY 1, 2, 3;
    RETURN NULL;
  END`;

exports.functions = {
  tally_documents: `
    BEGIN
      INSERT INTO document_tally (source_id, hour, state, n)
      SELECT source_id, date_trunc('hour', received_at, 'UTC'), 'received',
        count(*)
      FROM added GROUP BY 1, 2;
      RETURN NULL;
    END`,
  tally_new_outcomes: tallyOutcomes('added', 'count(*)'),
  tally_old_outcomes: tallyOutcomes('removed', '-count(*)'),
};

/** Count the documents by hour and state: one row for each statement. */
exports.triggers = [
  ['document', 'document_tallied', 'INSERT', 'NEW', 'tally_documents'],
  ['document_outcome', 'outcome_added', 'INSERT', 'NEW', 'tally_new_outcomes'],
  [
    'document_outcome',
    'outcome_changed_to',
    'UPDATE',
    'NEW',
    'tally_new_outcomes',
  ],
  [
    'document_outcome',
    'outcome_changed_from',
    'UPDATE',
    'OLD',
    'tally_old_outcomes',
  ],
  [
    'document_outcome',
    'outcome_removed',
    'DELETE',
    'OLD',
    'tally_old_outcomes',
  ],
].map(([table, name, event, side, tallies]) => ({
  table,
  name,
  fires: [
    `AFTER ${event}`,
    `REFERENCING ${side} TABLE AS ${side === 'NEW' ? 'added' : 'removed'}
     FOR EACH STATEMENT EXECUTE FUNCTION ${tallies}()`,
  ],
}));
