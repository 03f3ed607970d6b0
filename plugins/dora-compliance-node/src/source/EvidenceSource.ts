import type {
  DeliveryProof,
  Instant,
  Statement,
  Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { SourcePages } from './SourcePages';

/**
 * A delivery as it came over the wire.
 *
 * @public
 */
export type Delivery = {
  /** Header names are in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
};

/**
 * A kept document, as the source sees it again when it is normalised.
 *
 * @public
 */
export type KeptDocument = {
  /**
   * The headers the source asked to keep, in lower case. What `proof` does not
   * cover of them may be anybody's choice.
   */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
  /**
   * When it was received, by our clock: the latest it can have happened, for
   * events that report no time of their own. The same at every replay. Where
   * the proof does not cover the id of the delivery, this is when the bytes
   * were received first.
   */
  readonly receivedAt?: Instant;
  /** How its sender was proven. Where absent, it was not. */
  readonly proof?: DeliveryProof;
};

/**
 * What a document says: any number of statements, or why it is unusable.
 *
 * @public
 */
export type Normalised =
  | {
      readonly outcome: 'normalised';
      readonly statements: Statement[];
      /**
       * What of the document could not be read, as sentences that name the
       * place; the statements are from the rest. One bad event of a batch, a
       * list the sender cut short.
       */
      readonly flaws?: readonly string[];
    }
  | {
      readonly outcome: 'rejected';
      /** Names the field and what is wrong with it. */
      readonly reason: string;
    };

/**
 * Why the sender of a delivery was not believed, or how far it was.
 *
 * @public
 */
export type Authentication =
  | {
      readonly outcome: 'accepted';
      readonly verification: Verification;
      /** How the sender was proven, which shows what of the delivery is. */
      readonly proof: DeliveryProof;
      /**
       * What the delivery may be about, as patterns; see `SourceSecret`.
       * Everything if absent, nothing if empty.
       */
      readonly scope?: readonly string[];
    }
  | {
      readonly outcome: 'refused';
      /** Named after what the source asks of its senders. */
      readonly code:
        | `${'signature' | 'token' | 'password'}-${'missing' | 'invalid'}`
        | 'signature-stale';
    };

/**
 * Port. A system that pushes documents to us: proves their sender and reads
 * evidence from them.
 *
 * @public
 */
export interface EvidenceSource {
  /** The last part of the address it is received at, e.g. `github`. */
  readonly id: string;
  /**
   * Headers to keep with the bytes because `normalise` needs them, in lower
   * case; a `*` at the end stands for any ending.
   */
  readonly keepHeaders: readonly string[];
  /** Headers that are kept only of deliveries whose proof covers headers. */
  readonly keepProvenHeaders?: readonly string[];
  /** Content types it takes, without parameters. Default: JSON alone. */
  readonly mediaTypes?: readonly string[];
  /** False where nobody can push: nothing to prove it with is configured. */
  readonly receives?: boolean;
  /**
   * What to configure so that the source is also asked, as the end of a
   * sentence. Absent where it only pushes.
   */
  readonly askedWith?: string;
  /** Its web pages where people see or set something. */
  readonly pages?: SourcePages;
  /**
   * Checks who sent the delivery, over its raw bytes.
   *
   * @param receivedAt - when it arrived, by our clock; signed times are
   * compared with it
   */
  authenticate(delivery: Delivery, receivedAt: Instant): Authentication;
  /**
   * Turns an authenticated delivery into the one to keep. Pure. Default: as
   * it came.
   */
  prepare?(delivery: Delivery): Delivery;
  /**
   * The sender's own id of the delivery, if it has one that is unique for good.
   * A second delivery of the same id changes nothing.
   */
  deliveryId(delivery: Delivery): string | undefined;
  /**
   * Reads statements from a document. Pure: the same document gives the same
   * answer on every machine at any time. Never throws.
   */
  normalise(document: KeptDocument): Normalised;
  /** Set when the source can also be fed by Backstage's events service. */
  readonly events?: {
    readonly topics: readonly string[];
    /** The delivery an event stands for. */
    toDelivery(event: {
      eventPayload: unknown;
      metadata?: Record<string, string | string[] | undefined>;
    }): Delivery;
    /** Whether the receiver of the events proved their sender. */
    readonly verification: Verification;
  };
}
