/** Whether the database is PostgreSQL; the other one is SQLite. */
exports.isPostgres = knex => knex.client.config.client !== 'better-sqlite3';
