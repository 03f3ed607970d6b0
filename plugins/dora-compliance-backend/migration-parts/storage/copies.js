/** Numbers of the types of evidence in `evidence_subject`; never reused. */
const types = {
  'artifact-published': 1,
  'artifact-signed': 2,
  'asset-record-observed': 3,
  'branch-protection-observed': 4,
  'change-commits-observed': 5,
  'change-merged': 6,
  'change-reviewed': 7,
  'change-state-changed': 8,
  'change-updated': 9,
  'check-finished': 10,
  'collector-heartbeat': 11,
  'commits-pushed': 12,
  'deployment-failed': 13,
  'deployment-requested': 14,
  'deployment-reviewed': 15,
  'environment-protection-observed': 16,
  'incident-detected': 17,
  'incident-resolved': 18,
  'log-retention-observed': 19,
  'ownership-observed': 20,
  'pipeline-definition-observed': 21,
  'pipeline-run-finished': 22,
  'pipeline-settings-observed': 23,
  'pipeline-task-finished': 24,
  provenance: 25,
  'reference-changed': 26,
  'release-changed': 27,
  'repository-access-observed': 28,
  'review-completed': 29,
  'runners-observed': 30,
  sbom: 31,
  'security-finding-changed': 32,
  'security-scan-finished': 33,
  'service-deployed': 34,
  'service-rolled-back': 35,
  'settings-changed': 36,
  'test-suite-finished': 37,
};

exports.types = types;

/** Statements that copy each table, made for the tables set aside. */
exports.toNumbers = {
  document: `
    INSERT INTO document (digest, source_id, media_type, size, headers, body,
      verification, proof, received_at, origin, redactions)
    SELECT digest, source_id, media_type, size, headers, body,
      verification, proof, received_at, origin, redactions
    FROM document_before ORDER BY received_at, digest`,
  delivery: `
    INSERT INTO delivery (source_id, delivery_id, document_number, received_at,
      headers, verification, proof)
    SELECT told.source_id, told.delivery_id, document.number, told.received_at,
      told.headers, told.verification, told.proof
    FROM delivery_before AS told
    JOIN document ON document.digest = told.document_digest
    ORDER BY told.received_at`,
  document_queue: `
    INSERT INTO document_queue (document_number, due_at, attempts)
    SELECT document.number, queued.due_at, queued.attempts
    FROM document_queue_before AS queued
    JOIN document ON document.digest = queued.document_digest`,
  document_outcome: `
    INSERT INTO document_outcome (document_number, state, rejection, flaws,
      decided_at)
    SELECT document.number, outcome.state, outcome.rejection, outcome.flaws,
      outcome.decided_at
    FROM document_outcome_before AS outcome
    JOIN document ON document.digest = outcome.document_digest
    ORDER BY document.number`,
  document_outcome_history: `
    INSERT INTO document_outcome_history (document_number, state, rejection,
      flaws, decided_at, replaced_at)
    SELECT document.number, outcome.state, outcome.rejection, outcome.flaws,
      outcome.decided_at, outcome.replaced_at
    FROM document_outcome_history_before AS outcome
    JOIN document ON document.digest = outcome.document_digest
    ORDER BY outcome.id`,
  evidence: `
    INSERT INTO evidence (id, type, subjects, predicate, observed_at,
      recorded_at, source_id, document_number, document_digest, verification,
      proof)
    SELECT told.id, told.type, told.subjects, told.predicate, told.observed_at,
      told.recorded_at, told.source_id, document.number, document.digest,
      told.verification, told.proof
    FROM evidence_before AS told
    JOIN document ON document.digest = told.document_digest
    ORDER BY told.recorded_at, told.id`,
  evidence_level: `
    INSERT INTO evidence_level (evidence_number, verification, proof,
      document_digest, recorded_at)
    SELECT evidence.number, level.verification, level.proof,
      level.document_digest, level.recorded_at
    FROM evidence_level_before AS level
    JOIN evidence ON evidence.id = level.evidence_id`,
};

/** The same, back to digests. Bodies and subjects are converted by code. */
exports.toDigests = {
  document: `
    INSERT INTO document (digest, source_id, media_type, size, headers, body,
      verification, proof, received_at, origin, redactions)
    SELECT digest, source_id, media_type, size, headers, body,
      verification, proof, received_at, origin, redactions
    FROM document_before WHERE encoding IS NULL`,
  delivery: `
    INSERT INTO delivery (source_id, delivery_id, document_digest, received_at,
      headers, verification, proof)
    SELECT told.source_id, told.delivery_id, document.digest, told.received_at,
      told.headers, told.verification, told.proof
    FROM delivery_before AS told
    JOIN document_before AS document ON document.number = told.document_number`,
  document_queue: `
    INSERT INTO document_queue (document_digest, due_at, attempts)
    SELECT document.digest, queued.due_at, queued.attempts
    FROM document_queue_before AS queued
    JOIN document_before AS document
      ON document.number = queued.document_number`,
  document_outcome: `
    INSERT INTO document_outcome (document_digest, state, rejection, flaws,
      decided_at)
    SELECT document.digest, outcome.state, outcome.rejection, outcome.flaws,
      outcome.decided_at
    FROM document_outcome_before AS outcome
    JOIN document_before AS document
      ON document.number = outcome.document_number`,
  document_outcome_history: `
    INSERT INTO document_outcome_history (document_digest, state, rejection,
      flaws, decided_at, replaced_at)
    SELECT document.digest, outcome.state, outcome.rejection, outcome.flaws,
      outcome.decided_at, outcome.replaced_at
    FROM document_outcome_history_before AS outcome
    JOIN document_before AS document
      ON document.number = outcome.document_number
    ORDER BY outcome.id`,
  evidence: `
    INSERT INTO evidence (id, type, subjects, predicate, observed_at,
      recorded_at, source_id, document_digest, verification, proof)
    SELECT id, type, subjects, predicate, observed_at,
      recorded_at, source_id, document_digest, verification, proof
    FROM evidence_before`,
  evidence_level: `
    INSERT INTO evidence_level (evidence_id, verification, proof,
      document_digest, recorded_at)
    SELECT evidence.id, level.verification, level.proof,
      level.document_digest, level.recorded_at
    FROM evidence_level_before AS level
    JOIN evidence_before AS evidence
      ON evidence.number = level.evidence_number`,
};
