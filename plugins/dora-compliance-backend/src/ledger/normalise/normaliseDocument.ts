import {
  reason,
  writeReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type EvidenceSource,
  JsonBody,
  type Normalised,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { scopeIn } from '../receive/deliveryScope';
import type { QueuedDocument } from '../ReceivedDocument';
import { findAmbiguity } from '../json/ambiguity';
import { listPlaces, withoutLoneSurrogates } from '../json/loneSurrogates';
import { readableStatements } from './readableStatements';
import { withinScope } from './withinScope';
import { withoutFuture } from './withoutFuture';

/** What decoders write in place of invalid bytes. */
const REPLACED = '\ufffd';

/**
 * Step 2 of the corridor: turns a document into statements. A payload that its
 * source can't read is rejected with the reason, never an error. A statement
 * that can't be stored is a flaw of the document; the others are stored.
 */
export function normaliseDocument(
  sources: ReadonlyMap<string, EvidenceSource>,
  queued: QueuedDocument,
): Normalised {
  const { sourceId, receivedAt, proof } = queued.document;
  const source = sources.get(sourceId);
  if (!source) {
    const missing = reason('document-source-missing', { source: sourceId });
    return { outcome: 'rejected', reason: writeReason(missing) };
  }
  try {
    const { text: original } = JsonBody.of(queued.body);
    const { text, places } = withoutLoneSurrogates(original);
    const body =
      text === original ? queued.body : new TextEncoder().encode(text);
    const ambiguity = findAmbiguity(JsonBody.of(body));
    if (ambiguity) {
      return { outcome: 'rejected', reason: ambiguity };
    }
    const normalised = source.normalise({
      ...queued,
      body,
      receivedAt,
      proof,
    });
    return naming(places, readable(normalised, queued));
  } catch (error) {
    const failed = reason('document-source-failed', {
      source: sourceId,
      error: String(error),
    });
    return { outcome: 'rejected', reason: writeReason(failed) };
  }
}

function readable(
  normalised: Normalised,
  { document: { receivedAt }, headers }: QueuedDocument,
): Normalised {
  if (normalised.outcome === 'rejected') {
    return normalised;
  }
  const { statements, flaws } = readableStatements(normalised.statements);
  if (statements.length === 0 && flaws.length > 0) {
    return { outcome: 'rejected', reason: flaws.join('\n') };
  }
  const within = withinScope(
    withFlaws({ ...normalised, statements }, flaws),
    scopeIn(headers),
  );
  return within.outcome === 'rejected'
    ? within
    : withoutFuture(within, receivedAt);
}

/** Reports replaced characters if they affect a statement. */
function naming(places: readonly string[], said: Normalised): Normalised {
  if (places.length === 0) {
    return said;
  }
  const flaw = writeReason(
    reason('document-broken-characters', listPlaces(places)),
  );
  if (said.outcome === 'rejected') {
    return { ...said, reason: `${said.reason}\n${flaw}` };
  }
  return JSON.stringify(said.statements).includes(REPLACED)
    ? withFlaws(said, [flaw])
    : said;
}

type Accepted = Extract<Normalised, { outcome: 'normalised' }>;

function withFlaws(said: Accepted, flaws: readonly string[]): Accepted {
  return flaws.length > 0
    ? { ...said, flaws: [...(said.flaws ?? []), ...flaws] }
    : said;
}
