import type { Knex } from 'knex';
import type { EncodedDocument } from '../documentRow';
import { DictionaryLost } from './DictionaryLost';

/**
 * Requires the dictionaries of documents in the transaction that stores them.
 * Dictionaries are cached for a month, and a standby that takes over, or a
 * restored backup, may lack the latest ones: the bodies would be unreadable.
 *
 * @throws DictionaryLost when the database lacks one
 */
export async function requireDictionaries(
  transaction: Knex.Transaction,
  documents: readonly EncodedDocument[],
): Promise<void> {
  const numbers = new Set(
    documents.flatMap(({ encoded }) => encoded.dictionary ?? []),
  );
  if (numbers.size === 0) {
    return;
  }
  const found: number[] = await transaction('body_dictionary')
    .whereIn('number', [...numbers])
    .pluck('number');
  if (found.length < numbers.size) {
    throw new DictionaryLost(
      `The database lacks ${numbers.size - found.length} dictionaries`,
    );
  }
}
