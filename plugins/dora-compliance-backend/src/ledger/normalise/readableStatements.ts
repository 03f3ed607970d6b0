import {
  parseStatement,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { ZodError } from 'zod';
import { sayPlaces, withoutLoneSurrogates } from '../json/loneSurrogates';

/** More flaws of one document are only counted. */
const MOST_FLAWS = 20;

/**
 * Those of the statements that the vocabulary knows and every database keeps,
 * and what is wrong with the others: one bad statement costs no other.
 */
export function readableStatements(statements: readonly Statement[]): {
  statements: Statement[];
  flaws: string[];
} {
  const readable: Statement[] = [];
  const flaws: string[] = [];
  statements.forEach((statement, index) => {
    const name = nameOf(statement, index, statements.length);
    try {
      parseStatement(statement);
      const { text, places } = withoutLoneSurrogates(JSON.stringify(statement));
      readable.push(places.length > 0 ? JSON.parse(text) : statement);
      if (places.length > 0) {
        flaws.push(sayPlaces(name, places));
      }
    } catch (error) {
      flaws.push(`${name} can not be kept: ${causeOf(error)}`);
    }
  });
  return { statements: readable, flaws: bounded(flaws) };
}

/** Which statement it is, and what of. */
export function nameOf(
  statement: Statement,
  index: number,
  all: number,
): string {
  return `Statement ${index + 1} of ${all} (${statement?.type})`;
}

/** At most so many sentences, the last of which counts the rest. */
export function bounded(flaws: readonly string[]): string[] {
  return flaws.length > MOST_FLAWS
    ? [
        ...flaws.slice(0, MOST_FLAWS),
        `There are ${flaws.length - MOST_FLAWS} more flaws of this kind`,
      ]
    : [...flaws];
}

/** What is wrong in one line, with the field where it is known. */
export function causeOf(error: unknown): string {
  if (error instanceof ZodError) {
    return error.issues
      .map(({ path, message }) => `${path.map(String).join('.')} ${message}`)
      .join('; ');
  }
  return String(error instanceof Error ? error.message : error);
}
