/** What is kept of a store: its domains by name, and ids and types of credentials. */
const CREDENTIALS = ['domains.*', 'credentials', 'id', 'typeName'];

/** Which fields of the answer to a path are kept; undefined for all. */
export function listKeptFields(path: string): readonly string[] | undefined {
  return /\/credentials\/store\//.test(path) ? CREDENTIALS : undefined;
}
