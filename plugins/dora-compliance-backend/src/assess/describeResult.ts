import {
  type Assessment,
  canonicalJson,
  type Digest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { digestText } from '../kernel/digestText';

/** An assessment as it is recorded. */
export type RecordedResult = {
  /** The digest of what was found, without times. */
  digest: Digest;
  /** The digest of the body. */
  readonly id: Digest;
  /** The canonical JSON of the assessment. */
  readonly body: string;
};

/**
 * Describes an assessment for its record. Equal findings have equal digests,
 * whenever they were made. What only a new result needs is computed on demand.
 */
export function describeResult(assessment: Assessment): RecordedResult {
  const { asOf, validUntil, ...found } = assessment;
  const text = canonicalJson(found);
  let body: string | undefined;
  let id: Digest | undefined;
  return {
    digest: digestText(text),
    get body() {
      body ??= addTimes(text, { asOf, validUntil });
      return body;
    },
    get id() {
      id ??= digestText(this.body);
      return id;
    },
  };
}

/**
 * Canonical JSON has its fields in alphabetical order, where `asOf` is the first
 * of an assessment and `validUntil` the last, so that the other fields need not
 * be serialized again.
 */
function addTimes(
  found: string,
  { asOf, validUntil }: Pick<Assessment, 'asOf' | 'validUntil'>,
): string {
  const until = validUntil ? `,"validUntil":"${validUntil}"` : '';
  return `{"asOf":"${asOf}",${found.slice(1, -1)}${until}}`;
}
