import type { ErrorCode } from '../../errors/errorCodes';
import type { None } from './None';

type OfStatement = { index: number; all: number; type: string };

type Places = {
  places: string;
  /** Further places, at least so many if `isLeast`. */
  more?: number;
  isLeast?: number;
};

/**
 * What is wrong with a document, a round, a backfill or a delivery log, with
 * the parameters of each sentence.
 *
 * @public
 */
export type ProblemReasons = {
  /** In the words of a source module or of a system outside. */
  'as-reported': { text: string };
  'more-problems': { count: number };
  // documents
  'document-broken-characters': Places;
  'document-name-forbidden': { name: string; at: string };
  'document-name-twice': { name: string; at: string };
  'document-out-of-scope': { scope: string; more?: number; problems: string };
  'document-source-failed': { source: string; error: string };
  'document-source-missing': { source: string };
  'statement-broken-characters': OfStatement & Places;
  'statement-in-future': {
    type: string;
    observedAt: string;
    receivedAt: string;
  };
  'statement-outside': { type: string; kind: string; name: string };
  'statement-unkeepable': OfStatement & { cause: string };
  'statement-without-anchor': { type: string };
  // rounds and backfills
  'backfill-ended-early': None;
  'backfill-loops': None;
  'backfill-part-incomplete': { part: string; problem: string };
  'backfill-without-history': { parts: string };
  'collector-missing': { source: string };
  'not-read-completely': None;
  'round-without-end': None;
  'target-left-catalog': None;
  // delivery logs
  'delivery-log-incomplete': None;
  'delivery-log-missing': { source: string };
  'delivery-refused': { delivery: string; error: ErrorCode };
};
