/** In the schema of the table: temporary tables come before it by name. */
exports.functions = {
  keep_source_gap: `
    BEGIN
      EXECUTE format('INSERT INTO %I.source_gap_history
        (gap_id, to_at, made_good_at, detail, changed_at)
        VALUES ($1, $2, $3, $4, clock_timestamp())', TG_TABLE_SCHEMA)
      USING NEW.id, NEW.to_at, NEW.made_good_at, NEW.detail;
      RETURN NULL;
    END`,
  keep_document_outcome: `
    BEGIN
      EXECUTE format('INSERT INTO %I.document_outcome_history
        (document_number, state, rejection, flaws, decided_at, replaced_at)
        VALUES ($1, $2, $3, $4, $5, clock_timestamp())', TG_TABLE_SCHEMA)
      USING OLD.document_number, OLD.state, OLD.rejection, OLD.flaws,
        OLD.decided_at;
      RETURN NULL;
    END`,
};

/** Keep the states of gaps, and outcomes that are replaced. */
exports.triggers = [
  {
    table: 'source_gap',
    name: 'source_gap_changed',
    fires: [
      'AFTER INSERT OR UPDATE',
      'FOR EACH ROW EXECUTE FUNCTION keep_source_gap()',
    ],
    isAlways: true,
  },
  {
    table: 'document_outcome',
    name: 'document_outcome_replaced',
    fires: [
      'AFTER UPDATE OR DELETE',
      'FOR EACH ROW EXECUTE FUNCTION keep_document_outcome()',
    ],
    isAlways: true,
  },
];
