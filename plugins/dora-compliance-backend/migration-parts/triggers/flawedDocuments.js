/** Whether a row of `flawed_document` is the outcome of its document. */
exports.isTrue = (row, schema = '') => `EXISTS (
  SELECT 1 FROM ${schema}document_outcome AS outcome
  JOIN ${schema}document AS document
    ON document.number = outcome.document_number
  WHERE outcome.document_number = ${row('document_number')}
    AND outcome.state = ${row('state')}
    AND document.source_id = ${row('source_id')}
    AND document.received_at = ${row('received_at')})`;

exports.columns = ['document_number', 'state', 'source_id', 'received_at'];

exports.onlyFollows = 'flawed_document only follows document_outcome';
