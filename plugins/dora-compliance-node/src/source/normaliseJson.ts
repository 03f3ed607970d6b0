import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { ZodError } from 'zod';
import type { Normalised } from './EvidenceSource';
import { forgetLastBody, JsonBody } from './JsonBody';

/**
 * The statements of a payload, and a sentence for each part of it that could
 * not be read.
 *
 * @public
 */
export type PartialReading = { statements: Statement[]; flaws: string[] };

/**
 * What a reader makes of a payload.
 *
 * @public
 */
export type Reading = Statement[] | PartialReading;

/**
 * Reads a JSON payload. What the reader throws is a rejection that names the
 * event and, for a ZodError, each field.
 *
 * @public
 */
export function normaliseJson(
  event: string,
  body: Uint8Array,
  read: (payload: unknown) => Reading,
): Normalised {
  return normaliseReading(event, () => read(JsonBody.of(body).payload));
}

/** What a reader returns or throws, as the result of normalising an event. */
export function normaliseReading(
  event: string,
  read: () => Reading,
): Normalised {
  try {
    const reading = read();
    checkAddresses(Array.isArray(reading) ? reading : reading.statements);
    return Array.isArray(reading)
      ? { outcome: 'normalised', statements: reading }
      : {
          outcome: 'normalised',
          statements: reading.statements,
          ...(reading.flaws.length > 0 && { flaws: reading.flaws }),
        };
  } catch (error) {
    return {
      outcome: 'rejected',
      reason: `${event}: ${describeProblem(error)}`,
    };
  } finally {
    // The same body is read again for other headers, or by another source.
    forgetLastBody();
  }
}

/** Addresses are looked up in a database, and none keeps a NUL in a text. */
function checkAddresses(statements: readonly Statement[]) {
  for (const { type, subjects } of statements) {
    const odd = subjects.find(({ uri }) => uri?.includes('\0'));
    if (odd) {
      throw new TypeError(`the address of the ${odd.kind} (${type}) has a NUL`);
    }
  }
}

/**
 * A fault as a sentence; of a ZodError, the fields and what is wrong with
 * each.
 *
 * @public
 */
export function describeProblem(error: unknown): string {
  if (error instanceof ZodError) {
    return error.issues
      .map(issue => `${issue.path.join('.') || 'payload'} ${inWords(issue)}`)
      .join('; ');
  }
  return error instanceof Error ? error.message : String(error);
}

type Issue = ZodError['issues'][number];

/** What is wrong with a field, without the words of the validator. */
function inWords(issue: Issue): string {
  const mismatches = listMismatches(issue);
  const given = mismatches[0]?.given;
  if (given === undefined) {
    return issue.message;
  }
  return given === 'undefined'
    ? 'is missing'
    : `must be ${mismatches
        .map(({ expected }) => expected)
        .join(' or ')}, not ${given}`;
}

/** What was expected and what came; of each way a field may be. */
function listMismatches(issue: Issue): { expected: string; given: string }[] {
  if (issue.code === 'invalid_union') {
    const ways = issue.errors.flatMap(([first]) => first ?? []);
    return ways.every(({ path }) => path.length === 0)
      ? ways.flatMap(listMismatches)
      : [];
  }
  const [, expected, given] =
    /^Invalid input: expected (.+), received ([^]+)$/.exec(issue.message) ?? [];
  return expected && given ? [{ expected, given }] : [];
}
