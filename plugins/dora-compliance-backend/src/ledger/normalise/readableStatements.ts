import {
  parseStatement,
  reason,
  type Statement,
  writeReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { ZodError } from 'zod';
import { listPlaces, withoutLoneSurrogates } from '../json/loneSurrogates';

/** More flaws of one document are only counted. */
const MOST_FLAWS = 20;

/**
 * Splits statements into those that have a valid schema and that every database
 * can store, and the flaws of the others: one bad statement does not affect the
 * rest.
 */
export function readableStatements(statements: readonly Statement[]): {
  statements: Statement[];
  flaws: string[];
} {
  const readable: Statement[] = [];
  const flaws: string[] = [];
  statements.forEach((statement, index) => {
    const of = {
      index: index + 1,
      all: statements.length,
      type: String(statement?.type),
    };
    try {
      parseStatement(statement);
      const { text, places } = withoutLoneSurrogates(JSON.stringify(statement));
      readable.push(places.length > 0 ? JSON.parse(text) : statement);
      if (places.length > 0) {
        const told = { ...of, ...listPlaces(places) };
        flaws.push(writeReason(reason('statement-broken-characters', told)));
      }
    } catch (error) {
      const cause = describeCause(error);
      const told = { ...of, cause };
      flaws.push(writeReason(reason('statement-unkeepable', told)));
    }
  });
  return {
    statements: readable,
    flaws: bounded(flaws, count =>
      writeReason(reason('more-problems', { count })),
    ),
  };
}

/** Names a statement by its position and type. */
export function nameStatement(
  statement: Statement,
  index: number,
  all: number,
): string {
  return `Statement ${index + 1} of ${all} (${statement?.type})`;
}

/** At most this many sentences, the last of which counts the rest. */
export function bounded(
  flaws: readonly string[],
  more = (count: number) => `There are ${count} more problems of this kind`,
): string[] {
  return flaws.length > MOST_FLAWS
    ? [...flaws.slice(0, MOST_FLAWS), more(flaws.length - MOST_FLAWS)]
    : [...flaws];
}

/** Describes an error in one line, with the field if it is known. */
export function describeCause(error: unknown): string {
  if (error instanceof ZodError) {
    return error.issues
      .map(({ path, message }) => `${path.map(String).join('.')} ${message}`)
      .join('; ');
  }
  return String(error instanceof Error ? error.message : error);
}
