const { isTrue, onlyFollows } = require('./flawedDocuments');

const list = `
  INSERT INTO flawed_document (document_number, state, source_id, received_at)
  SELECT number, NEW.state, source_id, received_at FROM document
  WHERE number = NEW.document_number AND NEW.state <> 'normalised';`;

const unlist = `
  DELETE FROM flawed_document WHERE document_number = OLD.document_number;`;

/** Keep `flawed_document` equal to the outcomes, and refuse other changes. */
exports.triggers = [
  `CREATE TRIGGER outcome_listed AFTER INSERT ON document_outcome
   WHEN NEW.state <> 'normalised' BEGIN ${list} END`,
  `CREATE TRIGGER outcome_listed_anew AFTER UPDATE ON document_outcome
   WHEN NEW.state <> OLD.state BEGIN ${unlist} ${list} END`,
  `CREATE TRIGGER outcome_unlisted AFTER DELETE ON document_outcome
   WHEN OLD.state <> 'normalised' BEGIN ${unlist} END`,
  `CREATE TRIGGER flawed_document_true BEFORE INSERT ON flawed_document
   WHEN NOT ${isTrue(column => `NEW.${column}`)}
   BEGIN SELECT RAISE(ABORT, '${onlyFollows}'); END`,
  `CREATE TRIGGER flawed_document_no_update BEFORE UPDATE ON flawed_document
   BEGIN SELECT RAISE(ABORT, '${onlyFollows}'); END`,
  `CREATE TRIGGER flawed_document_no_delete BEFORE DELETE ON flawed_document
   WHEN ${isTrue(column => `OLD.${column}`)}
   BEGIN SELECT RAISE(ABORT, '${onlyFollows}'); END`,
];
