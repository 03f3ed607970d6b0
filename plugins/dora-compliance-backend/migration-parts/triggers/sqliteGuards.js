const {
  appendOnly,
  changing,
  gapFault,
  gapOnlyEnds,
} = require('./guardedTables');

const refuse = (table, what) => `SELECT RAISE(ABORT, '${table} ${what}');`;

/**
 * SQLite fires no trigger for the rows that INSERT OR REPLACE removes. Before
 * an insert, a trigger notes if a row with the same key exists. An insert that
 * ignores the conflict (DO NOTHING, DO UPDATE) adds no row, so a row that is
 * added nevertheless has replaced the other one.
 *
 * @param isRemovable - whether rows may be removed, and inserted again
 */
const noReplacement = (table, allKeys, isRemovable) => [
  `CREATE TRIGGER ${table}_no_replace_row BEFORE INSERT ON ${table}
   WHEN EXISTS (SELECT 1 FROM ${table} WHERE rowid = NEW.rowid)
   BEGIN ${refuse(table, 'has this row already')} END`,
  ...allKeys.flatMap((keys, index) => {
    const isSame = keys.map(key => `${key} = NEW.${key}`).join(' AND ');
    const exists = `EXISTS (SELECT 1 FROM ${table} WHERE ${isSame})`;
    const name = [
      `'${table}.${keys.join('.')}'`,
      // In hex, because blobs have no text.
      ...keys.map(key => `hex(NEW.${key})`),
    ].join(` || char(10) || `);
    return [
      `CREATE TRIGGER ${table}_note_key_${index} BEFORE INSERT ON ${table}
       ${isRemovable ? '' : `WHEN ${exists}`}
       BEGIN
         DELETE FROM key_at_hand WHERE place = ${index};
         INSERT INTO key_at_hand (place, name)
         SELECT ${index}, ${name} WHERE ${exists};
       END`,
      `CREATE TRIGGER ${table}_no_replace_${index} AFTER INSERT ON ${table}
       WHEN EXISTS (SELECT 1 FROM key_at_hand
         WHERE place = ${index} AND name = ${name})
       BEGIN ${refuse(table, 'replaces no row')} END`,
    ];
  }),
];

exports.triggers = [
  ...Object.entries(appendOnly).flatMap(([table, keys]) => [
    ...noReplacement(table, keys, false),
    ...['UPDATE', 'DELETE'].map(
      change => `
      CREATE TRIGGER ${table}_no_${change.toLowerCase()}
      BEFORE ${change} ON ${table}
      BEGIN ${refuse(table, 'is append-only')} END`,
    ),
  ]),
  ...Object.entries(changing).flatMap(([table, keys]) => [
    ...noReplacement(table, keys, true),
    // UPDATE OR REPLACE removes the row of the new key.
    `CREATE TRIGGER ${table}_same_row BEFORE UPDATE ON ${table}
     WHEN NEW.rowid IS NOT OLD.rowid OR ${keys[0]
       .map(key => `NEW.${key} IS NOT OLD.${key}`)
       .join(' OR ')}
     BEGIN ${refuse(table, 'keeps its keys')} END`,
  ]),
  `CREATE TRIGGER source_gap_only_ends BEFORE UPDATE ON source_gap
   WHEN ${gapFault('IS NOT')}
   BEGIN ${refuse('source_gap', gapOnlyEnds)} END`,
  `CREATE TRIGGER source_gap_no_delete BEFORE DELETE ON source_gap
   BEGIN ${refuse('source_gap', gapOnlyEnds)} END`,
];
