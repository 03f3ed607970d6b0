import {
  type Assessment,
  canonicalJson,
  type Digest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { digestText } from '../kernel/digestText';

/** An assessment as it is recorded. */
export type RecordedResult = {
  /**
   * The digest of what was found, without times and without the versions of the code
   * that found it.
   */
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
  const { asOf, validUntil, versions, ...found } = assessment;
  const text = canonicalJson(found);
  let body: string | undefined;
  let id: Digest | undefined;
  return {
    digest: digestText(text),
    get body() {
      body ??= addOthers(text, { asOf, validUntil, versions });
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
 * of an assessment, and `validUntil` and `versions` are the last, so that the other
 * fields need not be serialized again.
 */
function addOthers(
  found: string,
  {
    asOf,
    validUntil,
    versions,
  }: Pick<Assessment, 'asOf' | 'validUntil' | 'versions'>,
): string {
  const until = validUntil ? `,"validUntil":"${validUntil}"` : '';
  const code = versions ? `,"versions":${canonicalJson(versions)}` : '';
  return `{"asOf":"${asOf}",${found.slice(1, -1)}${until}${code}}`;
}
