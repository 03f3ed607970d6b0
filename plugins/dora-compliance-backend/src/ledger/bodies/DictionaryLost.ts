/** A body was compressed with a dictionary that the database no longer has. */
export class DictionaryLost extends Error {
  override readonly name = 'DictionaryLost';
}
