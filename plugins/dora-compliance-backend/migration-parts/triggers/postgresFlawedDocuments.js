const { columns, isTrue, onlyFollows } = require('./flawedDocuments');

const declared = `DECLARE row record; is_true boolean;`;

/** In the schema of the table: temporary tables come before it by name. */
exports.functions = {
  list_flawed_document: `
    ${declared}
    BEGIN
      IF TG_OP <> 'INSERT' THEN
        EXECUTE format('DELETE FROM %I.flawed_document
          WHERE document_number = $1', TG_TABLE_SCHEMA)
        USING OLD.document_number;
      END IF;
      IF TG_OP <> 'DELETE' THEN
        EXECUTE format('INSERT INTO %I.flawed_document
          (document_number, state, source_id, received_at)
          SELECT number, $2, source_id, received_at FROM %I.document
          WHERE number = $1 AND $2 <> ''normalised''',
          TG_TABLE_SCHEMA, TG_TABLE_SCHEMA)
        USING NEW.document_number, NEW.state;
      END IF;
      RETURN NULL;
    END`,
  guard_flawed_document: `
    ${declared}
    BEGIN
      IF TG_OP = 'DELETE' THEN row := OLD; ELSE row := NEW; END IF;
      EXECUTE format('SELECT ${isTrue(
        column => `$${columns.indexOf(column) + 1}`,
        '%1$I.',
      )}', TG_TABLE_SCHEMA)
      INTO is_true USING ${columns.map(column => `row.${column}`).join()};
      IF TG_OP = 'UPDATE' OR is_true <> (TG_OP = 'INSERT') THEN
        RAISE EXCEPTION '${onlyFollows}';
      END IF;
      RETURN row;
    END`,
};

const listRow = condition =>
  `FOR EACH ROW WHEN (${condition}) EXECUTE FUNCTION list_flawed_document()`;

/** Keep `flawed_document` equal to the outcomes, and refuse other changes. */
exports.triggers = [
  {
    table: 'document_outcome',
    name: 'outcome_listed',
    fires: ['AFTER INSERT', listRow(`NEW.state <> 'normalised'`)],
  },
  {
    table: 'document_outcome',
    name: 'outcome_listed_anew',
    fires: ['AFTER UPDATE', listRow('NEW.state <> OLD.state')],
  },
  {
    table: 'document_outcome',
    name: 'outcome_unlisted',
    fires: ['AFTER DELETE', listRow(`OLD.state <> 'normalised'`)],
  },
  {
    table: 'flawed_document',
    name: 'flawed_document_true',
    fires: [
      'BEFORE INSERT OR UPDATE OR DELETE',
      'FOR EACH ROW EXECUTE FUNCTION guard_flawed_document()',
    ],
  },
].map(trigger => ({ ...trigger, isAlways: true }));
