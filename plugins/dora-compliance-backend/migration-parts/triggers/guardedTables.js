/** Tables whose rows are never changed or removed, and their unique keys. */
exports.appendOnly = {
  document: [['digest']],
  delivery: [['source_id', 'delivery_id']],
  evidence: [['id']],
  evidence_subject: [['subject', 'type', 'observed_at', 'evidence_number']],
  evidence_level: [['evidence_number', 'verification']],
  assessment: [['id']],
  control_text: [['digest']],
  control_change: [['id']],
  body_dictionary: [['source_id', 'kind', 'month']],
  document_outcome_history: [['id']],
  source_gap_history: [['id']],
};

/** Tables whose rows change, but never without a trace, and their keys. */
exports.changing = {
  document_outcome: [['document_number']],
  source_gap: [['id'], ['source_id', 'target_key', 'cause', 'from_at']],
};

exports.gapOnlyEnds = 'only ends, then is closed';

/** Forbidden changes of a gap. Each database compares with NULL in its own way. */
exports.gapFault = differs => `
  ${['id', 'source_id', 'target_key', 'uri', 'cause', 'from_at']
    .map(column => `NEW.${column} ${differs} OLD.${column}`)
    .join(' OR ')}
  OR (OLD.to_at IS NOT NULL AND (NEW.to_at IS NULL OR NEW.to_at < OLD.to_at))
  OR (OLD.made_good_at IS NOT NULL
    AND NEW.made_good_at ${differs} OLD.made_good_at)
  OR (NEW.made_good_at IS NOT NULL AND NEW.to_at IS NULL)`;
