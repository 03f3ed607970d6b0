exports.tables = {
  account_user: table => {
    table.comment('Projection: accounts in other systems, by user');
    table.text('key').notNullable().comment('system and login or id; address');
    table.text('user_ref').notNullable();
    table.string('how').notNullable().comment('explicit, email or bot');
    table.primary(['key', 'user_ref', 'how']);
  },
  cursor_key: table => {
    table.comment('The key that cursors of lists are encrypted with');
    table.integer('id').primary().comment('Always 1');
    table.string('key', 64).notNullable().comment('256 random bits in hex');
  },
};

/** Only on SQLite: see `triggers/sqliteGuards.js`. */
exports.sqliteTables = {
  key_at_hand: table => {
    table.comment('The last existing key that an insert found');
    table.integer('place').primary();
    table.text('name').notNullable();
  },
};
