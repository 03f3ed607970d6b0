const now = `strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`;

const keepGap = `
  INSERT INTO source_gap_history
    (gap_id, to_at, made_good_at, detail, changed_at)
  VALUES (NEW.id, NEW.to_at, NEW.made_good_at, NEW.detail, ${now});`;

const keepOutcome = `
  INSERT INTO document_outcome_history
    (document_number, state, rejection, flaws, decided_at, replaced_at)
  VALUES (OLD.document_number, OLD.state, OLD.rejection, OLD.flaws,
    OLD.decided_at, ${now});`;

/** Keep the states of gaps, and outcomes that are replaced. */
exports.triggers = [
  `CREATE TRIGGER source_gap_added AFTER INSERT ON source_gap
   BEGIN ${keepGap} END`,
  `CREATE TRIGGER source_gap_changed AFTER UPDATE ON source_gap
   BEGIN ${keepGap} END`,
  `CREATE TRIGGER document_outcome_replaced AFTER UPDATE ON document_outcome
   BEGIN ${keepOutcome} END`,
  `CREATE TRIGGER document_outcome_taken_back AFTER DELETE ON document_outcome
   BEGIN ${keepOutcome} END`,
];
