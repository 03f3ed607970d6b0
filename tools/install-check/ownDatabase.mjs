import pg from 'pg';

/** An empty database for the app, as the settings its configuration reads. */
export async function ownDatabase(url, name) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${name}`);
    await client.query(`CREATE DATABASE ${name}`);
  } finally {
    await client.end();
  }
  const address = new URL(url);
  return {
    POSTGRES_HOST: address.hostname,
    POSTGRES_PORT: address.port,
    POSTGRES_USER: decodeURIComponent(address.username),
    POSTGRES_PASSWORD: decodeURIComponent(address.password) || 'none',
  };
}
