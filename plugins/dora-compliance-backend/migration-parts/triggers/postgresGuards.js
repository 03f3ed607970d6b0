const {
  appendOnly,
  changing,
  gapFault,
  gapOnlyEnds,
} = require('./guardedTables');

const refuseStatement = 'FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()';

exports.functions = {
  refuse_change: `
    BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END`,
  guard_source_gap: `
    BEGIN
      IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'source_gap ${gapOnlyEnds}';
      END IF;
      IF ${gapFault('IS DISTINCT FROM')} THEN
        RAISE EXCEPTION 'source_gap ${gapOnlyEnds}';
      END IF;
      RETURN NEW;
    END`,
};

exports.triggers = [
  ...Object.keys(appendOnly).map(table => ({
    table,
    name: `${table}_append_only`,
    fires: ['BEFORE UPDATE OR DELETE OR TRUNCATE', refuseStatement],
    isAlways: true,
  })),
  ...[...Object.keys(changing), 'flawed_document'].map(table => ({
    table,
    name: `${table}_no_truncate`,
    fires: ['BEFORE TRUNCATE', refuseStatement],
    isAlways: true,
  })),
  {
    table: 'source_gap',
    name: 'source_gap_only_ends',
    fires: [
      'BEFORE UPDATE OR DELETE',
      'FOR EACH ROW EXECUTE FUNCTION guard_source_gap()',
    ],
    isAlways: true,
  },
];
