import type {
  Instant,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { GithubScope } from './GithubScope';

/** What is known of a delivery beside its payload. */
export type DeliveryContext = GithubScope & {
  /** When it happened, as the id of the delivery tells. */
  readonly happenedAt?: Instant;
};

/** Statements, and what of the payload could not be read. */
export type Reading =
  | Statement[]
  | { statements: Statement[]; flaws: string[] };

/** Reads statements from one event; throws a ZodError naming the field. */
export type Reader = (payload: unknown, context: DeliveryContext) => Reading;

/**
 * When something happened of which the payload tells no moment. Throws when
 * the id of the delivery tells none either: no moment is made up.
 */
export function momentOf({ happenedAt }: DeliveryContext): Instant {
  if (!happenedAt) {
    throw new TypeError(
      'neither the payload nor X-GitHub-Delivery tells when it happened',
    );
  }
  return happenedAt;
}
