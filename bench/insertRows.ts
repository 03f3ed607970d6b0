/** What is used of a connection of the driver itself. */
export type Driver = {
  query(text: string, values?: unknown[]): Promise<unknown>;
  end(): Promise<void>;
};

/** Inserts rows with one statement. */
export async function insertRows(
  client: Driver,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  let place = 0;
  const values = rows
    .map(() => `(${columns.map(() => `$${++place}`).join()})`)
    .join();
  await client.query(
    `INSERT INTO ${table} (${columns.join()}) VALUES ${values}`,
    rows.flatMap(row => columns.map(column => row[column])),
  );
}
